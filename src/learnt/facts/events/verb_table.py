"""Which verbs a word can be a form of, and what sort of deed each verb tells, as a value."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from learnt.facts.events.inflection import PAST_FORMS, Forms, forms_of, guessed_lemma

STATE_CLASS = "have"
"""The class of verbs that tell of a state and of no event: be, have, contain."""
OTHER_CLASS = "other"
"""The class of verbs that are in no table."""


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """A verb: its plain form, the class of the deed, irregular forms and the nouns made from it."""

    lemma: str
    verb_class: str
    irregular: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One verb that a word can be a form of."""

    entry: VerbEntry
    forms: Forms


@dataclass(frozen=True)
class VerbTable:
    """Verbs by their forms; `phrasal` by first word's lemma and second word; `nouns` by noun."""

    forms: Mapping[str, tuple[Reading, ...]]
    phrasal: Mapping[tuple[str, str], VerbEntry]
    nouns: Mapping[str, VerbEntry]

    @classmethod
    def of(cls, entries: Iterable[VerbEntry]) -> "VerbTable":
        """The table of these verbs, with every regular form made."""
        forms: dict[str, list[Reading]] = defaultdict(list)
        phrasal: dict[tuple[str, str], VerbEntry] = {}
        nouns: dict[str, VerbEntry] = {}
        for entry in entries:
            first, _, particle = entry.lemma.partition(" ")
            if particle:  # break out: a deed of its own sort, but the verb is to break
                phrasal[first, particle] = replace(entry, lemma=first)
                continue
            for word, of_word in forms_of(entry.lemma, entry.irregular).items():
                forms[word].append(Reading(entry, of_word))
            for noun in entry.nouns:
                nouns.setdefault(noun, entry)
        return cls({word: tuple(them) for word, them in forms.items()}, phrasal, nouns)

    def readings(self, low: str) -> tuple[Reading, ...]:
        """The verbs that a word can be a form of; a regular past of an unknown verb is guessed."""
        known = self.forms.get(low)
        if known is not None:
            return known
        lemma = guessed_lemma(low) if low.endswith("ed") else None
        return () if lemma is None else (Reading(VerbEntry(lemma, OTHER_CLASS), PAST_FORMS),)
