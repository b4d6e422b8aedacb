"""What stands above the first card: the title, and lines of the site.

Layouts with signs of their own know where the first card begins, so that what stands above it is
no card. The title is the first line there that no site would write; the other short lines are
furniture, and a long one is a Problem, since someone may have written it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from learnt.deck import Problem
from learnt.sources.counters import lone_number
from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.site.surroundings import is_header

_SHORT = 60  # characters: what a site writes on a button or beside a name
_TITLE = ("title", "title:", "titel", "titre", "título")
_LEFT_OUT = "This line stands above the first card and is not in any card."


@dataclass(frozen=True, slots=True)
class Heading:
    """The title (None where there is none), furniture and problems of the lines above a card."""

    title: str | None = None
    furniture: frozenset[int] = frozenset()
    problems: tuple[Problem, ...] = ()


def heading_of(page: Page, head: Sequence[Line]) -> Heading:
    """The heading that these lines make."""
    written = [line for line in head if not is_header(line) and lone_number(line.text) is None]
    furniture = {line.number for line in head if line not in written}
    title = page.title.body if page.title else None
    if title is None and written:
        line = _named(written) or next((one for one in written if not one.marked), written[0])
        title = line.body.lstrip("# ").removesuffix(" Flashcards")
        written.remove(line)
    furniture |= {line.number for line in written if len(line.text) <= _SHORT}
    long = [line for line in written if len(line.text) > _SHORT]
    problems = tuple(Problem(line.number, line.text, _LEFT_OUT) for line in long)
    return Heading(title, frozenset(furniture), problems)


def _named(written: Sequence[Line]) -> Line | None:
    """The line below one that says that the title follows."""
    return next((after for one, after in pairwise(written) if one.text.lower() in _TITLE), None)
