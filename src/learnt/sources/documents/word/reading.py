"""A Word document's text → lines: headings, paragraphs, lists with their marks, tables, bold."""

from learnt.deck.showing import Place
from learnt.sources.documents.sheet import Sheet
from learnt.sources.documents.word.numbering import Lists
from learnt.sources.documents.word.styles import (
    Look,
    Styles,
    is_on,
    number_in,
    outline_in,
)
from learnt.sources.documents.xml import Attributes, walk

_SKIPPED = frozenset(
    "mc:Fallback w:moveFrom w:del w:instrText w:footnotePr w:pPrChange w:rPrChange "
    "w:tblPrChange w:sectPrChange".split()
)
_PLACES = {"superscript": Place.HIGH, "subscript": Place.LOW}
_SIGNS = {"w:tab": " ", "w:noBreakHyphen": "-", "w:softHyphen": ""}
_TEXTS = frozenset({"w:t", "m:t"})


class Body:
    """One walk over the text of a document."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self.sheet = Sheet()
        self._styles, self._lists = styles, lists
        self._skipping = 0
        self._titled = False
        self._paragraphs: list[tuple[Look, str, bool]] = []  # a box of text stands in one
        self._own, self._style, self._begun = Look(), "", False
        self._in_run = self._in_text = self._hidden = False
        self._bold: bool | None = None
        self._place = Place.LEVEL

    def over(self, data: bytes, name: str) -> str:
        """The lines of the document."""
        walk(data, name, self._open, self._close, self._say)
        return self.sheet.text()

    def _open(self, tag: str, attributes: Attributes) -> None:
        if self._skipping or tag in _SKIPPED:
            self._skipping += 1
        elif tag == "w:p":
            if self._begun:
                self.sheet.end_line()
            self._paragraphs.append((self._own, self._style, self._begun))
            self._own, self._style, self._begun = Look(), "", False
        elif tag in ("w:r", "m:r"):
            self._in_run, self._bold, self._hidden = True, None, False
            self._place = Place.LEVEL
        elif tag in _TEXTS:
            self._in_text = True
        elif not (self._sign(tag, attributes) or self._open_table(tag, attributes)):
            self._look(tag, attributes)

    def _sign(self, tag: str, attributes: Attributes) -> bool:
        """Whether an element stands for text, or for the end of a line."""
        if tag in _SIGNS and self._in_run:
            self._add(_SIGNS[tag])
        elif tag in ("w:br", "w:cr") and self._in_run:
            if self._begun and attributes.get("w:type", "textWrapping") == "textWrapping":
                self.sheet.end_line()
        elif tag == "a:docPr" and attributes.get("descr", "").strip():
            self._add(f"[picture: {' '.join(attributes['descr'].split())}]")
        else:
            return False
        return True

    def _look(self, tag: str, attributes: Attributes) -> None:
        if self._in_run:
            if tag == "w:b":
                self._bold = is_on(attributes)
            elif tag == "w:vanish":
                self._hidden = is_on(attributes)
            elif tag == "w:vertAlign":
                self._place = _PLACES.get(attributes.get("w:val", ""), Place.LEVEL)
        elif tag == "w:pStyle":
            self._style = attributes.get("w:val", "")
        elif tag == "w:outlineLvl":
            self._own.outline = outline_in(attributes)
        elif tag == "w:numId":
            self._own.list = attributes.get("w:val", "")
        elif tag == "w:ilvl":
            self._own.level = number_in(attributes)

    def _open_table(self, tag: str, attributes: Attributes) -> bool:
        if tag == "w:tbl":
            self.sheet.open_table()
        elif tag == "w:tr":
            self.sheet.open_row()
        elif tag == "w:tblHeader":
            if is_on(attributes):
                self.sheet.head_row()
        elif tag == "w:tc":
            self.sheet.open_cell()
        else:
            return False
        return True

    def _close(self, tag: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif tag == "w:p" and self._paragraphs:
            self.sheet.end(blank=not self._begun or self._is_heading())
            self._own, self._style, self._begun = self._paragraphs.pop()
        elif tag in ("w:r", "m:r"):
            self._in_run = False
        elif tag in _TEXTS:
            self._in_text = False
        elif tag == "w:tbl":
            self.sheet.close_table()
        elif tag == "w:tc":
            self.sheet.close_cell()

    def _say(self, text: str) -> None:
        if self._in_text and not self._skipping:
            self._add(text)

    def _add(self, text: str) -> None:
        look = self._own.over(self._styles.of(self._style))
        if self._hidden or look.contents or not self._paragraphs:
            return
        if not self._begun:
            if not text.strip():
                return
            self._begun = True
            self._begin(look)
        bold = look.bold if self._bold is None else self._bold
        self.sheet.say(text, bold=bool(bold), place=self._place)

    def _begin(self, look: Look) -> None:
        if look.outline is not None:
            self._titled = self._titled or look.outline < 0
            below = look.outline + (2 if self._titled else 1)  # under a title, headings are lower
            self.sheet.begin("#" * min(below, 6) + " ")
        elif look.list not in (None, "", "0"):
            depth = min(look.level or 0, 8)
            self.sheet.begin(self._lists.mark(look.list or "", depth), depth + look.indented)
        else:
            self.sheet.begin()

    def _is_heading(self) -> bool:
        return self._own.over(self._styles.of(self._style)).outline is not None
