"""Counts of what only one side has: softer signs of a clash, for the scorer to weigh."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from learnt.facts.dates.when import compatible
from learnt.facts.lexical.words import folded
from learnt.facts.quantities.amounts import agrees, amount
from learnt.facts.values import Date, Name
from learnt.marking.beside import Beside

T = TypeVar("T")

NAMES = (
    "dates_unsaid", "dates_new", "numbers_unsaid", "numbers_new", "names_unsaid", "names_new",
    "denied_here", "denied_there", "capitals_new",
)  # fmt: skip


def counts(beside: Beside) -> tuple[float, ...]:
    """In the order of NAMES: dates, numbers and names on one side alone, words denied on one."""
    point, answer = beside.point, beside.answer
    inside = [one for one in answer.facts.dates if beside.window.covers(one.span)]
    dates = _apart(point.facts.dates, inside, _same_date)
    quantities = [one for one in answer.facts.quantities if beside.window.covers(one.span)]
    own = [amount(one) for one in point.facts.quantities]
    numbers = _apart(own, [amount(one) for one in quantities], agrees)
    called = [one for one in answer.facts.names if beside.window.covers(one.span)]
    names = _apart(point.facts.names, called, _same_name)
    here, there = beside.denied_here, beside.denied_there
    denied = [(id(one) in there, id(two) in here) for one, two in beside.pairs]
    capitals = sum(
        word.text[0].isupper() and word.start > beside.window.start for word in beside.surplus
    )
    return (
        *dates,
        *numbers,
        *names,
        float(sum(two and not one for one, two in denied)),
        float(sum(one and not two for one, two in denied)),
        float(capitals),
    )


def _apart(
    own: Sequence[T], said: Sequence[T], same: Callable[[T, T], bool]
) -> tuple[float, float]:
    """How many of each side have no counterpart on the other."""
    unsaid = sum(not any(same(one, two) for two in said) for one in own)
    new = sum(not any(same(one, two) for one in own) for two in said)
    return float(unsaid), float(new)


def _same_date(one: Date, two: Date) -> bool:
    return compatible(one.edtf, two.edtf)


def _same_name(one: Name, two: Name) -> bool:
    return folded(one.name).split()[-1:] == folded(two.name).split()[-1:]
