"""The words of two decks as numbers, each with how rare it is."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from math import log

import numpy as np

from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.ragged import Places, Ragged, from_array, ragged
from learnt.facts.lexical.words import Word

_LEAST = 100
"""Pieces by which a word's rarity in the decks is counted at least: two short decks tell little."""


@dataclass(frozen=True)
class Weighed:
    """The pieces of one side: their words as the numbers of their stems, with their weights.

    The first `contents` of a piece's `words` are of its content, the rest of its prompt. `asked`
    are the words of each prompt, and `prompts` says which of these is a piece's. `spelt` and
    `asked_spelt` are the same words as they are written, by the numbers of `Stems.spellings`.
    `cards` are the numbers of their cards, the same on both sides.
    """

    pieces: Sequence[Piece]
    words: Ragged[np.int32]
    spelt: Ragged[np.int32]
    weights: Ragged[np.float32]
    contents: Places
    asked: Ragged[np.int32]
    asked_spelt: Ragged[np.int32]
    prompts: Places
    cards: Places


class Stems:
    """The stems of two decks: each has a number, a rarity and a word.

    `a` and `b` are the pieces by these numbers. `rarities` ends with a nought, for what a short row
    is filled up with.
    """

    def __init__(self, a: Iterable[Piece], b: Iterable[Piece] | None) -> None:
        """Go through the pieces as they are made; where `b` is None both sides are one."""
        self._numbers: dict[str, int] = defaultdict(count().__next__)
        self._spelt: dict[str, int] = defaultdict(count().__next__)
        self._cards: dict[object, int] = defaultdict(count().__next__)
        within = b is None
        sides = [self._counted(pieces) for pieces in (a, b) if pieces is not None]
        met = np.concatenate([from_array(one.met, np.int32) for one in (sides * 2)[:2]])
        times = np.bincount(met, minlength=len(self._numbers))
        self._all = max(_LEAST, len(sides[0].pieces) + len(sides[-1].pieces))
        rarity = {each: self._rarity_of(each) for each in np.unique(times).tolist()}
        self._rarities = [rarity[each] for each in times.tolist()]
        self.rarities = np.array([*self._rarities, 0.0])
        self.spellings = list(self._spelt)
        self._last = self._last_spelt(sides)
        self.a = self._weighed(sides[0])
        self.b = self.a if within else self._weighed(sides[1])

    def __len__(self) -> int:
        return len(self._numbers)

    @property
    def names(self) -> list[str]:
        """The stems in the order of their numbers."""
        return list(self._numbers)

    @property
    def lows(self) -> list[str]:
        """A word for each stem, the one that was met last."""
        return [self.spellings[one] for one in self._last.tolist()]

    def number(self, stem: str) -> int | None:
        """The number of a stem; None where the decks have no word of it."""
        return self._numbers.get(stem)

    def rarity(self, word: Word) -> float:
        """How much a word of the decks says: half its rarity in the language, half that in them."""
        return 0.5 * word.weight + 0.5 * self._rarities[self._numbers[word.stem]]

    def _rarity_of(self, times: int) -> float:
        """0 for a stem of every piece, 1 for one of a single piece."""
        return log(self._all / max(times, 1)) / log(self._all)

    def _counted(self, pieces: Iterable[Piece]) -> "_Counted":
        number, spelt, found = self._numbers, self._spelt, _Counted()
        front: tuple[Word, ...] | None = None
        asked: list[int] = []
        for piece in pieces:
            if piece.front is not front:  # the pieces of a card have one prompt
                front = piece.front
                asked = [number[one.stem] for one in front]
                found.asked.extend(asked)
                found.asked_spelt.extend([spelt[one.low] for one in front])
                found.asked_lengths.append(len(asked))
            _, lows, stems, _, _, weights, _ = zip(*piece.answer, strict=True)
            row = [number[one] for one in stems]
            found.pieces.append(piece)
            found.met.extend({*row, *asked})
            found.words.extend(row)
            found.spelt.extend([spelt[one] for one in lows])
            found.lengths.append(len(row))
            found.weights.extend(weights)
            found.contents.append(len(piece.content))
            found.prompts.append(len(found.asked_lengths) - 1)
            found.cards.append(self._cards[piece.told.card])
        return found

    def _last_spelt(self, sides: Iterable["_Counted"]) -> Places:
        """By stem: how it was spelt when it was met last; a prompt is met before each piece."""
        last = np.zeros(len(self._numbers), dtype=np.intp)
        for side in sides:
            asked = from_array(side.asked_lengths, np.int32)
            prompts = from_array(side.prompts, np.int32)
            last_piece = np.searchsorted(prompts, np.arange(len(asked)), side="right") - 1
            met = np.concatenate(
                (
                    np.repeat(2 * last_piece, asked),
                    np.repeat(2 * np.arange(len(prompts)) + 1, from_array(side.lengths, np.int32)),
                )
            )
            order = np.argsort(met, kind="stable")
            stems, spelt = (
                np.concatenate([from_array(one, np.int32) for one in both])[order]
                for both in ((side.asked, side.words), (side.asked_spelt, side.spelt))
            )
            last[stems] = spelt  # of what comes twice the last one stays
        return last

    def _weighed(self, counted: "_Counted") -> Weighed:
        words = ragged(from_array(counted.words, np.int32), counted.lengths)
        weights = 0.5 * from_array(counted.weights, np.float64) + 0.5 * self.rarities[words.flat]
        asked = ragged(from_array(counted.asked, np.int32), counted.asked_lengths)
        return Weighed(
            counted.pieces,
            words,
            words._replace(flat=from_array(counted.spelt, np.int32)),
            Ragged(weights.astype(np.float32), words.starts, words.lengths),
            np.array(counted.contents, dtype=np.intp),
            asked,
            asked._replace(flat=from_array(counted.asked_spelt, np.int32)),
            np.array(counted.prompts, dtype=np.intp),
            np.array(counted.cards, dtype=np.intp),
        )


def _of_numbers() -> "array[int]":
    return array("i")


@dataclass
class _Counted:
    """What is counted of one side as its pieces are gone through; `met` has a stem once a piece."""

    pieces: list[Piece] = field(default_factory=list)
    words: "array[int]" = field(default_factory=_of_numbers)
    spelt: "array[int]" = field(default_factory=_of_numbers)
    lengths: "array[int]" = field(default_factory=_of_numbers)
    weights: "array[float]" = field(default_factory=lambda: array("d"))
    contents: "array[int]" = field(default_factory=_of_numbers)
    asked: "array[int]" = field(default_factory=_of_numbers)
    asked_spelt: "array[int]" = field(default_factory=_of_numbers)
    asked_lengths: "array[int]" = field(default_factory=_of_numbers)
    prompts: "array[int]" = field(default_factory=_of_numbers)
    cards: "array[int]" = field(default_factory=_of_numbers)
    met: "array[int]" = field(default_factory=_of_numbers)
