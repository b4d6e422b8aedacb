"""What goes into a package and what comes out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from learnt.clock import Instant
from learnt.deck import Deck, Problem
from learnt.ids import CardId
from learnt.journal import Asked, BriefReview, Known
from learnt.memory import MemoryModel, model_named
from learnt.plan import Schedule, Settings

Media = Callable[[str], bytes | None]
"""The bytes of a picture or sound by its name; None where it is not there."""


@dataclass(frozen=True, slots=True)
class Studied:
    """What a learner has done with cards.

    The reviews that stand, by card and in order, when each card is due by them, until when it is
    set aside, and what another program knew of it before the first of them.
    """

    reviews: Mapping[CardId, Sequence[BriefReview]]
    schedules: Mapping[Asked, Schedule]
    held: Mapping[CardId, Instant]
    known: Mapping[Asked, Known] = field(default_factory=dict)


NEVER_STUDIED = Studied({}, {}, {})


@dataclass(frozen=True)
class Outgoing:
    """Decks that are to be written, at the instant `now`.

    `changed` has the instant of a card's last edit, where there was one: of two wordings Anki keeps
    the later. `settings` are the learner's, `model` is theirs.
    """

    decks: Sequence[Deck]
    now: Instant
    studied: Studied = NEVER_STUDIED
    changed: Mapping[CardId, Instant] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    model: MemoryModel = field(default_factory=model_named)


@dataclass(frozen=True, slots=True)
class Packed:
    """A package, and how much is in it; `cards` are Anki's, `several` are notes of several points.

    `gaps` are the cards that came from a note of Anki's with several gaps, but the first of each.
    """

    data: bytes
    decks: int
    notes: int
    cards: int
    reviews: int
    media: int
    several: int
    gaps: int
    problems: tuple[Problem, ...]
