"""Looking back and ahead: today, the days behind, the days to come, and figures of both."""

from typing import Annotated

from msgspec import Meta, Struct

from learnt.journal import DayDone
from learnt.plots import Cell
from learnt.web import today
from learnt.web.about import about
from learnt.web.api.decks import DeckShown, deck_shown
from learnt.web.api.drafts import DraftHeadShown, draft_head
from learnt.web.api.operation import Call, Operation
from learnt.web.api.questions import StillLeft, left_of
from learnt.web.api.values import Asked, Date, Time, Window, part
from learnt.web.api.writing import date
from learnt.web.face import Face

_DRAFTS = 3


class About(Struct, frozen=True):
    """The program, its version, and a mark of the collection that it serves."""

    program: str
    version: str
    collection: str


class Day(Struct, frozen=True):
    """A study day in numbers.

    `asked_again` are the points that came back from an earlier day, `kept` those remembered.
    """

    day: Date
    answers: int
    asked_again: int
    kept: int
    duration_ms: int


class Today(Struct, frozen=True):
    """What there is to do today, and what was done; some decks, and the latest drafts."""

    now: Time
    left: StillLeft
    done: Day
    streak: int
    decks: list[DeckShown]
    start: int
    total: int
    drafts: list[DraftHeadShown]


class Weeks(Asked, frozen=True, kw_only=True):
    """How many weeks to look back on, this one among them."""

    weeks: Annotated[int, Meta(ge=1, le=53)] = 26


class ActivityShown(Struct, frozen=True):
    """The days of some weeks, the last of which is today. Streaks are days in a row."""

    today: Date
    answers: int
    streak: int
    longest: int
    days: list[Day]


class Days(Asked, frozen=True, kw_only=True):
    """How many days to look ahead to, today among them."""

    days: Annotated[int, Meta(ge=1, le=366)] = 30


class ForecastShown(Struct, frozen=True):
    """How many cards fall due, day by day from today; `overdue` of today's were due before."""

    today: Date
    due: list[int]
    overdue: int
    total: int


class FigureShown(Struct, frozen=True):
    """A picture as SVG, what it says in words, and its numbers as a table."""

    name: str
    title: str
    meaning: str
    columns: list[str]
    rows: list[list[Cell]]
    svg: str


class Figures(Struct, frozen=True):
    """The figures of the first page."""

    figures: list[FigureShown]


def tell_about(face: Face, call: Call[None, None]) -> About:  # noqa: ARG001 - as every handler
    """What is served here. Open to devices that are not paired."""
    return About(**about(face.collection))


def show_today(face: Face, call: Call[Window, None]) -> Today:
    """What is due and new today, what was done, the decks, and what was not saved yet."""
    collection = face.collection
    decks, activity = collection.decks(), collection.activity()
    return Today(
        now=collection.now(),
        left=left_of(collection.left()),
        done=_day(activity.days[-1]),
        streak=activity.streak,
        decks=[deck_shown(one) for one in part(decks, call.query)],
        start=call.query.start,
        total=len(decks),
        drafts=[draft_head(one) for one in collection.drafts()[:_DRAFTS]],
    )


def show_activity(face: Face, call: Call[Weeks, None]) -> ActivityShown:
    """What was done, day by day. A study day begins at 4 am."""
    found = face.collection.activity(call.query.weeks)
    days = [_day(one) for one in found.days]
    return ActivityShown(date(found.today), found.answers, found.streak, found.longest, days)


def show_forecast(face: Face, call: Call[Days, None]) -> ForecastShown:
    """What falls due, day by day, if nothing is answered in between."""
    found = face.collection.forecast_due(call.query.days)
    return ForecastShown(date(found.today), list(found.due), found.overdue, found.total)


def show_figures(face: Face, call: Call[None, None]) -> Figures:  # noqa: ARG001 - as every handler
    """The figures of the first page: the days of study, what is due, and what was kept."""
    collection = face.collection
    drawn = today.figures(collection, collection.activity(), collection.forecast_due())
    return Figures(
        [
            FigureShown(
                one.name,
                one.title,
                one.meaning,
                list(one.columns),
                list(map(list, one.rows)),
                one.svg,
            )
            for one in drawn
        ]
    )


OPERATIONS = (
    Operation("GET", "/about", tell_about, waits=False),
    Operation("GET", "/today", show_today),
    Operation("GET", "/activity", show_activity),
    Operation("GET", "/forecast", show_forecast),
    Operation("GET", "/figures", show_figures),
)


def _day(one: DayDone) -> Day:
    return Day(date(one.day), one.answers, one.asked_again, one.kept, one.duration_ms)
