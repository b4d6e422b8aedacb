"""Who is named in a piece, and the part they play: who does it, who gets it, who is only there."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece, once, whole
from learnt.facts.lexical.words import Word
from learnt.facts.values import NameKind, Span

_LEAST, _LEAST_FIRST = 0.3, 0.45
"""How much a word says that is a name for its capital alone, and where every word has one."""
_LETTERS = 4
"""Letters of a stem from which on its beginning tells whom it names."""
_PERSONS = frozenset({NameKind.PERSON, NameKind.ORGANISATION, None})
_PLACES = frozenset({NameKind.PLACE, NameKind.STATE})


class Part(StrEnum):
    """What somebody does in a piece; `THERE` is who or what is named in any other way."""

    DOES = "does"
    GETS = "gets"
    THERE = "there"


class Player(NamedTuple):
    """Somebody in a piece: the part they play, and the words that name them.

    `inside` is whether a word before it says that it is where something is, or against whom.
    `name` is the usual one, where a table knows it.
    """

    part: Part
    kind: NameKind | None
    stems: frozenset[str]
    span: Span
    short: bool
    inside: bool
    name: str | None = None

    @property
    def is_person(self) -> bool:
        """Whether it may be somebody, or some people."""
        return self.kind in _PERSONS


@once
def players(piece: Piece, known: Known) -> tuple[Player, ...]:
    """All who are named in a piece, in its order."""
    return tuple(_players(piece, known))


def _players(piece: Piece, known: Known) -> Iterator[Player]:
    words = piece.words
    place = 0
    while place < len(words):
        if not words[place].text[0].isupper():  # as most words are, and none of a name
            place += 1
            continue
        end = place
        while end < len(words) and _is_name(words[end], piece, known):
            end += 1
            if _is_cut(piece.told.text, words, end):
                break
        if end == place:
            place += 1
            continue
        name = next((n for w in words[place:end] if (n := piece.named(w))), None)
        kind = name.kind if name else None
        stems = frozenset(w.stem for w in words[place:end] if not _is_numeral(w))
        if stems:
            span = Span(words[place].start, words[end - 1].end)
            short = words[place].text.isupper() and len(words[place].text) > 1
            part = _part(piece, known, place, end)
            inside = _is_inside(piece, known, place)
            yield Player(part, kind, stems, span, short, inside, name.name if name else None)
        place = end


def strangers(named: Iterable[Player], piece: Piece) -> list[Player]:
    """Those of whom a piece knows nothing, nor its prompt."""
    return [who for who in named if not known_to(who, piece)]


def are_rivals(one: Player, two: Player) -> bool:
    """Whether both may be somebody, or both somewhere, so that one might stand for the other."""
    return (one.is_person and two.is_person) or (one.kind in _PLACES and two.kind in _PLACES)


def known_to(who: Player, piece: Piece) -> bool:
    """Whether a piece or its prompt names somebody as well, be it by the beginning of a name.

    A name of several words is not known by one that is no name there: the Centre Party is none to
    "the only party".
    """
    if who.name in _names(piece):
        return True
    stems = who.stems if len(who.stems) == 1 else who.stems & _proper(piece)
    if piece.knows_any(stems):
        return True
    told = whole(piece)
    begins = {stem[:5] for stem in who.stems if len(stem) >= _LETTERS}
    return bool(begins) and all(one in told for one in begins)


@once
def _names(piece: Piece) -> frozenset[str]:
    return frozenset(one.name for one in (*piece.names, *piece.front_names))


@once
def _proper(piece: Piece) -> frozenset[str]:
    """The stems of its words with a capital, and of its prompt's."""
    return frozenset(one.stem for one in (*piece.content, *piece.front) if one.text[0].isupper())


def _is_inside(piece: Piece, known: Known, place: int) -> bool:
    """Whether the first word before a name that is no title says where it is."""
    before = place - 1
    while before >= 0 and piece.words[before].low in known.words.titles:
        before -= 1
    return before >= 0 and piece.words[before].low in known.words.inside


def _is_cut(text: str, words: Sequence[Word], end: int) -> bool:
    """Whether a name ends before the word at `end`: by a comma, or as an owner."""
    return end < len(words) and text[words[end - 1].end : words[end].start].strip(" .-") != ""


def _is_numeral(word: Word) -> bool:
    """Whether a word counts kings: II, XIV."""
    return word.text.isupper() and set(word.text) <= set("IVX")


def _is_name(word: Word, piece: Piece, known: Known) -> bool:
    if word.number or not word.text[0].isupper() or word.low in known.words.titles:
        return False
    if any(one.span.start <= word.start < one.span.end for one in piece.dates):
        return False
    least = _LEAST if word.start > piece.span.start else _LEAST_FIRST
    return piece.named(word) is not None or (
        word.weight >= least and known.lexicon.verbs.get(word.low, 0.0) < 0.5
    )


def _part(piece: Piece, known: Known, first: int, end: int) -> Part:
    """What the words before and behind a name say of its part."""
    words, text = piece.words, piece.told.text
    before = first - 1
    while before >= 0 and words[before].low in known.words.titles:
        before -= 1
    last = words[before].low if before >= 0 else ""
    if last in known.words.by:
        return Part.DOES
    if last in known.words.to and before > 0:
        return Part.GETS
    behind = end
    being = False
    while behind < len(words) and words[behind].low in known.words.themselves:
        being = being or words[behind].low in known.words.being
        behind += 1
    if text[words[end - 1].end : words[end - 1].end + 1] in ",:;":
        return Part.THERE
    if behind < len(words) and words[behind].low in known.words.getting:
        return Part.GETS
    if behind < len(words) and known.lexicon.verbs.get(words[behind].low, 0.0) >= 0.5:
        return Part.DOES
    return Part.DOES if being else Part.THERE
