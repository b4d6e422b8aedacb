"""All that `facts` knows of one language, as a value: `weights` loads it from its data files."""

from dataclasses import dataclass
from functools import cached_property

from learnt.facts.causes.signs import Signs, signs_of
from learnt.facts.events import VerbTable
from learnt.facts.names import NameTables
from learnt.facts.words import DateWords, EventWords


@dataclass(frozen=True)
class Language:
    """The words and tables of a language; `code` is its ISO 639-1 code.

    `frequent` are its commonest words, by which it is told from other languages.
    """

    code: str
    dates: DateWords
    names: NameTables
    verbs: VerbTable
    words: EventWords
    frequent: frozenset[str]

    @cached_property
    def helping(self) -> frozenset[str]:
        """The auxiliaries: they help a verb and tell no deed of their own."""
        return self.words.be | self.words.have | self.words.do | self.words.modal

    @cached_property
    def signs(self) -> Signs:
        """The words that can link a cause and its effect."""
        return signs_of(self.words.causes, self.verbs)
