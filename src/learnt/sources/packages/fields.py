"""A field of a note, which is HTML: its text as a card keeps it, its points, its media.

Pictures keep their address, sounds stay written as `[sound:…]`; both are named as media.
"""

import re
from collections.abc import Sequence
from html import unescape
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from learnt.deck.files import SOUND, as_name, name_in
from learnt.deck.tidy import same_text, tidy
from learnt.sources.intake.clip.depth import shallow
from learnt.sources.intake.clip.lines import line_of
from learnt.sources.intake.clip.tree import Walk
from learnt.sources.tables.cells import points_in_cell

_SOUND = re.compile(SOUND)
_BREAK = re.compile(r"<[bB][rR] ?/?>")
_ONLY_BREAKS = re.compile(
    r"(?:[^<&\x00\r]++|<[bB][rR] ?/?>|&(?:nbsp|amp|lt|gt|quot|#39);)*+"  # what Anki's editor writes
)


class FieldText(NamedTuple):
    """A field as text, with the files it names; `code` says that its line ends are its own."""

    text: str
    media: tuple[str, ...] = ()
    code: bool = False

    @property
    def points(self) -> tuple[str, ...]:
        """Its points, each once: the items of its list, or its lines."""
        if not self.text:
            return ()
        # a lone dash is an answer, and no bullet
        found = (self.text,) if self.code else points_in_cell(self.text) or (self.text,)
        return each_once(found)


def text_of(html: str) -> FieldText:
    """The text of a field."""
    if html.isprintable() and "&" not in html and "  " not in html and "[" not in html:
        if "<" not in html:  # no tag, as in most fields; else lines with nothing to replace
            return FieldText(html.strip())
        text = "\n".join(filter(None, map(str.strip, html.split("<br>"))))
        if "<" not in text:
            return FieldText(text)
    if "<" not in html:  # only what white space and entities mean
        plain = tidy(" ".join((unescape(html) if "&" in html else html).split()))
        return FieldText(plain, _sounds(html))
    if _ONLY_BREAKS.fullmatch(html):  # as in most of the others: a tree would say the same
        parts = _BREAK.split(html)
        lines = map(line_of, map(unescape, parts) if "&" in html else parts)
        return FieldText(tidy("\n".join(filter(None, lines))), tuple(dict.fromkeys(_sounds(html))))
    return _text_of_tree(html)


def _text_of_tree(html: str) -> FieldText:
    walk = Walk(addressed=True)
    walk.over(html.replace("\x00", ""))
    media = (*_pictures(html), *_sounds(html))
    code = walk.kept > walk.letters / 2
    return FieldText(tidy(walk.lines.text()), tuple(dict.fromkeys(media)), code)


def each_once(texts: Sequence[str]) -> tuple[str, ...]:
    """The texts without those that say again what one before says."""
    found: dict[str, str] = {}
    if len(texts) == 1:
        return tuple(filter(None, map(tidy, texts)))
    for text in map(tidy, texts):
        if text:
            found.setdefault(same_text(text), text)
    return tuple(found.values())


def _pictures(html: str) -> list[str]:
    """The files that pictures in it show; those on the web are not in the package."""
    if "<img" not in html.lower():
        return []
    found = [one.attributes.get("src") or "" for one in LexborHTMLParser(shallow(html)).css("img")]
    return [name for one in found if (name := name_in(one))]


def _sounds(html: str) -> tuple[str, ...]:
    if "[sound:" not in html:
        return ()
    return tuple(as_name(unescape(one)) for one in _SOUND.findall(html))
