"""Layout `listed`: every item of a list is the front of a card, its back is deeper below it.

    page = head card+
    card = mark front (deeper line+ | deeper item+)       the back, as a text or as points
         | mark front " - " back                          both on one line
         | mark statement                                 in a list where others have backs

A deeper line goes on with its item instead where that breaks off in mid-sentence (`points`).
"""

import re
from dataclasses import dataclass, field

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.heading import heading_of
from learnt.sources.layouts.pairs import split_pair
from learnt.sources.layouts.sections import NO_BACK
from learnt.sources.line import Line, Mark
from learnt.sources.page import Page
from learnt.sources.points import join_wrapped, points_of
from learnt.sources.wrapping import Wrapping, wrapping_of

NAME = "listed"
_TAG = re.compile(r"\s#(?:flash)?cards?$")  # how outliners say that an item is a card
_LEAST = 0.5  # the share of items that must have a back
_ALL = 0.8  # from this share on an item without one has lost it
_LONGEST = 9  # lines a card on average
_TERM = 60  # characters: the longest front before " - "
_FIT = 0.95


@dataclass(slots=True)
class _Item:
    front: list[Line] = field(default_factory=list)
    back: list[Line] = field(default_factory=list)


def listed(page: Page) -> Proposal | None:
    """The page as a list of fronts with their backs, or None where most items have none."""
    wrapping = wrapping_of(page.lines)
    head, items = _items(page, wrapping)
    if len(items) < 2:
        return None
    backed = sum(bool(item.back) for item in items)
    paired = sum(not item.back and _pair(item) is not None for item in items)
    if backed < 2 or backed + paired < _LEAST * len(items):
        return None
    if len(items) * _LONGEST < len(page.lines):
        return None  # a few lines that look like items among many others
    heading = heading_of(page, head)
    drafts: list[Draft] = []
    problems = list(heading.problems)
    for item in items:
        draft = _draft(item, wrapping, statements=backed < _ALL * len(items))
        if draft is None:
            lines = [*item.front, *item.back]
            problems += [Problem(line.number, line.text, NO_BACK) for line in lines]
        else:
            drafts.append(draft)
    share = (backed + paired) / len(items)
    agrees = page.declared is not None and page.agrees(len(drafts))
    fit = _FIT * (0.8 + 0.2 * share) if not agrees else _FIT
    return Proposal(
        NAME, fit, tuple(drafts), heading.title, problems=tuple(problems),
        furniture=heading.furniture,
    )  # fmt: skip


def _items(page: Page, wrapping: Wrapping) -> tuple[list[Line], list[_Item]]:
    marked = [line for line in page.lines if line.mark is Mark.SYMBOL]
    if not marked:
        return [], []
    top = min(line.indent for line in marked)
    sign = next(line.sign for line in marked if line.indent <= top + 1)
    head: list[Line] = []
    items: list[_Item] = []
    for line in page.lines:
        if line.mark is Mark.SYMBOL and line.indent <= top + 1 and line.sign == sign:
            items.append(_Item([line]))
        elif not items:
            head.append(line)
        elif _goes_on(items[-1], line, wrapping):
            items[-1].front.append(line)
        elif line.indent < top:
            return [], []
        else:
            items[-1].back.append(line)
    below = [line for item in items for line in item.back]
    margin = sum(line.indent <= top for line in below)
    mixed = margin < len(below) or any(line.sign == sign for line in below)
    if margin and mixed and top == 0:
        return [], []  # what stands at the margin is no part of the items
    if margin and sum(bool(item.back) for item in items) < _ALL * len(items):
        return [], []  # lines at the margin under a few items: the list is part of something else
    return head, items


def _goes_on(item: _Item, line: Line, wrapping: Wrapping) -> bool:
    """Whether a deeper line is the rest of a front that was broken."""
    if item.back or line.marked or line.blanks:
        return False
    before = item.front[-1].body
    if before.endswith((",", "-", "\u00ad")):
        return True
    bare = Line(line.number, before, before)
    return len(before) >= 30 and wrapping.runs_on(bare, line) and line.text[:1].islower()


def _pair(item: _Item) -> tuple[str, str, float] | None:
    text = _front(item)
    pair = split_pair(text, "dash")
    if pair is None or len(pair.front) > _TERM:
        return None
    return pair.front, pair.back, pair.confidence


def _front(item: _Item) -> str:
    text = item.front[0].body
    for line in item.front[1:]:
        text = join_wrapped(text, line.text)
    return _TAG.sub("", text)


def _draft(item: _Item, wrapping: Wrapping, *, statements: bool) -> Draft | None:
    first = item.front[0].number
    last = (item.back or item.front)[-1].number
    if item.back:
        points = points_of(item.back, wrapping)
        return Draft(_front(item), points, first, last, 0.97) if points and _front(item) else None
    if pair := _pair(item):
        return Draft(pair[0], (pair[1],), first, last, min(0.9, pair[2]))
    if statements and _front(item):
        return Draft(None, (_front(item),), first, last, 0.8)
    return None
