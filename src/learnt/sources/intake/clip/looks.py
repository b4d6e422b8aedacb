"""What the elements of rich text and their styles say of the text in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from learnt.deck.showing import Place

DROPPED = frozenset(
    "script style head title meta link noscript template svg select option textarea input iframe "
    "object embed canvas audio video datalist col colgroup".split()
)
APART = frozenset("p h1 h2 h3 h4 h5 h6 blockquote pre hr ul ol menu dl table".split())
LISTS = frozenset({"ul", "ol", "menu"})
HEADING = re.compile(r"h([1-6])")
_BLOCKS = frozenset(
    "address article aside body center details dialog div fieldset figcaption figure footer form "
    "header hgroup html legend li dt dd main nav section summary tr tbody thead tfoot "
    "caption".split()
)
_BLOCK = re.compile(r"(?:^|;)\s*display\s*:\s*(?:block|flex|grid|list-item)\b(?!-)")
_INLINE = re.compile(r"(?:^|;)\s*display\s*:\s*inline\b(?!-)")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_WEIGHT = re.compile(r"(?:^|;)\s*font-weight\s*:\s*(\w+)")
_KEPT = re.compile(r"(?:^|;)\s*white-space\s*:\s*(?:pre|pre-wrap|break-spaces)\s*(?:;|$|!)")
_CELL = frozenset({"td", "th"})


@dataclass(frozen=True, slots=True)
class Style:
    """How the text at a place of the tree looks; `kept` text keeps its spaces and line ends."""

    bold: bool = False
    kept: bool = False
    place: Place = Place.LEVEL


def css_of(attributes: Mapping[str, str | None]) -> str:
    """The style that is written at an element."""
    return (attributes.get("style") or "")[:2000].lower()


def is_block(tag: str, css: str) -> bool:
    """Whether an element stands on lines of its own."""
    if tag in _CELL:
        return False  # a cell has lines of its own anyway
    return (tag in _BLOCKS and not _INLINE.search(css)) or _BLOCK.search(css) is not None


def is_hidden(attributes: Mapping[str, str | None]) -> bool:
    """Whether nobody sees the element; what hides a formula's source is none of these."""
    named = attributes.get("class") or ""
    if "katex-html" in named:
        return True
    hidden = "hidden" in attributes or _HIDDEN.search(css_of(attributes)) is not None
    return hidden and "math" not in named


def styled(style: Style, tag: str, css: str) -> Style:
    """How text looks inside an element."""
    bold = style.bold or tag in ("b", "strong")
    if found := _WEIGHT.search(css):
        weight = found[1]
        bold = weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:4]) >= 600)
    place = {"sub": Place.LOW, "sup": Place.HIGH}.get(tag, style.place)
    kept = style.kept or tag == "pre" or _KEPT.search(css) is not None
    if (bold, kept, place) == (style.bold, style.kept, style.place):
        return style
    return replace(style, bold=bold, kept=kept, place=place)
