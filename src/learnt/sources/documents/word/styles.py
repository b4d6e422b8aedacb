"""Styles of a Word document: which of them are headings, list items or a table of contents."""

from collections.abc import Callable
from dataclasses import dataclass, field

from learnt.sources.documents.xml import Attributes, walk

_DEEPEST = 20  # styles that build on one another
_OFF = ("0", "false", "off", "none")


def is_on(attributes: Attributes) -> bool:
    """Whether a switch such as `w:b` is on: it is, where nothing else is said."""
    return attributes.get("w:val", "1").lower() not in _OFF


def number_in(attributes: Attributes, key: str = "w:val") -> int | None:
    """A small whole number, None where there is none."""
    value = attributes.get(key, "")
    return int(value) if value.isdecimal() and len(value) < 8 else None


@dataclass
class Look:
    """How a style, or a paragraph by itself, looks; None is what it does not say.

    `outline` is its level as a heading, from 0, and -1 that of a title; `list` is the number of
    its list, `level` how deep it stands in it. "List Bullet 2" is a list of its own that is
    `indented`.
    """

    name: str = ""
    based_on: str = ""
    outline: int | None = None
    list: str | None = None
    level: int | None = None
    bold: bool | None = None
    indented: int = 0

    def over(self, below: "Look") -> "Look":
        """What it says, and where it says nothing what the look below says."""
        return Look(
            self.name or below.name,
            below.based_on,
            below.outline if self.outline is None else self.outline,
            below.list if self.list is None else self.list,
            below.level if self.level is None else self.level,
            below.bold if self.bold is None else self.bold,
            self.indented or below.indented,
        )

    @property
    def contents(self) -> bool:
        """Whether it is a line of a table of contents."""
        return self.name.lower().startswith(("toc", "table of figures"))


@dataclass
class Styles:
    """The styles of a document by their ids."""

    looks: dict[str, Look] = field(default_factory=dict)

    def of(self, style: str) -> Look:
        """How a style looks, with those it builds on."""
        look = self.looks.get(style, Look())
        for _ in range(_DEEPEST):
            below = self.looks.get(look.based_on)
            if below is None:
                break
            look = look.over(below)
        return look


class _Reader:
    """One walk over the part that holds the styles."""

    def __init__(self) -> None:
        self.styles = Styles()
        self._look: Look | None = None

    def opens(self, tag: str, attributes: Attributes) -> None:
        """Take in what an element says of the style that it stands in."""
        if tag == "w:style":
            self._look = self.styles.looks[attributes.get("w:styleId", "")] = Look()
        elif self._look is not None and (take := _TAKES.get(tag)) is not None:
            take(self._look, attributes)

    def closes(self, tag: str) -> None:
        """Leave a style."""
        if tag == "w:style":
            self._look = None


def _name(look: Look, attributes: Attributes) -> None:
    look.name = attributes.get("w:val", "")
    heading = look.name.lower()
    if heading == "title":
        look.outline = -1
    elif heading.startswith("heading ") and heading[8:].isdecimal():
        look.outline = min(max(int(heading[8:10]) - 1, 0), 8)
    elif heading.startswith(("list bullet ", "list number ")) and heading[-1] in "2345":
        look.indented = int(heading[-1]) - 1


def _based_on(look: Look, attributes: Attributes) -> None:
    look.based_on = attributes.get("w:val", "")


def _outline(look: Look, attributes: Attributes) -> None:
    look.outline = outline_in(attributes) if look.outline is None else look.outline


def _list(look: Look, attributes: Attributes) -> None:
    look.list = attributes.get("w:val", "")


def _level(look: Look, attributes: Attributes) -> None:
    look.level = number_in(attributes)


def _bold(look: Look, attributes: Attributes) -> None:
    look.bold = is_on(attributes)


_TAKES: dict[str, Callable[[Look, Attributes], None]] = {
    "w:name": _name,
    "w:basedOn": _based_on,
    "w:outlineLvl": _outline,
    "w:numId": _list,
    "w:ilvl": _level,
    "w:b": _bold,
}


def styles_of(data: bytes | None, name: str) -> Styles:
    """The styles of a document, from its part that holds them."""
    reader = _Reader()
    if data:
        walk(data, name, reader.opens, reader.closes)
    return reader.styles


def outline_in(attributes: Attributes) -> int | None:
    """The level of a heading; 9 says that it is none."""
    level = number_in(attributes)
    return level if level is not None and level < 9 else None
