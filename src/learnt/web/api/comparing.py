"""Two decks held against each other, and what the learner decides of what was found."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from learnt.facts.comparing import (
    About,
    Choice,
    Comparison,
    Conflict,
    Same,
    Settlement,
    Told,
    unsettled,
)
from learnt.ids import DeckId, is_id
from learnt.web.api.operation import Call, Operation
from learnt.web.api.values import MOST, Asked, Id, Line, Text
from learnt.web.comparisons import ALL, ITSELF, Key
from learnt.web.face import Face

_With = Annotated[
    str,
    Meta(
        max_length=36,
        description="The id of the other deck, “all” for all others, “self” for the deck itself",
    ),
]


class With(Asked, frozen=True, kw_only=True):
    """What a deck is held against, and how much of what was found is wanted, the surest first."""

    other: _With = field(name="with", default=ITSELF)
    count: Annotated[int, Meta(ge=1, le=MOST)] = 50


class PointTold(Struct, frozen=True):
    """One point, as it was compared."""

    card: Id
    point: Id
    front: str | None
    text: str


class ConflictFound(Struct, frozen=True):
    """Two points that cannot both be right: in what, and the words of each that disagree.

    `a_span` and `b_span` are where these words begin and end in the text of each.
    """

    a: PointTold
    b: PointTold
    about: About
    a_says: str
    b_says: str
    a_span: tuple[int, int]
    b_span: tuple[int, int]


class SameFound(Struct, frozen=True):
    """Two points that seem to tell one thing, and why. `likely` ones are more than a guess."""

    a: PointTold
    b: PointTold
    why: str
    likely: bool


class SideTold(Struct, frozen=True):
    """A point, and what it said when the learner decided."""

    card: Id
    point: Id
    text: str


class Settled(Struct, frozen=True):
    """A decision on two points; `right` is the point that is, where one is."""

    id: Id
    a: SideTold
    b: SideTold
    choice: Choice
    right: Id | None
    note: str


class DecksCompared(Struct, frozen=True):
    """What was found, the surest first, of `total_conflicts` and `total_same` in all.

    Long decks take a while: as long as `state` is “working” the lists are empty; ask again. What
    was decided on is left out.
    """

    state: Literal["done", "working", "failed"]
    conflicts: list[ConflictFound]
    same: list[SameFound]
    total_conflicts: int = 0
    total_same: int = 0


class SettlementsShown(Struct, frozen=True):
    """All that was decided and not taken back, the latest first."""

    settlements: list[Settled]


class PointOf(Asked, frozen=True, kw_only=True):
    """A point, by its card and its own id."""

    card: Id
    point: Id


class SettlementSent(Asked, frozen=True, kw_only=True):
    """A decision on two points.

    right: the one whose id is `right` is right; with `words` the other says these from then on, and
    its earlier wording goes to the trash. keep: both stay. apart: they are not about one thing.
    Send an id of your own, and it counts once however often it is sent.
    """

    a: PointOf
    b: PointOf
    choice: Choice
    right: Id | None = None
    words: Text | None = None
    note: Line = ""
    id: Id | None = None


class SettlementTakenBack(Struct, frozen=True):
    """Whether it counted until now."""

    taken_back: bool


def compare_decks(face: Face, call: Call[With, None]) -> DecksCompared:
    """Hold a deck against another one, all others, or itself. Nothing is changed."""
    key = _key(face, call)
    held = face.comparisons.of(key)
    if held.found is None:
        return DecksCompared("failed" if held.failed else "working", [], [])
    with face.lock:
        found = unsettled(held.found, face.collection.settlements())
    return _compared(found, call.query.count)


def list_settlements(face: Face, call: Call[None, None]) -> SettlementsShown:  # noqa: ARG001 - as every handler
    """What the learner decided of points that were compared."""
    return SettlementsShown([_settled(one) for one in face.collection.settlements()])


def settle(face: Face, call: Call[None, SettlementSent]) -> Settled:
    """Say which of two points is right, that both stay, or that they are two things."""
    sent = call.body
    made = face.collection.settle(
        (sent.a.card, sent.a.point),
        (sent.b.card, sent.b.point),
        sent.choice,
        right=sent.right,
        words=sent.words,
        note=sent.note,
        settlement_id=sent.id,
    )
    if sent.words is not None:
        face.changed()
    return _settled(made)


def take_back_settlement(face: Face, call: Call[None, None]) -> SettlementTakenBack:
    """Let a decision count no more. Words that were changed stay so."""
    return SettlementTakenBack(face.collection.take_back_settlement(call.id("settlement")))


OPERATIONS = (
    Operation("GET", "/decks/{deck}/compare", compare_decks, waits=False),
    Operation("GET", "/settlements", list_settlements),
    Operation("POST", "/settlements", settle, status=201, errors=(404,)),
    Operation("DELETE", "/settlements/{settlement}", take_back_settlement),
)


def _key(face: Face, call: Call[With, None]) -> Key:
    other = call.query.other
    with face.lock:
        deck = face.collection.deck_head(call.id("deck")).id
        if other in (ALL, ITSELF):
            return deck, other
        found = face.collection.deck_head(other if is_id(other) else "").id
    return deck, ITSELF if found == deck else DeckId(found)


def _compared(found: Comparison, count: int) -> DecksCompared:
    return DecksCompared(
        "done",
        [_conflict(one) for one in found.conflicts[:count]],
        [_same(one) for one in found.same[:count]],
        len(found.conflicts),
        len(found.same),
    )


def _conflict(one: Conflict) -> ConflictFound:
    return ConflictFound(
        _told(one.a),
        _told(one.b),
        one.about,
        one.a_says,
        one.b_says,
        (one.a_span.start, one.a_span.end),
        (one.b_span.start, one.b_span.end),
    )


def _same(one: Same) -> SameFound:
    return SameFound(_told(one.a), _told(one.b), one.why, one.is_likely)


def _told(one: Told) -> PointTold:
    return PointTold(one.card, one.point, one.front, one.text)


def _settled(one: Settlement) -> Settled:
    a, b = (SideTold(side.card, side.point, side.text) for side in (one.a, one.b))
    return Settled(one.id, a, b, one.choice, one.right, one.note)
