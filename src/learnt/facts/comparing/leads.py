"""By what other pieces are looked for: the rarest stems of a piece, and its days and months."""

import re
from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

import numpy as np

from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.ragged import Doubles, Places, distinct, from_array
from learnt.facts.comparing.weighed import Stems, Weighed

_LEADING = 6
"""The rarest words of a piece, by which others are looked for."""
_SAME_MONTH, _SAME_YEAR = 0.6, 0.4
_MONTH, _YEAR = re.compile(r"\d{4}-\d\d(-\d\d)?$"), re.compile(r"\d{4}")


class Leads(NamedTuple):
    """The leads of the pieces of one side, piece after piece: a number and a weight each."""

    pieces: Places
    leads: Places
    weights: Doubles

    def some(self, which: Places | slice) -> "Leads":
        """Some of them."""
        return Leads(self.pieces[which], self.leads[which], self.weights[which])


def leads_of(stems: Stems) -> tuple[Leads, Leads]:
    """Those of both sides; what they have in common has one number.

    The order of a piece's leads, and which they are, depends on nothing but the decks.
    """
    names, rarities = stems.names, stems.rarities[:-1]
    by_name = np.array(sorted(range(len(names)), key=names.__getitem__), dtype=np.intp)
    rarest_first = by_name[np.argsort(-rarities[by_name], kind="stable")]
    dates: dict[str, int] = defaultdict(count(len(names)).__next__)
    a = _leads(stems.a, rarest_first, rarities, dates)
    return a, a if stems.b is stems.a else _leads(stems.b, rarest_first, rarities, dates)


def _leads(side: Weighed, rarest_first: Places, rarities: Doubles, dates: dict[str, int]) -> Leads:
    pieces, leads = _rarest(side, rarest_first)
    of_dates = _dates(side.pieces, dates)
    both = Leads(
        np.concatenate((pieces, of_dates.pieces)),
        np.concatenate((leads, of_dates.leads)),
        np.concatenate((rarities[leads], of_dates.weights)),
    )
    order = np.argsort(both.pieces, kind="stable")
    return both.some(order)


def _rarest(side: Weighed, rarest_first: Places) -> tuple[Places, Places]:
    """The rarest stems of each piece, each once, the rarest first."""
    places = np.empty(len(rarest_first), dtype=np.intp)
    places[rarest_first] = np.arange(len(rarest_first))
    owners = np.repeat(np.arange(len(side.pieces)), side.words.lengths)
    each = distinct(owners * len(places) + places[side.words.flat])
    pieces, which = np.divmod(each, max(1, len(places)))
    kept = np.arange(len(each)) - np.searchsorted(pieces, pieces) < _LEADING
    return pieces[kept], rarest_first[which[kept]]


def _dates(pieces: Sequence[Piece], numbers: dict[str, int]) -> Leads:
    owners, leads, weights = array("q"), array("q"), array("d")
    for place, piece in enumerate(pieces):
        if not piece.dates:
            continue
        months = {one.edtf[:7] for one in piece.dates if _MONTH.match(one.edtf)}
        years = {one.edtf[:4] for one in piece.dates if _YEAR.match(one.edtf)}
        for some, weight in ((months, _SAME_MONTH), (years, _SAME_YEAR)):
            for one in sorted(some):
                owners.append(place)
                leads.append(numbers[one])
                weights.append(weight)
    return Leads(
        from_array(owners, np.int64), from_array(leads, np.int64), from_array(weights, np.float64)
    )
