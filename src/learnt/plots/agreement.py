"""What was expected of answers, and what came: groups of answers against the line of agreement."""

from collections.abc import Sequence
from dataclasses import dataclass

from learnt.plots.figure import Figure
from learnt.plots.scale import Scale
from learnt.plots.svg import element, label, line, picture, title

_LEFT, _RIGHT = 72.0, 650.0  # 100% is written beside both
_TOP, _BOTTOM = 16.0, 376.0
_HEIGHT = 436.0
_FEW = 60


@dataclass(frozen=True, slots=True)
class Group:
    """Answers that were expected alike: how many, the mean expected, the share recalled."""

    count: int
    expected: float
    recalled: float


def agreement(groups: Sequence[Group]) -> Figure:
    """Dots on the line where as much was recalled as was expected; a dot a group of answers."""
    name, meaning = "Expected and recalled", _meaning(groups)
    return Figure(
        "agreement",
        name,
        meaning,
        ("Expected percent", "Recalled percent", "Answers"),
        tuple((round(100 * one.expected), round(100 * one.recalled), one.count) for one in groups),
        _drawn(groups, name, meaning),
    )


def _meaning(groups: Sequence[Group]) -> str:
    count = sum(one.count for one in groups)
    if count < _FEW:
        return (
            "There are not enough answers on later days yet to say how well your memory is "
            f"foreseen: {count} of {_FEW}."
        )
    expected = sum(one.count * one.expected for one in groups) / count
    recalled = sum(one.count * one.recalled for one in groups) / count
    off = sum(one.count * abs(one.expected - one.recalled) for one in groups) / count
    return (
        f"Of {count:,} answers you were expected to recall {expected:.0%}, and you recalled "
        f"{recalled:.0%}. Group by group, what was expected is off by {100 * off:.0f} in 100."
    )


def _drawn(groups: Sequence[Group], name: str, meaning: str) -> str:
    values = [value for one in groups for value in (one.expected, one.recalled)]
    low = 0.5 if values and min(values) >= 0.5 else 0.0
    up = Scale(low, 1.0, _TOP, _BOTTOM)
    across = Scale(low, 1.0, _RIGHT, _LEFT)  # the same numbers, from left to right
    marks = [low + (1 - low) * step / 4 for step in range(5)]
    most = max((one.count for one in groups), default=1)
    return picture(
        name,
        meaning,
        680.0,
        _HEIGHT,
        *(line(_LEFT, up.y(mark), _RIGHT, up.y(mark)) for mark in marks),
        *(line(across.y(mark), _TOP, across.y(mark), _BOTTOM) for mark in marks),
        *(label(f"{mark:.0%}", _LEFT - 10, up.y(mark) + 7, "end") for mark in marks[::2]),
        *(label(f"{mark:.0%}", across.y(mark), _BOTTOM + 26, "middle") for mark in marks[:4:2]),
        label("100%", _RIGHT, _BOTTOM + 26, "end"),  # within the picture
        label("expected →", _RIGHT, _BOTTOM + 52, "end"),
        label("↑ recalled", _LEFT + 8, _TOP + 20),
        element(
            "line",
            title("As much recalled as expected"),
            class_="plot-target",
            x1=across.y(low),
            y1=up.y(low),
            x2=across.y(1.0),
            y2=up.y(1.0),
            stroke="currentColor",
            stroke_opacity="0.6",
            stroke_width=2,
            stroke_dasharray="2 7",
            stroke_linecap="round",
        ),
        *(
            _dot(one, across.y(one.expected), up.y(one.recalled), one.count / most)
            for one in groups
        ),
    )


def _dot(one: Group, x: float, y: float, share: float) -> str:
    told = f"{one.count:,} answers: {one.expected:.0%} expected, {one.recalled:.0%} recalled"
    hit = element("circle", class_="plot-hit", cx=x, cy=y, r=14, fill="none", pointer_events="all")
    dot = element(
        "circle", class_="plot-dot", cx=x, cy=y, r=4.5 + 3.5 * share**0.5, fill="currentColor"
    )
    return element("g", title(told), hit, dot)
