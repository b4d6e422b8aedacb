"""A point beside the stretch of an answer that speaks of it: which word stands for which."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from learnt.facts.lexical.lexicon import Lexicon
from learnt.facts.lexical.words import Word
from learnt.facts.values import Span, TextFacts
from learnt.marking.denials import governed
from learnt.marking.likeness import Floats
from learnt.marking.verbs import verbs_in

_PAIRED = 0.6
"""Words at least as alike as this stand for each other."""


@dataclass(frozen=True)
class Told:
    """A text with its words and its facts; `content` are the words that say something."""

    text: str
    words: tuple[Word, ...]
    content: tuple[Word, ...]
    facts: TextFacts
    lexicon: Lexicon

    @cached_property
    def verbs(self) -> frozenset[int]:
        """The identities of the words that are verbs."""
        return verbs_in(self.words, self.lexicon)

    @cached_property
    def denied(self) -> Mapping[int, Word]:
        """By the identity of each word that is denied: the negator."""
        return governed(self.text, self.words, self.lexicon, self.verbs)


@dataclass(frozen=True)
class Beside:
    """A point and the words `first` up to `end` of an answer; `like` is content by content.

    `given` are the facts of what was asked: a date of the prompt holds for its points. `clauses`
    are the first letter of each clause of the answer and the one after it; `elsewhere` are the
    stems that other points have and this one has not.
    """

    point: Told
    answer: Told
    first: int
    end: int
    like: Floats
    given: tuple[TextFacts, ...]
    lexicon: Lexicon
    clauses: tuple[tuple[int, int], ...] = ()
    elsewhere: frozenset[str] = frozenset()

    @cached_property
    def window(self) -> Span:
        """The stretch, as letters of the answer."""
        words = self.answer.words
        return Span(words[self.first].start, words[self.end - 1].end)

    @cached_property
    def said(self) -> tuple[Word, ...]:
        """The content words of the stretch."""
        return tuple(w for w in self.answer.words[self.first : self.end] if w.weight > 0)

    @cached_property
    def pairs(self) -> tuple[tuple[Word, Word], ...]:
        """Which word of the point is said by which of the stretch, the likest first taken."""
        order = sorted(
            (
                (-self.like[row, column], row, column)
                for row in range(self.like.shape[0])
                for column in range(self.like.shape[1])
                if self.like[row, column] >= _PAIRED
            ),
        )
        rows: set[int] = set()
        columns: set[int] = set()
        found = []
        for _, row, column in order:
            if row not in rows and column not in columns:
                rows.add(row)
                columns.add(column)
                found.append((row, column))
        return tuple((self.point.content[r], self.said[c]) for r, c in sorted(found))

    @property
    def denied_there(self) -> Mapping[int, Word]:
        """By the identity of each word of the point that is denied: the negator."""
        return self.point.denied

    @property
    def denied_here(self) -> Mapping[int, Word]:
        """The same for the words of the answer."""
        return self.answer.denied

    @cached_property
    def unsaid(self) -> tuple[Word, ...]:
        """Content words of the point that nothing in the stretch stands for."""
        paired = {id(one) for one, _ in self.pairs}
        return tuple(word for word in self.point.content if id(word) not in paired)

    @cached_property
    def surplus(self) -> tuple[Word, ...]:
        """Content words of the stretch that stand for nothing in the point."""
        paired = {id(two) for _, two in self.pairs}
        return tuple(word for word in self.said if id(word) not in paired)
