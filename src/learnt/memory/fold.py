"""A point's memory is a fold over its outcomes in the journal, and nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from learnt.clock import DAY_MS, Days, Instant, days_between
from learnt.ids import PointId
from learnt.journal import Answered, Known, Rating, Review
from learnt.memory.model import MemoryModel, MemoryState, Probability


class PointMemory(NamedTuple):
    """What is remembered of a point: its state at `last`, the instant of its last review."""

    state: MemoryState
    last: Instant
    reviews: int
    lapses: int

    def recall(self, model: MemoryModel, now: Instant) -> Probability:
        """The probability that the point is recalled at `now`."""
        return model.recall(self.state, days_between(self.last, now))

    def stability(self, model: MemoryModel) -> Days:
        """Days from the last review until recall falls to 0.9, by any model."""
        return model.interval(self.state, 0.9)


def begun(model: MemoryModel, known: Known) -> PointMemory:
    """The memory of a point that another program knew."""
    return PointMemory(model.begun(known), known.at, known.reviews, known.lapses)


def step(
    model: MemoryModel, memory: PointMemory | None, rating: Rating, at: Instant
) -> PointMemory:
    """The memory after one more outcome, which is not earlier than those before."""
    if memory is None:
        return PointMemory(model.start(rating), at, reviews=1, lapses=0)
    return PointMemory(
        model.after(memory.state, rating, days_between(memory.last, at)),
        at,
        memory.reviews + 1,
        memory.lapses + (not rating.passed),
    )


def fold_alike(model: MemoryModel, answers: Sequence[Answered]) -> PointMemory:
    """The memory of a point that had the rating of each of these answers, which are in order."""
    last, rating, _ = answers[0]
    state, after = model.start(rating), model.after
    lapses = 0
    for at, rating, _ in answers[1:]:
        state = after(state, rating, (at - last) / DAY_MS)
        lapses += rating is _AGAIN
        last = at
    return PointMemory(state, last, len(answers), lapses)


_AGAIN = Rating.AGAIN


def fold(
    model: MemoryModel,
    reviews: Iterable[Review],
    begin: Mapping[PointId, PointMemory] | None = None,
) -> dict[PointId, PointMemory]:
    """The memory of every point that the reviews, in their order, speak of.

    `begin` are memories from before the reviews.
    """
    memories: dict[PointId, PointMemory] = dict(begin or {})
    for review in reviews:
        as_before: PointMemory | None = None
        rated = after = None
        for outcome in review.outcomes:
            before = memories.get(outcome.point)
            # Points that were always rated alike share one memory, as all of a card from Anki do.
            if after is None or before is not as_before or outcome.rating is not rated:
                as_before, rated = before, outcome.rating
                after = step(model, before, rated, review.at)
            memories[outcome.point] = after
    return memories
