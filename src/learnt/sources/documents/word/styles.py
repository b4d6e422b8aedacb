"""Styles of a Word document: which of them are headings, list items or a table of contents."""

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

    `outline` is its level as a heading, from 0; `list` is the number of its list, `level` how
    deep it stands in it.
    """

    name: str = ""
    based_on: str = ""
    outline: int | None = None
    list: str | None = None
    level: int | None = None
    bold: bool | None = None

    def over(self, below: "Look") -> "Look":
        """This look, and where it says nothing what the one below says."""
        return Look(
            self.name or below.name,
            below.based_on,
            below.outline if self.outline is None else self.outline,
            below.list if self.list is None else self.list,
            below.level if self.level is None else self.level,
            below.bold if self.bold is None else self.bold,
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


def styles_of(data: bytes | None, name: str) -> Styles:
    """The styles of a document, from its part that holds them."""
    styles = Styles()
    at: list[Look] = []

    def opens(tag: str, attributes: Attributes) -> None:
        if tag == "w:style":
            at.append(Look())
            styles.looks[attributes.get("w:styleId", "")] = at[-1]
            return
        if not at:
            return
        look, value = at[-1], attributes.get("w:val", "")
        if tag == "w:name":
            look.name = value
            if value.lower() == "title":
                look.outline = 0
            elif value.lower().startswith("heading ") and value[8:].isdecimal():
                look.outline = min(int(value[8:10]) - 1, 8)
        elif tag == "w:basedOn":
            look.based_on = value
        elif tag == "w:outlineLvl" and look.outline is None:
            look.outline = outline_in(attributes)
        elif tag == "w:numId":
            look.list = value
        elif tag == "w:ilvl":
            look.level = number_in(attributes)
        elif tag == "w:b":
            look.bold = is_on(attributes)

    def closes(tag: str) -> None:
        if tag == "w:style" and at:
            at.pop()

    if data:
        walk(data, name, opens, closes)
    return styles


def outline_in(attributes: Attributes) -> int | None:
    """The level of a heading; 9 says that it is none."""
    level = number_in(attributes)
    return level if level is not None and level < 9 else None
