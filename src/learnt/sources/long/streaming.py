"""A text too long to be read at once → readings of its pieces, one after the other.

A piece ends where a card surely begins: a good way before the end of what has been taken in, at
the first line of a card that was read there; what follows is read again with the next piece. The
encoding, the layout, the separator and the columns are those of the first piece. A card that
stands in an earlier piece as well is left out.

A deck of our own and JSON are read whole, for their cards do not lie in lines.
"""

import codecs
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace

from learnt.deck import Problem
from learnt.deck.plain import looks_like
from learnt.errors import Unreadable
from learnt.ids import MakeId
from learnt.sources.intake.decode import LARGEST, encoding_of, too_large
from learnt.sources.long.pieces import Seen, cut_of, head_of, piece_of
from learnt.sources.pipeline import read, read_piece
from learnt.sources.reading import Reading

PIECE = 2_000_000
"""Bytes or letters; about how much of a text is read at once."""

_DISAGREES = (
    "The page says it has {} cards, but {} were read. Check whether the page was copied whole."
)


def read_in_pieces(
    chunks: Iterable[bytes], name: str, make_id: MakeId, size: int | None = None
) -> Iterator[Reading]:
    """Read a text of any length, given as chunks of bytes, with bounded memory.

    A text of less than `size` bytes, by default PIECE, gives the one reading that `read` gives.
    Else each piece gives one: the numbers of its lines are those of the whole text, and its
    `lines` are not kept. Raises Unreadable as `read` does, once that is found out.
    """
    size = size or PIECE
    stream = iter(chunks)
    head = _take(stream, size)
    if len(head) < size:
        yield read(head, name, make_id)
        return
    encoding, mark, problems = encoding_of(head, name)
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    text = decoder.decode(head[mark:]).removeprefix("\ufeff")
    if text.lstrip()[:1] in ("{", "[") or looks_like(text):
        yield read(_all(head, stream, name), name, make_id)
        return
    lines = io.IncrementalNewlineDecoder(decoder, translate=True)
    start = io.IncrementalNewlineDecoder(None, translate=True).decode(text, final=False)
    yield from _pieces(_Text(stream, lines, start, size, name), name, make_id, problems)


def _pieces(
    text: "_Text", name: str, make_id: MakeId, problems: tuple[Problem, ...]
) -> Iterator[Reading]:
    seen = Seen()
    first: Reading | None = None
    above: tuple[str, ...] = ()
    before = found = 0
    rest = ""
    while not text.has_ended():
        body = text.more(rest)
        if not body.strip():
            break
        layout = first.layout if first else ""
        reading = read_piece("".join(f"{one}\n" for one in above) + body, name, make_id, layout)
        cut = None if text.has_ended() else cut_of(reading, len(above))
        piece = seen.without_known(piece_of(reading, cut, len(above), before))
        found += len(piece.deck.cards)
        problems = (*problems, *piece.problems)
        if first and text.has_ended() and first.declared not in (None, found):
            told = _DISAGREES.format(first.declared, found)
            problems = (*problems, Problem(None, name, told))
        yield replace(piece, problems=problems)
        lines = body.split("\n")
        kept = len(lines) - 1 if cut is None else cut - 1 - len(above)
        rest = "\n".join(lines[kept:])
        before, problems = before + kept, ()
        if first is None:
            first, above = piece, head_of(reading)


class _Text:
    """A long text as it comes in."""

    def __init__(
        self,
        stream: Iterator[bytes],
        decoder: io.IncrementalNewlineDecoder,
        start: str,
        size: int,
        name: str,
    ) -> None:
        self._stream, self._decoder, self._size, self._name = stream, decoder, size, name
        self._waiting = start
        self._ended = False

    def has_ended(self) -> bool:
        """Whether there is no more of it."""
        return self._ended

    def more(self, rest: str) -> str:
        """What was left of the piece before and some more, up to the end of a line."""
        parts = [rest, self._waiting]
        length = len(rest) + len(self._waiting)
        while length < max(self._size, len(rest) + self._size // 2) and not self._ended:
            chunk = next(self._stream, None)
            self._ended = chunk is None
            parts.append(self._decoder.decode(chunk or b"", final=chunk is None))
            length += len(parts[-1])
        body = "".join(parts)
        if self._ended:
            return body
        end = body.rfind("\n") + 1
        if end <= len(rest):
            raise Unreadable(
                f"{self._name} has a line of more than {self._size:,} characters: its line ends "
                "seem to be lost. Copy the page again, or break the line where a card begins."
            )
        self._waiting = body[end:]
        return body[:end]


def _take(stream: Iterator[bytes], size: int) -> bytes:
    parts: list[bytes] = []
    length = 0
    while length < size and (chunk := next(stream, None)) is not None:
        parts.append(chunk)
        length += len(chunk)
    return b"".join(parts)


def _all(head: bytes, stream: Iterator[bytes], name: str) -> bytes:
    parts = [head]
    length = len(head)
    for chunk in stream:
        parts.append(chunk)
        length += len(chunk)
        if length > LARGEST:
            raise too_large(name, length)
    return b"".join(parts)
