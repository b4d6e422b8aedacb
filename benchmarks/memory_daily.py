"""The fit after a day's reviews, against the full one of the same log."""

import statistics
from collections.abc import Iterator

from memory_learners import Log, draw_parameters, study
from memory_peers import review_log
from memory_tables import in_turn, mean_and_error, middle_and_range, table
from worker import tell

from learnt.memory.fitting import ReviewLog, Workers, fit, replay
from learnt.memory.fitting.daily import Kept, keep, refit
from learnt.memory.fitting.families import FSRS6, SBD, Family
from learnt.memory.fitting.fit import objective, target_weights
from learnt.memory.fitting.histories import histories
from learnt.memory.fitting.scores import log_loss
from learnt.weights.priors import priors

REVIEWS, A_DAY, DAYS = 12_000, 200, 30
FAMILIES = (FSRS6, SBD)


def daily_lines(seeds: int, repeats: int) -> Iterator[str]:
    """Milliseconds of each, and how much worse the daily fit is."""
    yield (
        f"{REVIEWS:,} simulated reviews, of which the last {A_DAY} are a day's; `chained`: {DAYS} "
        f"days one after the other, each from the one before. Differences over {seeds} learners, "
        "of the mean log loss of all targets, and of what a fit makes least: the weighted mean "
        "with the prior."
    )
    yield ""
    rows = []
    for family in FAMILIES:
        tell(f"daily: {family.name}, {seeds} learners")
        made = [study(draw_parameters(seed), REVIEWS, seed) for seed in range(1, seeds + 1)]
        rows.append([*_times(family, made[0], repeats), *_differences(family, made)])
    head = ["", "daily, ms", "full, ms", "full : daily"]
    what = ("log loss less the full fit's", "what is made least, less the full fit's")
    yield from table([*head, *what, *(f"chained: {one}" for one in what)], rows)


def _times(family: Family, made: Log, repeats: int) -> list[str]:
    prior, log = priors()[family.name], review_log(made)
    kept = keep(family, review_log(made, REVIEWS - A_DAY), prior)

    def fresh() -> ReviewLog:
        """A log of which nothing is computed yet, as after reading it."""
        return ReviewLog(log.items, log.starts, log.ratings, log.times)

    took = in_turn(
        {
            "daily": lambda: refit(kept, fresh(), prior),
            "full": lambda: fit(family.name, fresh(), priors(), kept.parameters),
        },
        repeats,
    )
    ratio = statistics.median(took["full"].clock) / statistics.median(took["daily"].clock)
    return [
        family.name,
        middle_and_range(took["daily"]),
        middle_and_range(took["full"]),
        f"{ratio:.1f}",
    ]


def _differences(family: Family, made: list[Log]) -> list[str]:
    """The daily fit less the full one: after one day, and after many."""
    prior = priors()[family.name]
    apart: list[list[float]] = []
    for log in made:
        whole = review_log(log)
        full = _losses(family, fit(family.name, whole, priors()).parameters, whole)
        kept = keep(family, review_log(log, REVIEWS - A_DAY), prior)
        once = _losses(family, refit(kept, whole, prior).parameters, whole)
        chained = _losses(family, _chain(family, log).parameters, whole)
        both = zip((*once, *chained), (*full, *full), strict=True)
        apart.append([mine - least for mine, least in both])
    return [mean_and_error(one, 6) for one in zip(*apart, strict=True)]


def _chain(family: Family, log: Log) -> Kept:
    prior = priors()[family.name]
    kept = keep(family, review_log(log, REVIEWS - DAYS * A_DAY), prior)
    for day in range(DAYS - 1, -1, -1):
        kept = refit(kept, review_log(log, REVIEWS - day * A_DAY), prior)
    return kept


def _losses(family: Family, parameters: tuple[float, ...], log: ReviewLog) -> tuple[float, float]:
    """The mean log loss of all targets, and the objective for each unit of weight."""
    expected, _ = replay(family.name, parameters, log.starts, log.ratings, log.elapsed)
    weights = target_weights(log)
    days = log.whole_days if family is FSRS6 else log.elapsed
    at = objective(family, [histories(log, days, weights)], priors()[family.name], 1.0, Workers())
    least = at(family.place(parameters)).value / float(weights.sum())
    return log_loss(expected[log.targets], log.passed[log.targets]), least
