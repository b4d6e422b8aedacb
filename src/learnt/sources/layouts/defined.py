"""Layout `defined`: definition lists, as Markdown writes them.

    page = [title] card+
    card = term (":" meaning (deeper line)*)+

Every ": meaning" under a term is a point.
"""

import re

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.heading import heading_of
from learnt.sources.layouts.sections import NO_BACK
from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.points import join_wrapped

NAME = "defined"
_MEANING = re.compile(r"[:~]\s+(?P<text>\S.*)")


def defined(page: Page) -> Proposal | None:
    """The page as terms and their meanings, or None where fewer than two lines are meanings."""
    lines = page.lines
    if sum(line.text.startswith(";") for line in lines) > 1:
        lines = tuple(_unsigned(line) for line in lines)  # as wikis write them
    found = [_MEANING.fullmatch(line.text) for line in lines]
    starts = [
        index
        for index in range(len(lines) - 1)
        if found[index] is None and found[index + 1] is not None and lines[index].indent <= 1
    ]
    if len(starts) < 2:
        return None
    heading = heading_of(page, lines[: starts[0]])
    drafts: list[Draft] = []
    problems: list[Problem] = list(heading.problems)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        points: list[str] = []
        for line, meaning in zip(lines[start + 1 : end], found[start + 1 : end], strict=True):
            if meaning is not None:
                points.append(meaning["text"])
            elif line.indent > 1:
                points[-1] = join_wrapped(points[-1], line.text)
            else:
                problems.append(_problem(line))
        drafts.append(
            Draft(
                lines[start].body, tuple(points), lines[start].number, lines[end - 1].number, 0.95
            )
        )
    fit = 0.95 * (1 - len(problems) / len(lines))
    return Proposal(
        NAME, fit, tuple(drafts), heading.title, problems=tuple(problems),
        furniture=heading.furniture, separator=":",
    )  # fmt: skip


def _unsigned(line: Line) -> Line:
    text = line.text
    if text.startswith(";") and len(text) > 1:
        text = text[1:].strip()
    elif text.startswith(":") and len(text) > 1:
        text = ": " + text[1:].strip()
    return Line(line.number, text, text, line.indent, blanks=line.blanks)


def _problem(line: Line) -> Problem:
    return Problem(line.number, line.text, NO_BACK)
