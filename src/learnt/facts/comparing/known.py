"""What comparing has to know of a language; `weights` makes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from learnt.facts.comparing.weights import Judgement
from learnt.facts.lexical.lexicon import Lexicon, Matrix
from learnt.facts.values import Span
from learnt.facts.words.comparing import CompareWords


class Sentences(Protocol):
    """A model of sentences."""

    def parts(self, text: str, spans: Sequence[Span], /) -> Matrix:
        """An array of shape (spans, dimensions), each row of length 1, or 0 for an empty span."""
        ...


@dataclass(frozen=True)
class Reader:
    """A model of sentences, and what was learnt with its vectors among the signs."""

    sentences: Sentences
    judgement: Judgement


@dataclass(frozen=True)
class Known:
    """The words of a language. `abbreviations` end in a full stop that ends no sentence.

    `judgement` is what was learnt of words alone. Where a `reader` is there, it decides of decks
    that are short enough for it.
    """

    lexicon: Lexicon
    words: CompareWords
    abbreviations: frozenset[str]
    judgement: Judgement
    reader: Reader | None = None
