"""Numbers of two pieces: whether they count one thing, and whether they agree."""

from dataclasses import replace
from math import inf
from typing import NamedTuple

from learnt.facts.comparing.piece import Piece
from learnt.facts.lexical.lexicon import Lexicon
from learnt.facts.lexical.words import american, folded
from learnt.facts.quantities.amounts import Amount, agrees, measured
from learnt.facts.values import Span

_MONTH = 2_629_800.0
"""Seconds of a month: months and days are two measures for marking, and one here."""
_CELSIUS, _KELVIN, _ZERO = "°c", frozenset({"k", "kelvin", "kelvins"}), -273.15
_FAHRENHEIT = frozenset({"°f", "fahrenheit", "degrees fahrenheit"})
_METRES = {
    "inch": 0.0254, "inches": 0.0254, "inches of mercury": 0.0254, "foot": 0.3048, "feet": 0.3048,
    "ft": 0.3048, "yard": 0.9144, "yards": 0.9144, "roman mile": 1480.0, "roman miles": 1480.0,
    "nautical mile": 1852.0, "nautical miles": 1852.0,
}  # fmt: skip
"""Lengths in units of their own."""
_ROUNDING, _EXACTLY = 0.05, 0.005
_ROUGHLY = 0.12
_LEAST_ROUNDED = 1000
"""Smaller numbers are not rounded unless it is said: 46 and 48 are two counts."""
_UNIT_NEAR = 0.45


class Counted(NamedTuple):
    """Whether a number of each side agrees, and the first two that count alike and do not.

    `times` is how many times as large as the other one of those two is.
    """

    agree: bool = False
    clash: tuple[Span, Span] | None = None
    times: float = 1.0


_UNCOUNTED = Counted()


def counted_alike(a: Piece, b: Piece, lexicon: Lexicon) -> Counted:
    """How the numbers of two pieces agree."""
    pairs = [(one, two) for one in a.amounts for two in b.amounts if _alike(one, two, lexicon)]
    if any(may_be_one(one, two) for one, two in pairs):
        return Counted(agree=True)
    if not pairs:
        return _UNCOUNTED
    one, two = pairs[0]
    less, more = sorted((abs(one.value), abs(two.value)))
    times = more / less if less else inf
    return Counted(clash=(one.quantity.span, two.quantity.span), times=times)


def may_be_one(one: Amount, two: Amount) -> bool:
    """Whether two amounts may be one, rounded or in another unit."""
    one, two = _in_one_measure(one), _in_one_measure(two)
    slack = _slack(one, two)
    if agrees(one, two, slack=slack) or agrees(two, one, slack=slack):
        return True
    return _open(one, two) or _open(two, one)


def may_be_rounded(one: float, two: float) -> bool:
    """Whether two numbers of which it is not known what they count may be one."""
    less, more = sorted((abs(one), abs(two)))
    exact = _digits(less) == _digits(more)
    slack = _ROUNDING if less >= _LEAST_ROUNDED and not exact else _EXACTLY
    return more - less <= slack * more


def _slack(one: Amount, two: Amount) -> float:
    """How far two amounts may be apart, as a share, and be one that is rounded."""
    signs = {one.quantity.comparator, two.quantity.comparator}
    if "~" in signs or (one.measure == "s" and one.quantity.unit != two.quantity.unit):
        return _ROUGHLY
    exact = _digits(one.quantity.value), _digits(two.quantity.value)
    large = min(one.value, two.value) >= _LEAST_ROUNDED
    return _ROUNDING if large and exact[0] != exact[1] else _EXACTLY


def _digits(value: float) -> int:
    """The digits of a number before its noughts: 2 for 450,000, 3 for 22.5."""
    return len(f"{value:g}".replace(".", "").split("e")[0].strip("0")) or 1


def _open(one: Amount, two: Amount) -> bool:
    """Whether "over 600" has room for the other, which must be near."""
    match one.quantity.comparator:
        case ">" | ">=":
            return one.value * (1 - _ROUNDING) <= two.value <= one.value * 1.5
        case "<" | "<=":
            return one.value / 1.5 <= two.value <= one.value * (1 + _ROUNDING)
        case _:
            return False


def _in_one_measure(one: Amount) -> Amount:
    """The same in a measure that both sides have: months in seconds, all degrees in Celsius."""
    unit = one.quantity.unit.lower()
    if unit in _FAHRENHEIT:
        return replace(one, measure=_CELSIUS, value=(one.value - 32) / 1.8)
    if (metres := _METRES.get(unit)) is not None:
        return replace(one, measure="m", value=one.quantity.value * metres)
    if one.measure in _KELVIN:
        return replace(one, measure=_CELSIUS, value=one.value + _ZERO)
    if one.measure != "mo":
        return one
    to = None if one.to is None else one.to * _MONTH
    return replace(one, measure="s", value=one.value * _MONTH, to=to)


def _alike(one: Amount, two: Amount, lexicon: Lexicon) -> bool:
    """Whether both count the same: one measure, or things whose names mean the like."""
    one, two = _in_one_measure(one), _in_one_measure(two)
    if one.measure == two.measure:
        return True
    if measured(one.measure) or measured(two.measure) or not (one.measure and two.measure):
        return False
    words = [[american(folded(word)) for word in side.measure.split()] for side in (one, two)]
    stems = [{lexicon.stem(word) for word in side} for side in words]
    if not stems[0].isdisjoint(stems[1]):
        return True
    vectors = lexicon.vectors([words[0][-1], words[1][-1]])
    return float(vectors[0] @ vectors[1]) > _UNIT_NEAR
