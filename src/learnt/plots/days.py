"""The days on which something was done: a calendar, a column a week, Monday at the top."""

from learnt.clock import StudyDay, week_start
from learnt.journal import Activity, DayDone
from learnt.plots.dates import WEEKDAYS, dated, month_labels, named, weekday
from learnt.plots.figure import Cell, Figure
from learnt.plots.svg import element, label, picture, title
from learnt.words import count

_STEPS = (1, 10, 25, 50)
"""Answers from which a day has the next level: begun, a short sitting, a good one, a long one."""

_OPACITY = ("0.08", "0.3", "0.5", "0.75", "1")
_PITCH, _CELL = 24.0, 20.0
_LEFT, _TOP = 52.0, 30.0
_NARROWEST = 340.0
_LOOKED_BACK = 30


def level(answers: int) -> int:
    """How strongly a day is coloured, 0 to 4."""
    return sum(answers >= step for step in _STEPS)


def calendar_map(activity: Activity) -> Figure:
    """The days of the activity, each coloured by the answers given on it."""
    weeks = sorted({week_start(one.day) for one in activity.days})
    name, meaning = "Days of study", _meaning(activity)
    return Figure(
        "calendar",
        name,
        meaning,
        ("Week from", *WEEKDAYS),
        _rows(activity, weeks),
        _drawn(activity, weeks, name, meaning),
    )


def _meaning(activity: Activity) -> str:
    days = activity.days
    first = next((place for place, one in enumerate(days) if one.answers), None)
    if first is None:
        return "No day of study yet. The first answer colours the first square."
    if first == len(days) - 1:
        return f"You began today, with {count(days[-1].answers, 'answer')}."
    shown = days[max(first, len(days) - _LOOKED_BACK) :]
    studied = sum(one.answers > 0 for one in shown)
    if studied == 0:
        quiet = next(n for n, one in enumerate(reversed(days)) if one.answers)
        return f"The last {count(quiet, 'day')} were quiet. One answer begins a new row of days."
    said = f"You studied on {studied} of the last {count(len(shown), 'day')}"
    return f"{said}, {activity.streak} in a row." if activity.streak > 1 else f"{said}."


def _rows(activity: Activity, weeks: list[StudyDay]) -> tuple[tuple[Cell, ...], ...]:
    answers = {one.day: one.answers for one in activity.days}
    return tuple(
        (dated(week), *(answers.get(StudyDay(week + place)) for place in range(7)))
        for week in weeks
    )


def _drawn(activity: Activity, weeks: list[StudyDay], name: str, meaning: str) -> str:
    width = max(_LEFT + _PITCH * len(weeks) + 4, _NARROWEST)
    bottom = _TOP + 7 * _PITCH
    months = month_labels(weeks, apart=3)
    return picture(
        name,
        meaning,
        width,
        bottom + 40,
        *(label(text, _LEFT + _PITCH * place, 18) for place, text in months.items()),
        *(label(WEEKDAYS[row], 0, _TOP + _PITCH * row + 17) for row in (0, 2, 4)),
        *(_day(one, weeks, is_today=one.day == activity.today) for one in activity.days),
        _legend(width - 4, bottom + 14),
    )


def _day(one: DayDone, weeks: list[StudyDay], *, is_today: bool) -> str:
    x = _LEFT + _PITCH * ((week_start(one.day) - weeks[0]) // 7)
    y = _TOP + _PITCH * weekday(one.day)
    answers = count(one.answers, "answer") if one.answers else "no answers"
    told = title(f"{named(one.day)}{', today' if is_today else ''}: {answers}")
    square = _square(x, y, level(one.answers), told)
    return square + _ring(x, y) if is_today else square


def _square(x: float, y: float, strength: int, *inside: str) -> str:
    return element(
        "rect",
        *inside,
        class_=f"plot-level-{strength}",
        x=x,
        y=y,
        width=_CELL,
        height=_CELL,
        rx=5,
        fill="currentColor",
        fill_opacity=_OPACITY[strength],
    )


def _ring(x: float, y: float) -> str:
    return element(
        "rect",
        class_="plot-today",
        x=x - 1,
        y=y - 1,
        width=_CELL + 2,
        height=_CELL + 2,
        rx=6,
        fill="none",
        stroke="currentColor",
        stroke_width=2,
        pointer_events="none",
    )


def _legend(right: float, y: float) -> str:
    """Less ▢▢▢▢▢ more, at the right."""
    first = right - 52 - 5 * _PITCH
    squares = (_square(first + _PITCH * one, y, one) for one in range(5))
    return element(
        "g",
        label("Less", first - 8, y + 17, "end"),
        *squares,
        label("More", right, y + 17, "end"),
    )
