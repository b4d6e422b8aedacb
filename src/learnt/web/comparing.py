"""Two decks held against each other: where they disagree, what both say, and what was decided."""

from typing import Any, NamedTuple

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from learnt.clock import local_text
from learnt.collection import DeckHead
from learnt.errors import NotFound, UsageError
from learnt.facts.comparing import Choice, Comparison, Conflict, unsettled
from learnt.ids import DeckId, is_id
from learnt.web.asked import OLD_PAGE, Asked
from learnt.web.compare_rows import Rows, decided, proposed, table_of
from learnt.web.comparisons import ALL, ITSELF, Held, Key
from learnt.web.face import Face, endpoint, go

CONFLICTS_SHOWN, SAME_SHOWN, MOST_SHOWN = 30, 20, 500
_CHANGED = "One of these two cards says something else by now, so there is nothing to decide here."


class _Sides(NamedTuple):
    """A deck, and what it is held against: a deck's id, ALL others, or ITSELF."""

    deck: DeckHead
    other: str
    title: str

    @property
    def key(self) -> Key:
        return self.deck.id, self.other

    @property
    def path(self) -> str:
        """The page that shows them."""
        return f"/decks/{self.deck.id}/compare?with={self.other}"


def routes(face: Face) -> list[Route]:
    """The routes of comparing. None of them keeps an answer waiting while decks are compared."""
    page = "/decks/{deck}/compare"
    return [
        Route(page, endpoint(face, show, waits=False), methods=["GET"]),
        Route(f"{page}.json", endpoint(face, as_json, waits=False), methods=["GET"]),
        Route(f"{page}.csv", endpoint(face, as_table, waits=False), methods=["GET"]),
        Route(f"{page}/right", endpoint(face, choose, waits=False), methods=["GET"]),
        Route(f"{page}/decide", endpoint(face, decide), methods=["POST"]),
        Route(f"{page}/take-back", endpoint(face, take_back), methods=["POST"]),
    ]


def show(face: Face, asked: Asked) -> Response:
    """Where two decks disagree, and what both say."""
    with face.lock:
        deck = face.collection.deck_head(asked.in_path("deck"))
        others = [one for one in face.collection.titles() if one.id != deck.id]
    if not asked.query("with") and others:
        return face.page(asked, "compare.html", **_nothing_chosen(deck, others))
    sides = _sides(face, asked, asked.query("with") or ITSELF)
    held = face.comparisons.of(sides.key, anew=bool(asked.query("anew")))
    values = _nothing_chosen(deck, others) | {"other": sides.other, "sides": sides, "held": held}
    if held.found is None:
        response = face.page(asked, "compare.html", **values)
        if not held.failed:
            response.headers["Refresh"] = f"2; url={sides.path}"
        return response
    with face.lock:
        return face.page(asked, "compare.html", **values | _found(face, asked, held))


def as_json(face: Face, asked: Asked) -> Response:
    """All that was found, as `learnt compare --json` tells it."""
    found = _whole(face, asked)
    if isinstance(found, Response):
        return found
    return JSONResponse(as_values(found))


def as_table(face: Face, asked: Asked) -> Response:
    """All that was found, for a spreadsheet."""
    found = _whole(face, asked)
    if isinstance(found, Response):
        return found
    headers = {"Content-Disposition": 'attachment; filename="compared.csv"'}
    return Response(table_of(found).encode("utf-8-sig"), media_type="text/csv", headers=headers)


def choose(face: Face, asked: Asked) -> Response:
    """One side is right: the other's words, to be changed and confirmed."""
    sides = _sides(face, asked, asked.query("with"))
    conflict = _the_one(face, sides, asked.query("a"), asked.query("b"))
    right = asked.query("right")
    if right not in (conflict.a.point, conflict.b.point):
        raise UsageError(OLD_PAGE)
    with face.lock:
        rows = Rows(face.collection)
        a, b = rows.side(conflict.a, conflict.a_span), rows.side(conflict.b, conflict.b_span)
        if a is None or b is None:
            raise NotFound(_CHANGED)
        kept, wrong, says = (a, b, conflict.b_span)
        if right == b.told.point:
            kept, wrong, says = (b, a, conflict.a_span)
        return face.page(
            asked,
            "settle.html",
            sides=sides,
            row=conflict,
            kept=kept,
            wrong=wrong,
            words=proposed(wrong.told, says, kept.says),
            id=face.collection.make_id(),
        )


def decide(face: Face, asked: Asked) -> Response:
    """Keep what the learner decided of two points."""
    try:
        choice = Choice(asked.text("choice", 20))
    except ValueError:
        raise UsageError(OLD_PAGE) from None
    face.collection.settle(
        (asked.id("a-card"), asked.id("a")),
        (asked.id("b-card"), asked.id("b")),
        choice,
        right=asked.text("right", 40) or None,
        words=asked.text("words") or None if choice is Choice.RIGHT else None,
        note=asked.text("note"),
        settlement_id=asked.id("id"),
    )
    if choice is Choice.RIGHT:
        face.changed()
    return _back(face, asked, "settled" if choice is Choice.RIGHT else "settled-both")


def take_back(face: Face, asked: Asked) -> Response:
    """Let a decision count no more."""
    face.collection.take_back_settlement(asked.id("settlement"))
    return _back(face, asked, "unsettled")


def as_values(found: Comparison) -> dict[str, Any]:
    """What was found, in the form of the command line."""
    return {
        "same": [
            {
                "a": {"front": one.a.front, "text": one.a.text},
                "b": {"front": one.b.front, "text": one.b.text},
                "why": one.why,
            }
            for one in found.same
        ],
        "conflict": [
            {
                "a": {"front": one.a.front, "text": one.a.text},
                "b": {"front": one.b.front, "text": one.b.text},
                "about": one.about.value,
                "a_says": one.a_says,
                "b_says": one.b_says,
            }
            for one in found.conflicts
        ],
    }


def _nothing_chosen(deck: DeckHead, others: list[DeckHead]) -> dict[str, Any]:
    return {"deck": deck, "others": others, "other": "", "sides": None, "held": None}


def _found(face: Face, asked: Asked, held: Held) -> dict[str, Any]:
    """The rows of the page."""
    assert held.found is not None  # noqa: S101 - the caller has looked
    settled = face.collection.settlements()
    found = unsettled(held.found, settled)
    everything = bool(asked.query("all"))
    most, most_same = (MOST_SHOWN, MOST_SHOWN) if everything else (CONFLICTS_SHOWN, SAME_SHOWN)
    rows = Rows(face.collection)
    likely = [one for one in found.same if one.is_likely]
    rest = [one for one in found.same if not one.is_likely]
    zone = face.collection.learner.settings.time_zone
    return {
        "conflicts": rows.conflicts(found.conflicts, most),
        "same": rows.same(likely, most_same),
        "unsure": rows.same(rest, most_same),
        "counts": (len(found.conflicts), len(likely), len(rest)),
        "everything": everything,
        "decided": decided(settled)[:MOST_SHOWN],
        "at": local_text(held.at, zone) if held.at is not None else "",
        "make_id": face.collection.make_id,
    }


def _whole(face: Face, asked: Asked) -> Comparison | Response:
    sides = _sides(face, asked, asked.query("with") or ITSELF)
    held = face.comparisons.of(sides.key)
    if held.found is None:
        headers = {"Retry-After": "5"}
        return Response("These decks are being compared. Try again soon.", 503, headers)
    with face.lock:
        return unsettled(held.found, face.collection.settlements())


def _sides(face: Face, asked: Asked, other: str) -> _Sides:
    """What is to be compared. Raises NotFound for a deck that there is not."""
    with face.lock:
        deck = face.collection.deck_head(asked.in_path("deck"))
        if other in (ALL, ITSELF):
            title = "all other decks" if other == ALL else "itself"
            return _Sides(deck, other, title)
        if not is_id(other):
            raise UsageError("Choose a deck to compare this one with.")
        if other == deck.id:
            return _Sides(deck, ITSELF, "itself")
        return _Sides(deck, other, face.collection.deck_head(DeckId(other)).title)


def _the_one(face: Face, sides: _Sides, a: str, b: str) -> Conflict:
    """The conflict of two points. Raises NotFound where there is none any more."""
    held = face.comparisons.of(sides.key)
    if held.found is not None:
        for one in held.found.conflicts:
            if (one.a.point, one.b.point) == (a, b):
                return one
    raise NotFound(_CHANGED)


def _back(face: Face, asked: Asked, word: str) -> Response:
    deck = face.collection.deck_head(asked.in_path("deck"))
    other = asked.text("with", 40)
    return go(f"/decks/{deck.id}/compare", word, **({"with": other} if other else {}))
