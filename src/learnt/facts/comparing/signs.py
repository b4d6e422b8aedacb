"""By what two pieces are known to tell one thing: all that they have in common, as numbers."""

import numpy as np

from learnt.facts.comparing.agreeing import Agreeing
from learnt.facts.comparing.beside import likeliest_beside, others_best
from learnt.facts.comparing.candidates import Pairs
from learnt.facts.comparing.likeness import Likeness, ManyShared
from learnt.facts.comparing.ragged import Doubles

_BIAS = -3.7
_SHARE, _FRONTS, _TOPIC, _CONTRAST = 1.9, 0.8, 1.2, 2.2
_AGREE, _COUNT = 5.2, 5.0
"""Weights of a first look, by which other points of two cards are known to tell one thing."""


def signs_of(
    likeness: Likeness, pairs: Pairs, shared: ManyShared, agreed: Agreeing
) -> dict[str, Doubles]:
    """By sign: the number of each pair.

    `contrast` is how much more two pieces share than either does with any other. `dates` and
    `numbers` are how exactly these agree. `beside` is how likely it is, from 0 to 1, that other
    points of their two cards tell one thing: then the cards are on one subject.
    """
    rows, columns = pairs
    better = np.maximum(others_best(rows, shared.words), others_best(columns, shared.words))
    contrast = shared.words - better
    dates = agreed.by_dates(lambda one: one.agree)
    numbers = agreed.by_counts(lambda one: float(one.agree))
    alone = (
        _BIAS
        + _SHARE * shared.share
        + _FRONTS * shared.fronts
        + _TOPIC * shared.topic
        + _CONTRAST * contrast
        + _AGREE * dates
        + _COUNT * numbers
    )
    others = likeliest_beside(likeness, pairs, alone)
    return {
        "words": shared.words,
        "share": shared.share,
        "fronts": shared.fronts,
        "topic": shared.topic,
        "contrast": contrast,
        "dates": dates,
        "numbers": numbers,
        "beside": 1 / (1 + np.exp(-np.clip(others, -30, 30))),
    }
