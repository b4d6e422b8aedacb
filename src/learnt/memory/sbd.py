"""SBD, a memory model of seven parameters that works in fractions of days.

Source: andersschill, srs-benchmark models/sbd. Parameters: L, H, k, α, c, v and log δ. `s` is what
has been laid down (the trace), `n` how often recall failed or was hard (doubts), `g` the first
rating less one. As in FSRS-6, a sitting and a fit use the same functions.
"""

from dataclasses import dataclass, field
from math import exp, expm1, log, sqrt
from typing import ClassVar

from learnt.clock import Days
from learnt.journal import Known, Rating
from learnt.memory.model import Bounds, MemoryState, Probability

DEFAULT_PARAMETERS = (-2.803101, 1.386926, 1.739235, -1.819954, 0.529839, -0.886052, -1.393709)
BOUNDS: Bounds = (
    (-12.0, 8.0), (-8.0, 12.0), (1.0, 6.0), (-6.0, 2.0), (0.05, 1.5), (-8.0, 6.0), (-8.0, 3.0)
)  # fmt: skip
MOST_DOUBTS = 50.0
LEAST_TRACE, GREATEST_TRACE = 1e-6, 1e6
LEAST_DAYS, LONGEST_DAYS = 1e-6, 1e7
MOST_GROWTH = 600.0
"""The logarithm of the greatest number that an interval reckons with."""
DOUBTS = (0.0, 1.0, 0.5, 0.0, 0.0)
"""What a rating adds to n: max(0, (3 - rating) / 2)."""

_GOOD = 2
"""A first rating of Good, less one."""

ByFirst = tuple[float, float, float, float]


Constants = tuple[float, float, float, float, ByFirst, ByFirst]
"""What the formulas need of the parameters, worked out once (see `constants`)."""


@dataclass(frozen=True)
class Sbd:
    """SBD; raises ValueError for parameters that are not seven."""

    parameters: tuple[float, ...] = DEFAULT_PARAMETERS
    constants: Constants = field(init=False, repr=False, compare=False)
    name: ClassVar[str] = "sbd"
    bounds: ClassVar[Bounds] = BOUNDS

    def __post_init__(self) -> None:
        if len(self.parameters) != len(DEFAULT_PARAMETERS):
            raise ValueError(f"SBD has 7 parameters, not {len(self.parameters)}")
        object.__setattr__(self, "constants", constants(self.parameters))

    def start(self, rating: Rating) -> MemoryState:
        """S0 = e^L ρ^g, n = max(0, (3 - rating) / 2)."""
        first = rating - 1
        return _new(MemoryState, (0.0, 0.0, self.constants[5][first], DOUBTS[rating], first))

    def begun(self, known: Known) -> MemoryState:
        """A doubt for each lapse, and the trace by which recall falls so; it has no difficulty."""
        trace, doubts = begin(self.constants, known.days, known.lapses)
        return _new(MemoryState, (0.0, 0.0, trace, doubts, _GOOD))

    def recall(self, state: MemoryState, days: float) -> Probability:
        """R = (1 + a/S)^(-β(n))."""
        _, _, s, n, g = state
        return Probability(retrievability(self.constants, s, n, g, max(0.0, days)))

    def interval(self, state: MemoryState, target: float) -> Days:
        """The t at which a = S (target^(-1/β) - 1); 0 where recall never is as high as that."""
        _, _, s, n, g = state
        return Days(interval(self.constants, s, n, g, target))

    def after(self, state: MemoryState, rating: Rating, days: float) -> MemoryState:
        """What is laid down grows by a after a pass, and shrinks to S (1-R)^c after a failure."""
        _, _, s, n, g = state
        s, n = step(self.constants, s, n, g, rating, max(0.0, days))
        return _new(MemoryState, (0.0, 0.0, s, n, g))


_new = tuple.__new__


def constants(w: tuple[float, ...]) -> Constants:
    """What the formulas take instead of the parameters; ρ = e^((H-L)/3)."""
    low, high, k, alpha, spread, v, offset = w
    by_grade = (high - low) / 3
    return (
        1 / k,
        exp(alpha),
        spread,
        exp(offset),
        _by_first([exp(v / k - by_grade * g / 2) for g in range(4)]),
        _by_first([exp(low + by_grade * g) for g in range(4)]),
    )


def begin(c: Constants, days: float, lapses: int) -> tuple[float, float]:
    """S and n of what was learnt elsewhere, begun with a Good, so that R(days) = 0.9.

    a = q S, where q = 0.9^(-1/β) - 1, is a quadratic equation in √S:
    q S - e^(v/k) ρ^(-1) √S - t^(1/k) = 0.
    """
    n = min(float(lapses), MOST_DOUBTS)
    q, b = expm1(min(-log(0.9) / steepness(c, n), MOST_GROWTH)), c[4][_GOOD]
    t = min(max(days, LEAST_DAYS), LONGEST_DAYS) ** c[0]
    s = ((b + sqrt(b * b + 4.0 * q * t)) / (2.0 * q)) ** 2
    return min(max(s, LEAST_TRACE), GREATEST_TRACE), n


def steepness(c: Constants, n: float) -> float:
    """β(n) = e^α (δ + n)^c."""
    beta: float = c[1] * (c[3] + n) ** c[2]
    return beta


def advance(c: Constants, s: float, g: int, t: float) -> float:
    """Work: a = t^(1/k) + e^(v/k) ρ^(-g/2) √S, t >= 0 in days."""
    gained: float = t ** c[0] + c[4][g] * sqrt(s)
    return gained


def retrievability(c: Constants, s: float, n: float, g: int, t: float) -> float:
    """R = (1 + a/S)^(-β(n))."""
    recall: float = (1.0 + advance(c, s, g, t) / s) ** -steepness(c, n)
    return recall


def interval(c: Constants, s: float, n: float, g: int, target: float) -> float:
    """The t at which a = S (target^(-1/β) - 1); 0 where recall never is as high as that.

    At most LONGEST_DAYS: where β is small, recall falls for longer than numbers go.
    """
    grown = s * expm1(min(-log(target) / steepness(c, n), MOST_GROWTH))
    waited = max(0.0, grown - c[4][g] * sqrt(s))
    return float(min(waited, LONGEST_DAYS ** c[0]) ** (1.0 / c[0]))


def step(c: Constants, s: float, n: float, g: int, rating: int, t: float) -> tuple[float, float]:
    """S' = S + a after a pass, S (1-R)^c after a failure; n grows by max(0, (3 - rating) / 2)."""
    a = t ** c[0] + c[4][g] * sqrt(s)  # `advance` written out: to call it takes a tenth of the step
    after = s + a if rating > 1 else s * (1.0 - (1.0 + a / s) ** -steepness(c, n)) ** c[2]
    if after < LEAST_TRACE:
        after = LEAST_TRACE
    elif after > GREATEST_TRACE:
        after = GREATEST_TRACE
    n += DOUBTS[rating]
    return after, min(MOST_DOUBTS, n)


def _by_first(values: list[float]) -> ByFirst:
    first, second, third, fourth = values
    return first, second, third, fourth
