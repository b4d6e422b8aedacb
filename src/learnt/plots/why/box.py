"""A step as a box with its words, and an arrow with its tip."""

from dataclasses import dataclass

from learnt.facts.chains import Arrow, Step
from learnt.facts.values import CauseKind
from learnt.plots.letters import fitting, wrapped
from learnt.plots.palette import ACCENT, EDGE, INK, SHEET, SOFT, WASHES
from learnt.plots.svg import element, number, said, title

TEXT, TOLD = 16.0, 14.0
LINE, PAD = 21.0, 12.0
_MOST_LINES = 7
_TIP = 7.0


@dataclass(frozen=True, slots=True)
class Box:
    """Where a step stands: its left upper corner, its size and its words line by line."""

    step: Step
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2


def lines_in(step: Step, width: float) -> tuple[str, ...]:
    """The words of a step, as they are broken in a box of a width."""
    return tuple(wrapped(step.text, TEXT, width - 2 * PAD, _MOST_LINES))


def height_of(lines: tuple[str, ...]) -> float:
    """How high a box with these lines is."""
    return len(lines) * LINE + 2 * PAD


def drawn_box(box: Box, href: str | None) -> str:
    """A step; in a page it is a link to its card."""
    asked = box.step.asked
    rect = element(
        "rect", class_="chain-box chain-asked" if asked else "chain-box", x=box.x, y=box.y,
        width=box.width, height=box.height, rx=8, fill=WASHES[0] if asked else SHEET,
        stroke=ACCENT if asked else EDGE, stroke_width=1.2,
    )  # fmt: skip
    top = box.middle - len(box.lines) * LINE / 2
    words = "".join(
        element(
            "text", said(line), class_="chain-words", x=box.x + PAD,
            y=top + LINE * (nth + 1) - 6, font_size=TEXT, fill=INK,
        )
        for nth, line in enumerate(box.lines)
    )  # fmt: skip
    inside = title(box.step.text) + rect + words
    return element("g", inside) if href is None else element("a", inside, href=href)


def drawn_arrow(arrow: Arrow, path: str, tip: tuple[float, float], *, downward: bool) -> str:
    """The line of an arrow and its tip."""
    kind = "chain-arrow"
    kind += " chain-if" if arrow.kind is CauseKind.CONDITION else ""
    kind += " chain-back" if arrow.back else ""
    dashes = {"stroke_dasharray": "6 5"} if arrow.back or "chain-if" in kind else {}
    x, y = tip
    back = ((-_TIP, -_TIP * 0.6), (-_TIP, _TIP * 0.6))
    corners = [(x + dy, y + dx) if downward else (x + dx, y + dy) for dx, dy in back]
    points = " ".join(f"{number(a)} {number(b)}" for a, b in ((x, y), *corners))
    return element(
        "path", class_=kind, d=path, fill="none", stroke=SOFT, stroke_width=1.6, **dashes
    ) + element("path", class_="chain-tip", d=f"M{points}Z", fill=SOFT)


def drawn_words(arrow: Arrow, x: float, y: float, most: float) -> str:
    """The words at an arrow, as many as there is room for."""
    if not arrow.label:
        return ""
    words = said(fitting(arrow.label, TOLD, most))
    return element("text", words, class_="chain-told", x=x, y=y, font_size=TOLD, fill=SOFT)
