"""A point beside the words of an answer, as the numbers that the scorer weighs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from learnt.facts.lexical.lexicon import Lexicon
from learnt.facts.lexical.words import Word
from learnt.marking.likeness import Floats

ASKED = 0.8
"""From this likeness on a word is one of the question's."""
_EXACT = 0.9
"""From this likeness on it is the very word, misspelt at most."""
_SAID = 0.5
"""From this likeness on a word of the point counts as said."""

NAMES = (
    "recall", "recall_exact", "recall_new", "precision", "precision_new", "unheard", "unheard_new",
    "cosine", "cosine_new", "token_set", "token_sort", "trigrams", "bigrams",
    "size_point", "size_answer", "size_ratio", "in_question", "answer_in_question",
    "negation", "negated_point", "opposite", "order", "heaviest", "heaviest_new", "f_new", "spread",
)  # fmt: skip
WHOLE = (
    "recall", "recall_new", "cosine", "cosine_new", "precision_new", "f_new", "unheard_new",
    "token_set",
)  # fmt: skip
"""Those that are asked of the whole answer as well."""


@dataclass(frozen=True)
class Side:
    """A text with its words, its vector and what else is asked of it more than once."""

    text: str
    words: tuple[Word, ...]
    content: tuple[Word, ...]
    weights: Floats
    negators: int
    joined: str
    trigrams: frozenset[str]
    vector: Floats

    @classmethod
    def of(cls, text: str, words: Sequence[Word], lexicon: Lexicon) -> "Side":
        """The side that a text with these words is."""
        content = tuple(word for word in words if word.weight > 0)
        weights = np.array([word.weight for word in content])
        negators = sum(word.low in lexicon.negators for word in words)
        joined = " ".join(word.low for word in words)
        spaced = f" {joined} "
        trigrams = frozenset(spaced[n : n + 3] for n in range(len(spaced) - 2))
        vector = lexicon.vectors([joined])[0].astype(np.float64)
        return cls(text, tuple(words), content, weights, negators, joined, trigrams, vector)


class _Heard(NamedTuple):
    """What of a point was heard, by words: the likest of each, what is new, and the shares."""

    heard: Floats
    backed: Floats
    in_question: Floats
    from_question: Floats
    new: Floats
    own: Floats
    said: tuple[float, float, float]
    missed: tuple[float, float]
    precision_new: float
    f_new: float


def features(
    point: Side, answer: Side, like: Floats, asked: Floats, echoed: Floats, lexicon: Lexicon
) -> Floats:
    """The features of an answer (or a part of it) for a point, in the order of NAMES.

    `like` is the likeness of words, point by answer; `asked` that of point by question, and
    `echoed` that of answer by question.
    """
    found = _heard_of(point, answer, like, asked, echoed)
    return np.array(
        [
            *found.said,
            share(np.maximum(found.backed, found.from_question), answer.weights),
            found.precision_new,
            *found.missed,
            point.vector @ answer.vector,
            _cosine(point, found.new, answer, found.own, lexicon),
            *_spelt_alike(point, answer),
            _bigrams(found.heard),
            *_sizes(len(point.content), len(answer.content)),
            share(1.0 * (found.in_question >= ASKED), point.weights),
            share(1.0 * (found.from_question >= ASKED), answer.weights),
            (point.negators > 0) != (answer.negators > 0),
            point.negators > 0,
            _opposites(point, answer, lexicon),
            _in_order(like),
            _heaviest(found.heard, point.weights),
            _heaviest(found.heard, found.new),
            found.f_new,
            _spread(point, found.new),
        ],
        dtype=np.float64,
    )


def whole_features(
    point: Side, answer: Side, like: Floats, asked: Floats, echoed: Floats, lexicon: Lexicon
) -> Floats:
    """Those of the features that are asked of the whole answer, in the order of WHOLE."""
    found = _heard_of(point, answer, like, asked, echoed)
    return np.array(
        [
            found.said[0],
            found.said[-1],
            point.vector @ answer.vector,
            _cosine(point, found.new, answer, found.own, lexicon),
            found.precision_new,
            found.f_new,
            found.missed[-1],
            _of_sets(point, answer),
        ],
        dtype=np.float64,
    )


def _heard_of(point: Side, answer: Side, like: Floats, asked: Floats, echoed: Floats) -> _Heard:
    """What of a point was heard; new is what the prompt had not given away."""
    heard, backed = most(like, 1), most(like, 0)
    in_question, from_question = most(asked, 1), most(echoed, 1)
    new = point.weights * (in_question < ASKED)
    if not new.any():
        new = point.weights
    own = answer.weights * (from_question < ASKED)
    *said, missed, missed_new = _heard(heard, point.weights, new)
    recall, exact, recall_new = said
    precision_new = share(backed, own)
    f_new = 2 * recall_new * precision_new / (recall_new + precision_new + 1e-9)
    shares = (recall, exact, recall_new), (missed, missed_new), precision_new, f_new
    return _Heard(heard, backed, in_question, from_question, new, own, *shares)


def _heard(heard: Floats, weights: Floats, new: Floats) -> tuple[float, ...]:
    """Shares of the point that were heard, and the weightiest of its words that were not."""
    unheard = heard < _SAID
    return (
        share(heard, weights),
        share(1.0 * (heard >= _EXACT), weights),
        share(heard, new),
        float((unheard * weights).max(initial=0.0)),
        float((unheard * new).max(initial=0.0)),
    )


def _spelt_alike(point: Side, answer: Side) -> tuple[float, ...]:
    """Likeness of the letters: by words, by words in order of the alphabet, by threes."""
    return (
        _of_sets(point, answer),
        fuzz.token_sort_ratio(point.joined, answer.joined) / 100,
        _dice(point.trigrams, answer.trigrams),
    )


def _of_sets(point: Side, answer: Side) -> float:
    """Likeness of the letters of both sets of words."""
    return fuzz.token_set_ratio(point.joined, answer.joined) / 100


def _sizes(point: int, answer: int) -> tuple[float, ...]:
    """How many words both have, and which has more; all as logarithms."""
    return (
        float(np.log1p(point)),
        float(np.log1p(answer)),
        float(np.log((1 + answer) / (1 + point))),
    )


def _spread(point: Side, new: Floats) -> float:
    """How many different words of the point are new, to all of its words."""
    stems = {word.stem for word, weight in zip(point.content, new, strict=True) if weight}
    return len(stems) / (1 + len(point.content))


def most(like: Floats, axis: int) -> Floats:
    """The greatest likeness along an axis; 0 where there is nothing to be like."""
    if like.size:
        return np.asarray(like.max(axis=axis))
    return np.zeros(like.shape[1 - axis])


def share(heard: NDArray[np.floating[Any]], weights: Floats) -> float:
    """How much of the weight was heard."""
    total = weights.sum()
    return float((heard * weights).sum() / total) if total else 0.0


def _heaviest(heard: Floats, weights: Floats) -> float:
    """How well the word that says most was heard."""
    return float(heard[weights.argmax()]) if weights.size else 0.0


def _cosine(point: Side, new: Floats, answer: Side, own: Floats, lexicon: Lexicon) -> float:
    """The cosine of what is new on both sides."""
    one = " ".join(w.low for w, keep in zip(point.content, new, strict=True) if keep)
    two = " ".join(w.low for w, keep in zip(answer.content, own, strict=True) if keep)
    if not one or not two:
        return 0.0
    pair = lexicon.vectors([one, two])
    return float(pair[0] @ pair[1])


def _dice(one: frozenset[str], two: frozenset[str]) -> float:
    return 2 * len(one & two) / (len(one) + len(two)) if one or two else 0.0


def _bigrams(heard: Floats) -> float:
    """The share of neighbours in the point that were both heard."""
    if heard.size < 2:
        return float(heard.mean()) if heard.size else 0.0
    return float(np.minimum(heard[1:], heard[:-1]).mean())


def _opposites(point: Side, answer: Side, lexicon: Lexicon) -> float:
    """Whether a word of the answer is the opposite of one of the point that it does not say."""
    said = {word.stem for word in answer.content}
    return float(
        any(
            word.stem not in said and not said.isdisjoint(lexicon.opposites.get(word.stem, ()))
            for word in point.content
        )
    )


def _in_order(like: Floats) -> float:
    """How far the words that were heard come in the point's order, 0 to 1."""
    if not like.size:
        return 0.0
    places = like.argmax(axis=1)[like.max(axis=1) >= _SAID]
    if places.size < 2:
        return 0.5
    return float((np.diff(places) > 0).mean())
