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
    card, given that the page has its layout; `accepted` are other wordings of its first point.
    """

    prompt: str | None
    points: tuple[str, ...]
    first: int
    last: int
    confidence: float = 1.0
    tags: tuple[str, ...] = ()
    hint: str | None = None
    note: str | None = None
    wrong_options: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A whole page as one layout reads it.

    `separator` is what stands between the two sides of a line, "" where nothing does;
    `furniture` are the numbers of further lines that belong to the site, not to the cards;
    `repeats` is how many cards stand on the page a second time and are left out of `cards`;
    `units` is how many cards the page itself would count, 0 where it counts as we do.
    """

    layout: str
    fit: float
    cards: tuple[Draft, ...]
    title: str | None = None
    question: str | None = None
    tags: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    separator: str = ""
    furniture: frozenset[int] = frozenset()
    repeats: int = 0
    units: int = 0


Layout = Callable[[Page], Proposal | None]
