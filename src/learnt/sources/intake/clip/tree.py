"""The tree of a piece of rich text, walked without recursion, so that no depth can break it.

block     a line of its own; headings "# …", list items "• …" or "1. …", indented by depth
bold      between stars; raised and lowered signs as Unicode has them
table     see `grid`; one that is deep inside others is read as lines
dropped   scripts, styles, what is hidden, fields and their choices
"""

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from learnt.deck.files import picture_sign
from learnt.sources.intake.clip.depth import shallow
from learnt.sources.intake.clip.grid import Grid
from learnt.sources.intake.clip.lines import Lines
from learnt.sources.intake.clip.looks import (
    APART,
    DROPPED,
    HEADING,
    LISTS,
    Style,
    css_of,
    is_block,
    is_hidden,
    styled,
)
from learnt.sources.intake.clip.walking import TEXT, beside, events, letters_in

_DEEPEST_TABLE = 6
_DEEPEST_ITEM = 20
_MOST_UNTOLD = 100  # formulas without their TeX, after which none is looked for any more
_WORD_ITEM = re.compile(r"mso-list\s*:\s*\w+\s+level(\d)")
_WORD_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_TEX = "application/x-tex"


class Walk:
    """One walk over a tree.

    `lines` is what it has written, `letters` how many letters and digits it met, `kept` how many
    of them in text that keeps its spaces, as code does; `left_out` counts those that nobody sees
    or that say a formula once more. `addressed` keeps a picture's address beside its words, in the
    form that the faces know, for text whose pictures come with it.
    """

    def __init__(self, *, addressed: bool = False) -> None:
        self._addressed = addressed
        self.lines = Lines()
        self.letters = self.kept = self.left_out = 0
        self._cells: list[tuple[Lines, int]] = []  # around each open cell: lines, depth of lists
        self._grids: list[Grid | None] = []
        self._untold = 0
        self._blocks: list[bool] = []
        self._lists: list[int | None] = []  # the next number of each open list; None for bullets

    def over(self, html: str) -> None:
        """Read it all."""
        root = LexborHTMLParser(shallow(html)).body
        if root is not None:
            self.below(root)

    def below(self, root: LexborNode) -> None:
        """Read what stands below an element."""
        styles = [Style()]
        for node, opens in events(root, self._skips):
            tag = node.tag or ""
            if tag == TEXT:
                self._say(node.text_content or "", styles[-1])
            elif opens:
                styles.append(self._open(node, tag, styles[-1]))
            else:
                self._close(tag)
                styles.pop()

    def _say(self, text: str, style: Style) -> None:
        letters = letters_in(text)
        self.letters += letters
        self.kept += letters if style.kept else 0
        self.lines.say(text, bold=style.bold, place=style.place, kept=style.kept)

    def _skips(self, node: LexborNode) -> bool:
        """Whether what is below an element is left out, having said what stands for it."""
        tag = node.tag or ""
        if tag in DROPPED:
            return True
        if tag == "math":
            return self._formula(node)
        if tag not in ("span", "div", "img", "p", "li"):
            return False
        attributes = node.attributes
        if tag == "span" and _WORD_MARK.search(css_of(attributes)):
            self._word_mark(node.text()[:20].strip())
            return True
        if hidden := is_hidden(attributes):
            self.left_out += letters_in(node.text())
        return hidden

    def _formula(self, node: LexborNode) -> bool:
        """A formula that carries its TeX is written as that; any other as its text."""
        found = node.css_first("annotation") if self._untold < _MOST_UNTOLD else None
        tex = found.text().split() if found and found.attributes.get("encoding") == _TEX else ()
        if not tex:
            self._untold += 1
            return False
        self.left_out += letters_in(node.text())
        self.lines.gains += 1
        self._say(f"${' '.join(tex)}$", Style())
        return True

    def _word_mark(self, mark: str) -> None:
        """Word writes the mark of a list item into its text."""
        counted = mark != "o" and any(map(str.isalnum, mark))
        self.lines.prefix = self.lines.indent + (f"{mark} " if counted else "• ")
        self.lines.gains += 1

    def _open(self, node: LexborNode, tag: str, style: Style) -> Style:
        attributes = node.attributes
        css = css_of(attributes)
        self._blocks.append(tag not in APART and is_block(tag, css))
        if tag in APART:
            self.lines.end(blank=not self._lists and "mso-list" not in css)
        elif tag == "br" or self._blocks[-1]:
            self.lines.end()
        if tag in LISTS:
            start = attributes.get("start") or "1"
            number = int(start) if start.isdecimal() and len(start) < 6 else 1
            self._lists.append(number if tag == "ol" else None)
        elif tag in ("table", "tr", "td", "th"):
            self._open_cell(tag)
        elif tag == "img":
            self._picture(attributes, style)
        else:
            self._mark(node, tag, css)
        return styled(style, tag, css)

    def _mark(self, node: LexborNode, tag: str, css: str) -> None:
        """What stands before the text of an element that begins a line."""
        prefix = ""
        if tag == "li":
            prefix = self._item()
        elif tag == "dt":
            self.lines.end(blank=beside(node, lambda one: one.prev) == "dd")
        elif tag == "dd":
            near = (beside(node, lambda one: one.prev), beside(node, lambda one: one.next))
            prefix = "• " if "dd" in near else ""
        elif heading := HEADING.fullmatch(tag):
            prefix = "#" * int(heading[1]) + " "
        elif word := _WORD_ITEM.search(css) if "mso-list" in css else None:
            self.lines.indent = "  " * (int(word[1]) - 1)
            return
        else:
            return
        self.lines.prefix, self.lines.indent = prefix, ""
        self.lines.gains += 1

    def _item(self) -> str:
        depth = len(self._lists) - (self._cells[-1][1] if self._cells else 0)
        number = self._lists[-1] if self._lists else None
        if number is not None:
            self._lists[-1] = number + 1
        indent = "  " * min(max(0, depth - 1), _DEEPEST_ITEM)
        return indent + ("• " if number is None else f"{number}. ")

    def _picture(self, attributes: Mapping[str, str | None], style: Style) -> None:
        """A picture's words; an ornament has none, and a small face is its own letter."""
        told = attributes.get("alt")
        if self._addressed and (address := attributes.get("src")):
            self.lines.gains += 1
            self._say(picture_sign(told or "", address), style)
            return
        if attributes.get("aria-hidden") == "true" or (told is not None and not told.strip()):
            return
        words = " ".join((told or "").split())
        face = words and not any(map(str.isalnum, words))
        text = words if face else f"[picture: {words}]" if words else "[picture]"
        self.lines.gains += 1
        self._say(text, style)

    def _open_cell(self, tag: str) -> None:
        if tag == "table":
            if self._grids and self._grids[-1]:
                self._grids[-1].nested = True
            self._grids.append(Grid() if len(self._grids) < _DEEPEST_TABLE else None)
            return
        grid = self._grids[-1] if self._grids else None
        if grid is None:
            self.lines.end()
        elif tag == "tr":
            grid.rows.append([])
        else:
            grid.headed = grid.headed or (tag == "th" and grid.rows == [[]])
            self._cells.append((self.lines, len(self._lists)))
            self.lines = Lines(gains=self.lines.gains)

    def _close(self, tag: str) -> None:
        block = self._blocks.pop()
        if tag in ("td", "th") and self._grids and self._grids[-1] is not None:
            cell = self.lines
            self.lines, _ = self._cells.pop()
            self._grids[-1].rows[-1].append(cell.text())
            self.lines.gains = cell.gains
        elif tag == "table":
            grid = self._grids.pop()
            if grid is not None:
                grid.into(self.lines)
        elif tag in APART:
            apart = not self._lists and not (tag == "p" and self.lines.prefix + self.lines.indent)
            self.lines.end(blank=apart or (tag in LISTS and len(self._lists) == 1))
            if tag in LISTS:
                self._lists.pop()
        elif block:
            self.lines.end()
        if tag in ("li", "dd") or HEADING.fullmatch(tag) or (tag == "p" and not self._lists):
            self.lines.prefix = self.lines.indent = ""
