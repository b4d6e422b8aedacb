"""Layout `signed`: a picture sign begins every front, and another one every back.

    page = head card+
    card = sign front line* other back line*          as in "❓ What …", "✅ …", or "🅠", "🅐"

Which signs they are does not matter: they are no letters, digits or marks of lists, and they take
turns over the whole page.
"""

import unicodedata
from collections import Counter

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.heading import heading_of
from learnt.sources.layouts.sections import NO_BACK, cut, joined
from learnt.sources.line import Line, parse_line
from learnt.sources.page import Page, settle_lists
from learnt.sources.points import points_of
from learnt.sources.wrapping import wrapping_of

NAME = "signed"
_JOINERS = "\ufe0f\u200d\u20e3"  # what pictures are followed by
_LEAST = 2


def signed(page: Page) -> Proposal | None:
    """The page by its signs, or None where no two of them take turns."""
    signs = [_sign(line) for line in page.lines]
    counts = Counter(sign for sign in signs if sign)
    if len(counts) < 2:
        return None
    (one, most), (two, fewer) = counts.most_common(2)
    ask, answer = (one, two) if signs.index(one) < signs.index(two) else (two, one)
    if fewer < _LEAST or fewer < 0.8 * most:
        return None
    starts = [at for at, sign in enumerate(signs) if sign == ask]
    drafts: list[Draft] = []
    heading = heading_of(page, page.lines[: starts[0]])
    problems = list(heading.problems)
    wrapping = wrapping_of(page.lines)
    for block in cut(page.lines, starts):
        at = next((n for n, line in enumerate(block) if _sign(line) == answer), 0)
        front = [_bare(block[0]), *block[1:at]]
        back = [_bare(block[at]), *block[at + 1 :]] if at else []
        points = points_of(settle_lists(back), wrapping)
        if joined(front) and points:
            drafts.append(Draft(joined(front), points, block[0].number, block[-1].number, 0.95))
        else:
            problems += [Problem(line.number, line.text, NO_BACK) for line in block]
    if len(drafts) < _LEAST:
        return None
    return Proposal(
        NAME, 0.95 * len(drafts) / len(starts), tuple(drafts), heading.title,
        problems=tuple(problems), furniture=heading.furniture,
    )  # fmt: skip


def _sign(line: Line) -> str:
    first = line.text[:1]
    return first if first and unicodedata.category(first) == "So" and not line.marked else ""


def _bare(line: Line) -> Line:
    text = line.text[1:].lstrip(_JOINERS + " :")
    return parse_line(text, line.number, 0)
