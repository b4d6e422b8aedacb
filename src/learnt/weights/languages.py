"""The languages that facts are read in, from the data files in `facts/CODE/`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from learnt.facts import Language
from learnt.facts.events import VerbEntry, VerbTable
from learnt.facts.words import DateWords, EventWords
from learnt.weights.building import uncollected
from learnt.weights.made import made
from learnt.weights.names import name_tables
from learnt.weights.tables import rows_of

CODES = ("en", "de")
_SMALL = (
    "be",
    "have",
    "do",
    "modal",
    "negators",
    "adverbs",
    "determiners",
    "prepositions",
    "joining",
    "opening",
    "asking",
    "plural_subjects",
    "singular_subjects",
    "linking_nouns",
)
_FREQUENT = ("determiners", "prepositions", "be", "have", "joining", "opening")


def languages() -> tuple[Language, ...]:
    """Every language that there is a folder for, English first."""
    return tuple(language(code) for code in CODES)


@cache
@uncollected()
def language(code: str) -> Language:
    """One language by its ISO 639-1 code, read once."""
    words = made(EventWords, _toml(code, "events.toml"))
    dates = made(DateWords, _toml(code, "dates.toml"))
    frequent = frozenset(dates.months).union(
        dates.century, *(getattr(words, name) for name in _FREQUENT)
    )
    return Language(
        code,
        dates,
        name_tables(code, _toml(code, "names.toml"), _no_names(words), _times(dates)),
        VerbTable.of(_verbs(code)),
        words,
        frequent,
    )


def _no_names(words: EventWords) -> frozenset[str]:
    """Words that stand with a capital at times and are never part of a name."""
    return frozenset().union(*(getattr(words, name) for name in _SMALL))


def _times(dates: DateWords) -> frozenset[str]:
    """Months, seasons and the like: they name nobody, but may be part of a name (Winter Palace)."""
    return frozenset(
        {*dates.months, *dates.seasons, *dates.weekdays, *dates.ordinals, *dates.century}
    )


def _verbs(code: str) -> list[VerbEntry]:
    """The rows of the table of verbs."""
    return [
        VerbEntry(lemma, verb_class, irregular, nouns)
        for (lemma,), (verb_class,), irregular, nouns in rows_of(code, "verbs.tsv", 4)
    ]


def _toml(code: str, name: str) -> dict[str, Any]:
    return tomllib.loads((files("learnt.weights") / "facts" / code / name).read_text("utf-8"))
