"""FSRS-6, the memory model of the open-spaced-repetition project.

Source of every formula: open-spaced-repetition, fsrs-rs 6.6.1 and py-fsrs 6.3. `w` are its 21
parameters, `g` the rating 1-4, `S` stability, `D` difficulty, `R` recall, `t` days.
"""

from dataclasses import dataclass
from functools import cached_property
from math import exp

from learnt.clock import Days
from learnt.journal import Rating
from learnt.memory.model import MemoryState, Probability

DEFAULT_PARAMETERS = (
    0.212, 1.2931, 2.3065, 8.2956,  # w0-w3: stability after a first Again, Hard, Good, Easy
    6.4133, 0.8334, 3.0194, 0.001,  # w4-w7: difficulty
    1.8722, 0.1666, 0.796,          # w8-w10: stability after a pass
    1.4835, 0.0614, 0.2629, 1.6483,  # w11-w14: stability after a lapse
    0.6014, 1.8729,                 # w15, w16: Hard penalty, Easy bonus
    0.5425, 0.0912, 0.0658,         # w17-w19: reviews on the same day
    0.1542,                         # w20: decay of the forgetting curve
)  # fmt: skip
LEAST_STABILITY, GREATEST_STABILITY = 0.001, 36_500.0


@dataclass(frozen=True)
class Fsrs6:
    """FSRS-6 with 21 parameters; raises ValueError for any other number of them.

    Elapsed time counts in whole days of 24 hours where a review moves the state, as in py-fsrs;
    `recall` and `interval` follow the curve between them.
    """

    parameters: tuple[float, ...] = DEFAULT_PARAMETERS

    def __post_init__(self) -> None:
        if len(self.parameters) != len(DEFAULT_PARAMETERS):
            raise ValueError(f"FSRS-6 has 21 parameters, not {len(self.parameters)}")

    @cached_property
    def _factor(self) -> float:
        """F = 0.9^(-1/w20) - 1, so that R(S, S) = 0.9."""
        return float(0.9 ** (-1 / self.parameters[20])) - 1

    def start(self, rating: Rating) -> MemoryState:
        """S0(g) = w[g-1]; D0(g) = w4 - e^(w5 (g-1)) + 1."""
        return MemoryState(
            _stability(self.parameters[rating - 1]), _difficulty(self._first_difficulty(rating))
        )

    def recall(self, state: MemoryState, days: float) -> Probability:
        """R(t, S) = (1 + f t / S)^(-w20)."""
        base = 1 + self._factor * max(0.0, days) / state.stability
        return Probability(float(base ** -self.parameters[20]))

    def interval(self, state: MemoryState, target: float) -> Days:
        """I(r) = S / f (r^(-1/w20) - 1)."""
        growth = float(target ** (-1 / self.parameters[20])) - 1
        return Days(state.stability / self._factor * growth)

    def after(self, state: MemoryState, rating: Rating, days: float) -> MemoryState:
        """The next state: same-day, pass or lapse; difficulty moves by the rating alone."""
        whole_days = int(days)
        if whole_days < 1:
            stability = self._after_same_day(state, rating)
        elif rating.passed:
            stability = self._after_pass(state, rating, self.recall(state, whole_days))
        else:
            stability = self._after_lapse(state, self.recall(state, whole_days))
        return MemoryState(_stability(stability), self._next_difficulty(state, rating))

    def _first_difficulty(self, rating: Rating) -> float:
        w = self.parameters
        return w[4] - exp(w[5] * (rating - 1)) + 1

    def _next_difficulty(self, state: MemoryState, rating: Rating) -> float:
        """D' = w7 D0(4) + (1 - w7)(D - w6 (g-3)(10-D)/9); here D0(4) is not clamped."""
        w = self.parameters
        damped = state.difficulty - w[6] * (rating - 3) * (10 - state.difficulty) / 9
        return _difficulty(w[7] * self._first_difficulty(Rating.EASY) + (1 - w[7]) * damped)

    def _after_same_day(self, state: MemoryState, rating: Rating) -> float:
        """S' = S · e^(w17 (g-3+w18)) S^(-w19), never less than S after a pass."""
        w = self.parameters
        growth = exp(w[17] * (rating - 3 + w[18])) * float(state.stability ** -w[19])
        return state.stability * (max(1.0, growth) if rating.passed else growth)

    def _after_pass(self, state: MemoryState, rating: Rating, recall: float) -> float:
        """S' = S (1 + e^w8 (11-D) S^(-w9) (e^((1-R) w10) - 1) · [w15 Hard] · [w16 Easy])."""
        w = self.parameters
        growth = exp(w[8]) * (11 - state.difficulty) * float(state.stability ** -w[9])
        growth *= exp((1 - recall) * w[10]) - 1
        if rating is Rating.HARD:
            growth *= w[15]
        elif rating is Rating.EASY:
            growth *= w[16]
        return state.stability * (1 + growth)

    def _after_lapse(self, state: MemoryState, recall: float) -> float:
        """S' = min(w11 D^(-w12) ((S+1)^w13 - 1) e^((1-R) w14), S / e^(w17 w18))."""
        w = self.parameters
        forgotten = w[11] * float(state.difficulty ** -w[12])
        forgotten *= (float((state.stability + 1) ** w[13]) - 1) * exp((1 - recall) * w[14])
        return min(forgotten, state.stability / exp(w[17] * w[18]))


def _stability(value: float) -> float:
    return min(max(value, LEAST_STABILITY), GREATEST_STABILITY)


def _difficulty(value: float) -> float:
    return min(max(value, 1.0), 10.0)
