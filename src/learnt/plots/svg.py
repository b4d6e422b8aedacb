"""SVG as text: elements with their attributes, everything escaped."""

import re
from html import escape

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TEXT_SIZE = 20
"""Units of a picture 680 wide: 10 pixels on a phone, still read, and no smaller."""


def said(text: str) -> str:
    """A text as it may stand in XML, between tags or in quotes."""
    return escape(_NO_XML.sub("\ufffd", text))


def number(value: float) -> str:
    """A length to the tenth: more cannot be seen."""
    return f"{value:.1f}".removesuffix(".0")


def element(name: str, *inside: str, **attributes: str | float) -> str:
    """An element around others, which are SVG already. `fill_opacity` is `fill-opacity`."""
    pairs = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{pairs}>{''.join(inside)}</{name}>" if inside else f"<{name}{pairs}/>"


def title(text: str) -> str:
    """What is told where the mouse rests."""
    return element("title", said(text))


def label(text: str, x: float, y: float, anchor: str = "start", kind: str = "plot-text") -> str:
    """A label; `anchor` is start, middle or end."""
    return element(
        "text",
        said(text),
        class_=kind,
        x=x,
        y=y,
        text_anchor=anchor,
        font_size=TEXT_SIZE,
        fill="currentColor",
        fill_opacity="0.7",
    )


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """A line to measure by."""
    return element(
        "line",
        class_="plot-grid",
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        stroke="currentColor",
        stroke_opacity="0.15",
    )


def picture(name: str, meaning: str, width: float, height: float, *inside: str) -> str:
    """The whole SVG; it takes the width it is given."""
    return element(
        "svg",
        title(name),
        element("desc", said(meaning)),
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        class_="plot",
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        font_family="system-ui, sans-serif",
    )


def _value(value: str | float) -> str:
    return said(value) if isinstance(value, str) else number(value)
