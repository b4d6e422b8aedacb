"""Cards whose bounds are known: the line where the back begins.

    section = front back            the lines of one card, nothing else among them
    front   = the lines above the first gap, where most cards of the page have one there
            | the lines above the first item of a list
            | what the weights of the alternating layout say

Layouts that find the bounds of the cards by numbers, bullets or buttons all end here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from learnt.deck import Problem
from learnt.sources.alternation.chain import decode
from learnt.sources.alternation.cues import Manner, features_of, manner_of
from learnt.sources.alternation.weights import BACK, BACK2, CHAIN, FRONT, FRONT2, TITLE, emissions
from learnt.sources.layouts.base import Draft
from learnt.sources.line import Line, Mark
from learnt.sources.points import join_wrapped, points_of
from learnt.sources.site.words import SIDES
from learnt.sources.wrapping import Wrapping, wrapping_of

NEVER = -1e6
_ANSWERS = frozenset(answer for _, answer in SIDES) | {"ans", "solution", "model answer"}
_SITE = 90  # characters: what a site writes below its cards
_TELLING = 0.75  # the share of cards whose gap must stand before the back

NO_BACK = "Here one side of a card is missing. Write the other side, or leave it out."


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of one card; `first` and `last` are the numbers of all lines it takes up."""

    lines: tuple[Line, ...]
    first: int
    last: int


def section_of(lines: Sequence[Line]) -> Section:
    """A section of lines, at least one, that takes up these lines alone."""
    return Section(tuple(lines), lines[0].number, lines[-1].number)


def cut(lines: Sequence[Line], starts: Sequence[int]) -> list[Sequence[Line]]:
    """The lines from each start (an index) up to the next."""
    ends = [*starts[1:], len(lines)][: len(starts)]
    return [lines[start:end] for start, end in zip(starts, ends, strict=True)]


def read_sections(
    sections: Sequence[Section], confidence: float
) -> tuple[list[Draft], list[Problem]]:
    """The cards of the sections; one without a back is a Problem for each of its lines."""
    wrapping = wrapping_of(*(section.lines for section in sections))
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for section, at in zip(sections, split_sections(sections), strict=True):
        front, back = section.lines[:at], section.lines[at:]
        back = back[1:] if back and _is_answer(back[0]) else back
        draft = draft_of(front, back, section, confidence, wrapping)
        if draft is None:
            problems += [Problem(line.number, line.text, NO_BACK) for line in section.lines]
        else:
            drafts.append(draft)
    return drafts, problems


def draft_of(
    front: Sequence[Line],
    back: Sequence[Line],
    section: Section,
    confidence: float,
    wrapping: Wrapping,
) -> Draft | None:
    """The card of two sides, or None where one of them says nothing."""
    prompt = joined(front)
    points = points_of(back, wrapping)
    if not prompt or not points:
        return None
    return Draft(prompt, points, section.first, section.last, confidence)


def joined(lines: Sequence[Line]) -> str:
    """The lines of a prompt as one text, a bullet before it taken off."""
    if not lines:
        return ""
    text = lines[0].body if lines[0].mark is Mark.SYMBOL else lines[0].text
    for line in lines[1:]:
        text = join_wrapped(text, line.text)
    return text.strip()


def split_sections(sections: Sequence[Section]) -> list[int]:
    """For each section how many of its lines are the front; all of them where there is no back."""
    gaps = [_first_gap(section.lines) for section in sections]
    long = [gap for section, gap in zip(sections, gaps, strict=True) if len(section.lines) > 1]
    spaced = sum(gap > 0 for gap in long) >= _TELLING * len(long) if long else False
    weighed: list[int] | None = None
    found: list[int] = []
    for place, (section, gap) in enumerate(zip(sections, gaps, strict=True)):
        lines = section.lines
        listed = next((at for at, line in enumerate(lines) if at and line.marked), 0)
        label = next((n for n, line in enumerate(lines) if n and _is_answer(line)), 0)
        if label and label + 1 < len(lines):
            found.append(label)
        elif len(lines) < 3:
            found.append(1)
        elif spaced and gap:
            found.append(gap)
        elif listed == 1:
            found.append(1)
        else:
            weighed = weighed if weighed is not None else _weighed(sections)
            found.append(weighed[place])
    return found


def _is_answer(line: Line) -> bool:
    """Whether a line only says that the answer follows."""
    text = line.text.strip("*_ ")
    return text.endswith(":") and text.rstrip(": ").lower() in _ANSWERS


def without_last_words(blocks: Sequence[Sequence[Line]]) -> tuple[Line, ...]:
    """The last lines of the last block that are the site's: paragraphs that no other block has.

    They are short, and the other blocks all have as many paragraphs as one another.
    """
    if len(blocks) < 3:
        return ()
    gaps = [[at for at, line in enumerate(block) if at and line.blanks] for block in blocks]
    usual = {len(one) for one in gaps[:-1]}
    if len(usual) != 1 or len(gaps[-1]) <= (most := usual.pop()):
        return ()
    rest = tuple(blocks[-1][gaps[-1][most] :])
    return rest if all(len(line.text) < _SITE for line in rest) else ()


def _first_gap(lines: Sequence[Line]) -> int:
    return next((at for at, line in enumerate(lines) if at and line.blanks), 0)


def _weighed(sections: Sequence[Section]) -> list[int]:
    """The fronts as the weights of the alternating layout see them, each section one card."""
    lines = [line for section in sections for line in section.lines]
    rows = emissions(features_of(lines, _manner(lines)))
    index = 0
    for section in sections:
        _hold(rows[index : index + len(section.lines)])
        index += len(section.lines)
    path, _ = decode(CHAIN, rows)
    found: list[int] = []
    index = 0
    for section in sections:
        states = path[index : index + len(section.lines)]
        front = next((at for at, one in enumerate(states) if one in (BACK, BACK2)), len(states))
        found.append(max(1, front))
        index += len(section.lines)
    return found


def _manner(lines: Sequence[Line]) -> Manner:
    return manner_of(lines)


def _hold(rows: Sequence[list[float]]) -> None:
    """Let the first line begin the card and no other, and the last belong to the back."""
    for at, row in enumerate(rows):
        row[TITLE] += NEVER
        if at:
            row[FRONT] += NEVER
        else:
            for state in (FRONT2, BACK, BACK2):
                row[state] += NEVER
    if len(rows) > 1:
        for state in (FRONT, FRONT2):
            rows[-1][state] += NEVER
