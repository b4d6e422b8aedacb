"""What a person says a fact is, checked and in one form: dates as EDTF, numbers, kinds, lists.

A date may be written as EDTF or in words ("May 1935", "c. 1934"): the grammar that reads the
cards reads it too.
"""

import math
import re
from collections.abc import Callable, Mapping
from typing import NoReturn

from learnt.deck.tidy import one_line
from learnt.errors import UsageError
from learnt.facts import FIELDS, Action, FactKind, Language, NameKind
from learnt.facts.dates import Anchor, read_dates
from learnt.facts.tokens import tokens_of

DATES = frozenset({"edtf", "negotiated", "signed"})
LISTS = frozenset({"actors", "parties"})
NUMBERS = frozenset({"value", "to"})
GOAL = ("into", "into_point", "into_start")
"""What tells which fact of a card another one is the same as."""
COMPARATORS = ("=", ">", "<", ">=", "<=", "~")
NEEDED: Mapping[FactKind, tuple[str, ...]] = {
    FactKind.DATE: ("edtf",),
    FactKind.NAME: ("name", "kind"),
    FactKind.QUANTITY: ("value",),
    FactKind.EVENT: ("verb",),
    FactKind.AGREEMENT: ("name",),
    FactKind.CAUSE: ("cause", "effect"),
}
"""What a fact of each kind cannot be without."""

_LONGEST = 500
_SHOWN = 60
_YES, _NO = "yes", "no"
_MONTH, _SEASON = "(?:0[1-9]|1[0-2])", "2[1-4]"
_MOMENT = re.compile(
    rf"(-?\d{{4}}(?:-{_MONTH}(?:-\d\d)?)?|\d{{3}}X|\d\dXX)[~?%]?|(-?\d{{4}}-{_SEASON})", re.ASCII
)
_LEAP_DAY = re.compile(r"(-?\d{4})-02-29")
_OPEN = ".."


def checked(
    kind: FactKind, action: Action, values: Mapping[str, str], languages: tuple[Language, ...]
) -> dict[str, str]:
    """The values of a correction in the form in which they are kept. Raises UsageError.

    A value of "" takes one away; what a fact needs cannot be taken away. A merge says `into` what:
    of a name also under which `name` it was read, of other facts where (see `fact_goals`).
    """
    given = {name: one_line(value) for name, value in values.items()}
    if action is Action.REJECT:
        return {}
    if action is Action.MERGE:
        if not given.get("into"):
            _missing(kind, "into")
        if kind is not FactKind.NAME:
            return {name: given[name] for name in GOAL if name in given}
        return {name: _short(given[name]) for name in ("name", "into") if given.get(name)}
    if unknown := next((name for name in given if name not in FIELDS[kind]), None):
        told = ", ".join(FIELDS[kind])
        raise UsageError(f"There is no “{_cut(unknown)}” in a fact of this kind. It has: {told}.")
    for name in NEEDED[kind]:
        if not given.get(name, "" if action is Action.ADD else "as it was"):
            _missing(kind, name)
    if not given:
        raise UsageError("Nothing was said of the fact. Write what it is.")
    return {name: _one(kind, name, value, languages) for name, value in given.items()}


def date_from(typed: str, languages: tuple[Language, ...]) -> str:
    """A date as a person types it, as EDTF. Raises UsageError for what is none."""
    text = one_line(typed)
    if is_edtf(text):
        return text
    for language in languages:
        for words in (text, text.title()):  # small months are common words in the cards
            dates, _ = read_dates(tokens_of(words), language.dates, Anchor())
            whole = len(dates) == 1 and dates[0].span.of(words) == words
            if whole and is_edtf(dates[0].edtf) and not _lost_its_day(text, dates[0].edtf):
                return dates[0].edtf
    raise UsageError(
        f"“{_cut(text)}” is no date that can be kept. Write 1935-05, or 1934/1936 for from–to."
    )


def _lost_its_day(text: str, edtf: str) -> bool:
    """Whether a 29 February was typed that there was not: of a card, the month is still read."""
    return "29" in text and edtf.endswith("-02")


def is_edtf(text: str) -> bool:
    """Whether a text is a date of EDTF level 1 whose days there are, the first before the last.

    `edtf.parse_edtf` is asked of one moment at a time: it refuses some intervals that are valid,
    prints what it stumbles over, and knows of no leap years.
    """
    ends = text.split("/")
    moments = [_MOMENT.fullmatch(end) for end in ends if end != _OPEN]
    if len(ends) > 2 or not moments or any(len(end) > 12 for end in ends):
        return False
    bounds = [_bounds(one[1] or one[2]) if one else None for one in moments]
    if any(one is None for one in bounds):
        return False
    first, last = bounds[0], bounds[-1]
    return first is not None and last is not None and first[0] <= last[1]


def _bounds(moment: str) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """The first and the last day of a moment; None where it is none."""
    from edtf import parse_edtf  # a quarter of a second, for who types a date only
    from edtf.parser.edtf_exceptions import EDTFParseException

    leap = _LEAP_DAY.fullmatch(moment)
    if leap and not _is_leap(int(leap[1])):
        return None
    try:
        found = parse_edtf(moment)
    except EDTFParseException:
        return None
    return tuple(found.lower_strict()[:3]), tuple(found.upper_strict()[:3])


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _one(kind: FactKind, name: str, value: str, languages: tuple[Language, ...]) -> str:
    checks: dict[str, Callable[[str], str]] = {
        **dict.fromkeys(DATES, lambda text: date_from(text, languages)),
        **dict.fromkeys(LISTS, _list),
        **dict.fromkeys(NUMBERS, _number),
        "comparator": _comparator,
        "polarity": _polarity,
    }
    if (kind, name) == (FactKind.NAME, "kind"):
        return _name_kind(value)
    return checks.get(name, _short)(value) if value else ""


def _list(value: str) -> str:
    parts = [one_line(part) for part in _short(value).split(";")]
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _number(value: str) -> str:
    plain = re.sub(r"(?<=\d)[ ,’'](?=\d{3}(?!\d))", "", value)
    try:
        number = float(plain)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise UsageError(f"“{_cut(value)}” is no number. Write 1500, or 2.5.")
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def _comparator(value: str) -> str:
    if value not in COMPARATORS:
        raise UsageError(f"“{_cut(value)}” compares nothing. Choose one of {' '.join(COMPARATORS)}")
    return value


def _polarity(value: str) -> str:
    said = {_YES: _YES, "true": _YES, _NO: _NO, "false": _NO}.get(value.lower())
    if said is None:
        raise UsageError("Whether it happened is “yes” or “no”. Write one of them.")
    return said


def _name_kind(value: str) -> str:
    if value not in list(NameKind):
        kinds = ", ".join(NameKind)
        raise UsageError(f"“{_cut(value)}” is no kind of name. Choose one of: {kinds}.")
    return value


def _short(value: str) -> str:
    if len(value) > _LONGEST:
        raise UsageError(f"This is too long ({len(value):,} letters). Up to {_LONGEST} fit.")
    return value


def _missing(kind: FactKind, name: str) -> NoReturn:
    raise UsageError(
        f"A fact of the kind “{kind}” needs its “{name}”. Write it, or choose another."
    )


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]} …"
