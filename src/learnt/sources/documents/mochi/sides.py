"""The Markdown of a card → its sides as texts, what it names beside them, and its gaps.

sides     apart by "---" alone on a line, as many as there are
gap       "{{hidden}}" or "{{2::hidden}}": those of one number are asked together
picture   "![words](@media/file.png)", sound "![](@media/file.mp3)"
link      "[[Title|card]]", "@[title](card)": the title
tag       "#word", where nothing but tags stands on the line
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from learnt.deck.files import picture_sign
from learnt.deck.tidy import tidy
from learnt.sources.line import parse_line
from learnt.sources.page import settle_lists
from learnt.sources.points import points_of
from learnt.sources.wrapping import wrapping_of

_GAP = "[…]"
_HEADING = re.compile(r"\A#{1,6}[ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]{0,3}(?:-[ \t]*){3,}")
_FENCE = re.compile(r"[ \t]{0,3}(?:```|~~~)")
_TAGS = re.compile(r"\s*(?:#[^\s#,]{1,100}[\s,]*)+")
_TAG = re.compile(r"#([^\s#,]+)")
_CLOZE = re.compile(r"\{\{(?:(?P<number>\d{1,4})::)?(?P<hidden>[^{}]{1,2000})\}\}")
_FILE = re.compile(
    r"!\[(?P<words>[^\]\n]{0,500})\]\(\s*(?P<near>@media/)?(?P<address>[^()\s]{1,500})[^()\n]{0,200}\)"
)
_SOUND = re.compile(r"\.(?:mp3|m4a|ogg|oga|opus|wav|flac|aac|webm)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_WIKI = re.compile(r"!?\[\[(?P<title>[^\[\]|\n]{1,200})(?:\|[^\[\]\n]{0,200})?\]\]")
_LINK = re.compile(r"@\[(?P<title>[^\]\n]{1,300})\]\([^()\n]{0,500}\)")
_BREAK = re.compile(r"<br\s{0,5}/?>", re.IGNORECASE)
_BOLD = re.compile(r"</?(?:b|strong)>", re.IGNORECASE)
_LOOKS = re.compile(
    r"</?(?:span|div|p|u|i|em|font|center|small|mark|speech|translate|transcription|furigana|pinyin)"
    r"(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sides:
    """A card's sides that have text, the files they name, the tags on lines of their own."""

    sides: tuple[str, ...]
    media: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def sides_of(content: str, names: Mapping[str, str]) -> Sides:
    """The sides of a card; `names` are those of the cards that a link may lead to, by their ids."""
    sides: list[list[str]] = [[]]
    tags: list[str] = []
    fenced = False
    for line in content.replace("\r\n", "\n").split("\n"):
        fenced ^= _FENCE.match(line) is not None
        if not fenced and _RULE.fullmatch(line):
            sides.append([])
        elif not fenced and _TAGS.fullmatch(line):
            tags += _TAG.findall(line)
        else:
            sides[-1].append(line)
    media: dict[str, None] = {}
    texts = [tidy(_shown("\n".join(lines), names, media)) for lines in sides]
    if texts:
        texts[0] = _HEADING.sub("", texts[0], count=1)
    return Sides(tuple(filter(None, texts)), tuple(media), tuple(tags))


def _shown(text: str, names: Mapping[str, str], media: dict[str, None]) -> str:
    """The text as cards here keep it."""

    def file(found: re.Match[str]) -> str:
        address = found["address"]
        if found["near"] or not _ELSEWHERE.match(address):
            media[address] = None
        if _SOUND.search(address[-6:]):
            return f"[sound:{address}]"
        return picture_sign(found["words"], address)

    text = _FILE.sub(file, text)
    text = _LINK.sub(r"\g<title>", text)
    text = _WIKI.sub(lambda found: names.get(found["title"], found["title"]), text)
    return _LOOKS.sub("", _BOLD.sub("**", _BREAK.sub("\n", text)))


def points_in(side: str) -> tuple[str, ...]:
    """The points that a side makes, as those of an answer on any page."""
    blanks, lines = 0, []
    for number, row in enumerate(side.split("\n"), 1):
        if row.strip():
            lines.append(parse_line(row, number, blanks))
        blanks = 0 if row.strip() else blanks + 1
    settled = settle_lists(lines)
    return points_of(settled, wrapping_of(settled)) or (side,)


def gaps_in(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """For each number of gaps, the text without what they hide, and what that is."""
    numbers = dict.fromkeys(found["number"] or "" for found in _CLOZE.finditer(text))
    return [_gaps(text, number) for number in numbers]


def _gaps(text: str, number: str) -> tuple[str, tuple[str, ...]]:
    hidden: list[str] = []

    def replaced(found: re.Match[str]) -> str:
        if (found["number"] or "") != number:
            return found["hidden"]
        hidden.append(found["hidden"])
        return _GAP

    asked = _CLOZE.sub(replaced, text)
    return asked, tuple(dict.fromkeys(one for hid in hidden if (one := tidy(hid))))
