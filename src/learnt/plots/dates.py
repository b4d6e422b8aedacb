"""Study days in words."""

from learnt.clock import StudyDay, week_start, year_month_day

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def weekday(day: StudyDay) -> int:
    """0 for Monday to 6 for Sunday."""
    return day - week_start(day)


def day_month(day: StudyDay) -> str:
    """`3 March`."""
    _, month, number = year_month_day(day)
    return f"{number} {_MONTHS[month - 1]}"


def named(day: StudyDay) -> str:
    """`Tue 3 March`."""
    return f"{WEEKDAYS[weekday(day)]} {day_month(day)}"


def dated(day: StudyDay) -> str:
    """`3 March 2026`."""
    return f"{day_month(day)} {year_month_day(day)[0]}"


def dated_day(day: StudyDay) -> str:
    """`Tue 3 March 2026`."""
    return f"{named(day)} {year_month_day(day)[0]}"


def day_short(day: StudyDay) -> str:
    """`3 Mar`."""
    return f"{year_month_day(day)[2]} {month_short(day)}"


def month_short(day: StudyDay) -> str:
    """`Mar`."""
    return _MONTHS[year_month_day(day)[1] - 1][:3]


def month_labels(weeks: list[StudyDay], apart: int) -> dict[int, str]:
    """Which weeks, by their place, have the name of a month above them.

    It is the first week that begins in the month. A month of which too little is shown is left
    out where its name would run into the next one, `apart` weeks on.
    """
    firsts = [
        place
        for place, week in enumerate(weeks)
        if place == 0 or year_month_day(week)[1] != year_month_day(weeks[place - 1])[1]
    ]
    kept = firsts[1:] if len(firsts) > 1 and firsts[1] - firsts[0] < apart else firsts
    return {place: month_short(weeks[place]) for place in kept}
