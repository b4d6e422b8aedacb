"""Layout `answers below`: numbered questions, and their answers in a list of their own.

    page    = head question+ heading answer+
    question = n text line*
    heading  = "Answers" | "Answer key" | "Solutions" …       alone on its line
    answer   = n text line*                                    with a number that was asked

A question without an answer, and an answer without its question, are Problems.
"""

import re
from collections.abc import Sequence

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.heading import heading_of
from learnt.sources.layouts.sections import NO_BACK, cut
from learnt.sources.line import Line, parse_line
from learnt.sources.page import Page
from learnt.sources.points import join_wrapped, points_of
from learnt.sources.wrapping import wrapping_of

NAME = "answers below"
_HEADING = re.compile(
    r"[#*_\s]*(?:answers?(?: key)?|keys?|solutions?|antworten|lösungen|réponses|respuestas"
    r"|risposte)\s*:?[*_\s]*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\(?(?P<n>\d{1,3})\s?[.):-]\s*(?P<text>\S.*)")
_LEAST = 0.8  # the share of questions that must find their answer


def answers_below(page: Page) -> Proposal | None:
    """The page as questions and the answers below them, or None where no such heading stands."""
    lines = page.lines
    at = next((n for n, line in enumerate(lines) if n and _HEADING.fullmatch(line.text)), 0)
    if not at:
        return None
    questions, answers = _items(lines[:at]), _items(lines[at + 1 :])
    found = dict(answers)
    both = [number for number, _ in questions if number in found]
    if len(both) < 2 or len(both) < _LEAST * max(len(questions), len(answers)):
        return None
    head = lines[: lines.index(questions[0][1][0])]
    heading = heading_of(page, head)
    wrapping = wrapping_of(*(block for _, block in (*questions, *answers)))
    drafts: list[Draft] = []
    used: set[int] = {lines[at].number}
    for number, block in questions:
        if number not in found:
            continue
        answer = found[number]
        points = points_of([_bare(answer[0]), *answer[1:]], wrapping)
        drafts.append(Draft(_prompt(block), points, block[0].number, block[-1].number, 0.93))
        used |= {line.number for line in (*block, *answer)}
    rest = [line for line in lines[len(head) :] if line.number not in used]
    problems = [Problem(line.number, line.text, NO_BACK) for line in rest]
    below = frozenset(line.number for _, block in answers for line in block if line not in rest)
    return Proposal(
        NAME, 0.95, tuple(drafts), heading.title, problems=(*heading.problems, *problems),
        furniture=heading.furniture | below | {lines[at].number},
    )  # fmt: skip


def _items(lines: Sequence[Line]) -> list[tuple[int, Sequence[Line]]]:
    """The numbered blocks of a list, each number once."""
    starts = [at for at, line in enumerate(lines) if _NUMBERED.fullmatch(line.text)]
    items: dict[int, Sequence[Line]] = {}
    for block in cut(lines, starts):
        if found := _NUMBERED.fullmatch(block[0].text):
            items.setdefault(int(found["n"]), block)
    return list(items.items())


def _bare(line: Line) -> Line:
    found = _NUMBERED.fullmatch(line.text)
    return parse_line(found["text"], line.number, 0) if found else line


def _prompt(block: Sequence[Line]) -> str:
    text = _bare(block[0]).text
    for line in block[1:]:
        text = join_wrapped(text, line.text)
    return text
