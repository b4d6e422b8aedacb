"""The texts of a card as fields of HTML, and back, whatever became of them in Anki's editor.

    Prompt = text ['<details class="learnt-hint"><summary>Hint</summary>' text '</details>']
    Points = ('<ul' | '<ol') ' class="learnt-points">' ('<li>' text '</li>')+ (…)
             ['<div class="learnt-note">' text '</div>'] ['<div class="learnt-media">' … '</div>']

What is no sign of a card's text is written so that it is text in Anki as well: no HTML comes out of
a deck that did not go into it as HTML.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from learnt.deck import Card
from learnt.sources.intake.clip.depth import shallow
from learnt.sources.packages.fields import text_of

_PLAIN = re.compile(r"[^<>&*{\n\t]*")
_SIGN = re.compile(
    r"&lt;(?P<place>su[bp])&gt;(?P<set>(?:(?!&lt;|&gt;)[^\n]){1,200})&lt;/(?P=place)&gt;"
    r'|&lt;img data-card(?P<img>(?: alt="[^"<>]*")?(?: src="[^"<>]*")?)&gt;'
)
_BOLD = re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^\n]{0,500}?[^\s*])\*\*(?![\w*])")
_SPACED = re.compile(r"(?m)^ |  |[\t\xa0]")  # blanks that mean something, as in code
_AS_IT_STANDS = '<span style="white-space:pre-wrap">{}</span>'
_HINT, _POINTS, _NOTE, _MEDIA = "learnt-hint", "learnt-points", "learnt-note", "learnt-media"
_NO_FILES: frozenset[str] = frozenset()
_SOUNDS = frozenset(
    {"mp3", "ogg", "oga", "opus", "wav", "flac", "m4a", "aac", "3gp", "mp4", "webm"}
)


@dataclass(frozen=True, slots=True)
class PointsRead:
    """What the field Points says: the points in their order, and the note below them."""

    points: tuple[str, ...]
    note: str | None


def html_of(text: str) -> str:
    """A text of a card as HTML that looks as it does here."""
    if text.isprintable() and _PLAIN.fullmatch(text) and "  " not in text:
        return text
    html = _SIGN.sub(_shown, escape(text, quote=False))
    html = _BOLD.sub(r"<b>\1</b>", html) if "**" in html else html
    html = html.replace("{{", "{&#123;")
    if _SPACED.search(text):
        return _AS_IT_STANDS.format(html)
    return html.replace("\n", "<br>")


def prompt_field(prompt: str, hint: str | None) -> str:
    """The field Prompt."""
    if hint is None:
        return html_of(prompt)
    told = f'<details class="{_HINT}"><summary>Hint</summary>{html_of(hint)}</details>'
    return html_of(prompt) + told


def points_field(card: Card) -> str:
    """The field Points."""
    kind = "ol" if card.ordered else "ul"
    items = "".join([f"<li>{html_of(point.text)}</li>" for point in card.points])
    parts = [f'<{kind} class="{_POINTS}">{items}</{kind}>']
    if card.note is not None:
        parts.append(f'<div class="{_NOTE}">{html_of(card.note)}</div>')
    if card.media:
        shown = files_shown(card)
        if beside := [name for name in card.media if name not in shown]:
            parts.append(f'<div class="{_MEDIA}">{"".join(map(_file, beside))}</div>')
    return "".join(parts)


def files_shown(card: Card) -> frozenset[str]:
    """The pictures and sounds that the texts of a card name by themselves."""
    texts = [card.prompt or "", card.back, card.note or "", card.hint or ""]
    named = [text_of(html_of(text)).media for text in texts if "<img" in text or "[sound:" in text]
    return frozenset(name for names in named for name in names) if named else _NO_FILES


def _body(html: str) -> LexborNode | None:
    return LexborHTMLParser(shallow(html.replace("\x00", ""))).body


def prompt_in(html: str) -> tuple[str, str | None]:
    """The prompt and the hint that a field Prompt says by now; '' where there is no prompt."""
    if _HINT not in html:
        return text_of(html).text, None
    body = _body(html)
    hint = _taken(body, _HINT, without="summary")
    return text_of(_inner(body)).text, hint


def points_in(html: str) -> PointsRead:
    """What a field Points says by now. A line that was typed beside the list is a point as well."""
    body = _body(html)
    note = _taken(body, _NOTE)
    _taken(body, _MEDIA)
    listed = body.css_first(f".{_POINTS}") if body else None
    items: list[str] = []
    if listed is not None:
        items = [_inner(one) for one in listed.iter() if one.tag == "li"]
        listed.decompose()
    texts = [text_of(item).text for item in items]
    return PointsRead((*filter(None, texts), *text_of(_inner(body)).points), note)


def as_read(texts: Sequence[str]) -> list[str]:
    """Texts as they are read back where nothing has changed them."""
    return [text_of(html_of(text)).text for text in texts]


def _shown(sign: re.Match[str]) -> str:
    if sign["place"]:
        return f"<{sign['place']}>{sign['set']}</{sign['place']}>"
    return f"<img{sign['img']}>"


def _file(name: str) -> str:
    if name.rpartition(".")[2].lower() in _SOUNDS:
        return f"[sound:{escape(name, quote=False)}]"
    return f'<img src="{escape(quote(name))}">'


def _taken(body: LexborNode | None, kind: str, without: str = "") -> str | None:
    """The text of an element of this class, which is taken out."""
    found = body.css_first(f".{kind}") if body is not None else None
    if found is None:
        return None
    if without:
        for one in found.css(without):
            one.decompose()
    text = text_of(_inner(found)).text
    found.decompose()
    return text or None


def _inner(node: LexborNode | None) -> str:
    """The HTML within an element."""
    html = (node.html or "") if node is not None else ""
    return html[html.find(">") + 1 : html.rfind("</")]
