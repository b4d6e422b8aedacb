"""Which words of an answer a proposal was about, so that they are known the next time."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from learnt.deck.tidy import one_line

if TYPE_CHECKING:
    from learnt.facts import Span

LONGEST = 300
"""Longer words would be a whole essay: nobody writes that again."""

_SENTENCE = re.compile(r"(?:[^.!?;\n]|[.!?;](?!\s|$))+[.!?;]*")
_WORD = re.compile(r"\w+")
_BULLET = re.compile(r"^(?:[-*•–—]|\d{1,2}[.)]) ")
_STEM = 5


def wording_of(
    answer: str, evidence: Sequence["Span"], elsewhere: Sequence["Span"], text: str, *, said: bool
) -> str | None:
    """The evidence joined; where there is none and the point was said, the sentence that fits best.

    `elsewhere` is the evidence of the answer's other points, `text` that of this one. A sentence
    in which nothing else was found is the likelier one. None where no words can be named.
    """
    if evidence:
        return _short(" ".join(span.of(answer) for span in sorted(evidence)))
    if not said:
        return None
    return _short(_best_sentence(answer, elsewhere, text) or answer)


def _best_sentence(answer: str, elsewhere: Sequence["Span"], text: str) -> str | None:
    """The sentence with the most words of the text; None where that does not tell them apart."""
    found = [one for one in _SENTENCE.finditer(answer) if _WORD.search(one.group())]
    free = [one for one in found if not any(_meets(one, span) for span in elsewhere)] or found
    if len(free) == 1:
        return free[0].group()
    wanted = _stems(text)
    shared = [len(wanted & _stems(one.group())) for one in free]
    most = max(shared, default=0)
    return free[shared.index(most)].group() if most else None


def _meets(sentence: re.Match[str], span: "Span") -> bool:
    return span.start < sentence.end() and sentence.start() < span.end


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold()) if len(word) > 3}


def _short(words: str) -> str | None:
    line = _BULLET.sub("", one_line(words), count=1)
    return line if 0 < len(line) <= LONGEST else None
