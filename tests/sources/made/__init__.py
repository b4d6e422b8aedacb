"""A maker of pages: cards in our own words, set in every layout we know, with defects.

`made_page(seed)` gives the same page for the same seed; `made_pages(count)` goes through all the
layouts. The true cards stand beside the text, in the form that a labelled page has.
"""

from tests.sources.made import (
    brainscape,
    exams,
    knowt_gizmo,
    lines,
    more,
    notes,
    sides,
    sites,
    wild,
)
from tests.sources.made.defects import ALL as DEFECTS
from tests.sources.made.pages import Made, made_page, made_pages
from tests.sources.made.sheet import SETTERS

MODULES = (brainscape, exams, knowt_gizmo, lines, notes, sides, sites, more, wild)
"""Where the layouts are written down: importing them enters them."""

__all__ = ["DEFECTS", "MODULES", "SETTERS", "Made", "made_page", "made_pages"]
