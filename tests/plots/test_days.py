"""The calendar of days of study."""

import pytest
from hypothesis import given

from learnt.journal import Activity
from learnt.plots import calendar_map, level
from tests.plots.data import NOTHING, SOME, activities, activity, classes, hovers


@pytest.mark.parametrize(
    ("answers", "expected"),
    [(0, 0), (1, 1), (9, 1), (10, 2), (24, 2), (25, 3), (49, 3), (50, 4), (9999, 4)],
)
def test_levels(answers: int, expected: int) -> None:
    assert level(answers) == expected


@given(activities())
def test_every_number_of_the_table_is_a_square_of_its_level(activity: Activity) -> None:
    figure = calendar_map(activity)
    numbers = [cell for row in figure.rows for cell in row[1:] if isinstance(cell, int)]
    assert numbers == [one.answers for one in activity.days]
    drawn = [one for one in classes(figure.svg) if one.startswith("plot-level")]
    assert drawn[: len(numbers)] == [f"plot-level-{level(one)}" for one in numbers]
    assert drawn[len(numbers) :] == [f"plot-level-{one}" for one in range(5)]  # the legend
    assert classes(figure.svg).count("plot-today") == 1
    assert len(hovers(figure.svg)) == len(numbers)


def test_each_square_says_its_day() -> None:
    told = hovers(calendar_map(SOME).svg)
    assert told[0] == "Mon 9 February: no answers"
    assert told[-20] == "Sat 28 February: 1 answer"
    assert told[-2:] == ["Wed 18 March: 12 answers", "Thu 19 March, today: 3 answers"]


def test_the_table_has_a_week_a_row_and_nothing_for_days_to_come() -> None:
    figure = calendar_map(SOME)
    assert figure.columns == ("Week from", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    assert len(figure.rows) == 6
    assert figure.rows[-1] == ("16 March 2026", 0, 30, 12, 3, None, None, None)


@pytest.mark.parametrize(
    ("answers", "meaning"),
    [
        ({}, "No day of study yet. The first answer colours the first square."),
        ({0: 1}, "You began today, with 1 answer."),
        ({0: 12}, "You began today, with 12 answers."),
        ({1: 5}, "You studied on 1 of the last 2 days."),
        ({1: 5, 2: 5}, "You studied on 2 of the last 3 days, 2 in a row."),
        ({0: 5, 1: 5, 2: 5, 9: 1}, "You studied on 4 of the last 10 days, 3 in a row."),
        ({2: 5, 3: 5, 50: 1}, "You studied on 2 of the last 30 days."),
        ({29: 5, 60: 5}, "You studied on 1 of the last 30 days."),
        (
            {30: 5, 60: 5},
            "The last 30 days were quiet. One answer begins a new row of days.",
        ),
    ],
)
def test_what_it_says(answers: dict[int, int], meaning: str) -> None:
    assert calendar_map(activity(12, answers, {})).meaning == meaning


def test_months_stand_over_their_first_weeks() -> None:
    svg = calendar_map(NOTHING).svg
    assert [month for month in ("Sep", "Oct", "Nov", "Mar") if f">{month}<" in svg] == [
        *("Oct", "Nov", "Mar")  # of September too little is shown
    ]
