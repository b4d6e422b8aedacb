r"""A line of a card's text ↔ a line of Markdown that is shown as that text.

    kept as it stands    `code`, $formula$, <sub>…</sub>, <sup>…</sup>, pictures, **bold**
    written with "\"     every sign that Markdown would take for its own where it stands
    written as "&nbsp;"  each space a line begins with, "&#9;" each tab

What is kept holds no sign that is undone, and every other "`", "$" and "<" of a tag is written with
"\": so reading finds the same parts again, and each line comes back as it was.
"""

import re
from html import unescape as _of_entity

_KEPT = (
    r"`[^`\n]+`|\$(?=\S)[^$\n`]+(?<=\S)\$(?!\d)"
    r"|<(?P<place>su[bp])>[^<>\n]{1,60}</(?P=place)>|<img data-card(?: [^<>\n]{0,2000})?>"
)
_BOLD = r"(?<![\w*])\*\*(?=[^\s*])(?P<bold>[^\n*`$<>\\]{0,500}[^\s*`$<>\\])\*\*(?![\w*])"
_SIGN = (
    r"[\\`$*~]|(?<!\w)_|_(?!\w)|\](?=[\[(:])|<(?=[A-Za-z/!?])|&(?=#?\w{1,32};)"  # anywhere
    r"|(?<=\s)#(?=#*$)"  # where a line ends, and where it begins:
    r"|^(?:[>#|=]|[-+](?=\s|$|-)|\d{1,9}(?P<dot>[.)])(?=\s|$))"
)
_WRITTEN = re.compile(f"{_KEPT}|{_BOLD}|(?P<sign>{_SIGN})")
_READ = re.compile(rf"\\(?P<sign>[!-/:-@\[-`{{-~])|(?P<kept>{_KEPT})|&(?P<entity>#?\w{{1,32}});")
_LEAD = re.compile(r"[ \t]*")
_LEADS = {" ": "&nbsp;", "\t": "&#9;"}


def escaped(line: str) -> str:
    """A line of text as Markdown."""
    lead = _LEAD.match(line)
    before = lead[0] if lead else ""
    return "".join(_LEADS[one] for one in before) + _WRITTEN.sub(_escaped, line[len(before) :])


def unescaped(line: str) -> str:
    """A line of Markdown as the text that it shows."""
    return _READ.sub(_unescaped, line)


def _escaped(found: re.Match[str]) -> str:
    if (sign := found["sign"]) is None:
        inner = found["bold"]
        return found[0] if inner is None else f"**{_WRITTEN.sub(_escaped, inner)}**"
    if found["dot"]:
        return f"{sign[:-1]}\\{sign[-1]}"
    return "\\" + sign


def _unescaped(found: re.Match[str]) -> str:
    if found["sign"]:
        return found["sign"]
    if found["kept"]:
        return found[0]
    return " " if found["entity"] == "nbsp" else _of_entity(found[0])
