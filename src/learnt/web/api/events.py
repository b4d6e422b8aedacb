"""Events from another device: answers, settings aside and undos, in any order, each once."""

from typing import Annotated

from msgspec import Meta, Struct

from learnt.clock import DAY_MS, Instant
from learnt.deck import Direction
from learnt.deck.tidy import one_line, tidy
from learnt.errors import UsageError
from learnt.ids import CardId, EventId, LearnerId, PointId
from learnt.journal import FOREVER, Event, Hold, Outcome, Rating, Review, Undo, VerdictKind
from learnt.web.api.operation import Call, Operation
from learnt.web.api.values import LONGEST_MS, MOST, Asked, Id, Moment, Stars, Text
from learnt.web.face import Face

_RECALL = "recall"


class OutcomeSent(Asked, frozen=True, kw_only=True):
    """How one point fared; what marking had proposed, and of which words of the answer."""

    point: Id
    rating: Stars
    proposed: VerdictKind | None = None
    wording: Annotated[str, Meta(max_length=2_000)] | None = None


class ReviewSent(Asked, frozen=True, kw_only=True):
    """An answer that was given elsewhere, at an instant."""

    id: Id
    card: Id
    at: Moment
    rating: Stars
    outcomes: Annotated[tuple[OutcomeSent, ...], Meta(min_length=1, max_length=2_000)]
    direction: Direction = Direction.FORWARD
    exercise: Annotated[str, Meta(max_length=100)] = _RECALL
    answer: Text | None = None
    duration_ms: Annotated[int, Meta(ge=0, le=LONGEST_MS)] = 0


class HoldSent(Asked, frozen=True, kw_only=True):
    """A card that was set aside until an instant; not after `at`, it was released."""

    id: Id
    card: Id
    at: Moment
    until: Annotated[int, Meta(ge=0, le=FOREVER)]


class UndoSent(Asked, frozen=True, kw_only=True):
    """What takes a review or a hold back, wherever it is and whenever it arrives."""

    id: Id
    event: Id
    at: Moment


class EventsSent(Asked, frozen=True, kw_only=True):
    """What happened elsewhere, at most 200 of each kind, to the learner of this collection."""

    reviews: Annotated[tuple[ReviewSent, ...], Meta(max_length=MOST)] = ()
    holds: Annotated[tuple[HoldSent, ...], Meta(max_length=MOST)] = ()
    undos: Annotated[tuple[UndoSent, ...], Meta(max_length=MOST)] = ()


class Merged(Struct, frozen=True):
    """How many events were new; those in the journal already have changed nothing."""

    new: int
    known: int


def merge_events(face: Face, call: Call[None, EventsSent]) -> Merged:
    """Take in what happened on another device: all of it or nothing, each event once.

    They may come in any order. An event that is more than a day ahead of this machine's clock is
    refused with all the others: cards would not come back until then.
    """
    sent, me = call.body, face.collection.learner.id
    events: list[Event] = [_review(one, me) for one in sent.reviews]
    events += (
        Hold(EventId(one.id), me, CardId(one.card), Instant(one.at), Instant(one.until))
        for one in sent.holds
    )
    events += (Undo(EventId(one.id), me, EventId(one.event), Instant(one.at)) for one in sent.undos)
    latest = max((event.at for event in events), default=0)
    if latest > face.collection.now() + DAY_MS:
        raise UsageError(
            "An event is more than a day ahead of this machine's clock. "
            "Set the clocks of both devices right, and send the events again."
        )
    new = face.collection.merge(events)
    face.changed()
    return Merged(new, len(events) - new)


OPERATIONS = (Operation("POST", "/events", merge_events),)


def _review(one: ReviewSent, me: LearnerId) -> Review:
    points = [PointId(outcome.point) for outcome in one.outcomes]
    if len(set(points)) < len(points):
        raise UsageError(
            f"The review {one.id} has two outcomes for a point. Send one for each point."
        )
    outcomes = tuple(
        Outcome(
            PointId(each.point),
            Rating(each.rating),
            each.proposed,
            one_line(each.wording or "") or None,
        )
        for each in one.outcomes
    )
    return Review(
        id=EventId(one.id),
        learner=me,
        card=CardId(one.card),
        at=Instant(one.at),
        rating=Rating(one.rating),
        outcomes=outcomes,
        direction=one.direction,
        exercise=one_line(one.exercise) or _RECALL,
        answer=tidy(one.answer or "") or None,
        duration_ms=one.duration_ms,
    )
