"""What goes wrong with pages on their way: each defect is a switch.

Some are made before a page is set (`MATERIAL`), some on its blocks (`BLOCKS`), some on its text
(`TEXTS`). A defect that a layout would not survive as a page, such as a broken line in a table,
is not made there: see `fits`.
"""

import random
from dataclasses import replace

from tests.sources.made.facts import Fact
from tests.sources.made.sheet import Block, Given, Gold, Setter, Sheet
from tests.sources.made.spelling import TEXTS

MATERIAL = ("flipped deck", "flipped cards", "repeated card", "wrong count", "odd numbers")
FOOTERS = (
    "Sources: my own lecture notes, weeks 3 to 5",
    "Page 1 of 2",
    "Sources: Smith (2019), ch. 4",
)


def fits(name: str, setter: Setter) -> bool:
    """Whether a page of this layout can have the defect and still be read by a careful person."""
    if name in ("wrapped", "hyphens"):
        return setter.wraps
    if name == "cut":
        return "whole" not in setter.tags
    if name == "blanks":
        return setter.loose
    if name == "lost sides":
        return setter.fill in ("flat", "terms", "words") and not setter.tags & {"bound"}
    if name in ("flipped deck", "flipped cards"):
        return setter.fill in ("terms", "flat", "words") and setter.code != "JP"
    if name == "repeated card":
        return setter.fill != "own"
    if name in ("footer", "doubled", "tabs"):
        return "bound" not in setter.tags
    return True


def spoil(given: Given, names: frozenset[str]) -> Given:
    """The material with the defects among `names` that are its own."""
    facts, numbers, declared = given.facts, given.numbers, given.declared
    dice = given.dice
    if "flipped deck" in names:
        facts = tuple(fact.flipped for fact in facts)
    if "flipped cards" in names:
        facts = tuple(fact.flipped if dice.random() < 0.4 else fact for fact in facts)
    if "repeated card" in names:
        facts = (*facts, dice.choice(facts))
        numbers, declared = tuple(range(1, len(facts) + 1)), declared + 1
    if "wrong count" in names:
        declared = max(2, declared + dice.choice((-2, -1, 1, 2, 5)))
    if "odd numbers" in names:
        numbers = _odd(numbers, dice)
    return replace(given, facts=facts, numbers=numbers, declared=declared)


def _odd(numbers: tuple[int, ...], dice: random.Random) -> tuple[int, ...]:
    """Numbers that start late, leave some out, or come twice."""
    how = dice.choice(("late", "gaps", "repeats"))
    if how == "late":
        start = dice.randint(4, 40)
        return tuple(number + start for number in numbers)
    if how == "gaps":
        at = dice.randrange(len(numbers))
        return tuple(number + 2 * (place >= at) for place, number in enumerate(numbers))
    return tuple(max(1, number - (number % 5 == 0)) for number in numbers)


def without_sides(sheet: Sheet, dice: random.Random) -> Sheet:
    """A page from which one-word sides were lost, as extraction does with bare numbers."""
    kept: list[Block] = []
    for block in sheet.blocks:
        card = block.cards[0]
        lost = str(card["back"])
        alone = [line for line in block.lines if line.strip() == lost]
        if " " in lost or len(alone) != 1 or dice.random() < 0.5:
            kept.append(block)
        else:
            kept.append(Block(tuple(line for line in block.lines if line is not alone[0])))
    return replace(sheet, blocks=tuple(kept))


def cut(sheet: Sheet, dice: random.Random) -> Sheet:
    """A page that ends within a card; that card is left out."""
    if len(sheet.blocks) < 3:
        return sheet
    last = dice.randrange(2, len(sheet.blocks))
    block = sheet.blocks[last]
    lines = block.lines[: dice.randrange(1, len(block.lines) + 1)]
    half = lines[-1][: dice.randrange(1, len(lines[-1]) + 1)] if lines[-1] else ""
    part = Block((*lines[:-1], half))
    return replace(sheet, blocks=(*sheet.blocks[:last], part), foot=(), alternatives=())


def doubled(sheet: Sheet) -> Sheet:
    """A deck that stands on the page twice: its cards count once."""
    again = tuple(Block(block.lines) for block in sheet.blocks)
    return replace(sheet, blocks=sheet.blocks + again)


def footer(sheet: Sheet, dice: random.Random) -> Sheet:
    """A line under the cards that belongs to none."""
    return replace(sheet, foot=(*sheet.foot, "", dice.choice(FOOTERS)))


BLOCKS = ("lost sides", "cut", "doubled", "footer")
ALL = (*MATERIAL, *BLOCKS, *TEXTS)
"""Every defect by its name."""


def gold_of(sheet: Sheet) -> list[Gold]:
    """The true cards of a sheet, each once."""
    return [card for block in sheet.blocks for card in block.cards]


def once(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts without repeated ones."""
    return tuple(dict.fromkeys(facts))
