"""The memory model of ours: FSRS-6 and SBD in fractions of days, mixed by their log odds.

The two err in different ways: FSRS knows how hard a point is for a learner, SBD has a truer curve
in the first days; mixed they are better than FSRS alone (benchmarks/README.md). Parameters: the 21
of FSRS-6, the 7 of SBD, then `share`, how much of the log odds is FSRS's, and `drift`, which is
added to them: how much better or worse this learner does of late than the two expect. It moves
slowly, so it may take part in planning.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import exp, log, sqrt
from typing import ClassVar

from learnt.clock import Days
from learnt.journal import Known, Rating
from learnt.memory import fsrs6, sbd
from learnt.memory.model import Bounds, MemoryState, Probability

SHARE, DRIFT = 28, 29
DEFAULT_PARAMETERS = (*fsrs6.DEFAULT_PARAMETERS, *sbd.DEFAULT_PARAMETERS, 0.5, 0.0)
BOUNDS: Bounds = (*fsrs6.BOUNDS, *sbd.BOUNDS, (0.0, 1.0), (-0.5, 0.5))
SURELY = 1e-6
"""A component is never surer than this from 0 or 1, so that the other one is heard."""
SHORTEST_DAYS, LONGEST_DAYS = 1e-9, 1e7
CLOSE, MOST_STEPS = 1e-11, 100


@dataclass(frozen=True)
class Blend:
    """FSRS-6 and SBD mixed; raises ValueError for parameters that are not 30."""

    parameters: tuple[float, ...] = DEFAULT_PARAMETERS
    of_fsrs: fsrs6.Constants = field(init=False, repr=False, compare=False)
    of_sbd: sbd.Constants = field(init=False, repr=False, compare=False)
    starts: tuple[MemoryState, ...] = field(init=False, repr=False, compare=False)
    share: float = field(init=False, repr=False, compare=False)
    against: float = field(init=False, repr=False, compare=False)
    name: ClassVar[str] = "blend"
    bounds: ClassVar[Bounds] = BOUNDS

    def __post_init__(self) -> None:
        if len(self.parameters) != len(DEFAULT_PARAMETERS):
            raise ValueError(f"The blend has 30 parameters, not {len(self.parameters)}")
        object.__setattr__(self, "of_fsrs", fsrs6.constants(self.parameters[:21]))
        object.__setattr__(self, "of_sbd", sbd.constants(self.parameters[21:28]))
        object.__setattr__(self, "starts", tuple(map(self._started, fsrs6.FOUR)))
        object.__setattr__(self, "share", self.parameters[SHARE])
        object.__setattr__(self, "against", exp(-self.parameters[DRIFT]))

    def start(self, rating: Rating) -> MemoryState:
        """Each of the two starts by itself."""
        return self.starts[rating - 1]

    def begun(self, known: Known) -> MemoryState:
        """Each of the two by itself; the drift is not theirs."""
        s, d = fsrs6.begin(self.parameters, known.days, known.difficulty, known.ease)
        trace, doubts = sbd.begin(self.of_sbd, known.days, known.lapses)
        return _new(MemoryState, (s, d, trace, doubts, Rating.GOOD - 1))

    def recall(self, state: MemoryState, days: float) -> Probability:
        """1 / (1 + e^-z), z = share · logit R of FSRS + (1 - share) · logit R of SBD + drift."""
        return Probability(1 / (1 + self.against * self._against(state, max(0.0, days))))

    def interval(self, state: MemoryState, target: float) -> Days:
        """The root of recall(t) = target: it lies between the intervals of the two.

        0 where recall never is as high as that.
        """
        goal = (1 / target - 1) / self.against
        ends = (
            fsrs6.interval(self.of_fsrs, state[0], 1 / (1 + goal)),
            sbd.interval(self.of_sbd, state[2], state[3], state[4], 1 / (1 + goal)),
        )
        low, high = (min(max(end, SHORTEST_DAYS), LONGEST_DAYS) for end in sorted(ends))
        against = self.odds(state)
        at_low = against(low)
        if at_low >= goal:
            return Days(low if low > SHORTEST_DAYS else 0.0)

        def beyond(at: float) -> float:
            return log(against(exp(at)) / goal)

        return Days(exp(rising_root(beyond, log(low), log(at_low / goal), log(high))))

    def _started(self, rating: int) -> MemoryState:
        s, d = fsrs6.start(self.parameters, rating)
        return MemoryState(s, d, self.of_sbd[5][rating - 1], sbd.DOUBTS[rating], rating - 1)

    def _against(self, state: MemoryState, t: float) -> float:
        """The odds against recall, before the drift: those of the two, multiplied by shares."""
        s, _, trace, doubts, first = state
        of_fsrs = odds_against(fsrs6.retrievability(self.of_fsrs, s, t))
        of_sbd = odds_against(sbd.retrievability(self.of_sbd, trace, doubts, first, t))
        share = self.share
        return float(of_fsrs**share * of_sbd ** (1 - share))

    def odds(self, state: MemoryState) -> Callable[[float], float]:
        """`_against` of one state, in one piece and with what time does not change worked out.

        The search for an interval asks it a dozen times, and takes half as long with it.
        """
        s, _, trace, doubts, first = state
        factor, decay = self.of_fsrs[:2]
        slowness, by_first = self.of_sbd[0], self.of_sbd[4]
        laid_down, beta = by_first[first] * sqrt(trace), -sbd.steepness(self.of_sbd, doubts)
        share, rest = self.share, 1 - self.share

        def against(t: float) -> float:
            one = (1.0 + factor * t / s) ** decay
            other = (1.0 + (t**slowness + laid_down) / trace) ** beta
            one = (1.0 - one) / max(SURELY, one) + SURELY
            other = (1.0 - other) / max(SURELY, other) + SURELY
            return float(one**share * other**rest)

        return against

    def after(self, state: MemoryState, rating: Rating, days: float) -> MemoryState:
        """Each of the two takes its own step."""
        s, d, trace, doubts, first = state
        c = self.of_fsrs
        # `retrievability` written out: a fold of everything calls this very often
        r = (1.0 + c[0] * days / s) ** c[1] if days >= 1.0 else 1.0
        s, d = fsrs6.step(c, s, d, rating, days, r)
        waited = max(0.0, days)
        trace, doubts = sbd.step(self.of_sbd, trace, doubts, first, rating, waited)
        return _new(MemoryState, (s, d, trace, doubts, first))


_new = tuple.__new__


def odds_against(recall: float) -> float:
    """(1 - p) / p, made greater by SURELY.

    A least value of the odds instead would leave recall flat for a while: no longer convex.
    """
    return (1.0 - recall) / (max(SURELY, recall)) + SURELY


def rising_root(
    function: Callable[[float], float], low: float, at_low: float, high: float
) -> float:
    """Where a rising function is 0 between two places: false position, as Anderson and Björck do.

    `at_low` is its value at `low`. An end that stays once more counts less, and the less the more
    was gained; half, as by the Illinois rule, where nothing was.
    """
    at_high = function(high)
    root = low if at_low >= 0 else high
    kept = 0  # the end that stayed the last time
    for _ in range(MOST_STEPS):
        if at_high <= 0 or at_low >= 0 or high - low < CLOSE:
            break
        root = (low * at_high - high * at_low) / (at_high - at_low)
        found = function(root)
        if abs(found) < CLOSE:
            break
        if found < 0:
            share = 1.0 - found / at_low
            at_high *= 1.0 if kept <= 0 else share if share > 0 else 0.5
            low, at_low, kept = root, found, 1
        else:
            share = 1.0 - found / at_high
            at_low *= 1.0 if kept >= 0 else share if share > 0 else 0.5
            high, at_high, kept = root, found, -1
    return root
