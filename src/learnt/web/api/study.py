"""A sitting: what is asked next, a card turned over, undo, and the summary."""

from typing import Annotated

from msgspec import Meta, Struct

from learnt.clock import Instant
from learnt.collection import Scope
from learnt.deck import Direction
from learnt.ids import CardId, EventId, PointId
from learnt.journal import Review
from learnt.web.api.marks import MarksShown, marks_shown
from learnt.web.api.operation import Call, Operation
from learnt.web.api.questions import (
    Next,
    Summary,
    Which,
    next_of,
    scope_of,
    summary_of,
    today,
)
from learnt.web.api.values import Asked, Id, Ids, Moment, Stars, Text, Time, Window, part
from learnt.web.face import Face


class Turned(Asked, frozen=True, kw_only=True):
    """The card to turn over; `said` are the points that were said, where that is known.

    An `answer` that was typed is marked; `settled` are the points of which you have spoken since.
    """

    card: Id
    direction: Direction
    said: Ids | None = None
    answer: Text | None = None
    settled: Ids = ()


class ShownPoint(Struct, frozen=True):
    """One thing that the answer must say."""

    id: Id
    text: str
    weight: float


class Preview(Struct, frozen=True):
    """Where a rating would lead: the card comes back at `due`, after so long."""

    rating: Stars
    name: str
    due: Time
    after_ms: Annotated[int, Meta(ge=0)]


class Shown(Struct, frozen=True):
    """A card turned over. `direction` is the one in which it is asked now.

    `marks` are those of a typed answer; `said` are the points that are ticked by them. No rating
    is proposed (null) while a point is open. `problem` says why an answer could not be marked.
    """

    direction: Direction
    points: list[ShownPoint]
    ordered: bool
    note: str | None
    proposed: Stars | None
    previews: list[Preview]
    said: list[Id] | None
    marks: MarksShown | None
    problem: str | None


class Mistake(Asked, frozen=True, kw_only=True):
    """The answer, or the setting aside, to take back."""

    event: Id


class TakenBack(Struct, frozen=True):
    """What was taken back; false and null where there was nothing, or it was undone already."""

    undone: bool
    card: Id | None = None
    direction: Direction | None = None


class Since(Window, frozen=True, kw_only=True):
    """The instant at which the sitting began, and which of its answers to list."""

    since: Moment


class Answered(Struct, frozen=True):
    """One answer: what it was given to, its rating, and the points that were missed."""

    event: Id
    card: Id
    label: str
    rating: Stars
    missed: list[str]


class Told(Struct, frozen=True):
    """How a sitting has gone: its answers counted, and some of them one by one."""

    summary: Summary
    answers: list[Answered]
    start: int
    total: int


def next_question(face: Face, call: Call[Which, None]) -> Next:
    """The question that is next, or null where nothing is left for now.

    Keep `since` and send it with what follows: a sitting is made anew from the journal, so it
    goes on after a restart, and on another device.
    """
    scope = scope_of(face, call.query)
    sitting = face.collection.next(face.collection.resume(scope))
    face.sittings.put(scope, today(face), sitting)
    return next_of(face, scope, sitting)


def show_answer(face: Face, call: Call[None, Turned]) -> Shown:
    """Turn a card over: its points, the rating proposed, and where each rating leads.

    A typed answer is marked point by point. That is a proposal: nothing is saved by it.
    """
    asked = call.body
    look = face.collection.look(
        CardId(asked.card),
        asked.direction,
        None if asked.said is None else map(PointId, asked.said),
        asked.answer or "",
        map(PointId, asked.settled),
    )
    now, table = face.collection.now(), look.exercise
    return Shown(
        direction=table.direction,
        points=[ShownPoint(one.id, one.text, one.weight) for one in table.points],
        ordered=table.card.ordered,
        note=table.card.note,
        proposed=None if look.proposed is None else int(look.proposed),
        previews=[
            Preview(int(rating), rating.name.lower(), one.due, max(0, one.due - now))
            for rating, one in look.previews.items()
        ],
        said=None if look.said is None else sorted(look.said),
        marks=marks_shown(look.marks),
        problem=look.problem,
    )


def undo_answer(face: Face, call: Call[None, Mistake]) -> TakenBack:
    """Take an answer, or a setting aside, back: once, however often it is asked."""
    event = face.collection.undo(EventId(call.body.event))
    face.changed()
    if event is None:
        return TakenBack(undone=False)
    direction = event.direction if isinstance(event, Review) else None
    return TakenBack(undone=True, card=event.card, direction=direction)


def tell_sitting(face: Face, call: Call[Since, None]) -> Told:
    """How a sitting has gone: its answers, the first one first."""
    sitting = face.collection.resume(Scope(Instant(call.query.since)))
    answers = [
        Answered(one.review, one.card, one.label, int(one.rating), list(one.missed))
        for one in part(sitting.answered, call.query)
    ]
    return Told(summary_of(sitting), answers, call.query.start, len(sitting.answered))


OPERATIONS = (
    Operation("GET", "/study/next", next_question, errors=(404,)),
    Operation("POST", "/study/show", show_answer, errors=(404,)),
    Operation("POST", "/study/undo", undo_answer),
    Operation("GET", "/study/summary", tell_sitting),
)
