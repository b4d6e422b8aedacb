"""Layout `alternating`: a prompt, then its answer, then the next prompt, with nothing between.

    page   = [title] [count] card+
    card   = front back
    front  = line [the rest of it, where it is broken]
    back   = item+ | line+          items are points; so are several bare lines

No sign says which line is which. Each line is measured (`cues`), the measures are weighed
(`weights`), and the best sequence of states for the whole page is found (`chain`). A declared
count is a check: where another reading with exactly that many cards is nearly as good, it is
taken; where none is, the judge says that the numbers disagree.
"""

from dataclasses import replace

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.chain import decode, decode_count, posterior
from learnt.sources.layouts.cues import Manner, features_of, leaves_lines_alone, manner_of
from learnt.sources.layouts.fit import fit_of
from learnt.sources.layouts.weights import BACK, BACK2, CHAIN, FRONT, FRONT2, TITLE, emissions
from learnt.sources.line import Line, Mark
from learnt.sources.page import Page
from learnt.sources.points import join_wrapped, points_of

NAME = "alternating"
_PATIENCE = 4.0  # nats a card that the declared count may cost


def alternating(page: Page) -> Proposal | None:
    """The page as alternating prompts and answers, or None where it has fewer than two lines."""
    lines = page.lines
    if len(lines) < 2:
        return None
    manner = _manner(page)
    emit = _emissions(page, manner)
    path = _decode(page, emit)
    sure = posterior(CHAIN, emit, path)
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for start, end in _spans(path):
        draft = _draft(lines[start:end], path[start:end], sure[start : end + 1], manner)
        if draft is not None:
            drafts.append(draft)
        else:
            problems += [Problem(line.number, line.text, _NO_ANSWER) for line in lines[start:end]]
    header = [line for line, state in zip(lines, path, strict=True) if state == TITLE]
    title = page.title.body if page.title else header.pop(0).text if header else None
    problems += [Problem(line.number, line.text, _HEADER) for line in header]
    fit = fit_of(page, manner, emit, path) if drafts else 0.0
    fit *= 1 - min(1.0, 2 * len(problems) / len(lines))
    return Proposal(NAME, fit, tuple(drafts), title, problems=tuple(problems))


_NO_ANSWER = (
    "No answer was found under this line. If it asks something, add the answer; if it is a "
    "heading, it can go."
)
_HEADER = "This line under the title was not read as a card. If it is one, add it there."


def _manner(page: Page) -> Manner:
    """How the page is written, without its gaps where they stand anywhere.

    Gaps that leave single lines are believed only if cards found without them begin at gaps.
    """
    manner = manner_of(page.lines, page.declared)
    if not manner.gap or not leaves_lines_alone(page.lines[1:], manner.gap):
        return manner
    gapless = replace(manner, gap=0)
    path = _decode(page, _emissions(page, gapless))
    if page.declared is not None and path.count(FRONT) != page.declared:
        return manner
    starts = [line for line, state in zip(page.lines, path, strict=True) if state == FRONT][1:]
    apart = sum(line.blanks >= manner.gap for line in starts)
    return manner if apart >= 0.7 * len(starts) else gapless


def _emissions(page: Page, manner: Manner) -> list[list[float]]:
    emit = emissions(features_of(page.lines, manner))
    if page.title is not None:
        emit[0][TITLE] -= 6.0  # the page has marked its title already
    return emit


def _decode(page: Page, emit: list[list[float]]) -> list[int]:
    """The best states; those that meet the declared count, where that costs little."""
    path, score = decode(CHAIN, emit)
    cards = path.count(FRONT)
    if page.declared is None or page.declared == cards or page.declared < 1:
        return path
    if not cards * 0.6 <= page.declared <= cards * 1.6 + 1:
        return path
    other = decode_count(CHAIN, emit, FRONT, page.declared)
    if other is None or score - other[1] > _PATIENCE * abs(page.declared - cards) + 1:
        return path
    return other[0]


def _spans(path: list[int]) -> list[tuple[int, int]]:
    """The (first, past the last) line indexes of each card."""
    starts = [index for index, state in enumerate(path) if state == FRONT]
    return list(zip(starts, [*starts[1:], len(path)], strict=True))


def _draft(
    lines: tuple[Line, ...], states: list[int], sure: list[float], manner: Manner
) -> Draft | None:
    front = [line for line, state in zip(lines, states, strict=True) if state in (FRONT, FRONT2)]
    back = [line for line, state in zip(lines, states, strict=True) if state in (BACK, BACK2)]
    points = points_of(back, manner.wrapping)
    first = front[0]
    numbered = manner.numbered and first.mark is Mark.NUMBER
    prompt = first.body if numbered or first.mark is Mark.SYMBOL else first.text
    for line in front[1:]:
        prompt = join_wrapped(prompt, line.text)
    if not points or not prompt:
        return None
    return Draft(prompt, points, lines[0].number, lines[-1].number, round(min(sure), 3))
