"""What every layout reader is: a function from a page to a proposal, or to None.

A layout knows one shape of page. It says how well the page fits that shape (`fit`, 0-1) and what
it would read; it does not know of other layouts. The judge compares the fits. As a scale:
  .9 and above   the page carries this layout's own signs, and nearly every line obeys them
  .6 - .9        the shape is believable: lists, alternation, with few lines out of place
  .3 - .6        a guess; its cards are shown with a word of warning
  below .3       not this layout
"""

from collections.abc import Callable
from dataclasses import dataclass

from learnt.deck import Problem
from learnt.sources.page import Page


@dataclass(frozen=True, slots=True)
class Draft:
    """A card as a layout reads it, before it gets ids.

    `first` and `last` are line numbers; `confidence` (0-1) is how sure the layout is of this
    card, given that the page has its layout.
    """

    prompt: str | None
    points: tuple[str, ...]
    first: int
    last: int
    confidence: float = 1.0
    tags: tuple[str, ...] = ()
    hint: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A whole page as one layout reads it."""

    layout: str
    fit: float
    cards: tuple[Draft, ...]
    title: str | None = None
    question: str | None = None
    tags: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


Layout = Callable[[Page], Proposal | None]
