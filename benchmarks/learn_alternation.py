#!/usr/bin/env python3
"""Learn the weights by which bare alternating pages are read, and say how well they do.

    .venv/bin/python benchmarks/learn_alternation.py            the table of held-out figures
    .venv/bin/python benchmarks/learn_alternation.py --write    and a new weights.py

It takes two or three minutes, and the same folders give the same weights. Contents that share a
card are in one fold, so that no page is tested on cards that were learnt from; how far weights may
go from the prior is chosen on the other folds alone. Why: docs/decisions/0012.
"""

import argparse
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from alternation_contents import contents_of
from alternation_crf import Model, Sample, learn
from alternation_labels import Labelled, Tally, made_pages, real_pages, score

from learnt.sources.alternation.chain import Chain
from learnt.sources.alternation.cues import features_of
from learnt.sources.layouts.alternating import states_of

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "src" / "learnt" / "sources" / "alternation" / "weights.py"
FOLDS = 5
STRENGTHS = (5.0, 15.0, 45.0)
STEPS = (0.0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01)
Pair = tuple[Labelled, Sample]


def prior_of(path: Path) -> Model:
    """The hand-set weights of a TOML file."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    rows = {name: tuple(map(float, row)) for name, row in told["weights"].items()}
    chain = told["chain"]

    def costs(row: Sequence[float | str]) -> tuple[float | None, ...]:
        return tuple(None if isinstance(one, str) else float(one) for one in row)

    return Model(
        rows, Chain(costs(chain["start"]), tuple(map(costs, chain["move"])), costs(chain["end"]))
    )


def sample_of(one: Labelled, prior: Model) -> Sample:
    """What the learner is given; the manner of the page as the prior sees it."""
    manner = states_of(one.page, prior.weights, prior.chain).manner
    return Sample(features_of(one.page.lines, manner), one.states)


def folds_of(pages: Sequence[Pair]) -> list[list[Pair]]:
    """The pages in folds by group: the largest group first, each to the fold with fewest lines."""
    groups: dict[str, list[Pair]] = defaultdict(list)
    for one in pages:
        groups[one[0].group].append(one)
    size = {group: sum(len(one.states) for one, _ in pairs) for group, pairs in groups.items()}
    folds: list[list[Pair]] = [[] for _ in range(FOLDS)]
    full = [0] * FOLDS
    for group in sorted(groups, key=lambda one: (-size[one], one)):
        least = full.index(min(full))
        folds[least] += groups[group]
        full[least] += size[group]
    return folds


def chosen(folds: Sequence[Sequence[Pair]], prior: Model) -> float:
    """The strength that does best on the last fold when the others are learnt from."""
    known = [sample for fold in folds[:-1] for _, sample in fold]
    pages = [one for one, _ in folds[-1]]
    return max(STRENGTHS, key=lambda one: score(pages, learn(known, prior, one), Tally()).f1())


def cross_validated(
    folds: Sequence[Sequence[Pair]], prior: Model
) -> tuple[list[float], dict[str, tuple[Tally, Tally]]]:
    """The strengths chosen, and for made and real pages the prior's tally and the learnt one's."""
    strengths: list[float] = []
    tallies = {kind: (Tally(), Tally()) for kind in ("made", "real")}
    for place, held in enumerate(folds):
        others = [*folds[place + 1 :], *folds[:place]]
        strengths.append(chosen(others, prior))
        model = learn([sample for fold in others for _, sample in fold], prior, strengths[-1])
        for kind, (before, after) in tallies.items():
            pages = [one for one, _ in held if one.real == (kind == "real")]
            score(pages, prior, before)
            score(pages, model, after)
    return strengths, tallies


def report(tallies: dict[str, tuple[Tally, Tally]]) -> list[str]:
    """The held-out figures as lines."""
    return [
        f"{kind} pages: {after.there} cards, F1 {before.f1():.3f} by hand, {after.f1():.3f} learnt"
        for kind, (before, after) in tallies.items()
    ]


def reliability(tally: Tally) -> list[str]:
    """A line for each range of confidence: how many cards, what was said, what was right."""
    found: list[str] = []
    for low, high in pairwise(STEPS):
        some = [(sure, right) for sure, right in tally.sure if low <= sure < high]
        if some:
            said = sum(sure for sure, _ in some) / len(some)
            right = sum(right for _, right in some) / len(some)
            found.append(
                f"  {low:.2f}-{min(high, 1):.2f}  {len(some):5d} cards  "
                f"said {said:.3f}  right {right:.3f}"
            )
    return found


def table(model: Model, told: Sequence[str]) -> str:
    """The learnt part of weights.py."""

    def row(costs: Sequence[float | None]) -> str:
        return ", ".join("None" if one is None else f"{one:.2f}" for one in costs)

    lines = [
        "# Written by benchmarks/learn_alternation.py from the pages of ../shared/corpus, and from",
        "# cards of ../shared and of benchmarks/alternation_cards.txt set as pages. Held out:",
        *(f"#   {one}" for one in told),
        "WEIGHTS: Weights = {",
        "    #  TITLE FRONT FRONT2 BACK BACK2",
        *(f'    "{name}": ({row(weights)}),' for name, weights in model.weights.items()),
        "}",
        "",
        "CHAIN = Chain(",
        f"    start=({row(model.chain.start)}),",
        "    move=(",
        "        # to TITLE FRONT FRONT2 BACK BACK2",
        *(f"        ({row(one)})," for one in model.chain.move),
        "    ),",
        f"    end=({row(model.chain.end)}),",
        ")",
    ]
    return "\n".join(lines) + "\n"


def write(path: Path, learnt: str) -> None:
    """Put the learnt part between its marks in weights.py."""
    text = path.read_text(encoding="utf-8")
    before, rest = text.split("# --- learnt from here\n", 1)
    _, after = rest.split("# --- to here\n", 1)
    path.write_text(
        f"{before}# --- learnt from here\n{learnt}# --- to here\n{after}", encoding="utf-8"
    )


def main() -> None:
    """Learn, report, and write if asked to."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    asked.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    asked.add_argument("--write", action="store_true", help="write weights.py anew")
    options = asked.parse_args()
    prior = prior_of(Path(__file__).with_name("alternation_prior.toml"))
    corpus: Path = options.shared / "corpus"
    contents = contents_of(corpus, options.shared / "decks")
    groups = {content.name: content.group for content in contents}
    pages = made_pages(contents) + real_pages(corpus, groups)
    pairs = [(one, sample_of(one, prior)) for one in pages]
    lines = sum(len(one.states) for one in pages)
    print(f"{len(pages)} pages, {lines} lines, {len(set(groups.values()))} groups of contents")
    folds = folds_of(pairs)
    strengths, tallies = cross_validated(folds, prior)
    told = report(tallies)
    print(*told, f"strengths chosen: {strengths}", sep="\n")
    for kind, (_, after) in tallies.items():
        print(f"confidence on {kind} pages", *reliability(after), sep="\n")
    if options.write:
        strength = sorted(strengths)[FOLDS // 2]
        model = learn([sample for _, sample in pairs], prior, strength)
        write(WEIGHTS, table(model, told))
        print(f"{WEIGHTS.relative_to(ROOT)} written, strength {strength}")


if __name__ == "__main__":
    main()
