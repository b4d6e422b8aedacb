"""How good fits are on simulated learners, trained on and held out, beside fsrs-rs."""

import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from memory_learners import draw_parameters, study
from memory_peers import DEFAULTS, by_cards, by_default, items_of, recalled, review_log
from memory_tables import mean_and_error, table
from worker import tell

from learnt.memory.fitting import ReviewLog, fit
from learnt.memory.fitting.scores import log_loss
from learnt.memory.fitting.splits import one_split
from learnt.weights.priors import priors

SIZES = {500: (20, 5), 2_000: (20, 5), 12_000: (20, 5), 200_000: (40, 1)}
"""Reviews: how many cards are new a day, and how many times as many learners as were asked for."""
PEERS = ("fsrs-rs, card_ids", "fsrs-rs, default call")


@dataclass(frozen=True)
class Losses:
    """Mean log losses of one learner, by who expected: what was trained on, and what was not."""

    trained: dict[str, float]
    held: dict[str, float]


def quality_lines(seeds: int) -> Iterator[str]:
    """Mean losses by size, and the difference to each peer."""
    yield (
        f"FSRS-6, {seeds} simulated learners with 200,000 reviews and {5 * seeds} with fewer; the "
        "last fifth of the targets is held out. All losses are by one replay, p clipped at 1e-4."
    )
    yield ""
    levels, apart = [], []
    for reviews, (new, times) in SIZES.items():
        tell(f"quality: {times * seeds} learners with {reviews:,} reviews")
        found = [losses(seed, reviews, new) for seed in range(1, times * seeds + 1)]
        for part in ("trained", "held"):
            parts: list[dict[str, float]] = [getattr(one, part) for one in found]
            label = [f"{reviews:,}", "trained on" if part == "trained" else "held out"]
            levels.append(label + means(parts))
            apart.append(label + differences(parts, PEERS))
    names = ["learnt", *PEERS, "the truth", "defaults"]
    yield from table(["reviews", "log loss, mean", *names], levels)
    yield ""
    yield from difference_table(apart)


def difference_table(rows: list[list[str]], first: str = "reviews") -> Iterator[str]:
    """Learnt less each peer, for every size and part."""
    head = [first, "log loss: learnt less", *PEERS]
    yield from table(head, rows)
    yield ""
    yield "Mean difference ± its standard error over learners, (in how many learnt loses less)."
    yield "Floor: no more than 0."


def losses(seed: int, reviews: int, new_a_day: int) -> Losses:
    """Fit one learner's first four fifths, by us and by the peers."""
    truth = draw_parameters(seed)
    log = review_log(study(truth, reviews, seed, new_a_day=new_a_day))
    return split_losses(log, one_split(len(log.targets))[0], truth)


def split_losses(log: ReviewLog, trained: int, truth: tuple[float, ...]) -> Losses:
    """Everyone's fit to the first `trained` targets, judged on them and on the others."""
    items = items_of(log, trained)
    fitted: Mapping[str, tuple[float, ...]] = {
        "learnt": fit("fsrs6", log.until(trained), priors()).parameters,
        PEERS[0]: by_cards(items),
        PEERS[1]: by_default(items),
        "the truth": truth,
        "defaults": DEFAULTS,
    }
    passed = log.passed[log.targets]
    expected = {name: recalled(parameters, log) for name, parameters in fitted.items()}
    return Losses(
        {name: log_loss(p[:trained], passed[:trained]) for name, p in expected.items()},
        {name: log_loss(p[trained:], passed[trained:]) for name, p in expected.items()},
    )


def means(parts: list[dict[str, float]]) -> list[str]:
    """The mean loss of everyone."""
    return [f"{statistics.fmean(one[name] for one in parts):.5f}" for name in parts[0]]


def differences(parts: list[dict[str, float]], others: tuple[str, ...]) -> list[str]:
    """Learnt's loss less that of each other."""
    cells = []
    for other in others:
        apart = [one["learnt"] - one[other] for one in parts]
        cells.append(f"{mean_and_error(apart)} ({sum(d < 0 for d in apart)} of {len(apart)})")
    return cells
