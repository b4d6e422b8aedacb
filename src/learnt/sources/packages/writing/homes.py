"""Decks as Anki has them: a name for each, with all that is above it, and a number.

Anki holds names that differ in case alone for the same, has a deck `Default` of its own, and no
level without a name.
"""

from collections.abc import Sequence
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
    spelt: dict[str, str] = {}
    by_name = {_DEFAULT: Home(1, _DEFAULT)}
    found = {}
    for deck in decks:
        name = _spelt(_name(deck.title), spelt)
        home = by_name.get(name) or Home(numbers.next(made_at(deck.id)), name)
        by_name[name] = found[deck.id] = home
    return found


def decks_json(homes: Sequence[Home], at: int) -> dict[str, Any]:
    """All decks as a collection of schema 11 has them, changed at a second."""
    numbers = Numbers()
    for home in homes:
        numbers.next(home.id)
    by_name = {home.name: home for home in homes}
    for home in homes:
        for above in _levels(home.name)[:-1]:
            if above not in by_name:
                by_name[above] = Home(numbers.next(home.id), above)
    by_name.setdefault(_DEFAULT, Home(1, _DEFAULT))
    return {str(one.id): _deck(one, at) for one in by_name.values()}


def _levels(name: str) -> list[str]:
    """The names of all decks above one, from the top, and its own."""
    return list(accumulate(name.split(_LEVEL), lambda one, below: f"{one}{_LEVEL}{below}"))


def _spelt(name: str, spelt: dict[str, str]) -> str:
    """The name with each level as it was spelt first; `spelt` learns those that are new."""
    found = ""
    for level in name.split(_LEVEL):
        own = f"{found}{_LEVEL}{level}" if found else level
        own = _DEFAULT if own.casefold() == _DEFAULT.casefold() else own
        found = spelt.setdefault(own.casefold(), own)
    return found


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
