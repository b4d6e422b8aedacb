"""How much room a text takes, guessed from its letters: rather too much than too little."""

from functools import lru_cache
from unicodedata import combining, east_asian_width

_NARROW, _WIDE = frozenset("ijlI.,;:'’‘|!()[] -"), frozenset("mwMW@%…—")
_SHARES = {"narrow": 0.34, "wide": 0.95, "capital": 0.76, "digit": 0.6, "other": 0.57, "full": 1.05}
"""Of the size of the letters: those of the widest of our families."""


def width(text: str, size: float) -> float:
    """Units across, of letters `size` units high."""
    return size * sum(map(_share, text))


def fitting(text: str, size: float, most: float) -> str:
    """As much of a text as there is room for, cut with an ellipsis."""
    if width(text, size) <= most:
        return text
    kept = text
    while kept and width(f"{kept}…", size) > most:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def wrapped(text: str, size: float, most: float, lines: int) -> list[str]:
    """A text in at most so many lines, the last one cut where there is more."""
    found: list[str] = []
    words = text.split()
    while words and len(found) < lines:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}", size) <= most:
            line += f" {words.pop(0)}"
        found.append(line)
    if words:
        found[-1] = f"{found[-1]} {words[0]}"
    return [fitting(line, size, most) for line in found]


@lru_cache(maxsize=4_096)
def _share(letter: str) -> float:
    """Of the size of the letters; nothing for what stands above or below another."""
    return 0.0 if combining(letter) else _SHARES[_kind(letter)]


def _kind(letter: str) -> str:
    if letter in _NARROW:
        return "narrow"
    if letter in _WIDE:
        return "wide"
    if east_asian_width(letter) in "FW":
        return "full"
    if letter.isdigit():
        return "digit"
    return "capital" if letter.isupper() else "other"
