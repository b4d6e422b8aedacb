"""Layout `alternating`: a prompt, then its answer, then the next prompt, with nothing between.

    page   = [title] [count] card+
    card   = front back
    front  = line [the rest of it, where it is broken]
    back   = item+ | line+          items are points; so are several bare lines

No sign says which line is which. Each line is measured (`cues`), the measures are weighed
(`weights`), and the best sequence of states for the whole page is found (`chain`). A declared
count is a check: where another reading with exactly that many cards is nearly as good, it is
taken; where none is, the judge says that the numbers disagree. Where the learner said that a line
begins a card, or begins none, only readings that obey are looked at.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from learnt.deck import Problem
from learnt.sources.alternation.chain import Chain, decode, decode_count
from learnt.sources.alternation.cues import (
    Features,
    Manner,
    features_of,
    leaves_lines_alone,
    manner_of,
)
from learnt.sources.alternation.fit import fit_of
from learnt.sources.alternation.sureness import sureness
from learnt.sources.alternation.weights import (
    BACK,
    BACK2,
    CHAIN,
    FRONT,
    FRONT2,
    TITLE,
    WEIGHTS,
    Weights,
    emissions,
)
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.line import Line, Mark
from learnt.sources.page import Page
from learnt.sources.points import join_wrapped, points_of
from learnt.sources.question import is_question

NAME = "alternating"
NEVER = -1e9
_ASKING, _MOSTLY = 3, 0.75  # prompts that ask, and their share, on a page of questions
_QUIET = 1.5  # nats that a prompt which does not ask there has to be worth
_EVEN = 3.0  # nats that speak for a page with one line a side
_MANY = 12  # further bare lines of a side: the page is surely no such page
_LONG = 2_000  # lines: a page so long shows by itself what its sides are
_PATIENCE = 2.5  # nats a card that the declared count may cost


def alternating(page: Page) -> Proposal | None:
    """The page as alternating prompts and answers, or None where it has fewer than two lines."""
    lines = page.lines
    if len(lines) < 2:
        return None
    found = states_of(page)
    path, manner = found.path, found.manner
    spans = _spans(path)
    sure = found.sure(spans)
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for (start, end), one in zip(spans, sure, strict=True):
        draft = _draft(lines[start:end], path[start:end], one, manner)
        if draft is not None:
            drafts.append(draft)
        else:
            problems += [Problem(line.number, line.text, _NO_ANSWER) for line in lines[start:end]]
    header = [line for line, state in zip(lines, path, strict=True) if state == TITLE]
    title = page.title.body if page.title else header.pop(0).text if header else None
    problems += [Problem(line.number, line.text, _HEADER) for line in header]
    fit = fit_of(page, manner, found.emit, path) if drafts else 0.0
    fit *= 1 - min(1.0, 2 * len(problems) / len(lines))
    return Proposal(NAME, fit, tuple(drafts), title, problems=tuple(problems))


_NO_ANSWER = (
    "No answer was found under this line. If it asks something, add the answer; if it is a "
    "heading, it can go."
)
_HEADER = "This line under the title was not read as a card. If it is one, add it there."


@dataclass(frozen=True, slots=True)
class Found:
    """The best states of a page's lines, the weights they were found by, and its manner.

    `single` are the weights if no side may have two bare lines, None where many have.
    """

    path: list[int]
    emit: list[list[float]]
    manner: Manner
    single: list[list[float]] | None = None

    def sure(self, spans: Sequence[tuple[int, int]], chain: Chain = CHAIN) -> list[float]:
        """For each span (first, past the last) of the path the probability that it is right."""
        one = sureness(chain, self.emit, self.path)
        sure = [one.of_span(start, end) for start, end in spans]
        if self.single is None:
            return sure
        two = sureness(chain, self.single, self.path)
        share = 1 / (1 + math.exp(min(50.0, one.log_total - two.log_total - _EVEN)))
        each = zip(sure, spans, strict=True)
        return [(1 - share) * was + share * two.of_span(*span) for was, span in each]


def states_of(page: Page, weights: Weights = WEIGHTS, chain: Chain = CHAIN) -> Found:
    """The best states of a page of at least one line.

    Gaps that leave single lines are believed only if cards found without them begin at gaps.
    """
    manner = manner_of(page.lines, page.declared)
    if manner.gap and leaves_lines_alone(page.lines[1:], manner.gap):
        found = _found(page, replace(manner, gap=0), weights, chain)
        pairs = zip(page.lines, found.path, strict=True)
        starts = [line for line, state in pairs if state == FRONT][1:]
        apart = sum(line.blanks >= manner.gap for line in starts)
        counted = page.declared in (None, found.path.count(FRONT))
        if counted and apart < 0.7 * len(starts):
            return found
    return _found(page, manner, weights, chain)


def _found(page: Page, manner: Manner, weights: Weights, chain: Chain) -> Found:
    """The best reading; one with a line a side where that is nearly as good."""
    features = features_of(page.lines, manner)
    emit = _emissions(page, features, weights)
    path, score = decode(chain, emit)
    if len(page.lines) > _LONG:
        return Found(_counted(page, emit, path, score, chain), emit, manner)
    bare = [_is_bare(line, one) for line, one in zip(page.lines, features, strict=True)]
    more = sum(one and state in (FRONT2, BACK2) for one, state in zip(bare, path, strict=True))
    if more > _MANY:
        return Found(_counted(page, emit, path, score, chain), emit, manner)
    single = [_single(row) if one else row for row, one in zip(emit, bare, strict=True)]
    even, other = decode(chain, single)
    if (asked := _asked(page, emit, path, score, chain)) is not None:
        return Found(_counted(page, emit, asked, score, chain), emit, manner)
    if other + _EVEN >= score:
        path, score = even, other
    return Found(_counted(page, emit, path, score, chain), emit, manner, single)


def _asked(
    page: Page, emit: list[list[float]], path: list[int], score: float, chain: Chain
) -> list[int] | None:
    """On a page of questions the reading in which every prompt asks, where that costs little.

    None where most prompts do not ask, or where a line that does not is surely one.
    """
    asks = [is_question(line.text) for line in page.lines]
    fronts = [asks[index] for index, state in enumerate(path) if state == FRONT]
    quiet = fronts.count(False)
    if len(fronts) - quiet < max(_ASKING, _MOSTLY * len(fronts)):
        return None
    rows = [
        row if one else [NEVER if state == FRONT else cost for state, cost in enumerate(row)]
        for row, one in zip(emit, asks, strict=True)
    ]
    found, other = decode(chain, rows)
    return found if score - other <= _QUIET * quiet else None


def _is_bare(line: Line, features: Features) -> bool:
    """Whether a line is neither an item of a list nor the rest of a broken line."""
    return not line.marked and ("runs_on", 1.0) not in features


def _single(row: list[float]) -> list[float]:
    """The row of a line that cannot be the next line of a side."""
    return [NEVER if state in (FRONT2, BACK2) else one for state, one in enumerate(row)]


def _emissions(page: Page, features: Sequence[Features], weights: Weights) -> list[list[float]]:
    emit = emissions(features, weights)
    if page.title is not None:
        emit[0][TITLE] -= 6.0  # the page has marked its title already
    if page.starts or page.joined:
        for line, row in zip(page.lines, emit, strict=False):
            if line.number in page.starts:
                row[:] = [one if state == FRONT else NEVER for state, one in enumerate(row)]
            elif line.number in page.joined:
                row[FRONT] = NEVER
    return emit


def _counted(
    page: Page, emit: list[list[float]], path: list[int], score: float, chain: Chain
) -> list[int]:
    """The path, or the best one that meets the declared count, where that costs little."""
    cards = path.count(FRONT)
    if page.declared is None or page.declared == cards or page.declared < 1:
        return path
    if not cards * 0.6 <= page.declared <= cards * 1.6 + 1:
        return path
    other = decode_count(chain, emit, FRONT, page.declared)
    if other is None or score - other[1] > _PATIENCE * abs(page.declared - cards) + 1:
        return path
    return other[0]


def _spans(path: list[int]) -> list[tuple[int, int]]:
    """The (first, past the last) line indexes of each card."""
    starts = [index for index, state in enumerate(path) if state == FRONT]
    return list(zip(starts, [*starts[1:], len(path)], strict=True))


def _draft(lines: Sequence[Line], states: list[int], sure: float, manner: Manner) -> Draft | None:
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
    return Draft(prompt, points, lines[0].number, lines[-1].number, round(sure, 3))
