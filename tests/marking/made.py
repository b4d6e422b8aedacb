"""Small questions in our own words, read in one line, and markers whose scores are chosen."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from learnt.deck import Point
from learnt.facts.lexical.words import Word, words_of
from learnt.facts.values import Span
from learnt.ids import PointId
from learnt.marking import Marker, Question, Strictness, Verdict
from learnt.marking.beside import Beside
from learnt.marking.deciding import Thresholds
from learnt.marking.evidence import NAMES, evidence_of
from learnt.marking.forest import LEAF, Forest, Scorer
from learnt.marking.reading import read
from learnt.weights.languages import languages
from learnt.weights.lexicon import lexicon
from learnt.weights.marking import marker as shipped


def a_point(
    number: int, text: str, accepted: Sequence[str] = (), refused: Sequence[str] = ()
) -> Point:
    return Point(PointId(f"point {number}"), text, tuple(accepted), tuple(refused))


def a_question(
    prompt: str | None, *points: str | Point, title: str | None = None, ordered: bool = False
) -> Question:
    made = [a_point(n, one) if isinstance(one, str) else one for n, one in enumerate(points)]
    return Question(prompt, tuple(made), title, ordered)


def mark(
    question: Question, answer: str, strictness: Strictness = Strictness.NORMAL
) -> tuple[Verdict, ...]:
    """What the marker that ships with learnt says."""
    return shipped().mark(question, answer, strictness)


def kinds(question: Question, answer: str) -> list[str]:
    return [one.kind.value for one in mark(question, answer)]


def short_kind(point: str, answer: str, prompt: str = "Which is it?") -> str:
    """How a card of one short point is marked; no score has a say in it."""
    (found,) = scored(0.5).mark(a_question(prompt, point), answer)
    return found.kind.value


def a_leaf(value: float) -> Forest:
    """A tree of one leaf."""
    return Forest(
        np.array([[LEAF]], dtype=np.int32), np.zeros((1, 1)), np.zeros((1, 1), dtype=np.int32),
        np.array([[value]]), 0.0, 0,
    )  # fmt: skip


@cache
def scored(score: float) -> Marker:
    """A marker to whom every statement has this score, so that its rules alone decide."""
    logit = float(np.log(score / (1 - score)))
    scorer = Scorer(NAMES, a_leaf(logit), a_leaf(score))
    return Marker(lexicon(), languages(), scorer, Thresholds())


def beside(
    point: str, answer: str, prompt: str | None = None, others: Sequence[str] = ()
) -> Beside:
    """The point beside the stretch of the answer that speaks of it."""
    both = read(a_question(prompt, point, *others), answer, lexicon(), languages())
    return evidence_of(both, lexicon())[0][0].beside


def words(text: str) -> tuple[Word, ...]:
    return words_of(text, lexicon())


def stems(text: str) -> list[str]:
    return [word.stem for word in words(text)]


def shown(answer: str, span: Span) -> str:
    return span.of(answer)
