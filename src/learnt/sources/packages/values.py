"""What an Anki package holds, as values: note types, decks, notes, cards and their answers.

Names are Anki's own where it has one. Times are milliseconds since 1970 unless they say otherwise.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from learnt.deck import Problem
from learnt.sources.packages.answers import Answers


class Kind(StrEnum):
    """What a note type asks, told from its templates; OTHER is any that none of these fits.

    OURS is the one that we write.
    """

    BASIC = "basic"
    REVERSED = "reversed"
    OPTIONAL_REVERSED = "optional reversed"
    CLOZE = "cloze"
    TYPED = "typed"
    OTHER = "other"
    OURS = "learnt"


class Form(StrEnum):
    """The three formats of a package."""

    LEGACY_1 = "legacy 1"
    LEGACY_2 = "legacy 2"
    LATEST = "latest"


@dataclass(frozen=True, slots=True)
class Template:
    """One card that a note type makes: its front and back as Anki's templates."""

    name: str
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """A kind of note: its fields, and the templates of the cards it makes."""

    id: int
    name: str
    kind: Kind
    fields: tuple[str, ...]
    templates: tuple[Template, ...]


@dataclass(frozen=True, slots=True)
class AnkiDeck:
    """A deck; levels of its name are joined by `::`. A filtered deck only lends its cards."""

    id: int
    name: str
    filtered: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """What was written; `guid` stays the same wherever the note goes."""

    id: int
    guid: str
    type: int
    fields: tuple[str, ...]
    tags: tuple[str, ...] = ()


class AnkiCard(NamedTuple):
    """One card of a note. `ord` is its template's place, or its cloze's number less one.

    `deck` is its home deck. `due` is a place in the queue, a day or a second, as Anki has it;
    `interval` is in days, or in seconds where it is negative; `flag` is 0-7; `changed` and `asked`,
    when it was last asked, are in seconds, 0 where that is not known. `factor` is SM-2's ease in
    thousandths, `stability` and `difficulty` are those of FSRS; 0 where there is none.
    """

    id: int
    note: int
    deck: int
    ord: int
    due: int = 0
    interval: int = 0
    reps: int = 0
    lapses: int = 0
    suspended: bool = False
    buried: bool = False
    flag: int = 0
    changed: int = 0
    factor: int = 0
    stability: float = 0.0
    difficulty: float = 0.0
    asked: int = 0


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A picture or sound: its name, what it is called inside the package, and its size packed.

    `source` describes it, by the package's own list: another of the same name has another one.
    """

    name: str
    member: str
    size: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class AnkiPackage:
    """Everything that a package holds. `problems` say what could not be read."""

    file: str
    form: Form
    note_types: tuple[NoteType, ...]
    decks: tuple[AnkiDeck, ...]
    notes: tuple[Note, ...]
    cards: tuple[AnkiCard, ...]
    answers: Answers
    media: tuple[MediaFile, ...] = ()
    problems: tuple[Problem, ...] = ()
