"""The tables of names: states, leaders, organisations, happenings, places, structures."""

from collections import ChainMap
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from learnt.facts import NameKind
from learnt.facts.names import Case, Entry, Form, Gazetteer, NameTables
from learnt.facts.words import HeadWords, NameWords
from learnt.weights.made import made
from learnt.weights.tables import rows_of

Named = Iterator[tuple[str, Entry]]


def name_tables(
    code: str, table: dict[str, Any], small_words: frozenset[str], times: frozenset[str]
) -> NameTables:
    """What a language knows of names. `table` is its names.toml.

    `small_words` are words of its other tables that are no names, `times` months and the like.
    """
    doubtful = frozenset(table["doubtful"])
    small = frozenset(table["known_small"])
    named = [
        *_states(code),
        *_rows(code, "organisations.tsv", NameKind.ORGANISATION),
        *_rows(code, "places.tsv", NameKind.PLACE),
        *_happenings(code),
        *_people(code),
        *_biology(code),
    ]
    cased = ((spelling, _cased(spelling, entry, doubtful, small)) for spelling, entry in named)
    return NameTables(Gazetteer.of(cased), _words(code, table, small_words, times))


def _cased(spelling: str, entry: Entry, doubtful: frozenset[str], small: frozenset[str]) -> Entry:
    """With which letters a spelling is found: common words and short names want their capitals."""
    bare = spelling.removeprefix("the ").removeprefix("The ")
    low = bare.lower()
    if " " in bare or low in small:
        return entry
    if bare.isupper() and len(bare) <= 5:
        case = Case.EXACT
    elif low in doubtful or not (entry.kind in _SMALL_TOO or _is_plainly_a_name(bare, entry)):
        case = Case.CAPITAL
    else:
        return entry
    return replace(entry, case=case)


def _is_plainly_a_name(bare: str, entry: Entry) -> bool:
    """Whether nothing else is written so: the long full name of an organisation or place."""
    long = entry.kind in (NameKind.ORGANISATION, NameKind.PLACE) and len(bare) >= _LONG
    return long and bare == entry.name


_LONG = 6
_SMALL_TOO = (
    NameKind.STATE,
    NameKind.STRUCTURE,
    NameKind.PROCESS,
    NameKind.WAR,
    NameKind.AGREEMENT,
)


def _states(code: str) -> Named:
    """States by their names, peoples and seats, each with the years of the state."""
    for (name,), others, peoples, seats, years, _ in rows_of(code, "states.tsv", 6):
        span = _years(years)
        yield from _each((name, *others), Entry(name, NameKind.STATE, years=span))
        yield from _each(peoples, Entry(name, NameKind.STATE, Form.PEOPLE, years=span))
        yield from _each(seats, Entry(name, NameKind.STATE, Form.SEAT, years=span))


def _people(code: str) -> Named:
    """People by every name that they have."""
    for (name,), others, home, years, _ in rows_of(code, "leaders.tsv", 5):
        span, state = _years(years), next(iter(home), None)
        for spelling in (name, *others):  # a person is called what the card calls them
            yield spelling, Entry(spelling, NameKind.PERSON, years=span, home=state)


def _happenings(code: str) -> Named:
    for (name,), others, kind, _ in rows_of(code, "happenings.tsv", 4):
        yield from _each((name, *others), Entry(name, NameKind(kind[0])))


def _biology(code: str) -> Named:
    for (name,), others, kind in rows_of(code, "biology.tsv", 3):
        yield from _each((name, *others), Entry(name, NameKind(kind[0])))


def _rows(code: str, file: str, kind: NameKind) -> Named:
    for (name,), others in rows_of(code, file, 2):
        yield from _each((name, *others), Entry(name, kind))


def _each(spellings: Iterable[str], entry: Entry) -> Named:
    for spelling in spellings:
        yield spelling, entry


def _years(listed: tuple[str, ...]) -> tuple[int, int] | None:
    """`1922-1991`, `-509--27`, `1921-`: from and to; None where there is nothing to tell."""
    if not listed:
        return None
    first, _, last = listed[0].removeprefix("-").partition("-")
    if not first.isdigit():
        return None
    begin = -int(first) if listed[0].startswith("-") else int(first)
    try:
        return begin, int(last) if last else 9999
    except ValueError:
        return begin, begin


def _words(
    code: str, table: dict[str, Any], small_words: frozenset[str], times: frozenset[str]
) -> NameWords:
    """The small words around names; what the other tables list are no names."""
    people = table["people"]
    no_names = frozenset(one.lower() for ((one,),) in rows_of(code, "not_names.tsv", 1))
    return made(
        NameWords,
        ChainMap(people, table),
        heads=_head_words(table),
        pronouns={word: key for key in ("he", "she", "they", "it") for word in people[key]},
        function=small_words,
        plain=small_words | times | no_names,
    )


def _head_words(table: dict[str, Any]) -> HeadWords:
    """The nouns that make names, by the word."""
    return made(
        HeadWords,
        ChainMap(table["around"], table),
        heads=_by_word(table["heads"]),
        of=_by_word(table["of"]),
        inside={NameKind(kind): frozenset(them) for kind, them in table["inside"].items()},
    )


def _by_word(by_kind: dict[str, list[str]]) -> dict[str, NameKind]:
    """By word: its kind, the first that lists it."""
    found: dict[str, NameKind] = {}
    for kind, words in by_kind.items():
        for word in words:
            found.setdefault(word, NameKind(kind))
    return found
