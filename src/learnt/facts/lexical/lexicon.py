"""What marking knows of a language's words, passed in as values; `weights` loads it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

Meaning = tuple[str, str, float, bool]
"""A word in small letters, its stem, its weight and whether it is a number."""
Matrix = NDArray[np.float32]


class Spelling(NamedTuple):
    """A spelling as it was met: its letters, the same written small, and what it stands for."""

    text: str
    low: str
    meant: tuple[Meaning, ...]


class Vectors(Protocol):
    """Texts as vectors: what means the like lies near. One row a text, each of length 1 or 0."""

    def __call__(self, texts: Sequence[str], /) -> Matrix:
        """An array of shape (texts, dimensions)."""
        ...


@dataclass(frozen=True)
class Lexicon:
    """The words of a language.

    `stem` takes a word in small letters; `rarity` says from 0 (the, of) to 1 (never seen) how
    seldom it is met. `senses` are the numbered senses of a word, by which synonyms are known, and
    `opposites` its antonyms, both by stem. `small` words say nothing by themselves, `negators`
    turn what is said into its opposite, and so do verbs of `refusing` (stems); those of `contrary`
    (stems) may. `verbs` has the
    forms of verbs, with the share of their uses in which they are verbs and no nouns. `initials`
    are the words of an initialism, `numbers` the digits of number words, and `signs` what chemical
    symbols and units stand for. `seen` keeps what spellings were found to mean, and `named` the
    words of names; both are worked out from the rest, and grow while texts are read.
    """

    stem: Callable[[str], str]
    rarity: Callable[[str], float]
    vectors: Vectors
    senses: Mapping[str, frozenset[int]]
    opposites: Mapping[str, frozenset[str]]
    small: frozenset[str]
    negators: frozenset[str]
    refusing: frozenset[str]
    contrary: frozenset[str]
    verbs: Mapping[str, float]
    initials: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, str]
    signs: Mapping[str, frozenset[str]]
    seen: dict[str, Spelling] = field(default_factory=dict, repr=False, compare=False)
    named: dict[str, tuple[Meaning, ...]] = field(default_factory=dict, repr=False, compare=False)
