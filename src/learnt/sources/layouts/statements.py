"""Layout `statements`: a title over a list of statements.

    page      = [title] [count] statement+
    statement = mark text (wrapped line | deeper item)*

Under a title that is a question the page is one card: the title asks, each statement is a
point. Under any other title each statement is a card of its own without a prompt. Statements
may stand without marks where the declared count says that every line is a card.
"""

from dataclasses import dataclass, field

from learnt.deck import Problem
from learnt.deck.tidy import same_text
from learnt.sources.alternation.doubts import trust_in
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.points import continues, points_of
from learnt.sources.question import is_question
from learnt.sources.wrapping import Wrapping, wrapping_of

NAME = "statements"


@dataclass(slots=True)
class _Item:
    """The lines of one statement; `bare` where it has lost its mark."""

    lines: list[Line] = field(default_factory=list)
    bare: bool = False


def statements(page: Page) -> Proposal | None:
    """The page as a list of statements, or None where it has no list from top to bottom."""
    wrapping = wrapping_of(page.lines)
    head, items = _split(page, wrapping)
    if not items:
        return None
    title = page.title or (head[0] if head else None)
    if head and head[0] is title:
        head = head[1:]
    bare = sum(item.bare for item in items)
    agrees = page.declared in (len(items), len({same_text(item.lines[0].text) for item in items}))
    alone = len(items) == 1 and not agrees  # one item is a list only under a marked title
    cut = bare == len(items) and page.declared is not None and len(items) < page.declared
    if (bare == len(items) and not (agrees or cut)) or (alone and page.title is None):
        return None
    fit = 0.95 if agrees else 0.7 if alone else 0.8 if cut else 0.88
    fit -= (0.4 if agrees or cut else 0.8) * (bare / len(items) if bare < len(items) else 0.2)
    fit -= 0.15 * len(head) + 0.5 * _lost_share(items)
    asked = title.body if title is not None and is_question(title.body) else None
    fit *= trust_in([line for item in items for line in item.lines], answers=asked is not None)
    problems = tuple(Problem(line.number, line.text, _LEFT_OUT) for line in head)
    drafts = tuple(_draft(item, wrapping) for item in items)
    if asked is not None and title is not None:
        points = tuple(point for item in items for point in points_of(item.lines, wrapping))
        drafts = (_one_card(asked, title, drafts, points),)
    name = title.body if title is not None else None
    return Proposal(NAME, max(0.0, fit), drafts, name, asked, problems=problems, units=len(items))


_LEFT_OUT = (
    "This line stands above the list and is not in any card. If it belongs to one, add it there."
)


def _split(page: Page, wrapping: Wrapping) -> tuple[list[Line], list[_Item]]:
    """The lines above the list, and the list."""
    marked = [line for line in page.lines if line.marked]
    if not marked:
        return _split_bare(page)
    top = min(line.indent for line in marked)
    kind = next(line.mark for line in marked if line.indent <= top + 1)
    head: list[Line] = []
    items: list[_Item] = []
    for line in page.lines:
        opens = line.marked and line.indent <= top + 1 and line.mark is kind
        if opens:
            items.append(_Item([line]))
        elif not items:
            head.append(line)
        elif line.marked or continues(items[-1].lines[-1], line, wrapping):
            items[-1].lines.append(line)
        else:
            items.append(_Item([line], bare=True))
    return head, items


def _split_bare(page: Page) -> tuple[list[Line], list[_Item]]:
    """Without marks, only a count that equals the number of lines makes a list of them.

    There may be fewer lines, where the page was cut and none of them asks: pairs would be twice
    as many lines as cards.
    """
    lines = list(page.lines)
    if page.declared is None or page.declared < 2 or page.slack:
        return lines, []
    head = 0 if page.title is not None else 1
    extra = len(lines) - page.declared
    asking = sum(is_question(line.text) for line in lines[head:])
    texts = {same_text(line.text) for line in lines[head:]}
    once = len(texts) == page.declared == len(lines[head:]) // 2
    fewer = (
        -0.5 * page.declared < extra < head
        and asking < 0.1 * len(lines)
        and len(texts) == len(lines[head:]) > 4
    )
    if extra == head or fewer or once:
        return lines[:head], [_Item([line], bare=True) for line in lines[head:]]
    return lines, []


def _lost_share(items: list[_Item]) -> float:
    """The share of items followed by an indented line that starts anew: a front and its back."""
    pairs = 0
    for item in items:
        rest = [line for line in item.lines[1:] if not line.marked]
        pairs += bool(rest) and (rest[0].text[:1].isupper() or rest[0].text[:1].isdigit())
    return pairs / len(items)


def _draft(item: _Item, wrapping: Wrapping) -> Draft:
    text = "\n".join(points_of(item.lines, wrapping))
    confidence = 0.6 if item.bare else 0.97
    return Draft(None, (text,), item.lines[0].number, item.lines[-1].number, confidence)


def _one_card(asked: str, title: Line, drafts: tuple[Draft, ...], points: tuple[str, ...]) -> Draft:
    first = min(title.number, drafts[0].first)
    sure = sum(draft.confidence for draft in drafts) / len(drafts)
    return Draft(asked, points, first, drafts[-1].last, sure)
