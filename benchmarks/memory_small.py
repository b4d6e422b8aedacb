"""Fits of few reviews, on simulated learners: who foretells the next 500 reviews best."""

from collections.abc import Iterator

from memory_learners import draw_parameters, study
from memory_peers import review_log
from memory_quality import PEERS, Losses, differences, means, split_losses
from memory_tables import table
from worker import tell

SIZES = (100, 200, 300, 500)
NEXT = 500
OTHERS = (*PEERS, "defaults", "the truth")


def small_lines(seeds: int) -> Iterator[str]:
    """Mean losses by size, and the difference to each peer and to the defaults."""
    yield (
        f"FSRS-6, {seeds} simulated learners drawn from the population, 20 new cards a day; "
        f"fitted to the first reviews, judged by the targets of the next {NEXT}."
    )
    yield ""
    levels, apart = [], []
    for reviews in SIZES:
        tell(f"small: {seeds} learners with {reviews} reviews")
        held = [small_losses(seed, reviews).held for seed in range(1, seeds + 1)]
        levels.append([str(reviews), *means(held)])
        apart.append([str(reviews), *differences(held, OTHERS)])
    yield from table(["reviews", "learnt", *PEERS, "the truth", "defaults"], levels)
    yield ""
    yield from table(["learnt less", *OTHERS], apart)
    yield ""
    yield "Mean difference ± its standard error over learners, (in how many learnt loses less)."
    yield "Floor: below fsrs-rs."


def small_losses(seed: int, reviews: int) -> Losses:
    """Train on the targets within the first reviews of a learner, and hold out the next ones."""
    truth = draw_parameters(seed)
    made = study(truth, reviews + NEXT, seed)
    log = review_log(made)
    trained = len(review_log(made, reviews).targets)
    return split_losses(log, trained, truth)
