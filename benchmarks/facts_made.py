"""Made-up decks for times: facts of the gold's cards, in which the longest words are exchanged.

A new word has as many letters as the old, so that every span stays where it is. Words come again as
words do (the n-th commonest one n-th as often), and so do cards on one subject.
"""

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from re import compile as pattern

from learnt.facts import CardFacts
from learnt.ids import CardId, PointId

_WORD = pattern(r"[a-z]{5,}")
_LETTERS = "etaoinshrdlucmfwypvbgk"
_VOCABULARY = 30_000
_EXCHANGED = 8


def made_decks(
    read: Sequence[CardFacts], count: int, seed: int = 1
) -> tuple[tuple[CardFacts, ...], tuple[CardFacts, ...]]:
    """Two decks with `count` cards together."""
    chance = Random(seed)
    words = ["".join(chance.choices(_LETTERS, k=14)) for _ in range(_VOCABULARY)]
    weights = [1 / rank for rank in range(1, _VOCABULARY + 1)]
    drawn = iter(chance.choices(words, weights, k=count * 30))
    cards = [
        _made(one, number, [next(drawn) for _ in range(30)])
        for number, one in enumerate(chance.choices(read, k=count))
    ]
    return tuple(cards[: count // 2]), tuple(cards[count // 2 :])


def _made(card: CardFacts, number: int, words: list[str]) -> CardFacts:
    texts = []
    for nth, one in enumerate(card.texts):
        text = one.text
        longest = sorted(_WORD.finditer(text), key=lambda found: -len(found[0]))[:_EXCHANGED]
        for found in longest:
            new = words[(nth * _EXCHANGED + found.start()) % len(words)][: len(found[0])]
            new += found[0][len(new) :]
            text = text[: found.start()] + new + text[found.end() :]
        point = None if one.point is None else PointId(f"{number}-{nth}")
        texts.append(replace(one, point=point, text=text))
    front = next((one.text for one in texts if one.point is None), None)
    return CardFacts(CardId(str(number)), front, tuple(texts))
