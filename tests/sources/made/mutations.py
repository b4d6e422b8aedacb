"""What can happen to the bytes of a page: pages that nobody would make on purpose."""

import random
from collections.abc import Callable

from tests.sources.made.pages import made_page

ODD = "\x00\x07\x0b\x0c\x1b\x1d\x85\u200b\u200e\u202e\u2028\ufeff\ufffd\u00ad\u3000\U0001f600é漢א"
SIGNS = ("|", "::", "\t", ";", ",", "?", "Q:", "A:", "---", "- ", "1.", "```", "$", "<b>", "{{c1::")

LARGEST = 60_000
"""Characters; changes that repeat a line may come together."""

Lines = list[str]
Change = Callable[[Lines, random.Random], Lines]


def mutated_page(seed: int) -> bytes:
    """The page of a seed: a made page with one to six changes, then perhaps other bytes."""
    dice = random.Random(seed)
    return mutated(made_page(dice.randrange(10**9)).data, seed)


def mutated(data: bytes, seed: int) -> bytes:
    """A page with one to six changes, the same ones for the same seed."""
    dice = random.Random(f"mutated {seed}")
    lines = data.decode(errors="replace").split("\n")
    for _ in range(dice.randint(1, 6)):
        lines = dice.choice(CHANGES)(lines, dice) or [""]
    return _as_bytes("\n".join(lines)[:LARGEST], dice)


def _place(lines: Lines, dice: random.Random) -> int:
    return dice.randrange(len(lines))


def _delete(lines: Lines, dice: random.Random) -> Lines:
    gone = set(dice.sample(range(len(lines)), min(len(lines), dice.choice((1, 1, 2, 5)))))
    return [line for place, line in enumerate(lines) if place not in gone]


def _repeat(lines: Lines, dice: random.Random) -> Lines:
    at = _place(lines, dice)
    return [*lines[:at], *[lines[at]] * dice.choice((2, 2, 3, 30)), *lines[at + 1 :]]


def _swap(lines: Lines, dice: random.Random) -> Lines:
    changed = list(lines)
    one, other = _place(lines, dice), _place(lines, dice)
    changed[one], changed[other] = changed[other], changed[one]
    return changed


def _join(lines: Lines, dice: random.Random) -> Lines:
    at = _place(lines, dice)
    return [*lines[:at], dice.choice(("", " ", "\t")).join(lines[at : at + 2]), *lines[at + 2 :]]


def _split(lines: Lines, dice: random.Random) -> Lines:
    at = _place(lines, dice)
    cut = dice.randrange(len(lines[at]) + 1)
    return [*lines[:at], lines[at][:cut], lines[at][cut:], *lines[at + 1 :]]


def _odd_signs(lines: Lines, dice: random.Random) -> Lines:
    return _put(lines, dice, dice.choice(ODD) * dice.choice((1, 1, 3)))


def _layout_signs(lines: Lines, dice: random.Random) -> Lines:
    return _put(lines, dice, dice.choice(SIGNS) * dice.choice((1, 1, 2, 40)))


def _put(lines: Lines, dice: random.Random, text: str) -> Lines:
    changed = list(lines)
    for _ in range(dice.choice((1, 3, 8))):
        at = _place(changed, dice)
        cut = dice.choice((0, len(changed[at]), dice.randrange(len(changed[at]) + 1)))
        changed[at] = changed[at][:cut] + text + changed[at][cut:]
    return changed


def _indents(lines: Lines, dice: random.Random) -> Lines:
    changed = list(lines)
    for _ in range(dice.choice((1, 3, 8))):
        at = _place(changed, dice)
        changed[at] = dice.choice((" ", "\t", "\u00a0")) * dice.choice((1, 4, 9, 300)) + changed[at]
    return changed


def _long(lines: Lines, dice: random.Random) -> Lines:
    changed = list(lines)
    at = _place(changed, dice)
    changed[at] = (changed[at] + " ") * dice.choice((5, 50, 400))
    return changed


def _spliced(lines: Lines, dice: random.Random) -> Lines:
    other = made_page(dice.randrange(10**9)).text.split("\n")
    here, there = _place(lines, dice), dice.randrange(len(other))
    return [*lines[:here], *other[there:], *lines[here:]]


def _shuffled(lines: Lines, dice: random.Random) -> Lines:
    at, far = _place(lines, dice), dice.choice((3, 8, 1000))
    middle = lines[at : at + far]
    dice.shuffle(middle)
    return [*lines[:at], *middle, *lines[at + far :]]


def _one_line(lines: Lines, dice: random.Random) -> Lines:
    return [dice.choice((" ", "", "\u2028", "\r")).join(lines)]


def _cut(lines: Lines, dice: random.Random) -> Lines:
    text = "\n".join(lines)
    return text[: dice.randrange(1, len(text) + 2)].split("\n")


CHANGES: tuple[Change, ...] = (
    _delete, _delete, _repeat, _swap, _swap, _join, _join, _split, _split, _odd_signs,
    _layout_signs, _layout_signs, _indents, _long, _spliced, _shuffled, _one_line, _cut,
)  # fmt: skip


def _as_bytes(text: str, dice: random.Random) -> bytes:
    """The text in some encoding; now and then with bytes flipped or the end missing."""
    encoding = dice.choice(
        ("utf-8",) * 12 + ("utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp1251")
    )
    data = bytearray(text.encode(encoding, errors="replace"))
    if dice.random() < 0.08:
        for _ in range(dice.choice((1, 4, 40))):
            if data:
                data[dice.randrange(len(data))] = dice.randrange(256)
    if dice.random() < 0.05:
        del data[dice.randrange(len(data) + 1) :]
    return bytes(data)
