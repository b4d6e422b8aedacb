r"""Layout `numbered`: every card begins with its number.

    page = head card+
    card = n front back           n alone on a line ("3"), or before the front ("3. front", "3) …")

Where the front ends is for `sections` to say. Numbers may repeat or leave one out. The headings of
some sites ("## front", "### back") are read here as well, since a number stands above each.
"""

from collections.abc import Sequence
from dataclasses import replace

from learnt.sources.counters import lone_counters, numbered_lines, without_number
from learnt.sources.layouts.base import Proposal
from learnt.sources.layouts.heading import heading_of
from learnt.sources.layouts.sections import Section, cut, read_sections, without_last_words
from learnt.sources.line import Line, Mark
from learnt.sources.page import Page

NAME = "numbered"
_LONE, _BEFORE = 0.95, 0.93  # how well a page fits where every card has its number


def numbered(page: Page) -> Proposal | None:
    """The page by the numbers of its cards, or None where no numbers count cards."""
    lines = page.lines
    starts = lone_counters(lines)
    furniture = frozenset(lines[index].number for index in starts)
    if len(starts) * 2 > 0.2 * len(lines) and len(starts) > 1:
        sections = [_lone(block) for block in cut(lines, starts)]
        fit = _LONE
    else:
        furniture = frozenset()
        starts = numbered_lines(lines)
        if len(starts) < 2:
            return None
        sections = [_before(block) for block in cut(lines, starts)]
        fit = _BEFORE
    rest = without_last_words([one.lines for one in sections])
    if rest:
        last = sections[-1]
        kept = tuple(line for line in last.lines if line not in rest)
        sections[-1] = Section(kept, last.first, kept[-1].number)
        furniture |= {line.number for line in rest}
    drafts, problems = read_sections([one for one in sections if one.lines], fit)
    if len(drafts) < 2 or len(drafts) < 0.6 * len(sections):
        return None
    heading = heading_of(page, lines[: starts[0]])
    fit *= (0.5 + 0.5 * len(drafts) / len(sections)) * (1 if starts[0] < 30 else 0.8)
    return Proposal(
        NAME, fit, tuple(drafts), heading.title,
        problems=(*heading.problems, *problems), furniture=furniture | heading.furniture,
    )  # fmt: skip


def _lone(block: Sequence[Line]) -> Section:
    """The section under a number that stands alone; the marks of headings are taken off."""
    lines = [_unheaded(line) for line in block[1:]]
    return Section(tuple(lines), block[0].number, block[-1].number)


def _unheaded(line: Line) -> Line:
    text = line.text.lstrip("#").strip() if line.text.startswith("#") else line.text
    return replace(line, text=text, body=text) if text != line.text and text else line


def _before(block: Sequence[Line]) -> Section:
    """The section whose first line begins with the number."""
    text = without_number(block[0].text)
    first = replace(block[0], text=text, body=text, mark=Mark.NONE, sign="", order=0)
    return Section((first, *block[1:]), block[0].number, block[-1].number)
