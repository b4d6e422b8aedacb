"""The layout readers, one file each; `base` says what a layout is and what its fit means.

To add one: write its file with its grammar in the docstring, and name it here.
"""

from learnt.sources.layouts.alternating import alternating
from learnt.sources.layouts.answers_below import answers_below
from learnt.sources.layouts.base import Draft, Layout, Proposal
from learnt.sources.layouts.choices import choices
from learnt.sources.layouts.defined import defined
from learnt.sources.layouts.ended import ended
from learnt.sources.layouts.headed import headed
from learnt.sources.layouts.in_turn import in_turn
from learnt.sources.layouts.inline import inline
from learnt.sources.layouts.jeopardy import jeopardy
from learnt.sources.layouts.labelled import labelled
from learnt.sources.layouts.listed import listed
from learnt.sources.layouts.marked import marked
from learnt.sources.layouts.notes import notes
from learnt.sources.layouts.numbered import numbered
from learnt.sources.layouts.obsidian import obsidian
from learnt.sources.layouts.oneline import oneline
from learnt.sources.layouts.quoted import quoted
from learnt.sources.layouts.recurring import recurring
from learnt.sources.layouts.ruled import ruled
from learnt.sources.layouts.runs import runs
from learnt.sources.layouts.separated import separated
from learnt.sources.layouts.signed import signed
from learnt.sources.layouts.spaced import spaced
from learnt.sources.layouts.statements import statements

LAYOUTS: tuple[Layout, ...] = (
    labelled,
    ended,
    separated,
    choices,
    marked,
    obsidian,
    ruled,
    quoted,
    signed,
    answers_below,
    jeopardy,
    recurring,
    numbered,
    in_turn,
    headed,
    listed,
    defined,
    inline,
    statements,
    spaced,
    oneline,
    runs,
    notes,
    alternating,
)
"""Every layout, the most specific first: where two fit as well, the earlier one is taken."""

__all__ = ["LAYOUTS", "Draft", "Layout", "Proposal"]
