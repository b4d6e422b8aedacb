"""How a point fares beside the others of its answer: numbers for a second scorer.

An answer is by one person, in one go. Where all other points were said, a doubtful phrase was
probably meant; where nothing else was, it probably only sounds alike; and an answer that is right
but for one odd word is a right answer with one mistake. The order of the points has no say.
"""

from collections.abc import Sequence

import numpy as np

from learnt.marking.forest import Floats

NAMES = (
    "own", "others_mean", "others_least", "others_most", "others_middle", "others_said",
    "others_unsaid", "others_clash", "others_clash_surely", "others_sure",
)  # fmt: skip
"""Logits of the point's score and of the others'; the shares of these that are plainly said, and
plainly not; that clash, and clash in a way that is rarely wrong; and how sure they are on the
whole, either way."""
_LEAST = 1e-3
_SAID, _UNSAID = 0.7, 0.3


def company(scores: Floats, clashes: Sequence[bool | None]) -> Floats:
    """An array (points, features), in the order of NAMES, for the scores of two points or more.

    `clashes` tell of each point whether its clash is one that is rarely wrong, None without one.
    """
    bounded = np.clip(scores, _LEAST, 1 - _LEAST)
    logits = np.log(bounded / (1 - bounded))
    clashing = np.array([one is not None for one in clashes])
    surely = np.array([one is True for one in clashes])
    return np.array([
        _beside(place, scores, logits, clashing, surely) for place in range(len(scores))
    ])  # fmt: skip


def _beside(
    place: int, scores: Floats, logits: Floats, clashing: Floats, surely: Floats
) -> tuple[float, ...]:
    others, score = np.delete(logits, place), np.delete(scores, place)
    return (
        float(logits[place]),
        float(others.mean()),
        float(others.min()),
        float(others.max()),
        float(np.median(others)),
        float((score > _SAID).mean()),
        float((score < _UNSAID).mean()),
        float(np.delete(clashing, place).mean()),
        float(np.delete(surely, place).mean()),
        float(np.abs(others).mean()),
    )
