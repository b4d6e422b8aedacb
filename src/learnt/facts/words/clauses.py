"""The words by which a clause shows who acts in it, and what its date is the date of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ActorWords:
    """Small words before the names of a clause: who acts, and who is only where or with whom."""

    led: frozenset[str]  # prepositions before whom something is done with or against
    where: frozenset[str]  # prepositions before a mere place
    under: frozenset[str]  # before a person who was in command
    near_place: frozenset[str]  # before a state that "it" does not stand for
    place_before: frozenset[str]  # before the place of an event
    name_articles: frozenset[str]  # between a preposition and its name
    between_names: frozenset[str]  # between an adjective and a name that it does not describe
    object_pronouns: frozenset[str]


@dataclass(frozen=True)
class DatingWords:
    """Words around a date, and verbs that take or give the date of another. Verbs are lemmas."""

    no_nouns: frozenset[str]  # behind a date, and no noun that it describes
    dating: frozenset[str]  # before "the 1936 elections", which then say when
    time_nouns: frozenset[str]  # the summer of 1936 says when, the treaty of 1935 which
    citing: frozenset[str]  # before a case or treaty that tells where
    along: frozenset[str]  # open a clause of the same time
    publishing: frozenset[str]  # verbs whose date is that of what they are done to
    controlling: frozenset[str]  # verbs that are one deed with the infinitive behind them
    states: frozenset[str]  # verbs that tell of no event, in the passive either
