"""Layout `quoted`: answers are quoted under their questions, as mail and Markdown quote.

    page = [title] card+
    card = front line* (">" back)+

The sign may stand before items as well ("> - a point").
"""

from collections.abc import Sequence

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.sections import NO_BACK, joined
from learnt.sources.line import Line, parse_line
from learnt.sources.page import Page, settle_lists
from learnt.sources.points import points_of
from learnt.sources.wrapping import wrapping_of

NAME = "quoted"
_LEAST = 2


def quoted(page: Page) -> Proposal | None:
    """The page by its quoted answers, or None where fewer than two stand on it."""
    blocks = _blocks(page)
    if len(blocks) < _LEAST:
        return None
    title = page.title.body if page.title else None
    first = blocks[0][0]
    gaps = [at for at, line in enumerate(first) if at and line.blanks]
    if title is None and gaps:
        title = first[0].body
        blocks[0] = (first[gaps[-1] :], blocks[0][1])
    wrapping = wrapping_of(*(lines for block in blocks for lines in block))
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for front, back in blocks:
        points = points_of(settle_lists(list(back)), wrapping)
        if front and points:
            drafts.append(Draft(joined(front), points, front[0].number, back[-1].number, 0.95))
        else:
            problems += [Problem(line.number, line.text, NO_BACK) for line in (*front, *back)]
    if len(drafts) < _LEAST:
        return None
    fit = 0.95 * (0.6 + 0.4 * len(drafts) / len(blocks))
    return Proposal(NAME, fit, tuple(drafts), title, problems=tuple(problems))


def _blocks(page: Page) -> list[tuple[Sequence[Line], list[Line]]]:
    blocks: list[tuple[list[Line], list[Line]]] = []
    for line in page.lines:
        if line.text.startswith(">"):
            text = line.text[1:]
            if blocks and text.strip():
                blocks[-1][1].append(parse_line(text.removeprefix(" "), line.number, 0))
        elif not blocks or blocks[-1][1]:
            blocks.append(([line], []))
        else:
            blocks[-1][0].append(line)
    return [(front, back) for front, back in blocks]
