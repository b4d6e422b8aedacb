"""A short answer cut into the things that it names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from learnt.facts.values import Span

_CUT = re.compile(
    r"(?:(?<!\s)\s+)?(?:[,;\n]|\s/\s|\s[-–—]\s|\s\+\s|&|→|->|\b(?:and|then|und|et|y|or|plus)\b)\s*",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\s*(?:[-–•*]\s+)*")
"""What stands before a thing: blanks, and the mark of a list."""
_OR = re.compile(r"(?<!\s)\s+(?:or|oder|ou|either)\s+|\?\s*/|\s/\s", re.IGNORECASE)
_DENIED = re.compile(
    r"[,;(]?\s*\b(?:and )?(?:not|rather than|instead of)\s+((?:(?!\bbut\b)[^,;.()])+)",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\W*(?:i\s+)?(?:(?:do\s?n[o']?t|dont|can'?t|cannot)\s+(?:know|remember|recall)|no\s+(?:idea|clue)|dunno|idk|not\s+sure|"
    r"forgot(?:ten)?|pass|keine\s+ahnung|none|nothing)?(?:[\s,]+(?:sorry|it|this|that|one))*\W*",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One thing named, and where it stands in the answer."""

    text: str
    span: Span


def is_unknown(answer: str) -> bool:
    """Whether the learner says no more than that they do not know."""
    return bool(_UNKNOWN.fullmatch(answer.strip()))


def is_hedged(answer: str) -> bool:
    """Whether the answer leaves a choice: 1914 or 1915."""
    return bool(_OR.search(answer))


def without_denied(answer: str) -> str:
    """The answer with what it denies blanked out, so that all else keeps its place."""
    return _DENIED.sub(lambda one: " " * len(one[0]), answer)


def items_of(answer: str) -> tuple[Item, ...]:
    """The things named, in order; a list without commas is one thing."""
    return tuple(_items(answer))


def _items(answer: str) -> Iterator[Item]:
    start = 0
    for cut in [*_CUT.finditer(answer), None]:
        end = cut.start() if cut else len(answer)
        first = _LEAD.match(answer, start, end)
        text = answer[first.end() if first else start : end].rstrip()
        if text and first:
            yield Item(text, Span(first.end(), first.end() + len(text)))
        start = cut.end() if cut else end
