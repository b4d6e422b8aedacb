"""How near the parts of an answer lie to a card's points, by vectors of whole sentences.

For a marker that was given such vectors. They know paraphrases that share no word with the card;
they do not know a wrong year, a denial or an exchange, which the words and slots must find.
"""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from learnt.facts.lexical.lexicon import Matrix
from learnt.facts.values import Span
from learnt.marking.evidence import Evidence
from learnt.marking.forest import Integers
from learnt.marking.likeness import Floats
from learnt.marking.reading import Read

NAMES = ("near_window", "near_whole", "near_best", "near_contest", "near_others")
"""The stretch that was found by words; the whole answer; the nearest of its segments; how much
nearer that segment lies to this point than to any other; and how much nearer this point comes to
the answer than the others do."""


class Sentences(Protocol):
    """Whole sentences as vectors, rows of length 1 or 0: what means the like lies near."""

    def whole(self, texts: Sequence[str], /) -> Matrix:
        """A row for each text."""
        ...

    def parts(self, text: str, spans: Sequence[Span], /) -> Matrix:
        """A row for each stretch of one text, as it is meant where it stands."""
        ...


def weighed(
    read: Read, evidence: Sequence[Sequence[Evidence]], sentences: Sentences | None
) -> Floats:
    """What the scorer weighs: an array (wordings, features), the wordings as the points come."""
    rows = np.array([one.features for them in evidence for one in them])
    return rows if sentences is None else np.hstack([rows, nearness(read, evidence, sentences)])


def nearness(read: Read, evidence: Sequence[Sequence[Evidence]], sentences: Sentences) -> Floats:
    """An array (wordings, features), the wordings in the order of the points; order of NAMES.

    The answer is read once, and each stretch of it where it stands: "it fell" is near what fell.
    """
    flat = [one for them in evidence for one in them]
    text, words = read.answer.text, read.answer.words
    windows = [one.beside.window for one in flat]
    segments = [Span(words[one.first].start, words[one.end - 1].end) for one in read.segments]
    points = sentences.whole([one.reference.told.text for one in flat]).astype(np.float64)
    said = sentences.parts(text, [*windows, *segments, Span(0, len(text))]).astype(np.float64)
    found, cut = np.split(said, [len(flat)])
    near = points @ cut[:-1].T
    numbers = np.array([one.reference.number for one in flat], dtype=np.int32)
    beside = [_beside(near, numbers, place) for place in range(len(flat))]
    return np.column_stack([(points * found).sum(axis=1), points @ cut[-1], beside])


def _beside(near: Floats, numbers: Integers, place: int) -> tuple[float, float, float]:
    """The nearest segment of a wording, and how that compares with the other points."""
    best = int(near[place].argmax())
    own = float(near[place, best])
    others = np.array([
        near[numbers == number].max(axis=0) for number in set(numbers) - {numbers[place]}
    ])  # fmt: skip
    if not others.size:
        return own, 0.0, 0.0
    return own, own - float(others[:, best].max()), own - float(others.max(axis=1).mean())
