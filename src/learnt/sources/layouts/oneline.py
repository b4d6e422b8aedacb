"""Layout `oneline`: both sides on one line and nothing between them.

    page = head card+
    card = question "?" answer | term Meaning that begins with a capital letter

Form alone cannot say where a term ends, so this is the best guess with a low confidence, and the
page is marked for checking. A question mark is a better sign than a capital letter.
"""

import re

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.heading import heading_of
from learnt.sources.layouts.sections import NO_BACK
from learnt.sources.line import Line
from learnt.sources.page import Page

NAME = "oneline"
_ASKED = re.compile(r"(?P<front>.{3,250}?[?？؟][\"”’)]*)\s+(?P<back>\S.*)")
_SIDES = re.compile(r"(?:question answer|term definition|front back|word meaning)", re.IGNORECASE)
_CAPITAL = re.compile(
    r"(?<=[^\W\d_])[a-zß-ÿ)’']?\s+(?=(?:An?|The|[A-Z][a-zß-ÿ]+|\d|When|How|To)\b)"
)
_NUMBER = re.compile(r"\s+(?=[£$€]?\d[\d,.]*\s?\S{0,6}$)")
_OPENS = re.compile(r"(?:An?|The|When|How|To|Any|Where|Loss|Gain)\b")
_SMALL = frozenset("a an the of to in on at by for from with and or is are as der die das".split())
_LEAST = 0.3  # the share of lines that must hold a question and its answer
_FEW = 6  # words: a term is seldom longer
_QUESTION, _TERM = 0.7, 0.35  # confidence


def oneline(page: Page) -> Proposal | None:
    """The page as lines of two sides, or None where too few hold a question and its answer."""
    lines = list(page.lines)
    head: list[Line] = []
    sides = next((at for at, line in enumerate(lines[:20]) if _SIDES.fullmatch(line.text)), None)
    if sides is not None:
        head, lines = lines[: sides + 1], lines[sides + 1 :]
    elif len(lines) > 2 and _ASKED.fullmatch(lines[0].body) is None and lines[1].blanks:
        head, lines = lines[:1], lines[1:]
    asked = sum(_ASKED.fullmatch(line.body) is not None for line in lines)
    if len(lines) < 2 or (asked < max(2, _LEAST * len(lines)) and sides is None):
        return None
    heading = heading_of(page, [line for line in head if not _SIDES.fullmatch(line.text)])
    drafts: list[Draft] = []
    problems = list(heading.problems)
    for line in lines:
        draft = _draft(line)
        if draft is None:
            problems.append(Problem(line.number, line.text, NO_BACK))
        else:
            drafts.append(draft)
    if not drafts:
        return None
    share = asked / len(lines)
    fit = (0.62 if sides is not None else 0.3 + 0.3 * share) * len(drafts) / len(lines)
    labels = frozenset(line.number for line in head if _SIDES.fullmatch(line.text))
    return Proposal(
        NAME, fit, tuple(drafts), heading.title, problems=tuple(problems),
        furniture=heading.furniture | labels,
    )  # fmt: skip


def _draft(line: Line) -> Draft | None:
    if found := _ASKED.fullmatch(line.body):
        return Draft(found["front"], (found["back"],), line.number, line.number, _QUESTION)
    at = _term_end(line.body)
    if at is None:
        return None
    front, back = line.body[:at].strip(), line.body[at:].strip()
    return Draft(front, (back,), line.number, line.number, _TERM) if front and back else None


def _term_end(text: str) -> int | None:
    """Where the term ends: before a capital inside the line, or a last number.

    No term ends in a small word: "The Terror" is not cut after "The".
    """
    places = [
        found.end()
        for found in _CAPITAL.finditer(text)
        if text[: found.end()].rsplit(maxsplit=1)[-1].lower() not in _SMALL
    ]
    opened = [place for place in places if _OPENS.match(text, place)]
    places = opened or places
    near = [place for place in places if 0 < len(text[:place].split()) <= _FEW]
    if near:
        return near[0]
    if found := _NUMBER.search(text):
        return found.start()
    if places:
        return places[0]
    words = text.split(maxsplit=1)
    return len(words[0]) if len(words) == 2 else None
