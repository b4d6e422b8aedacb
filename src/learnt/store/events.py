"""Events of the journal as rows, and back."""

from collections.abc import Iterable, Iterator

from sqlalchemy import RowMapping, Table

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import CardId, EventId, LearnerId, PointId
from learnt.journal import (
    Hold,
    Known,
    Outcome,
    Rating,
    Review,
    Undo,
    VerdictKind,
)
from learnt.store.prepared import Values
from learnt.store.rows import as_json, texts_of
from learnt.store.schema import hold, known, undo


def review_values(event: Review) -> Values:
    """A review as a row, in the order of the table's columns."""
    return (
        event.id,
        event.learner,
        event.card,
        event.direction.value,
        event.at,
        int(event.rating),
        event.exercise,
        event.answer,
        event.duration_ms,
    )


def outcome_values(event: Review) -> Iterator[Values]:
    """A review's outcomes as rows, in their order."""
    for place, one in enumerate(event.outcomes):
        proposed = one.proposed and one.proposed.value
        yield event.id, one.point, place, int(one.rating), proposed, one.wording


def plain_values(event: Hold | Undo | Known) -> tuple[Table, Values]:
    """A hold, an undo or what was known elsewhere as a row, and its table."""
    if isinstance(event, Hold):
        return hold, (event.id, event.learner, event.card, event.at, event.until)
    if isinstance(event, Known):
        return known, (
            event.id,
            event.learner,
            event.card,
            event.direction.value,
            event.at,
            as_json(event.points),
            event.days,
            event.difficulty,
            event.ease,
            event.reviews,
            event.lapses,
        )
    return undo, (event.id, event.learner, event.event, event.at)


def review_of(row: RowMapping, outcomes: Iterable[Outcome]) -> Review:
    """A review from its row and its outcomes."""
    return Review(
        id=EventId(row["id"]),
        learner=LearnerId(row["learner"]),
        card=CardId(row["card"]),
        at=Instant(row["at"]),
        rating=Rating(row["rating"]),
        outcomes=tuple(outcomes),
        direction=Direction(row["direction"]),
        exercise=row["exercise"],
        answer=row["answer"],
        duration_ms=row["duration_ms"],
    )


def outcome_of(row: RowMapping) -> Outcome:
    """An outcome from its row."""
    proposed = row["proposed"]
    return Outcome(
        PointId(row["point"]),
        Rating(row["rating"]),
        None if proposed is None else VerdictKind(proposed),
        row["wording"],
    )


def hold_of(row: RowMapping) -> Hold:
    """A hold from its row."""
    return Hold(
        id=EventId(row["id"]),
        learner=LearnerId(row["learner"]),
        card=CardId(row["card"]),
        at=Instant(row["at"]),
        until=Instant(row["until"]),
    )


def known_of(row: RowMapping) -> Known:
    """What was known elsewhere from its row."""
    return Known(
        id=EventId(row["id"]),
        learner=LearnerId(row["learner"]),
        card=CardId(row["card"]),
        at=Instant(row["at"]),
        points=tuple(map(PointId, texts_of(row["points"]))),
        days=row["days"],
        difficulty=row["difficulty"],
        ease=row["ease"],
        reviews=row["reviews"],
        lapses=row["lapses"],
        direction=Direction(row["direction"]),
    )
