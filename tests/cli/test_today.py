"""`learnt today`: what waits, what was done, what is coming, in both voices."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from learnt import Collection
from learnt.cli import figures
from learnt.clock import DAY_MS, Instant, StudyDay
from learnt.ids import EventId
from learnt.journal import Activity, DayDone, Rating, Review, outcomes_of
from learnt.plan import DueForecast
from learnt.plots import Figure, calendar_map, due_forecast, retention
from tests.cli.conftest import Learnt
from tests.collection.world import local

Show = Callable[..., list[str]]
MONDAY = StudyDay(739_677)  # 2 March 2026
NOON = "2026-03-12T12:00Z"


def answered(home: Path, *days_ago: float) -> None:
    """Answers of five minutes each to the first cards of the collection, so long before noon."""
    noon = local("2026-03-12T12:00", "UTC")
    with Collection.open(home, now=lambda: noon) as collection:
        cards = collection.deck("1").cards
        reviews = []
        for ago in days_ago:
            for card in cards[:2]:
                said = {point.id for point in card.points[:1]}
                outcomes = outcomes_of(card.points, said, Rating.HARD)
                at = Instant(noon - round(ago * DAY_MS))
                me, own = collection.learner.id, EventId(collection.make_id())
                reviews.append(
                    Review(own, me, card.id, at, Rating.HARD, outcomes, duration_ms=300_000)
                )
        collection.merge(reviews)


def test_json_is_a_line_of_today_and_a_line_a_figure(
    learnt: Learnt, clouds: Path, own_home: Path
) -> None:
    answered(own_home, 3, 2, 0)
    ended = learnt("today", "--json", "--as-of", NOON)
    assert (ended.status, ended.err) == (0, "")
    now, *drawn = ended.lines
    assert now == {"due": now["due"], "new": 1, "done": 2, "minutes": 10}
    assert [line["figure"] for line in drawn] == ["calendar", "forecast", "retention"]
    for line in drawn:
        assert list(line) == ["figure", "title", "meaning", "columns", "rows"]
        assert all(len(row) == len(line["columns"]) for row in line["rows"])
    calendar, forecast, kept = drawn
    assert calendar["rows"][-1] == ["9 March 2026", 2, 2, 0, 2, None, None, None]
    assert calendar["meaning"] == "You studied on 3 of the last 4 days."
    assert forecast["rows"][0][0] == "Thu 12 March 2026"
    assert len(forecast["rows"]) == 30
    assert kept["rows"][-1] == ["9 March 2026", 8, 4, 50]
    assert kept["meaning"].startswith("You remembered 50% of what came back: 4 of 8 points.")


def test_for_people(learnt: Learnt, rocks: Path, own_home: Path) -> None:
    answered(own_home, 3, 0)
    ended = learnt("today", "--as-of", NOON)
    assert (ended.status, ended.err) == (0, "")
    for said in ("Clouds", "Rocks", "2 answers today in 10 minutes.", "and 3 new. `learnt study`"):
        assert said in ended.out
    assert "Days of study" in ended.out
    assert "You studied on 2 of the last 4 days." in ended.out
    assert re.search(r"^Mon (··)+░░$", ended.out, re.MULTILINE)
    assert "Cards due" in ended.out
    assert re.search(r"^ +9 March 2026  █{15}░{15}  50%  2 of 4$", ended.out, re.MULTILINE)


def test_before_the_first_answer(learnt: Learnt, clouds: Path) -> None:
    ended = learnt("today", "--as-of", "2026-03-02T10:30")
    assert "0 cards to review and 3 new" in ended.out
    assert "No day of study yet" in ended.out
    assert "Nothing falls due in the next 30 days" in ended.out
    assert "Nothing has come back on a later day yet" in ended.out


def test_when_all_is_done(learnt: Learnt, clouds: Path) -> None:
    learnt("settings", "--new-a-day", "0")
    assert "Nothing is due right now." in learnt("today", "--as-of", "2026-03-02T11:00").out


def test_without_a_deck(learnt: Learnt) -> None:
    ended = learnt("today")
    assert (ended.status, ended.out) == (0, "")
    assert "There is no deck yet" in ended.err
    assert learnt("today", "--json").lines[0] == {"due": 0, "new": 0, "done": 0, "minutes": 0}


def test_a_title_is_never_taken_for_markup(learnt: Learnt, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("# [red]Odd[/red]\n\nWhich?\n- this\n")
    learnt("add", path)
    assert "[red]Odd[/red]" in learnt("today").out


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Show:
    def show(figure: Figure, width: int = 80) -> list[str]:
        monkeypatch.setenv("COLUMNS", str(width))
        figures.show_figure(figure)
        return [line.rstrip() for line in capsys.readouterr().out.splitlines()]

    return show


def activity(*answers: int) -> Activity:
    days = tuple(
        DayDone(StudyDay(MONDAY + n), one, asked_again=one, kept=one // 2)
        for n, one in enumerate(answers)
    )
    return Activity(days[-1].day, days)


def test_the_calendar_has_a_shade_for_each_level(shown: Show) -> None:
    lines = shown(calendar_map(activity(0, 1, 10, 25, 50, 0, 0, 9, 0)))
    assert lines[1:10] == [
        "Days of study",
        "    Mar",
        "Mon ··░░",
        "Tue ░░··",
        "Wed ▒▒",
        "Thu ▓▓",
        "Fri ██",
        "Sat ··",
        "Sun ··",
    ]


def test_a_narrow_terminal_shows_the_latest_weeks(shown: Show) -> None:
    lines = shown(calendar_map(activity(*[0] * 70, 50)), 20)
    assert lines[3] == "Mon ············██"
    assert max(map(len, lines)) <= 20


def test_bars_are_as_tall_as_their_numbers(shown: Show) -> None:
    lines = shown(due_forecast(DueForecast(StudyDay(MONDAY + 3), (32, 16, 0, 1, 8, 4), 2)))
    assert lines[2:7] == [
        "    32 █",
        "       █",
        "       █ █",
        "       █ █   ▁ █ ▄",
        "       Today   9 Mar",
    ]


def test_weeks_with_nothing_are_left_out_of_the_list(shown: Show) -> None:
    lines = shown(retention(activity(*[0] * 9, 40, 0, 0, 0, 0, 2), 0.9))
    assert lines[2:4] == [
        "     9 March 2026  ███████████████░░░░░░░░░░░░░░░  50%  20 of 40",
        "    16 March 2026  ███████████████░░░░░░░░░░░░░░░  50%  1 of 2",
    ]
