"""What the cards of decks tell together: what happened when, and who was bound to whom.

In: `CardFacts`, and the small words of their language. Out: `Happening`s in the order of time, and
`Bond`s. On the way:

    extent (a date as a stretch of years) · words → labels (a clause or a question in a few words) →
    happenings · bonds (agreements, each by all cards that tell of it)
"""

from learnt.facts.chronology.bonds import Bond, bonds_of
from learnt.facts.chronology.extent import Extent, extent_of
from learnt.facts.chronology.happenings import Happening, happenings_of
from learnt.facts.chronology.words import SmallWords

__all__ = [
    "Bond",
    "Extent",
    "Happening",
    "SmallWords",
    "bonds_of",
    "extent_of",
    "happenings_of",
]
