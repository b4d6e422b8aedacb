"""What a language knows, as values: the small words by which its texts are read.

In: nothing; `weights` makes them from data files. Out: `DateWords`, `NameWords` and `EventWords`,
which hold every word of a language that the stage looks for; the code has none.

    phrases (several words at a place) → dates, names, events, with what belongs to events:
    verbs, actors, dating, agreements, causes, quantities
"""

from learnt.facts.words.agreements import AgreementWords
from learnt.facts.words.causes import CauseWords
from learnt.facts.words.clauses import ActorWords, DatingWords
from learnt.facts.words.dates import DateWords
from learnt.facts.words.events import EventWords
from learnt.facts.words.names import CitedWords, HeadWords, NameWords, SeatWords
from learnt.facts.words.phrases import Phrases, phrase_at, phrases_among, phrases_of
from learnt.facts.words.quantities import QuantityWords
from learnt.facts.words.verbs import VerbWords

__all__ = [
    "ActorWords",
    "AgreementWords",
    "CauseWords",
    "CitedWords",
    "DateWords",
    "DatingWords",
    "EventWords",
    "HeadWords",
    "NameWords",
    "Phrases",
    "QuantityWords",
    "SeatWords",
    "VerbWords",
    "phrase_at",
    "phrases_among",
    "phrases_of",
]
