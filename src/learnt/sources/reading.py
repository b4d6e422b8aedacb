"""What reading a page gives."""

from dataclasses import dataclass

from learnt.deck import Deck, Problem
from learnt.sources.corrections import Correction

DOUBTFUL = 0.8
"""Cards read with less confidence than this are marked, to be looked at."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as it was understood, for the learner to check before it is saved.

    `file` is the name it was read under; `deck` may have no cards; `declared` is the number of
    cards the page says it has; `layout` names the layout that was chosen ("" where none was);
    `lines` are the page's own lines, line 1 first; `furniture` are the numbers of those that
    belong to the site or program and not to the cards; `separator` is what was found between the
    two sides of a line, "" where nothing is.

    `shape` is what the next page of the same site or program has in common with this one, "" where
    nothing is to be remembered; `corrections` are what the learner said of the page, `remembered`
    those that had been said of an earlier page and were taken over. The first `of_bytes` problems
    are those of the file, found before its text was looked at.
    """

    file: str
    deck: Deck
    problems: tuple[Problem, ...]
    declared: int | None
    layout: str
    lines: tuple[str, ...]
    furniture: tuple[int, ...] = ()
    separator: str = ""
    shape: str = ""
    corrections: tuple[Correction, ...] = ()
    remembered: tuple[Correction, ...] = ()
    of_bytes: int = 0
