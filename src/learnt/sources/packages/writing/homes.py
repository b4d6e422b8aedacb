"""Decks as Anki has them: a name for each, with all that is above it, and a number.

Anki holds names that differ in case alone for the same, has a deck `Default` of its own, and no
level without a name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any
from unicodedata import normalize

from learnt.deck import Deck
from learnt.ids import DeckId, made_at
from learnt.sources.packages.writing.numbers import Numbers

_LEVEL = "::"
_DEFAULT = "Default"
_NAMELESS = "blank"


@dataclass(frozen=True, slots=True)
class Home:
    """A deck of Anki's."""

    id: int
    name: str


def homes_of(decks: Sequence[Deck]) -> dict[DeckId, Home]:
    """Where the cards of each deck go."""
    numbers = Numbers()
    by_name = {_DEFAULT.casefold(): Home(1, _DEFAULT)}
    found = {}
    for deck in decks:
        name = _name(deck.title)
        home = by_name.get(name.casefold()) or Home(numbers.next(made_at(deck.id)), name)
        by_name[name.casefold()] = found[deck.id] = home
    return found


def decks_json(homes: Sequence[Home], at: int) -> dict[str, Any]:
    """All decks as a collection of schema 11 has them, changed at a second."""
    numbers = Numbers()
    for home in homes:
        numbers.next(home.id)
    by_name = {home.name.casefold(): home for home in homes}
    for home in homes:
        for above in _above(home.name):
            if above.casefold() not in by_name:
                by_name[above.casefold()] = Home(numbers.next(home.id), above)
    by_name.setdefault(_DEFAULT.casefold(), Home(1, _DEFAULT))
    return {str(one.id): _deck(one, at) for one in by_name.values()}


def _above(name: str) -> Iterator[str]:
    levels = name.split(_LEVEL)
    yield from list(accumulate(levels, lambda one, below: f"{one}{_LEVEL}{below}"))[:-1]


def _name(title: str) -> str:
    levels = (normalize("NFC", level).strip() for level in title.split(_LEVEL))
    return _LEVEL.join(level or _NAMELESS for level in levels)


def _deck(home: Home, at: int) -> dict[str, Any]:
    nothing = [0, 0]
    return {
        "id": home.id,
        "mod": at,
        "name": home.name,
        "usn": -1,
        "lrnToday": nothing,
        "revToday": nothing,
        "newToday": nothing,
        "timeToday": nothing,
        "collapsed": False,
        "browserCollapsed": False,
        "desc": "",
        "dyn": 0,
        "conf": 1,
        "extendNew": 0,
        "extendRev": 0,
    }
