"""An answer: saved once, however often it is sent, and then the next question."""

from typing import Annotated

from msgspec import Meta, Struct

from learnt.clock import Instant
from learnt.collection import Given, Scope
from learnt.deck import Direction, Point
from learnt.deck.tidy import tidy
from learnt.errors import NotFound, Overtaken, UsageError
from learnt.ids import CardId, EventId, PointId, is_id
from learnt.journal import Rating, proposed_rating
from learnt.plan import Queue
from learnt.practice import Sitting
from learnt.web.api.marks import Proposals, proposed_of
from learnt.web.api.operation import KEY, Call, Operation
from learnt.web.api.questions import Next, Which, next_of, scope_of, today
from learnt.web.api.values import LONGEST_MS, Id, Ids, Moment, Stars, Text
from learnt.web.face import Face

_NOT_CONFIRMED = (
    "The answer was typed, and nothing says what was in it. Send “said”, with every point that "
    "was said or none, and nothing in “unsettled”; or send a “rating”."
)


class Answer(Which, frozen=True, kw_only=True):
    """An answer. `event`, `card`, `direction` and `asked` are those of the question.

    `shown` are the points that were shown, `said` those that were said; without `said`, a pass
    says that nothing was missing. Without a rating the one proposed is taken. A typed `answer`
    needs one of the two: no answer is rated by its marks alone. `proposed` are the marks that were
    shown with it, so that what you say otherwise is learnt from; `unsettled` those of its unsure
    points of which you have said nothing. `duration_ms` is the time spent, where it was measured.
    """

    card: Id
    direction: Direction
    asked: Moment
    shown: Annotated[tuple[Id, ...], Meta(min_length=1, max_length=2_000)]
    event: Id | None = None
    rating: Stars | None = None
    said: Ids | None = None
    answer: Text | None = None
    proposed: Proposals = ()
    unsettled: Ids = ()
    duration_ms: Annotated[int, Meta(ge=0, le=LONGEST_MS)] | None = None


class Saved(Struct, frozen=True):
    """Whether the answer was saved now; false where its event was in the journal already."""

    saved: bool
    event: Id
    next: Next


def save_answer(face: Face, call: Call[None, Answer]) -> Saved:
    """Save an answer, once, and get the next question.

    The event is the key under which an answer is saved once: sent again, it changes nothing, and
    the first one counts. The header Idempotency-Key may carry it in place of the body. 409 says
    that it was taken back, or its card answered or changed elsewhere, since it was asked: ask for
    the next question.
    """
    event, scope = _event(call), scope_of(face, call.body)
    before = _sitting(face, scope)
    try:
        after = face.collection.give(before, _given(face, event, call.body))
    except Overtaken:
        face.changed()
        raise
    face.sittings.forget()  # the other sittings have not seen this answer
    face.sittings.put(scope, today(face), after)
    is_new = len(after.answered) > len(before.answered)
    return Saved(is_new, event, next_of(face, scope, after))


OPERATIONS = (Operation("POST", "/study/answers", save_answer, errors=(409,), keyed=True),)


def _event(call: Call[None, Answer]) -> EventId:
    said = call.body.event
    if call.key is not None:
        key = call.key.strip().strip('"')
        if said is not None and key != said:
            raise UsageError(f"{KEY} and “event” differ. Send the question's event in one of them.")
        said = key
    if said is None or not is_id(said):
        raise UsageError("The answer has no event. Send the one that came with the question.")
    return EventId(said)


def _sitting(face: Face, scope: Scope) -> Sitting:
    """The sitting as it is known; an empty one where its deck is gone: the answer still counts."""
    kept = face.sittings.get(scope, today(face))
    if kept is not None:
        return kept
    try:
        return face.collection.resume(scope)
    except NotFound:
        return Sitting(Queue())


def _given(face: Face, event: EventId, sent: Answer) -> Given:
    shown = tuple(dict.fromkeys(map(PointId, sent.shown)))
    said = None if sent.said is None else frozenset(map(PointId, sent.said))
    typed = bool(tidy(sent.answer or ""))
    if not sent.rating and typed and (said is None or sent.unsettled):
        raise UsageError(_NOT_CONFIRMED)
    return Given(
        event=event,
        card=CardId(sent.card),
        direction=sent.direction,
        asked=Instant(sent.asked),
        rating=Rating(sent.rating) if sent.rating else _proposed(face, sent, shown, said),
        shown=shown,
        said=said,
        answer=sent.answer,
        duration_ms=sent.duration_ms,
        proposed=proposed_of(sent.proposed),
        unsettled=frozenset(map(PointId, sent.unsettled)),
    )


def _proposed(
    face: Face, sent: Answer, shown: tuple[PointId, ...], said: frozenset[PointId] | None
) -> Rating:
    """The rating that the points propose; those of a card that is gone weigh the same."""
    if said is None or (len(shown) < 2 and not sent.answer):
        return Rating.GOOD
    try:
        points = face.collection.card(sent.card)[1].asked(sent.direction)
    except NotFound:
        points = tuple(Point(one, "?") for one in shown)
    return proposed_rating([point for point in points if point.id in shown], said)
