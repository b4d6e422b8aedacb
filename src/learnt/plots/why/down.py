"""A chain from top to bottom, for a narrow screen: one box below the other, arrows beside them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from learnt.facts.chains import Arrow, Chain
from learnt.plots.svg import number
from learnt.plots.why.across import Drawn
from learnt.plots.why.box import Box, drawn_arrow, drawn_words, height_of, lines_in

_WIDTH = 340.0
_APART = 34.0
_LANE, _MOST_LANES = 13.0, 4
_EDGE = 8.0


def down(chain: Chain) -> Drawn:
    """The boxes and the arrows of a chain."""
    chain = _causes_first(chain)
    lanes = _lanes(chain)
    left = _EDGE + _LANE * (1 + max(lanes.values())) if lanes else 0.0
    boxes: list[Box] = []
    y = 0.0
    for step in chain.steps:
        lines = lines_in(step, _WIDTH - left)
        boxes.append(Box(step, left, y, _WIDTH - left, height_of(lines), lines))
        y = boxes[-1].bottom + _APART
    arrows = "".join(
        _straight(one, boxes) if _is_next(one) else _beside(one, boxes, lanes[one.effect])
        for one in chain.arrows
    )
    return Drawn(tuple(boxes), arrows, _WIDTH, y - _APART)


def _causes_first(chain: Chain) -> Chain:
    """The chain with every step right behind its causes, and these right behind theirs."""
    causes: dict[int, list[int]] = defaultdict(list)
    for arrow in chain.arrows:
        if not arrow.back:
            causes[arrow.effect].append(arrow.cause)
    order: dict[int, int] = {}
    for end in reversed(range(len(chain.steps))):
        way = [] if end in order else [(end, iter(causes[end]))]
        # Later columns first: what nothing comes of is drawn with all that led to it.
        while way:
            step, rest = way[-1]
            cause = next((one for one in rest if one not in order), None)
            if cause is None:
                order.setdefault(step, len(order))
                way.pop()
            else:
                way.append((cause, iter(causes[cause])))
    steps = sorted(order, key=lambda one: order[one])
    arrows = (
        replace(one, cause=order[one.cause], effect=order[one.effect]) for one in chain.arrows
    )
    return Chain(tuple(chain.steps[one] for one in steps), tuple(arrows))


def _is_next(arrow: Arrow) -> bool:
    return arrow.effect == arrow.cause + 1


def _lanes(chain: Chain) -> Mapping[int, int]:
    """By step that arrows lead to from afar: the lane that they come in, 0 next to the boxes.

    All that lead to a step share one; lanes whose arrows do not pass each other are the same.
    """
    reach: dict[int, list[int]] = defaultdict(list)
    for arrow in chain.arrows:
        if not _is_next(arrow):
            reach[arrow.effect] += [arrow.cause, arrow.effect]
    found: dict[int, int] = {}
    busy: list[int] = []
    for effect in sorted(reach, key=lambda one: min(reach[one])):
        first, last = min(reach[effect]), max(reach[effect])
        free = next((nth for nth, until in enumerate(busy) if until < first), len(busy))
        free = min(free, _MOST_LANES - 1)
        busy[free : free + 1] = [max(last, busy[free] if free < len(busy) else 0)]
        found[effect] = free
    return found


def _straight(arrow: Arrow, boxes: Sequence[Box]) -> str:
    above, below = boxes[arrow.cause], boxes[arrow.effect]
    x = above.x + 2 * _LANE
    path = f"M{number(x)} {number(above.bottom)}V{number(below.y - 1)}"
    words = drawn_words(arrow, x + 12, above.bottom + _APART / 2 + 5, above.width - 4 * _LANE)
    return drawn_arrow(arrow, path, (x, below.y), downward=True) + words


def _beside(arrow: Arrow, boxes: Sequence[Box], lane: int) -> str:
    cause, effect = boxes[arrow.cause], boxes[arrow.effect]
    x = cause.x - _LANE * (lane + 1)
    path = (
        f"M{number(cause.x)} {number(cause.middle)}H{number(x)}"
        f"V{number(effect.middle)}H{number(effect.x - 1)}"
    )
    words = drawn_words(arrow, cause.x + 4, cause.bottom + 16, cause.width)
    return drawn_arrow(arrow, path, (effect.x, effect.middle), downward=False) + words
