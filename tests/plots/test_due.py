"""The bars of cards that fall due."""

import pytest
from hypothesis import given

from learnt.plan import DueForecast
from learnt.plots import due_forecast
from learnt.plots.scale import Scale, steps
from tests.plots.data import DUE, TODAY, classes, forecasts, hovers, numbers


@given(forecasts())
def test_every_row_of_the_table_is_drawn(forecast: DueForecast) -> None:
    figure = due_forecast(forecast)
    assert [row[1] for row in figure.rows] == list(forecast.due)
    assert [row[2] for row in figure.rows] == [forecast.overdue] + [0] * (len(forecast.due) - 1)
    drawn = classes(figure.svg)
    assert len(hovers(figure.svg)) == drawn.count("plot-hit") == len(figure.rows)
    late = [forecast.overdue, *(0 for _ in forecast.due[1:])]
    bars = sum(due > part for due, part in zip(forecast.due, late, strict=True))
    assert drawn.count("plot-bar") == bars
    assert drawn.count("plot-bar-late") == (forecast.overdue > 0)


def test_each_day_says_its_number() -> None:
    told = hovers(due_forecast(DUE).svg)
    assert told[0] == "Today, Thu 19 March: 12 cards due, 5 of them overdue"
    assert told[1] == "Fri 20 March: 0 cards due"
    assert told[7] == "Thu 26 March: 1 card due"


def test_the_table_names_each_day() -> None:
    figure = due_forecast(DUE)
    assert figure.columns == ("Day", "Cards due", "Overdue")
    assert figure.rows[0] == ("Thu 19 March 2026", 12, 5)
    assert figure.rows[-1] == ("Mon 30 March 2026", 7, 0)


@pytest.mark.parametrize(
    ("due", "overdue", "meaning"),
    [
        ((0,) * 30, 0, "Nothing falls due in the next 30 days. Cards you answer come back here."),
        ((0,), 0, "Nothing falls due today. Cards you answer come back here."),
        ((1, 0), 0, "1 card is due today, and nothing more tomorrow."),
        ((1,), 1, "1 card is due today, from an earlier day."),
        (
            (3, 0, 0),
            3,
            "3 cards are due today, all from earlier days, and nothing more in the 2 days after.",
        ),
        (
            (3, 1, 1),
            1,
            "3 cards are due today, 1 of them from an earlier day, and 2 more in the 2 days after.",
        ),
        (
            (3, 1, 0),
            2,
            "3 cards are due today, 2 of them from earlier days, and 1 more in the 2 days after.",
        ),
        ((0, 1, 0), 0, "Nothing is due today, but 1 card falls due in the 2 days after."),
        (
            (0, 4, 1200, 5),
            0,
            (
                "Nothing is due today, but 1,209 cards fall due in the 3 days after."
                " The fullest day is Sat 21 March, with 1,200."
            ),
        ),
    ],
)
def test_what_it_says(due: tuple[int, ...], overdue: int, meaning: str) -> None:
    assert due_forecast(DueForecast(TODAY, due, overdue)).meaning == meaning


@given(numbers)
def test_the_scale_has_few_round_steps_and_holds_everything(most: int) -> None:
    marks = steps(most)
    assert marks[0] == 0
    assert marks[-1] >= most
    assert 3 <= len(marks) <= 4
    assert str(marks[1]).strip("0") in {"1", "2", "5"}


def test_a_number_is_drawn_in_its_place() -> None:
    scale = Scale(0.5, 1.0, top=10, bottom=110)
    assert (scale.y(0.5), scale.y(0.75), scale.y(1.0)) == (110, 60, 10)
