"""Slides (.pptx) → lines: a slide's title is a heading, its text a list."""

import re

from learnt.deck.showing import Place
from learnt.sources.documents.packed import Package
from learnt.sources.documents.sheet import Sheet
from learnt.sources.documents.xml import Attributes, walk

_SLIDE = re.compile(r"ppt/slides/slide(\d{1,6})\.xml")
_TARGET = re.compile(r"(?:/ppt/|\.\./)?(slides/slide\d{1,6}\.xml)")
_FURNITURE = frozenset({"sldNum", "ftr", "dt", "hdr"})
_TITLES = frozenset({"title", "ctrTitle"})
_LISTED = frozenset({"body", "obj", ""})


def slides_text(package: Package, name: str) -> str:
    """The text of all slides, in the order in which they are shown."""
    sheet = Sheet()
    for member in _in_order(package, name):
        if data := package.read(member):
            _Slide(sheet).over(data, name)
    return sheet.text()


def _in_order(package: Package, name: str) -> list[str]:
    there = sorted(
        (int(found[1]), one) for one in package.names if (found := _SLIDE.fullmatch(one))
    )
    by_number = [one for _, one in there]
    targets: dict[str, str] = {}
    order: list[str] = []

    def relation(_: str, attributes: Attributes) -> None:
        if found := _TARGET.fullmatch(attributes.get("Target", "")):
            targets[attributes.get("Id", "")] = f"ppt/{found[1]}"

    def shown(tag: str, attributes: Attributes) -> None:
        if tag == "p:sldId" and (target := targets.get(attributes.get("r:id", ""))):
            order.append(target)

    relations = package.read("ppt/_rels/presentation.xml.rels")
    listed = package.read("ppt/presentation.xml")
    if relations and listed:
        walk(relations, name, relation, lambda _: None)
        walk(listed, name, shown, lambda _: None)
    return list(dict.fromkeys(one for one in order if one in by_number)) or by_number


class _Slide:
    """One walk over a slide."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._role: str | None = None  # what a shape is for; None for one that is freely placed
        self._level, self._mark, self._begun = 0, "", False
        self._in_text = self._bold = self._in_cell = False
        self._place = Place.LEVEL

    def over(self, data: bytes, name: str) -> None:
        walk(data, name, self._open, self._close, self._say)

    def _open(self, tag: str, attributes: Attributes) -> None:
        if tag == "p:sp":
            self._role = None
        elif tag == "p:ph":
            self._role = attributes.get("type", "")
        elif tag == "a:p":
            self._level, self._begun = 0, False
            self._mark = "• " if self._role in _LISTED and not self._in_cell else ""
        elif tag == "a:r":
            self._bold, self._place = False, Place.LEVEL
        elif tag == "a:t":
            self._in_text = True
        elif tag == "a:br" and self._begun:
            self._sheet.end_line()
        else:
            self._look(tag, attributes)
            self._open_table(tag)

    def _look(self, tag: str, attributes: Attributes) -> None:
        if tag == "a:pPr":
            level = attributes.get("lvl", "0")
            self._level = int(level) if level in "012345678" else 0
        elif tag == "a:buNone":
            self._mark = ""
        elif tag in ("a:buChar", "a:buAutoNum"):
            self._mark = "• "
        elif tag == "a:rPr":
            self._bold = attributes.get("b") in ("1", "true")
            raised = attributes.get("baseline", "0")
            lowered = Place.LOW if raised.startswith("-") else Place.HIGH
            self._place = Place.LEVEL if raised in ("0", "0%") else lowered

    def _open_table(self, tag: str) -> None:
        if tag == "a:tbl":
            self._role = None
            self._sheet.open_table()
        elif tag == "a:tr":
            self._sheet.open_row()
        elif tag == "a:tc":
            self._in_cell = True
            self._sheet.open_cell()

    def _close(self, tag: str) -> None:
        if tag == "a:t":
            self._in_text = False
        elif tag == "a:p":
            self._sheet.end(blank=self._role in _TITLES and self._begun)
        elif tag == "p:sp":
            self._role = None
        elif tag == "a:tc":
            self._in_cell = False
            self._sheet.close_cell()
        elif tag == "a:tbl":
            self._sheet.close_table()

    def _say(self, text: str) -> None:
        if not self._in_text or self._role in _FURNITURE:
            return
        if not self._begun:
            if not text.strip():
                return
            self._begun = True
            if self._role in _TITLES:
                self._sheet.begin("# " if self._role == "ctrTitle" else "## ")
            else:
                self._sheet.begin(self._mark, self._level)
        self._sheet.say(text, bold=self._bold, place=self._place)
