"""What holds for every picture: sound XML, no style of its own, nothing off the edge."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.journal import Activity
from learnt.plan import DueForecast
from learnt.plots import Figure, Group, agreement, calendar_map, due_forecast, retention
from tests.plots.data import (
    DUE,
    NOTHING,
    SOME,
    SVG,
    TODAY,
    activities,
    classes,
    corners,
    forecasts,
    parsed,
)

SNAPSHOTS = Path(__file__).parent / "snapshots"
DOCUMENTED = {
    *(f"plot-level-{one}" for one in range(5)),
    *("plot-today", "plot-bar", "plot-bar-late", "plot-line", "plot-dot", "plot-target"),
    *("plot-grid", "plot-text", "plot-hit", "plot"),
}
ATTRIBUTES = set(
    "class x y width height rx cx cy r x1 y1 x2 y2 d points viewBox role font-family font-size "
    "text-anchor fill fill-opacity stroke stroke-opacity stroke-width stroke-dasharray "
    "stroke-linecap stroke-linejoin pointer-events".split()
)
ELEMENTS = set("svg title desc g rect circle line polyline path text".split())


def sound(figure: Figure) -> None:
    root = parsed(figure.svg)
    assert root.tag == f"{SVG}svg"
    assert root.attrib["role"] == "img"
    assert root.find(f"{SVG}title") is root[0]
    assert root[0].text == figure.title
    assert root[1].text == figure.meaning
    for one in root.iter():
        assert one.tag.removeprefix(SVG) in ELEMENTS
        assert set(one.attrib) <= ATTRIBUTES
    assert not {"width", "height"} & set(root.attrib)
    assert set(classes(figure.svg)) <= DOCUMENTED
    assert all(len(row) == len(figure.columns) for row in figure.rows)
    width, height = map(float, root.attrib["viewBox"].split(" ")[2:])
    assert all(-2 <= place <= max(width, height) for place in corners(figure.svg))
    sizes = re.findall(r'font-size="([\d.]+)"', figure.svg)
    assert all(float(size) >= 20 for size in sizes)
    assert figure.meaning.endswith(".")


@given(activities(), st.floats(0.7, 0.99))
def test_the_past_is_drawn_soundly(activity: Activity, target: float) -> None:
    sound(calendar_map(activity))
    sound(retention(activity, target))


@given(forecasts())
def test_the_future_is_drawn_soundly(forecast: DueForecast) -> None:
    sound(due_forecast(forecast))


def test_all_classes_are_told_of_in_the_docstring() -> None:
    import learnt.plots

    text = learnt.plots.__doc__ or ""
    told = {*re.findall(r"\bplot(?:-[\w-]+)?", text), *(f"plot-level-{n}" for n in range(5))}
    assert told == DOCUMENTED


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("calendar", calendar_map(SOME)),
        ("forecast", due_forecast(DUE)),
        ("forecast-empty", due_forecast(DueForecast(TODAY, (0,) * 12))),
        ("agreement", agreement([Group(40, 0.7, 0.65), Group(40, 0.85, 0.9), Group(90, 0.95, 1)])),
        ("agreement-empty", agreement([])),
        ("retention", retention(SOME, 0.9)),
        ("retention-empty", retention(NOTHING, 0.9)),
    ],
)
def test_a_picture_is_the_one_that_was_looked_at(name: str, figure: Figure) -> None:
    """To renew one, delete its file, run this, and look at what it wrote before it is kept."""
    path = SNAPSHOTS / f"{name}.svg"
    drawn = figure.svg.replace("><", ">\n<") + "\n"
    if not path.exists():
        path.write_text(drawn, encoding="utf-8")
        pytest.fail(f"{path.name} was not there. It is written now: look at it, then run again.")
    assert drawn == path.read_text(encoding="utf-8")
