"""Every outcome that stands as text: what a fit reads, quicker than a row for each."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, Text, bindparam, cast, exists, func, select

from learnt.ids import LearnerId
from learnt.journal import History
from learnt.store.schema import history, known, outcome, review, undo

ID_LETTERS = 36


class Ratings(NamedTuple):
    """Outcomes as three texts of one length in outcomes.

    `points`: their ids of `ID_LETTERS` letters, one after the other; `ratings`: a digit each;
    `times`: milliseconds, with a space between them.
    """

    points: str
    ratings: str
    times: str


def ratings(connection: Connection, learner: LearnerId, histories: Iterable[History]) -> Ratings:
    """Point, rating and instant of the learner's outcomes in reviews and in these histories.

    Of a card that begins with what another program knew there are none: its first answer here
    would be taken for the first ever.
    """
    asked = {"learner": learner}
    given = connection.execute(_GIVEN, asked).one()
    begun = frozenset(connection.scalars(_BEGUN, asked))
    parts = [_of_history(one) for one in histories if one.card not in begun]
    points, digits, times = zip(*parts, tuple(one or "" for one in given), strict=True)
    return Ratings("".join(points), "".join(digits), " ".join(filter(None, times)))


def _of_history(one: History) -> Ratings:
    count, digits = len(one.points), "".join(str(int(answer.rating)) for answer in one.answers)
    times = " ".join(str(answer.at) for answer in one.answers)
    points = "".join(point * len(digits) for point in one.points)
    return Ratings(points, digits * count, " ".join([times] * count))


_MINE = known.c.learner == bindparam("learner")
_BEGUN = select(known.c.card).where(
    _MINE,
    ~exists().where(undo.c.event == known.c.id),
    ~exists().where(
        review.c.card == known.c.card,
        review.c.learner == known.c.learner,
        review.c.direction == known.c.direction,
        review.c.at <= known.c.at,
    ),
    ~exists().where(
        history.c.card == known.c.card,
        history.c.learner == known.c.learner,
        history.c.direction == known.c.direction,
        history.c.first <= known.c.at,
    ),
)
"""Cards whose memory begins with what another program knew (see `journal.begins_with`)."""
_GIVEN = (
    select(
        func.aggregate_strings(cast(outcome.c.point, Text), ""),
        func.aggregate_strings(cast(outcome.c.rating, Text), ""),
        func.aggregate_strings(cast(review.c.at, Text), " "),
    )
    .join(review, review.c.id == outcome.c.review)
    .where(
        review.c.learner == bindparam("learner"),
        ~exists().where(undo.c.event == review.c.id),
        review.c.card.not_in(_BEGUN),
    )
)
