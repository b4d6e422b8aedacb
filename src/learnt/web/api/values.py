"""What several operations speak of: ids, times, windows of long lists, and cards."""

from collections.abc import Sequence
from typing import Annotated, TypeVar

from msgspec import Meta, Struct

from learnt.deck import Direction

ID_PATTERN = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
LATEST = 32_503_680_000_000
"""The year 2999: a time beyond it would leave no room to plan in."""
LONGEST_MS = 86_400_000
LARGEST_PAGE = 20_000_000
MOST = 200

Id = Annotated[str, Meta(pattern=ID_PATTERN, max_length=36, description="A UUID, in small letters")]
Moment = Annotated[
    int, Meta(ge=0, le=LATEST, description="Milliseconds since 1970 in UTC, before the year 3000")
]
Time = Annotated[int, Meta(description="Milliseconds since 1970 in UTC")]
Date = Annotated[
    str,
    Meta(pattern=r"^\d{4}-\d\d-\d\d$", description="A study day: from 4 am to 4 am of the learner"),
]
Share = Annotated[float, Meta(ge=0, le=1)]
Stars = Annotated[int, Meta(ge=1, le=4, description="1 Again, 2 Hard, 3 Good, 4 Easy")]
Text = Annotated[str, Meta(max_length=100_000)]
Line = Annotated[str, Meta(max_length=2_000)]
Title = Annotated[str, Meta(max_length=500)]
Lines = Annotated[tuple[Line, ...], Meta(max_length=MOST)]
Ids = Annotated[tuple[Id, ...], Meta(max_length=2_000)]
Page = Annotated[str, Meta(max_length=LARGEST_PAGE, description="The whole text of a page")]

One = TypeVar("One")


class Asked(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a client sends. A field that is not known is refused: it may be a slip of the pen."""


class Window(Asked, frozen=True, kw_only=True):
    """Which part of a long list: `count` things from `start` on, which counts from 0."""

    start: Annotated[int, Meta(ge=0, le=1_000_000_000)] = 0
    count: Annotated[int, Meta(ge=1, le=MOST)] = 50


class Thrown(Struct, frozen=True):
    """A thing in the trash; its id brings it back. `kind` is deck, cards or wording."""

    id: Id
    kind: str
    title: str
    at: Time


class Brought(Struct, frozen=True):
    """What came into a deck: `others` are cards of the deck that were not among them.

    `kept` stayed as the learner had edited them, `conflicts` were changed on both sides, `gone` are
    those of the others that the page had before, `left` had been taken out before and were not
    added, and `out` went to the trash.
    """

    deck: Id
    title: str
    new: int
    updated: int
    same: int
    others: int
    kept: int
    conflicts: int
    gone: int
    left: int
    out: int


class PointText(Asked, frozen=True, kw_only=True):
    """One thing that the answer must say, in other accepted wordings too."""

    text: Annotated[Text, Meta(min_length=1)]
    accepted: Lines = ()
    refused: Lines = ()
    weight: Annotated[float, Meta(gt=0, le=1_000)] = 1.0


class PointWritten(PointText, frozen=True, kw_only=True):
    """A point of a card that is changed. With the id it had it keeps its history."""

    id: Id | None = None


class CardFields(Asked, frozen=True, kw_only=True):
    """What can be said of a card besides its points; what is left out is empty."""

    prompt: Text | None = None
    ordered: bool = False
    directions: Annotated[tuple[Direction, ...], Meta(min_length=1, max_length=2)] = (
        Direction.FORWARD,
    )
    wrong_options: Lines = ()
    hint: Text | None = None
    note: Text | None = None
    tags: Lines = ()


class NewCard(CardFields, frozen=True, kw_only=True):
    """A card that is not there yet. Without a prompt it is a bare statement."""

    points: Annotated[tuple[PointText, ...], Meta(min_length=1, max_length=MOST)]


class CardPoint(Struct, frozen=True):
    """A point as it is kept."""

    id: Id
    text: str
    accepted: list[str]
    refused: list[str]
    weight: float


class CardShown(Struct, frozen=True):
    """A card as it is kept; `lines` are the first and last line of the page it was read from.

    `confidence` says how sure the reader was of it.
    """

    id: Id
    prompt: str | None
    points: list[CardPoint]
    ordered: bool
    directions: list[Direction]
    wrong_options: list[str]
    hint: str | None
    note: str | None
    tags: list[str]
    media: list[str]
    lines: tuple[int, int] | None
    confidence: Share


class CardWritten(CardFields, frozen=True, kw_only=True):
    """A card as it is to be from now on: it is replaced as a whole.

    `base` is the card as it was read before it was changed. With it nothing is overwritten unseen:
    what was changed elsewhere since then stays, and 409 says that the same was changed there.
    """

    points: Annotated[tuple[PointWritten, ...], Meta(min_length=1, max_length=2_000)]
    base: CardShown | None = None


def part(things: Sequence[One], window: Window) -> Sequence[One]:
    """The part of a list that was asked for."""
    return things[window.start : window.start + window.count]
