"""What falls due."""

from learnt.clock import StudyDay
from learnt.plan import DueForecast


def test_the_total_is_of_all_days_the_overdue_ones_among_them() -> None:
    assert DueForecast(StudyDay(739_000), (7, 0, 3), overdue=5).total == 10
