"""Which texts are others reworded: one to one, and only where it is clear which is which.

How alike two texts are is a mean of two numbers between 0 and 1, the first of which counts more:

- the words they share: 2·Σw(shared) / (Σw(one) + Σw(other)), where a word that n of N texts have
  counts w = log(1 + N/n), so that the frame which all questions of a deck share says little. A
  word that is nearly another (a slip of the pen) is shared as far as it is that one; a number is
  itself or another;
- the letters they share in their order, 2·LCS / (length of both).

A text of many is only compared with those that share its rarest words, so that two long decks are
compared in a time that grows with their length.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, product
from math import log

from learnt.deck.tidy import same_text

CLEAR = 0.02
"""How much better than any other a pair must be; see `benchmarks/updating.py`."""

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")
_OF_LETTERS = 0.3  # what the letters count; the rest is the words
_LONGEST = 4_000  # letters of a text that are compared
_FEW = 2_500  # pairs up to which each is looked at
_RARE = 16  # texts that share a rare sign, at most
_SIGNS, _BEST = 12, 5  # rare signs by which a text is looked for, texts it is compared with
_SLIP = 0.75  # two words as alike as this (OSA) may be one with a slip of the pen
_MOST_SLIPS = 12  # words looked at for slips


@dataclass(frozen=True, slots=True)
class _Text:
    letters: str
    words: Counter[str]


def alike(
    ones: Sequence[str],
    others: Sequence[str],
    least: float,
    around: Iterable[str] = (),
    fits: Callable[[int, int], bool] = lambda _one, _other: True,
) -> dict[int, int]:
    """Pairs of places in both lists whose texts are at least so alike, each place at most once.

    `around` are texts that stand beside them: they only tell how rare a word is. A pair that is
    not clearly better than another is none, and so is one that `fits` says cannot be.
    """
    if not ones or not others:
        return {}
    these, those = [_read(text) for text in ones], [_read(text) for text in others]
    counts: Counter[str] = Counter()
    total = 0
    for words in chain((one.words for one in (*these, *those)), map(_words_of, around)):
        counts.update(words.keys())
        total += 1
    weights = {
        word: log(1 + total / counts[word]) for one in (*these, *those) for word in one.words
    }
    scored = [
        (score, one, other)
        for one, other in _candidates(these, those)
        if fits(one, other) and (score := _score(these[one], those[other], weights, least)) >= least
    ]
    return _one_to_one(scored)


def _words_of(text: str) -> Counter[str]:
    return _read(text).words


def _read(text: str) -> _Text:
    letters = same_text(text[:_LONGEST])
    return _Text(letters, Counter(_WORD.findall(letters)))


def _candidates(these: Sequence[_Text], those: Sequence[_Text]) -> Iterator[tuple[int, int]]:
    """The pairs that are worth a look: all of a few, else those that share rare words."""
    if len(these) * len(those) <= _FEW:
        yield from product(range(len(these)), range(len(those)))
        return
    having: dict[str, list[int]] = defaultdict(list)
    for other, text in enumerate(those):
        for sign in _signs(text):
            having[sign].append(other)
    for one, text in enumerate(these):
        rare = [sign for sign in _signs(text) if 0 < len(having.get(sign, ())) <= _RARE]
        rare.sort(key=lambda sign: (len(having[sign]), sign))
        shared = Counter(other for sign in rare[:_SIGNS] for other in having[sign])
        best = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:_BEST]
        yield from ((one, other) for other, _ in best)


def _signs(text: _Text) -> set[str]:
    """By what a text is looked for: its words, and each two that follow each other."""
    words = [*text.words]
    return {*words, *map(" ".join, pairwise(words))}


def _score(one: _Text, other: _Text, weights: Mapping[str, float], least: float) -> float:
    from rapidfuzz.distance import Indel  # only a deck that comes again needs it

    letters = Indel.normalized_similarity(one.letters, other.letters)
    if 1 - _OF_LETTERS * (1 - letters) < least:
        return 0.0
    words = _words(one.words, other.words, weights)
    return _OF_LETTERS * letters + (1 - _OF_LETTERS) * words


def _words(one: Counter[str], other: Counter[str], weights: Mapping[str, float]) -> float:
    whole = _weight(one, weights) + _weight(other, weights)
    if not whole:
        return 0.0
    shared = one & other
    slips = _slips(one - shared, other - shared, weights)
    return 2 * (_weight(shared, weights) + slips) / whole


def _weight(words: Counter[str], weights: Mapping[str, float]) -> float:
    return sum(weights[word] * count for word, count in words.items())


def _slips(one: Counter[str], other: Counter[str], weights: Mapping[str, float]) -> float:
    """What words that are nearly others add; each is one of them at most."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    left = sorted(word for word in other if word.isalpha())[:_MOST_SLIPS]
    found = 0.0
    for word in sorted(word for word in one if word.isalpha())[:_MOST_SLIPS]:
        near = process.extractOne(word, left, scorer=OSA.normalized_similarity, score_cutoff=_SLIP)
        if near is not None:
            left.remove(near[0])
            found += near[1] * (weights[word] + weights[near[0]]) / 2
    return found


def _one_to_one(scored: list[tuple[float, int, int]]) -> dict[int, int]:
    """The best pairs first; where another is nearly as good for either, none is taken."""
    of_one: dict[int, list[tuple[float, int]]] = defaultdict(list)
    of_other: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for score, one, other in scored:
        of_one[one].append((score, other))
        of_other[other].append((score, one))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, one, other in sorted(scored, key=lambda pair: -pair[0]):
        if one in pairs or other in taken:
            continue
        rivals = [its for its, place in of_one[one] if place != other and place not in taken]
        rivals += [its for its, place in of_other[other] if place != one and place not in pairs]
        if all(its <= score - CLEAR for its in rivals):
            pairs[one] = other
            taken.add(other)
    return pairs
