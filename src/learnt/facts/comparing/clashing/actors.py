"""Two doers of one deed, two who get what is given, two things that play one part."""

from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product

from learnt.facts.comparing.clashing.clash import Clash
from learnt.facts.comparing.clashing.exchanges import exchange
from learnt.facts.comparing.clashing.players import (
    Part,
    Player,
    are_rivals,
    known_to,
    players,
    strangers,
)
from learnt.facts.comparing.clashing.things import rival_kinds, rival_things
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece, once
from learnt.facts.comparing.scoring import Scored
from learnt.facts.comparing.values import About
from learnt.facts.values import NameKind

EXCHANGED = -1.0
"""The odds that it takes for names that are exchanged."""
_SIGNS = ("part", "persons", "people", "places", "inside", "kinds", "things", "nearness")
_SPELT_ALIKE = 0.8
_DOERS = frozenset(
    {
        NameKind.PERSON,
        NameKind.ORGANISATION,
        NameKind.STATE,
        NameKind.PLACE,  # so are persons read whom no table knows
        None,
    }
)


def exchange_clash(one: Scored, a: Piece, b: Piece) -> Clash | None:
    """Those who each have what the other should have."""
    return exchange(a, b) if one.alike >= EXCHANGED and not one.dated.gap else None


def actor_clash(one: Scored, a: Piece, b: Piece, known: Known) -> Clash | None:
    """Those who play one part in two pieces on one thing, and are not the same."""
    if one.dated.gap:
        return None
    signs = dict.fromkeys(_SIGNS, 0.0) | {"dated": float(one.dated.agree > 0)}
    if (two := _by_part(a, b, known)) is not None:
        x, y = two
        return Clash(About.ACTOR, x.span, y.span, signs | {"part": 1.0, "people": _people(x, y)})
    if (rivals := _rivals(a, b, known)) is not None:
        x, y = rivals
        who = "persons" if x.is_person and y.is_person else "places"
        how = {who: 1.0, "people": _people(x, y), "inside": float(x.inside) + float(y.inside)}
        return Clash(About.ACTOR, x.span, y.span, signs | how)
    if (kinds := rival_kinds(a, b, known)) is not None:
        return Clash(About.ACTOR, *kinds, signs | {"kinds": 1.0})
    if (things := rival_things(a, b, known)) is not None:
        near = {"things": 1.0, "nearness": things.nearness}
        return Clash(About.ACTOR, things.a, things.b, signs | near)
    return None


def _people(one: Player, two: Player) -> float:
    """Whether both are known to be persons, and not for their capital alone."""
    return float(one.kind is NameKind.PERSON and two.kind is NameKind.PERSON)


def _by_part(a: Piece, b: Piece, known: Known) -> tuple[Player, Player] | None:
    """Two who do one deed, or who get something by it."""
    for here, there in zip(_parts(a, known), _parts(b, known), strict=True):
        if not (here and there) or any(x.stems & y.stems for x, y in product(here, there)):
            continue
        for x, y in product(here, there):
            if _one_kind(x, y) and not known_to(x, b) and not known_to(y, a):
                return x, y
    return None


@once
def _parts(piece: Piece, known: Known) -> tuple[tuple[Player, ...], ...]:
    """Those who do what it tells, and those who get it."""
    who = [one for one in players(piece, known) if one.kind in _DOERS]
    return tuple(tuple(one for one in who if one.part is part) for part in (Part.DOES, Part.GETS))


def _rivals(a: Piece, b: Piece, known: Known) -> tuple[Player, Player] | None:
    """Somebody in each of whom the other knows nothing, whatever is said of them; persons first."""
    here = strangers(players(a, known), b)
    pairs = product(here, strangers(players(b, known), a) if here else ())
    found = [(x, y) for x, y in pairs if are_rivals(x, y) and _one_kind(x, y)]
    found.sort(key=lambda pair: (not pair[0].is_person, pair[0].inside or pair[1].inside))
    return found[0] if found else None


def _one_kind(one: Player, two: Player) -> bool:
    if one.short is not two.short:  # one is written by its initials, and so may be the other
        return False
    kinds = [None if who.kind is NameKind.PLACE else who.kind for who in (one, two)]
    if kinds[0] is not kinds[1] and not (one.is_person and two.is_person):
        return False
    return not _are_spelt_alike(one, two)


def _are_spelt_alike(one: Player, two: Player) -> bool:
    """Whether two names may be one in two spellings."""
    return _ratio(" ".join(sorted(one.stems)), " ".join(sorted(two.stems))) >= _SPELT_ALIKE


@lru_cache(maxsize=10_000)
def _ratio(one: str, two: str) -> float:
    """How alike two names are spelt, or what is no less: most of them are unlike at a glance."""
    at_most = 2 * min(len(one), len(two)) / (len(one) + len(two))
    if at_most < _SPELT_ALIKE:
        return at_most
    held = SequenceMatcher(None, one, two, autojunk=False)
    at_most = held.quick_ratio()
    return held.ratio() if at_most >= _SPELT_ALIKE else at_most
