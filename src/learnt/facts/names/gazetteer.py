"""Known names, found in a text by their words: at each place the longest that fits."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

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


class _Spelling(NamedTuple):
    texts: tuple[str, ...]
    entry: Entry


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names by their words, written small; `lengths` are those of the names with a first word.

    A name is looked up by the words that stand in a text, so that many names with the same first
    word cost no more than one.
    """

    spellings: Mapping[tuple[str, ...], Sequence[_Spelling]] = field(default_factory=dict)
    lengths: Mapping[str, Sequence[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, named: Iterable[tuple[str, Entry]]) -> "Gazetteer":
        """A gazetteer of spellings and what they name; the first of two equal ones wins."""
        found: dict[tuple[str, ...], list[_Spelling]] = defaultdict(list)
        lengths: dict[str, set[int]] = defaultdict(set)
        for spelling, entry in named:
            lows, texts = _words(spelling)
            if not lows:
                continue
            equal = found[lows]
            if all(one.entry.case is not entry.case for one in equal):
                equal.append(_Spelling(texts, entry))
                lengths[lows[0]].add(len(lows))
        return cls(found, {first: sorted(them, reverse=True) for first, them in lengths.items()})

    def at(self, tokens: Sequence[Token], place: int) -> tuple[Entry, int] | None:
        """The longest name that begins at a place, and the place after it."""
        lengths = self.lengths.get(tokens[place].low)
        if lengths is None:
            return None
        near = tokens[place : place + lengths[0]]
        lows = tuple([one.low for one in near])
        for count in lengths:
            if count > len(near):
                continue
            for one in self.spellings.get(lows[:count], ()):
                if _is_cased(one, near):
                    return one.entry, place + count
        return None


def _words(spelling: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a spelling, small and as they are; without "the" before them."""
    bare = spelling.removeprefix("the ").removeprefix("The ")
    if bare.replace(" ", "").isalpha():
        return tuple(bare.lower().split()), tuple(bare.split())
    tokens = tokens_of(bare)
    return tuple(one.low for one in tokens), tuple(one.text for one in tokens)


def _is_cased(spelling: _Spelling, tokens: Sequence[Token]) -> bool:
    """Whether the words are written with the letters that the name asks for."""
    match spelling.entry.case:
        case Case.ANY:
            return True
        case Case.CAPITAL:
            return tokens[0].capital
        case Case.EXACT:
            exact = zip(tokens, spelling.texts, strict=False)  # more tokens may stand behind it
            return all(token.text == text for token, text in exact)
