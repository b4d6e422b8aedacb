"""From years to places, and the ticks that a scale has room for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor

from learnt.plots.timeline.moment import Moment

WIDTH = 1120.0
"""Units across, before anything is made larger."""
MARGIN = 28.0
_APART = 64.0
"""Units between two ticks, at least."""
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DAYS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_AROUND = 0.03


@dataclass(frozen=True, slots=True)
class Axis:
    """Years from `start` to `end`, of `scale` units each."""

    start: float
    end: float
    scale: float

    def x(self, year: float) -> float:
        """Where a year begins."""
        return MARGIN + (year - self.start) * self.scale


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the lanes; `strong` is one of a year among those of months."""

    year: float
    label: str
    strong: bool = False


def axis_of(moments: Sequence[Moment]) -> Axis:
    """An axis that all of the moments fit on, with a little air."""
    start = min((one.happening.extent.start for one in moments), default=1900.0)
    end = max((one.happening.extent.end for one in moments), default=2000.0)
    air = max((end - start) * _AROUND, 0.25)
    start, end = start - air, end + air
    return Axis(start, end, (WIDTH - 2 * MARGIN) / (end - start))


def ticks(axis: Axis) -> tuple[Tick, ...]:
    """Ticks at round years; months and days where a year is wide enough."""
    step = year_step(axis.scale)
    if step > 1 or axis.scale / 4 < _APART:
        return tuple(_years(axis, step))
    return tuple(_months(axis, 1 if axis.scale / 12 >= _APART else 3))


def year_step(scale: float) -> int:
    """Years between two ticks: 1, 2, 5, 10, 20, 50 and so on."""
    unit = 1
    while True:
        for step in (unit, 2 * unit, 5 * unit):
            if step * scale >= _APART:
                return step
        unit *= 10


def year_label(year: int) -> str:
    """1934, or 44 BC for the year -43."""
    return str(year) if year > 0 else f"{1 - year:,} BC".replace(",", " ")


def _years(axis: Axis, step: int) -> Iterator[Tick]:
    """Multiples of the step; before Christ those of the years as they are counted there."""
    first = max(1, ceil((1 - axis.end) / step))
    for count in range(floor((1 - axis.start) / step), first - 1, -1):
        year = 1 - count * step
        if year >= axis.start:  # 1 less next to nothing is rounded to 1
            yield Tick(year, year_label(year))
    for count in range(max(1, ceil(axis.start / step)), floor(axis.end / step) + 1):
        yield Tick(count * step, year_label(count * step))


def _months(axis: Axis, step: int) -> Iterator[Tick]:
    for year in range(floor(axis.start), ceil(axis.end)):
        for month in range(0, 12, step):
            at = year + _DAYS[month] / 365
            if axis.start <= at <= axis.end:
                yield Tick(at, _MONTHS[month] if month else year_label(year), month == 0)
