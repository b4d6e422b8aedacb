"""How much of what was asked again was remembered: a line over the weeks, and the target."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from learnt.clock import StudyDay, week_start
from learnt.journal import Activity
from learnt.plots.dates import dated, day_month, month_labels
from learnt.plots.figure import Figure
from learnt.plots.scale import WIDTH, Scale
from learnt.plots.svg import element, label, line, picture, title
from learnt.words import count

_LEFT, _RIGHT = 64.0, 44.0
_TOP, _BOTTOM = 16.0, 196.0
_HEIGHT = 230.0


@dataclass(frozen=True, slots=True)
class _Week:
    """The points asked again in a week, and how many of them were remembered."""

    monday: StudyDay
    asked: int
    kept: int

    @property
    def share(self) -> float:
        return self.kept / self.asked


def retention(activity: Activity, desired_retention: float) -> Figure:
    """Week by week, the share of points remembered; `desired_retention` is the target, 0 to 1."""
    weeks = [
        _Week(monday, sum(one.asked_again for one in days), sum(one.kept for one in days))
        for monday, found in groupby(activity.days, lambda one: week_start(one.day))
        for days in [tuple(found)]
    ]
    name, meaning = "Remembered", _meaning(weeks, desired_retention)
    return Figure(
        "retention",
        name,
        meaning,
        ("Week from", "Points asked again", "Remembered", "Percent"),
        tuple(
            (dated(one.monday), one.asked, one.kept, round(100 * one.share) if one.asked else None)
            for one in weeks
        ),
        _drawn(weeks, desired_retention, name, meaning),
    )


def _meaning(weeks: Sequence[_Week], target: float) -> str:
    asked, kept = sum(one.asked for one in weeks), sum(one.kept for one in weeks)
    if not asked:
        return (
            "Nothing has come back on a later day yet. "
            "Once it does, this shows how much of it you remembered."
        )
    if asked == 1:
        return f"The one point that came back, you {'remembered' if kept else 'had forgotten'}."
    aim = f"You aim for {target:.0%}."
    if kept == asked:
        return f"You remembered all {asked:,} points that came back. {aim}"
    share = f"{min(99, round(100 * kept / asked))}%"
    return f"You remembered {share} of what came back: {kept:,} of {asked:,} points. {aim}"


def _drawn(weeks: Sequence[_Week], target: float, name: str, meaning: str) -> str:
    low = 0.0 if any(one.asked and one.share < 0.5 for one in weeks) else 0.5
    scale = Scale(low, 1.0, _TOP, _BOTTOM)
    pitch = (WIDTH - _LEFT - _RIGHT) / len(weeks)
    marks = (low, (low + 1) / 2, 1.0)
    months = month_labels([one.monday for one in weeks], apart=max(1, round(60 / pitch)))
    return picture(
        name,
        meaning,
        WIDTH,
        _HEIGHT,
        *(line(_LEFT, scale.y(mark), WIDTH - _RIGHT, scale.y(mark)) for mark in marks),
        *(label(f"{mark:.0%}", _LEFT - 10, scale.y(mark) + 7, "end") for mark in marks),
        *(label(text, _LEFT + pitch * place, _HEIGHT - 6) for place, text in months.items()),
        _target(target, scale),
        *_lines(weeks, pitch, scale),
        *(_dot(one, _x(place, pitch), scale) for place, one in enumerate(weeks) if one.asked),
        "" if any(one.asked for one in weeks) else _nothing_yet(),
    )


def _nothing_yet() -> str:
    return label("Nothing has come back yet", (_LEFT + WIDTH - _RIGHT) / 2, 157, "middle")


def _x(place: int, pitch: float) -> float:
    return _LEFT + pitch * (place + 0.5)


def _target(target: float, scale: Scale) -> str:
    y = scale.y(target)
    drawn = element(
        "line",
        title(f"You aim for {target:.0%}"),
        class_="plot-target",
        x1=_LEFT,
        y1=y,
        x2=WIDTH - _RIGHT,
        y2=y,
        stroke="currentColor",
        stroke_opacity="0.6",
        stroke_width=2,
        stroke_dasharray="2 7",
        stroke_linecap="round",
    )
    return drawn + label("aim", WIDTH, y + 7, "end")


def _lines(weeks: Sequence[_Week], pitch: float, scale: Scale) -> list[str]:
    """A line through weeks that follow each other; where nothing was asked there is a gap."""
    drawn = []
    for has_data, found in groupby(enumerate(weeks), lambda one: one[1].asked > 0):
        path = [(_x(place, pitch), scale.y(one.share)) for place, one in found] if has_data else []
        if len(path) > 1:
            drawn.append(
                element(
                    "polyline",
                    class_="plot-line",
                    points=" ".join(f"{x:.1f},{y:.1f}" for x, y in path),
                    fill="none",
                    stroke="currentColor",
                    stroke_width=3,
                    stroke_linejoin="round",
                    stroke_linecap="round",
                )
            )
    return drawn


def _dot(one: _Week, x: float, scale: Scale) -> str:
    told = f"Week from {day_month(one.monday)}: {one.kept} of {count(one.asked, 'point')}"
    told += f" remembered, {one.share:.0%}"
    y = scale.y(one.share)
    hit = element("circle", class_="plot-hit", cx=x, cy=y, r=12, fill="none", pointer_events="all")
    dot = element("circle", class_="plot-dot", cx=x, cy=y, r=4.5, fill="currentColor")
    return element("g", title(told), hit, dot)
