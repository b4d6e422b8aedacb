"""Whether what looks like a clash is one: all that speaks for and against it, weighed."""

from collections.abc import Mapping
from typing import NamedTuple

from learnt.facts.comparing.apart import are_named_apart
from learnt.facts.comparing.clashing.actors import actor_clash, exchange_clash
from learnt.facts.comparing.clashing.clash import Clash
from learnt.facts.comparing.clashing.dates import agreement_clash, date_clash
from learnt.facts.comparing.clashing.doubts import DOUBTS, Look, most_by
from learnt.facts.comparing.clashing.numbers import number_clash
from learnt.facts.comparing.clashing.outcomes import outcome_clash
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.scoring import Scored
from learnt.facts.comparing.weights import Judgement, Weights

_LOOKS = (date_clash, number_clash, outcome_clash, actor_clash)
"""All that is looked for beside what is plain."""
_SURE, _NONE = 8.0, -8.0
"""The odds of what is plain, and of what is not there."""
_SLACK = 1e-9
"""By how much sums of the same numbers may differ."""


class Judged(NamedTuple):
    """The likeliest clash of two pieces, and the log odds that it is one."""

    clash: Clash | None = None
    odds: float = _NONE


NO_CLASH = Judged()


def likeliest_clash(
    one: Scored, a: Piece, b: Piece, known: Known, judgement: Judgement, least: float = _NONE
) -> Judged:
    """What two pieces most likely disagree in; NO_CLASH where the odds for that are below `least`.

    What takes long is looked at only as long as the odds may come to that.
    """
    if (plain := agreement_clash(a, b) or exchange_clash(one, a, b)) is not None:
        return Judged(plain, _SURE)
    best = NO_CLASH
    signs, pieces = one.signs(), (a, b)
    for clash in seeming_clashes(one, a, b, known):
        weights = judgement.clashes[clash.about]
        odds = _odds(weights, signs, clash.signs, pieces, known, max(least, best.odds))
        if odds is not None and odds > best.odds:
            best = Judged(clash, odds)
    return best


def seeming_clashes(one: Scored, a: Piece, b: Piece, known: Known) -> list[Clash]:
    """What looks like a clash, and is to be weighed."""
    if are_named_apart(a, b, known):
        return []
    return [clash for look in _LOOKS if (clash := look(one, a, b, known)) is not None]


def _odds(
    weights: Weights,
    signs: dict[str, float],
    own: Mapping[str, float],
    pieces: tuple[Piece, Piece],
    known: Known,
    least: float,
) -> float | None:
    """The odds of a clash by all `signs` and its `own`; None where they are below `least`.

    The doubts that were looked at are put among the signs.
    """
    odds, most = weights.bias, 0.0
    open_: dict[str, tuple[Look, float]] = {}
    for name, weight in weights.signs.items():
        if (sign := own.get(name, signs.get(name))) is not None:
            odds += weight * sign
        else:
            open_[name] = DOUBTS[name], weight
            most += most_by(name, weight)
    for name in (each for each in DOUBTS if each in open_):
        if odds + most < least - _SLACK:
            return None
        look, weight = open_[name]
        signs[name] = look(*pieces, known)
        odds += weight * signs[name]
        most -= most_by(name, weight)
    return odds if odds >= least - _SLACK else None
