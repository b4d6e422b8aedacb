"""The reviews of whole decks, as few columns as there must be: an export reads many at once."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, Text, bindparam, cast, exists, func, literal_column, select

from learnt.deck import Direction
from learnt.ids import CardId, DeckId, LearnerId, PointId
from learnt.journal import Outcome, Rating, Review, in_order
from learnt.store import prepared
from learnt.store.histories import Histories
from learnt.store.schema import card, outcome, review, undo

_BLANK, _COMMA = literal_column("' '", Text), literal_column("','", Text)
_SAID = func.aggregate_strings(
    cast(outcome.c.position, Text)
    + _BLANK
    + cast(outcome.c.point, Text)
    + _BLANK
    + cast(outcome.c.rating, Text),
    _COMMA,  # type: ignore[arg-type] # SQL's own text: as a parameter it would be asked for
)
_REVIEWS = (
    select(
        review.c.id,
        review.c.card,
        review.c.at,
        review.c.rating,
        review.c.direction,
        review.c.duration_ms,
        select(_SAID).where(outcome.c.review == review.c.id).scalar_subquery(),
    )
    .join(card, card.c.id == review.c.card)
    .where(
        card.c.deck == bindparam("deck"),
        review.c.learner == bindparam("learner"),
        ~exists().where(undo.c.event == review.c.id),
    )
    .order_by(review.c.at, review.c.id)
)
"""The outcomes of a review are one text, so that a row a review is read and not one an outcome."""
_RATINGS = {one.value: one for one in Rating}  # a call each is slower
_DIRECTIONS = {one.value: one for one in Direction}


def reviews_of_decks(
    connection: Connection, learner: LearnerId, decks: Iterable[DeckId]
) -> dict[CardId, list[Review]]:
    """The reviews that stand, by card and in order, without what was typed or proposed."""
    found: dict[CardId, list[Review]] = defaultdict(list)
    known: dict[str, tuple[Outcome, ...]] = {}  # most are said again at the next review
    for deck in decks:
        asked = {"learner": learner, "deck": deck}
        for row in prepared.rows(connection, _REVIEWS, asked):
            one, its_card, at, rating, direction, duration, said = row
            outcomes = known.get(said)
            if outcomes is None:
                outcomes = known[said] = _outcomes(said)
            found[its_card].append(
                Review(
                    one,
                    learner,
                    its_card,
                    at,
                    _RATINGS[rating],
                    outcomes,
                    _DIRECTIONS[direction],
                    duration_ms=duration,
                )
            )
        for history in Histories(connection).of_deck(learner, deck):
            found[history.card] = in_order(found[history.card], [history])
    return found


def _outcomes(said: str | None) -> tuple[Outcome, ...]:
    parts = [one.split(" ") for one in said.split(",")] if said else []
    parts.sort(key=lambda one: int(one[0]))
    return tuple(Outcome(PointId(point), _RATINGS[int(rating)]) for _, point, rating in parts)
