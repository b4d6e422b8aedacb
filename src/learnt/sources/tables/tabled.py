"""A page that is surely a table, told in a moment: its lines need not be measured one by one.

Every line has the same number of tabs, no cell is quoted, and no side is empty; or the header of
an Anki file says that tabs stand between them. Any other page is looked at line by line.
"""

import re

from learnt.sources.line import parse_line
from learnt.sources.page import LONGEST, Page, settle_lists, split_lines
from learnt.sources.tables.anki_header import anki_header

_FEWEST = 20  # lines; a shorter page is read in a moment in any case
_LOOKED_AT = 400  # lines that are measured, for the shape of the page
_QUOTED = re.compile(r'(?:^|\n|\t) *"')
_EMPTY = ("\t\t", "\n\t", "\t\n")


def tabled(text: str, name: str) -> Page | None:
    """The page of a text that is surely a table, with its first lines measured; else None."""
    if "\t" not in text:
        return None
    text = text.replace("\r\n", "\n")
    raw = split_lines(text)
    header = anki_header(raw)
    body = raw[header.lines :]
    if len(body) < _FEWEST or header.separator not in ("", "\t"):
        return None
    tabs = body[0].count("\t")
    if not tabs or any(line.count("\t") != tabs for line in body):
        return None
    if max(map(len, body)) > LONGEST or ('"' in text and _QUOTED.search(text)):
        return None
    if not header.separator and (body[0][0] == "\t" or any(sign in text for sign in _EMPTY)):
        return None
    lines = [parse_line(line, number, 0) for number, line in enumerate(raw[:_LOOKED_AT], 1)]
    return Page(name, raw, settle_lists(lines), measured=False)
