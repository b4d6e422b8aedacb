"""The judge: which of the layouts' proposals is the page, and what is to be said about it.

It takes the best fit, checks the number of cards against the number the page declares, and turns
drafts into cards with a confidence each.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from learnt.deck import Card, Deck, Point, Problem
from learnt.deck.tidy import same_text, tidy
from learnt.ids import CardId, DeckId, MakeId, PointId
from learnt.sources.intake.mending import opened
from learnt.sources.judging.confidence import confidences
from learnt.sources.judging.leftover import left_over
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
_SAME, _LABEL = 3, 0.5
CUT, FAR = 0.6, 0.75
"""Below this share of the declared number a guess is worth no more than that."""

_NOTHING = (
    "No cards were found on this page. Put a question on one line and its answer under it, or a "
    "title over a list with bullets, or write “Q: …” and “A: …”, or “front | back” on each line."
)
_EMPTY = "Nothing that can be shown stands here as an answer, so this is no card."
_GUESSED = "This page's layout is a guess. Check each card before you save them."


def judge(page: Page, layouts: Sequence[Layout], prefer: str = "") -> Proposal | None:
    """The proposal that fits best, or None where none is believable.

    The layout named by `prefer` is taken wherever it is believable.
    """
    best: Proposal | None = None
    for layout in layouts:
        proposal = layout(page)
        if proposal is None or not (proposal.cards or proposal.fit >= SURE):
            continue  # only a layout that is sure may say that there are no cards
        proposal = _checked(page, _with_prompts(proposal))
        if proposal.layout == prefer and proposal.cards and proposal.fit >= NOTHING:
            return proposal
        if best is None or proposal.fit > best.fit:
            best = proposal
        if best.fit >= SURE and not (prefer and page.measured):
            break
    return best if best is not None and best.fit >= NOTHING else None


def _with_prompts(proposal: Proposal) -> Proposal:
    """The proposal with less fit where its prompts are mostly one text: that is a label.

    Not so where the page says itself what its columns are, and all of its lines obey.
    """
    if proposal.fit == 1.0:
        return proposal
    prompts = Counter(draft.prompt for draft in proposal.cards if draft.prompt)
    most = max(prompts.values(), default=0)
    if most < _SAME or most * 2 < len(proposal.cards):
        return proposal
    return replace(proposal, fit=proposal.fit * _LABEL)


def _checked(page: Page, proposal: Proposal) -> Proposal:
    """The proposal with less fit where it reads another number of cards than the page declares.

    Fewer may be because the page was cut, which a layout with signs of its own need not fear.
    """
    count = counted(proposal)
    if page.declared is None or page.agrees(count):
        return proposal
    if count > page.declared or proposal.fit < SURE:
        worth = DISAGREES if count > CUT * page.declared else FAR
    else:
        worth = 1.0 if count > 0.3 * page.declared else DISAGREES
    return replace(proposal, fit=proposal.fit * worth)


def counted(proposal: Proposal) -> int:
    """How many cards the page's own count would be."""
    return proposal.units or len(proposal.cards)


def to_deck(
    page: Page, proposal: Proposal | None, make_id: MakeId
) -> tuple[Deck, tuple[Problem, ...]]:
    """The deck of a proposal, with ids, and every problem of the page in line order."""
    problems = list(page.problems)
    deck_id = DeckId(make_id())
    if proposal is None or (not proposal.cards and not proposal.problems):
        title = page.title.body if page.title else title_of(page.name)
        problems.append(Problem(None, page.name, _NOTHING))
        return Deck(deck_id, title, source=page.name), _in_order(problems)
    problems += proposal.problems
    if proposal.fit < GUESS:
        problems.append(Problem(None, page.name, _GUESSED))
    drafts, empty = each_once(page, proposal.cards)
    problems += [*empty, *left_over(page, proposal, drafts, [*problems, *empty])]
    agrees = _count_problem(page, proposal)
    problems += [agrees] if agrees else []
    agreed = page.declared is not None and page.agrees(counted(proposal))
    sure = confidences(page, proposal, drafts, agrees=agreed)
    cards = tuple(_card(draft, one, make_id) for draft, one in zip(drafts, sure, strict=True))
    title = proposal.title or (page.title.body if page.title else None) or title_of(page.name)
    deck = Deck(deck_id, title, cards, proposal.question, proposal.tags, page.name)
    return deck, _in_order(problems)


def title_of(name: str) -> str:
    """A title for a page without one: the file's name without folder and ending."""
    stem = PurePath(name.replace("\\", "/")).stem
    return "" if stem in ("-", "<stdin>") else stem


def _card(draft: Draft, sure: float, make_id: MakeId) -> Card:
    first, *others = draft.points
    points = (
        Point(PointId(make_id()), first, draft.accepted),
        *(Point(PointId(make_id()), text) for text in others),
    )
    return Card(
        CardId(make_id()),
        draft.prompt,
        points,
        hint=draft.hint,
        note=draft.note,
        wrong_options=draft.wrong_options,
        tags=draft.tags,
        source_lines=(draft.first, draft.last),
        confidence=sure,
    )


def each_once(page: Page, drafts: Iterable[Draft]) -> tuple[list[Draft], list[Problem]]:
    """The drafts without empty ones and without what an answer says twice; what is to be said."""
    kept: list[Draft] = []
    problems: list[Problem] = []
    for draft in drafts:
        texts, again = _points_once(draft)
        problems += again
        if not texts:
            lines = range(draft.first, draft.last + 1)
            problems += [
                Problem(n, text, _EMPTY) for n in lines if (text := page.raw[n - 1].strip())
            ]
            continue
        points = tuple(texts.values())
        kept.append(draft if points == draft.points else replace(draft, points=points))
    return kept, problems


def _points_once(draft: Draft) -> tuple[dict[str, str], list[Problem]]:
    """The draft's points by their keys, and a Problem for each that stands there twice."""
    if len(draft.points) == 1 and (only := tidy(draft.points[0])) and only.isprintable():
        return {"": only}, []
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for point in map(tidy, opened(draft.points)):
        key = same_text(point)
        if key in texts:
            why = "This answer says the same thing twice; it was kept once."
            problems.append(Problem(draft.first, point, why))
        elif point:
            texts[key] = point
    return texts, problems


def _count_problem(page: Page, proposal: Proposal) -> Problem | None:
    """What to say where the page declares another number of cards than was read."""
    declared, count = page.declared, counted(proposal)
    if declared is None or page.agrees(count) or page.agrees(count + proposal.repeats):
        return None
    what = "cards" if count == len(proposal.cards) else "statements"
    why = (
        f"The page says it has {declared} cards, but {count} {what} were read. Check where cards "
        "begin, or whether the page was copied whole."
    )
    return Problem(None, page.name, why)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda one: one.line or 0))
