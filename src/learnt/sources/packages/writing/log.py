"""Reviews as rows of Anki's log, worked out by replaying the memory that they made.

A card's interval after a review is what the memory of its points says by FSRS's formula. Of several
points the stabilities are taken together as rates of forgetting, each by its weight: that is how
fast the expected mark falls at first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from learnt.clock import Instant, days_between
from learnt.deck import Card, Direction
from learnt.ids import PointId
from learnt.journal import Outcome, Rating, Review
from learnt.memory import Fsrs6, MemoryModel, MemoryState
from learnt.memory.fsrs6 import DEFAULT_PARAMETERS
from learnt.plan.schedule import AGAIN_MINUTES
from learnt.sources.packages.own import Past
from learnt.sources.packages.own.record import packed_id
from learnt.sources.packages.values import LogRow

LONGEST_MS = 3_600_000
_LEARN, _REVIEW, _RELEARN = 0, 1, 2
_EASE, _LEAST_EASE = 2500, 1300
_EASE_BY = {Rating.AGAIN: -200, Rating.HARD: -150, Rating.GOOD: 0, Rating.EASY: 150}
_SOON = -60 * AGAIN_MINUTES  # seconds are counted below 0


@dataclass(slots=True)
class Replayed:
    """A card of Anki's after its answers: the rows, and what the card itself carries of them.

    `ease` is SM-2's, in thousandths; `interval` as in the log; `passed` says that it has ever been
    in review.
    """

    rows: list[LogRow] = field(default_factory=list)
    past: list[Past] = field(default_factory=list)
    ease: int = _EASE
    interval: int = 0
    lapses: int = 0
    passed: bool = False
    difficulty: float = 5.0


def fsrs_of(model: MemoryModel) -> Fsrs6:
    """The FSRS that a learner's model has within, or FSRS as it comes."""
    if model.name in ("fsrs6", "blend"):
        return Fsrs6(model.parameters[: len(DEFAULT_PARAMETERS)])
    return Fsrs6()


def times_for(reviews: Iterable[Review]) -> dict[str, int]:
    """The row of each review: its millisecond, or the next that no other has."""
    last = 0
    found: dict[str, int] = {}
    for one in sorted(reviews, key=lambda one: (one.at, one.id)):
        last = found[one.id] = max(one.at, last + 1)
    return found


@dataclass
class Replay:
    """All cards of one learner, one after the other."""

    fsrs: Fsrs6
    target: float
    rows: Mapping[str, int]

    def card(
        self, number: int, card: Card, direction: Direction, reviews: Sequence[Review]
    ) -> Replayed:
        """The answers of one direction, for the card of Anki's with this number."""
        weights = {point.id: point.weight for point in card.asked(direction)}
        memories: dict[PointId, tuple[MemoryState, Instant]] = {}
        made = Replayed()
        for review in reviews:
            self._learn(memories, review)
            known = [(weights[one], memories[one][0]) for one in weights if one in memories]
            self._log(made, number, review, known)
        return made

    def _learn(self, memories: dict[PointId, tuple[MemoryState, Instant]], review: Review) -> None:
        for one in review.outcomes:
            before = memories.get(one.point)
            after = (
                self.fsrs.start(one.rating)
                if before is None
                else self.fsrs.after(before[0], one.rating, days_between(before[1], review.at))
            )
            memories[one.point] = after, review.at

    def _log(
        self,
        made: Replayed,
        number: int,
        review: Review,
        known: Sequence[tuple[float, MemoryState]],
    ) -> None:
        days = self.fsrs.interval(_together(known), self.target) if known else 1.0
        again = review.rating is Rating.AGAIN
        interval = _SOON if again else max(1, round(days))
        kind = _REVIEW if made.interval > 0 else _RELEARN if made.passed else _LEARN
        if known:
            made.difficulty = sum(state.difficulty for _, state in known) / len(known)
        if kind == _REVIEW:
            made.lapses += again
            made.ease = max(_LEAST_EASE, made.ease + _EASE_BY[review.rating])
        row = self.rows[review.id]
        made.rows.append(
            LogRow(
                row,
                number,
                int(review.rating),
                interval,
                made.interval,
                round(1000 * (0.1 + (made.difficulty - 1) / 9)),  # as Anki writes FSRS's
                min(review.duration_ms, LONGEST_MS),
                kind,
            )
        )
        made.interval, made.passed = interval, made.passed or interval > 0


def past_of(
    card: Card, reviews: Sequence[Review], rows: Mapping[str, int]
) -> tuple[list[Past], list[PointId]]:
    """What a card's record says of its answers, and the points of these that are no more."""
    gone: dict[PointId, None] = {}
    past = []
    here = {point.id for point in card.points}
    for one in reviews:
        if one.direction is Direction.FORWARD:
            gone.update((each.point, None) for each in one.outcomes if each.point not in here)
    left = list(gone)
    for one in reviews:
        order = [point.id for point in card.asked(one.direction)]
        if one.direction is Direction.FORWARD:
            order += left
        ratings = b"" if _alike(one, order, left) else bytes(_ratings(one.outcomes, order))
        past.append(Past(rows[one.id], rows[one.id] - one.at, packed_id(one.id), ratings))
    return past, left


def _alike(review: Review, order: Sequence[PointId], gone: Sequence[PointId]) -> bool:
    """Whether every point of the card, and no other, has the card's rating."""
    asked = {one.point for one in review.outcomes}
    points = order[: len(order) - len(gone)] if review.direction is Direction.FORWARD else order
    return asked == set(points) and all(one.rating is review.rating for one in review.outcomes)


def _ratings(outcomes: Iterable[Outcome], order: Sequence[PointId]) -> Iterator[int]:
    rated = {one.point: int(one.rating) for one in outcomes}
    return (rated.get(point, 0) for point in order)


def _together(known: Sequence[tuple[float, MemoryState]]) -> MemoryState:
    if len(known) == 1:
        return known[0][1]
    weight = sum(one for one, _ in known)
    return MemoryState(weight / sum(one / state.stability for one, state in known))
