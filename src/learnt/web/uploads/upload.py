"""A file that was sent: what it is, how far it came, and what the learner chose of it."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from learnt.clock import Instant


class Work(StrEnum):
    """What can be done with a file."""

    LOOK = "look"  # at a package: what is in it
    SAVE = "save"  # decks of a package
    READ = "read"  # a page, which becomes a draft


class State(StrEnum):
    """How far a file came."""

    WAITS = "waits"
    WORKED_ON = "worked on"
    ASKS = "asks"  # what changes in decks that are there is to be seen and chosen
    DONE = "done"
    STOPPED = "stopped"  # by the learner
    INTERRUPTED = "interrupted"  # by the end of the program
    FAILED = "failed"


Fields = dict[str, tuple[str, str]]
"""The front and the back of a note type, by its name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be saved of a package: decks by their ids (None is all), and other fields."""

    decks: tuple[str, ...] | None = None
    fields: Fields = field(default_factory=dict)

    def takes(self, deck: str) -> bool:
        """Whether a deck is chosen, by its id."""
        return self.decks is None or deck in self.decks


@dataclass(frozen=True, slots=True)
class SavedDeck:
    """A deck that was saved, or as much of it as was: `cards` of its `of` cards."""

    deck: str
    title: str
    new: int
    updated: int
    same: int
    reviews: int
    holds: int
    cards: int
    of: int

    @property
    def whole(self) -> bool:
        """Whether all of it is saved."""
        return self.cards == self.of


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that is kept. `work` is what is or was last done, `why` what went wrong with it.

    `draft` is what a page became, `saved` what was saved of a package.
    """

    id: str
    name: str
    package: bool
    size: int
    at: Instant
    state: State = State.WAITS
    work: Work | None = None
    why: str = ""
    draft: str = ""
    choice: Choice = field(default_factory=Choice)
    saved: tuple[SavedDeck, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether there is something left to do with it."""
        return self.state is not State.DONE

    def with_saved(self, deck: SavedDeck) -> "Upload":
        """With a deck as far as it is saved now."""
        others = tuple(one for one in self.saved if one.deck != deck.deck)
        return replace(self, saved=(*others, deck))
