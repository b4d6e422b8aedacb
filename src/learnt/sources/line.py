r"""One line of a page, and the mark it begins with.

    line    = indent [mark] body
    mark    = symbol [space] | number ("." | ")") | "(" number ")" | letter ")" | letter "." space
    symbol  = "•" "●" "▪" … | "-" "–" "—" "*" "+" followed by a space | "-" before a letter

A run of lines that begin with a year ("1919. …", "1920: …") is a list too; `page` finds it, and the
year stays in the body.
`-A secret` and `1.Immediate` are marks, `-5 °C`, `1.5 million` and `*word*` are not.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What a line begins with."""

    NONE = ""
    SYMBOL = "symbol"
    NUMBER = "number"
    LETTER = "letter"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    `number` counts from 1 in the page as it was given; `text` has no space around it; `body` is
    the text after its mark; `order` is 1 for "1." and "a)"; `blanks` counts the blank lines
    right before it.
    """

    number: int
    text: str
    body: str
    indent: int = 0
    mark: Mark = Mark.NONE
    sign: str = ""
    order: int = 0
    blanks: int = 0

    @property
    def marked(self) -> bool:
        """Whether the line is an item of a list."""
        return self.mark is not Mark.NONE


_SYMBOL = re.compile(
    r"[•◦▪▫●○■□‣⁃∙·➢➤✓✔►▶▸▾▼◆◇★☆❖➔❯\uf0b7\uf0a7\uf0d8]\s*"
    r"|[-–—*+](?:\s+(?:\[[ xX]\]\s+)?|$)"
    r"|[-–](?=[^\W\d_]|[\"“‘«])"
    r"|o\t\s*"
)
_NUMBER = re.compile(r"\(?(\d{1,3})[.)](?=\s|[^\W\d_])\s*")
_LETTER = re.compile(r"(?:\(?([a-zA-Z])\)|([a-z])\.(?=\s))\s*")
_INDENT = re.compile(r"\s*")
_NO_WIDTH = dict.fromkeys((0x200B, 0x2060, 0xFEFF))


def parse_line(raw: str, number: int, blanks: int) -> Line:
    """A line as it stands; whether a number is a list's is for `lists` to say."""
    raw = raw.translate(_NO_WIDTH)
    lead = _INDENT.match(raw)
    indent = len(lead.group().expandtabs(4)) if lead else 0
    text = raw.strip()
    if found := _SYMBOL.match(text):
        body = text[found.end() :]
        return Line(number, text, body, indent, Mark.SYMBOL, text[0], 0, blanks)
    if (found := _NUMBER.match(text)) and found.end() < len(text):
        order = int(found.group(1))
        return Line(number, text, text[found.end() :], indent, Mark.NUMBER, "1", order, blanks)
    if (found := _LETTER.match(text)) and found.end() < len(text):
        order = ord((found.group(1) or found.group(2)).lower()) - 96
        return Line(number, text, text[found.end() :], indent, Mark.LETTER, "a", order, blanks)
    return Line(number, text, text, indent, blanks=blanks)
