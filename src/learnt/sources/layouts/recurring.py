"""Layout `recurring`: the same lines come again at every card, whatever they say.

    page  = head cycle+
    cycle = recurring line | side …          the same recurring lines in the same order every time

Sites word their labels and buttons as they like ("Side one", "Tap to reveal", "Rate your recall").
What comes again once a card and in its place is one of them. What stands between two of them in
every cycle is a side: two such places are front and back, one holds both (`sections`).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.heading import heading_of
from learnt.sources.layouts.sections import (
    NO_BACK,
    Section,
    draft_of,
    read_sections,
    without_last_words,
)
from learnt.sources.line import Line, parse_line
from learnt.sources.page import Page, settle_lists
from learnt.sources.wrapping import wrapping_of

NAME = "recurring"
_LEAST = 3  # cycles
_LONGEST = 40  # characters of a label or a button
_EVERY = 0.85  # the share of cycles that must hold what all are said to hold
_DIGITS = re.compile(r"\d+")
_FIT = 0.925  # below certainty, so that layouts with signs that are known are asked as well


@dataclass(frozen=True, slots=True)
class _Cycles:
    """The recurring forms in their order, and each cycle's lines by the place they stand in.

    `places[n]` are the lines after the form n and before the next one.
    """

    head: tuple[Line, ...]
    cycles: tuple[tuple[tuple[Line, ...], ...], ...]
    recurring: frozenset[int]


def recurring(page: Page) -> Proposal | None:
    """The page by its recurring lines, or None where none come again in order."""
    forms = [_form(line) for line in page.lines]
    order = _order(forms)
    if not order:
        return None
    found = _cycles(page, forms, order)
    sides = _sides(found)
    if sides is None:
        return None
    drafts, problems, furniture = _read(found, sides)
    if len(drafts) < _LEAST:
        return None
    heading = heading_of(page, found.head)
    return Proposal(
        NAME, _FIT * (0.6 + 0.4 * len(drafts) / len(found.cycles)), tuple(drafts), heading.title,
        problems=(*heading.problems, *problems),
        furniture=found.recurring | heading.furniture | furniture,
    )  # fmt: skip


def _form(line: Line) -> str:
    """A line's words with its digits as one; "" for a line too long to be a button."""
    text = line.body.strip("|*_ ").lower()
    said = 0 < len(text) <= _LONGEST and any(map(str.isalnum, text))
    return _DIGITS.sub("#", text) if said else ""


def _order(forms: Sequence[str]) -> list[str]:
    """The forms that come again in turn, the first one first; empty where there are none.

    At least one is no bare number: numbers alone are another layout's.
    """
    counts = Counter(form for form in forms if form)
    often = [count for form, count in counts.items() if count >= _LEAST and form != "#"]
    for cycles in sorted(set(often), key=lambda count: -sum(one == count for one in often)):
        chosen = {form for form, count in counts.items() if abs(count - cycles) <= 1}
        order = _in_turn([form for form in forms if form in chosen])
        if len(order) < 2 and cycles <= _LEAST:
            continue
        if order and any(form != "#" for form in order):
            return order
    return []


def _in_turn(sequence: Sequence[str]) -> list[str]:
    """The order of forms that a sequence repeats, empty where it does not."""
    first = sequence[0] if sequence else ""
    starts = [at for at, form in enumerate(sequence) if form == first]
    if len(starts) < _LEAST:
        return []
    rounds = [tuple(sequence[a:b]) for a, b in pairwise(starts)]
    usual, count = Counter(rounds).most_common(1)[0]
    return list(usual) if count >= _EVERY * len(rounds) and len(set(usual)) == len(usual) else []


def _cycles(page: Page, forms: Sequence[str], order: Sequence[str]) -> _Cycles:
    head: list[Line] = []
    cycles: list[list[list[Line]]] = []
    marks: set[int] = set()
    for line, form in zip(page.lines, forms, strict=True):
        if form == order[0]:
            cycles.append([[] for _ in order])
        if form in order and cycles:
            marks.add(line.number)
            cycles[-1][order.index(form)].append(line)
        elif cycles:
            last = max(n for n, place in enumerate(cycles[-1]) if place)
            cycles[-1][last].append(line)
        else:
            head.append(line)
    bare = tuple(
        tuple(tuple(line for line in place if line.number not in marks) for place in cycle)
        for cycle in cycles
    )
    return _begun_at_a_front(_Cycles(tuple(head), bare, frozenset(marks)))


def _begun_at_a_front(found: _Cycles) -> _Cycles:
    """Where the recurring line ends a card, its front stands in the place before it."""
    last = len(found.cycles[0]) - 1
    busy = [any(cycle[n] for cycle in found.cycles) for n in range(last + 1)]
    if not found.head or sum(busy) != 1 or found.cycles[-1][busy.index(True)]:
        return found
    # the button stands below each card: the first card is above the first button
    place = busy.index(True)
    usual = Counter(len(cycle[place]) for cycle in found.cycles[:-1]).most_common(1)[0][0]
    first = found.head[-usual:]
    shifted = [first, *(cycle[place] for cycle in found.cycles[:-1])]
    empty = ((),) * last
    return _Cycles(
        found.head[:-usual], tuple((lines, *empty) for lines in shifted), found.recurring
    )


def _sides(found: _Cycles) -> tuple[int, ...] | None:
    """The places that hold something in nearly every cycle: one or two of them."""
    inner = found.cycles[:-1] or found.cycles
    least = min(_EVERY * len(inner), len(inner) - (len(inner) > _LEAST))  # one may be lost
    held = [
        n for n in range(len(found.cycles[0])) if sum(bool(cycle[n]) for cycle in inner) >= least
    ]
    stray = sum(bool(place) for cycle in inner for n, place in enumerate(cycle) if n not in held)
    if len(held) not in (1, 2) or stray > 0.2 * len(inner):
        return None
    if len(held) == 1:
        pairs = sum(len(cycle[held[0]]) > 1 for cycle in inner)
        return tuple(held) if pairs >= _EVERY * len(inner) else None
    return tuple(held)


def _read(
    found: _Cycles, sides: tuple[int, ...]
) -> tuple[list[Draft], list[Problem], frozenset[int]]:
    blocks = [tuple(line for n in sides for line in cycle[n]) for cycle in found.cycles]
    below = frozenset(line.number for line in without_last_words([b for b in blocks if b]))
    if len(sides) == 1:
        kept = [tuple(line for line in block if line.number not in below) for block in blocks]
        sections = [Section(b, b[0].number, b[-1].number) for b in kept if b]
        drafts, problems = read_sections(sections, _FIT)
        return drafts, problems, below
    wrapping = wrapping_of(*(cycle[n] for cycle in found.cycles for n in sides))
    drafts, problems = [], []
    for cycle, block in zip(found.cycles, blocks, strict=True):
        front = cycle[sides[0]]
        back = [line for line in cycle[sides[1]] if line.number not in below]
        again = settle_lists([_as_it_stands(line) for line in back])
        draft = (
            draft_of(
                front, again, Section(block, block[0].number, block[-1].number), _FIT, wrapping
            )
            if block
            else None
        )
        if draft is not None:
            drafts.append(draft)
        else:
            problems += [Problem(line.number, line.text, NO_BACK) for line in block]
    return drafts, problems, below


def _as_it_stands(line: Line) -> Line:
    return parse_line(" " * line.indent + line.text, line.number, line.blanks)
