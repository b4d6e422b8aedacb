"""What a text suffered on its way here is put right, line by line; no line is added or taken out.

    mojibake   "cafÃ©" → "café": letters read in a wrong encoding, by ftfy, and nothing else of it
    entities   "&#39;" → "'", "&prop;" → "∝": those that HTML knows, with their semicolon
    tags       <b>x</b> → **x**, <i>x</i> → x, <br> and <li> → `BREAK`: those in pairs, by name

<sub>, <sup> and <img> stay: every face shows them as what they are (`learnt.deck.showing`), and
a picture's address is kept. `a<b`, `List<int>` and `<stdio.h>` are no tags, and nothing in
`code` or on a page about HTML is touched. For hyphens at line ends see `hyphens`.
"""

import html
import re
from collections.abc import Sequence
from html.entities import html5
from itertools import pairwise

from learnt.deck import Problem
from learnt.sources.intake.hyphens import with_own_hyphens
from learnt.sources.intake.residue import BREAK, without_tags
from learnt.sources.page import LONGEST

_CODECS = (
    *("latin-1", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "iso8859-2"),
    *("mac_roman", "cp437"),
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_RESIDUE = re.compile(r"&(?:#\w{1,8}|[A-Za-z][A-Za-z0-9]{1,31});|</?[a-zA-Z][^<>\n]{0,2000}>")
_ABOUT_TAGS = re.compile(
    r"(?<!#)\b(?:X?HTML5?|CSS3?)\b|</?(?:html|head|body|title|form|input|button|script|style|h[1-6])\b",
    re.IGNORECASE,
)
_IS_HTML = re.compile(r"#html:\s*true\b", re.IGNORECASE)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_LINE_ENDS = re.compile("[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")

_LETTERS = "Some letters were put right, such as “{}” to “{}”. Check the accented letters."
_SIGNS = "Signs of a web page in this text, such as “{}”, were read as what they stand for."


def mend(text: str) -> tuple[str, tuple[Problem, ...]]:
    """The text put right, and what the learner is told of it: at most a Problem for each kind."""
    problems: list[Problem] = []
    if "\r" in text:  # ends a line by itself, too, so nothing may be read across it
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = with_own_hyphens(text)
    if not text.isascii() and _suspect().search(text):
        text, told = _letters(text)
        problems += told
    if ("&" in text or "<" in text) and _RESIDUE.search(text):
        text, told = _signs(text)
        problems += told
    return text, tuple(problems)


def opened(points: Sequence[str]) -> tuple[str, ...]:
    """The points, those apart that were items of a list in tags on one line."""
    for point in points:
        if BREAK in point:
            break
    else:
        return tuple(points)
    found: list[str] = []
    for point in points:
        for place, piece in enumerate(point.split(BREAK)):
            if place == 0 or piece.startswith("•"):
                found.append(piece.removeprefix("•").lstrip() if BREAK in point else piece)
            else:
                found[-1] += BREAK + piece
    return tuple(point for point in found if point.strip())


def _letters(text: str) -> tuple[str, list[Problem]]:
    import ftfy  # only a page with such letters needs it, and it takes a tenth of a second

    problems: list[Problem] = []
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if line.isascii() or len(line) > LONGEST or not _suspect().search(line):
            continue
        mended = ftfy.fix_encoding(line)
        if mended == line or "\r" in mended or "\n" in mended:
            continue
        lines[place] = mended
        if not problems:
            before, after = _first_difference(line, mended)
            problems.append(Problem(place + 1, line.strip(), _LETTERS.format(before, after)))
    return "\n".join(lines), problems


def _first_difference(before: str, after: str) -> tuple[str, str]:
    words = zip(before.split(), after.split(), strict=False)
    different = ((one[:40], other[:40]) for one, other in words if one != other)
    return next(different, (before.strip()[:40], after.strip()[:40]))


def _signs(text: str) -> tuple[str, list[Problem]]:
    declared = any(_IS_HTML.match(line) for line in text[:4000].split("\n"))
    if not declared and _ABOUT_TAGS.search(text):
        return text, []
    problems: list[Problem] = []
    lines = text.split("\n")
    fenced = False
    for place, line in enumerate(lines):
        if _FENCE.match(line):
            fenced = not fenced
        if fenced or len(line) > LONGEST or ("&" not in line and "<" not in line):
            continue
        found = _RESIDUE.search(line)
        mended = _mended(line) if found else line
        if found and mended != line:
            lines[place] = mended
            if not problems and not declared:
                shown = _shown(line)
                problems.append(Problem(place + 1, line.strip(), _SIGNS.format(shown)))
    return "\n".join(lines), problems


def _shown(line: str) -> str:
    """The first sign on a line that is not kept as it stands."""
    signs = (one[0] for one in _RESIDUE.finditer(line))
    changed = (one for one in signs if not re.match(r"</?su[bp]\b", one, re.IGNORECASE))
    return next(changed, line.strip())[:40]


def _mended(line: str) -> str:
    """A line without residue; what stands in `code` is as it was."""
    ends = [0, *(end for one in _CODE.finditer(line) for end in one.span()), len(line)]
    pieces = [line[start:end] for start, end in pairwise(ends)]
    for place in range(0, len(pieces), 2):
        piece = _ENTITY.sub(_entity, without_tags(pieces[place]))
        pieces[place] = _ENTITY.sub(_entity, piece)  # some exports escape twice
    return "".join(pieces)


def _entity(found: re.Match[str]) -> str:
    """What an entity stands for; itself where that is nothing that can be shown."""
    name = found[0]
    if name[1] != "#" and name[1:] not in html5:
        return name
    sign = _LINE_ENDS.sub(BREAK, html.unescape(name)).replace("\xa0", " ").replace("\t", " ")
    if sign == "\xad":
        return ""
    return sign if sign in (BREAK, " ") or sign.isprintable() else name


_found: list[re.Pattern[str]] = []


def _suspect() -> re.Pattern[str]:
    """Finds two letters that could be one in UTF-8, read as two in one of the common encodings."""
    if not _found:
        either = []
        for codec in _CODECS:
            first = bytes(range(0xC2, 0xF5)).decode(codec, errors="ignore")
            second = bytes(range(0x80, 0xC0)).decode(codec, errors="ignore")
            either.append(f"[{re.escape(first)}][{re.escape(second)}\x80-\x9f]")
        _found.append(re.compile("|".join(either)))
    return _found[0]
