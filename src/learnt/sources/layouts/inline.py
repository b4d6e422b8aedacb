"""Layout `inline`: one line a card, its sides apart by a sign within the line.

    page = head card+
    card = [mark] front sign back (wrapped line | deeper item)*      sign: see `pairs`

Under a title that asks, a list is an answer ("Economic: …" is a point there) and not read here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.heading import heading_of
from learnt.sources.layouts.pairs import UNSURE, Pair, best_sign, split_pair
from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.points import continues, points_of
from learnt.sources.question import is_question
from learnt.sources.wrapping import Wrapping, wrapping_of

NAME = "inline"
_TERM = 60  # characters: the longest front before a sign that is not the page's own
_DIFFERENT = 0.6  # the share of fronts that are unlike the others
_TITLE = re.compile(
    r"[:\-–—]\s*(?:key (?:terms|words|facts|points)|vocabulary|glossary|definitions|terms|notes"
    r"|flashcards|revision|summary)$",
    re.IGNORECASE,
)
_LEAST = 0.72  # the share of lines that must come apart
_FIT = {
    "bold": 0.94, "colon": 0.9, "dash": 0.92, "long dash": 0.85, "equals": 0.92, "arrow": 0.9,
    "loose dash": 0.85, "dots": 0.93, "spaces": 0.9,
}  # fmt: skip

_NO_SIGN = "This line has nothing between two sides, so it is not in any card. Put “:” there."


@dataclass(slots=True)
class _Item:
    lines: list[Line] = field(default_factory=list)
    pair: Pair | None = None


def inline(page: Page) -> Proposal | None:
    """The page as lines of two sides, or None where too few lines come apart."""
    wrapping = wrapping_of(page.lines)
    head, lines, top = _lines(page)
    sign, _, en_only = best_sign([line.body for line in lines if line.indent <= top + 1])
    if not sign:
        return None
    items = _items(lines, top, sign, wrapping)
    share = sum(split_pair(one.lines[0].body, sign) is not None for one in items) / len(items)
    if share < _LEAST or len(items) < (2 if items[0].lines[0].marked else 3):
        return None
    if _answers_one_question(page, head, items):
        return None
    for item in items:
        item.pair = split_pair(item.lines[0].body, sign, en_only=en_only)
        item.pair = item.pair or _other_pair(item.lines[0].body)
    while items and items[0].pair is None:
        head += items.pop(0).lines
    heading = heading_of(page, head)
    drafts: list[Draft] = []
    problems = list(heading.problems)
    for item in items:
        if item.pair is None:
            problems += [Problem(line.number, line.text, _NO_SIGN) for line in item.lines]
        else:
            drafts.append(_draft(item, item.pair, wrapping))
    fronts = {draft.prompt for draft in drafts}
    if len(fronts) < max(2, _DIFFERENT * len({(one.prompt, one.points) for one in drafts})):
        return None  # who speaks, or "Q:" and "A:", and no term
    fit = _FIT[sign] * share * (1 - 0.3 * _long_fronts(drafts))
    return Proposal(
        NAME, fit, tuple(drafts), heading.title, problems=tuple(problems), separator=sign,
        furniture=heading.furniture,
    )  # fmt: skip


def _other_pair(text: str) -> Pair | None:
    """The sides of a line that another sign separates, as pages written over weeks have them."""
    for sign in ("dash", "equals", "arrow", "colon"):
        pair = split_pair(text, sign)
        if pair is not None and len(pair.front) <= _TERM:
            return Pair(pair.front, pair.back, min(pair.confidence, UNSURE))
    return None


def _lines(page: Page) -> tuple[list[Line], list[Line], int]:
    """The title line where it is one, the other lines, and how far items are indented at most."""
    lines = list(page.lines)
    head: list[Line] = []
    if lines and page.title is None and not lines[0].marked and _is_title(lines):
        head.append(lines.pop(0))
    marked = [line.indent for line in lines if line.marked]
    least = min((line.indent for line in lines), default=0)
    top = min(marked) if len(marked) > 0.3 * len(lines) else least
    return head, lines, top


def _items(lines: Sequence[Line], top: int, sign: str, wrapping: Wrapping) -> list[_Item]:
    """The items with what belongs to each: deeper lines, and the rest of a broken one."""
    items: list[_Item] = []
    for line in lines:
        deeper = line.indent > top + 1
        goes_on = bool(items) and continues(items[-1].lines[-1], line, wrapping)
        if items and (deeper or (goes_on and split_pair(line.body, sign) is None)):
            items[-1].lines.append(line)
        else:
            items.append(_Item([line]))
    return items


def _is_title(lines: Sequence[Line]) -> bool:
    """Whether the first line is no item: others are marked, it is set apart, or does not part."""
    if len(lines) < 2:
        return False
    if _TITLE.search(lines[0].text):
        return True
    apart = lines[1].blanks > 0 and sum(line.blanks > 0 for line in lines[2:]) < 0.3 * len(lines)
    return (
        lines[1].marked
        or apart
        or not any(
            split_pair(lines[0].body, sign)
            for sign in ("colon", "dash", "equals", "bold", "arrow", "dots")
        )
    )


def _answers_one_question(page: Page, head: Sequence[Line], items: Sequence[_Item]) -> bool:
    title = page.title or (head[0] if head else None)
    marked = sum(item.lines[0].marked for item in items)
    return title is not None and is_question(title.body) and marked > 0.5 * len(items)


def _draft(item: _Item, pair: Pair, wrapping: Wrapping) -> Draft:
    first = item.lines[0]
    back = replace(first, text=pair.back, body=pair.back)
    points = points_of([back, *item.lines[1:]], wrapping)
    return Draft(pair.front, points, first.number, item.lines[-1].number, pair.confidence)


def _long_fronts(drafts: Sequence[Draft]) -> float:
    """The share of fronts that are sentences: prose has colons and dashes, too."""
    long = [draft for draft in drafts if len(draft.prompt or "") > 100]
    return sum(not (draft.prompt or "").endswith("?") for draft in long) / len(drafts)
