"""The clashes of many pairs: which may clash is found for all at once, in what pair by pair."""

from collections.abc import Iterator

import numpy as np

from learnt.facts.comparing.clashing.glance import at_one_time, may_clash
from learnt.facts.comparing.clashing.judging import NO_CLASH, Judged, likeliest_clash
from learnt.facts.comparing.clashing.players import players, strangers
from learnt.facts.comparing.clashing.things import rival_kinds
from learnt.facts.comparing.clashing.untold import Untold, Which
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.ragged import Doubles, Places
from learnt.facts.comparing.scoring import Odds
from learnt.facts.comparing.weighed import Stems
from learnt.facts.comparing.weights import Judgement

_AT_ONCE = 4096
"""Pairs whose words are met before any of them is looked at."""


def likely_clashes(
    odds: Odds, stems: Stems, known: Known, judgement: Judgement, places: Places, least: Doubles
) -> Iterator[tuple[int, Judged]]:
    """The likeliest clash of each pair at some places that has one, with its place.

    The odds of a clash are at least what `least` says for the pair. Pairs of one piece should
    follow on each other: then what was found out of it is at hand.
    """
    a, b = stems.a.pieces, stems.b.pieces
    untold = Untold(stems, known)
    glanced = may_clash(odds, stems, places, known)
    for first in range(0, len(places), _AT_ONCE):
        some = places[first : first + _AT_ONCE]
        seeming = some[_seeming(odds, untold, some, glanced[first : first + _AT_ONCE], known)]
        untold.meet(*(part[seeming] for part in odds.pairs))
        for place, one in odds.each(seeming):
            x, y = a[one.pair[0]], b[one.pair[1]]
            found = likeliest_clash(one, x, y, known, judgement, least.item(place))
            if found is not NO_CLASH:
                yield place, found


def _seeming(odds: Odds, untold: Untold, places: Places, glanced: Which, known: Known) -> Which:
    """Which pairs may clash; of those that nothing else is seen in, in who or what plays a part."""
    seeming = glanced.copy()
    still = np.flatnonzero(~glanced & at_one_time(odds, places))
    rows, columns = (part[places[still]] for part in odds.pairs)
    seeming[still] = untold.may_be_rivals(rows, columns)
    a, b = untold.a.pieces, untold.b.pieces
    for nth in still[~seeming[still]].tolist():
        row, column = (part.item(places.item(nth)) for part in odds.pairs)
        x, y = a[row], b[column]
        seeming[nth] = _are_strangers(x, y, known) or rival_kinds(x, y, known) is not None
    return seeming


def _are_strangers(a: Piece, b: Piece, known: Known) -> bool:
    """Whether somebody is named in each of whom the other knows nothing."""
    return bool(strangers(players(a, known), b) and strangers(players(b, known), a))
