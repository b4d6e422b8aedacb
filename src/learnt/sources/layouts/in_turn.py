"""Layout `in turn`: fronts and backs take turns, and the declared count proves it.

    page = head (front back)+          as many pairs as the page says it has cards

The sides are paragraphs where blank lines stand between them, else lines. There must be exactly
twice as many as cards. Then nothing need be known of what they say, and a deck that gives the
definition first, even card by card, is read as it stands.
"""

from collections.abc import Sequence

from learnt.deck.tidy import same_text
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.heading import heading_of
from learnt.sources.layouts.sections import joined
from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.points import points_of
from learnt.sources.wrapping import wrapping_of

NAME = "in turn"
_LEAST = 3  # cards: below that a count may agree by chance
_PARAGRAPHS, _LINES = 0.95, 0.92
_NO_TITLE = 0.65  # the first side may be the title, and the page be cut


def in_turn(page: Page) -> Proposal | None:
    """The page as sides that take turns, or None where the declared count does not prove it."""
    if page.declared is None or page.slack or page.declared < _LEAST:
        return None
    if sum(line.marked for line in page.lines) > 0.1 * len(page.lines):
        return None
    blocks = _paragraphs(page.lines)
    units, fit = blocks, _PARAGRAPHS
    if len(blocks) < page.declared:
        units, fit = [[line] for line in page.lines], _LINES
    extra = len(units) - 2 * page.declared
    if extra not in ((0,) if page.title is not None else (0, 1)):
        return None
    if page.title is None and not extra:
        fit = _NO_TITLE
    head = units[0] if extra else []
    heading = heading_of(page, head)
    wrapping = wrapping_of(*units)
    drafts: list[Draft] = []
    units = units[extra:]
    half = [[same_text(line.body) for line in unit] for unit in units]
    if half[: page.declared] == half[page.declared :]:
        return None  # statements that were copied twice
    for front, back in zip(units[::2], units[1::2], strict=True):
        points = points_of(back, wrapping)
        drafts.append(Draft(joined(front), points, front[0].number, back[-1].number, 0.96))
    return Proposal(
        NAME, fit, tuple(drafts), heading.title, problems=heading.problems,
        furniture=heading.furniture,
    )  # fmt: skip


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if not blocks or line.blanks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks
