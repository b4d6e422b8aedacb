"""Layout `notes`: a page whose paragraphs have shapes of their own.

    page  = head part+
    part  = prompt (item+ | line+)          a line that asks or leads in, over what it asks for
          | pair+                           lines of both sides ("term: meaning", "term - meaning")
          | heading                         alone between blank lines: what follows belongs to it

This is how people write by hand. Each part is read for itself, so one that fits nothing spoils no
other; it is listed as a Problem.
"""

from collections.abc import Sequence

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.pairs import Pair, split_pair
from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.points import continues, points_of
from learnt.sources.question import is_question
from learnt.sources.wrapping import Wrapping, wrapping_of

NAME = "notes"
_SIGNS = ("bold", "colon", "dash", "equals", "arrow")
_TERM = 60  # characters: a longer front before a sign is a sentence
_FIT, _WITH_TERMS, _SURE = 0.72, 0.9, 0.85
_HEADING = 50  # characters

_NO_CARD = "No card was found in this line. If it asks something, write the answer under it."


def notes(page: Page) -> Proposal | None:
    """The page part by part, or None where it has fewer than two parts."""
    blocks = _blocks(page)
    if len(blocks) < 2:
        return None
    wrapping = wrapping_of(*blocks)
    drafts: list[Draft] = []
    problems: list[Problem] = []
    furniture: set[int] = set()
    terms = 0
    title = page.title.body if page.title else None
    if title is None and len(blocks[0]) == 1 and not blocks[0][0].marked and len(blocks) > 2:
        line = blocks.pop(0)[0]
        title = line.text
        furniture.add(line.number)
    for block in blocks:
        found = _pairs(block, wrapping)
        terms += len(found) > 1  # lists of terms among paragraphs: no other layout has both
        found = found or _asked(block, wrapping)
        drafts += found
        if found:
            continue
        if len(block) == 1 and _is_heading(block[0]):
            furniture.add(block[0].number)
        else:
            problems += [Problem(line.number, line.text, _NO_CARD) for line in block]
    if len(drafts) < 2:
        return None
    lines = len(page.lines) - len(furniture)
    fit = _WITH_TERMS if terms and terms < len(blocks) else _FIT
    fit *= max(0.0, 1 - (1.5 if terms else 2) * len(problems) / max(1, lines))
    return Proposal(
        NAME, fit, tuple(drafts), title, problems=tuple(problems), furniture=frozenset(furniture)
    )


def _blocks(page: Page) -> list[list[Line]]:
    """The paragraphs; a list stays with the line right above it, gap or no gap."""
    blocks: list[list[Line]] = []
    for line in page.lines:
        if not blocks or (line.blanks and not line.marked):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _pairs(block: Sequence[Line], wrapping: Wrapping) -> list[Draft]:
    """A block of lines that all come apart at a sign, broken ones joined."""
    items: list[tuple[Pair, list[Line]]] = []
    for line in block:
        pair = _pair(line)
        if pair is not None:
            items.append((pair, [line]))
        elif items and continues(items[-1][1][-1], line, wrapping):
            items[-1][1].append(line)
        else:
            return []
    drafts = []
    for pair, lines in items:
        back = Line(lines[0].number, pair.back, pair.back)
        points = points_of([back, *lines[1:]], wrapping)
        last = lines[-1].number
        drafts.append(Draft(pair.front, points, lines[0].number, last, _SURE * pair.confidence))
    return drafts


def _pair(line: Line) -> Pair | None:
    for sign in _SIGNS:
        pair = split_pair(line.body, sign)
        if pair is not None and len(pair.front) <= _TERM and not is_question(pair.front):
            return pair
    return None


def _asked(block: Sequence[Line], wrapping: Wrapping) -> list[Draft]:
    """A block that opens with a prompt: it asks, leads in, or stands over a list."""
    first, rest = block[0], block[1:]
    if not rest or first.marked:
        return []
    asks = is_question(first.text) or first.text.endswith(":")
    if not asks and not all(line.marked for line in rest):
        return []
    if any(is_question(line.text) for line in rest if not line.marked):
        return []
    points = points_of(rest, wrapping)
    prompt = first.text.removesuffix(":") if not is_question(first.text) else first.text
    return [Draft(prompt, points, first.number, block[-1].number, _SURE)] if points else []


def _is_heading(line: Line) -> bool:
    ends = line.text.endswith((".", ";", ","))
    return len(line.text) <= _HEADING and not ends and not is_question(line.text)
