"""A sentence of a point, with all of its facts that comparing looks at."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from functools import wraps
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar, cast

from learnt.deck.files import blanked
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.values import Told
from learnt.facts.lexical.words import Word, folded, named_words, words_of
from learnt.facts.light import value
from learnt.facts.quantities.amounts import Amount, amount
from learnt.facts.tokens import Token, sentences_of, tokens_of
from learnt.facts.values import Agreement, CardFacts, Date, Event, Name, NameKind, Span, TextFacts

P = ParamSpec("P")
T = TypeVar("T")
_LEAST_LETTERS = 200
"""Points that are shorter are compared whole: their sentences lean on each other."""
_STATE = NameKind.STATE
_NOTHING: frozenset[Any] = frozenset()
"""What looks find most often, kept once."""


@value(frozen=True, slots=True)
class Piece:
    """One sentence, or a short point as a whole; spans count the letters of the point's text.

    `content` are the words that say something, without numbers and dates. `given` are the dates
    that hold for it though they stand in the prompt or a sentence before. `front` are the words of
    the prompt, `front_stems` their stems; what stands there is told of every point. `completes` is
    whether the prompt asks for less than a statement, so that it is none without the prompt.
    `found` is what the looks of `once` found.
    """

    told: Told
    span: Span
    words: tuple[Word, ...]
    content: tuple[Word, ...]
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
    found: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def answer(self) -> tuple[Word, ...]:
        """Its content, with the words of a prompt that asks for less than a statement: "Who …?"."""
        if not self.completes:
            return self.content
        stems = {one.stem for one in self.content}
        return (*self.content, *(one for one in self.front if one.stem not in stems))

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens, small words and signs among them."""
        span = self.span
        return tuple(one for one in tokens_of(self.told.text) if span.covers(one.span))

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its content."""
        found: frozenset[str] | None = self.found.get("stems")
        if found is None:
            found = self.found["stems"] = frozenset({one.stem for one in self.content})
        return found

    def knows(self, stem: str) -> bool:
        """Whether it has a stem, or its prompt has."""
        return stem in self.stems or stem in self.front_stems

    def knows_any(self, stems: AbstractSet[str]) -> bool:
        """Whether it has any of these, or its prompt has."""
        return not (stems.isdisjoint(self.stems) and stems.isdisjoint(self.front_stems))

    def named(self, word: Word) -> Name | None:
        """The name that a word belongs to."""
        start = word.start
        for one in self.names:
            if one.span.start <= start < one.span.end:
                return one
        return None

    def is_proper(self, word: Word) -> bool:
        """Whether it belongs to a name, known or not: a capital that no sentence asks for."""
        if not word.text[0].isupper():
            return False
        return self.named(word) is not None or word.start > self.span.start


def once(look: Callable[Concatenate[Piece, P], T]) -> Callable[Concatenate[Piece, P], T]:
    """Keeps what a look found with the piece: it is held against others many times.

    Whatever else it is given (what is `Known`) must be the same for all that compare the piece.
    """

    @wraps(look)
    def kept(piece: Piece, /, *rest: P.args, **named: P.kwargs) -> T:
        found: T
        try:
            found = piece.found[look]
        except KeyError:
            found = look(piece, *rest, **named)
            if not found and isinstance(found, (set, frozenset)):
                found = cast("T", _NOTHING)
            piece.found[look] = found
        return found

    return kept


@once
def whole(piece: Piece) -> str:
    """All that its card says beside its prompt in this point, and the prompt, in small letters."""
    return folded(blanked(f"{piece.told.front or ''} {piece.told.text}"))


def pieces_of(cards: Iterable[CardFacts], known: Known) -> Iterator[Piece]:
    """The pieces of a deck, in its order."""
    for card in cards:
        asked = _asked(card, known)
        for text in card.texts:
            if text.point is None or not text.text.strip():
                continue
            told = Told(card.card, text.point, card.front, text.text)
            given = asked.dates
            for part in _sentences(text, known.abbreviations):
                piece = _piece(told, part, given, asked, known)
                if piece.dates:
                    given = tuple([one.edtf for one in piece.dates])
                if piece.content:
                    yield piece


class _Asked(NamedTuple):
    """What the prompt of a card gives to all of its pieces."""

    words: tuple[Word, ...]
    stems: frozenset[str]
    names: tuple[Name, ...]
    dates: tuple[str, ...]
    for_less: bool


def _asked(card: CardFacts, known: Known) -> _Asked:
    prompt = next((one for one in card.texts if one.point is None), None)
    front = card.front or ""
    said = words_of(blanked(front), known.lexicon)
    words = tuple([one for one in said if one.weight > 0 and not one.number])
    first = front.split(maxsplit=1)[:1]
    return _Asked(
        words,
        frozenset([one.stem for one in words]),
        prompt.names if prompt else (),
        tuple(one.edtf for one in prompt.dates) if prompt else (),
        bool(first) and first[0].lower() in known.words.asking_less,
    )


class _Part(NamedTuple):
    """A stretch of a text, and its facts."""

    span: Span
    dates: tuple[Date, ...]
    names: tuple[Name, ...]
    events: tuple[Event, ...]
    agreements: tuple[Agreement, ...]
    amounts: tuple[Amount, ...]


def _sentences(text: TextFacts, abbreviations: frozenset[str]) -> Iterator[_Part]:
    """The sentences of a long text, or all of a short one, whose facts are all within."""
    if len(text.text) < _LEAST_LETTERS:
        span = Span(0, len(text.text))
        amounts = _amounts(text, span)
        yield _Part(span, text.dates, text.names, text.events, text.agreements, amounts)
        return
    tokens = tokens_of(text.text)
    for one in sentences_of(text.text, tokens, abbreviations):
        span = Span(tokens[one.start].start, tokens[one.stop - 1].end)
        yield _Part(
            span,
            tuple(one for one in text.dates if span.covers(one.span)),
            tuple(one for one in text.names if span.covers(one.span)),
            tuple(one for one in text.events if span.meets(one.word or one.span)),
            tuple(one for one in text.agreements if span.meets(one.span)),
            _amounts(text, span),
        )


def _amounts(text: TextFacts, span: Span) -> tuple[Amount, ...]:
    """What a stretch counts; a number of a date counts nothing."""
    if not text.quantities:
        return ()
    return tuple(
        amount(one)
        for one in text.quantities
        if span.covers(one.span) and not any(one.span.meets(date.span) for date in text.dates)
    )


def _piece(told: Told, part: _Part, given: tuple[str, ...], asked: _Asked, known: Known) -> Piece:
    span, dates = part.span, part.dates
    said = words_of(blanked(told.text)[span.start : span.end], known.lexicon)
    if span.start:
        said = tuple(
            one._replace(start=one.start + span.start, end=one.end + span.start) for one in said
        )
    if any(one.kind is _STATE for one in part.names):
        said = tuple(_by_full_names(said, part.names, known))
    content = [one for one in said if one.weight > 0 and not one.number]
    for start, end in [(one.span.start, one.span.end) for one in dates]:
        content = [one for one in content if not start <= one.start < end]
    return Piece(
        told,
        span,
        said,
        tuple(content),
        dates,
        given,
        part.names,
        part.events,
        part.agreements,
        part.amounts,
        asked.words,
        asked.stems,
        asked.names,
        asked.for_less,
    )


def _by_full_names(words: Iterable[Word], names: Sequence[Name], known: Known) -> Iterator[Word]:
    """The words, those that stand for a state told by its name: Berlin, the Germans, Germany."""
    states = {one.span.start: one for one in names if one.kind is _STATE}
    inside: Span | None = None
    for word in words:
        if (state := states.get(word.start)) is not None:
            inside = state.span
            yield from named_words(state.name, word.text, Span(word.start, word.end), known.lexicon)
        elif inside is None or not _covers(inside, word):
            yield word


def _covers(span: Span, word: Word) -> bool:
    return span.start <= word.start < span.end
