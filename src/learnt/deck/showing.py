"""How a card's text looks: bold, raised and lowered parts, pictures and sounds, told from the rest.

    text = part*
    part = "**" bold "**" | "<sub>" low "</sub>" | "<sup>" high "</sup>" | picture | sound | plain

The text is kept as it was written; every face asks here for its runs. Only these signs are read,
and only in pairs, so that `a<b`, `2**3` and any other markup stay what they are: text. Those of
pictures and sounds are in `files`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from learnt.deck.files import PICTURE, SOUND, File, file_of


class Place(StrEnum):
    """Where a run stands on its line."""

    LEVEL = ""
    LOW = "sub"
    HIGH = "sup"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text that looks the same all through.

    A picture or sound has its `file`; the text stands for it where it cannot be shown.
    """

    text: str
    bold: bool = False
    place: Place = Place.LEVEL
    file: File | None = None


_BOLD = re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^\n]{0,500}?[^\s*])\*\*(?![\w*])")
_OTHER = re.compile(
    r"<(?P<place>su[bp])>(?P<set>[^<>\n]{1,60})</(?P=place)>"
    rf"|{PICTURE}|{SOUND}",
    re.IGNORECASE,
)
_HIGH = str.maketrans(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW′",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ′",
)
_LOW = str.maketrans("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)", re.IGNORECASE)


def runs_of(text: str) -> tuple[Run, ...]:
    """The runs of a text; one run, the text itself, where nothing in it looks different."""
    if "**" not in text and "<" not in text and "[" not in text:
        return (Run(text),)
    return tuple(run for _, _, run in runs_at(text))


def runs_at(text: str) -> tuple[tuple[int, int, Run], ...]:
    """The runs of a text that are not empty, each with its first letter and the one after it.

    The signs that make a run look different are in none of them; a picture or sound is all of its
    sign.
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


def _placed(text: str, first: int) -> Iterator[tuple[int, int, Run]]:
    """The runs of a part that begins at the letter `first` of its text."""
    end = 0
    for one in _OTHER.finditer(text) if "<" in text or "[" in text else ():
        yield first + end, first + one.start(), Run(text[end : one.start()])
        if one["place"]:
            run = Run(one["set"], place=Place(one["place"].lower()))
            yield first + one.start("set"), first + one.end("set"), run
        else:
            file = file_of(one)
            yield first + one.start(), first + one.end(), Run(file.plain, file=file)
        end = one.end()
    yield first + end, first + len(text), Run(text[end:])
