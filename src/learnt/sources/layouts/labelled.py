r"""Layout `labelled`: lines that say which side follows, and nothing else.

    page   = head card+
    card   = [counter] ask line+ answer line+ [what the site writes under every card]
    ask    = "Question" | "Q" | "Front" | "front 3" | "Term" | …      alone on its line
    answer = "Answer" | "A" | "Back" | "back 3" | "Definition" | …
    counter = "3" | "Card 3" | "Card 3definition" | "• 3"

The two labels take turns. A line "A" under the label "A" is an answer, since a side that says
nothing is no side. What ends nearly every answer in the same words, digits apart, is the site's.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.heading import heading_of
from learnt.sources.layouts.sections import NO_BACK, joined, without_last_words
from learnt.sources.line import Line, parse_line
from learnt.sources.page import Page, settle_lists
from learnt.sources.points import points_of
from learnt.sources.site.words import SIDES
from learnt.sources.wrapping import wrapping_of

NAME = "labelled"

_LABEL = re.compile(
    r"[#*_•\s]*(?:card\s?)?(?P<before>\d{0,4})[.):\s]*(?P<word>[^\W\d_]{1,12})\s?"
    r"#?(?P<after>\d{0,4})\s?[:.]?[*_\s]*"
)
_LEAST = 0.6  # the share of answers that must end alike before the end is the site's
_BUTTON = 40  # characters
_DIGITS = re.compile(r"\d+")
_COUNTER = re.compile(
    r"[•*#\s]*(?:(?:flash\s?)?card|question|no\.?|nr\.?)\s?\d{1,4}\s?[^\W\d]{0,14}", re.IGNORECASE
)
_FIT = 0.97


@dataclass(slots=True)
class _Card:
    front: list[Line] = field(default_factory=list)
    back: list[Line] = field(default_factory=list)
    labels: list[Line] = field(default_factory=list)


def labelled(page: Page) -> Proposal | None:
    """The page by its labels, or None where no pair of labels takes turns."""
    labels = [_word(line) for line in page.lines]
    pair = _pair(labels)
    if pair is None:
        return None
    head, cards = _collect(page, labels, pair)
    furniture = {line.number for card in cards for line in card.labels}
    furniture |= _take_pipes(cards)
    furniture |= _take_ends([card.front for card in cards])
    furniture |= _take_ends([card.back for card in cards], head)
    for line in without_last_words([card.back for card in cards]):
        cards[-1].back.remove(line)
        furniture.add(line.number)
    if cards:
        furniture |= _take_counters(head)
    heading = heading_of(page, head)
    sides = [side for card in cards for side in (card.front, card.back)]
    wrapping = wrapping_of(*sides)
    drafts: list[Draft] = []
    problems = list(heading.problems)
    for card in cards:
        points = points_of(settle_lists(card.back), wrapping)
        prompt = joined(card.front)
        lines = [*card.front, *card.back]
        if points and prompt:
            first, last = card.labels[0].number, max(line.number for line in lines)
            drafts.append(Draft(prompt, points, first, last, 0.98))
        else:
            problems += [Problem(line.number, line.text, NO_BACK) for line in lines]
    if not drafts:
        return None
    whole = len(drafts) / len(cards)
    everything = frozenset(furniture) | heading.furniture
    return Proposal(
        NAME, _FIT * (0.85 + 0.15 * whole), tuple(drafts), heading.title,
        problems=tuple(problems), furniture=everything,
    )  # fmt: skip


def _word(line: Line) -> str:
    """The label that a line is, in lower case; "" for another line."""
    text = line.text.strip("| ")
    if len(text) > 30 or not (found := _LABEL.fullmatch(text)):
        return ""
    return found["word"].lower()


def _pair(labels: Sequence[str]) -> tuple[str, str] | None:
    """The labels that take turns most often, twice at least."""
    counts = Counter(labels)
    best: tuple[int, tuple[str, str]] | None = None
    for ask, answer in sorted(SIDES):
        if min(counts[ask], counts[answer]) < (1 if len(ask) > 1 else 2):
            continue
        turns = [word for word in labels if word in (ask, answer)]
        cards = sum(one == ask and after == answer for one, after in pairwise(turns))
        if cards * 2 < 0.8 * len(turns) or (cards < 2 and not _alone(labels, ask, answer)):
            continue
        if best is None or cards > best[0]:
            best = (cards, (ask, answer))
    return best[1] if best else None


def _alone(labels: Sequence[str], ask: str, answer: str) -> bool:
    """Whether the only pair of labels is a card's: near the top, with a short front between."""
    return labels.index(ask) <= 8 and labels.index(answer) - labels.index(ask) <= 3


def _collect(
    page: Page, labels: Sequence[str], pair: tuple[str, str]
) -> tuple[list[Line], list[_Card]]:
    """The lines above the first label, and the cards with the lines of each side."""
    ask, answer = pair
    head: list[Line] = []
    cards: list[_Card] = []
    side: list[Line] = head
    for at, (line, word) in enumerate(zip(page.lines, labels, strict=True)):
        waiting = bool(cards) and not side and side is not head
        if waiting and word in pair and side is cards[-1].back:
            after = next((one for one in labels[at + 1 :] if one in pair), ask)
            waiting = word == answer or after == ask  # else the side is lost, and this its label
        if word == ask and not (waiting and side is cards[-1].back):
            if not waiting:
                cards.append(_Card(labels=[line]))
                side = cards[-1].front
                continue
        elif word == answer and cards and side is cards[-1].front and side:
            cards[-1].labels.append(line)
            side = cards[-1].back
            continue
        side.append(_again(page, line) if side is not head else line)
    return head, cards


def _again(page: Page, line: Line) -> Line:
    """The line as it stands: whether it is an item is settled within its own side."""
    return parse_line(page.raw[line.number - 1], line.number, line.blanks)


def _take_pipes(cards: Sequence[_Card]) -> set[int]:
    """Take off the borders of a table that was copied a cell a line; the lines of borders alone."""
    sides = [side for card in cards for side in (card.front, card.back)]
    lines = [line for side in sides for line in side]
    if not lines or sum("|" in line.text for line in lines) < 0.6 * len(lines):
        return set()
    gone: set[int] = set()
    for side in sides:
        bare = []
        for line in side:
            text = line.text.strip("| ")
            if text:
                bare.append(parse_line(text, line.number, 0))
            else:
                gone.add(line.number)
        side[:] = bare
    return gone


def _take_ends(sides: Sequence[list[Line]], head: Sequence[Line] = ()) -> set[int]:
    """Take off the lines that end nearly every side alike: the next card's number, buttons.

    Two alike are enough, and the first may be the last line of what stands above the cards.
    """
    above = _form(head[-1].text) if head else ""
    gone: set[int] = set()
    while True:
        ends = [_form(side[-1].text) if len(side) > 1 else "" for side in sides[:-1]]
        counts = Counter(end for end in ends if end)
        form, count = counts.most_common(1)[0] if counts else ("", 0)
        least = 1 if form in ("card #", above) else 2
        if count < max(least, _LEAST * len(ends)) or len(form) > _BUTTON:
            return gone
        for side in sides:
            if len(side) > 1 and _form(side[-1].text) == form:
                gone.add(side.pop().number)


def _take_counters(head: list[Line]) -> set[int]:
    """Take the first card's own number off the lines above it."""
    if head and _form(head[-1].text).strip("•. ") in ("#", "card #"):
        return {head.pop().number}
    return set()


def _form(text: str) -> str:
    """The words of a line, digits apart; of a card's number and kind the number alone."""
    if _COUNTER.fullmatch(text.strip()):
        return "card #"
    return _DIGITS.sub("#", text.lower()).strip()
