"""Lists of a Word document: the bullets and numbers it counts itself, which are in no text."""

import re
from dataclasses import dataclass, field

from learnt.sources.documents.word.styles import number_in
from learnt.sources.documents.xml import Attributes, walk

_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LONGEST_ROMAN = 50
BULLET = "• "


@dataclass
class Level:
    """How one depth of a list counts: `form` is Word's word for it, `text` has %1 for a number."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1


@dataclass
class Lists:
    """The lists of a document, and how far each has counted."""

    of: dict[str, str] = field(default_factory=dict)  # a list → what describes it
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def mark(self, one: str, depth: int) -> str:
        """The mark of the next item of a list at a depth, "" where it has none."""
        described = self.of.get(one)
        if described is None:
            return ""
        levels = self.levels.get(described, {})
        level = levels.get(depth, Level("bullet"))
        if level.form == "bullet":
            return BULLET
        if level.form == "none":
            return ""
        counted = one if any((one, at) in self.restarts for at in range(9)) else described
        start = self.restarts.get((one, depth), level.start)
        self._counts[counted, depth] = self._counts.get((counted, depth), start - 1) + 1
        for deeper in range(depth + 1, 9):
            self._counts.pop((counted, deeper), None)

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            other = levels.get(at, Level())
            return counted_as(other.form, self._counts.get((counted, at), other.start))

        mark = _PLACE.sub(number, level.text).strip()
        return f"{mark} " if mark else ""


def counted_as(form: str, number: int) -> str:
    """A number as a list counts."""
    if form in ("lowerLetter", "upperLetter") and 0 < number < 1000:
        letter = chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < number < _LONGEST_ROMAN:
        letters, rest = "", number
        for value, sign in _ROMAN:
            letters += sign * (rest // value)
            rest %= value
        return letters.upper() if form == "upperRoman" else letters
    return str(number)


class _Reader:
    """One walk over the part that describes the lists."""

    def __init__(self) -> None:
        self.lists = Lists()
        self._described = self._list = ""
        self._depth = 0
        self._level = Level()

    def opens(self, tag: str, attributes: Attributes) -> None:
        """Take in what an element says of a list, or of a depth of one."""
        value = attributes.get("w:val", "")
        if tag == "w:abstractNum":
            self._described = attributes.get("w:abstractNumId", "")
        elif tag == "w:num":
            self._list = attributes.get("w:numId", "")
        elif tag == "w:abstractNumId":
            self.lists.of[self._list] = value
        elif tag in ("w:lvl", "w:lvlOverride"):
            self._level, self._depth = Level(), number_in(attributes, "w:ilvl") or 0
            if self._described:  # what is overridden within a list keeps to what describes it
                self.lists.levels.setdefault(self._described, {})[self._depth] = self._level
        elif tag == "w:startOverride":
            self.lists.restarts[self._list, self._depth] = number_in(attributes) or 0
        else:
            self._look(tag, attributes, value)

    def _look(self, tag: str, attributes: Attributes, value: str) -> None:
        if tag == "w:start":
            self._level.start = number_in(attributes) or 0
        elif tag == "w:numFmt":
            self._level.form = value
        elif tag == "w:lvlText":
            self._level.text = value[:40]

    def closes(self, tag: str) -> None:
        """Leave what describes a list."""
        if tag == "w:abstractNum":
            self._described = ""
            self._level = Level()


def lists_of(data: bytes | None, name: str) -> Lists:
    """The lists of a document, from its part that describes them."""
    reader = _Reader()
    if data:
        walk(data, name, reader.opens, reader.closes)
    return reader.lists
