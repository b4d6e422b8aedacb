"""Pieces as vectors of their sentences, where a model for that is there."""

from collections.abc import Mapping, Sequence

import numpy as np

from learnt.facts.comparing.candidates import Pairs
from learnt.facts.comparing.known import Sentences
from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.ragged import Doubles, Floats
from learnt.facts.comparing.weighed import Stems
from learnt.facts.values import Span

SIGNS = ("text", "card", "text_lead", "card_lead")
MOST = 600
"""Pieces of both sides that are read by the model: each takes it milliseconds."""


def meant(stems: Stems, pairs: Pairs, sentences: Sentences) -> Mapping[str, Doubles]:
    """By sign: how near each pair lies, by the cosines of sentences.

    `text` is the cosine of the texts, read with their prompts, and `card` that of both; the `lead`
    of each is how much nearer they lie than either does to any other.
    """
    if not len(pairs.rows):
        return dict.fromkeys(SIGNS, np.zeros(0))
    a, b = stems.a, stems.b
    mine = _read(a.pieces, sentences)
    yours = mine if a is b else _read(b.pieces, sentences)
    of_one_card = a.cards[:, None] == b.cards
    signs: dict[str, Doubles] = {}
    for name, one, two in zip(("text", "card"), mine, yours, strict=True):
        near = np.where(of_one_card, np.float32(-1), one @ two.T)
        signs[name] = near[pairs].astype(np.float64)
        signs[f"{name}_lead"] = _lead(near)[pairs].astype(np.float64)
    return signs


def _read(pieces: Sequence[Piece], sentences: Sentences) -> tuple[Floats, Floats]:
    """The vectors of the texts, and of the texts with their prompts."""
    read = [sentences.parts(*_with_prompt(one)) for one in pieces]
    both = np.array(read, dtype=np.float32).reshape(len(pieces), 2, -1)
    return both[:, 0], both[:, 1]


def _with_prompt(piece: Piece) -> tuple[str, tuple[Span, Span]]:
    """A piece behind its prompt, and where it stands: itself, and all of it."""
    front = f"{piece.told.front}: " if piece.told.front else ""
    text = front + piece.span.of(piece.told.text)
    return text, (Span(len(front), len(text)), Span(0, len(text)))


def _lead(near: Floats) -> Floats:
    """How much nearer each two lie than either does to any other."""
    return np.asarray(near - np.maximum(_others_best(near), _others_best(near.T).T))


def _others_best(near: Floats) -> Floats:
    """By row and column: the greatest of the other columns of the row."""
    if near.shape[1] < 2:
        return np.zeros_like(near)
    best = np.partition(near, -2, axis=1)[:, -2:]
    second, first = best[:, :1], best[:, 1:]
    return np.asarray(np.where(near == first, second, first))
