"""Words and texts as vectors: the mean of the static embeddings of their pieces.

The embeddings and the tokenizer are wordllama's, read from its wheel. The package itself is not
imported: that takes a third of a second, and it would set up the logging of the whole program.
"""

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from itertools import zip_longest
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from learnt.facts.lexical.lexicon import Matrix

_WEIGHTS = "weights/l2_supercat_256.safetensors"
_TOKENIZER = "tokenizers/l2_supercat_tokenizer_config.json"
_MOST = 50_000
"""Texts whose vectors are kept; a learner's words come again and again."""

_AT_ONCE = 4_000
_FEW = 50
"""Texts that are cut into pieces one by one."""


class StaticVectors:
    """Makes vectors, and keeps those of texts met before; an empty text has none but zeros."""

    def __init__(self) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        home = _home()
        (self._table,) = load_file(home / _WEIGHTS).values()
        self._tokenizer = Tokenizer.from_file(str(home / _TOKENIZER))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(max_length=512)
        self._kept = _Kept(self._table.shape[1])
        self._one_at_a_time = Lock()

    def __call__(self, texts: Sequence[str]) -> Matrix:
        """An array of shape (texts, dimensions), each row of length 1 or 0."""
        if len(texts) > _AT_ONCE:
            return self._many(texts)
        kept = self._kept
        try:
            places = [kept.places[text] for text in texts]
        except KeyError:
            kept = self._with(texts)
            places = [kept.places[text] for text in texts]
        return kept.rows[places]

    def _with(self, texts: Sequence[str]) -> "_Kept":
        """What is kept, these among it."""
        with self._one_at_a_time:
            if len(self._kept.places) > _MOST:
                self._kept = _Kept(self._table.shape[1])
            kept = self._kept
            new = [text for text in dict.fromkeys(texts) if text not in kept.places]
            if new:
                for text, vector in zip(new, self._made(new), strict=True):
                    kept.add(text, vector)
            return kept

    def _made(self, texts: Sequence[str]) -> Iterable[Matrix]:
        """New vectors; for a few the threads that a batch takes cost more than the words do."""
        if len(texts) > _FEW:
            sums, counts = self._sums(texts, self._table)
            return (_unit(one, count) for one, count in zip(sums, counts, strict=True))
        encoded = (self._tokenizer.encode(text, add_special_tokens=False) for text in texts)
        return (self._mean(one.ids) for one in encoded)

    def _many(self, texts: Sequence[str]) -> Matrix:
        """Those of a whole deck, some at a time, of which nothing is kept."""
        table = self._table.astype(np.float32)
        found = np.zeros((len(texts), table.shape[1]), dtype=np.float32)
        for first in range(0, len(texts), _AT_ONCE):
            some = slice(first, first + _AT_ONCE)
            sums, _ = self._sums(texts[some], table)
            lengths = np.linalg.norm(sums, axis=1, keepdims=True)
            np.divide(sums, lengths, out=found[some], where=lengths > 0)
        return found

    def _sums(self, texts: Sequence[str], table: NDArray[Any]) -> tuple[Matrix, Sequence[int]]:
        """The sums of the pieces of each text, and how many it has.

        All first pieces are added at once, then all second ones.
        """
        encoded = self._tokenizer.encode_batch_fast(texts, add_special_tokens=False)
        ids = sorted(enumerate(one.ids for one in encoded), key=lambda one: -len(one[1]))
        sums = np.zeros((len(ids), table.shape[1]), dtype=np.float32)
        for nth in zip_longest(*(one for _, one in ids), fillvalue=None):
            there = [one for one in nth if one is not None]
            sums[: len(there)] += table[np.clip(there, 0, len(table) - 1)]
        found = np.empty_like(sums)
        found[[place for place, _ in ids]] = sums
        return found, [len(one.ids) for one in encoded]

    def _mean(self, ids: Sequence[int]) -> Matrix:
        """The vector of a text of these pieces."""
        last = len(self._table) - 1
        rows = self._table[[min(one, last) for one in ids]]
        return _unit(np.add.reduce(rows, axis=0, dtype=np.float32), len(ids))


def _unit(pieces: Matrix, count: int) -> Matrix:
    """The mean of so many pieces from their sum, as long as 1; a text without any stays zero."""
    mean = pieces / np.float32(max(count, 1))
    length = np.sqrt(mean.dot(mean))
    return np.asarray(mean / length if length > 0 else mean, dtype=np.float32)


class _Kept:
    """The vectors of texts, each a row of one table: many of them are found in one go."""

    def __init__(self, dimensions: int) -> None:
        self.places: dict[str, int] = {}
        # Rows that are not written yet take no memory.
        self.rows: Matrix = np.empty((_MOST + _AT_ONCE + 1, dimensions), dtype=np.float32)

    def add(self, text: str, vector: Matrix) -> None:
        """Keep one more; it is there for other threads only when its row is."""
        place = len(self.places)
        self.rows[place] = vector
        self.places[text] = place


def _home() -> Path:
    """The folder of the package that holds the weights."""
    found = find_spec("wordllama")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("wordllama is not installed; start ./run once more")
    return Path(found.submodule_search_locations[0])
