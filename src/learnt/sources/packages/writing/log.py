"""Reviews as rows of Anki's log, worked out by replaying the memory that they made.

A card's memory is that of its points taken together: its stability is the time from its last
answer until the expected mark falls to 0.9, its difficulty the mean of theirs. In the log, where
whole days count, the stabilities are taken together as rates of forgetting: that is how fast the
mark falls at first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from learnt.clock import DAY_MS, Instant, days_between
from learnt.deck import Card, Direction
from learnt.ids import PointId
from learnt.journal import Known, Outcome, Rating, Review
from learnt.memory import Fsrs6, MemoryModel, MemoryState
from learnt.memory.fsrs6 import DEFAULT_PARAMETERS
from learnt.plan.schedule import AGAIN_MINUTES
from learnt.sources.packages.own import Past
from learnt.sources.packages.own.packed import packed_id

Row = tuple[int | str, ...]
UNSENT = -1
"""The `usn` of what no server has seen yet."""
_LONGEST_MS = 3_600_000
_LEARN, _REVIEW, _RELEARN = 0, 1, 2
_EASE, _LEAST_EASE = 2500, 1300
_EASE_BY = {Rating.AGAIN: -200, Rating.HARD: -150, Rating.GOOD: 0, Rating.EASY: 150}
_SOON = -60 * AGAIN_MINUTES  # seconds are counted below 0
_MARK, _USUAL_DIFFICULTY = 0.9, 5.0
_STEPS, _CLOSE = 30, 1e-6

_States = dict[PointId, tuple[MemoryState, Instant]]


@dataclass(slots=True)
class Replayed:
    """A card of Anki's after its answers: rows of the log, and what the card carries of them.

    `ease` is SM-2's, in thousandths; `interval` as in the log; `passed` says that it has ever been
    in review; `stability` is in days, `difficulty` between 1 and 10. `before` counts the answers
    that are not at hand.
    """

    rows: list[Row] = field(default_factory=list)
    ease: int = _EASE
    interval: int = 0
    lapses: int = 0
    passed: bool = False
    stability: float = 0.0
    difficulty: float = _USUAL_DIFFICULTY
    before: int = 0


def fsrs_of(model: MemoryModel) -> Fsrs6:
    """The FSRS that a learner's model has within, or FSRS as it comes."""
    if model.name in ("fsrs6", "blend"):
        return Fsrs6(model.parameters[: len(DEFAULT_PARAMETERS)])
    return Fsrs6()


def times_for(reviews: Iterable[Review]) -> dict[str, int]:
    """The row of each review: its millisecond, or the next that no other has."""
    last = 0
    found: dict[str, int] = {}
    for one in sorted(reviews, key=attrgetter("at", "id")):
        last = found[one.id] = max(one.at, last + 1)
    return found


class Replay:
    """All cards of one learner, one after the other; `rows` are those of the reviews."""

    def __init__(self, fsrs: Fsrs6, target: float, rows: Mapping[str, int]) -> None:
        self._fsrs, self._rows = fsrs, rows
        self._days = float(fsrs.interval(MemoryState(1.0), target))  # of a stability of one day

    def card(
        self,
        number: int,
        card: Card,
        direction: Direction,
        reviews: Sequence[Review],
        known: Known | None = None,
    ) -> Replayed:
        """The answers of one direction, for the card of Anki's with this number.

        `known` is what was known of it before them.
        """
        weights = {point.id: point.weight for point in card.asked(direction)}
        states: _States = {}
        made = self._begun(states, known) if known else Replayed()
        only = next(iter(weights)) if len(weights) == 1 else None
        for review in reviews:
            self._learn(states, review.outcomes, review.at)
            if only in states:
                stability, made.difficulty = states[only][0][:2]
            else:
                stability, made.difficulty = _together(weights, states)
            self._log(made, number, review, stability)
        if reviews or known:
            last = reviews[-1].at if reviews else max(at for _, at in states.values())
            made.stability = self._stability(weights, states, last)
        return made

    def _begun(self, states: _States, known: Known) -> Replayed:
        begun = self._fsrs.begun(known)
        states.update((point, (begun, known.at)) for point in known.points)
        return Replayed(
            ease=round(1000 * known.ease) if known.ease else _EASE,
            interval=max(1, round(known.days)),
            lapses=known.lapses,
            passed=True,
            difficulty=begun.difficulty,
            before=known.reviews,
        )

    def _learn(self, states: _States, outcomes: Iterable[Outcome], at: Instant) -> None:
        as_before: tuple[MemoryState, Instant] | None = None
        rated = after = None
        for one in outcomes:
            before = states.get(one.point)
            # points that were always rated alike share one state
            if after is None or before is not as_before or one.rating is not rated:
                as_before, rated = before, one.rating
                after = self._stepped(before, rated, at), at
            states[one.point] = after

    def _stepped(
        self, before: tuple[MemoryState, Instant] | None, rating: Rating, at: Instant
    ) -> MemoryState:
        if before is None:
            return self._fsrs.start(rating)
        return self._fsrs.after(before[0], rating, (at - before[1]) / DAY_MS)  # in order

    def _log(self, made: Replayed, number: int, review: Review, stability: float) -> None:
        rating = review.rating
        again = rating is Rating.AGAIN
        interval = _SOON if again else max(1, round(stability * self._days))
        kind = _REVIEW if made.interval > 0 else _RELEARN if made.passed else _LEARN
        if kind == _REVIEW:
            made.lapses += again
            made.ease = max(_LEAST_EASE, made.ease + _EASE_BY[rating])
        made.rows.append(
            (
                self._rows[review.id],
                number,
                UNSENT,
                int(rating),
                interval,
                made.interval,
                round(1000 * (0.1 + (made.difficulty - 1) / 9)),  # as Anki writes FSRS's
                min(review.duration_ms, _LONGEST_MS),
                kind,
            )
        )
        made.interval, made.passed = interval, made.passed or not again

    def _stability(self, weights: Mapping[PointId, float], states: _States, last: Instant) -> float:
        """Days from the last answer until the expected mark falls to 0.9; 0 where it is below.

        Newton's method: the mark is convex in time, and the rates of forgetting begin too early.
        """
        known = [
            (weight, *states[one]) for one, weight in weights.items() if one in states
        ]  # fmt: skip
        if len(weights) == 1:
            return known[0][1].stability if known else 0.0
        goal = _MARK * sum(weights.values())
        factor, power = self._fsrs.constants[0], self._fsrs.constants[1]
        rates = [
            (weight, factor / state.stability, days_between(at, last))
            for weight, state, at in known
        ]
        days = 0.0
        for _ in range(_STEPS):
            over = slope = 0.0
            for weight, rate, before in rates:
                base = 1.0 + rate * (before + days)
                recall = weight * base**power
                over += recall
                slope += recall * power * rate / base
            step = (goal - over) / slope if slope else 0.0
            if step <= _CLOSE * (days + 1):
                break
            days += step
        return days


def past_of(
    card: Card, reviews: Sequence[Review], rows: Mapping[str, int]
) -> tuple[list[Past], list[PointId]]:
    """What a card's record says of its answers, and the points of these that are no more."""
    here = tuple(point.id for point in card.points)
    forward = Direction.FORWARD
    asked = {
        each.point: None for one in reviews if one.direction is forward for each in one.outcomes
    }
    gone = [point for point in asked if point not in here]
    backward = (PointId(card.id),)
    past = []
    for one in reviews:
        order = here if one.direction is forward else backward
        ratings = b""
        if not _alike(one, order):
            ratings = bytes(_ratings(one.outcomes, (*order, *gone)))
        row = rows[one.id]
        past.append(Past(row, row - one.at, packed_id(one.id), ratings))
    return past, gone


def _alike(review: Review, points: Sequence[PointId]) -> bool:
    """Whether every point of the card, and no other, has the card's rating."""
    outcomes, rating = review.outcomes, review.rating
    if len(outcomes) != len(points):
        return False
    for one, point in zip(outcomes, points, strict=True):
        if one.rating is not rating or one.point != point:
            return False
    return True


def _ratings(outcomes: Iterable[Outcome], order: Sequence[PointId]) -> Iterator[int]:
    rated = {one.point: int(one.rating) for one in outcomes}
    return (rated.get(point, 0) for point in order)


def _together(weights: Mapping[PointId, float], states: _States) -> tuple[float, float]:
    """Stability and difficulty of several points, or of those of them that were answered."""
    count, total, rate, difficulty = 0, 0.0, 0.0, 0.0
    for point, weight in weights.items():
        found = states.get(point)
        if found is not None:
            count += 1
            total += weight
            rate += weight / found[0][0]
            difficulty += found[0][1]
    return (total / rate, difficulty / count) if count else (1.0, _USUAL_DIFFICULTY)
