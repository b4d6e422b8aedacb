"""How near the parts of an answer lie to a card's points, by vectors of whole sentences.

For a marker that was given such vectors. They know paraphrases that share no word with the card;
they do not know a wrong year, a denial or an exchange, which the words and slots must find.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from learnt.facts.lexical.lexicon import Matrix
from learnt.facts.lexical.words import Word
from learnt.facts.values import Span
from learnt.marking.evidence import Evidence
from learnt.marking.features import most, share
from learnt.marking.forest import Integers
from learnt.marking.likeness import Floats
from learnt.marking.placing import NAMES as PLACED
from learnt.marking.placing import placing
from learnt.marking.reading import Read

NAMES = (
    "near_window", "near_whole", "near_best", "near_contest", "near_others",
    "heard_window", "heard_whole", "heard_new", "heard_least", "backed_window", "backed_best",
    *(f"near_{name}" for name in PLACED),
)  # fmt: skip
"""Stretches: the one that was found by words; the whole answer; the nearest of its segments; how
much nearer that segment lies to this point than to any other; and how much nearer this point comes
to the answer than the others do. Words where they stand: how far those of the point are heard in
the stretch, in the whole answer, and there those that the prompt had not; the one least heard; and
how far those of the stretch, and of the nearest segment, are words of the point."""


_HEAT = 0.1
"""By how much nearer a clause lies to the point to which it belongs, as a rule, as a cosine."""


class Sentences(Protocol):
    """Whole sentences as vectors, rows of length 1 or 0: what means the like lies near."""

    def begin(self, text: str, /) -> None:
        """Told ahead: parts of this text will be asked for next."""
        ...

    def parts(self, text: str, spans: Sequence[Span], /) -> Matrix:
        """A row for each stretch of a text, as it is meant where it stands."""
        ...

    def known(self, text: str, spans: Sequence[Span], /) -> Matrix:
        """The same for a text that comes again."""
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
    answer = _answer(read, [one.beside.window for one in flat], sentences)
    told = [_told(one, sentences) for one in flat]
    near = np.array([one.whole for one in told]) @ answer.segments.T
    numbers = np.array([one.reference.number for one in flat], dtype=np.int32)
    single = [n for n, one in enumerate(read.segments) if one.clauses == 1]
    sizes = np.array([read.segments[n].size for n in single], dtype=np.float64)
    placed = placing(near[:, single], numbers, sizes, _HEAT)
    return np.array([
        [
            one.whole @ answer.windows[place],
            one.whole @ answer.whole,
            *_beside(near, numbers, place),
            *_heard(one, flat[place], read, answer, int(near[place].argmax())),
            *placed[place],
        ]
        for place, one in enumerate(told)
    ])  # fmt: skip


@dataclass(frozen=True)
class _Vectors:
    """The vectors of a text, of its stretches and of its words that say something."""

    whole: Floats
    words: Floats
    windows: Floats
    segments: Floats


def _answer(read: Read, windows: Sequence[Span], sentences: Sentences) -> _Vectors:
    text, words = read.answer.text, read.answer.words
    segments = [Span(words[one.first].start, words[one.end - 1].end) for one in read.segments]
    content = [Span(word.start, word.end) for word in read.answer.content]
    spans = [Span(0, len(text)), *content, *windows, *segments]
    made = sentences.parts(text, spans).astype(np.float64)
    cuts = np.cumsum([1, len(content), len(windows)])
    (whole,), *parts = np.split(made, cuts)
    return _Vectors(whole, *parts)


def _told(one: Evidence, sentences: Sentences) -> _Vectors:
    told = one.reference.told
    spans = [Span(0, len(told.text)), *(Span(word.start, word.end) for word in told.content)]
    whole, *words = sentences.known(told.text, spans).astype(np.float64)
    none = np.zeros((0, len(whole)))
    return _Vectors(whole, np.array(words).reshape(-1, len(whole)), none, none)


def _heard(
    told: _Vectors, one: Evidence, read: Read, answer: _Vectors, best: int
) -> tuple[float, ...]:
    """How far the words of a point are words of the answer, and the other way round."""
    like = told.words @ answer.words.T
    content, said = one.reference.told.content, read.answer.content
    weights = np.array([0.0 if word.number else word.weight for word in content])
    asked = {word.stem for word in read.question.content}
    new = weights * np.array([word.stem not in asked for word in content], dtype=np.float64)
    own = np.array([0.0 if word.number else word.weight for word in said])
    words, segment = read.answer.words, read.segments[best]
    nearest = Span(words[segment.first].start, words[segment.end - 1].end)
    there, near = (_within(said, span) for span in (one.beside.window, nearest))
    heard, backed = most(like, 1), most(like, 0)
    in_window = most(like[:, there], 1)
    return (
        share(in_window, weights),
        share(heard, weights),
        share(heard, new if new.any() else weights),
        float(((1 - heard) * weights).max(initial=0.0)),
        share(backed[there], own[there]),
        share(backed[near], own[near]),
    )


def _within(words: Sequence[Word], span: Span) -> slice:
    """Which of the words stand in a stretch."""
    return slice(
        bisect_left(words, span.start, key=lambda word: word.start),
        bisect_left(words, span.end, key=lambda word: word.start),
    )


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
