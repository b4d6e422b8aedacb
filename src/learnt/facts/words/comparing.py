"""The words by which two cards are known to speak of two things, or to end in two ways."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from learnt.facts.words.phrases import Phrases


@dataclass(frozen=True)
class CompareWords:
    """What comparing knows of a language by itself; verbs are in their plain form.

    `endings` are pairs of what one thing cannot both do: win and lose, rise and fall. `steps` are
    verbs that begin or end what another verb does: who joins and who leaves.
    """

    ordinals: frozenset[str]  # first and second are two things
    ends: frozenset[str]  # first and last, which may be said of any one thing
    ones: frozenset[str]  # beside them `others` are no second: from one to another
    others: frozenset[str]
    calendars: frozenset[str]  # where they are named, days of two calendars may be one
    titles: frozenset[str]  # may stand before a name: General
    by: frozenset[str]  # before who does it
    to: frozenset[str]  # before who gets it
    getting: frozenset[str]  # verbs whose doer gets something: received
    themselves: frozenset[str]  # between a name and its verb: himself, first
    being: frozenset[str]  # those of them that may be the verb: has, was
    inside: frozenset[str]  # before where or against whom it is, so that it is not who does it
    endings: tuple[tuple[Phrases, Phrases], ...]
    labels: frozenset[str]  # before a number that is the name of a part: section 15
    bounding: frozenset[str]  # before or behind "more", so that it only counts: no more, more than
    asking_less: frozenset[str]  # begin a prompt whose answer is no statement: who
    things: frozenset[str]  # parts of names that say what is named, and not which
    since: frozenset[str]  # before the day on which something began to be so
    relative: frozenset[str]  # count from another day: later
    steps: tuple[frozenset[str], ...]  # words of one step each in the life of a thing
    changed: frozenset[str]  # a state before or after the one that is told: until, again

    @cached_property
    def endings_by_word(self) -> Mapping[str, frozenset[tuple[int, int]]]:
        """The number and side of endings by the longest word of each phrase: few texts have any."""
        found: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for number, sides in enumerate(self.endings):
            for side, phrases in enumerate(sides):
                for phrase in chain.from_iterable(phrases.values()):
                    found[max(phrase, key=len)].add((number, side))
        return {word: frozenset(ends) for word, ends in found.items()}
