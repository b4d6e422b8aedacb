"""A question and an answer read: words, facts and segments of each text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from learnt.deck import Card, Deck, Point
from learnt.deck.showing import as_plain
from learnt.deck.tidy import same_text
from learnt.facts import Language, NameKind, Span, TextFacts, read_facts
from learnt.facts.lexical.lexicon import Lexicon
from learnt.facts.lexical.words import Word, named_words, words_of
from learnt.ids import CardId, DeckId, PointId
from learnt.marking.beside import Told
from learnt.marking.features import Side
from learnt.marking.initials import initials_explained, initials_in
from learnt.marking.question import Question
from learnt.marking.segments import Segment, segments_of

_HELD = 12
"""Wordings of a point that are looked at, its own first: each costs as much as a point."""


@dataclass(frozen=True)
class Reference:
    """One wording of a point: its own text first, then those that were accepted."""

    number: int
    told: Told
    side: Side


@dataclass(frozen=True)
class Read:
    """All that the marker compares. `references` are grouped by point, in the points' order."""

    question: Side
    given: tuple[TextFacts, ...]
    references: tuple[tuple[Reference, ...], ...]
    answer: Told
    whole: Side
    segments: tuple[Segment, ...]

    @cached_property
    def said(self) -> tuple[tuple[str, Span], ...]:
        """The whole answer and each of its segments, as `as_said` has it, with where it stands."""
        text, words = self.answer.text, self.answer.words
        spans = (Span(words[one.first].start, words[one.end - 1].end) for one in self.segments)
        return tuple((as_said(span.of(text)), span) for span in (Span(0, len(text)), *spans))


def as_said(text: str) -> str:
    """A key for wordings that differ in case, spacing and the signs around them only."""
    return same_text(text).strip(" .,;:!?–-")


def read(question: Question, answer: str, lexicon: Lexicon, languages: Sequence[Language]) -> Read:
    """Read both sides in each other's light: the answer's names are those of the card."""
    points = [_wordings(point) for point in question.points]
    asked = " ".join(filter(None, (question.title, question.prompt)))
    texts = [text for point in points for text in point]
    initials = dict(initials_in([asked, *texts]))
    own = initials_explained([asked, *texts], answer, lexicon)
    facts = _facts(question, texts, answer, languages)
    given, told = facts[0], iter(facts[1])
    references = tuple(
        tuple(_reference(number, text, next(told), own, lexicon) for text in point)
        for number, point in enumerate(points)
    )
    said = next(told)
    words = named(words_of(answer, lexicon, initials), said, lexicon)
    content = tuple(word for word in words if word.weight > 0)
    return Read(
        question=Side.of(asked, _asked_words(asked, given, own, lexicon), lexicon),
        given=given,
        references=references,
        answer=Told(answer, words, content, said, lexicon),
        whole=Side.of(answer, words, lexicon),
        segments=segments_of(answer, words),
    )


def named(words: Sequence[Word], facts: TextFacts, lexicon: Lexicon) -> tuple[Word, ...]:
    """The words with one name for a state: the Germans and German are Germany.

    So is a capital that stands for its government.
    """
    states = {name.span.start: name for name in facts.names if name.kind is NameKind.STATE}
    if not states:
        return tuple(words)
    found: list[Word] = []
    until = -1
    for word in words:
        if word.start < until:
            continue
        name = states.get(word.start)
        if name is None:
            found.append(word)
            continue
        until = name.span.end
        found += named_words(name.name, name.span.of(facts.text), name.span, lexicon)
    return tuple(found)


def _asked_words(
    asked: str,
    given: Sequence[TextFacts],
    own: Mapping[str, Sequence[str]],
    lexicon: Lexicon,
) -> tuple[Word, ...]:
    """The words of what was asked, and the states in it by their usual names."""
    states = {name.name for facts in given for name in facts.names if name.kind is NameKind.STATE}
    words = list(words_of(asked, lexicon, own))
    end = Span(len(asked), len(asked))
    for name in sorted(states):
        words += named_words(name, name, end, lexicon)
    return tuple(words)


def _wordings(point: Point) -> list[str]:
    return [as_plain(text) for text in (point.text, *point.accepted[: _HELD - 1])]


def _reference(
    number: int, text: str, facts: TextFacts, own: Mapping[str, Sequence[str]], lexicon: Lexicon
) -> Reference:
    words = named(words_of(text, lexicon, own), facts, lexicon)
    content = tuple(word for word in words if word.weight > 0)
    told = Told(text, words, content, facts, lexicon)
    return Reference(number, told, Side.of(text, words, lexicon))


def _facts(
    question: Question, texts: Sequence[str], answer: str, languages: Sequence[Language]
) -> tuple[tuple[TextFacts, ...], tuple[TextFacts, ...]]:
    """The facts of the prompt, and of each text and the answer, read as cards of one deck."""

    def card(name: str, backs: Sequence[str]) -> Card:
        points = tuple(Point(PointId(f"{name}{n}"), text) for n, text in enumerate(backs))
        return Card(CardId(name), question.prompt, points)

    cards = (card("asked", texts), card("answered", [answer]))
    deck = Deck(DeckId("marking"), question.title or "", cards)
    read = read_facts(deck, languages, linked=False)
    given = tuple(one for one in read[0].texts if one.point is None)
    of_points = [one for facts in read for one in facts.texts if one.point is not None]
    return given, tuple(of_points)
