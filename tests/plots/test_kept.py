"""The line of what was remembered."""

import pytest
from hypothesis import given

from learnt.journal import Activity
from learnt.plots import retention
from tests.plots.data import SOME, activities, activity, classes, hovers


@given(activities())
def test_every_week_with_data_is_drawn_and_the_others_are_gaps(activity: Activity) -> None:
    figure = retention(activity, 0.9)
    asked = [row[1] for row in figure.rows if row[1]]
    drawn = classes(figure.svg)
    assert sum(one.asked_again for one in activity.days) == sum(map(int, map(str, asked)))
    assert drawn.count("plot-dot") == len(asked)
    has = "".join("x" if row[1] else " " for row in figure.rows)
    runs = [run for run in has.split(" ") if len(run) > 1]
    assert drawn.count("plot-line") == len(runs)
    assert all((row[3] is None) == (not row[1]) for row in figure.rows)
    assert hovers(figure.svg)[0] == "You aim for 90%"


def test_each_week_says_its_share() -> None:
    figure = retention(SOME, 0.9)
    assert figure.columns == ("Week from", "Points asked again", "Remembered", "Percent")
    assert figure.rows[0] == ("9 February 2026", 9, 4, 44)
    assert figure.rows[1] == ("16 February 2026", 0, 0, None)
    assert hovers(figure.svg)[1:] == [
        "Week from 9 February: 4 of 9 points remembered, 44%",
        "Week from 23 February: 1 of 1 point remembered, 100%",
        "Week from 9 March: 20 of 20 points remembered, 100%",
        "Week from 16 March: 12 of 14 points remembered, 86%",
    ]


def test_the_scale_begins_at_half_unless_a_week_was_worse() -> None:
    assert ">50%<" in retention(activity(3, {}, {1: (5, 10), 9: (9, 10)}), 0.9).svg
    worse = retention(activity(3, {}, {1: (4, 10), 9: (9, 10)}), 0.9).svg
    assert ">0%<" in worse


@pytest.mark.parametrize(
    ("kept", "meaning"),
    [
        (
            {},
            (
                "Nothing has come back on a later day yet."
                " Once it does, this shows how much of it you remembered."
            ),
        ),
        ({0: (1, 1)}, "The one point that came back, you remembered."),
        ({0: (0, 1)}, "The one point that came back, you had forgotten."),
        ({0: (2, 2)}, "You remembered all 2 points that came back. You aim for 85%."),
        (
            {0: (3, 4), 9: (1200, 1300)},
            "You remembered 92% of what came back: 1,203 of 1,304 points. You aim for 85%.",
        ),
        (
            {0: (9999, 10000)},
            "You remembered 99% of what came back: 9,999 of 10,000 points. You aim for 85%.",
        ),
    ],
)
def test_what_it_says(kept: dict[int, tuple[int, int]], meaning: str) -> None:
    assert retention(activity(6, {}, kept), 0.85).meaning == meaning


def test_where_there_is_nothing_it_says_so_kindly() -> None:
    assert "Nothing has come back yet" in retention(activity(6, {}, {}), 0.9).svg
    assert "Nothing has come back yet" not in retention(SOME, 0.9).svg
