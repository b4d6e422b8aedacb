"""Learn what a layout's numbers are worth, and write sources/judging/confidence_weights.py.

    .venv/bin/python benchmarks/learn_confidence.py            # prints the tables
    .venv/bin/python benchmarks/learn_confidence.py --write    # and writes the weights

Each card that is read on a page with known cards is right or wrong; logistic regression finds the
weights of its signs. What is printed is held out: the pages of the same content stay together in
one fold, and in a second table all pages of one layout do.
"""

import argparse
import math
import random
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from machine import ROOT
from reading_pages import Labelled, Scorer, corpus_pages, made
from reading_tables import reliability, trust
from scipy.optimize import minimize
from worker import tell

from learnt.errors import Unreadable
from learnt.sources.intake.decode import decode
from learnt.sources.intake.mending import mend
from learnt.sources.judging import judge as judging
from learnt.sources.judging.confidence import signs_of
from learnt.sources.judging.judge import judge
from learnt.sources.layouts import LAYOUTS
from learnt.sources.page import page_of
from learnt.sources.site.furniture import remove_furniture

TABLE = ROOT / "src" / "learnt" / "sources" / "judging" / "confidence_weights.py"
FOLDS = 6
PULL = 1.0
"""Of each weight towards 0: a sign that few cards have says little."""
NEVER_UP = (
    "marks", "marks in others", "differs", "lines left over", "same ending", "no words",
    "line in many", "lines that come back", "prompt again", "more points", "last with more",
    "same opening", "same reply", "options in the text",
)  # fmt: skip
"""Signs of a misreading: they never speak for a card."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A card that was read: its signs, whether it is right, and the page it is from."""

    signs: Mapping[str, float]
    right: bool
    layout: str
    content: str
    weight: float
    known: bool


def main() -> None:
    """Learn, show what is held out, and write the table where asked to."""
    asked = _arguments()
    corpus = Path(asked.corpus)
    scorer = Scorer(corpus)
    ours = made(asked.made, asked.seed)
    strange = made(asked.made // 3, asked.seed + asked.made, unseen=True)
    known = [*corpus_pages(corpus), *ours]
    tell(f"reading {len(known) + len(strange)} pages ...")
    seen = [one for page in known for one in _seen(page, scorer, known=True)]
    seen += [one for page in strange for one in _seen(page, scorer, known=False)]
    names = sorted({name for one in seen for name in one.signs})
    tell(f"{len(seen)} cards, {len(names)} signs")
    weights = _learn(seen, names)
    told = []
    for title, groups in (
        ("contents", [one.content for one in seen]),
        ("layouts", [one.layout for one in seen]),
    ):
        found = _held_out(seen, names, groups)
        for sites, known_ones in (("known sites", True), ("sites nobody has seen", False)):
            marks = [mark for mark, one in zip(found, seen, strict=True) if one.known == known_ones]
            told.append(f"Held-out {title}, {sites}: {trust(marks)}.")
            print(f"\n{told[-1]}\n")
            print("\n".join(reliability(marks)))
    print("\nWeights:")
    for name, weight in sorted(zip(names, weights, strict=True), key=lambda pair: pair[1]):
        print(f"  {weight:6.2f}  {name}")
    if asked.write:
        _write(names, weights, len(seen), told)


def _seen(page: Labelled, scorer: Scorer, *, known: bool) -> Iterator[Seen]:
    """The cards that learnt reads on a page, marked by the page's true cards."""
    try:
        text, _ = decode(page.data, page.name)
    except Unreadable:
        return
    read = remove_furniture(page_of(mend(text)[0], page.name))
    proposal = judge(read, LAYOUTS)
    if proposal is None or not proposal.cards:
        return
    drafts, _ = judging.each_once(read, proposal.cards)
    agrees = read.declared is not None and read.agrees(judging.counted(proposal))
    cards = [
        {"front": one.prompt, "back": "\n".join(one.points), "points": list(one.points)}
        for one in drafts
    ]
    marks = scorer.right(page.gold, cards)
    signs = signs_of(read, proposal, drafts, agrees=agrees)
    share = 1 / math.sqrt(len(drafts))  # the cards of a page stand and fall together
    for mark, one in zip(marks, signs, strict=True):
        if mark is not None:
            yield Seen(one, mark, page.layout, page.content, share, known)


def _held_out(
    seen: Sequence[Seen], names: Sequence[str], groups: Sequence[str]
) -> list[tuple[float, bool]]:
    """The probability that each card gets from weights learnt without its group's fold."""
    order = sorted(set(groups))
    random.Random(1).shuffle(order)
    fold_of = {group: place % FOLDS for place, group in enumerate(order)}
    found: list[tuple[float, bool]] = [(0.0, False)] * len(seen)
    for fold in range(FOLDS):
        rest = [one for one, group in zip(seen, groups, strict=True) if fold_of[group] != fold]
        held = [at for at, group in enumerate(groups) if fold_of[group] == fold]
        odds = _matrix([seen[at] for at in held], names) @ _learn(rest, names)
        for at, odd in zip(held, odds, strict=True):
            found[at] = float(1 / (1 + np.exp(-odd))), seen[at].right
    return found


def _learn(seen: Sequence[Seen], names: Sequence[str]) -> np.ndarray:
    """The weights with the greatest likelihood, pulled towards 0 (and `told` towards 1)."""
    signs = _matrix(seen, names)
    right = np.array([one.right for one in seen])
    share = np.array([one.weight for one in seen])
    start = np.array([1.0 if name == "told" else 0.0 for name in names])
    pull = np.array([0.0 if name == "always" else PULL for name in names])
    bounds = [(None, 0.0) if name in NEVER_UP else (None, None) for name in names]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = signs @ weights
        away = weights - start
        cost = share @ (np.logaddexp(0, odds) - right * odds) + (pull * away) @ away / 2
        error = share * (1 / (1 + np.exp(-odds)) - right)
        return float(cost), signs.T @ error + pull * away

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds)
    weights: np.ndarray = found.x
    return weights


def _matrix(seen: Sequence[Seen], names: Sequence[str]) -> np.ndarray:
    return np.array([[one.signs.get(name, 0.0) for name in names] for one in seen])


def _write(names: Sequence[str], weights: np.ndarray, count: int, told: Sequence[str]) -> None:
    lines = [
        '"""What each sign of `confidence` weighs, in log-odds of a right card.',
        "",
        f"Written by benchmarks/learn_confidence.py from {count:,} cards; do not edit by hand.",
        *(line for text in told for line in textwrap.wrap(text, 98)),
        '"""',
        "",
        "WEIGHTS: dict[str, float] = {",
        *(f'    "{name}": {weight:.2f},' for name, weight in zip(names, weights, strict=True)),
        "}",
    ]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    tell(f"written to {TABLE}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Learn what a layout's numbers are worth.")
    parser.add_argument("--corpus", default=str(ROOT.parent / "shared" / "corpus"))
    parser.add_argument("--made", type=int, default=3000, help="how many made pages")
    parser.add_argument("--seed", type=int, default=500_000, help="of the first made page")
    parser.add_argument("--write", action="store_true", help="write the weights")
    return parser.parse_args()


if __name__ == "__main__":
    main()
