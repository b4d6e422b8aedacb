"""FSRS-6, the memory model of the open-spaced-repetition project.

Source of every formula: open-spaced-repetition, fsrs-rs 6.6.1 and py-fsrs 6.3. `w` are its 21
parameters, `g` the rating 1-4, `s` stability, `d` difficulty, `r` recall, `t` days. The
functions are plain arithmetic on numbers: a sitting calls them, and a fit compiles the same ones.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import exp
from typing import ClassVar

from learnt.clock import Days
from learnt.journal import Known, Rating
from learnt.memory.model import Bounds, MemoryState, Probability

DEFAULT_PARAMETERS = (
    0.212, 1.2931, 2.3065, 8.2956,  # w0-w3: stability after a first Again, Hard, Good, Easy
    6.4133, 0.8334, 3.0194, 0.001,  # w4-w7: difficulty
    1.8722, 0.1666, 0.796,          # w8-w10: stability after a pass
    1.4835, 0.0614, 0.2629, 1.6483,  # w11-w14: stability after a lapse
    0.6014, 1.8729,                 # w15, w16: Hard penalty, Easy bonus
    0.5425, 0.0912, 0.0658,         # w17-w19: reviews on the same day
    0.1542,                         # w20: decay of the forgetting curve
)  # fmt: skip
BOUNDS: Bounds = (
    *((0.001, 100.0),) * 4,
    *((1.0, 10.0), (0.001, 4.0), (0.001, 4.0), (0.001, 0.75)),
    *((0.0, 4.5), (0.0, 0.8), (0.001, 3.5)),
    *((0.001, 5.0), (0.001, 0.25), (0.001, 0.9), (0.0, 4.0)),
    *((0.0, 1.0), (1.0, 6.0), (0.0, 2.0), (0.0, 2.0), (0.01, 0.8), (0.1, 0.8)),
)
LEAST_STABILITY, GREATEST_STABILITY = 0.001, 36_500.0
LEAST_DIFFICULTY, GREATEST_DIFFICULTY = 1.0, 10.0
FOUR = (1, 2, 3, 4)

ByRating = tuple[float, float, float, float, float]
"""A number for each rating 1-4; the one at 0 is never looked up."""


Constants = tuple[
    float, float, ByRating, ByRating, ByRating, float, float,
    float, float, float, float, float, ByRating, float,
]  # fmt: skip
"""What the formulas need of the parameters, worked out once (see `constants`)."""


@dataclass(frozen=True)
class Fsrs6:
    """FSRS-6 with 21 parameters; raises ValueError for any other number of them.

    Elapsed time counts in whole days of 24 hours where a review moves the state, as in py-fsrs;
    `recall` and `interval` follow the curve between them.
    """

    parameters: tuple[float, ...] = DEFAULT_PARAMETERS
    constants: Constants = field(init=False, repr=False, compare=False)
    starts: tuple[MemoryState, ...] = field(init=False, repr=False, compare=False)
    name: ClassVar[str] = "fsrs6"
    bounds: ClassVar[Bounds] = BOUNDS

    def __post_init__(self) -> None:
        if len(self.parameters) != len(DEFAULT_PARAMETERS):
            raise ValueError(f"FSRS-6 has 21 parameters, not {len(self.parameters)}")
        object.__setattr__(self, "constants", constants(self.parameters))
        starts = tuple(MemoryState(*start(self.parameters, g)) for g in FOUR)
        object.__setattr__(self, "starts", starts)

    def start(self, rating: Rating) -> MemoryState:
        """S0(g) = w[g-1]; D0(g) = w4 - e^(w5 (g-1)) + 1."""
        return self.starts[rating - 1]

    def begun(self, known: Known) -> MemoryState:
        """S = days; D as it is given, else as the ease says, else that of a first Good."""
        return MemoryState(*begin(self.parameters, known.days, known.difficulty, known.ease))

    def recall(self, state: MemoryState, days: float) -> Probability:
        """R(t, S) = (1 + f t / S)^(-w20)."""
        return Probability(retrievability(self.constants, state[0], max(0.0, days)))

    def interval(self, state: MemoryState, target: float) -> Days:
        """I(r) = S / f (r^(-1/w20) - 1)."""
        return Days(interval(self.constants, state.stability, target))

    def after(self, state: MemoryState, rating: Rating, days: float) -> MemoryState:
        """The next state: same-day, pass or lapse; difficulty moves by the rating alone."""
        c, s, d, t = self.constants, state[0], state[1], days // 1
        # `retrievability` written out: to call it takes a tenth of the step.
        r = (1.0 + c[0] * t / s) ** c[1] if t >= 1.0 else 1.0
        s, d = step(c, s, d, rating, t, r)
        return _new(MemoryState, (s, d, 0.0, 0.0, 0))


# Half the time of calling the class: a fold of everything that was answered makes many states.
_new = tuple.__new__


def constants(w: tuple[float, ...]) -> Constants:
    """What `retrievability` and `step` take instead of the parameters."""
    rest = [(1 - w[7]) * w[6] * (g - 3) for g in FOUR]
    return (
        0.9 ** (-1 / w[20]) - 1,  # f, so that R(S, S) = 0.9
        -w[20],
        _by_rating(w[7] * first_difficulty(w, 4) - one * 10 / 9 for one in rest),  # D' = this
        _by_rating(1 - w[7] + one / 9 for one in rest),  # + D times this
        _by_rating(exp(w[8]) * factor for factor in (0.0, w[15], 1.0, w[16])),
        *(-w[9], w[10]),
        *(w[11], -w[12], w[13], w[14], exp(-w[17] * w[18])),
        _by_rating(exp(w[17] * (g - 3 + w[18])) for g in FOUR),
        -w[19],
    )


def retrievability(c: Constants, s: float, t: float) -> float:
    """R(t, S) = (1 + f t / S)^(-w20), t >= 0."""
    recall: float = (1.0 + c[0] * t / s) ** c[1]
    return recall


def interval(c: Constants, s: float, target: float) -> float:
    """I(r) = S / f (r^(-1/w20) - 1)."""
    return s / c[0] * (float(target ** (1.0 / c[1])) - 1.0)


def step(c: Constants, s: float, d: float, g: int, t: float, r: float) -> tuple[float, float]:
    """S and D after a review t days after the last one, when recall was r; g is the rating.

    - same day (t < 1): S' = S e^(w17 (g-3+w18)) S^(-w19), never less than S after a pass
    - pass: S' = S (1 + e^w8 (11-D) S^(-w9) (e^((1-R) w10) - 1) · [w15 if Hard] · [w16 if Easy])
    - lapse: S' = min(w11 D^(-w12) ((S+1)^w13 - 1) e^((1-R) w14), S / e^(w17 w18))
    - D' = w7 D0(4) + (1 - w7)(D - w6 (g-3)(10-D)/9), where D0(4) is not clamped
    """
    _, _, shift, damping, growth, e9, w10, w11, e12, w13, w14, share, same_day, e19 = c
    if t < 1.0:
        grown = same_day[g] * s**e19
        after = s if g > 1 and grown < 1.0 else s * grown
    elif g > 1:
        after = s * (1.0 + growth[g] * (11.0 - d) * s**e9 * (exp((1.0 - r) * w10) - 1.0))
    else:
        after = w11 * d**e12 * ((s + 1.0) ** w13 - 1.0) * exp((1.0 - r) * w14)
        after = min(after, s * share)
    moved = shift[g] + damping[g] * d
    if after < LEAST_STABILITY:
        after = LEAST_STABILITY
    elif after > GREATEST_STABILITY:
        after = GREATEST_STABILITY
    if moved < LEAST_DIFFICULTY:
        moved = LEAST_DIFFICULTY
    elif moved > GREATEST_DIFFICULTY:
        moved = GREATEST_DIFFICULTY
    return after, moved


def start(w: tuple[float, ...], g: int) -> tuple[float, float]:
    """S0(g) = w[g-1] and D0(g) = w4 - e^(w5 (g-1)) + 1, both within their bounds."""
    s = min(max(w[g - 1], LEAST_STABILITY), GREATEST_STABILITY)
    return s, min(max(first_difficulty(w, g), LEAST_DIFFICULTY), GREATEST_DIFFICULTY)


def begin(
    w: tuple[float, ...], days: float, difficulty: float | None, ease: float | None
) -> tuple[float, float]:
    """S and D of what was learnt elsewhere: S = days, D as given, or by the ease, or of a Good.

    SM-2's ease is the growth of an interval after a Good that came on time, when recall is 0.9. So
    S'/S = ease in the formula of a pass: D = 11 - (ease - 1) / (e^w8 S^(-w9) (e^(0.1 w10) - 1)).
    """
    s = min(max(days, LEAST_STABILITY), GREATEST_STABILITY)
    if difficulty is None and ease is not None:
        growth = exp(w[8]) * s ** -w[9] * (exp(0.1 * w[10]) - 1.0)
        difficulty = 11.0 - (ease - 1.0) / max(growth, 1e-9)
    if difficulty is None:
        difficulty = first_difficulty(w, 3)
    return s, min(max(difficulty, LEAST_DIFFICULTY), GREATEST_DIFFICULTY)


def first_difficulty(w: tuple[float, ...], g: int) -> float:
    """D0(g) = w4 - e^(w5 (g-1)) + 1, not yet within its bounds."""
    return w[4] - exp(w[5] * (g - 1)) + 1.0


def _by_rating(values: Iterable[float]) -> ByRating:
    again, hard, good, easy = values
    return 0.0, again, hard, good, easy
