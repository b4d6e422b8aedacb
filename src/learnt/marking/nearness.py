"""How near the parts of an answer lie to a card's points, by vectors of whole sentences.

For a marker that was given such vectors. They know paraphrases that share no word with the card;
they do not know a wrong year, a denial or an exchange, which the words and slots must find.
"""

from collections.abc import Sequence

import numpy as np

from learnt.facts.lexical.lexicon import Vectors
from learnt.marking.evidence import Evidence
from learnt.marking.forest import Integers
from learnt.marking.likeness import Floats
from learnt.marking.reading import Read

NAMES = ("near_window", "near_whole", "near_best", "near_contest", "near_others")
"""The stretch that was found by words; the whole answer; the nearest of its segments; how much
nearer that segment lies to this point than to any other; and how much nearer this point comes to
the answer than the others do."""


def weighed(read: Read, evidence: Sequence[Sequence[Evidence]], vectors: Vectors | None) -> Floats:
    """What the scorer weighs: an array (wordings, features), the wordings as the points come."""
    rows = np.array([one.features for them in evidence for one in them])
    return rows if vectors is None else np.hstack([rows, nearness(read, evidence, vectors)])


def nearness(read: Read, evidence: Sequence[Sequence[Evidence]], vectors: Vectors) -> Floats:
    """An array (wordings, features), the wordings in the order of the points; order of NAMES."""
    flat = [one for them in evidence for one in them]
    told = [one.reference.told.text for one in flat]
    windows = [one.beside.window.of(read.answer.text) for one in flat]
    segments = [_text(read, one.first, one.end) for one in read.segments]
    texts = [*told, *windows, *segments, read.answer.text]
    made = vectors(texts).astype(np.float64)
    points, found, cut = np.split(made, [len(flat), 2 * len(flat)])
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


def _text(read: Read, first: int, end: int) -> str:
    words = read.answer.words
    return read.answer.text[words[first].start : words[end - 1].end]
