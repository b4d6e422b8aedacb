"""Two decks compared, or the cards of one: from their facts to what is told twice or clashes."""

from collections.abc import Sequence

from learnt.facts.comparing.candidates import candidates
from learnt.facts.comparing.judging import judged
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.likeness import Likeness
from learnt.facts.comparing.piece import pieces_of
from learnt.facts.comparing.scoring import Odds, scored
from learnt.facts.comparing.values import Comparison
from learnt.facts.comparing.weighed import Stems
from learnt.facts.values import CardFacts


def compare(a: Sequence[CardFacts], b: Sequence[CardFacts] | None, known: Known) -> Comparison:
    """What the cards of two decks tell twice, and what cannot both be right, the surest first.

    Where `b` is None the cards of one deck are held against each other. Nothing is merged or
    changed: these are suggestions, to be looked at.
    """
    stems = Stems(pieces_of(a, known), None if b is None else pieces_of(b, known))
    return judged(_odds(stems, known, within=b is None), stems, known)


def _odds(stems: Stems, known: Known, *, within: bool) -> Odds:
    """The odds of all candidates; what it takes of vectors is needed no longer then."""
    likeness = Likeness(stems, known.lexicon.vectors)
    return scored(stems, likeness, candidates(stems, likeness, within=within), known)
