"""What cards of two decks tell twice, and where they cannot both be right.

In: the facts of two decks (or of one, whose cards are held against each other) and what is `Known`
of their language. Out: a `Comparison`, of suggestions only: nothing is merged. On the way:

    piece (a sentence with its facts) → weighed (words as numbers) → leads, candidates (pairs that
    share rare words or lie near) → likeness (what two share), agreeing (dating, counting), beside →
    scoring (the odds that both tell one thing, of all pairs at once) → judging → clashing (which
    pairs may clash at all, then in what: date, number, outcome, actor) → apart, deeds (what tells
    two things of a kind apart) → reasons

What is weighed was learnt (`weights`, decision 0039), with vectors of sentences where a model reads
them (`meaning`). `settling` is what the learner decides of it; what is decided is not suggested
again.
"""

from learnt.facts.comparing.settling import Choice, Settlement, Side, unsettled
from learnt.facts.comparing.values import About, Comparison, Conflict, Same, Told

__all__ = [
    "About",
    "Choice",
    "Comparison",
    "Conflict",
    "Same",
    "Settlement",
    "Side",
    "Told",
    "unsettled",
]
