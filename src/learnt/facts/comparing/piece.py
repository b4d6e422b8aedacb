"""A sentence of a point, with all of its facts that comparing looks at."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Concatenate, ParamSpec, TypeVar

from learnt.deck.files import blanked
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.values import Told
from learnt.facts.lexical.words import Word, folded, named_words, words_of
from learnt.facts.quantities.amounts import Amount, amount
from learnt.facts.tokens import Token, sentences_of, tokens_of
from learnt.facts.values import Agreement, CardFacts, Date, Event, Name, NameKind, Span, TextFacts

P = ParamSpec("P")
T = TypeVar("T")
_LEAST_LETTERS = 200
"""Points that are shorter are compared whole: their sentences lean on each other."""


@dataclass(frozen=True)
class Piece:
    """One sentence, or a short point as a whole; spans count the letters of the point's text.

    `given` are the dates that hold for it though they stand in the prompt or a sentence before.
    `front` are the words of the prompt, `front_stems` their stems; what stands there is told of
    every point. `completes` is whether the prompt asks for less than a statement, so that it is
    none without the prompt.
    """

    told: Told
    span: Span
    words: tuple[Word, ...]
    dates: tuple[Date, ...]
    given: tuple[str, ...]
    names: tuple[Name, ...]
    events: tuple[Event, ...]
    agreements: tuple[Agreement, ...]
    amounts: tuple[Amount, ...]
    front: tuple[Word, ...]
    front_stems: frozenset[str]
    front_names: tuple[Name, ...]
    completes: bool

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """The words that say something, without numbers and dates."""
        return tuple(
            one
            for one in self.words
            if one.weight > 0 and not one.number and not _within(one, self.dates)
        )

    @cached_property
    def answer(self) -> tuple[Word, ...]:
        """Its content, with the words of a prompt that asks for less than a statement: "Who …?"."""
        if not self.completes:
            return self.content
        return (*self.content, *(one for one in self.front if one.stem not in self.stems))

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens, small words and signs among them."""
        span = self.span
        return tuple(one for one in tokens_of(self.told.text) if span.covers(one.span))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its content."""
        return frozenset(one.stem for one in self.content)

    @property
    def all_stems(self) -> frozenset[str]:
        """Those of its prompt as well."""
        return self.stems | self.front_stems

    def named(self, word: Word) -> Name | None:
        """The name that a word belongs to."""
        return next((one for one in self.names if _covers(one.span, word)), None)

    def is_proper(self, word: Word) -> bool:
        """Whether it belongs to a name, known or not: a capital that no sentence asks for."""
        if not word.text[0].isupper():
            return False
        return self.named(word) is not None or word.start > self.span.start


def once(look: Callable[Concatenate[Piece, P], T]) -> Callable[Concatenate[Piece, P], T]:
    """Keeps what a look found with the piece: it is held against others many times.

    Whatever else it is given (what is `Known`) must be the same for all that compare the piece.
    """
    name = f"{look.__module__}.{look.__qualname__}"

    @wraps(look)
    def kept(piece: Piece, /, *rest: P.args, **named: P.kwargs) -> T:
        found: T
        try:
            found = piece.__dict__[name]
        except KeyError:
            found = piece.__dict__[name] = look(piece, *rest, **named)
        return found

    return kept


@once
def whole(piece: Piece) -> str:
    """All that its card says beside its prompt in this point, and the prompt, in small letters."""
    return folded(blanked(f"{piece.told.front or ''} {piece.told.text}"))


def pieces_of(cards: Iterable[CardFacts], known: Known) -> Iterator[Piece]:
    """The pieces of a deck, in its order."""
    for card in cards:
        prompt = next((one for one in card.texts if one.point is None), None)
        front = _said(blanked(card.front or ""), known)
        asked = tuple(one.edtf for one in prompt.dates) if prompt else ()
        asked_of = front, frozenset(one.stem for one in front), prompt.names if prompt else ()
        for text in card.texts:
            if text.point is None or not text.text.strip():
                continue
            told = Told(card.card, text.point, card.front, text.text)
            given = asked
            for span in _sentences(text.text, known.abbreviations):
                piece = _piece(told, text, span, given, asked_of, known)
                given = tuple(one.edtf for one in piece.dates) or given
                if piece.content:
                    yield piece


def _said(text: str, known: Known) -> tuple[Word, ...]:
    return tuple(w for w in words_of(text, known.lexicon) if w.weight > 0 and not w.number)


def _sentences(text: str, abbreviations: frozenset[str]) -> list[Span]:
    if len(text) < _LEAST_LETTERS:
        return [Span(0, len(text))]
    tokens = tokens_of(text)
    ranges = sentences_of(text, tokens, abbreviations)
    return [Span(tokens[one.start].start, tokens[one.stop - 1].end) for one in ranges]


def _piece(
    told: Told,
    text: TextFacts,
    span: Span,
    given: tuple[str, ...],
    asked: tuple[tuple[Word, ...], frozenset[str], tuple[Name, ...]],
    known: Known,
) -> Piece:
    said = words_of(blanked(told.text)[span.start : span.end], known.lexicon)
    if span.start:
        said = tuple(
            one._replace(start=one.start + span.start, end=one.end + span.start) for one in said
        )
    names = tuple(one for one in text.names if span.covers(one.span))
    return Piece(
        told,
        span,
        tuple(_by_full_names(said, names, known)),
        tuple(one for one in text.dates if span.covers(one.span)),
        given,
        names,
        tuple(one for one in text.events if span.meets(one.word or one.span)),
        tuple(one for one in text.agreements if span.meets(one.span)),
        tuple(
            amount(one)
            for one in text.quantities
            if span.covers(one.span) and not any(one.span.meets(date.span) for date in text.dates)
        ),
        *asked,
        _asks_for_less(told.front, known),
    )


def _asks_for_less(front: str | None, known: Known) -> bool:
    words = (front or "").split()
    return bool(words) and words[0].lower() in known.words.asking_less


def _by_full_names(words: Iterable[Word], names: Sequence[Name], known: Known) -> Iterator[Word]:
    """The words, those that stand for a state told by its name: Berlin, the Germans, Germany."""
    states = {one.span.start: one for one in names if one.kind is NameKind.STATE}
    inside: Span | None = None
    for word in words:
        if (state := states.get(word.start)) is not None:
            inside = state.span
            yield from named_words(state.name, word.text, Span(word.start, word.end), known.lexicon)
        elif inside is None or not _covers(inside, word):
            yield word


def _covers(span: Span, word: Word) -> bool:
    return span.start <= word.start < span.end


def _within(word: Word, dates: Sequence[Date]) -> bool:
    return any(_covers(one.span, word) for one in dates)
