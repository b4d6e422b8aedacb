"""Signs that a page has a layout nobody here reads: reasons to doubt a guess at it.

Each sign is a share of the page's lines. Alternation and lists can be forced upon any page, so
these two ask here before they claim one.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from learnt.sources.line import Line
from learnt.sources.points import continues
from learnt.sources.wrapping import wrapping_of

_PAIR = re.compile(r"[^\s].{0,60}?(?:\s[-–—=→]\s|:\s)\S")  # "term – meaning", "term: meaning"
_ONE_LINE_CARD = re.compile(r".{3,200}?\?\s+\S")
_NUMBER_ONLY = re.compile(
    r"[$£€]?\d{1,5}[.)]?|\d+ of \d+|card \d+|(?:front|back) \d+", re.IGNORECASE
)
_SIDES = frozenset("question answer q a front back term definition term: definition:".split())


def trust_in(lines: Sequence[Line], *, answers: bool = False) -> float:
    """How far a guess at these lines may be trusted: 1 without any doubt, near 0 with many.

    `answers` says that all of them answer one question: "Economic: …" is a point there.
    """
    trust = 1.0
    for sign, least, weight in _SIGNS:
        if answers and sign in (_pairs, _one_line_cards):
            continue
        share = sign(lines) / len(lines)
        if share > least:
            trust *= max(0.1, 1 - weight * share)
    return trust


def prose_share(lines: Sequence[Line]) -> float:
    """The share of lines that are paragraphs; of alternating lines at most half can be."""
    paragraphs = [line for line in lines if len(line.text) > 80 and line.text.endswith((".", "”"))]
    return sum(not line.marked for line in paragraphs) / len(lines)


def _come_back(lines: Sequence[Line]) -> int:
    """Lines that stand three times or more: a site's buttons."""
    texts = Counter(line.text for line in lines)
    return sum(count for count in texts.values() if count > 2)


def _numbers_only(lines: Sequence[Line]) -> int:
    return sum(1 for line in lines if len(line.text) < 16 and _NUMBER_ONLY.fullmatch(line.text))


def _side_words(lines: Sequence[Line]) -> int:
    return sum(1 for line in lines if len(line.text) < 16 and line.text.lower() in _SIDES)


def _headings(lines: Sequence[Line]) -> int:
    return sum(1 for line in lines if line.text.startswith(("# ", "## ", "### ")))


def _pairs(lines: Sequence[Line]) -> int:
    """Lines that seem to hold both sides of a card."""
    return sum(1 for line in lines if _PAIR.match(line.body[:80]))


def _one_line_cards(lines: Sequence[Line]) -> int:
    return sum(1 for line in lines if _ONE_LINE_CARD.match(line.body[:260]))


def _items_with_backs(lines: Sequence[Line]) -> int:
    """Items with an unmarked deeper line under them that starts anew: fronts and their backs."""
    wrapping = wrapping_of(lines)
    return 2 * sum(
        1
        for line, after in pairwise(lines)
        if line.marked and not after.marked and after.indent > line.indent
        and (after.blanks or not continues(line, after, wrapping) or after.text[:1].isupper())
    )  # fmt: skip


_SIGNS: tuple[tuple[Callable[[Sequence[Line]], int], float, float], ...] = (
    # the sign                 share to ignore    weight
    (_come_back, 0.1, 1.2),
    (_numbers_only, 0.12, 1.8),
    (_side_words, 0.05, 2.5),
    (_headings, 0.1, 1.2),
    (_pairs, 0.6, 0.6),
    (_one_line_cards, 0.2, 1.5),
    (_items_with_backs, 0.15, 1.0),
)
