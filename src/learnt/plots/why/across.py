"""A chain from left to right: a column for each step in a row, arrows in the gaps between them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from learnt.facts.chains import Arrow, Chain
from learnt.plots.svg import number
from learnt.plots.why.box import Box, drawn_arrow, drawn_words, height_of, lines_in
from learnt.plots.why.spread import spread

_WIDTH = 1180.0
"""As wide as the pages are; what has more columns is moved along."""
_NARROWEST, _WIDEST = 168.0, 380.0
_GAP, _NARROW_GAP, _APART = 112.0, 84.0, 18.0
_MANY_COLUMNS = 5
_EXIT = 24.0
"""How far apart arrows leave a box, so that there is room for the words of each."""
_PASSING = 14.0
"""How high the place is that an arrow has in a column which it passes."""
_LANE = 14.0
_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture of a chain, without what is around it."""

    boxes: tuple[Box, ...]
    arrows: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place in a column: of a step, or of an arrow that passes (`step` is None)."""

    column: int
    height: float
    step: int | None
    before: tuple[int, ...] = ()
    behind: tuple[int, ...] = ()


def across(chain: Chain) -> Drawn:
    """The boxes and the arrows of a chain."""
    gap = _GAP if chain.columns < _MANY_COLUMNS else _NARROW_GAP
    width = min(_WIDEST, max(_NARROWEST, (_WIDTH + gap) / chain.columns - gap))
    boxes = _boxes(chain, width, gap)
    ways = _ways(chain)
    slots, passed = _slots(chain, boxes, ways)
    tops = _tops(slots)
    low = min(tops)
    placed = [replace(box, y=tops[nth] - low) for nth, box in enumerate(boxes)]
    height = max(box.bottom for box in placed)
    passing = {
        arrow: [tops[one] - low + _PASSING / 2 for one in them] for arrow, them in passed.items()
    }
    backs = [one for one in chain.arrows if one.back]
    arrows = "".join(_arrows(chain, placed, passing, gap))
    arrows += "".join(
        _round(one, placed, height + _LANE * nth) for nth, one in enumerate(backs, start=1)
    )
    right = max(box.right for box in placed) + (_LANE * 2 if backs else 0)
    return Drawn(tuple(placed), arrows, right, height + _LANE * (len(backs) + bool(backs)))


def _boxes(chain: Chain, width: float, gap: float) -> list[Box]:
    leaving: dict[int, int] = defaultdict(int)
    for arrow in chain.arrows:
        leaving[arrow.cause] += 1
    found = []
    for nth, step in enumerate(chain.steps):
        lines = lines_in(step, width)
        height = max(height_of(lines), _EXIT * (leaving[nth] + 1))
        found.append(Box(step, step.column * (width + gap), 0, width, height, lines))
    return found


def _ways(chain: Chain) -> Mapping[int, range]:
    """By arrow: the columns that it passes between its two ends."""
    steps = chain.steps
    return {
        nth: range(steps[one.cause].column + 1, steps[one.effect].column)
        for nth, one in enumerate(chain.arrows)
        if not one.back
    }


def _slots(
    chain: Chain, boxes: Sequence[Box], ways: Mapping[int, range]
) -> tuple[list[_Slot], Mapping[int, list[int]]]:
    """Every place of every column, those of steps first; and by arrow the places it passes."""
    before: dict[int, list[int]] = defaultdict(list)
    behind: dict[int, list[int]] = defaultdict(list)
    columns: dict[int, int] = {}
    passed: dict[int, list[int]] = {}
    new = len(boxes)
    for nth, columns_passed in ways.items():
        arrow = chain.arrows[nth]
        passed[nth] = list(range(new, new + len(columns_passed)))
        columns.update(zip(passed[nth], columns_passed, strict=True))
        new += len(columns_passed)
        way = [arrow.cause, *passed[nth], arrow.effect]
        for one, other in pairwise(way):
            behind[one].append(other)
            before[other].append(one)
    slots = [
        _Slot(box.step.column, box.height, nth, tuple(before[nth]), tuple(behind[nth]))
        for nth, box in enumerate(boxes)
    ]
    slots += [
        _Slot(columns[nth], _PASSING, None, tuple(before[nth]), tuple(behind[nth]))
        for nth in sorted(columns)
    ]
    return slots, passed


def _tops(slots: Sequence[_Slot]) -> list[float]:
    """Where every place begins, near to what it leads to and what it comes of."""
    listed: dict[int, list[int]] = defaultdict(list)
    roots = _roots(slots)
    for nth in sorted(range(len(slots)), key=lambda one: roots[one]):
        listed[slots[nth].column].append(nth)
    middles = [0.0] * len(slots)
    for them in listed.values():
        _place(slots, them, [0.0] * len(them), middles)
    columns = sorted(listed)
    for _ in range(_ROUNDS):
        for order, side in ((columns[1:], "before"), (columns[-2::-1], "behind")):
            for column in order:
                near = {
                    one: _near(getattr(slots[one], side), middles, one) for one in listed[column]
                }
                listed[column].sort(key=lambda one: near[one])
                _place(slots, listed[column], [near[one] for one in listed[column]], middles)
    return [middles[nth] - slot.height / 2 for nth, slot in enumerate(slots)]


def _roots(slots: Sequence[_Slot]) -> Sequence[int]:
    """By place: the column of the first cause on a way to it. What has come far stands above."""
    found = [slot.column for slot in slots]
    for nth in sorted(range(len(slots)), key=lambda one: slots[one].column):
        found[nth] = min((found[one] for one in slots[nth].before), default=found[nth])
    return found


def _near(others: Sequence[int], middles: Sequence[float], own: int) -> float:
    return sum(middles[one] for one in others) / len(others) if others else middles[own]


def _place(
    slots: Sequence[_Slot], them: Sequence[int], wanted: Sequence[float], middles: list[float]
) -> None:
    sizes = [slots[one].height for one in them]
    for one, top in zip(them, spread(wanted, sizes, _APART), strict=True):
        middles[one] = top + slots[one].height / 2


def _arrows(
    chain: Chain, boxes: Sequence[Box], passing: Mapping[int, Sequence[float]], gap: float
) -> list[str]:
    """Every arrow that leads to the right, from its own place at the edge of a box to another."""
    forward = [nth for nth, one in enumerate(chain.arrows) if not one.back]
    leaving = _ends([(chain.arrows[nth].cause, nth) for nth in forward], chain, boxes)
    coming = _ends([(chain.arrows[nth].effect, nth) for nth in forward], chain, boxes)
    found = []
    for nth in forward:
        arrow = chain.arrows[nth]
        x, y = boxes[arrow.cause].right, leaving[nth]
        path = f"M{number(x)} {number(y)}"
        end = boxes[arrow.effect].x
        for through in passing[nth]:
            path += _curve(x, y, x + gap, through) + f"H{number(x + gap + boxes[0].width)}"
            x, y = x + gap + boxes[0].width, through
        path += _curve(x, y, end - 6, coming[nth]) + f"H{number(end - 1)}"
        first, up = boxes[arrow.cause].right, coming[nth] < leaving[nth] - 2
        words = drawn_words(arrow, first + 8, leaving[nth] + (17 if up else -6), gap - 18)
        found.append(drawn_arrow(arrow, path, (end, coming[nth]), downward=False) + words)
    return found


def _ends(
    pairs: Sequence[tuple[int, int]], chain: Chain, boxes: Sequence[Box]
) -> Mapping[int, float]:
    """By arrow: how far down it meets the edge of its box, those from above first."""
    at: dict[int, list[int]] = defaultdict(list)
    for box, nth in pairs:
        at[box].append(nth)
    found = {}
    for box, them in at.items():
        other = {nth: chain.arrows[nth].effect + chain.arrows[nth].cause - box for nth in them}
        them.sort(key=lambda nth: boxes[other[nth]].middle)
        part = boxes[box].height / (len(them) + 1)
        for place, nth in enumerate(them, start=1):
            found[nth] = boxes[box].y + part * place
    return found


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    bend = (x + to_x) / 2
    return (
        f"C{number(bend)} {number(y)} {number(bend)} {number(to_y)} {number(to_x)} {number(to_y)}"
    )


def _round(arrow: Arrow, boxes: Sequence[Box], low: float) -> str:
    """An arrow that goes round below everything, back to what is before it."""
    cause, effect = boxes[arrow.cause], boxes[arrow.effect]
    out, back = cause.right + _LANE, effect.x - _LANE
    y, to = cause.bottom - 8, effect.bottom - 8
    path = (
        f"M{number(cause.right)} {number(y)}H{number(out)}V{number(low)}H{number(back)}"
        f"V{number(to)}H{number(effect.x - 1)}"
    )
    return drawn_arrow(arrow, path, (effect.x, to), downward=False)
