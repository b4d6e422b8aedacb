"""Events of the journal as rows, and back."""

from collections.abc import Iterable

from sqlalchemy import RowMapping, Table

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import CardId, EventId, LearnerId, PointId
from learnt.journal import Hold, Known, Outcome, Rating, Review, Undo, VerdictKind
from learnt.store.rows import as_json, texts_of
from learnt.store.schema import hold, known, undo


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


def plain_row(event: Hold | Undo | Known) -> tuple[Table, dict[str, object]]:
    """A hold, an undo or what was known elsewhere as a row, and its table."""
    row: dict[str, object] = {"id": event.id, "learner": event.learner, "at": event.at}
    if isinstance(event, Hold):
        return hold, row | {"card": event.card, "until": event.until}
    if isinstance(event, Known):
        return known, row | {
            "card": event.card,
            "direction": event.direction.value,
            "points": as_json(event.points),
            "days": event.days,
            "difficulty": event.difficulty,
            "ease": event.ease,
            "reviews": event.reviews,
            "lapses": event.lapses,
        }
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
