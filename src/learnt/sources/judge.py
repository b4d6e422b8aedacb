"""The judge: which of the layouts' proposals is the page, and what is to be said about it.

It takes the best fit, checks the number of cards against the number the page declares, keeps a
card that stands twice once, and turns drafts into cards. Confidence: how well the page fits its
layout, times how sure the layout is of the card, less where the declared number disagrees.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from learnt.deck import Card, Deck, Point, Problem
from learnt.deck.tidy import same_text, tidy
from learnt.ids import CardId, DeckId, MakeId, PointId
from learnt.sources.layouts.base import Draft, Layout, Proposal
from learnt.sources.page import Page

GUESS = 0.6
"""Below this fit the learner is asked to check the cards one by one."""
SURE = 0.93
"""From this fit on no further layout is asked: the page carries the layout's own signs."""
NOTHING = 0.3
"""Below this fit nothing is read."""
DISAGREES = 0.85
"""What a fit is worth where the page declares another number of cards."""

_NOTHING = (
    "No cards were found on this page. Put a question on one line and its answer under it, or a "
    "title over a list with bullets, or write “Q: …” and “A: …”, or “front | back” on each line."
)
_GUESSED = "This page's layout is a guess. Check each card before you save them."


def judge(page: Page, layouts: Sequence[Layout]) -> Proposal | None:
    """The proposal that fits best, or None where none is believable."""
    best: Proposal | None = None
    for layout in layouts:
        proposal = layout(page)
        if proposal is None or not proposal.cards:
            continue
        proposal = _checked(page, proposal)
        if best is None or proposal.fit > best.fit:
            best = proposal
        if best.fit >= SURE:
            break
    return best if best is not None and best.fit >= NOTHING else None


def _checked(page: Page, proposal: Proposal) -> Proposal:
    """The proposal with less fit where it reads another number of cards than the page declares."""
    if page.declared is None or _counted(proposal) == page.declared:
        return proposal
    return replace(proposal, fit=proposal.fit * DISAGREES)


def _counted(proposal: Proposal) -> int:
    """How many cards the page's own count would be: one question's points are counted there."""
    if len(proposal.cards) == 1 and proposal.question is not None:
        return len(proposal.cards[0].points)
    return len(proposal.cards)


def to_deck(
    page: Page, proposal: Proposal | None, make_id: MakeId
) -> tuple[Deck, tuple[Problem, ...]]:
    """The deck of a proposal, with ids, and every problem of the page in line order."""
    problems = list(page.problems)
    deck_id = DeckId(make_id())
    if proposal is None:
        title = page.title.body if page.title else title_of(page.name)
        problems.append(Problem(None, page.name, _NOTHING))
        return Deck(deck_id, title, source=page.name), _in_order(problems)
    problems += proposal.problems
    if proposal.fit < GUESS:
        problems.append(Problem(None, page.name, _GUESSED))
    drafts, repeated = _each_once(page, proposal.cards)
    problems += repeated
    agrees = _count_problem(page, proposal)
    problems += [agrees] if agrees else []
    trust = min(1.0, proposal.fit + 0.05)
    cards = tuple(_card(draft, trust, make_id) for draft in drafts)
    title = proposal.title or (page.title.body if page.title else None) or title_of(page.name)
    deck = Deck(deck_id, title, cards, proposal.question, proposal.tags, page.name)
    return deck, _in_order(problems)


def title_of(name: str) -> str:
    """A title for a page without one: the file's name without folder and ending."""
    stem = PurePath(name.replace("\\", "/")).stem
    return "" if stem in ("-", "<stdin>") else stem


def _card(draft: Draft, trust: float, make_id: MakeId) -> Card:
    points = tuple(Point(PointId(make_id()), text) for text in draft.points)
    return Card(
        CardId(make_id()),
        draft.prompt,
        points,
        hint=draft.hint,
        note=draft.note,
        tags=draft.tags,
        source_lines=(draft.first, draft.last),
        confidence=round(trust * draft.confidence, 3),
    )


def _each_once(page: Page, drafts: Iterable[Draft]) -> tuple[list[Draft], list[Problem]]:
    """The drafts without empty and repeated ones, and what is to be said of those."""
    seen: dict[tuple[str, tuple[str, ...]], int] = {}
    kept: list[Draft] = []
    problems: list[Problem] = []
    for draft in drafts:
        points, again = _points_once(draft)
        problems += again
        prompt = tidy(draft.prompt or "")
        text = page.raw[draft.first - 1].strip()
        if not points:
            problems.append(Problem(draft.first, text, "Nothing can be read on this line."))
            continue
        key = (same_text(prompt), tuple(same_text(point) for point in points))
        if key in seen:
            why = f"This card stands on line {seen[key]} already; it was kept once."
            problems.append(Problem(draft.first, text, why))
            continue
        seen[key] = draft.first
        kept.append(replace(draft, points=points))
    return kept, problems


def _points_once(draft: Draft) -> tuple[tuple[str, ...], list[Problem]]:
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for point in map(tidy, draft.points):
        if point and same_text(point) in texts:
            why = "This answer says the same thing twice; it was kept once."
            problems.append(Problem(draft.first, point, why))
        elif point:
            texts[same_text(point)] = point
    return tuple(texts.values()), problems


def _count_problem(page: Page, proposal: Proposal) -> Problem | None:
    """What to say where the page declares another number of cards than was read."""
    declared, count = page.declared, _counted(proposal)
    if declared is None or declared == count:
        return None
    what = "cards" if count == len(proposal.cards) else "points"
    why = (
        f"The page says it has {declared} cards, but {count} {what} were read. Check where cards "
        "begin, or whether the page was copied whole."
    )
    return Problem(None, page.name, why)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda one: one.line or 0))
