"""All that `facts` knows of one language, as a value: `weights` loads it from its data files."""

from dataclasses import dataclass

from learnt.facts.dates import DateWords
from learnt.facts.events import EventWords, VerbTable
from learnt.facts.names import NameTables


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
