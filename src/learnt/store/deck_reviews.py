"""The reviews of whole decks, as few columns as there must be: an export reads many at once."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, exists, select

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import CardId, DeckId, EventId, LearnerId, PointId
from learnt.journal import Outcome, Rating, Review
from learnt.store import prepared
from learnt.store.schema import card, outcome, review, undo

_THEIRS = (
    (card.c.deck == bindparam("deck")),
    (review.c.learner == bindparam("learner")),
    ~exists().where(undo.c.event == review.c.id),
)
_REVIEWS = (
    select(
        review.c.id,
        review.c.card,
        review.c.at,
        review.c.rating,
        review.c.direction,
        review.c.duration_ms,
    )
    .join(card, card.c.id == review.c.card)
    .where(*_THEIRS)
    .order_by(review.c.at, review.c.id)
)
_OUTCOMES = (
    select(outcome.c.review, outcome.c.point, outcome.c.rating)
    .join(review, review.c.id == outcome.c.review)
    .join(card, card.c.id == review.c.card)
    .where(*_THEIRS)
    .order_by(outcome.c.review, outcome.c.position)
)
_RATINGS = {one.value: one for one in Rating}  # a call each is slower
_DIRECTIONS = {one.value: one for one in Direction}


def reviews_of_decks(
    connection: Connection, learner: LearnerId, decks: Iterable[DeckId]
) -> dict[CardId, list[Review]]:
    """The reviews that stand, by card and in order, without what was typed or proposed."""
    found: dict[CardId, list[Review]] = defaultdict(list)
    for deck in decks:
        asked = {"learner": learner, "deck": deck}
        outcomes: dict[str, list[Outcome]] = defaultdict(list)
        known: dict[tuple[str, int], Outcome] = {}
        for one, point, rating in prepared.rows(connection, _OUTCOMES, asked):
            outcome_ = known.get((point, rating))
            if outcome_ is None:
                outcome_ = known[point, rating] = Outcome(PointId(point), _RATINGS[rating])
            outcomes[one].append(outcome_)
        for one, its_card, *rest in prepared.rows(connection, _REVIEWS, asked):
            at, rating, direction, duration = rest
            found[CardId(its_card)].append(
                Review(
                    EventId(one),
                    learner,
                    CardId(its_card),
                    Instant(at),
                    _RATINGS[rating],
                    tuple(outcomes[one]),
                    _DIRECTIONS[direction],
                    duration_ms=duration,
                )
            )
    return found
