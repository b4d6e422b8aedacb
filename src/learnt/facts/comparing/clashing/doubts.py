"""What speaks against it that two pieces which seem to clash are on one thing."""

from itertools import product

from learnt.facts.comparing.apart import are_opposed, nobody_in_common, states_differ
from learnt.facts.comparing.clashing.players import are_rivals, players, strangers
from learnt.facts.comparing.clashing.things import unmatched_share
from learnt.facts.comparing.deeds import deeds_alike
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece

_DEEDS = {True: 1.0, None: 0.0, False: -1.0}


def doubts(a: Piece, b: Piece, known: Known) -> dict[str, float]:
    """By sign, 1 where it is so; `deed` is 1 where both tell one, and -1 where they tell two.

    `states` and `nobody`: neither knows the states, or any name, of the other. `rivals`: each names
    somebody, or some place, that the other does not know. `subjects`: each begins with a word that
    the other does not know. `opposed`: a word of each is the opposite of one of the other.
    `rest`: how much of each the other does not tell.
    """
    pairs = product(strangers(players(a, known), b), strangers(players(b, known), a))
    return {
        "rest": min(unmatched_share(a, b, known), unmatched_share(b, a, known)),
        "states": float(states_differ(a, b)),
        "nobody": float(nobody_in_common(a, b)),
        "rivals": float(any(are_rivals(one, two) for one, two in pairs)),
        "subjects": float(subjects_differ(a, b)),
        "opposed": float(are_opposed(a, b, known)),
        "deed": _DEEDS[deeds_alike(a, b, known)],
    }


def subjects_differ(a: Piece, b: Piece) -> bool:
    """Whether each begins with a word that the other does not know: insulin and glucagon."""
    first, second = a.content[0].stem, b.content[0].stem
    return not (b.knows(first) or a.knows(second))
