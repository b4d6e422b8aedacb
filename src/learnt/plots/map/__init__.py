"""A map of agreements: who was bound to whom, when, and on what condition.

In: `Tie`s, the oldest card's first. Out: a `Figure`, whose SVG stands alone, and the same for a
page. On the way:

    tie → places (every actor and agreement in a cell of its own, the earlier ones never moved by
    those that come later) → lines (around boxes) · boxes (their words) → drawing

Beside those of every picture, its classes begin with `map-`, and `tone-a` to `tone-f` are colours.
"""

from learnt.plots.map.drawing import agreements_map, page_map
from learnt.plots.map.places import Cell, Places, placed
from learnt.plots.map.tie import Tie

__all__ = ["Cell", "Places", "Tie", "agreements_map", "page_map", "placed"]
