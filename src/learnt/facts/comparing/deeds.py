"""What pieces say was done: their verbs, and whether those of two are one deed or two steps."""

from collections.abc import Sequence

from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece, once
from learnt.facts.lexical.words import Word

_VERB = 0.6
"""The share of its uses in which a word is a verb, from which on it is one here."""
_ALIKE, _APART = 0.55, 0.33
_OF_ONE_SENSE, _OF_ONE_CLASS = 0.8, 0.7
_VAGUE = frozenset({"other", "have", "be", "state", "say", "move", "take", "create"})
"""Classes of verbs whose members have little in common."""


@once
def verbs_of(piece: Piece, known: Known) -> tuple[Word, ...]:
    """The words of a piece that are verbs, names left out."""
    verbs = known.lexicon.verbs
    return tuple(
        one
        for one in piece.content
        if verbs.get(one.low, 0.0) >= _VERB and piece.named(one) is None
    )


def deeds_alike(a: Piece, b: Piece, known: Known) -> bool | None:
    """Whether two pieces have a deed in common; None where one has none, or none can say."""
    if steps_differ(a, b, known):
        return False
    mine, yours = verbs_of(a, known), verbs_of(b, known)
    classes = _classes(a) & _classes(b)
    if not mine or not yours:
        return None
    best = max(_near(mine, yours, known), _OF_ONE_CLASS if classes else 0.0)
    return True if best >= _ALIKE else False if best < _APART else None


def steps_differ(a: Piece, b: Piece, known: Known) -> bool:
    """Whether each tells a step of something, and no step is told by both: signed and renewed."""
    mine, yours = _steps(a, known), _steps(b, known)
    return bool(mine and yours) and mine.isdisjoint(yours)


@once
def _steps(piece: Piece, known: Known) -> set[int]:
    lows = {word.low for word in piece.words}
    return {nth for nth, group in enumerate(known.words.steps) if not lows.isdisjoint(group)}


@once
def _classes(piece: Piece) -> set[str]:
    return {one.verb_class for one in piece.events} - _VAGUE


def _near(mine: Sequence[Word], yours: Sequence[Word], known: Known) -> float:
    lexicon = known.lexicon
    one = lexicon.vectors([word.low for word in mine])
    two = lexicon.vectors([word.low for word in yours])
    best = float((one @ two.T).max())
    for word in mine:
        for other in yours:
            if word.stem == other.stem:
                return 1.0
            senses = lexicon.senses.get(word.stem, frozenset())
            if not senses.isdisjoint(lexicon.senses.get(other.stem, frozenset())):
                best = max(best, _OF_ONE_SENSE)
    return best
