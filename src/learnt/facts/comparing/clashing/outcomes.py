"""Two endings of one thing: won and lost, accepted and refused, so and not so."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from learnt.facts.comparing.clashing.clash import Clash
from learnt.facts.comparing.deeds import verbs_of
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece, once
from learnt.facts.comparing.scoring import Scored
from learnt.facts.comparing.values import About
from learnt.facts.lexical.words import Word
from learnt.facts.tokens import Token
from learnt.facts.values import NameKind, Span
from learnt.facts.words.phrases import Phrases, phrases_among

_LETTERS = re.compile(r"[^\W\d_]+")
_NOT = re.compile(r"n['’]t(?![^\W\d_])")
"""What is cut off a verb before its tokens are made: didn't."""
_OWNERS = frozenset({NameKind.STATE, NameKind.PERSON})
_SIGNS = ",;:."
_REACH = 3
"""Words behind a negator that it denies."""
_PARTICLES = frozenset({"back", "down", "off", "out", "up", "aside", "away", "stand"})
_MOST_BETWEEN = 6
"""Words between a verb and its particle."""
_LEAST = 0.3
"""How much a word says at least that is denied."""


def outcome_clash(one: Scored, a: Piece, b: Piece, known: Known) -> Clash | None:
    """The endings that two pieces on one thing tell apart."""
    if one.dated.gap:
        return None
    found = _ending(a, b, known) or _denial(a, b, known) or _opposites(a, b, known)
    if found is None:
        return None
    how, mine, yours = found
    signs = dict.fromkeys(("ending", "denial", "opposites", "verbs"), 0.0) | {how: 1.0}
    signs["dated"] = one.dated.agree
    signs["sides"] = float(_sides_differ(mine, yours, a, b))
    return Clash(About.OUTCOME, mine, yours, signs)


_Found = tuple[str, Span, Span]
_Endings = Mapping[tuple[int, int], Span]


def _ending(a: Piece, b: Piece, known: Known) -> _Found | None:
    mine, yours = may_end(a, known), may_end(b, known)
    if not any((group, 1 - side) in yours for group, side in mine):
        return None  # as of most pairs, so that no tokens of them are needed
    return _opposed(_endings(a, known), _endings(b, known))


def _opposed(mine: _Endings, yours: _Endings) -> _Found | None:
    for (group, side), said in mine.items():
        if (other := yours.get((group, 1 - side))) is not None:
            return "ending", said, other
    return None


@once
def _endings(piece: Piece, known: Known) -> _Endings:
    """What a piece says of each pair of endings, where it does not tell of both.

    Who did not accept refused. By the number of the pair and the side: the first phrase that says
    so.
    """
    tokens = piece.tokens
    places = range(len(tokens))
    found = {}
    for group in sorted({group for group, _ in may_end(piece, known)}):
        sides = known.words.endings[group]
        said: list[Span | None] = [None, None]
        for side, phrases in enumerate(sides):
            for place, count in _phrases(phrases, tokens, places, known):
                first, last = tokens[place], tokens[place + count - 1]
                negator = _denied_starts(piece, known).get(first.start)
                told, start = (side, first.start) if negator is None else (1 - side, negator)
                said[told] = said[told] or Span(start, last.end)
        for side, span in enumerate(said):
            if span is not None and said[1 - side] is None:
                found[group, side] = span
    return found


@once
def may_end(piece: Piece, known: Known) -> set[tuple[int, int]]:
    """The numbers and sides of endings of which a piece has the longest word of a phrase.

    Where it denies anything it may say the opposite of what its words do.
    """
    said = _LETTERS.findall(_NOT.sub(" ", piece.span.of(piece.told.text).lower()))
    by_word = known.words.endings_by_word
    found = {one for word in by_word.keys() & said for one in by_word[word]}
    if found and denies(piece, known):
        found |= {(group, 1 - side) for group, side in found}
    return found


def _phrases(
    side: Phrases, tokens: Sequence[Token], places: range, known: Known
) -> Iterator[tuple[int, int]]:
    """Where phrases begin; "no more than" and "fewer than 20" say nothing of what became of it."""
    apart = _parted(side, tokens, places)
    for place, count in chain(phrases_among(side, tokens, places), apart):
        before = tokens[place - 1].low if place else ""
        behind = tokens[place + count].low if place + count < len(tokens) else ""
        if before not in known.words.bounding and behind not in known.words.bounding:
            yield place, count


def _parted(side: Phrases, tokens: Sequence[Token], places: range) -> Iterator[tuple[int, int]]:
    """Where a verb and its particle stand apart: turned the treaty down."""
    for place in places:
        particles = {
            words[1]
            for words in side.get(tokens[place].low, ())
            if len(words) == 2 and words[1] in _PARTICLES
        }
        for behind in range(place + 2, min(place + 2 + _MOST_BETWEEN, len(tokens))):
            if not tokens[behind - 1].low[0].isalnum():
                break
            if tokens[behind].low in particles:
                yield place, behind - place + 1
                break


def _opposites(a: Piece, b: Piece, known: Known) -> _Found | None:
    """Words that are opposites in the language, each told by one side alone; verbs first."""
    here = [each for each in with_opposites(a, known) if not b.knows(each[0].stem)]
    if not here or not with_opposites(b, known):
        return None
    verbs = {one.start for one in verbs_of(a, known)}
    others = {one.stem: one for one, _ in with_opposites(b, known) if not a.knows(one.stem)}
    found: _Found | None = None
    for mine, against in here:
        for stem in sorted(against & others.keys()):
            yours = others[stem]
            if mine.start in verbs:
                return "verbs", _span(mine), _span(yours)
            found = found or ("opposites", _span(mine), _span(yours))
    return found


@once
def with_opposites(piece: Piece, known: Known) -> tuple[tuple[Word, frozenset[str]], ...]:
    """Its words that have opposites, with these, where it has none of them itself."""
    opposites = known.lexicon.opposites
    found = ((one, opposites.get(one.stem)) for one in piece.content)
    return tuple((one, others) for one, others in found if others and not piece.knows_any(others))


def _span(word: Word) -> Span:
    return Span(word.start, word.end)


def _sides_differ(mine: Span, yours: Span, a: Piece, b: Piece) -> bool:
    """Whether one tells of one side and the other of another: what one wins the other loses."""
    states = [{n.name for n in one.names if n.kind is NameKind.STATE} for one in (a, b)]
    if all(states) and states[0].isdisjoint(states[1]):
        return True
    one, two = _owner(mine, a), _owner(yours, b)
    return one is not None and two is not None and one != two


def _owner(span: Span, piece: Piece) -> str | None:
    """The stem of the last name before a phrase."""
    before = [w for w in piece.content if w.end <= span.start]
    named = [n for w in before if (n := piece.named(w)) and n.kind in _OWNERS]
    return before[-1].stem if named and piece.named(before[-1]) is named[-1] else None


def _denial(a: Piece, b: Piece, known: Known) -> _Found | None:
    """What is denied in one piece and told in the other, which denies nothing."""
    for here, there, turned in ((a, b, False), (b, a, True)):
        denied = _denied(here, known)
        if not denied or denies(there, known):
            continue
        for word, negator in denied:
            other = next((w for w in there.content if w.stem == word.stem), None)
            if other is None or word.weight < _LEAST:
                continue
            said, told = Span(negator.start, word.end), _span(other)
            return ("denial", told, said) if turned else ("denial", said, told)
    return None


@once
def denies(piece: Piece, known: Known) -> bool:
    """Whether it denies anything."""
    return any(_is_negator(word, known) for word in piece.words)


def _is_negator(word: Word, known: Known) -> bool:
    return word.low in known.lexicon.negators or word.stem in known.lexicon.refusing


@once
def _denied_starts(piece: Piece, known: Known) -> Mapping[int, int]:
    """Where the words begin that a negator denies, small ones among them, and where it does."""
    return {one.start: negator.start for one, negator in _behind_negators(piece, known)}


@once
def _denied(piece: Piece, known: Known) -> tuple[tuple[Word, Word], ...]:
    """The words that a negator denies, each with it."""
    if not denies(piece, known):
        return ()
    return tuple(one for one in _behind_negators(piece, known) if one[0].weight > 0)


def _behind_negators(piece: Piece, known: Known) -> Iterator[tuple[Word, Word]]:
    words, text = piece.words, piece.told.text
    for place, word in enumerate(words):
        if _is_negator(word, known):
            for other in words[place + 1 : place + 1 + _REACH]:
                if not set(_SIGNS).isdisjoint(text[word.end : other.start]):
                    break
                yield other, word
