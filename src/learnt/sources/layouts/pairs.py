"""Both sides of a card on one line: the sign at which it comes apart.

    pair  = front separator back
    colon "term: meaning" · dash "term - meaning", "term – meaning" · long dash "term — meaning" ·
    equals "term = meaning" · dots "term ..... meaning" · arrow "term → meaning" ·
    spaces in columns · bold "**term** meaning", "**term**: meaning"

A front may hold the sign as well. After a question mark the sign surely separates; elsewhere the
first one is taken, and a line with several is said to be in doubt.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

SIGNS = {
    "bold": re.compile(
        r"^(?:\*\*|__)(?P<front>[^*_].{0,200}?)(?:\*\*|__)\s*(?:[:=]|[-–—](?=\s))?\s*(?=\S)"
    ),
    "colon": re.compile(r"(?<=\S)\s?[:：]\s+(?=\S)"),
    "dash": re.compile(r"(?<=\S)\s+(?:[-–]|--)\s+(?=\S)|(?<=[^\s-])--(?=[^\s-])"),
    "long dash": re.compile(r"(?<=\S)\s+—\s+(?=\S)|(?<=\w)—(?=\w)"),
    "equals": re.compile(r"(?<=\S)\s+=\s+(?=\S)"),
    "loose dash": re.compile(r"(?<=\S)\s+[-–](?=[^\s\d>-])|(?<=[^\s-])[-–]\s+(?=\S)"),
    "dots": re.compile(r"(?<=[^\s.…])\s*(?:\.{4,}|…{2,}|(?<=\s)(?:\.\s){3,})\s*(?=\S)"),
    "spaces": re.compile(r"(?<=\S)(?:\s{4,}|\u3000+)(?=\S)|(?<=\S)\s{3}(?=\S)"),
    "arrow": re.compile(r"(?<=\S)\s*(?:→|⇒|⟶|->|=>)\s*(?=\S)"),
}
"""Each separator's form, by the name it has in `Reading.separator`."""

_EN_DASH = re.compile(r"(?<=\S)\s+–\s+(?=\S)")
_ASKED = re.compile(r"[?？؟][\"”’)\s]*$")
_LONGEST = 300  # characters: a front longer than this is none
SURE, UNSURE = 0.97, 0.7


@dataclass(frozen=True, slots=True)
class Pair:
    """The two sides of a line; `confidence` (0-1) is how sure it is where they part."""

    front: str
    back: str
    confidence: float


def split_pair(text: str, sign: str, *, en_only: bool = False) -> Pair | None:
    """The sides of a line by one separator, None where it does not stand in it.

    `en_only` says that on this page the en dash separates and the hyphen does not.
    """
    if sign == "bold":
        return _bold(text)
    form = _EN_DASH if sign == "dash" and en_only else SIGNS[sign]
    places = [found.span() for found in form.finditer(text) if found.start() <= _LONGEST]
    if not places:
        return None
    asked = [span for span in places if _ASKED.search(text[: span[0]])]
    if sign == "dash" and not asked and len(places) > 1:
        en = [found.span() for found in _EN_DASH.finditer(text) if found.start() <= _LONGEST]
        places = en if len(en) == 1 else places
    start, end = (asked or places)[0]
    front, back = text[:start].strip(), text[end:].strip()
    if not front or not back:
        return None
    return Pair(front, back, SURE if asked or len(places) == 1 else UNSURE)


def _bold(text: str) -> Pair | None:
    found = SIGNS["bold"].match(text)
    if found is None or not text[found.end() :].strip(" *_"):
        return None
    front = found["front"].strip().rstrip(":-–—=").strip()
    return Pair(front, text[found.end() :].strip(), SURE) if front else None


def best_sign(texts: Sequence[str]) -> tuple[str, float, bool]:
    """The separator that splits most of the texts, its share (0-1), and whether only en dashes do.

    Of two that split nearly as many, the one that stands first above is taken; the long dash only
    where it does so alone, since it stands inside sentences.
    """
    best, most = "", 0.0
    for sign, form in SIGNS.items():
        share = sum(_splits(text, form) for text in texts) / max(1, len(texts))
        if share > most + 0.08:
            best, most = sign, share
    dashed = [text for text in texts if SIGNS["dash"].search(text)]
    en = sum(_EN_DASH.search(text) is not None for text in dashed)
    return best, most, best == "dash" and en >= 0.95 * len(dashed)


def _splits(text: str, form: re.Pattern[str]) -> bool:
    found = form.search(text)
    return found is not None and found.start() <= _LONGEST and found.end() < len(text)
