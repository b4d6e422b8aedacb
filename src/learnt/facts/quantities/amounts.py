"""Amounts: quantities in the unit of their measure, and whether one may be meant for another."""

from dataclasses import dataclass
from math import isclose

from learnt.facts.values import Quantity

_UNITS = {
    "%": ("share", 0.01), "percent": ("share", 0.01), "per cent": ("share", 0.01),
    "quarter": ("share", 0.25), "third": ("share", 1 / 3), "half": ("share", 0.5),
    "fifth": ("share", 0.2), "tenth": ("share", 0.1),
    "km": ("m", 1000.0), "kilometre": ("m", 1000.0), "m": ("m", 1.0), "metre": ("m", 1.0),
    "cm": ("m", 0.01), "centimetre": ("m", 0.01), "mm": ("m", 0.001), "millimetre": ("m", 0.001),
    "mile": ("m", 1609.34), "kg": ("g", 1000.0), "kilogram": ("g", 1000.0), "kilo": ("g", 1000.0),
    "g": ("g", 1.0), "gram": ("g", 1.0), "mg": ("g", 0.001), "tonne": ("g", 1e6), "ton": ("g", 1e6),
    "second": ("s", 1.0), "s": ("s", 1.0), "minute": ("s", 60.0), "min": ("s", 60.0),
    "hour": ("s", 3600.0), "hr": ("s", 3600.0), "day": ("s", 86400.0), "week": ("s", 604800.0),
    "month": ("mo", 1.0), "year": ("mo", 12.0), "yr": ("mo", 12.0), "decade": ("mo", 120.0),
    "century": ("mo", 1200.0), "l": ("l", 1.0), "litre": ("l", 1.0), "ml": ("l", 0.001),
}  # fmt: skip
"""By unit: what it measures, and how many of the measure's own unit it is."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity in the unit of its measure."""

    quantity: Quantity
    measure: str
    value: float
    to: float | None


def amount(quantity: Quantity) -> Amount:
    """The quantity in its measure's own unit: 75 % and three quarters are the same share."""
    unit = quantity.unit.lower().strip()
    head = unit.split()[-1] if unit else ""
    measure, factor = (
        _UNITS.get(unit) or _UNITS.get(head.rstrip("s")) or _UNITS.get(head) or (unit, 1.0)
    )
    to = None if quantity.to is None else quantity.to * factor
    return Amount(quantity, measure, quantity.value * factor, to)


def agrees(wanted: Amount, said: Amount, *, slack: float = 0.005) -> bool:
    """Whether one may be meant for the other: equal, or as near as "over" and "about" allow."""
    if wanted.quantity.comparator in {">", ">="} and said.to is not None:
        return said.to >= wanted.value and said.value <= wanted.value * 1.2
    if said.to is not None and wanted.to is None:
        return said.value <= wanted.value <= said.to
    if (
        said.to is not None
        and wanted.to is not None
        and not isclose(said.to, wanted.to, rel_tol=0.005)
    ):
        return False
    if "~" in (wanted.quantity.comparator, said.quantity.comparator):
        slack = max(slack, 0.1)
    if wanted.to is not None and said.to is None:
        return wanted.value * (1 - slack) <= said.value <= wanted.to * (1 + slack)
    return isclose(wanted.value, said.value, rel_tol=slack, abs_tol=1e-9)


def measured(measure: str) -> bool:
    """Whether it is a measure of its own, and not the name of what is counted."""
    return measure in _MEASURES


_MEASURES = frozenset(measure for measure, _ in _UNITS.values())
