"""Whose lane a moment stands in."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from learnt.plots.timeline.moment import Moment

MOST = 7
"""Lanes that have a name of their own; all others share one."""
OTHERS = "Others"
_SEVERAL = 2


class By(StrEnum):
    """What lanes are for."""

    ACTOR = "actor"
    DECK = "deck"


@dataclass(frozen=True, slots=True)
class Lane:
    """The moments of an actor or a deck, in the order of time."""

    name: str
    moments: tuple[Moment, ...]


def lanes_of(moments: Sequence[Moment], by: By = By.ACTOR) -> tuple[Lane, ...]:
    """Every moment in one lane: the fullest lanes first, what has no lane of its own last.

    Of several actors the one counts who is named first and has a lane.
    """
    names = [_names(one, by) for one in moments]
    counted = Counter(found[0] for found in names if found)
    least = _SEVERAL if len(counted) > MOST else 1
    chosen = [name for name, many in counted.most_common(MOST) if many >= least]
    lanes: dict[str, list[Moment]] = {name: [] for name in (*chosen, OTHERS)}
    for one, found in zip(moments, names, strict=True):
        lanes[next((name for name in found if name in chosen), OTHERS)].append(one)
    return tuple(Lane(name, tuple(found)) for name, found in lanes.items() if found)


def _names(one: Moment, by: By) -> tuple[str, ...]:
    return (one.deck,) if by is By.DECK else one.happening.actors
