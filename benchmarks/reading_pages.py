"""Pages with their true cards, and the scorer: those of a corpus folder, and made ones."""

import importlib.util
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from machine import ROOT

sys.path.insert(0, str(ROOT))  # the maker of pages belongs to the tests

from tests.sources.made import Made, made_pages

RECOVERABLE = (
    "^(?!.*(studystack_inline|goconqr|brainscape_lossy|glossary_blank|quizlet |statements_only"
    "|LOSSY|INLINE)).*"
)
"""The pages of a corpus that form alone can decide, by number, layout and origin."""

Cards = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page with its true cards; `content` is the same for twins: they are learnt together."""

    name: str
    layout: str
    data: bytes
    gold: dict[str, Any]
    content: str
    decidable: bool


def corpus_pages(folder: Path, only: str = "") -> list[Labelled]:
    """The pages of a corpus whose "number layout origin" the expression `only` finds."""
    contents = _contents(folder)
    pages = []
    for path in sorted(folder.glob("gold/*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        tag = f"{path.stem} {gold.get('layout')} {gold.get('origin')}"
        if only and not re.search(only, tag):
            continue
        page = folder / "pages" / f"{path.stem}.txt"
        pages.append(
            Labelled(
                page.name,
                str(gold["layout"]),
                page.read_bytes(),
                gold,
                contents.get(page.name, path.stem),
                re.search(RECOVERABLE, tag) is not None,
            )
        )
    return pages


def _contents(folder: Path) -> dict[str, str]:
    """What each page is about, without the layout it is set in."""
    rows = (folder / "index.tsv").read_text(encoding="utf-8").splitlines()
    contents = {}
    for row in rows[1:]:
        file, layout, _, subject, source, *_ = row.split("\t")
        about = source.rpartition(": ")[2] if "own words" in source else source or subject
        contents[file] = about.replace(layout, "")
    return contents


def labelled(page: Made) -> Labelled:
    """A made page in the same form."""
    return Labelled(page.name, page.layout, page.data, page.gold, page.subject, page.decidable)


def made(count: int, first: int = 0, *, unseen: bool = False) -> list[Labelled]:
    """`count` made pages, all layouts in turn; `unseen` ones are of sites that nobody knows."""
    return [labelled(page) for page in made_pages(count, first, unseen=unseen)]


class Scorer:
    """The scorer that belongs to a corpus, asked for single pages and for sums of pages."""

    def __init__(self, folder: Path) -> None:
        spec = importlib.util.spec_from_file_location("score", folder / "score.py")
        if spec is None or spec.loader is None:
            sys.exit(f"{folder} has no score.py")
        self._score: Any = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self._score)

    def page(self, gold: dict[str, Any], cards: Cards) -> dict[str, Any]:
        """The counts of one page: cards right, read and true, and the same for points."""
        counts: dict[str, Any] = self._score.score_file(gold, cards)
        return counts

    def figures(self, counts: Sequence[dict[str, Any]]) -> tuple[float, float, float, float]:
        """Card precision, recall and F1, and point F1, of all pages together."""

        def total(name: str) -> int:
            return sum(one[name] for one in counts)

        cards = self._score.f1(total("tp"), total("p"), total("g"))
        points = self._score.f1(total("ptp"), total("pp"), total("gp"))
        return (*cards, points[2])

    def right(self, gold: dict[str, Any], cards: Cards) -> list[bool | None]:
        """Whether each card is right, by the labelling that suits the page best.

        None for a last card that the page breaks off in, which is neither right nor wrong.
        """
        best: list[bool | None] = []
        for labels in [gold["cards"], *(gold.get("alternatives") or [])]:
            marks = self._marks(labels, cards)
            if not best or sum(map(bool, marks)) > sum(map(bool, best)):
                best = marks
        if gold.get("truncated") and best and not best[-1]:
            best[-1] = None
        return best

    def _marks(self, labels: Cards, cards: Cards) -> list[bool | None]:
        hit = self._score.match(labels, cards)
        left = [key for key in hit if key is not None]
        marks: list[bool | None] = []
        for card in cards:
            key = self._score.key(card)
            marks.append(key in left)
            if key in left:
                left.remove(key)
        return marks
