"""Labelled pages, and what a reading of them is worth.

The corpus's alternating pages are labelled by finding the sides of their cards in their lines;
made pages come with their labels. A card counts as right when its first line, the first line of
its back and its last line are right.
"""

import csv
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from alternation_contents import Content, content_name
from alternation_crf import Model
from alternation_pages import make_page

from learnt.sources.alternation.weights import BACK, BACK2, FRONT, FRONT2, TITLE
from learnt.sources.layouts.alternating import states_of
from learnt.sources.line import Line
from learnt.sources.page import Page, page_of
from learnt.sources.site.furniture import remove_furniture

EITHER = frozenset((TITLE, FRONT, FRONT2, BACK, BACK2))
LAYOUTS = frozenset(
    "ALT_COMPACT LOSSY_PAIRS OCR_NOISE brainscape_compact brainscape_compact_n brainscape_lossy "
    "cram getrevising_test glossary_blank knowt_compact quizlet".split()
)
_BY_STUDENTS = frozenset("001 biology_cells chemistry_bonding economics_macro".split())


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page with the states each line may have; `group` keeps it with its like."""

    page: Page
    states: tuple[frozenset[int], ...]
    group: str
    real: bool


def made_pages(contents: Sequence[Content]) -> list[Labelled]:
    """Pages made of the contents: more of larger ones, and of those that students wrote."""
    found: list[Labelled] = []
    for content in contents:
        size = len(content.facts)
        many = 1 if size < 8 else 6 if size < 25 else 10
        if content.name.startswith("own") or content.name in _BY_STUDENTS:
            many *= 2
        for number in range(many):
            made = make_page(content, f"{content.name} {number}")
            page = remove_furniture(page_of("\n".join(made.lines), f"{content.name} {number}"))
            known = [made.states[line.number - 1] for line in page.lines]
            states = tuple(one if one is not None else EITHER for one in known)
            if len(states) > 3:
                found.append(Labelled(page, states, content.group, real=False))
    return found


def real_pages(corpus: Path, groups: dict[str, str]) -> list[Labelled]:
    """The corpus's alternating pages of which most cards are found; `groups` by content."""
    found: list[Labelled] = []
    with (corpus / "index.tsv").open(encoding="utf-8") as table:
        rows = [row for row in csv.DictReader(table, delimiter="\t") if row["layout"] in LAYOUTS]
    for row in rows:
        stem = row["file"].removesuffix(".txt")
        text = (corpus / "pages" / row["file"]).read_text(encoding="utf-8", errors="replace")
        gold = json.loads((corpus / "gold" / f"{stem}.json").read_text(encoding="utf-8"))
        page = remove_furniture(page_of(text, row["file"]))
        states = _aligned(page.lines, gold["cards"])
        name = content_name(row["source"], stem)
        if states is not None:
            found.append(Labelled(page, states, groups.get(name, name), real=True))
    return found


def _aligned(
    lines: Sequence[Line], cards: Sequence[dict[str, str]]
) -> tuple[frozenset[int], ...] | None:
    """What each line is, or None where too few cards are found among the lines."""
    states: list[frozenset[int]] = [EITHER] * len(lines)
    at, first, right = 0, len(lines), 0
    for card in cards:
        for start in range(at, len(lines)):
            middle = _side(lines, start, card["front"])
            end = _side(lines, middle, card["back"]) if middle else None
            if middle is None or end is None:
                continue
            front, back = middle - start, end - middle
            path = [FRONT, *[FRONT2] * (front - 1), BACK, *[BACK2] * (back - 1)]
            states[start:end] = [frozenset({state}) for state in path]
            first, at, right = min(first, start), end, right + 1
            break
    states[:first] = [frozenset({TITLE})] * first
    return tuple(states) if right and right >= 0.7 * len(cards) else None


def _side(lines: Sequence[Line], start: int, text: str | None) -> int | None:
    """The index past the lines that make up a side of a card, or None."""
    wanted = _letters(text or "")
    for whole in (False, True):
        found = ""
        for index in range(start, min(len(lines), start + 30)):
            found += _letters(lines[index].text if whole else lines[index].body)
            if found == wanted:
                return index + 1
            if not wanted.startswith(found):
                break
    return None


def _letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", text.casefold()))


Card = tuple[int, int, int]  # the indexes of its first line, of its back's first, and past its last


def cards_of(path: Sequence[int]) -> list[Card]:
    """The cards of a sequence of states; a front without a back is none."""
    starts = [index for index, state in enumerate(path) if state == FRONT]
    found: list[Card] = []
    for start, end in zip(starts, [*starts[1:], len(path)], strict=True):
        back = next((index for index in range(start, end) if path[index] == BACK), None)
        if back is not None:
            found.append((start, back, end))
    return found


def gold_cards(states: Sequence[frozenset[int]]) -> set[Card]:
    """The cards of a labelled page whose lines are all known."""
    path = [min(one) if len(one) == 1 else TITLE for one in states]
    cuts = [index for index, one in enumerate(path) if one in (FRONT, TITLE)] + [len(path)]
    found: set[Card] = set()
    for start, end in pairwise(cuts):
        if path[start] == FRONT:
            found |= {(start, start + back, end) for _, back, _ in cards_of(path[start:end])}
    return found


@dataclass(slots=True)
class Tally:
    """Cards right, read and there; and (confidence, right) of each card read."""

    right: int = 0
    read: int = 0
    there: int = 0
    sure: list[tuple[float, bool]] = field(default_factory=list)

    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.read + self.there)


def score(pages: Sequence[Labelled], model: Model, tally: Tally) -> Tally:
    """Add to the tally what the model reads of the pages."""
    for one in pages:
        found = states_of(one.page, model.weights, model.chain)
        known = gold_cards(one.states)
        cards = [
            card
            for card in cards_of(found.path)
            if all(len(may) == 1 for may in one.states[card[0] : card[2]])
        ]
        sure = found.sure([(start, end) for start, _, end in cards], model.chain)
        tally.right += len(known & set(cards))
        tally.read += len(cards)
        tally.there += len(known)
        tally.sure += [(s, card in known) for s, card in zip(sure, cards, strict=True)]
    return tally
