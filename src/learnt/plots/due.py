"""The cards that fall due on the days to come: a bar a day."""

from learnt.clock import StudyDay
from learnt.plan import DueForecast
from learnt.plots.dates import dated_day, day_short, named, weekday
from learnt.plots.figure import Figure
from learnt.plots.scale import WIDTH, Scale, steps
from learnt.plots.svg import element, label, line, number, picture, title
from learnt.words import count

_RIGHT = 4.0
_TOP, _BOTTOM = 16.0, 216.0
_HEIGHT = 248.0


def due_forecast(forecast: DueForecast) -> Figure:
    """How many cards fall due on each day; today's bar says how many of them are overdue."""
    name, meaning = "Cards due", _meaning(forecast)
    rows = tuple(
        (dated_day(StudyDay(forecast.today + place)), due, 0 if place else forecast.overdue)
        for place, due in enumerate(forecast.due)
    )
    return Figure(
        "forecast",
        name,
        meaning,
        ("Day", "Cards due", "Overdue"),
        rows,
        _drawn(forecast, name, meaning),
    )


def _meaning(forecast: DueForecast) -> str:
    today, later = forecast.due[0], forecast.due[1:]
    if not forecast.total:
        when = f"in the next {len(forecast.due)} days" if later else "today"
        return f"Nothing falls due {when}. Cards you answer come back here."
    said = f"{count(today, 'card')} {_is(today)} due today" if today else "Nothing is due today"
    said += _waiting(forecast.overdue, today)
    coming = sum(later)
    after = "tomorrow" if len(later) == 1 else f"in the {len(later)} days after"
    if not later:
        return f"{said}."
    if not coming:
        return f"{said}, and nothing more {after}."
    said += f", and {coming:,} more {after}." if today else f", but {_cards(coming)} {after}."
    most = max(later)
    if most > max(today, 1):
        fullest = StudyDay(forecast.today + 1 + later.index(most))
        said += f" The fullest day is {named(fullest)}, with {most:,}."
    return said


def _waiting(overdue: int, today: int) -> str:
    """How many of today's cards wait since an earlier day."""
    if not overdue:
        return ""
    if overdue == today:
        return ", from an earlier day" if today == 1 else ", all from earlier days"
    days = "an earlier day" if overdue == 1 else "earlier days"
    return f", {overdue:,} of them from {days}"


def _cards(number_due: int) -> str:
    return f"{count(number_due, 'card')} {'falls' if number_due == 1 else 'fall'} due"


def _is(many: int) -> str:
    return "is" if many == 1 else "are"


def _drawn(forecast: DueForecast, name: str, meaning: str) -> str:
    marks = steps(max(forecast.due))
    left = 14.0 + 11.5 * len(f"{marks[-1]:,}")
    scale = Scale(0, marks[-1], _TOP, _BOTTOM)
    pitch = (WIDTH - left - _RIGHT) / len(forecast.due)
    return picture(
        name,
        meaning,
        WIDTH,
        _HEIGHT,
        *(line(left, scale.y(mark), WIDTH, scale.y(mark)) for mark in marks),
        *(label(f"{mark:,}", left - 10, scale.y(mark) + 7, "end") for mark in marks),
        *_weeks(forecast, left, pitch),
        *(_bar(forecast, place, left, pitch, scale) for place in range(len(forecast.due))),
        "" if forecast.total else label("Nothing falls due yet", WIDTH / 2, 72, "middle"),
    )


def _weeks(forecast: DueForecast, left: float, pitch: float) -> list[str]:
    """A line before each Monday with its date below, and where today is."""
    drawn = [label("Today", left, _HEIGHT - 6)]
    free = left + 70
    for place in range(1, len(forecast.due)):
        day = StudyDay(forecast.today + place)
        if weekday(day) != 0:
            continue
        x = left + pitch * place
        if forecast.total:
            drawn.append(line(x, _TOP, x, _HEIGHT - 24))
        if free <= x <= WIDTH - 70:
            drawn.append(label(day_short(day), x, _HEIGHT - 6))
            free = x + 84
    return drawn


def _bar(forecast: DueForecast, place: int, left: float, pitch: float, scale: Scale) -> str:
    """One day: what the mouse may rest on, and the bar; overdue cards stand at its foot."""
    day, due = StudyDay(forecast.today + place), forecast.due[place]
    late = 0 if place else forecast.overdue
    told = f"{'Today, ' if place == 0 else ''}{named(day)}: {count(due, 'card')} due"
    told += f", {late} of them overdue" if late else ""
    x, wide = left + pitch * place + pitch * 0.14, pitch * 0.72
    parts = [
        element(
            "rect",
            class_="plot-hit",
            x=left + pitch * place,
            y=_TOP,
            width=pitch,
            height=_BOTTOM - _TOP,
            fill="none",
            pointer_events="all",
        )
    ]
    if late:
        top, whole = scale.y(late), due == late
        parts.append(_block("plot-bar-late", x, wide, top, _BOTTOM, "0.4", rounded=whole))
    if due > late:
        foot = scale.y(late) - 2 if late else _BOTTOM
        top = min(scale.y(due), foot - 1)
        parts.append(_block("plot-bar", x, wide, top, foot, "0.8", rounded=True))
    return element("g", title(told), *parts)


def _block(
    kind: str, x: float, wide: float, top: float, foot: float, opacity: str, *, rounded: bool
) -> str:
    """A bar, or its lower part, which is not rounded."""
    radius = min(5.0, wide / 2, foot - top) if rounded else 0.0
    corner, across, down = number(radius), number(wide - 2 * radius), number(foot - top - radius)
    path = (
        f"M{number(x)} {number(foot)}v-{down}q0-{corner} {corner}-{corner}"
        f"h{across}q{corner} 0 {corner} {corner}v{down}z"
    )
    return element("path", class_=kind, d=path, fill="currentColor", fill_opacity=opacity)
