"""Known names, found in a text by their words: at each place the longest that fits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from learnt.facts.tokens import Token, tokens_of
from learnt.facts.values import NameKind


class Form(StrEnum):
    """How a name stands for what it names."""

    NAME = "name"
    PEOPLE = "people"
    """An adjective or people: French, the Germans."""
    SEAT = "seat"
    """A capital or seat that stands for a government: London, the Kremlin."""


class Case(StrEnum):
    """With which letters a name is found."""

    ANY = "any"
    CAPITAL = "capital"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Entry:
    """One way of writing a name.

    `years` are those in which it could be meant, if any are known; `home` the state of a person.
    """

    name: str
    kind: NameKind
    form: Form = Form.NAME
    case: Case = Case.ANY
    years: tuple[int, int] | None = None
    home: str | None = None


@dataclass(frozen=True, slots=True)
class _Spelling:
    lows: tuple[str, ...]
    texts: tuple[str, ...]
    entry: Entry


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names by their first word, the longest first."""

    spellings: dict[str, list[_Spelling]] = field(default_factory=dict)

    @classmethod
    def of(cls, named: Iterable[tuple[str, Entry]]) -> "Gazetteer":
        """A gazetteer of spellings and what each of them names; the first of two equal ones wins."""
        found: dict[str, dict[tuple[tuple[str, ...], Case], _Spelling]] = {}
        for spelling, entry in named:
            lows, texts = _words(spelling)
            if not lows:
                continue
            found.setdefault(lows[0], {}).setdefault(
                (lows, entry.case), _Spelling(lows, texts, entry)
            )
        return cls(
            {
                first: sorted(them.values(), key=lambda one: -len(one.lows))
                for first, them in found.items()
            }
        )

    def at(self, tokens: Sequence[Token], place: int) -> tuple[Entry, int] | None:
        """The longest name that begins at a place, and the place after it."""
        listed = self.spellings.get(tokens[place].low)
        if listed is None:
            return None
        for one in listed:
            end = place + len(one.lows)
            if end <= len(tokens) and _fits(one, tokens[place:end]):
                return one.entry, end
        return None


def _words(spelling: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a spelling, small and as they are; without "the" before them."""
    bare = spelling.removeprefix("the ").removeprefix("The ")
    if bare.replace(" ", "").isalpha():
        return tuple(bare.lower().split()), tuple(bare.split())
    tokens = tokens_of(bare)
    return tuple(one.low for one in tokens), tuple(one.text for one in tokens)


def _fits(spelling: _Spelling, tokens: Sequence[Token]) -> bool:
    for token, low in zip(tokens, spelling.lows, strict=True):
        if token.low != low:
            return False
    match spelling.entry.case:
        case Case.ANY:
            return True
        case Case.CAPITAL:
            return tokens[0].capital
        case Case.EXACT:
            return all(
                token.text == text for token, text in zip(tokens, spelling.texts, strict=True)
            )
