"""Chains of causes: what led to what led to what, across the cards of a deck.

In: the facts of cards, and the words that say nothing. Out: `Chain`s of `Step`s and `Arrow`s, the
longest first. On the way:

    chain (what a chain is) · sides (which parts of a point are one step) → joining (steps of two
    links that are one) → ordering (into chains, and each from left to right)
"""

from learnt.facts.chains.chain import Arrow, Chain, Step
from learnt.facts.chains.joining import Pairs, pairs_of
from learnt.facts.chains.ordering import chains_of

__all__ = ["Arrow", "Chain", "Pairs", "Step", "chains_of", "pairs_of"]
