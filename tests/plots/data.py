"""Days to draw: some of a learner's, and the emptiest and fullest there are."""

import re
from datetime import date
from xml.etree import ElementTree as ET

from hypothesis import strategies as st

from learnt.clock import StudyDay, week_start
from learnt.journal import Activity, DayDone
from learnt.plan import DueForecast

TODAY = StudyDay(date(2026, 3, 19).toordinal())  # a Thursday
SVG = "{http://www.w3.org/2000/svg}"


def activity(weeks: int, answers: dict[int, int], kept: dict[int, tuple[int, int]]) -> Activity:
    """So many weeks up to today. By days before today: answers, and kept of points asked again."""
    first = week_start(TODAY) - 7 * (weeks - 1)
    return Activity(
        TODAY,
        tuple(
            DayDone(
                StudyDay(day),
                answers.get(TODAY - day, 0),
                asked_again=kept.get(TODAY - day, (0, 0))[1],
                kept=kept.get(TODAY - day, (0, 0))[0],
            )
            for day in range(first, TODAY + 1)
        ),
    )


NOTHING = activity(26, {}, {})
SOME = activity(
    6,
    {0: 3, 1: 12, 2: 30, 5: 80, 19: 1, 33: 9},
    {0: (3, 4), 2: (9, 10), 5: (20, 20), 19: (1, 1), 33: (4, 9)},
)
DUE = DueForecast(TODAY, (12, 0, 3, 4, 21, 0, 0, 1, 0, 2, 0, 7), overdue=5)

numbers = st.integers(0, 100_000)


@st.composite
def activities(draw: st.DrawFn) -> Activity:
    """Up to 53 weeks with anything on some of their days."""
    weeks = draw(st.integers(1, 53))
    days = st.dictionaries(st.integers(0, 7 * weeks), numbers, max_size=20)
    pairs = st.tuples(numbers, numbers).map(lambda two: (min(two), max(two)))
    kept = st.dictionaries(st.integers(0, 7 * weeks), pairs, max_size=20)
    return activity(weeks, draw(days), draw(kept))


@st.composite
def forecasts(draw: st.DrawFn) -> DueForecast:
    """Up to a year with anything due on its days."""
    due = tuple(draw(st.lists(numbers, min_size=1, max_size=60)))
    return DueForecast(TODAY, due, draw(st.integers(0, due[0])))


def parsed(svg: str) -> ET.Element:
    """The picture as a tree, which only sound XML becomes."""
    return ET.fromstring(svg)  # noqa: S314 - we wrote it


def classes(svg: str) -> list[str]:
    """The classes of everything drawn, in order."""
    return [one.attrib["class"] for one in parsed(svg).iter() if "class" in one.attrib]


def hovers(svg: str) -> list[str]:
    """What is told where the mouse rests, in order; the picture's own title is left out."""
    return [one.text or "" for one in parsed(svg).iter(f"{SVG}title")][1:]


def corners(svg: str) -> list[float]:
    """Every place on the picture that is written as an attribute."""
    names = {"x", "y", "x1", "x2", "y1", "y2", "cx", "cy"}
    found = [
        float(value)
        for one in parsed(svg).iter()
        for name, value in one.attrib.items()
        if name in names
    ]
    points = re.findall(r'points="([^"]*)"', svg)
    return found + [float(one) for line in points for one in re.split("[ ,]", line)]
