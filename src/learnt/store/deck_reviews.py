"""The reviews of whole decks, as few columns as there must be: an export reads many at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, Text, bindparam, cast, exists, func, literal_column, select

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import CardId, DeckId, EventId, LearnerId, PointId
from learnt.journal import BriefReview, Rating, brief_review
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
) -> dict[CardId, list[BriefReview]]:
    """The reviews that stand, in brief, by card and in order."""
    found: dict[CardId, list[BriefReview]] = defaultdict(list)
    for deck in decks:
        _add_given(found, prepared.each(connection, _REVIEWS, {"learner": learner, "deck": deck}))
        for history in Histories(connection).of_deck(learner, deck):
            given = found[history.card]
            given += history.in_brief()
            if len(given) > len(history.answers):
                given.sort(key=_moment)
    return found


def _add_given(found: dict[CardId, list[BriefReview]], rows: Iterable[prepared.Row]) -> None:
    """Add the rows of reviews, which are in order."""
    ratings, directions = _RATINGS, _DIRECTIONS
    known: dict[str, Mapping[PointId, Rating]] = {}  # most are said again at the next review
    for one, card_, at, rating, direction, took, said in rows:
        points = known.get(said)
        if points is None:
            points = known[said] = _points(said)
        brief = brief_review((one, at, ratings[rating], directions[direction], took, points))
        found[card_].append(brief)


def _points(said: str | None) -> dict[PointId, Rating]:
    """The rating of each point, in the order of their positions."""
    parts = [one.split(" ") for one in said.split(",")] if said else []
    if len(parts) > 1:
        parts.sort(key=lambda one: int(one[0]))
    return {PointId(point): _RATINGS[int(rating)] for _, point, rating in parts}


def _moment(one: BriefReview) -> tuple[Instant, EventId]:
    return one.at, one.id
