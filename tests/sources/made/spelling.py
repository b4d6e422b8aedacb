"""Defects of a text: broken lines, spoilt letters, spaces of other kinds."""

import random
from collections.abc import Callable

_WHOLE = ("#", "* ", "** ")  # no program breaks a heading, and a table's row is one

Change = Callable[[str, random.Random], str]


def _wrapped(text: str, dice: random.Random) -> str:
    width = dice.choice((48, 60, 72))
    return "\n".join("\n".join(_folded(line, width)) for line in text.split("\n"))


def _folded(line: str, width: int) -> list[str]:
    """A line broken at spaces; what follows keeps the indent of its text."""
    body = line.lstrip()
    indent = line[: len(line) - len(body)]
    made: list[str] = []
    if body.startswith(_WHOLE) or "|" in body:
        return [line]
    while len(line) > width and (at := line.rfind(" ", len(indent) + 8, width)) > 0:
        made.append(line[:at])
        line = indent + line[at + 1 :]
    return [*made, line]


def _hyphens(text: str, dice: random.Random) -> str:
    """Some long lines broken inside a word."""
    made = []
    for line in text.split("\n"):
        body = line.lstrip()
        indent = line[: len(line) - len(body)]
        places = [n for n in range(30, len(line) - 8) if line[n - 4 : n + 4].isalpha()]
        if body.startswith(_WHOLE) or "|" in body:
            places = []
        if len(line) > 55 and places and line[places[0]].islower() and dice.random() < 0.6:
            at = dice.choice(places)
            if line[at - 4 : at + 4].islower():
                made += [line[:at] + "-", indent + line[at:]]
                continue
        made.append(line)
    return "\n".join(made)


def _blanks(text: str, dice: random.Random) -> str:
    return "\n".join(line + "\n" * (dice.random() < 0.25) for line in text.split("\n"))


def _mojibake(text: str, dice: random.Random) -> str:
    try:
        return text.encode().decode("cp1252")
    except UnicodeDecodeError:
        return text


def _spaces(text: str, dice: random.Random) -> str:
    return "\n".join(line + " " * dice.choice((0, 0, 1, 2)) for line in text.split("\n"))


def _hard_spaces(text: str, dice: random.Random) -> str:
    return _some_spaces(text, dice, "\u00a0")


def _entities(text: str, dice: random.Random) -> str:
    return _some_spaces(text.replace("'", "&#39;"), dice, "&nbsp;")


def _some_spaces(text: str, dice: random.Random, instead: str) -> str:
    """Some spaces inside sentences written otherwise; none that a sign of the page has."""
    made = []
    for line in text.split("\n"):
        words = line.split(" ")
        for place in range(len(words) - 2, 1, -1):
            near = words[place] + words[place + 1]
            if near.isalpha() and words[place].islower() and dice.random() < 0.12:
                words[place : place + 2] = [words[place] + instead + words[place + 1]]
        made.append(" ".join(words))
    return "\n".join(made)


def _tabs(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    return "\n".join(
        "\t" * max(1, (len(line) - len(line.lstrip(" "))) // 2) + line.lstrip(" ")
        if line.startswith(" ") and line.strip()
        else line
        for line in lines
    )


def _windows(text: str, dice: random.Random) -> str:
    return text.replace("\n", "\r\n")


TEXTS: dict[str, Change] = {
    "wrapped": _wrapped,
    "hyphens": _hyphens,
    "blanks": _blanks,
    "mojibake": _mojibake,
    "hard spaces": _hard_spaces,
    "entities": _entities,
    "tabs": _tabs,
    "trailing spaces": _spaces,
    "windows line ends": _windows,
}
