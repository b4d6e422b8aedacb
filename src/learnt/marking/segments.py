"""An answer cut into the stretches that may each say one thing: clauses, and runs of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from learnt.facts.lexical.words import Word

_HARD = re.compile(r"[.!?;…](?=\s|$)|[\n\r]|(?<=\s)(?:[-–—•*]|->|=>|[→⇒])(?=\s)|[→⇒•]")
"""What ends a sentence or a note."""
_SOFT = re.compile(r"[,:()]")
_JOINING = frozenset(
    "and but so then because since as while when whereas although though however "
    "therefore or plus also meaning leading causing after before until where if unless".split()
)
"""Words at which a clause may begin."""
_SHORTEST = 2
"""Words that say something, under which a clause is part of its neighbour."""
_LONGEST = 40
"""Words after which a clause is cut: somebody pasted a text without a full stop."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of an answer's words, `first` up to `end`; `clauses` is how many it is made of."""

    first: int
    end: int
    clauses: int = 1

    @property
    def size(self) -> int:
        """How many words it has."""
        return self.end - self.first


def segments_of(text: str, words: Sequence[Word]) -> tuple[Segment, ...]:
    """The clauses of an answer in order, then its pairs of neighbours, then its sentences."""
    sentences = list(_sentences(text, words))
    clauses = [list(_clauses(text, words, sentence)) for sentence in sentences]
    single = [one for them in clauses for one in them]
    pairs = [
        Segment(one.first, two.end, 2) for one, two in pairwise(single) if one.end == two.first
    ]
    whole = [Segment(them[0].first, them[-1].end, len(them)) for them in clauses if len(them) > 2]
    return (*single, *pairs, *whole)


def _sentences(text: str, words: Sequence[Word]) -> Iterator[range]:
    first = 0
    for place, (one, two) in enumerate(pairwise(words), start=1):
        if _HARD.search(text, one.end, two.start + 1) and _really(text, one, two):
            yield range(first, place)
            first = place
    if first < len(words):
        yield range(first, len(words))


def _really(text: str, one: Word, two: Word) -> bool:
    """A full stop after a single letter is an abbreviation's, as in "U.S.S.R."."""
    between = text[one.end : two.start]
    return not (between.startswith(".") and len(one.text) == 1 and len(between) <= 2)


def _clauses(text: str, words: Sequence[Word], sentence: range) -> Iterator[Segment]:
    """The clauses of a sentence: a cut where both sides say enough."""
    first, said = sentence.start, 0
    for place in sentence:
        if place > first and said >= _SHORTEST and _begins(text, words, place):
            ahead = sum(word.weight > 0 for word in words[place : sentence.stop])
            if ahead >= _SHORTEST:
                yield Segment(first, place)
                first, said = place, 0
        said += words[place].weight > 0
        if place - first >= _LONGEST:
            yield Segment(first, place + 1)
            first, said = place + 1, 0
    if first < sentence.stop:
        yield Segment(first, sentence.stop)


def _begins(text: str, words: Sequence[Word], place: int) -> bool:
    before, word = words[place - 1], words[place]
    return word.low in _JOINING or bool(_SOFT.search(text, before.end, word.start))
