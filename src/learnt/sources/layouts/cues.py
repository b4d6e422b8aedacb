"""What a line of an alternating page looks like: named features with values, a list a line.

Two kinds: what the line itself shows (it ends in a question mark, it is an item of a list) and
what it shows beside the rest of the page (a gap before it, where gaps separate the cards; no
question, where nearly every card of this page asks one). A learnt model uses the same features;
only the weights differ.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from learnt.sources.line import Line, Mark
from learnt.sources.points import continues
from learnt.sources.question import ends_as_question, is_question
from learnt.sources.wrapping import Wrapping, wrapping_of

Features = list[tuple[str, float]]

_ANSWER_WORDS = frozenset(
    "because by it its they he she his her their this these when where if in through as "
    "yes no true false there both only parce car il elle ils elles c'est weil er sie es "
    "durch porque fue era perché è".split()
)
_ARTICLES = frozenset("to a an un une ein eine".split())  # "to have" and "un chien" are words too
_FORMULA = re.compile(r"\$|\\[(\[]|[^=]{1,40}\S\s=\s\S")
_MEASURE = re.compile(r"[<>≈~±+£$€-]*\s?\d{1,2}(?!\d{1,3}(?!\d|\.\d))[\d.,]*(?![^\W_])")
_BLANK = re.compile(r"_{2,}|\.{4,}|…")
_MARKS = re.compile(r"[(\[]\d{1,2}(?:\s?(?:marks?|pts?|points?|punkte))?[)\]]$", re.IGNORECASE)
_ARROWS = ("→", "->", "⟶", "⇌", "=")  # "acid + metal →"
_LEAD = re.compile(r"(?:true or false|vrai ou faux|fill in|wahr oder falsch)\b", re.IGNORECASE)
LONG, SHORT, _TERSE = 120, 32, 50  # characters


@dataclass(frozen=True, slots=True)
class Manner:
    """How this page is written, as far as it can be seen without knowing its cards.

    `gap` is the number of blank lines that separates cards (0 where gaps say nothing); `asking`
    (0-1) is how surely every card asks a question. From one question to the next it is an even
    number of units where every answer is one unit (a line or a list): `steady` says that it
    always is, `lists` (0-1) how often it is not, so that lists without marks must be there.
    `numbered` says that the cards themselves are numbered, `indented` that answers are; `terse`
    that all lines are short and none is an item, so that hardly any side has two lines.
    """

    wrapping: Wrapping
    gap: int
    asking: float
    steady: bool
    lists: float
    numbered: bool
    indented: bool
    terse: bool


def manner_of(lines: Sequence[Line], declared: int | None = None) -> Manner:
    """The manner of a page, which may declare its number of cards."""
    wrapping = wrapping_of(lines)
    bare = [line for line in lines if not line.marked]
    gap = _gap(bare)
    asking, odd = _asking(lines, wrapping, declared)
    marked = (len(lines) - len(bare)) / max(1, len(lines))
    least = min((line.indent for line in bare), default=0)
    deeper = sum(line.indent > least + 1 for line in bare)
    return Manner(
        wrapping, gap, asking, odd == 0 and not gap,
        min(1.0, 4 * max(0.0, odd)) if marked < 0.1 else 0.0, _is_numbered(lines),
        bool(bare) and 0.2 * len(bare) <= deeper <= 0.85 * len(bare),
        not marked and sum(len(line.text) <= _TERSE for line in lines) >= 0.9 * len(lines),
    )  # fmt: skip


def _gap(bare: Sequence[Line]) -> int:
    """The least number of blank lines that separates some lines but not most."""
    if len(bare) < 4:
        return 0
    for least in (2, 1):
        share = sum(line.blanks >= least for line in bare[1:]) / (len(bare) - 1)
        if 0.15 <= share <= 0.62:
            return least
    return 0


def leaves_lines_alone(lines: Sequence[Line], gap: int) -> bool:
    """Whether gaps leave single lines often: a card has two, so they fall inside cards too."""
    starts = [0, *(n for n, one in enumerate(lines) if n and one.blanks >= gap), len(lines)]
    sizes = [after - before for before, after in pairwise(starts)]
    return sum(size == 1 for size in sizes) > 0.25 * len(sizes)


def _asking(lines: Sequence[Line], wrapping: Wrapping, declared: int | None) -> tuple[float, float]:
    """How surely all cards ask, and the share of odd distances between questions.

    Distances are in units; a marked list is one unit. The share is -1 for too few questions.
    """
    where: list[int] = []
    unit, before = 0, None
    for line in lines:
        if before is not None and not (line.marked and before.marked):
            unit += not continues(before, line, wrapping)
        if not line.marked and is_question(line.text):
            where.append(unit)
        before = line
    gaps = [after - one for one, after in pairwise(where)]
    if len(gaps) < 2:
        return 0.0, -1.0
    mean = sum(gaps) / len(gaps)
    odd = sum(gap % 2 for gap in gaps) / len(gaps) if len(gaps) >= 3 else -1.0
    if gaps.count(1) > 0.3 * len(gaps):
        return 0.0, -1.0  # questions under questions: answers ask too
    if declared is not None:  # as many questions as cards, or cards that are no questions
        return (1.0 if abs(declared - len(where)) <= 1 else 0.0), odd
    return min(1.0, max(0.0, (4.5 - mean) / 2)) * min(1.0, len(gaps) / 5), odd


def _is_numbered(lines: Sequence[Line]) -> bool:
    """Whether numbers count the cards: 1, 2, 3 … over the page, each with lines under it."""
    items = [(index, line) for index, line in enumerate(lines) if line.mark is Mark.NUMBER]
    if len(items) < 2 or any(b.order != a.order + 1 for (_, a), (_, b) in pairwise(items)):
        return False
    apart = sum(after - before > 1 for (before, _), (after, _) in pairwise(items))
    return apart * 3 >= 2 * (len(items) - 1)


def features_of(lines: Sequence[Line], manner: Manner) -> list[Features]:
    """The features of each line, in the order of the lines."""
    found: list[Features] = []
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        after = lines[index + 1] if index + 1 < len(lines) else None
        one: Features = [("any", 1.0)]
        one += _of_the_line(line, manner)
        one += _beside(before, line, after, manner)
        if index == 1 and manner.gap:
            one = [(name, value) for name, value in one if name != "no_gap"]  # under a title
        if index == 0 and manner.terse:
            one.append(("odd_lines" if len(lines) % 2 else "even_lines", 1.0))
        found.append(one)
    return found


def _of_the_line(line: Line, manner: Manner) -> Features:
    text, numbered = line.text, line.mark is Mark.NUMBER and manner.numbered
    ends, asked = ends_as_question(text), is_question(line.body)
    left_open = bool(_BLANK.search(text) or _LEAD.match(text)) or text.endswith(_ARROWS)
    trails = text.endswith(("...", "…"))
    shown = {
        "ends_asking": ends,
        "question_words": asked and not ends,
        "numbered_card": numbered,
        "item": line.marked and not numbered,
        "unnumbered": manner.numbered and not line.marked,
        "full_stop": text.endswith((".", "!", "。")) and not trails and text[-4:] != "etc.",
        "colon": text.endswith(":") or trails,
        "left_open": left_open or _MARKS.search(text[-24:]) is not None,
        "long": len(text) > LONG,
        "short": len(text) <= SHORT,
        "lower": text[0].islower() and manner.wrapping.upper,
        "answer_word": not asked and _begins_answer(text, manner),
        "formula": not ends and _FORMULA.match(text) is not None,
        "measure": not (asked or line.marked or text.isdigit()) and bool(_MEASURE.match(text)),
        "stop_tells": _is_sentence(line) and not asked,
    }
    one = _holding(shown)
    if not (asked or line.marked or left_open):
        one.append(("does_not_ask", manner.asking))
    return one


def _beside(before: Line | None, line: Line, after: Line | None, manner: Manner) -> Features:
    bare = not line.marked
    shown = {
        "set_apart": before is None and after is not None and after.blanks > 0 < manner.gap,
        "indented": manner.indented and bare and line.indent > 1,
        "margin": manner.indented and bare and line.indent <= 1,
        "steady": manner.steady and bare,
    }
    if before is not None:
        runs_on = bare and not manner.terse and continues(before, line, manner.wrapping)
        shown |= {
            "gap": bare and 0 < manner.gap <= line.blanks,
            "no_gap": bare and line.blanks < manner.gap,
            "runs_on": runs_on,
            "stops_again": all(_is_sentence(one) for one in (before, line)),
            "after_asking": bare and ends_as_question(before.text),
            "after_list": before.marked and bare and not runs_on and not manner.numbered,
            "longer_than_before": len(line.text) > 1.4 * len(before.text),
        }
    if after is not None:
        opens_list = after.marked and bare and not manner.numbered
        leads_in = line.text.endswith(":")
        shown |= {
            "lead_in": opens_list and leads_in,
            "before_list": opens_list and not leads_in,
            "shorter_than_after": len(after.text) > 1.4 * len(line.text) and not after.marked,
        }
    one = _holding(shown)
    if manner.terse:
        one.append(("terse", 1.0 - max(manner.asking, manner.lists)))
    if bare and not manner.steady:
        one.append(("bare_lists", manner.lists))
    return one


def _holding(shown: dict[str, bool]) -> Features:
    return [(name, 1.0) for name, holds in shown.items() if holds]


def _is_sentence(line: Line) -> bool:
    text = line.text
    if line.marked or not text.endswith((".", ".)", '."', ".”")):
        return False
    return not text.endswith(("...", "etc.")) and not is_question(line.body)


def _begins_answer(text: str, manner: Manner) -> bool:
    first = text.split(maxsplit=1)[0].lower().strip(",")
    words_only = manner.terse and not manner.wrapping.upper
    return first in _ANSWER_WORDS or (first in _ARTICLES and not words_only)
