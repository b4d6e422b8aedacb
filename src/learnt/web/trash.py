"""What was deleted or reworded, and the way back."""

from types import SimpleNamespace

from starlette.responses import Response
from starlette.routing import Route

from learnt.collection import Trashed
from learnt.sources import deck_from_json
from learnt.web.asked import Asked
from learnt.web.face import Face, endpoint, go
from learnt.words import count

THINGS_A_PAGE = 40
_KINDS = {"deck": "A deck", "cards": "Deleted from its deck", "wording": "Earlier wording"}


def routes(face: Face) -> list[Route]:
    """The routes of the trash."""
    return [
        Route("/trash", endpoint(face, show), methods=["GET"]),
        Route("/trash/{thing}", endpoint(face, bring_back), methods=["POST"]),
    ]


def show(face: Face, asked: Asked) -> Response:
    """What is in the trash, the latest first."""
    things = face.collection.trash()
    start = (asked.page_number() - 1) * THINGS_A_PAGE
    window = SimpleNamespace(start=start, total=len(things))
    shown = [_row(one) for one in things[start : start + THINGS_A_PAGE]]
    return face.page(asked, "trash.html", things=shown, window=window, size=THINGS_A_PAGE)


def bring_back(face: Face, asked: Asked) -> Response:
    """Bring a thing back as it was."""
    added = face.collection.bring_back(asked.in_path("thing"))
    face.changed()
    return go(f"/decks/{added.deck}", "back")


def _row(thing: Trashed) -> dict[str, object]:
    cards = deck_from_json(thing.content.encode()).cards
    what = f"{_KINDS.get(thing.kind, 'Deleted')}, {count(len(cards), 'card')}"
    first = cards[0].label if cards else ""
    return {
        "id": thing.id,
        "title": thing.title,
        "at": thing.at,
        "what": what,
        "first": first[:200],
    }
