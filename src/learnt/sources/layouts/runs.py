"""Layout `runs`: all cards in one paragraph.

    words    = term sign meaning ("," | ";") term sign meaning …        a list of words in a row
    question = question "?" answer question "?" answer …

Form alone seldom decides this, so it is the best guess with a low confidence, and the page is
marked for checking.
"""

import re

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.pairs import SIGNS, split_pair
from learnt.sources.line import Line
from learnt.sources.page import Page

NAME = "runs"
_BETWEEN = re.compile(r"\s*[;،；]\s+|\s*[,，、]\s+|\s+[•|·]\s+")
_ASKS = re.compile(
    r"\s(?=(?:What|Why|Who|Whom|Whose|When|Where|Which|How|In (?:what|which)|Name|Define|Explain"
    r"|Describe|State|List|Give)\b)"
)
_STOP = re.compile(r"[.!]\s+(?=[A-Z\d\"“])")
_GLOSS = re.compile(r"(?P<front>\S+(?:\s?\([^()]{1,40}\))?)\s+(?P<back>\S.{0,60})")
_SIGNED, _GUESSED = 0.7, 0.3  # confidence
_SIGNS, _FIT = 0.58, 0.45
_SMALL = frozenset("and or but with by in on at to of for from und et y e".split())
_LONG = 200  # characters: a paragraph of several cards is longer than a line of one


def runs(page: Page) -> Proposal | None:
    """The page as one paragraph of cards, or None where it is no such paragraph."""
    lines = page.lines
    if not lines or len(lines) > 3 or any(line.marked for line in lines):
        return None
    body = lines[-1]
    if len(lines) == 3 and not (lines[1].blanks or body.blanks):
        return None
    found = _words(body) or _questions(body)
    if len(found) < 3:
        return None
    head = list(lines[:-1])
    title = page.title.body if page.title else head.pop(0).text if head else None
    problems = tuple(Problem(line.number, line.text, _ABOVE) for line in head)
    fit = _SIGNS if found[0].confidence == _SIGNED else _FIT
    return Proposal(NAME, fit, tuple(found), title, problems=problems)


_ABOVE = "This line stands above the cards and is not in any of them."


def _words(line: Line) -> list[Draft]:
    """A list of words with their meanings, each pair the same way."""
    items = [one.strip(" .") for one in _BETWEEN.split(line.text) if one.strip(" .")]
    if len(items) < 3 or max(len(item) for item in items) > 120:
        return []
    for sign in SIGNS:
        pairs = [split_pair(item, sign) for item in items]
        if all(pairs):
            return [_draft(one.front, one.back, line, _SIGNED) for one in pairs if one]
    glosses = [_GLOSS.fullmatch(item) for item in items]
    short = sum(len(item.split()) <= 5 for item in items)
    inside = any(item.split()[0].lower() in _SMALL for item in items)  # of a sentence
    if not all(glosses) or short < 0.9 * len(items) or inside:
        return []
    return [_draft(one["front"], one["back"], line, _GUESSED) for one in glosses if one]


def _questions(line: Line) -> list[Draft]:
    """Questions with what follows each, up to where the next one seems to begin."""
    parts = re.split(r"(?<=[?？؟])\s+", line.text)
    if len(parts) < 4 or len(line.text) < _LONG:
        return []
    drafts: list[Draft] = []
    question = parts[0]
    for part in parts[1:]:
        at = _next_question(part) if part != parts[-1] else len(part)
        answer, rest = part[:at].strip(), part[at:].strip()
        if not answer:
            question = f"{question} {rest}"
            continue
        drafts.append(_draft(question, answer, line, _GUESSED))
        question = rest
    return drafts


def _next_question(part: str) -> int:
    """Where the question that ends this part begins: at its first word, or after a sentence."""
    asks = [found.start() for found in _ASKS.finditer(part)]
    stops = [found.end() for found in _STOP.finditer(part)]
    if asks:
        return asks[-1]
    return stops[-1] if stops else part.rfind(" ", 0, len(part) // 2) + 1


def _draft(front: str, back: str, line: Line, confidence: float) -> Draft:
    return Draft(front, (back,), line.number, line.number, confidence)
