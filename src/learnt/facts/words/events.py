"""The small words of a language by which verbs, clauses and what they tell are known."""

from dataclasses import dataclass
from functools import cached_property

from learnt.facts.words.agreements import AgreementWords
from learnt.facts.words.causes import CauseWords
from learnt.facts.words.clauses import ActorWords, DatingWords
from learnt.facts.words.phrases import Phrases
from learnt.facts.words.quantities import QuantityWords
from learnt.facts.words.verbs import VerbWords


@dataclass(frozen=True)
class EventWords:
    """The words that every reader of events looks for, and those of each reader by its name."""

    # --- auxiliaries
    be: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    modal: frozenset[str]
    to: frozenset[str]
    negators: frozenset[str]
    declining: frozenset[str]  # they refuse where somebody does them, else something grows less
    refusing: frozenset[str]  # lemmas: what they govern did not happen

    # --- small words
    adverbs: frozenset[str]
    adverb_endings: tuple[str, ...]
    determiners: frozenset[str]
    articles: frozenset[str]
    prepositions: frozenset[str]
    of: frozenset[str]
    by: frozenset[str]
    and_words: frozenset[str]
    joining: frozenset[str]  # join two clauses
    opening: frozenset[str]  # open a clause
    when: frozenset[str]
    relative: frozenset[str]
    separators: frozenset[str]  # signs between two clauses
    asking: frozenset[str]  # open a prompt that asks
    plural_subjects: frozenset[str]
    singular_subjects: frozenset[str]
    general_askings: frozenset[str]  # verbs of a prompt that its points do not take over

    # --- nouns and phrases
    linking_nouns: frozenset[str]  # treaty, pact: an agreement that has no name
    qualifiers: Phrases  # what sort of agreement
    conditions: Phrases

    verbs: VerbWords
    actors: ActorWords
    dating: DatingWords
    agreements: AgreementWords
    causes: CauseWords
    quantities: QuantityWords

    @cached_property
    def no_subjects(self) -> frozenset[str]:
        """The words that are no part of a subject: those that join clauses, and auxiliaries."""
        return self.joining | self.be | self.have | self.modal | self.do

    @cached_property
    def says_nothing(self) -> frozenset[str]:
        """The words that are no statement, even several of them: this was, and it."""
        causes = self.causes
        pronouns = causes.this | causes.it | causes.which | causes.persons | causes.that
        return self.no_subjects | self.articles | self.to | pronouns | causes.edges

    @cached_property
    def ending_nothing(self) -> frozenset[str]:
        """The words that are no part of a statement they end: which was mainly (due to)."""
        causes = self.causes
        helping = frozenset() if causes.verb_last else self.be | self.have | self.modal
        return helping | self.and_words | causes.which | causes.that | causes.edges | causes.hedges

    @cached_property
    def no_participle_after(self) -> frozenset[str]:
        """The words behind which a form in -ing is a noun or an adjective: by, the, when."""
        listed = self.prepositions | self.determiners | self.articles | self.opening | self.to
        return listed | self.and_words | self.have

    @cached_property
    def no_verb_after(self) -> frozenset[str]:
        """The words behind which a finite form is a noun: the cause, of forced labour."""
        causes = self.causes
        listed = self.prepositions | self.determiners | self.articles | self.to
        return listed - causes.this - causes.which - causes.that - causes.asking.what

    def is_adverb(self, low: str) -> bool:
        """Whether a word, written small, is an adverb by its letters or by the list."""
        return low in self.adverbs or low.endswith(self.adverb_endings)
