"""What says which option of a multiple-choice question is right, for the layout `choices`."""

import re
from collections.abc import Sequence

from learnt.sources.line import Line

OPTION = re.compile(r"(?P<right>[*✓✔☑]\s*)?\(?(?P<letter>[A-Ha-h])\s?[.)\]]\s*(?P<text>\S.*)")
_BOX = re.compile(r"[-*•]?\s*(?:\[(?P<tick>[ xX✓])\]|(?P<round>[○●◯◉☐☑]))\s*(?P<text>\S.*)")
_RIGHT_END = re.compile(
    r"\s*(?:\*+|[✓✔]|\((?:correct|right|answer|richtig)\)|<--.*)\s*$", re.IGNORECASE
)
_END = 48  # characters: the longest sign at the end of a line
LETTER = re.compile(r"\(?(?P<letter>[A-Ha-h])(?:\s?[.)\]:](?:\s.*)?|\s[-–]\s.*)?")
_KEYS_HEAD = re.compile(
    r"(?:answers?|answer key|key|solutions?|lösungen|réponses)\s*:?", re.IGNORECASE
)
_KEY = re.compile(r"\(?(?P<n>\d{1,3})\s?[.):=-]?\s?\(?(?P<letter>[A-Ha-h])\b[).]?")


def option_of(line: Line) -> tuple[str, str, bool] | None:
    """The letter, the text and whether the line itself says that it is right."""
    text = line.text.strip()
    bold = text.startswith("**") and text.endswith("**") and len(text) > 4
    bare = text.strip("*") if bold else text
    if found := OPTION.fullmatch(bare):
        said = _without_end(found["text"])
        right = bold or bool(found["right"]) or said != found["text"]
        return found["letter"].lower(), said.strip(), right
    if found := _BOX.fullmatch(bare):
        tick = (found["tick"] or "").strip() or found["round"] in ("●", "◉", "☑")
        return "", found["text"].strip(), bool(tick)
    return None


def unmarked(text: str) -> str:
    """An option without the sign that it is right."""
    if text.startswith("*") and not text.startswith("**"):
        text = text.strip("*")
    return _without_end(text).strip()


def _without_end(text: str) -> str:
    """A text without the sign at its end; only the end is searched, however long the line is."""
    at = max(0, len(text.rstrip()) - _END)
    return text[:at] + _RIGHT_END.sub("", text[at:])


def keys_below(lines: list[Line]) -> tuple[dict[int, str], list[Line], frozenset[int]]:
    """The list of right letters at the page's end, by question number, and the lines above it."""
    keys: dict[int, str] = {}
    at = len(lines)
    while at and (found := list(_KEY.finditer(lines[at - 1].text))):
        rest = _KEY.sub("", lines[at - 1].text).strip(" ,;.|")
        rest = re.sub(r"answers?( key)?\s*:?", "", rest, flags=re.IGNORECASE).strip(" ,;")
        if rest or OPTION.fullmatch(lines[at - 1].text):
            break
        keys |= {int(one["n"]): one["letter"].lower() for one in found}
        at -= 1
    if len(keys) < 2:
        return {}, lines, frozenset()
    if at and _KEYS_HEAD.fullmatch(lines[at - 1].text.strip("#* ")):
        at -= 1
    return keys, lines[:at], frozenset(line.number for line in lines[at:])


def by_answer(answer: str, texts: dict[str, str], options: Sequence[str]) -> str:
    """The option that an answer names by its letter or its words; else the answer itself."""
    lettered = OPTION.fullmatch(answer.strip())
    plain = (lettered["text"] if lettered and not texts else answer).strip().rstrip(".")
    for text in options:
        if plain.lower() == text.lower().rstrip("."):
            return text
    found = LETTER.fullmatch(plain)
    if found and found["letter"].lower() in texts:
        return texts[found["letter"].lower()]
    return answer
