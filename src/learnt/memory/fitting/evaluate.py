"""What a fit would have foretold of reviews it had not seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from learnt.memory.fitting.arrays import Floats, Ints, Mask
from learnt.memory.fitting.fit import Fit, Workers, fit
from learnt.memory.fitting.log import ReviewLog
from learnt.memory.fitting.prior import Prior
from learnt.memory.fitting.replay import replay
from learnt.memory.fitting.scores import log_loss
from learnt.memory.fitting.stream import best_gain, sharpened


@dataclass(frozen=True)
class Foretold:
    """A fit to the first targets of a log, and what it expected of the next ones.

    `trained_loss`: the mean log loss of the targets it was fitted to, by the model alone.
    `reviews`: where the tested targets are in the log, in the order of time. `expected`: recall by
    the model alone. `shown`: the same sharpened by the stream of answers before each, which only
    the blend has; else `expected` again. `passed`: what happened.
    """

    fit: Fit
    trained_loss: float
    reviews: Ints
    expected: Floats
    shown: Floats
    passed: Mask

    @property
    def loss(self) -> float:
        """Mean log loss of what was shown; NaN where nothing was tested."""
        return log_loss(self.shown, self.passed)

    @property
    def model_loss(self) -> float:
        """Mean log loss of the model alone."""
        return log_loss(self.expected, self.passed)


def foretell(
    model: str,
    log: ReviewLog,
    split: tuple[int, int],
    priors: Mapping[str, Prior],
    workers: Workers | None = None,
    start: Sequence[float] | None = None,
) -> Foretold:
    """Fit to the targets before `split[0]`, and foretell those from there to before `split[1]`.

    States go on over the tested reviews, as they would from day to day; parameters do not.
    """
    trained, end = split
    fitted = fit(model, log.until(trained), priors, start, workers)
    expected, shown = expectations(fitted.model, fitted.parameters, log, trained)
    tested = log.targets[trained:end]
    before = log_loss(expected[:trained], log.passed[log.targets[:trained]])
    return Foretold(
        fitted, before, tested, expected[trained:end], shown[trained:end], log.passed[tested]
    )


def expectations(
    model: str, parameters: tuple[float, ...], log: ReviewLog, trained: int
) -> tuple[Floats, Floats]:
    """Recall of a log's targets by the model alone, and as shown (see `Foretold`).

    The stream's gain is that which was best for the first `trained` targets.
    """
    recalled, _ = replay(model, parameters, log.starts, log.ratings, log.elapsed)
    expected, passed = recalled[log.targets], log.passed[log.targets]
    if model != "blend":
        return expected, expected
    gain = best_gain(expected[:trained], passed[:trained])
    return expected, sharpened(expected, passed, gain)


def loss_of(model: str, parameters: tuple[float, ...], log: ReviewLog) -> float:
    """The mean log loss of all targets of a log, by the model alone; NaN where there are none."""
    recalled, _ = replay(model, parameters, log.starts, log.ratings, log.elapsed)
    return log_loss(recalled[log.targets], log.passed[log.targets])
