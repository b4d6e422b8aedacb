"""The layout readers, one file each; `base` says what a layout is and what its fit means.

To add one: write its file with its grammar in the docstring, and name it here.
"""

from learnt.sources.layouts.alternating import alternating
from learnt.sources.layouts.base import Draft, Layout, Proposal
from learnt.sources.layouts.marked import marked
from learnt.sources.layouts.separated import separated
from learnt.sources.layouts.statements import statements

LAYOUTS: tuple[Layout, ...] = (separated, marked, statements, alternating)
"""Every layout, the most specific first: where two fit as well, the earlier one is taken."""

__all__ = ["LAYOUTS", "Draft", "Layout", "Proposal"]
