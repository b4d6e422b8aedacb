"""What the process says of a document → values."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec


@dataclass(frozen=True, slots=True)
class Word:
    """Letters in a row, in points from the upper left corner; or several words of one row."""

    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    text: str

    @property
    def middle(self) -> float:
        """Where the row of the word runs."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page: its words, and whether it has a picture (100 or more) or drawings (fewer)."""

    width: float
    height: float
    pictures: int
    words: tuple[Word, ...]

    @property
    def is_scan(self) -> bool:
        """Whether its text, if it has any, is a picture."""
        return len(self.words) <= 2 and self.pictures >= 30


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says: how many pages there are, an error, or a page."""

    pages: int
    error: str
    page: PdfPage


class _Line(msgspec.Struct):
    pages: int = 0
    error: str = ""
    width: float = 0.0
    height: float = 0.0
    pictures: int = 0
    words: list[tuple[float, float, float, float, float, bool, str]] = []
    dots: list[tuple[float, float, float, float]] = []


def said_by(line: bytes) -> Said:
    """What a line says."""
    try:
        one = msgspec.json.decode(line, type=_Line)
    except msgspec.MsgspecError:
        return Said(0, "page", PdfPage(0, 0, 0, ()))
    words = [Word(*word) for word in one.words]
    words += _bullets(one.dots, words)
    page = PdfPage(one.width, one.height, one.pictures, tuple(words))
    return Said(one.pages, one.error, page)


def _bullets(
    dots: Sequence[tuple[float, float, float, float]], words: Sequence[Word]
) -> list[Word]:
    """The dots that stand right before a word as bullets do, where nothing else is before it."""
    if not dots:
        return []
    found: list[Word] = []
    for left, top, right, bottom in dots:
        middle = (top + bottom) / 2
        row = [word for word in words if word.top < middle < word.bottom]
        behind = min((word for word in row if word.left >= right - 1), key=_left, default=None)
        if behind is None or bottom - top > 0.7 * behind.size:
            continue
        near = behind.left - right < 2 * behind.size
        alone = not any(left - behind.size < word.right <= left + 1 for word in row)
        if near and alone:
            close = max(left, behind.left - 1.2 * behind.size)  # so that it stays with its text
            size = behind.size
            found.append(
                Word(close, behind.top, close + size / 2, behind.bottom, size, bold=False, text="•")
            )
    return found


def _left(word: Word) -> float:
    return word.left
