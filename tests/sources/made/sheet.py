"""What a layout is given to set, and what it gives back: a sheet of blocks, a card each."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from tests.sources.made.facts import Fact

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one card, or of several where a layout runs them together."""

    lines: tuple[str, ...]
    cards: tuple[Gold, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page before its defects: what stands above the cards, the cards, and what stands below.

    `alternatives` are other complete readings that a careful person could give.
    """

    head: tuple[str, ...]
    blocks: tuple[Block, ...]
    foot: tuple[str, ...] = ()
    alternatives: tuple[tuple[Gold, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What is to be set: `numbers` counts the cards, `declared` is how many the page claims."""

    title: str
    facts: tuple[Fact, ...]
    dice: random.Random
    numbers: tuple[int, ...] = ()
    declared: int = 0

    @property
    def numbered(self) -> Iterable[tuple[int, Fact]]:
        """The facts with their numbers."""
        return zip(self.numbers, self.facts, strict=True)

    def some(self, lines: Iterable[str], least: int = 0) -> list[str]:
        """Some of the lines, in their order; what a line end joins stays together."""
        chosen = list(lines)
        wanted = self.dice.randint(min(least, len(chosen)), len(chosen))
        kept = sorted(self.dice.sample(range(len(chosen)), wanted))
        return [line for place in kept for line in chosen[place].split("\n")]

    def one(self, *lines: str) -> str:
        """One of the lines."""
        return self.dice.choice(lines)


@dataclass(frozen=True, slots=True)
class Setter:
    """A layout: how it is called, which of the codes it is, what it can be filled with.

    `fill` is mixed, flat (no lists), terms, words or own; `wraps` says that long lines may be
    broken without losing what belongs together, `loose` that blank lines mean nothing;
    `decidable` is False where form alone cannot say how the page is to be read.
    """

    name: str
    code: str
    set_up: Callable[[Given], Sheet]
    fill: str = "mixed"
    wraps: bool = False
    loose: bool = False
    decidable: bool = True
    tags: frozenset[str] = field(default_factory=frozenset)


SETTERS: dict[str, Setter] = {}
"""Every layout by its name, in the order in which they are written down."""


def layout(
    name: str, code: str, fill: str = "mixed", marks: str = ""
) -> Callable[[Callable[[Given], Sheet]], Callable[[Given], Sheet]]:
    """Enter a layout; `marks` holds the words of `Setter`.

    unsure  form alone cannot say how it is read      wraps   lines may be broken
    bound   each line must stay as it is              loose   blank lines mean nothing
    whole   a part of the page cannot be understood
    """
    words = frozenset(marks.split())

    def enter(set_up: Callable[[Given], Sheet]) -> Callable[[Given], Sheet]:
        setter = Setter(name, code, set_up, fill, "wraps" in words, "loose" in words)
        SETTERS[name] = replace(setter, decidable="unsure" not in words, tags=words)
        return set_up

    return enter


def blocks(given: Given, lines_of: Callable[[int, Fact], Iterable[str]]) -> tuple[Block, ...]:
    """A block a fact, from the lines that its number and the fact make."""
    return tuple(
        Block(tuple(lines_of(number, fact)), (fact.gold,)) for number, fact in given.numbered
    )


def listed(fact: Fact, sign: str = "- ") -> list[str]:
    """The back: as it is, or each point behind a sign; `n` in the sign counts."""
    if len(fact.points) == 1:
        return [fact.back]
    return [sign.replace("n", str(n)) + point for n, point in enumerate(fact.points, 1)]
