"""What comparing has to know of a language; `weights` makes it."""

from dataclasses import dataclass

from learnt.facts.lexical.lexicon import Lexicon
from learnt.facts.words.comparing import CompareWords


@dataclass(frozen=True)
class Known:
    """The words of a language. `abbreviations` end in a full stop that ends no sentence."""

    lexicon: Lexicon
    words: CompareWords
    abbreviations: frozenset[str]
