"""How a card's text looks: bold, raised and lowered parts, and pictures, told from the rest.

    text    = part*
    part    = "**" bold "**" | "<sub>" low "</sub>" | "<sup>" high "</sup>" | picture | plain
    picture = "<img data-card" [' alt="…"'] [' src="…"'] ">"

The text is kept as it was written; every face asks here for its runs. Only these signs are read,
and only in pairs, so that `a<b`, `2**3` and any other markup stay what they are: text. A picture
has its `data-card` from the reader of its page, so that cards about HTML can speak of `<img>`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


class Place(StrEnum):
    """Where a run stands on its line."""

    LEVEL = ""
    LOW = "sub"
    HIGH = "sup"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text that looks the same all through."""

    text: str
    bold: bool = False
    place: Place = Place.LEVEL


_BOLD = re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^\n]{0,500}?[^\s*])\*\*(?![\w*])")
_OTHER = re.compile(
    r"<(?P<place>su[bp])>(?P<set>[^<>\n]{1,60})</(?P=place)>"
    r"|<img data-card(?P<img>(?: [^<>]{0,2000})?)>",
    re.IGNORECASE,
)
_UNSIGNED = re.compile('[<>"]')
_LONGEST_PART = 900  # letters of a picture's words or address
_ALT = re.compile(r' alt="([^"]*)"')
_HIGH = str.maketrans(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW′",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ′",
)
_LOW = str.maketrans("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)", re.IGNORECASE)


def runs_of(text: str) -> tuple[Run, ...]:
    """The runs of a text; one run, the text itself, where nothing in it looks different."""
    if "**" not in text and "<" not in text:
        return (Run(text),)
    return tuple(run for _, _, run in runs_at(text))


def runs_at(text: str) -> tuple[tuple[int, int, Run], ...]:
    """The runs of a text that are not empty, each with its first letter and the one after it.

    The signs that make a run look different are in none of them; a picture is all of its tag.
    """
    found: list[tuple[int, int, Run]] = []
    end = 0
    for one in _BOLD.finditer(text):
        found += _placed(text[end : one.start()], end)
        bold = _placed(one[1], one.start(1))
        found += ((start, after, replace(run, bold=True)) for start, after, run in bold)
        end = one.end()
    found += _placed(text[end:], end)
    return tuple(one for one in found if one[2].text)


def without_bold(text: str) -> str:
    """The text without the signs that make parts of it bold."""
    return _BOLD.sub(r"\1", text) if "**" in text else text


def as_plain(text: str) -> str:
    """The text as a terminal shows it, less what is bold."""
    return "".join(plain_of(run) for run in runs_of(text))


def plain_of(run: Run) -> str:
    """A run's text with raised and lowered signs of Unicode; `_(…)` and `^(…)` where none are."""
    if run.place is Place.LEVEL:
        return run.text
    if (moved := moved_to(run.place, run.text)) is not None:
        return moved
    sign = "_" if run.place is Place.LOW else "^"
    return sign + (run.text if run.text.isalnum() else f"({run.text})")


def moved_to(place: Place, text: str) -> str | None:
    """The text in the raised or lowered signs of Unicode; None where one of them has none."""
    if place is Place.HIGH and _ORDINAL.fullmatch(text):
        return text
    table = _HIGH if place is Place.HIGH else _LOW
    if any(ord(sign) not in table for sign in text if sign != " "):
        return None
    return text.translate(table)


def picture_sign(told: str, address: str) -> str:
    """The sign of a picture: its words and its address, less what the sign has no room for."""
    parts = [("alt", told), ("src", address)]
    kept = [
        f'{name}="{one}"'
        for name, text in parts
        if (one := " ".join(_UNSIGNED.sub(" ", text).split())) and len(one) <= _LONGEST_PART
    ]
    return " ".join(("<img data-card", *kept)) + ">"


def _placed(text: str, first: int) -> Iterator[tuple[int, int, Run]]:
    """The runs of a part that begins at the letter `first` of its text."""
    end = 0
    for one in _OTHER.finditer(text) if "<" in text else ():
        yield first + end, first + one.start(), Run(text[end : one.start()])
        if one["place"]:
            run = Run(one["set"], place=Place(one["place"].lower()))
            yield first + one.start("set"), first + one.end("set"), run
        else:
            yield first + one.start(), first + one.end(), Run(_picture(one["img"]))
        end = one.end()
    yield first + end, first + len(text), Run(text[end:])


def _picture(attributes: str) -> str:
    """A picture's words; it is not shown itself."""
    found = _ALT.search(attributes)
    told = found[1].strip() if found else ""
    return f"[picture: {told}]" if told else "[picture]"
