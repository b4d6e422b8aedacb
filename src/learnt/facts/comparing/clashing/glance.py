"""Which pairs may clash at all, by what is known of each of their pieces by itself.

Nine pairs in ten have nothing that could clash. Most of these are found here, for thousands of
pairs at once. A pair may pass that does not clash, and none that does is left out.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from enum import IntFlag, auto
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from learnt.facts.comparing.clashing.actors import EXCHANGED
from learnt.facts.comparing.clashing.dates import SINCE, agreements_may_clash
from learnt.facts.comparing.clashing.exchanges import may_be_exchanged, told_names
from learnt.facts.comparing.clashing.numbers import numbers
from learnt.facts.comparing.clashing.outcomes import denies, may_end, with_opposites
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.ragged import Places
from learnt.facts.comparing.scoring import Odds
from learnt.facts.comparing.weighed import Stems
from learnt.facts.values import Agreement

T = TypeVar("T", bound=Hashable)
_BITS = 62
"""What is many is told by its number, divided by this, so that few are taken for others."""
Bits = NDArray[np.int64]
Which = NDArray[np.bool_]


class _Has(IntFlag):
    """What a piece has that may clash."""

    DATES = auto()
    SINCE = auto()
    NUMBERS = auto()
    DENIALS = auto()


class _Traits(NamedTuple):
    """By piece: what it `has`, and as bits the pairs of endings of which it has the one or other.

    `opposed` are the words that have opposites, `opposites` these.
    """

    has: Bits
    ones: Bits
    others: Bits
    opposed: Bits
    opposites: Bits


def may_clash(odds: Odds, stems: Stems, places: Places, known: Known) -> Which:
    """Whether some pairs may clash in anything but who or what plays a part."""
    rows, columns = (part[places] for part in odds.pairs)
    a, b = stems.a.pieces, stems.b.pieces
    one, two = _of_pairs(a, rows, stems, known), _of_pairs(b, columns, stems, known)
    together = at_one_time(odds, places)
    apart = odds.agreeing.by_dates(lambda each: each.apart != 0)[places]
    agree = odds.agreeing.by_counts(lambda each: each.agree)[places]
    likely = odds.alike[places] >= EXCHANGED
    both = one.has & two.has
    since = ((one.has | two.has) & _Has.SINCE) > 0
    outcomes = (
        (one.ones & two.others)
        | (one.others & two.ones)
        | (one.opposites & two.opposed)
        | ((one.has ^ two.has) & _Has.DENIALS)
    ) > 0
    return np.asarray(
        (((both & _Has.DATES) > 0) & (apart | since))
        | (((both & _Has.NUMBERS) > 0) & together & ~agree)
        | (outcomes & together)
        | (likely & together & _by_kinds(a, b, rows, columns, told_names, may_be_exchanged))
        | _by_kinds(a, b, rows, columns, _signed, agreements_may_clash)
    )


def at_one_time(odds: Odds, places: Places) -> Which:
    """Whether no time lies between the dates of each of some pairs, as far as is told."""
    return odds.agreeing.by_dates(lambda one: not one.gap)[places]


def _of_pairs(pieces: Sequence[Piece], places: Places, stems: Stems, known: Known) -> _Traits:
    """The traits of the pieces of some pairs, pair by pair."""
    each, which = np.unique(places, return_inverse=True)
    found = [_traits(pieces[place], stems, known) for place in each.tolist()]
    columns = np.array(found, dtype=np.int64).reshape(-1, 5).T
    return _Traits(*(column[which] for column in columns))


def _traits(piece: Piece, stems: Stems, known: Known) -> tuple[int, ...]:
    has = (
        _Has.DATES.value * bool(piece.dates)
        + _Has.SINCE.value * (len(piece.dates) == 1 and piece.dates[0].edtf.endswith(SINCE))
        + _Has.NUMBERS.value * bool(numbers(piece, known))
        + _Has.DENIALS.value * denies(piece, known)
    )
    ends, turned = may_end(piece, known), with_opposites(piece, known)
    return (
        has,
        _bits(group for group, side in ends if side == 0),
        _bits(group for group, side in ends if side == 1),
        _bits(stems.number(one.stem) for one, _ in turned),
        _bits(stems.number(stem) for _, others in turned for stem in others),
    )


def _bits(numbers: Iterable[int | None]) -> int:
    found = 0
    for one in numbers:
        if one is not None:
            found |= 1 << one % _BITS
    return found


def _signed(piece: Piece) -> tuple[Agreement, ...]:
    return tuple([one for one in piece.agreements if one.signed])


def _by_kinds(
    a: Sequence[Piece],
    b: Sequence[Piece],
    rows: Places,
    columns: Places,
    kind: Callable[[Piece], T],
    look: Callable[[T, T], bool],
) -> Which:
    """What a look finds in pairs of pieces of some kinds, each two of which are looked at once.

    An empty kind is of no interest.
    """
    numbers: dict[T, int] = {}
    mine, yours = (_kinds(side, at, kind, numbers) for side, at in ((a, rows), (b, columns)))
    kinds = list(numbers)
    both = np.flatnonzero((mine >= 0) & (yours >= 0))
    keys, which = np.unique(mine[both] * len(kinds) + yours[both], return_inverse=True)
    seen = [look(*(kinds[one] for one in divmod(key, len(kinds)))) for key in keys.tolist()]
    found = np.zeros(len(rows), dtype=bool)
    found[both] = np.array(seen, dtype=bool)[which]
    return found


def _kinds(
    pieces: Sequence[Piece], places: Places, kind: Callable[[Piece], T], numbers: dict[T, int]
) -> Places:
    """The number of the kind of each piece, -1 for an empty one."""
    each, which = np.unique(places, return_inverse=True)
    found = (kind(pieces[place]) for place in each.tolist())
    return np.array(
        [numbers.setdefault(one, len(numbers)) if one else -1 for one in found], dtype=np.intp
    )[which]
