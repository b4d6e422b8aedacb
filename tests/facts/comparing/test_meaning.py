"""Pieces as vectors of their sentences: near ones, and those that lie nearer than any other."""

from collections.abc import Sequence

import numpy as np

from learnt.facts.comparing.candidates import Pairs
from learnt.facts.comparing.meaning import SIGNS, meant
from learnt.facts.comparing.piece import pieces_of
from learnt.facts.comparing.weighed import Stems
from learnt.facts.comparing.weights import Weights
from learnt.facts.lexical.lexicon import Matrix
from learnt.facts.values import Span
from learnt.weights.comparing import known
from tests.facts.made import read


class Letters:
    """A model that knows of a text no more than the letters in it."""

    def parts(self, text: str, spans: Sequence[Span], /) -> Matrix:
        rows = [[span.of(text).lower().count(letter) for letter in "xyz"] for span in spans]
        found = np.array(rows, dtype=np.float32)
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def stems(a: Sequence[str], b: Sequence[str]) -> Stems:
    one, two = (read(*((None, text) for text in side)) for side in (a, b))
    return Stems(pieces_of(one, known()), pieces_of(two, known()))


def pairs(*each: tuple[int, int]) -> Pairs:
    rows, columns = np.array(each, dtype=np.intp).reshape(-1, 2).T
    return Pairs(rows, columns)


def test_what_is_near_leads_before_what_is_not() -> None:
    both = stems(["lynx yy", "fox xx"], ["box x", "ivy yyy", "zeal zz"])
    found = meant(both, pairs((1, 0), (1, 2)), Letters())
    assert found["text"][0] > found["text"][1]
    assert found["text_lead"][0] > 0 > found["text_lead"][1]


def test_nothing_is_read_where_there_is_no_pair() -> None:
    found = meant(stems([], []), pairs(), Letters())
    assert {len(found[name]) for name in SIGNS} == {0}


def test_weights_of_one_pair_and_of_many_are_the_same() -> None:
    weights = Weights(-1.0, {"one": 2.0, "two": -0.5})
    many = weights.many({"one": np.array([1.0, 0.0]), "two": np.array([2.0, 4.0])})
    each = [weights.odds({"one": 1.0, "two": 2.0}), weights.odds({"one": 0.0, "two": 4.0})]
    assert many.tolist() == each
