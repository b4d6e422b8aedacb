"""The tables of the reading benchmark, as Markdown."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from reading_pages import Cards, Labelled, Scorer

DOUBTFUL = 0.8
"""A card below this confidence is shown as one to check."""
_BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


@dataclass(frozen=True, slots=True)
class Read:
    """Pages and what each reader made of them, by the reader's name."""

    pages: Sequence[Labelled]
    cards: Mapping[str, Sequence[Cards]]
    scorer: Scorer

    def figures(self, reader: str, keep: Callable[[Labelled], bool]) -> tuple[float, ...]:
        """Card precision, recall, F1 and point F1 of the pages that are kept."""
        read = zip(self.pages, self.cards[reader], strict=True)
        return self.scorer.figures(
            [self.scorer.page(page.gold, cards) for page, cards in read if keep(page)]
        )

    def marks(self, keep: Callable[[Labelled], bool]) -> list[tuple[float, bool]]:
        """The confidence of each card that learnt read, and whether the card is right."""
        found = []
        for page, cards in zip(self.pages, self.cards["learnt"], strict=True):
            if keep(page):
                right = self.scorer.right(page.gold, cards)
                told = [card["confidence"] for card in cards]
                pairs = zip(told, right, strict=True)
                found += [(sure, mark) for sure, mark in pairs if mark is not None]
        return found


def anything(_: Labelled) -> bool:
    """Every page is kept."""
    return True


def by_layout(read: Read) -> Iterator[str]:
    """A line a layout: learnt's figures, and the card F1 of the others beside them."""
    others = [name for name in read.cards if name != "learnt"]
    yield _row("layout", "pages", "cards", "P", "R", "card F1", "point F1", *others)
    yield "| --- |" + " --- |" * (6 + len(others))
    layouts: dict[str, int] = defaultdict(int)
    for page in read.pages:
        layouts[page.layout] += 1
    for layout in sorted(layouts, key=str.casefold):
        yield _line(read, layout, partial(_is_of, layout))


def _is_of(layout: str, page: Labelled) -> bool:
    return page.layout == layout


def totals(read: Read) -> Iterator[str]:
    """The pages that form can decide, and all of them."""
    yield _line(read, "**what form can decide**", lambda page: page.decidable)
    yield _line(read, "**all pages**", anything)


def _line(read: Read, name: str, keep: Callable[[Labelled], bool]) -> str:
    kept = [page for page in read.pages if keep(page)]
    true = sum(len(page.gold["cards"]) for page in kept)
    figures = [f"{figure:.3f}" for figure in read.figures("learnt", keep)]
    others = [f"{read.figures(reader, keep)[2]:.3f}" for reader in read.cards if reader != "learnt"]
    return _row(name, str(len(kept)), str(true), *figures, *others)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def reliability(marks: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """Cards by confidence: how many, and the share of them that is right."""
    yield _row("confidence", "cards", "mean", "right")
    yield "| --- | --- | --- | --- |"
    for low, high in pairwise(_BINS):
        inside = [(sure, right) for sure, right in marks if low <= sure < high]
        if inside:
            mean = sum(sure for sure, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            top = min(high, 1.0)
            yield _row(f"{low:.2f} - {top:.2f}", f"{len(inside):,}", f"{mean:.3f}", f"{share:.3f}")


@dataclass(frozen=True, slots=True)
class Trust:
    """How far the word "sure" can be trusted: shares of the cards of some pages."""

    sure: int
    wrong: int
    doubted: int
    right_doubted: int
    marks: Sequence[tuple[float, bool]] = field(repr=False)

    @property
    def wrong_share(self) -> float:
        """The share of wrong cards among those that are not marked as doubtful."""
        return self.wrong / self.sure if self.sure else 0.0

    def __str__(self) -> str:
        total = self.sure + self.doubted
        return (
            f"{self.wrong} of {self.sure:,} cards at {DOUBTFUL} and above are wrong "
            f"({self.wrong_share:.1%}); {self.doubted:,} of {total:,} are below, "
            f"{self.right_doubted:,} of them right"
        )


def trust(marks: Sequence[tuple[float, bool]]) -> Trust:
    """The shares of wrong cards among sure ones and of right cards among doubted ones."""
    sure = [right for told, right in marks if told >= DOUBTFUL]
    doubted = [right for told, right in marks if told < DOUBTFUL]
    return Trust(len(sure), sure.count(False), len(doubted), doubted.count(True), marks)
