"""From the journal to memories and schedules: one card's step, or the whole fold."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from learnt.clock import Instant, study_day
from learnt.collection.fold_cards import fold_card, fold_histories
from learnt.deck import Card, Direction, Point
from learnt.ids import CardId, PointId
from learnt.journal import Event, History, Known, Review, Undo, in_order
from learnt.memory import PointMemory, step
from learnt.plan import Schedule, schedule_after
from learnt.store import Learner, Transaction


def append_review(
    transaction: Transaction,
    learner: Learner,
    review: Review,
) -> Schedule | None:
    """Append a review and bring the card's memories and schedule up to date with it.

    Appending one whose id is in the journal changes nothing. A review older than the card's
    last one, from another device say, makes the card be folded anew. None is returned where
    the card is not in the collection any more, or not asked in this direction: its wording may
    have changed since it was asked.
    """
    caches = transaction.caches
    new = transaction.journal.append(review)
    before = caches.schedules(learner.id, review.card).get(review.direction)
    if not new:
        return before
    found = transaction.decks.card(review.card)
    points: Sequence[Point] = ()
    if found and review.direction in found[1].directions:
        points = found[1].asked(review.direction)
    asked = [outcome.point for outcome in review.outcomes]
    everything = list(dict.fromkeys([*asked, *(point.id for point in points)]))
    memories = caches.memories(learner.id, everything)
    latest = max((memories[point].last for point in asked if point in memories), default=-1)
    late = latest >= review.at or (before is not None and before.last >= review.at)
    if late or not points:
        return refold(transaction, learner, review.card).get(review.direction)
    for outcome in review.outcomes:
        memories[outcome.point] = step(
            learner.model, memories.get(outcome.point), outcome.rating, review.at
        )
    schedule = schedule_after(
        before, review, points, memories, learner.model, learner.settings.desired_retention
    )
    caches.put_memories(learner.id, {point: memories[point] for point in asked})
    caches.put_schedules(learner.id, [schedule])
    return schedule


def refold(
    transaction: Transaction, learner: Learner, card_id: CardId
) -> dict[Direction, Schedule]:
    """Fold a card's reviews anew, after an undo, an edit or a late arrival."""
    found = transaction.decks.card(card_id)
    card = found[1] if found else None
    everything = transaction.journal.reviews_of(learner.id, card_id)
    knowns = transaction.journal.known_of(learner.id, card_id)
    retention = learner.settings.desired_retention
    folded = fold_card(card, everything, learner.model, retention, knowns)
    for direction in Direction:
        if direction not in folded.schedules:
            transaction.caches.drop_schedule(learner.id, card_id, direction)
    transaction.caches.put_memories(learner.id, folded.memories)
    transaction.caches.put_schedules(learner.id, folded.schedules.values())
    return folded.schedules


def undo_review(transaction: Transaction, learner: Learner, review: Review) -> None:
    """Fold the card of a review that has just been taken back, and forget the days it was in."""
    _forget_days(transaction, learner, [review.at])
    points = [outcome.point for outcome in review.outcomes]
    transaction.caches.drop_memories(learner.id, points)
    refold(transaction, learner, review.card)


def merge_events(transaction: Transaction, learner: Learner, events: Iterable[Event]) -> int:
    """Append events from elsewhere, in any order, and fold the cards they speak of.

    Those that are in the journal already change nothing; how many were new is returned.
    """
    journal = transaction.journal
    new = [event for event in events if journal.append(event)]
    reviews = [event for event in new if isinstance(event, Review)]
    changed = {event.card for event in new if isinstance(event, Review | Known)}
    for undo in (event for event in new if isinstance(event, Undo)):
        review, known = journal.review(undo.event), journal.knew(undo.event)
        if review is not None:  # else it undoes a hold, or what has not arrived yet
            points = [outcome.point for outcome in review.outcomes]
            transaction.caches.drop_memories(learner.id, points)
            reviews.append(review)
            changed.add(review.card)
        elif known is not None:
            transaction.caches.drop_memories(learner.id, known.points)
            changed.add(known.card)
    for card in changed:
        refold(transaction, learner, card)
    _forget_days(transaction, learner, (one.at for one in reviews))
    return len(new)


def bring_history(
    transaction: Transaction,
    learner: Learner,
    histories: Iterable[History],
    cards: Mapping[CardId, Card],
) -> int:
    """Append the answers that another program has of these cards; how many were new.

    Most of the cards were never asked here: their answers are kept as they came, and folded from
    what is at hand. The others' are appended one by one.
    """
    by_card: dict[CardId, list[History]] = defaultdict(list)
    for one in histories:
        by_card[one.card].append(one)
    journal, retention = transaction.journal, learner.settings.desired_retention
    asked = journal.cards_reviewed(list(by_card))
    apart = {card: its for card, its in by_card.items() if card not in asked}
    fresh = [one for its in apart.values() for one in its]
    memories, schedules = fold_histories(apart, cards, learner.model, retention)
    journal.histories.append(fresh)
    transaction.caches.put_memories(learner.id, memories)
    transaction.caches.put_schedules(learner.id, schedules)
    _forget_days(transaction, learner, (one.answers[0].at for one in fresh))
    again = [one for key in asked for one in by_card[key]]
    known = journal.reviews_among([one.event(x.at) for one in again for x in one.answers])
    later = (review for one in again for review in one.without(known).reviews())
    return sum(len(one.answers) for one in fresh) + merge_events(transaction, learner, later)


def refold_reviewed(transaction: Transaction, cards: Iterable[CardId]) -> None:
    """After an edit, a deletion or a return: fold those of the cards that have a history."""
    reviewed = transaction.journal.cards_reviewed(list(cards))
    for learner in transaction.learners.list() if reviewed else ():
        locked = transaction.learners.lock(learner.id)  # an answer may be on its way
        for card in reviewed:
            refold(transaction, locked, card)


def rebuild(transaction: Transaction, learner: Learner) -> int:
    """Throw a learner's caches away and fold the whole journal; how many reviews that was.

    Finished days are folded when they are looked at. From then on the caches are those of the
    learner's model.
    """
    transaction.caches.clear(learner.id)
    transaction.days.clear(learner.id)
    memories, schedules, count = fold_all(transaction, learner)
    transaction.caches.put_memories(learner.id, memories)
    transaction.caches.put_schedules(learner.id, schedules)
    transaction.learners.folded(learner.id, learner.model)
    return count


def differences(transaction: Transaction, learner: Learner) -> int:
    """How many memories and schedules are not what the journal says; 0 is as it should be."""
    memories, schedules, _ = fold_all(transaction, learner)
    cached = transaction.caches.all_memories(learner.id)
    wrong = sum(memories.get(point) != cached.get(point) for point in {*memories, *cached})
    kept = {_key(one): one for one in transaction.caches.all_schedules(learner.id)}
    folded = {_key(one): one for one in schedules}
    return wrong + sum(folded.get(key) != kept.get(key) for key in {*folded, *kept})


def fold_all(
    transaction: Transaction, learner: Learner
) -> tuple[dict[PointId, PointMemory], list[Schedule], int]:
    """Memories, schedules and the number of reviews of everything a learner has done."""
    journal, retention = transaction.journal, learner.settings.desired_retention
    by_card: dict[CardId, _OfCard] = defaultdict(_OfCard)
    for review in journal.given(learner.id):
        by_card[review.card].reviews.append(review)
    for history in journal.histories.of_learner(learner.id):
        by_card[history.card].histories.append(history)
    for known in journal.known(learner.id):
        by_card[known.card].knowns.append(known)
    cards = transaction.decks.cards(by_card)
    apart = {one: its.histories for one, its in by_card.items() if its.are_histories}
    memories, schedules = fold_histories(apart, cards, learner.model, retention)
    for card_id, its in by_card.items():
        if card_id not in apart:
            reviews = in_order(its.reviews, its.histories)
            folded = fold_card(cards.get(card_id), reviews, learner.model, retention, its.knowns)
            memories.update(folded.memories)
            schedules.extend(folded.schedules.values())
    return memories, schedules, sum(its.count for its in by_card.values())


@dataclass(slots=True)
class _OfCard:
    """All that was ever said of a card."""

    reviews: list[Review] = field(default_factory=list)
    histories: list[History] = field(default_factory=list)
    knowns: list[Known] = field(default_factory=list)

    @property
    def are_histories(self) -> bool:
        return not self.reviews and not self.knowns

    @property
    def count(self) -> int:
        return len(self.reviews) + sum(len(one.answers) for one in self.histories)


def _forget_days(transaction: Transaction, learner: Learner, moments: Iterable[Instant]) -> None:
    """Drop the finished days that reviews which came or went may have a part in.

    A card's first answer says of all later days whether it was asked again on them.
    """
    first = min(moments, default=None)
    if first is not None:
        day = study_day(first, learner.settings.time_zone)
        transaction.days.drop_from(learner.id, day)


def _key(schedule: Schedule) -> tuple[CardId, Direction]:
    return schedule.card, schedule.direction
