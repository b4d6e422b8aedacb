"""Two doers of one deed, or two who get what is given."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from learnt.deck.files import blanked
from learnt.facts.comparing.apart import are_named_apart
from learnt.facts.comparing.clashing.clash import Clash
from learnt.facts.comparing.clashing.exchanges import exchange
from learnt.facts.comparing.deeds import deeds_alike
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.scoring import Scored
from learnt.facts.comparing.values import About
from learnt.facts.lexical.words import Word, folded
from learnt.facts.values import NameKind, Span

_ALIKE = 0.0
_OTHER_DEED = 1.7
"""The odds from which on two deeds may be one that is told in two ways."""
_ALONE = 0.9
"""The contrast from which on the same is so."""
_NO_BETTER, _DATED_NO_BETTER = -0.1, -0.5
"""How much less than with another piece two may share, where their dates agree and else."""
_LETTERS = 4
"""Letters of a stem from which on its beginning tells whom it names."""
_PERSONS = frozenset({NameKind.PERSON, NameKind.ORGANISATION, None})
_NO_DOERS = frozenset(NameKind) - {
    NameKind.PERSON,
    NameKind.ORGANISATION,
    NameKind.STATE,
    NameKind.PLACE,  # so are persons read whom no table knows
}


class Part(StrEnum):
    """What somebody does in a piece."""

    DOES = "does"
    GETS = "gets"


class Player(NamedTuple):
    """Somebody in a piece: the words that name them, and the part they play."""

    part: Part
    kind: NameKind | None
    stems: frozenset[str]
    span: Span
    short: bool


def actor_clash(one: Scored, a: Piece, b: Piece, known: Known) -> Clash | None:
    """Those who play one part in two pieces on one thing, and are not the same."""
    least = _DATED_NO_BETTER if one.dated.agree else _NO_BETTER
    if one.alike < _ALIKE or one.contrast < least or one.dated.gap:
        return None
    if (crossed := exchange(a, b)) is not None:
        return crossed
    if are_named_apart(a, b, known):
        return None
    likely = one.alike >= _OTHER_DEED or one.contrast >= _ALONE
    if not likely and deeds_alike(a, b, known) is False:
        return None
    mine, yours = list(players(a, known)), list(players(b, known))
    for part in Part:
        here = [who for who in mine if who.part is part]
        there = [who for who in yours if who.part is part]
        clash = next(
            (
                Clash(About.ACTOR, x.span, y.span)
                for x in here
                for y in there
                if _one_kind(x, y) and not _known_to(x, b) and not _known_to(y, a)
            ),
            None,
        )
        if clash and not any(x.stems & y.stems for x in here for y in there):
            return clash
    return None


def _one_kind(one: Player, two: Player) -> bool:
    if _is_short(one, two) or _is_short(two, one):
        return False
    return one.kind is two.kind or (one.kind in _PERSONS and two.kind in _PERSONS)


def _is_short(one: Player, two: Player) -> bool:
    """Whether one is written by its initials, and so may be the other."""
    return one.short and not two.short


def _known_to(who: Player, piece: Piece) -> bool:
    told = folded(blanked(f"{piece.told.front or ''} {piece.told.text}"))
    begins = {stem[:5] for stem in who.stems if len(stem) >= _LETTERS}
    return bool(who.stems & piece.all_stems) or any(one in told for one in begins)


def players(piece: Piece, known: Known) -> Iterator[Player]:
    """Who does something in a piece, and who gets something."""
    words = piece.words
    place = 0
    while place < len(words):
        end = place
        while end < len(words) and _is_name(words[end], piece, known):
            end += 1
            if _is_cut(piece.told.text, words, end):
                break
        if end == place:
            place += 1
            continue
        part = _part(piece, known, place, end)
        kind = next((n.kind for w in words[place:end] if (n := piece.named(w))), None)
        stems = frozenset(w.stem for w in words[place:end] if not _is_numeral(w))
        if part is not None and kind not in _NO_DOERS and stems:
            kind = None if kind is NameKind.PLACE else kind
            span = Span(words[place].start, words[end - 1].end)
            short = words[place].text.isupper() and len(words[place].text) > 1
            yield Player(part, kind, stems, span, short)
        place = end


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
    return piece.named(word) is not None or (
        word.weight >= 0.45 and known.lexicon.verbs.get(word.low, 0.0) < 0.5
    )


def _part(piece: Piece, known: Known, first: int, end: int) -> Part | None:
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
    while behind < len(words) and words[behind].low in known.words.themselves:
        behind += 1
    if text[words[end - 1].end : words[end - 1].end + 1] in ",:;":
        return None
    if behind < len(words) and words[behind].low in known.words.getting:
        return Part.GETS
    if behind < len(words) and known.lexicon.verbs.get(words[behind].low, 0.0) >= 0.5:
        return Part.DOES
    return None
