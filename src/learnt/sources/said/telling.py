"""What was found on a page and what was said of it, in words for the learner, in every face."""

from learnt.sources.corrections import Correction, Said, lasting
from learnt.sources.reading import Reading

_NAMES = {
    "\t": "a tab",
    ",": "a comma",
    ";": "a semicolon",
    "|": "a bar ( | )",
    ":": "a colon",
    "::": "two colons",
    "=": "an equals sign",
    "-": "a hyphen ( - )",
    "–": "a dash ( – )",
    "—": "a dash ( — )",
    "": "a space",
}
_BY_NAME = {
    "tab": "a tab",
    "comma": "a comma",
    "semicolon": "a semicolon",
    "colon": "a colon",
    "dash": "a dash",
    "equals": "an equals sign",
    "arrow": "an arrow",
    "bold": "bold letters",
    "dots": "dots",
    "spaces": "spaces",
    "long dash": "a long dash",
}
_LONGEST = 40


def separator_told(separator: str) -> str:
    """The sentence that says what stands between the two sides of a line; "" where nothing does."""
    if not separator:
        return ""
    sign = separator if separator == "\t" else separator.strip()
    name = _BY_NAME.get(sign) or _NAMES.get(sign) or f"“{sign}”"
    return f"Sides are separated by {name}."


def correction_told(one: Correction) -> str:
    """A correction as a sentence without its full stop."""
    line = one.line
    like = f"Lines like “{shortened(one.text)}” are"
    told = {
        Said.SWAPPED: ("Front and back are swapped", f"Line {line}: front and back are swapped"),
        Said.STATEMENTS: ("These are statements", f"Line {line}: this is a statement"),
        Said.SPLIT: ("", f"A card begins at line {line}"),
        Said.JOIN: ("", f"No card begins at line {line}"),
        Said.FURNITURE: (f"{like} not part of the cards", f"{like} not part of the cards"),
        Said.KEPT: ("", f"Line {line} is part of the cards"),
    }
    return told[one.said][0 if line is None else 1]


def remembered_told(reading: Reading) -> str:
    """The sentence that says what was taken over from an earlier page; "" where nothing was."""
    there = set(lasting(reading.corrections))
    parts = [_short(one) for one in lasting(reading.remembered) if one in there]
    if not parts:
        return ""
    return f"Read as you corrected the last page like this: {', '.join(parts)}."


def shortened(text: str) -> str:
    """A line's text, cut to what fits into a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _short(one: Correction) -> str:
    if one.said is Said.SWAPPED:
        return "sides swapped"
    if one.said is Said.STATEMENTS:
        return "each line a statement"
    return f"lines like “{shortened(one.text)}” left out"
