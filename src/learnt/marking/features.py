"""A point beside the words of an answer, as the numbers that the scorer weighs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from learnt.marking.lexicon import Lexicon
from learnt.marking.likeness import Floats, word_likeness
from learnt.marking.words import Word

_SAID = 0.5
"""From this likeness on a word of the point counts as said."""

NAMES = (
    "recall", "recall_exact", "recall_new", "precision", "precision_new", "unheard", "unheard_new",
    "cosine", "cosine_new", "token_set", "token_sort", "trigrams", "bigrams",
    "size_point", "size_answer", "size_ratio", "in_question", "answer_in_question",
    "negation", "negated_point", "opposite", "order", "heaviest", "heaviest_new", "f_new", "spread",
)  # fmt: skip


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


def features(point: Side, answer: Side, question: Side, lexicon: Lexicon) -> Floats:
    """The features of an answer (or a part of it) for a point, in the order of NAMES."""
    like = word_likeness(point.content, answer.content, lexicon)
    asked = word_likeness(point.content, question.content, lexicon)
    echoed = word_likeness(answer.content, question.content, lexicon)
    return from_likeness(point, answer, like, asked, echoed, lexicon)


def from_likeness(
    point: Side,
    answer: Side,
    like: Floats,
    asked: Floats,
    echoed: Floats,
    lexicon: Lexicon,
) -> Floats:
    """The same with the likeness of words found before.

    `like` is point by answer, `asked` point by question, `echoed` answer by question.
    """
    heard, backed = _most(like, 1), _most(like, 0)
    in_question, from_question = _most(asked, 1), _most(echoed, 1)
    new = point.weights * (in_question < 0.8)
    if not new.any():
        new = point.weights
    own = answer.weights * (from_question < 0.8)
    recall, recall_new = _share(heard, point.weights), _share(heard, new)
    precision_new = _share(backed, own)
    missed, missed_new = (heard < _SAID) * point.weights, (heard < _SAID) * new
    size_point, size_answer = len(point.content), len(answer.content)
    new_stems = {word.stem for word, weight in zip(point.content, new, strict=True) if weight}
    return np.array(
        [
            recall,
            _share(1.0 * (heard >= 0.9), point.weights),
            recall_new,
            _share(np.maximum(backed, from_question), answer.weights),
            precision_new,
            missed.max(initial=0.0),
            missed_new.max(initial=0.0),
            point.vector @ answer.vector,
            _cosine(point, new, answer, own, lexicon),
            fuzz.token_set_ratio(point.joined, answer.joined) / 100,
            fuzz.token_sort_ratio(point.joined, answer.joined) / 100,
            _dice(point.trigrams, answer.trigrams),
            _bigrams(heard),
            np.log1p(size_point),
            np.log1p(size_answer),
            np.log((1 + size_answer) / (1 + size_point)),
            _share(1.0 * (in_question >= 0.8), point.weights),
            _share(1.0 * (from_question >= 0.8), answer.weights),
            (point.negators > 0) != (answer.negators > 0),
            point.negators > 0,
            _opposites(point, answer, lexicon),
            _in_order(like),
            _heaviest(heard, point.weights),
            _heaviest(heard, new),
            2 * recall_new * precision_new / (recall_new + precision_new + 1e-9),
            len(new_stems) / (1 + size_point),
        ],
        dtype=np.float64,
    )


def _most(like: Floats, axis: int) -> Floats:
    if like.size:
        return np.asarray(like.max(axis=axis))
    return np.zeros(like.shape[1 - axis])


def _share(heard: NDArray[np.floating[Any]], weights: Floats) -> float:
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
