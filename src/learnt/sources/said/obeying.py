"""A proposal that does not obey what the learner said of the page's lines is made to obey.

A layout that can honour `Page.starts` and `Page.joined` does so itself and reads the rest of the
page accordingly. For the others cards are cut and joined here, along their lines: no line is lost.
"""

from collections.abc import Sequence
from dataclasses import replace

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.points import continues, join_wrapped, points_of
from learnt.sources.said.parts import Part, cut, parts_of
from learnt.sources.wrapping import Wrapping, wrapping_of

SAID = "as you said"
_FIT = 0.9  # who says how a page is to be read leaves little to guess
_IN_NO_CARD = "This line is in no card. If a card begins here, say so."
_ENDS = (".", "!", "?", ":", "…")


def as_statements(page: Page, proposal: Proposal | None) -> Proposal | None:
    """The page with a statement for each of its lines, those that run on put together."""
    title = _title_line(page, proposal)
    lines = [line for line in _of_cards(page, proposal) if line.number != title]
    if not lines:
        return proposal
    wrapping = wrapping_of(lines)
    top = min((line.indent for line in lines if line.marked), default=0)
    items: list[list[Line]] = []
    for line in lines:
        deeper = line.marked and line.indent > top + 1
        goes_on = bool(items) and (deeper or continues(items[-1][-1], line, wrapping))
        if (goes_on or line.number in page.joined) and items and line.number not in page.starts:
            items[-1].append(line)
        else:
            items.append([line])
    base = proposal or Proposal(SAID, _FIT, ())
    drafts = tuple(_statement(item, points_of(item, wrapping)) for item in items)
    return replace(base, fit=max(_FIT, base.fit), cards=drafts, question=None, problems=())


def obeyed(
    page: Page, proposal: Proposal | None, kept: frozenset[int] = frozenset()
) -> Proposal | None:
    """The proposal with a card at every line that begins one, and none at those that do not.

    `kept` are lines of cards: one that the layout takes for furniture comes into a card.
    """
    back = kept & proposal.furniture if proposal else frozenset()
    if not (page.starts or page.joined or back):
        return proposal
    base = proposal or Proposal(SAID, _FIT, ())
    base = replace(base, furniture=base.furniture - back)
    lines = _of_cards(page, base)
    wrapping = wrapping_of(lines)
    drafts = sorted(base.cards, key=lambda draft: draft.first)
    for line in (one for one in lines if one.number in back):
        drafts = _with_point(drafts, line)
    for number in sorted(page.starts | (back - _covered(drafts))):
        drafts = _begun(drafts, number, lines, wrapping)
    for number in sorted(page.joined):
        drafts = _joined(drafts, number)
    if not drafts:
        return proposal
    problems = _still(base.problems, base.cards, drafts)
    if proposal is None:
        inside = _covered(drafts)
        left = (line for line in lines if line.number not in inside)
        problems = tuple(Problem(line.number, line.text, _IN_NO_CARD) for line in left)
    return replace(base, cards=tuple(drafts), problems=problems)


def _with_point(drafts: list[Draft], line: Line) -> list[Draft]:
    """The line as one more point of the card in whose midst it stands."""
    return [
        replace(one, points=(*one.points, line.body or line.text))
        if one.first < line.number <= one.last
        else one
        for one in drafts
    ]


def _of_cards(page: Page, proposal: Proposal | None) -> list[Line]:
    aside = proposal.furniture if proposal else frozenset()
    return [line for line in page.lines if line.number not in aside]


def _title_line(page: Page, proposal: Proposal | None) -> int | None:
    """The first line, where it was read as the title and the learner has not called it a card."""
    first = page.lines[0] if page.lines else None
    if first is None or proposal is None or not proposal.title or page.title is not None:
        return None
    if first.number in page.starts or first.number in page.joined:
        return None
    in_card = any(one.first <= first.number <= one.last for one in proposal.cards)
    asked = proposal.question is not None
    return first.number if proposal.title in first.text and (asked or not in_card) else None


def _begun(
    drafts: list[Draft], number: int, lines: Sequence[Line], wrapping: Wrapping
) -> list[Draft]:
    """The drafts with one that begins at a line."""
    if any(draft.first == number for draft in drafts):
        return drafts
    for place, draft in enumerate(drafts):
        if draft.first < number <= draft.last:
            halves = _split(draft, number, lines, wrapping)
            return [*drafts[:place], *halves, *drafts[place + 1 :]]
    after = next((place for place, one in enumerate(drafts) if one.first > number), len(drafts))
    end = drafts[after].first if after < len(drafts) else None
    free = [one for one in lines if one.number >= number and (end is None or one.number < end)]
    if not free or free[0].number != number:
        return drafts
    return [*drafts[:after], _card(free, points_of(free[1:], wrapping)), *drafts[after:]]


def _split(
    draft: Draft, number: int, lines: Sequence[Line], wrapping: Wrapping
) -> tuple[Draft, ...]:
    inside = [line for line in lines if draft.first <= line.number <= draft.last]
    upper = [line for line in inside if line.number < number]
    lower = [line for line in inside if line.number >= number]
    if not upper or not lower or lower[0].number != number:
        return (draft,)
    parts = parts_of(draft, inside)
    above = cut(parts, upper, wrapping)
    if draft.prompt is None:
        below = cut(parts, lower, wrapping)
        return _statement(upper, _texts(above)), _statement(lower, _texts(below))
    asked = next((part.text for part in above if part.asks), None)
    points = tuple(text for part in above if not part.asks for text in part.texts)
    if asked and points:
        first = replace(draft, points=points, last=upper[-1].number)
    else:
        first = _statement(upper, _texts(above))
    return first, _card(lower, _texts(cut(parts, lower[1:], wrapping)))


def _joined(drafts: list[Draft], number: int) -> list[Draft]:
    """The drafts without one that begins at a line: it is a part of the one before."""
    for place, draft in enumerate(drafts):
        if place and draft.first == number:
            return [*drafts[: place - 1], _both(drafts[place - 1], draft), *drafts[place + 1 :]]
    return drafts


def _both(first: Draft, second: Draft) -> Draft:
    prompt, points = first.prompt, first.points
    more = (second.prompt, *second.points) if second.prompt else second.points
    if prompt is None and second.prompt is None:
        points = ("\n".join((*points, *more)),)
    elif prompt is None and not points[-1].endswith(_ENDS) and second.prompt:
        # a broken prompt: its first half had found no answer
        prompt, points = join_wrapped("\n".join(points), second.prompt), second.points
    elif prompt is None:
        prompt, points = "\n".join(points), more
    else:
        points = (*points, *more)
    return replace(
        first,
        prompt=prompt,
        points=points,
        last=max(first.last, second.last),
        tags=tuple(dict.fromkeys((*first.tags, *second.tags))),
        hint=_one(first.hint, second.hint),
        note=_one(first.note, second.note),
        wrong_options=(*first.wrong_options, *second.wrong_options),
    )


def _one(first: str | None, second: str | None) -> str | None:
    return "\n".join(text for text in (first, second) if text) or None


def _card(lines: Sequence[Line], points: Sequence[str]) -> Draft:
    """The first line asks for the rest; alone it is a statement."""
    if not points:
        return _statement(lines, (lines[0].body or lines[0].text,))
    prompt = lines[0].body or lines[0].text
    return Draft(prompt, tuple(points), lines[0].number, lines[-1].number)


def _statement(lines: Sequence[Line], texts: Sequence[str]) -> Draft:
    return Draft(None, ("\n".join(texts),), lines[0].number, lines[-1].number)


def _texts(parts: Sequence[Part]) -> tuple[str, ...]:
    return tuple(text for part in parts for text in part.texts)


def _still(
    problems: Sequence[Problem], before: Sequence[Draft], after: Sequence[Draft]
) -> tuple[Problem, ...]:
    """The problems that are left: a line that came into a card is none any more."""
    old = _covered(before)
    new = _covered(after) - old
    return tuple(one for one in problems if one.line not in new)


def _covered(drafts: Sequence[Draft]) -> set[int]:
    return {number for one in drafts for number in range(one.first, one.last + 1)}
