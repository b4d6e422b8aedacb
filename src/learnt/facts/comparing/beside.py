"""What other pairs say of a pair: those of its two pieces, and those of its two cards."""

import numpy as np

from learnt.facts.comparing.candidates import Pairs
from learnt.facts.comparing.likeness import Likeness
from learnt.facts.comparing.ragged import Doubles, Places


def others_best(places: Places, weights: Doubles, least: float = 0.0) -> Doubles:
    """By pair: the greatest weight of the other pairs with the same place, `least` at the least.

    Of those as great as the greatest it is the next, which may be as great.
    """
    if not len(places):
        return weights
    order = np.lexsort((-weights, places))
    where, sorted_weights = places[order], weights[order]
    new = np.diff(where, prepend=-1) != 0
    firsts = np.flatnonzero(new)
    next_of = np.minimum(firsts + 1, len(order) - 1)
    greatest = sorted_weights[firsts]
    second = np.where(new[next_of], least, sorted_weights[next_of])
    group = np.cumsum(new) - 1
    found = np.empty_like(weights)
    own = sorted_weights == greatest[group]
    found[order] = np.where(own, second[group], greatest[group])
    return found


def likeliest_beside(likeness: Likeness, pairs: Pairs, odds: Doubles) -> Doubles:
    """By pair: the best odds of a pair of other points of its two cards; -inf where is none."""
    rows, columns = pairs
    cards_a, cards_b = likeness.a.cards[rows], likeness.b.cards[columns]
    cards = cards_a * (1 + cards_b.max(initial=0)) + cards_b
    order = np.lexsort((-odds, cards))
    rows, columns, cards, odds = rows[order], columns[order], cards[order], odds[order]
    ends = np.searchsorted(cards, cards, side="right")
    best = np.full(len(order), -np.inf)
    looking = np.arange(len(order))
    others = np.searchsorted(cards, cards)
    while len(looking):
        there = others < ends[looking]
        looking, others = looking[there], others[there]
        apart = (rows[others] != rows[looking]) & (columns[others] != columns[looking])
        best[looking[apart]] = odds[others[apart]]
        looking, others = looking[~apart], others[~apart] + 1
    found = np.empty_like(best)
    found[order] = best
    return found
