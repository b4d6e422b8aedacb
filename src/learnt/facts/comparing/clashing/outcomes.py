"""Two endings of one thing: won and lost, accepted and refused, so and not so."""

import re

from learnt.facts.comparing.apart import are_named_apart, are_two_things, at_another_time
from learnt.facts.comparing.clashing.clash import Clash
from learnt.facts.comparing.deeds import verbs_of
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece, once
from learnt.facts.comparing.scoring import Scored
from learnt.facts.comparing.values import About
from learnt.facts.lexical.words import Word
from learnt.facts.values import NameKind, Span
from learnt.facts.words.phrases import phrases_among

_OWNERS = frozenset({NameKind.STATE, NameKind.PERSON})
_ALIKE, _DENIED, _OPPOSED = -0.5, 0.8, 0.8
_NO_BETTER, _ALONE = -0.1, 0.5
_SIGNS = frozenset(",;:.")
_LETTERS = re.compile(r"[^\W\d_]+")
_REACH = 3
"""Words behind a negator that it denies."""


def outcome_clash(one: Scored, a: Piece, b: Piece, known: Known) -> Clash | None:
    """The endings that two pieces on one thing tell apart."""
    if one.alike < _ALIKE or one.contrast < _NO_BETTER or one.dated.gap:
        return None
    found = (
        _ending_clash(a, b, known)
        or _denied_clash(one, a, b, known)
        or _opposite_clash(one, a, b, known)
    )
    if found is None or at_another_time(a, b, known):
        return None
    are_two = are_named_apart if one.dated.agree else are_two_things
    return None if are_two(a, b, known) else found


def _ending_clash(a: Piece, b: Piece, known: Known) -> Clash | None:
    """What one piece tells of two ways to end, and the other of the other."""
    yours = _endings(b, known)
    for (group, side), mine in _endings(a, known).items():
        other = yours.get((group, 1 - side))
        if other is not None and _of_one(mine, other, a, b):
            return Clash(About.OUTCOME, mine, other)
    return None


def _opposite_clash(one: Scored, a: Piece, b: Piece, known: Known) -> Clash | None:
    """Verbs that are opposites in the language, each told by one side alone."""
    if one.alike < _OPPOSED or one.contrast < _ALONE or _subjects_differ(a, b):
        return None
    opposites = known.lexicon.opposites
    for mine in verbs_of(a, known):
        against = opposites.get(mine.stem, frozenset())
        if mine.stem in b.all_stems or against & a.all_stems:
            continue
        for yours in verbs_of(b, known):
            theirs = opposites.get(yours.stem, frozenset())
            if yours.stem in against and mine.stem in theirs and not theirs & b.all_stems:
                return Clash(About.OUTCOME, _span(mine), _span(yours))
    return None


def _subjects_differ(a: Piece, b: Piece) -> bool:
    """Whether each begins with a word that the other does not know: insulin and glucagon."""
    first, second = a.content[0].stem, b.content[0].stem
    return first not in b.all_stems and second not in a.all_stems


def _span(word: Word) -> Span:
    return Span(word.start, word.end)


@once
def _endings(piece: Piece, known: Known) -> dict[tuple[int, int], Span]:
    """What a piece says of each pair of endings, where it does not tell of both.

    By the number of the pair and the side: the first phrase that says so.
    """
    found: dict[tuple[int, int], Span] = {}
    if not _may_end(piece, known):
        return found
    tokens = piece.tokens
    places = range(len(tokens))
    for group, sides in enumerate(known.words.endings):
        said = [next(phrases_among(side, tokens, places), None) for side in sides]
        for side, phrase in enumerate(said):
            if phrase is not None and said[1 - side] is None:
                place, count = phrase
                span = Span(tokens[place].start, tokens[place + count - 1].end)
                found[group, side] = span
    return found


def _may_end(piece: Piece, known: Known) -> bool:
    """Whether all words of an ending are in a piece: in most they are not, and tokens cost time.

    Words are letters in a row, but for what a "n't" cuts off.
    """
    text = piece.span.of(piece.told.text).lower().replace("’", "'")
    if "n't" in text:
        return True
    said = set(_LETTERS.findall(text))
    return any(
        any(said.issuperset(words) for words in known.words.ending_words[first])
        for first in known.words.ending_words.keys() & said
    )


def _of_one(mine: Span, yours: Span, a: Piece, b: Piece) -> bool:
    """Whether the two endings are of one: the name before them is not another's."""
    if _sides_differ(a, b):
        return False
    one, two = _owner(mine, a), _owner(yours, b)
    return one is None or two is None or one == two


def _sides_differ(a: Piece, b: Piece) -> bool:
    """Whether one tells of one state and the other of another: what one wins the other loses."""
    mine, yours = ({n.name for n in one.names if n.kind is NameKind.STATE} for one in (a, b))
    return bool(mine and yours) and mine.isdisjoint(yours)


def _owner(span: Span, piece: Piece) -> str | None:
    """The stem of the last name before a phrase."""
    before = [w for w in piece.content if w.end <= span.start]
    named = [n for w in before if (n := piece.named(w)) and n.kind in _OWNERS]
    return before[-1].stem if named and piece.named(before[-1]) is named[-1] else None


def _denied_clash(one: Scored, a: Piece, b: Piece, known: Known) -> Clash | None:
    """What is denied in one piece and told in the other, which denies nothing."""
    if one.alike < _DENIED:
        return None
    for here, there, turned in ((a, b, False), (b, a, True)):
        denied = _denied(here, known)
        if not denied or _denies(there, known):
            continue
        for word, negator in denied:
            other = next((w for w in there.content if w.stem == word.stem), None)
            if other is None or word.weight < 0.3:
                continue
            said, told = Span(negator.start, word.end), Span(other.start, other.end)
            return Clash(About.OUTCOME, told, said) if turned else Clash(About.OUTCOME, said, told)
    return None


@once
def _denies(piece: Piece, known: Known) -> bool:
    """Whether anything is denied or refused in a piece."""
    lexicon = known.lexicon
    return any(
        word.low in lexicon.negators or word.stem in lexicon.refusing for word in piece.words
    )


@once
def _denied(piece: Piece, known: Known) -> tuple[tuple[Word, Word], ...]:
    """The words that a negator denies, each with it."""
    if not _denies(piece, known):
        return ()
    found: list[tuple[Word, Word]] = []
    words, text = piece.words, piece.told.text
    for place, word in enumerate(words):
        if word.low in known.lexicon.negators or word.stem in known.lexicon.refusing:
            for other in words[place + 1 : place + 1 + _REACH]:
                if not _SIGNS.isdisjoint(text[word.end : other.start]):
                    break
                if other.weight > 0:
                    found.append((other, word))
    return tuple(found)
