"""The reviews of whole decks, as few columns as there must be: an export reads many at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter

from sqlalchemy import Connection, Text, bindparam, cast, exists, func, literal_column, select

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import CardId, DeckId, EventId, LearnerId, PointId
from learnt.journal import BriefReview, Rating, brief_review
from learnt.store import prepared
from learnt.store.histories import Histories
from learnt.store.schema import card, outcome, review, undo

_CHUNK = 500  # ids in one IN (...) list, well under what either database takes
_MOST = 4  # to read all reviews takes as long as to look up those of a quarter of the cards
_BLANK, _COMMA = literal_column("' '", Text), literal_column("','", Text)
_SAID = func.aggregate_strings(
    cast(outcome.c.position, Text)
    + _BLANK
    + cast(outcome.c.point, Text)
    + _BLANK
    + cast(outcome.c.rating, Text),
    _COMMA,  # type: ignore[arg-type] # SQL's own text: as a parameter it would be asked for
)
_REVIEWS = select(
    review.c.id,
    review.c.card,
    review.c.at,
    review.c.rating,
    review.c.direction,
    review.c.duration_ms,
    select(_SAID).where(outcome.c.review == review.c.id).scalar_subquery(),
).where(
    review.c.learner == bindparam("learner"),
    ~exists().where(undo.c.event == review.c.id),
)
"""The outcomes of a review are one text, so that a row a review is read and not one an outcome."""
_IN_ORDER = _REVIEWS.order_by(review.c.at, review.c.id)
_CARDS = select(card.c.id).where(card.c.deck == bindparam("deck"))
_RATINGS = {str(one.value): one for one in Rating}
_BY_NUMBER = {one.value: one for one in Rating}  # a call each is slower
_PLACES = [str(place) for place in range(100)]
_WAYS = {one.value: one for one in Direction}

Points = Mapping[PointId, Rating]


def reviews_of_decks(
    connection: Connection, learner: LearnerId, decks: Iterable[DeckId]
) -> dict[CardId, list[BriefReview]]:
    """The reviews that stand, in brief, by card and in order."""
    asked = [prepared.rows(connection, _CARDS, {"deck": deck}) for deck in decks]
    cards = [CardId(row[0]) for row in chain.from_iterable(asked)]
    every = connection.scalar(select(func.count()).select_from(card)) or 0
    histories = Histories(connection)
    if _MOST * len(cards) > every:
        rows = prepared.each(connection, _IN_ORDER, {"learner": learner})
        came = histories.of_learner(learner)
    else:
        rows = _of_cards(connection, learner, cards)
        came = histories.of_cards(learner, cards)
    found = _given(rows, frozenset(cards))
    for history in came:
        if history.card in found:
            given = found[history.card]
            given += history.in_brief()
            if len(given) > len(history.answers):
                given.sort(key=_moment)
    return found


def _of_cards(
    connection: Connection, learner: LearnerId, cards: Sequence[CardId]
) -> Iterator[prepared.Row]:
    """Sorted by us: for the order's sake SQLite would go through all reviews by time."""
    for start in range(0, len(cards), _CHUNK):
        its = _REVIEWS.where(review.c.card.in_(cards[start : start + _CHUNK]))
        yield from sorted(connection.execute(its, {"learner": learner}), key=itemgetter(2, 0))


def _given(
    rows: Iterable[prepared.Row], cards: frozenset[CardId]
) -> dict[CardId, list[BriefReview]]:
    """The rows of reviews, which are in order, by their cards."""
    found: dict[CardId, list[BriefReview]] = {one: [] for one in cards}
    ratings, ways = _BY_NUMBER, _WAYS
    known: dict[str, Points] = {}  # most are said again at the next review
    for own, its_card, at, rating, way, took, said in rows:
        given = found.get(its_card)
        if given is None:
            continue
        points = known.get(said)
        if points is None:
            points = known[said] = _points(said)
        given.append(brief_review((own, at, ratings[rating], ways[way], took, points)))
    return found


def _points(said: str | None) -> Points:
    """The rating of each point, in the order of their positions."""
    if said is None:
        return {}
    if "," not in said:
        _, point, rating = said.split(" ")
        return {PointId(point): _RATINGS[rating]}
    parts = [one.split(" ") for one in said.split(",")]
    if [one[0] for one in parts] != _PLACES[: len(parts)]:  # in the order of ids, mostly the same
        parts.sort(key=lambda one: int(one[0]))
    return {PointId(point): _RATINGS[rating] for _, point, rating in parts}


def _moment(one: BriefReview) -> tuple[Instant, EventId]:
    return one.at, one.id
