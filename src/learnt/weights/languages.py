"""The languages that facts are read in, from the data files in `facts/CODE/`."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib.resources import files
from typing import Any

from learnt.facts import Language
from learnt.facts.dates import DateWords, phrases_of
from learnt.facts.events import EventWords, VerbEntry, VerbTable
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
def language(code: str) -> Language:
    """One language by its ISO 639-1 code, read once."""
    words = _event_words(_toml(code, "events.toml"))
    dates = _date_words(_toml(code, "dates.toml"))
    frequent = frozenset().union(*(getattr(words, name) for name in _FREQUENT))
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


def _date_words(table: dict[str, Any]) -> DateWords:
    phrases = {role: phrases_of(listed) for role, listed in table.pop("phrases").items()}
    return _made(DateWords, table, phrases=phrases)


def _event_words(table: dict[str, Any]) -> EventWords:
    comparators = {sign: phrases_of(them) for sign, them in table.pop("comparators").items()}
    phrases = {
        name: phrases_of(table.pop(key))
        for name, key in (
            ("qualifiers", "qualifiers"),
            ("conditions", "if"),
            ("because", "because"),
            ("so", "so"),
        )
    }
    return _made(EventWords, table, comparators=comparators, **phrases)


def _made(kind: Any, table: Mapping[str, Any], **ready: Any) -> Any:  # noqa: ANN401 - a dataclass of ours
    """A value of a dataclass from a table: its lists as sets, and some fields that are ready."""
    rest = [one.name for one in fields(kind) if one.name not in ready]
    return kind(**{name: _value(table[name]) for name in rest}, **ready)


def _value(listed: Any) -> Any:  # noqa: ANN401 - what TOML holds: flags, numbers by word, words
    return frozenset(listed) if isinstance(listed, list) else listed


def _verbs(code: str) -> list[VerbEntry]:
    return [
        VerbEntry(lemma, verb_class, irregular, nouns)
        for (lemma,), (verb_class,), irregular, nouns in rows_of(code, "verbs.tsv", 4)
    ]


def _toml(code: str, name: str) -> dict[str, Any]:
    return tomllib.loads((files("learnt.weights") / "facts" / code / name).read_text("utf-8"))
