"""A sitting as it is sent: the question on the table, what is left, and how it has gone."""

from collections import Counter
from typing import Annotated

from msgspec import Meta, Struct

from learnt.clock import Instant, StudyDay, study_day
from learnt.collection import Scope
from learnt.deck import Direction
from learnt.plan import Left
from learnt.practice import Exercise, Sitting
from learnt.web.api.values import Asked, Id, Moment, Time
from learnt.web.face import Face


class Which(Asked, frozen=True, kw_only=True):
    """Which sitting: begun at `since` (now, where it is left out), of one deck or of all.

    To practise is to be asked every card, the least known first, due or not.
    """

    deck: Id | None = None
    practise: bool = False
    since: Moment | None = None


class Question(Struct, frozen=True):
    """What is asked, at `asked`. `event` is the id that its answer will have.

    A bare statement is asked as its deck's title with a cue. `points` says how many there are.
    """

    event: Id
    card: Id
    direction: Direction
    deck: Id
    deck_title: str
    prompt: str
    cue: str | None
    hint: str | None
    ordered: bool
    points: Annotated[int, Meta(ge=1)]
    asked: Time


class StillLeft(Struct, frozen=True):
    """How many cards a sitting still holds; `returning` come back within the day."""

    reviews: int
    new: int
    returning: int


class Summary(Struct, frozen=True):
    """The answers of a sitting by their rating, and how many had every point."""

    answers: int
    whole: int
    again: int
    hard: int
    good: int
    easy: int


class Next(Struct, frozen=True):
    """The next question; null where nothing is left for now.

    `comes_back` is when the first of the returning cards is due. `last` is the event that undo
    would take back.
    """

    since: Time
    question: Question | None
    left: StillLeft
    done: int
    summary: Summary
    comes_back: Time | None
    last: Id | None


def scope_of(face: Face, which: Which) -> Scope:
    """The sitting that is meant; it begins now where no time is named."""
    since = face.collection.now() if which.since is None else Instant(which.since)
    return Scope(since, which.deck, which.practise)


def today(face: Face) -> StudyDay:
    """The learner's study day."""
    return study_day(face.collection.now(), face.collection.learner.settings.time_zone)


def next_of(face: Face, scope: Scope, sitting: Sitting) -> Next:
    """A sitting as it is sent."""
    event = face.collection.last_event()
    returning = sitting.queue.returning
    return Next(
        since=scope.since,
        question=_question(sitting, sitting.exercise) if sitting.exercise else None,
        left=left_of(sitting.queue.left),
        done=len(sitting.answered),
        summary=summary_of(sitting),
        comes_back=returning[0].due if returning else None,
        last=event.id if event else None,
    )


def left_of(left: Left) -> StillLeft:
    """What is left, as it is sent."""
    return StillLeft(left.reviews, left.new, left.returning)


def summary_of(sitting: Sitting) -> Summary:
    """The answers of a sitting, counted."""
    counted = Counter(int(one.rating) for one in sitting.answered)
    whole = sum(not one.missed for one in sitting.answered)
    return Summary(len(sitting.answered), whole, *(counted[rating] for rating in (1, 2, 3, 4)))


def _question(sitting: Sitting, table: Exercise) -> Question:
    assert sitting.event is not None  # noqa: S101 - it is given with the card
    return Question(
        event=sitting.event,
        card=table.card_id,
        direction=table.direction,
        deck=table.deck,
        deck_title=table.deck_title,
        prompt=table.prompt,
        cue=table.cue,
        hint=table.card.hint,
        ordered=table.card.ordered,
        points=len(table.points),
        asked=sitting.moments[0],
    )
