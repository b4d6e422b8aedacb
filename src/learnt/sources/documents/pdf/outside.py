"""The process that takes a PDF document apart. Nothing of learnt is imported here.

In, on stdin: the document. Out, on stdout: a line of JSON with {"pages"} or {"error"}, then one
for each page: its width, its height, how many pictures it has, its words as
[left, top, right, bottom, size, bold, text], and the boxes of its dots, which are drawings of the
size of a bullet. The origin is the upper left corner.

A document comes from anywhere, and what reads it is a large program in C++. In a process of its
own it can neither take the memory or the time of all, nor fall and take anything down with it.
"""

import contextlib
import ctypes
import gc
import json
import sys
import unicodedata
from collections.abc import Sequence
from typing import Any

MEMORY = 3_000_000_000
SECONDS = 300
MOST_PAGES = 2_000
MOST_LETTERS = 200_000  # of a page: a poster of the smallest print has a quarter of it
MOST_OBJECTS = 50_000  # of a page that are looked at
MOST_DOTS = 1_000
_GAP = 0.22  # of the letters' size: a wider one parts two words that have no space between
_WIDEST = 1.1  # of the letters' size: a word of wider letters is looked at letter by letter
_LONGEST = 60  # letters of a word; what is longer may be several without spaces
_BACK = 1.3  # the letters of a ligature all have the place of the first
_BOLD = ("bold", "black", "heavy", "semibold", "demi")
_SPACES = frozenset((0, 0x20, 0xA0, 0x09, 0x0A, 0x0D))
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}  # what PDFium makes of one at a line's end


def main() -> None:
    """Read stdin, write stdout."""
    _bound()
    gc.disable()  # many values, and none of them in a ring
    data = sys.stdin.buffer.read()
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        _write({"error": "locked" if "assword" in str(error) else "damaged"})
        return
    _write({"pages": pages})
    for at in range(min(pages, MOST_PAGES)):
        try:
            page = document[at]
            _write(_Page(page).taken_apart())
            page.close()
        except pypdfium2.PdfiumError:
            _write({"error": "page"})


def _bound() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not every system can
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _write(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


class _Page:
    """A page, whose letters are put together to words."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401 - pypdfium2 ships no types
        import pypdfium2.raw as pdfium

        self._c, self._page = pdfium, page
        self._turned = page.get_rotation() // 90 % 4
        left, bottom, right, top = page.get_bbox()
        self._left, self._bottom, self._right, self._top = left, bottom, right, top
        self._text = page.get_textpage()
        self._rect = pdfium.FS_RECTF()
        self._row, self._level = (0.0, 0.0), True
        self._name = ctypes.create_string_buffer(256)

    def taken_apart(self) -> dict[str, Any]:
        """What is on the page."""
        words: list[list[Any]] = []
        first = 0
        codes = self._codes()
        for at, code in enumerate((*codes, 0x20)):
            if code not in _SPACES:
                continue
            if first < at:
                words += self._words(codes, first, at)
            first = at + 1
        wide, high = self._right - self._left, self._top - self._bottom
        if self._turned % 2:
            wide, high = high, wide
        pictures, dots = self._drawings()
        self._text.close()
        size = {"width": round(wide, 1), "height": round(high, 1)}
        return {**size, "pictures": pictures, "words": words, "dots": dots}

    def _codes(self) -> Sequence[int]:
        """The letters of the page, at the numbers by which their places are asked for."""
        count = min(max(0, self._c.FPDFText_CountChars(self._text.raw)), MOST_LETTERS)
        units = (ctypes.c_ushort * (count + 1))()
        if self._c.FPDFText_GetText(self._text.raw, 0, count, units) == count + 1:
            codes: list[int] = units[:count]
            if not any(0xD800 <= code < 0xE000 or code == 0 for code in codes):
                return codes
        return [self._c.FPDFText_GetUnicode(self._text.raw, at) for at in range(count)]

    def _words(self, codes: Sequence[int], first: int, end: int) -> list[list[Any]]:
        """The word from one letter to another; several where it is not in one piece."""
        start, last = self._box(first), self._box(end - 1)
        if start is None or last is None:
            return []
        row = (start[1], start[3])
        if row != self._row:  # words of one row stand alike
            self._row, self._level = row, self._is_level(first)
        if not self._level:
            return []
        text = "".join(_HYPHENS.get(code) or _sign(code) for code in codes[first:end])
        size = start[3] - start[1]
        width = abs(last[0] - start[0])
        level = start[1] < (last[1] + last[3]) / 2 < start[3]
        if level and width < _WIDEST * size * (end - first) and len(text) < _LONGEST:
            whole = _around(start, last)
            return [[*(round(one, 1) for one in whole), round(size, 1), self._is_bold(first), text]]
        found: list[list[Any]] = []
        for at, sign in zip(range(first, end), text, strict=False):
            box = self._box(at)
            if box is None:
                continue
            if found and _goes_on(found[-1], *box, sign):
                found[-1][:4] = [round(one, 1) for one in _around(found[-1][:4], box)]
                found[-1][6] += sign
            else:
                rounded = [round(one, 1) for one in (*box, box[3] - box[1])]
                found.append([*rounded, self._is_bold(at), sign])
        return found

    def _box(self, at: int) -> tuple[float, float, float, float] | None:
        if not self._c.FPDFText_GetLooseCharBox(self._text.raw, at, self._rect):
            return None
        return self._placed(self._rect)

    def _placed(self, box: Any) -> tuple[float, float, float, float]:  # noqa: ANN401 - of ctypes
        """A box as it is seen, the page turned as it says."""
        left, right = box.left - self._left, box.right - self._left
        top, bottom = self._top - box.top, self._top - box.bottom
        wide, high = self._right - self._left, self._top - self._bottom
        if self._turned == 1:
            return high - bottom, left, high - top, right
        if self._turned == 2:
            return wide - right, high - bottom, wide - left, high - top
        if self._turned == 3:
            return top, wide - right, bottom, wide - left
        return left, top, right, bottom

    def _is_level(self, at: int) -> bool:
        """Whether a letter stands upright as the page is seen; stamps and edges of plots do not."""
        angle = self._c.FPDFText_GetCharAngle(self._text.raw, at)
        if angle < 0:
            return True
        seen = (angle * 57.29578 + (0, -90, -180, -270)[self._turned]) % 360
        other = (angle * 57.29578 + (0, 90, 180, 270)[self._turned]) % 360
        return any(min(one, 360 - one) < 8 for one in (seen, other))

    def _is_bold(self, at: int) -> bool:
        flags = ctypes.c_int()
        size = self._c.FPDFText_GetFontInfo(self._text.raw, at, self._name, 256, flags)
        name = self._name.raw[: max(0, min(size, 256) - 1)].decode("utf-8", "replace").lower()
        return any(one in name for one in _BOLD) or bool(flags.value & 0x40000)

    def _drawings(self) -> tuple[int, list[list[float]]]:
        """How much is drawn (a picture counts 100), and where there are dots."""
        page, found = self._page.raw, 0
        dots: list[list[float]] = []
        sides = [ctypes.c_float() for _ in range(4)]
        for at in range(min(self._c.FPDFPage_CountObjects(page), MOST_OBJECTS)):
            one = self._c.FPDFPage_GetObject(page, at)
            kind = self._c.FPDFPageObj_GetType(one)
            if kind in (self._c.FPDF_PAGEOBJ_IMAGE, self._c.FPDF_PAGEOBJ_FORM):
                found += 100
            elif kind == self._c.FPDF_PAGEOBJ_PATH:
                found += 1
                self._c.FPDFPageObj_GetBounds(one, *sides)
                box = self._rect
                box.left, box.bottom, box.right, box.top = (side.value for side in sides)
                left, top, right, bottom = self._placed(box)
                wide, high = right - left, bottom - top
                if 1.2 < wide < 9 and 1.2 < high < 9 and 0.6 < wide / high < 1.7:
                    dots.append([round(side, 1) for side in (left, top, right, bottom)])
        return found, dots[:MOST_DOTS]


def _around(one: Sequence[float], other: Sequence[float]) -> tuple[float, float, float, float]:
    """The box around two boxes."""
    sides = zip((min, min, max, max), one, other, strict=True)
    left, top, right, bottom = (side(a, b) for side, a, b in sides)
    return left, top, right, bottom


def _sign(code: int) -> str:
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _goes_on(
    word: list[Any], left: float, top: float, right: float, bottom: float, sign: str
) -> bool:
    """Whether a letter belongs to the word before it."""
    middle = (top + bottom) / 2
    if not word[1] < middle < word[3]:
        return False
    gap = _GAP * max(word[4], 1.0)
    back = _BACK * max(word[4], 1.0)
    if unicodedata.bidirectional(sign) in ("R", "AL"):
        return bool(-back < word[0] - right < gap)
    return bool(-back < left - word[2] < gap)


if __name__ == "__main__":
    main()
