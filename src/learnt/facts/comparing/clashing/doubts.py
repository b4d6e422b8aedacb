"""What speaks against it that two pieces which seem to clash are on one thing."""

from collections.abc import Callable, Mapping
from itertools import product

from learnt.facts.comparing.apart import (
    are_opposed,
    at_another_time,
    nobody_in_common,
    states_differ,
)
from learnt.facts.comparing.clashing.players import are_rivals, players, strangers
from learnt.facts.comparing.clashing.things import unmatched_share
from learnt.facts.comparing.deeds import deeds_alike
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece

Look = Callable[[Piece, Piece, Known], float]
_DEEDS = {True: 1.0, None: 0.0, False: -1.0}


def subjects_differ(a: Piece, b: Piece) -> bool:
    """Whether each begins with a word that the other does not know: insulin and glucagon."""
    first, second = a.content[0].stem, b.content[0].stem
    return not (b.knows(first) or a.knows(second))


def _are_rivals(a: Piece, b: Piece, known: Known) -> float:
    here = strangers(players(a, known), b)
    there = strangers(players(b, known), a) if here else ()
    return float(any(are_rivals(one, two) for one, two in product(here, there)))


def _deed(a: Piece, b: Piece, known: Known) -> float:
    return _DEEDS[deeds_alike(a, b, known)]


def _rest(a: Piece, b: Piece, known: Known) -> float:
    return min(unmatched_share(a, b, known), unmatched_share(b, a, known))


DOUBTS: Mapping[str, Look] = {
    "subjects": lambda a, b, _: float(subjects_differ(a, b)),
    "nobody": lambda a, b, _: float(nobody_in_common(a, b)),
    "time": lambda a, b, known: float(at_another_time(a, b, known)),
    "states": lambda a, b, _: float(states_differ(a, b)),
    "rivals": _are_rivals,
    "opposed": lambda a, b, known: float(are_opposed(a, b, known)),
    "deed": _deed,
    "rest": _rest,
}
"""What is looked for, by sign; what takes longest last. Each is a number from 0 to 1, but `deed`,
which is 1 where both tell one, and -1 where they tell two.

`states` and `nobody`: neither knows the states, or any name, of the other. `rivals`: each names
somebody, or some place, that the other does not know. `time`: one tells
of another time, as by "until". `subjects`: each begins with a word that the
other does not know. `opposed`: a word of each is the opposite of one of the other. `rest`: how much
of each the other does not tell.
"""


def doubts(a: Piece, b: Piece, known: Known) -> dict[str, float]:
    """All of them."""
    return {name: look(a, b, known) for name, look in DOUBTS.items()}


def most_by(name: str, weight: float) -> float:
    """What a doubt of this weight adds to the odds at most."""
    return abs(weight) if name == "deed" else max(weight, 0.0)
