r"""The words and marks of the format, and the backslash that keeps text apart from them.

A line of text that would be read as a mark is written with one backslash before it; a reader
drops one backslash before a mark and leaves every other backslash (`\frac{1}{2}`) alone. Because
a line of backslashes and a mark gains and loses exactly one, this is a bijection.
"""

import re
from typing import NamedTuple

from learnt.ids import is_id

DECK_WORDS = ("question", "tags", "source")
POINT_WORDS = ("also", "not", "weight")
CARD_WORDS = ("hint", "note", "wrong", "tags", "ask", "media", "lines", "confidence")
TAB = 4
"""A tab in an indentation reaches the next multiple of this many columns."""

_BLANK_OR_END = r"(?:[ \t]|\Z)"
_HEADING = rf"\#{{1,6}}{_BLANK_OR_END}"
_BULLET = rf"(?:[-*•]|[0-9]{{1,9}}[.)]){_BLANK_OR_END}"
_TIGHT_BULLET = r"[-•](?=[^\W\d_])"  # a dash whose space was forgotten
_STATEMENT = r"(?ai:statement):"
_FIELD = rf"(?ai:{'|'.join((*POINT_WORDS, *CARD_WORDS))}):"

# What a line is read as depends on where it stands: inside a point's text, which is indented,
# only an empty line and a field would be taken for something else.
_INSIDE = rf"(?:\Z|[ \t]*+{_FIELD})"
_ANYWHERE = rf"(?:\Z|{_HEADING}|{_STATEMENT}|[ \t]*+(?:{_BULLET}|{_TIGHT_BULLET}|{_FIELD}))"

HEADING = re.compile(rf"(#{{1,6}}){_BLANK_OR_END}")
STATEMENT = re.compile(_STATEMENT)
FIELD = re.compile(rf"({_FIELD})")
DECK_FIELD = re.compile(rf"((?ai:{'|'.join(DECK_WORDS)}):)")
_MARKER = re.compile(rf"(?:{_BULLET}|{_TIGHT_BULLET})[ \t]*")
_ESCAPED = re.compile(rf"\\++{_ANYWHERE}")
_MUST_ESCAPE = re.compile(rf"\\*+{_ANYWHERE}")
_MUST_ESCAPE_INSIDE = re.compile(rf"\\*+{_INSIDE}|{_ESCAPED.pattern}")
_CUT_ID = re.compile(r"\^[0-9a-fA-F]{4,8}-[0-9a-fA-F-]{0,40}")
_ID_LENGTH = 37  # the caret and 36 characters


class Bullet(NamedTuple):
    """A line that starts a point: what it says and how it was marked."""

    text: str
    width: int
    """Columns up to the text: what continuation lines are indented by."""
    numbered: bool = False
    tight: bool = False
    """Whether the space after the dash was forgotten."""


def bullet(line: str) -> Bullet | None:
    """The point that an unindented line starts, or None."""
    found = _MARKER.match(line)
    if found is None:
        return None
    marker = found.group()
    mark = marker.rstrip(" \t")
    gap = len(marker) - len(mark)
    width = len(marker) if 1 <= gap <= TAB and "\t" not in marker else len(mark) + 1
    text = line[len(marker) :]
    return Bullet(text, width, numbered=mark[0].isdigit(), tight=gap == 0 and text != "")


def split_id(line: str) -> tuple[str, str | None]:
    """A first line without the ` ^id` at its end, and the id (None where there is none)."""
    head, tail = line[:-_ID_LENGTH], line[-_ID_LENGTH:]
    identifier = tail[1:].lower()
    if tail.startswith("^") and is_id(identifier) and (not head or head[-1].isspace()):
        return head.rstrip(), identifier
    return line, None


def ends_in_cut_id(line: str) -> bool:
    """Whether a line ends in what looks like an id with characters missing."""
    return _CUT_ID.fullmatch(line, max(line.rfind("^"), 0)) is not None


def escape(line: str) -> str:
    """A line of text as it is written at the left margin."""
    return f"\\{line}" if _MUST_ESCAPE.match(line) else line


def escape_inside(line: str) -> str:
    """A line of text as it is written after the indentation of a point or a note."""
    return f"\\{line}" if _MUST_ESCAPE_INSIDE.match(line) else line


def unescape(line: str) -> str:
    """A line of text as it was meant: undoes `escape` and `escape_inside`."""
    return line[1:] if _ESCAPED.match(line) else line


def indentation(line: str) -> int:
    """The columns of white space a line starts with."""
    if line[0] not in " \t":
        return 0
    return len(line[: len(line) - len(line.lstrip(" \t"))].expandtabs(TAB))


def without_indentation(line: str, columns: int) -> str:
    """A line less at most `columns` of its indentation: code keeps what it has beyond that."""
    if line.startswith(" " * columns):
        return line[columns:]
    reached = dropped = 0
    for character in line:
        if reached >= columns or character not in " \t":
            break
        reached += TAB - reached % TAB if character == "\t" else 1
        dropped += 1
    return line[dropped:]
