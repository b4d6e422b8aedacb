"""A timeline: what happened when, in lanes by actor or by deck.

In: `Moment`s. Out: a `Figure`, whose SVG stands alone, and the same in the parts of a page. On the
way:

    lanes (whose row a moment stands in) · axis (years to places, ticks by the scale) → layout (rows
    in which nothing overlaps) → marks (a moment as SVG) → drawing · parts (for a page)

Beside those of every picture, its classes are:

    tl-…                    a part of the timeline; the style sheet names them one by one
    tone-a … tone-f         whose colour it has: that of its lane
"""

from learnt.plots.timeline.axis import Axis, Tick, axis_of, ticks
from learnt.plots.timeline.drawing import timeline, timeline_told
from learnt.plots.timeline.lanes import By, Lane, lanes_of
from learnt.plots.timeline.layout import Layout, Placed, Side, laid_out
from learnt.plots.timeline.moment import Moment, known_words
from learnt.plots.timeline.parts import PageParts, Strip, page_parts

__all__ = [
    "Axis",
    "By",
    "Lane",
    "Layout",
    "Moment",
    "PageParts",
    "Placed",
    "Side",
    "Strip",
    "Tick",
    "axis_of",
    "known_words",
    "laid_out",
    "lanes_of",
    "page_parts",
    "ticks",
    "timeline",
    "timeline_told",
]
