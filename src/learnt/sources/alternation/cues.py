"""What a line of an alternating page looks like: named features with values, a list a line.

Three kinds: what the line itself shows (it ends in a question mark, it is an item of a list),
what it shows beside its neighbours (it is longer, it shares words, it begins as the line before
did), and what it shows beside the rest of the page (a gap before it, where gaps separate the
cards; no question, where nearly every card of this page asks one; see `manner`).

Values are 1, or a tenth that is the same for the whole page, so that few different rows exist
and `weights.emissions` can remember them.
"""

from collections import Counter
from collections.abc import Sequence

from learnt.sources.alternation.look import (
    ANSWER_WORDS,
    ARTICLES,
    MARKS,
    SIZES,
    YEAR,
    Look,
    is_formula,
    is_measure,
    look_of,
)
from learnt.sources.alternation.manner import Manner, leaves_lines_alone, manner_of
from learnt.sources.line import Line, Mark
from learnt.sources.points import continues

__all__ = ["Features", "Manner", "features_of", "leaves_lines_alone", "manner_of"]

Features = list[tuple[str, float]]


class _Pairs(dict[str, tuple[str, float]]):
    """A name → the name with the value 1, made once."""

    def __missing__(self, name: str) -> tuple[str, float]:
        self[name] = pair = (name, 1.0)
        return pair


_ONES = _Pairs()


def features_of(lines: Sequence[Line], manner: Manner) -> list[Features]:
    """The features of each line, in the order of the lines."""
    again = Counter([line.text for line in lines])
    wide = _page_wide(manner)
    found: list[Features] = []
    before: Look | None = None
    after = look_of(lines[0]) if lines else None
    for index, line in enumerate(lines):
        look = after or look_of(line)
        after = look_of(lines[index + 1]) if index + 1 < len(lines) else None
        one = [_ONES["any"], *_of_the_line(look, manner), *_beside(before, look, after, manner)]
        one += _of_forms(before, look, after)
        if look.bare:
            one += wide[0]
            if not (look.asks or look.left_open):
                one += wide[1]
        if again[line.text] > 1:
            one.append(_ONES["again"])
        if index == 1 and manner.gap:
            one = [pair for pair in one if pair[0] != "no_gap"]  # under a title
        found.append(one)
        before = look
    if found:
        found[0] += _at_the_top(lines, manner)
    return found


def _page_wide(manner: Manner) -> tuple[Features, Features]:
    """What holds for all bare lines of the page, and for those that ask nothing."""
    wide = {
        "turns": manner.turns,
        "more": manner.more,
        "terse": 1.0 - max(manner.asking, manner.lists) if manner.terse else 0.0,
        "steady": float(manner.steady),
        "paired": float(manner.paired),
    }
    quiet = {"does_not_ask": manner.asking, "lists_do_not_ask": manner.asking * manner.lists}
    return tuple(  # type: ignore[return-value]  # two of them
        [(name, round(value, 1)) for name, value in one.items() if round(value, 1)]
        for one in (wide, quiet)
    )


def _of_the_line(look: Look, manner: Manner) -> Features:
    line, text, asked = look.line, look.line.text, look.asks
    numbered = manner.numbered and line.mark is Mark.NUMBER
    bracketed = text[-1] in ")]" and MARKS.search(text[-24:]) is not None
    trails = text.endswith(("...", "…"))
    shown = {
        "ends_asking": look.ends,
        "question_words": asked and not look.ends,
        "numbered_card": numbered,
        "item": line.marked and not numbered,
        "unnumbered": manner.numbered and not line.marked,
        "full_stop": text.endswith((".", "!", "。")) and not trails and text[-4:] != "etc.",
        "colon": text.endswith(":") or trails,
        "left_open": look.left_open or bracketed,
        "lower": text[0].islower() and manner.wrapping.upper,
        "answer_word": not asked and _begins_answer(look, manner),
        "asks_inside": look.asks_inside,
        "links": look.links,
        "heads": look.heads,
        "formula": not look.ends and is_formula(text),
        "measure": not (asked or line.marked or text.isdigit()) and is_measure(text),
        "year": not asked and YEAR.search(text) is not None,
        "comma": not asked and ", " in text,
        "opener": look.bare and look.first in manner.openers,
        "stop_tells": look.sentence,
    }
    one = _holding(shown)
    if look.bare:
        one += _sizes(text, manner)
    return one


def _sizes(text: str, manner: Manner) -> Features:
    """How many words it has, by themselves and beside the page's lines."""
    words = text.count(" ") + 1
    one: Features = [_ONES[SIZES[min(words, len(SIZES) - 1)]]]
    if words * 1.5 <= manner.words:
        one.append(_ONES["below_median"])
    return one


def _beside(before: Look | None, look: Look, after: Look | None, manner: Manner) -> Features:
    line, bare = look.line, look.bare
    shown = {
        "indented": manner.indented and bare and line.indent > 1,
        "margin": manner.indented and bare and line.indent <= 1,
    }
    if before is not None:
        above = before.line
        runs_on = bare and not manner.terse and continues(above, line, manner.wrapping)
        shown |= {
            "gap": bare and 0 < manner.gap <= line.blanks,
            "no_gap": bare and line.blanks < manner.gap,
            "runs_on": runs_on,
            "stops_again": before.sentence and look.sentence,
            "after_asking": bare and before.ends,
            "after_list": above.marked and bare and not runs_on and not manner.numbered,
            "shares_before": look.shares(before),
        }
    if after is not None:
        opens_list = after.line.marked and bare and not manner.numbered
        leads_in = line.text.endswith(":")
        shown |= {
            "lead_in": opens_list and leads_in,
            "before_list": opens_list and not leads_in,
            "before_asking": after.bare and after.asks,
            "shares_after": look.shares(after),
        }
    one = _holding(shown)
    if before is not None and before.bare:
        one += _compared(look.size, before.size, "before")
    if after is not None and after.bare:
        one += _compared(look.size, after.size, "after")
    return one


def _compared(size: int, other: int, where: str) -> Features:
    """How long the line is beside a neighbour: the feature is named by both."""
    if size > 2.5 * other:
        return [_ONES["far_longer_than_" + where]]
    if size > 1.4 * other:
        return [_ONES["longer_than_" + where]]
    if other > 2.5 * size:
        return [_ONES["far_shorter_than_" + where]]
    if other > 1.4 * size:
        return [_ONES["shorter_than_" + where]]
    return []


def _of_forms(before: Look | None, look: Look, after: Look | None) -> Features:
    """Whether the line has the form of its neighbours, as the lines of a list have."""
    if not look.bare or before is None:
        return []
    shown = {
        "like_before": look.like(before),
        "like_after": after is not None and look.like(after),
        "begins_alike": look.first == before.first and not look.asks,
    }
    return _holding(shown)


def _at_the_top(lines: Sequence[Line], manner: Manner) -> Features:
    """What tells a title from the first card."""
    first = lines[0]
    one: Features = []
    if len(lines) > 2 and lines[1].blanks > lines[2].blanks:
        one.append(("set_apart", 1.0))
    if manner.terse:
        one.append(("odd_lines" if len(lines) % 2 else "even_lines", 1.0))
    if first.text.istitle():
        one.append(("title_case", 1.0))
    return one


def _holding(shown: dict[str, bool]) -> Features:
    return [_ONES[name] for name, holds in shown.items() if holds]


def _begins_answer(look: Look, manner: Manner) -> bool:
    words_only = manner.terse and not manner.wrapping.upper
    return look.first in ANSWER_WORDS or (look.first in ARTICLES and not words_only)
