"""What saving a draft changes in a deck that is there: shown on its page, and chosen from there."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response
from starlette.routing import Route

from learnt.collection import Choices, Compared
from learnt.deck import Card
from learnt.deck.showing import as_plain
from learnt.deck.updating import Met, Piece, Side, State, differing, rows_beside
from learnt.errors import NotFound, UsageError
from learnt.ids import CardId, is_id
from learnt.web.asked import OLD_PAGE, Asked
from learnt.web.face import Face, endpoint

CHANGED = "draft-changed"
"""The event by which a page asks for this part anew, with what was chosen in it."""

_SIDE, _GONE = "side-", "gone"
_MOST = 50
"""Cards of a kind that are shown; what is not shown stays as it is."""

Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two wordings of a card, row by row, the words that differ marked; and what is chosen."""

    card: CardId
    label: str
    rows: tuple[tuple[Pieces, Pieces], ...]
    side: Side = Side.OURS


@dataclass(frozen=True, slots=True)
class UpdateShown:
    """All of it as the page shows it; `more` says of how many cards of a kind are not shown."""

    deck: str
    title: str
    cards: int
    told: tuple[tuple[int, str], ...]
    conflicts: tuple[Beside, ...]
    changed: tuple[Beside, ...]
    kept: tuple[Beside, ...]
    new: tuple[str, ...]
    gone: tuple[tuple[CardId, str, bool], ...]
    left: tuple[str, ...]
    more: dict[str, int]


def routes(face: Face) -> list[Route]:
    """The route of the part alone."""
    return [Route("/add/{draft}/update", endpoint(face, show), methods=["GET"])]


def show(face: Face, asked: Asked) -> Response:
    """The part of the page, after something of the draft was changed; none once it is saved."""
    try:
        draft = face.collection.get_draft(asked.in_path("draft"))
    except NotFound:
        if asked.partly:  # asked for on the way out of the page
            return Response(status_code=204)
        raise
    found = face.collection.draft_changes(draft.id)
    return face.part("draft-update.html", draft=draft, update=shown(found, choices_of(asked)))


def changed(answer: Response) -> Response:
    """An answer after which the open page asks for this part anew."""
    answer.headers["HX-Trigger"] = CHANGED
    return answer


def choices_of(asked: Asked) -> Choices:
    """What is chosen, in the fields of a form or of an address. Raises UsageError."""
    sent = [*asked.form.multi_items(), *asked.request.query_params.multi_items()]
    sides: dict[CardId, Side] = {}
    out: set[CardId] = set()
    for name, value in sent:
        if name == _GONE and isinstance(value, str) and is_id(value):
            out.add(CardId(value))
        if name.startswith(_SIDE) and is_id(card := name.removeprefix(_SIDE)):
            if value not in list(Side):
                raise UsageError(OLD_PAGE)
            sides[CardId(card)] = Side(str(value))
    return Choices(sides=sides, out=frozenset(out))


def shown(found: Compared | None, choices: Choices) -> UpdateShown | None:
    """What the page shows; None for a deck that is new."""
    if found is None:
        return None
    update = found.update
    conflicts, kept = update.of(State.CONFLICT), update.of(State.KEPT)
    changed = update.of(State.CHANGED, State.MERGED)
    sizes = {
        "conflicts": len(conflicts),
        "changed": len(changed),
        "kept": len(kept),
        "new": len(update.new),
        "gone": len(update.gone),
        "left": len(update.left),
    }
    words = {
        "new": "new",
        "changed": "changed",
        "kept": "kept as you edited",
        "conflicts": "changed by you and on the page",
        "gone": "gone from the page",
        "left": "left out, as you took them out before",
    }
    return UpdateShown(
        deck=found.deck,
        title=found.title,
        cards=found.cards,
        told=tuple((sizes[kind], what) for kind, what in words.items() if sizes[kind]),
        conflicts=tuple(
            _beside(one, one.ours, one.theirs, choices.side(one)) for one in conflicts[:_MOST]
        ),
        changed=tuple(_beside(one, one.ours, one.merged) for one in changed[:_MOST]),
        kept=tuple(_beside(one, one.ours, one.theirs) for one in kept[:_MOST]),
        new=_labels(update.new),
        gone=tuple((one.id, one.label, choices.takes_out(one)) for one in update.gone[:_MOST]),
        left=_labels(update.left),
        more={kind: max(0, size - _MOST) for kind, size in sizes.items()},
    )


def _labels(cards: Sequence[Card]) -> tuple[str, ...]:
    return tuple(card.label for card in cards[:_MOST])


def _beside(met: Met, one: Card, other: Card, side: Side = Side.OURS) -> Beside:
    rows = rows_beside(one, other)
    pieces = tuple(differing(as_plain(mine), as_plain(its)) for mine, its in rows if mine != its)
    return Beside(met.ours.id, met.ours.label, pieces, side)
