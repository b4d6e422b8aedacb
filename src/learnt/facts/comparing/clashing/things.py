"""What one of two pieces tells and the other does not; two things among it that play one part."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece, once
from learnt.facts.lexical.words import Word
from learnt.facts.values import Span

_VERB = 0.5
_JOINTS = (" ", "-")
"""Between a thing and a word that says which."""
KNOWN = 0.45
"""The cosine from which on a word of one piece is told by one of the other."""
LEAST_NEAR, _LEAST_SAID = 0.15, 0.35
"""The cosine of two things of a kind at least, and how much each says."""


class Things(NamedTuple):
    """Two things that may stand for each other, and the cosine of the two words."""

    a: Span
    b: Span
    nearness: float


def unmatched(new: Sequence[Word], other: Piece, known: Known) -> list[Word]:
    """Those of some words that another piece does not tell in like words either."""
    told = [one.low for one in other.content] + [one.low for one in other.front]
    if not new or not told:
        return list(new)
    vectors = known.lexicon.vectors
    near = vectors([one.low for one in new]) @ vectors(told).T
    return [one for one, best in zip(new, near.max(axis=1).tolist(), strict=True) if best < KNOWN]


def unmatched_share(piece: Piece, other: Piece, known: Known) -> float:
    """How much of a piece the other does not tell, from 0 to 1."""
    new = _new_to(other, piece.content)
    return sum([one.weight for one in unmatched(new, other, known)]) / _weight(piece)


def rival_things(a: Piece, b: Piece, known: Known) -> Things | None:
    """The thing without a name of each that the other does not know, where each has one alone.

    Made in the pancreas, made in the liver. Meanings are asked for last: they take longest.
    """
    mine, yours = _new_to(b, _things(a, known)), _new_to(a, _things(b, known))
    if not (mine and yours and _any_says_enough(mine) and _any_says_enough(yours)):
        return None
    if len(mine := unmatched(mine, b, known)) != 1 or not _any_says_enough(mine):
        return None
    if len(yours := unmatched(yours, a, known)) != 1 or not _any_says_enough(yours):
        return None
    (one,), (two,) = mine, yours
    vectors = known.lexicon.vectors([one.low, two.low])
    near = float(vectors[0] @ vectors[1])
    if near < LEAST_NEAR:
        return None
    return Things(Span(one.start, one.end), Span(two.start, two.end), near)


def rival_kinds(a: Piece, b: Piece, known: Known) -> tuple[Span, Span] | None:
    """Two of one name, or two kinds of a thing: John and Samuel Adams, RNA and DNA polymerase.

    Their last words are the same, and before them stand other names, or opposites.
    """
    mine, yours = _by_head(a, known), _by_head(b, known)
    for head in mine.keys() & yours.keys() if mine and yours else ():
        here, there = mine[head], yours[head]
        if {one.stem for one, _ in here}.isdisjoint({one.stem for one, _ in there}):
            (one, last), (two, end) = here[0], there[0]
            if _are_names(one, two) or two.stem in known.lexicon.opposites.get(one.stem, ()):
                return Span(one.start, last.end), Span(two.start, end.end)
    return None


def _are_names(one: Word, two: Word) -> bool:
    return one.text[0].isupper() and two.text[0].isupper()


@once
def _by_head(piece: Piece, known: Known) -> dict[str, list[tuple[Word, Word]]]:
    """By the stem of a thing: the words that say which it is, each with it."""
    found: dict[str, list[tuple[Word, Word]]] = {}
    verbs, titles, text = known.lexicon.verbs, known.words.titles, piece.told.text
    for one, head in pairwise(piece.content):
        if text[one.end : head.start] not in _JOINTS or one.low in titles:
            continue
        if max(verbs.get(one.low, 0.0), verbs.get(head.low, 0.0)) < _VERB:
            found.setdefault(head.stem, []).append((one, head))
    return found


@once
def _things(piece: Piece, known: Known) -> tuple[Word, ...]:
    """Its words that are no verbs and no names."""
    return tuple([piece.content[nth] for nth in thing_places(piece, known)])


def thing_places(piece: Piece, known: Known) -> list[int]:
    """Where these stand among its content."""
    verbs = known.lexicon.verbs
    return [
        nth
        for nth, one in enumerate(piece.content)
        if verbs.get(one.low, 0.0) < _VERB and piece.named(one) is None and not piece.is_proper(one)
    ]


def _new_to(other: Piece, words: Sequence[Word]) -> list[Word]:
    """Those of some words that another piece does not know."""
    stems, asked = other.stems, other.front_stems
    return [one for one in words if one.stem not in stems and one.stem not in asked]


def says_enough(word: Word) -> bool:
    """Whether a word says enough to be the thing that a piece is about."""
    return word.weight >= _LEAST_SAID


def _any_says_enough(words: Sequence[Word]) -> bool:
    return any(map(says_enough, words))


@once
def _weight(piece: Piece) -> float:
    """How much all of its words say."""
    return sum([one.weight for one in piece.content])
