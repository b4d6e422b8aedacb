"""Events of the journal as rows, and back."""

from collections.abc import Iterable

from sqlalchemy import RowMapping, Table

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import CardId, EventId, LearnerId, PointId
from learnt.journal import Hold, Outcome, Rating, Review, Undo, VerdictKind
from learnt.store.schema import hold, undo


def review_row(event: Review) -> dict[str, object]:
    """A review as a row."""
    return {
        "id": event.id,
        "learner": event.learner,
        "card": event.card,
        "direction": event.direction.value,
        "at": event.at,
        "rating": int(event.rating),
        "exercise": event.exercise,
        "answer": event.answer,
        "duration_ms": event.duration_ms,
    }


def outcome_rows(event: Review) -> list[dict[str, object]]:
    """A review's outcomes as rows, in their order."""
    return [
        {
            "review": event.id,
            "point": one.point,
            "position": place,
            "rating": int(one.rating),
            "proposed": one.proposed and one.proposed.value,
            "wording": one.wording,
        }
        for place, one in enumerate(event.outcomes)
    ]


def plain_row(event: Hold | Undo) -> tuple[Table, dict[str, object]]:
    """A hold or an undo as a row, and its table."""
    row: dict[str, object] = {"id": event.id, "learner": event.learner, "at": event.at}
    if isinstance(event, Hold):
        return hold, row | {"card": event.card, "until": event.until}
    return undo, row | {"event": event.event}


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
