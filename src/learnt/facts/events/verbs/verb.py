"""A verb where it stands."""

from enum import StrEnum

from learnt.facts.events.verb_table import VerbEntry
from learnt.facts.light import value


class Mood(StrEnum):
    """How the verb stands in its sentence."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"


FINITE, INFINITIVE, PARTICIPLE = Mood.FINITE, Mood.INFINITIVE, Mood.PARTICIPLE
"""The same by names of their own, for the reason that tokens have them."""


@value(frozen=True, slots=True)
class Verb:
    """A verb at a token; `end` is the place after its last word (phrasal verbs have two)."""

    place: int
    end: int
    entry: VerbEntry
    mood: Mood
    passive: bool = False
    negative: bool = False

    @property
    def lemma(self) -> str:
        """Its plain form."""
        return self.entry.lemma


@value(frozen=True, slots=True)
class Draft:
    """What is known of a form before it is known to be a verb here."""

    place: int
    end: int
    entry: VerbEntry
    negative: bool

    def verb(self, mood: Mood, *, passive: bool = False) -> Verb:
        """The verb that it is, in a mood and voice."""
        return Verb(self.place, self.end, self.entry, mood, passive, self.negative)
