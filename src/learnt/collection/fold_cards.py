"""What cards come to by all that was answered of them: memories and schedules. Values only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from learnt.deck import Card, Direction
from learnt.ids import CardId, PointId
from learnt.journal import Answered, History, Known, Review, are_apart, begins_with, in_order
from learnt.memory import MemoryModel, MemoryState, PointMemory, begun, fold, fold_alike
from learnt.plan import Schedule, schedule_of, schedule_of_history

_WORTH_NUMPY = 10_000
"""Histories that take longer one by one than numpy takes to load."""


@dataclass(frozen=True, slots=True)
class Folded:
    """What a card's reviews come to."""

    memories: dict[PointId, PointMemory] = field(default_factory=dict)
    schedules: dict[Direction, Schedule] = field(default_factory=dict)


def fold_card(
    card: Card | None,
    reviews: Sequence[Review],
    model: MemoryModel,
    retention: float,
    knowns: Sequence[Known] = (),
) -> Folded:
    """Fold one card's reviews, in their order; a card that is gone has memories only.

    `knowns` is what other programs knew of it: a memory that no answer tells begins with that.
    """
    begin = {one: begins_with(knowns, reviews, one) for one in Direction} if knowns else {}
    memories = {
        point: begun(model, known)
        for known in begin.values()
        if known is not None
        for point in known.points
    }
    folded = Folded(fold(model, reviews, memories))
    if card is None:
        return folded
    for direction in card.directions:
        its_own = [review for review in reviews if review.direction is direction]
        known = begin.get(direction)
        if its_own or known:
            folded.schedules[direction] = schedule_of(
                its_own, card.asked(direction), folded.memories, model, retention, known
            )
    return folded


def fold_histories(
    histories: Mapping[CardId, Sequence[History]],
    cards: Mapping[CardId, Card],
    model: MemoryModel,
    retention: float,
) -> tuple[dict[PointId, PointMemory], list[Schedule]]:
    """The same of many cards of which nothing else is known than their histories.

    All points of a history share a memory, so that it is folded once.
    """
    memories: dict[PointId, PointMemory] = {}
    schedules: list[Schedule] = []
    shared: list[History] = []
    for card_id, its in histories.items():
        card = cards.get(card_id)
        if are_apart(its) and (card is None or all(_is_of_all(one, card) for one in its)):
            shared += its
            continue
        folded = fold_card(card, in_order((), its), model, retention)
        memories.update(folded.memories)
        schedules += folded.schedules.values()
    found = _folded(model, [one.answers for one in shared])
    for one, memory in zip(shared, found, strict=True):
        for point in one.points:
            memories[point] = memory
    asked = [
        (one, memory)
        for one, memory in zip(shared, found, strict=True)
        if (card := cards.get(one.card)) and one.direction in card.directions
    ]
    waits = _intervals(model, [memory.state for _, memory in asked], retention)
    schedules += (
        schedule_of_history(
            (one.card, one.direction),
            one.answers,
            len(cards[one.card].asked(one.direction)),
            memory,
            days,
        )
        for (one, memory), days in zip(asked, waits, strict=True)
    )
    return memories, schedules


def _is_of_all(history: History, card: Card) -> bool:
    """Whether all the points that the card has now are in a history of it."""
    asked = [point.id for point in card.asked(history.direction)]
    return asked == [*history.points] or set(asked).issubset(history.points)


def _folded(model: MemoryModel, answers: Sequence[Sequence[Answered]]) -> Iterable[PointMemory]:
    if len(answers) < _WORTH_NUMPY:
        return [fold_alike(model, one) for one in answers]
    from learnt.memory.many import fold_many

    return fold_many(model, answers)


def _intervals(
    model: MemoryModel, states: Sequence[MemoryState], retention: float
) -> Iterable[float]:
    if len(states) < _WORTH_NUMPY:
        return [model.interval(one, retention) for one in states]
    from learnt.memory.many import intervals

    return intervals(model, states, retention)
