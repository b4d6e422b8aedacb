"""Dates that differ: each date of the answer is held against those of the point."""

import re

from learnt.facts.dates.when import compatible
from learnt.facts.values import Date, Event, Span
from learnt.marking.beside import Beside
from learnt.marking.slots.bound import exchanged_dates
from learnt.marking.slots.clash import Clash, ClashKind

_TAKEN_BACK = re.compile(
    r"\b(?:not|never|rather than|instead of|and not|isn'?t|wasn'?t)\s+(?:in|on|until|till)?\s*$",
    re.IGNORECASE,
)
_BEFORE = 24
"""Letters before a date in which it may be taken back: "not in 1934 but in 1935"."""


def date_clash(beside: Beside) -> Clash | None:
    """A date of the stretch that cannot be the point's, where the point's own is not said."""
    said = [one for one in beside.answer.facts.dates if _counts(one, beside)]
    own = beside.point.facts.dates
    if not said:
        return None
    if not own:
        return _against_prompt(beside, said)
    if bound := _bound_otherwise(beside) or exchanged_dates(beside):
        return bound
    unmet = [one for one in own if not any(compatible(one.edtf, two.edtf) for two in said)]
    wrong = [two for two in said if not any(compatible(one.edtf, two.edtf) for one in own)]
    if not (unmet and wrong):
        return None
    wanted, least = unmet[0], wrong[0]
    return Clash(ClashKind.DATE, least.span, wanted.span.of(beside.point.text))


def _counts(date: Date, beside: Beside) -> bool:
    """Whether a date stands in the stretch and is not taken back there."""
    if not beside.window.covers(date.span):
        return False
    text = beside.answer.text
    return not _TAKEN_BACK.search(text[max(0, date.span.start - _BEFORE) : date.span.start])


def _against_prompt(beside: Beside, said: list[Date]) -> Clash | None:
    """The prompt's date holds for a point that has none: "What happened in March 1936?"."""
    given = [date for facts in beside.given for date in facts.dates]
    if len(given) != 1 or any(compatible(given[0].edtf, one.edtf) for one in said):
        return None
    where = next(facts for facts in beside.given if facts.dates)
    return Clash(ClashKind.DATE, said[0].span, given[0].span.of(where.text))


def _bound_otherwise(beside: Beside) -> Clash | None:
    """Both tell the same deed, each with a date of its own, and the two dates differ."""
    for wanted in beside.point.facts.events:
        mine = [one for one in beside.answer.facts.events if _same_deed(wanted, one, beside)]
        if not wanted.edtf or not wanted.date or not mine:
            continue
        clashing = [one for one in mine if one.edtf and not compatible(wanted.edtf, one.edtf)]
        clashing = [one for one in clashing if not _is_anothers(one, wanted, beside)]
        if clashing and len(clashing) == len(mine):
            where = clashing[0].date or clashing[0].span
            return Clash(ClashKind.DATE, where, wanted.date.of(beside.point.text))
    return None


def _is_anothers(said: Event, wanted: Event, beside: Beside) -> bool:
    """Whether its date is that of another deed of the point with the same verb."""
    return any(
        one.edtf and said.edtf and compatible(one.edtf, said.edtf)
        for one in beside.point.facts.events
        if one is not wanted and one.verb == wanted.verb
    )


def _same_deed(wanted: Event, said: Event, beside: Beside) -> bool:
    """Whether two events are of one verb (not any: be and have tell no deed)."""
    where = said.word or said.span
    if not beside.window.meets(Span(where.start, where.end)) or said.date is None:
        return False
    if not beside.window.covers(said.date):
        return False
    return wanted.verb == said.verb or (
        wanted.verb_class == said.verb_class and wanted.verb_class not in {"other", "have"}
    )
