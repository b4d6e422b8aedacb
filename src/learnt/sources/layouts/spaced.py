"""Layout `spaced`: blank lines separate cards, and in some cards the sides as well.

    page = head card+
    card = front NL back NL | front (line)+ NL          mixed as it comes

A paragraph of one line is a front or a back; one of several lines is a whole card. Which is which
is decided for the page at once, by the weights of the alternating layout: a card begins only after
a blank line, and a declared number of cards is kept where it can be.
"""

from dataclasses import replace

from learnt.deck import Problem
from learnt.sources.alternation.chain import decode, decode_count
from learnt.sources.alternation.cues import features_of, manner_of
from learnt.sources.alternation.sureness import posterior
from learnt.sources.alternation.weights import BACK, BACK2, CHAIN, FRONT, FRONT2, TITLE, emissions
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.heading import heading_of
from learnt.sources.layouts.sections import NEVER, NO_BACK, Section, draft_of
from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.wrapping import wrapping_of

NAME = "spaced"
_FEW, _MOST = 0.35, 0.97  # the share of lines below a blank line: fewer or more says nothing


def spaced(page: Page) -> Proposal | None:
    """The page by its paragraphs, or None where they do not alternate in this way."""
    lines = page.lines
    if len(lines) < 6 or any(line.marked for line in lines[1:]):
        return None
    share = sum(line.blanks > 0 for line in lines[1:]) / (len(lines) - 1)
    if not _FEW <= share <= _MOST:
        return None
    rows = _rows(lines, titled=page.title is not None)
    path, _ = decode(CHAIN, rows)
    if page.declared is not None and not page.agrees(path.count(FRONT)):
        held = decode_count(CHAIN, rows, FRONT, page.declared)
        path = held[0] if held is not None else path
    sure = posterior(CHAIN, rows, path)
    starts = [index for index, state in enumerate(path) if state == FRONT]
    if len(starts) < 3:
        return None
    heading = heading_of(page, lines[: starts[0]])
    wrapping = wrapping_of(lines)
    drafts: list[Draft] = []
    problems: list[Problem] = list(heading.problems)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        block, states = lines[start:end], path[start:end]
        at = sum(state in (FRONT, FRONT2) for state in states)
        section = Section(block, block[0].number, block[-1].number)
        confidence = round(min(sure[start : end + 1]), 3)
        draft = draft_of(block[:at], block[at:], section, confidence, wrapping)
        if draft is None:
            problems += [Problem(line.number, line.text, NO_BACK) for line in block]
        else:
            drafts.append(draft)
    if not drafts:
        return None
    agrees = page.declared is not None and page.agrees(len(drafts))
    mixed = 0.05 < share < 0.95
    fit = (0.9 if agrees else 0.7 if mixed else 0.5) * len(drafts) / len(starts)
    return Proposal(
        NAME, fit, tuple(drafts), heading.title, problems=tuple(problems),
        furniture=heading.furniture,
    )  # fmt: skip


def _rows(lines: tuple[Line, ...], *, titled: bool) -> list[list[float]]:
    """The weights of each line's states; gaps only say where a card may begin."""
    manner = replace(manner_of(lines), gap=0)
    rows = emissions(features_of(lines, manner))
    for index, (row, line) in enumerate(zip(rows, lines, strict=True)):
        if index and not line.blanks:
            row[FRONT] += NEVER
        elif index:
            row[FRONT2] += NEVER
            row[BACK2] -= 3.0
        if titled:
            row[TITLE] += NEVER
    for row, line, after in zip(rows, lines, lines[1:], strict=False):
        if line.blanks and not after.blanks:
            row[BACK] -= 1.5  # a paragraph of several lines is mostly a whole card
    return rows
