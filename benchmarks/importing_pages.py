"""Pages of made-up cards, the same for every program: a table with tabs, and questions on lines."""

import random
from collections.abc import Iterator
from pathlib import Path

FORMS = {
    "tab": "front TAB back",
    "marked": "`Q:` and `A:` lines",
    "lines": "a question, its answer below, a blank line",
}
"""What the forms are, by their names in files."""

_WORDS = (
    "the of a wave light stone river bank charter mill guild tide prism field atom cell growth "
    "loss price king law harvest bridge winter engine mirror sugar market island copper garden"
).split()
_FORMS = {"tab": "{}\t{}\n", "marked": "Q: {}\nA: {}\n", "lines": "{}\n{}\n\n"}


def write_page(folder: Path, form: str, cards: int, seed: int) -> Path:
    """A file of so many cards; its name ends with their number."""
    path = folder / f"{form}-{cards}.txt"
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_cards(form, cards, chance))
    return path


def write_long(path: Path, size: int, seed: int) -> int:
    """A table of about so many bytes; how many cards it has."""
    chance = random.Random(seed)
    cards = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        while file.tell() < size:
            file.writelines(_cards("tab", 1_000, chance, cards))
            cards += 1_000
    return cards


def _cards(form: str, count: int, chance: random.Random, first: int = 0) -> Iterator[str]:
    for number in range(first, first + count):
        front = f"What is {_some(chance, 3, 8)} number {number}?"
        back = f"{_some(chance, 4, 14).capitalize()}"
        yield _FORMS[form].format(front, back)


def _some(chance: random.Random, least: int, most: int) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(least, most)))
