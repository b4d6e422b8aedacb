"""Two who each have what the other should have: Austria ran Holstein, or Prussia did."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from learnt.facts.comparing.clashing.clash import Clash
from learnt.facts.comparing.piece import Piece, once
from learnt.facts.comparing.values import About
from learnt.facts.lexical.words import Word, folded
from learnt.facts.values import NameKind, Span

_KINDS = frozenset({NameKind.STATE, NameKind.PERSON, NameKind.PLACE})
_BOUND = 4
"""Names of two pairs."""


def exchange(a: Piece, b: Piece) -> Clash | None:
    """Two pairs of names in each, the same four and bound otherwise.

    The four follow on each other in both. The names of a pair must have a word between them that
    binds them, in both: a mere list of four states has no pairs.
    """
    if not may_be_exchanged(told_names(a), told_names(b)):
        return None
    mine, yours = _names(a, b), _names(b, a)
    fours = ((one, two) for one in _fours(mine) for two in _fours(yours))
    return next((clash for one, two in fours if (clash := _exchanged(one, two, a, b))), None)


def may_be_exchanged(mine: AbstractSet[str], yours: AbstractSet[str]) -> bool:
    """Whether two pieces that tell these names have two pairs in common."""
    return len(mine & yours) >= _BOUND


@once
def told_names(piece: Piece) -> frozenset[str]:
    """Its names of states, persons and places in small letters."""
    return frozenset(_told(_named(piece)))


def _fours(names: list[Word]) -> list[list[Word]]:
    return [names[at : at + _BOUND] for at in range(len(names) - _BOUND + 1)]


def _exchanged(mine: list[Word], yours: list[Word], a: Piece, b: Piece) -> Clash | None:
    names = [folded(word.text) for word in mine]
    if len(set(names)) != _BOUND or set(names) != _told(yours):
        return None
    if not (_are_pairs(mine, a) and _are_pairs(yours, b)):
        return None
    halves = yours[:2], yours[2:]
    if {frozenset(names[:2]), frozenset(names[2:])} == {frozenset(_told(one)) for one in halves}:
        return None
    partner = next(half for half in halves if names[0] in _told(half))
    return Clash(About.ACTOR, _span(mine[:2]), _span(partner), plain=True)


def _names(piece: Piece, other: Piece) -> list[Word]:
    """The words of names that both have, in order."""
    return [word for word in _named(piece) if word.stem in other.stems]


@once
def _named(piece: Piece) -> tuple[Word, ...]:
    """The words of its names of states, persons and places."""
    if not piece.names:
        return ()
    return tuple(
        word
        for word in piece.content
        if (name := piece.named(word)) is not None and name.kind in _KINDS
    )


def _are_pairs(words: list[Word], piece: Piece) -> bool:
    return all(_bound(one, two, piece) for one, two in (words[:2], words[2:]))


def _bound(one: Word, two: Word, piece: Piece) -> bool:
    return any(one.end <= word.start < two.start and word.weight > 0 for word in piece.words) or (
        "by" in piece.told.text[one.end : two.start].split()
    )


def _told(words: Iterable[Word]) -> set[str]:
    return {folded(word.text) for word in words}


def _span(words: list[Word]) -> Span:
    return Span(words[0].start, words[-1].end)
