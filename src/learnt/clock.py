"""Arithmetic on instants and study days. Nothing here knows what time it is now."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NewType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Instant = NewType("Instant", int)
"""Milliseconds since 1970-01-01 in UTC."""

StudyDay = NewType("StudyDay", int)
"""A day of study, counted as `datetime.date.toordinal` does."""

Days = NewType("Days", float)
"""A length of time in days of 24 hours."""

MINUTE_MS = 60_000
DAY_MS = 86_400_000
DAY_STARTS_AT = 4
"""The hour at which a study day begins: a late evening still belongs to the day before."""


def days_between(earlier: Instant, later: Instant) -> Days:
    """Days from one instant to another; 0 where `later` comes first (a clock set back)."""
    return Days(max(0, later - earlier) / DAY_MS)


def after_days(instant: Instant, days: float) -> Instant:
    """The instant `days` of 24 hours later."""
    return Instant(instant + round(days * DAY_MS))


def study_day(instant: Instant, zone: str) -> StudyDay:
    """The study day, from 4 am to 4 am in the learner's time zone, that `instant` falls in."""
    local = datetime.fromtimestamp(instant / 1000, ZoneInfo(zone))
    return StudyDay(local.toordinal() - (local.hour < DAY_STARTS_AT))


def day_start(day: StudyDay, zone: str) -> Instant:
    """The instant at which a study day begins; clock changes are kept in mind."""
    local = datetime.combine(date.fromordinal(day), time(DAY_STARTS_AT), ZoneInfo(zone))
    return Instant(round(local.timestamp() * 1000))


def day_end(instant: Instant, zone: str) -> Instant:
    """The instant at which the study day that `instant` falls in ends."""
    return day_start(StudyDay(study_day(instant, zone) + 1), zone)


def minutes_west(instant: Instant, zone: str) -> int:
    """By how many minutes a time zone is behind UTC at an instant; below 0 where it is ahead."""
    offset = datetime.fromtimestamp(instant / 1000, ZoneInfo(zone)).utcoffset() or timedelta()
    return round(-offset / timedelta(minutes=1))


def week_start(day: StudyDay) -> StudyDay:
    """The Monday of the week that a study day is in."""
    return StudyDay(day - date.fromordinal(day).weekday())


def year_month_day(day: StudyDay) -> tuple[int, int, int]:
    """A study day as the calendar has it: the year, the month from 1 and the day of the month."""
    found = date.fromordinal(day)
    return found.year, found.month, found.day


def is_zone(name: str) -> bool:
    """Whether `name` is a time zone of the IANA database, such as Europe/London."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def parse_instant(text: str, zone: str) -> Instant:
    """An ISO 8601 date or time; one without an offset is in `zone`, a bare date at noon.

    Raises ValueError where `text` is no such time.
    """
    moment = datetime.fromisoformat(text.strip())
    if len(text.strip()) <= len("2026-01-01"):
        moment = moment.replace(hour=12)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ZoneInfo(zone))
    return Instant(round(moment.timestamp() * 1000))


def iso(instant: Instant) -> str:
    """The instant as ISO 8601 in UTC, to the millisecond."""
    moment = datetime.fromtimestamp(instant / 1000, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def local_text(instant: Instant, zone: str) -> str:
    """The instant as a learner reads it: `2026-03-01 18:30` in their time zone."""
    return f"{datetime.fromtimestamp(instant / 1000, ZoneInfo(zone)):%Y-%m-%d %H:%M}"
