"""Two doers of one deed, or two who get what is given."""

from difflib import SequenceMatcher
from itertools import product

from learnt.facts.comparing.apart import are_named_apart
from learnt.facts.comparing.clashing.clash import Clash
from learnt.facts.comparing.clashing.exchanges import exchange
from learnt.facts.comparing.clashing.players import Part, Player, known_to, players, strangers
from learnt.facts.comparing.deeds import deeds_alike
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece, once
from learnt.facts.comparing.scoring import Scored
from learnt.facts.comparing.values import About
from learnt.facts.values import NameKind

_ALIKE, _STRANGE = -0.4, -0.8
_OTHER_DEED = 1.7
"""The odds from which on two deeds may be one that is told in two ways."""
_ALONE = 0.9
"""The contrast from which on the same is so."""
_NO_BETTER, _DATED_NO_BETTER = -0.1, -0.5
"""How much less than with another piece two may share, where their dates agree and else."""
_SPELT_ALIKE = 0.8
_PARTS = Part.DOES, Part.GETS
_DOERS = frozenset(
    {
        NameKind.PERSON,
        NameKind.ORGANISATION,
        NameKind.STATE,
        NameKind.PLACE,  # so are persons read whom no table knows
        None,
    }
)


def actor_clash(one: Scored, a: Piece, b: Piece, known: Known) -> Clash | None:
    """Those who play one part in two pieces on one thing, and are not the same."""
    least = _DATED_NO_BETTER if one.dated.agree else _NO_BETTER
    if one.alike < _STRANGE or one.contrast < least or one.dated.gap:
        return None
    if (crossed := exchange(a, b)) is not None:
        return crossed
    found = _by_part(one, a, b, known) or _by_strangers(a, b, known)
    return None if found is None or are_named_apart(a, b, known) else found


def _by_part(one: Scored, a: Piece, b: Piece, known: Known) -> Clash | None:
    """Two who do one deed, or who get something by it."""
    if one.alike < _ALIKE:
        return None
    sides = list(zip(_parts(a, known), _parts(b, known), strict=True))
    if not any(here and there for here, there in sides):
        return None
    likely = one.alike >= _OTHER_DEED or one.contrast >= _ALONE
    if not likely and deeds_alike(a, b, known) is False:
        return None
    for here, there in sides:
        if any(not x.stems.isdisjoint(y.stems) for x, y in product(here, there)):
            continue
        for x, y in product(here, there):
            if _one_kind(x, y) and not known_to(x, b) and not known_to(y, a):
                return Clash(About.ACTOR, x.span, y.span)
    return None


@once
def _parts(piece: Piece, known: Known) -> tuple[tuple[Player, ...], tuple[Player, ...]]:
    """Those who do something in a piece, and those who get something."""
    who = [one for one in players(piece, known) if one.kind in _DOERS]
    does, gets = (tuple(one for one in who if one.part is part) for part in _PARTS)
    return does, gets


def _by_strangers(a: Piece, b: Piece, known: Known) -> Clash | None:
    """Somebody in each of whom the other knows nothing, whatever is said of them."""
    mine, yours = _free_persons(a, known), _free_persons(b, known)
    if not (mine and yours):
        return None
    here, there = strangers(mine, b), strangers(yours, a)
    for x, y in product(here, there):
        if _one_kind(x, y):
            return Clash(About.ACTOR, x.span, y.span)
    return None


@once
def _free_persons(piece: Piece, known: Known) -> tuple[Player, ...]:
    """Those who may be persons, and of whom it is not said that something is where they are."""
    return tuple(who for who in players(piece, known) if who.is_person and not who.inside)


def _one_kind(one: Player, two: Player) -> bool:
    if _is_short(one, two) or _is_short(two, one) or _are_spelt_alike(one, two):
        return False
    kinds = [None if who.kind is NameKind.PLACE else who.kind for who in (one, two)]
    return kinds[0] is kinds[1] or (one.is_person and two.is_person)


def _are_spelt_alike(one: Player, two: Player) -> bool:
    """Whether two names may be one in two spellings."""
    names = " ".join(sorted(one.stems)), " ".join(sorted(two.stems))
    match = SequenceMatcher(None, *names, autojunk=False)
    # Each of these is no less than the next, and takes less time.
    looks = match.real_quick_ratio, match.quick_ratio, match.ratio
    return all(look() >= _SPELT_ALIKE for look in looks)


def _is_short(one: Player, two: Player) -> bool:
    """Whether one is written by its initials, and so may be the other."""
    return one.short and not two.short
