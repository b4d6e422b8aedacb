"""How well a page fits the alternating layout: what its lines show, and what its shape adds.

    shown  the mean weight of each line's side over the other side, in nats, as a share of .9
    floor  what pairs of short lines are worth under a title or a count, though they show nothing
    doubt  prose, signs of layouts nobody here reads, one prompt over everything

Lines of one or two words can always be paired, so without a title, a count, a question or gaps
between the cards they have to show more.
"""

import math
from collections.abc import Sequence

from learnt.sources.alternation.cues import Manner
from learnt.sources.alternation.doubts import prose_share, trust_in
from learnt.sources.alternation.weights import BACK, FRONT, TITLE
from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.question import is_question


def fit_of(page: Page, manner: Manner, emit: list[list[float]], path: list[int]) -> float:
    """The fit (0-1) of the states `path` for the page's lines, weighed as in `emit`."""
    lines = page.lines
    asks = any(is_question(line.text) for line in lines)
    idle = manner.terse and not manner.gap and not asks
    fit = 0.9 / (1 + math.exp(-1.6 * (_shown(emit, path) - (0.7 if idle else 0.1))))
    fit = max(fit, _floor(page, manner, path))
    if path.count(FRONT) == 1 and len(lines) > 2:
        fit = min(fit, _one_prompt(lines, path))
    fit *= 1 - 0.7 * max(0.0, 2 * prose_share(lines) - 1)
    return fit * trust_in(lines)


def _shown(emit: list[list[float]], path: list[int]) -> float:
    """How much the lines look like the sides they were given, and not the other ones."""
    other = {FRONT: BACK, BACK: FRONT}
    told = [
        max(-3.0, min(3.0, row[state] - row[other[state]]))
        for row, state in zip(emit, path, strict=True)
        if state in other
    ]
    return sum(told) / max(1, len(told))


def _floor(page: Page, manner: Manner, path: list[int]) -> float:
    """The least fit where every side is one short line, as in a list of words."""
    sides = [state for state in path if state != TITLE]
    cards = path.count(FRONT)
    if not manner.terse or cards < 3 or sides != [FRONT, BACK] * cards:
        return 0.0
    if page.declared == cards:
        return 0.75
    return 0.5 if page.title is not None else 0.36


def _one_prompt(lines: Sequence[Line], path: list[int]) -> float:
    """The most one prompt over all other lines is worth: they may be cards, or prose."""
    listed = any(line.marked for line in lines)
    return 0.55 if listed or is_question(lines[path.index(FRONT)].text) else 0.25
