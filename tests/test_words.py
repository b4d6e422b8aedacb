"""Numbers and times as they are read."""

import pytest

from learnt.words import count, span

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 cards"), (1, "1 card"), (2, "2 cards"), (1200, "1,200 cards")],
)
def test_a_count(number: int, said: str) -> None:
    assert count(number, "card") == said


def test_a_plural_of_its_own() -> None:
    assert count(2, "entry", "entries") == "2 entries"


@pytest.mark.parametrize(
    ("milliseconds", "said"),
    [
        (0, "1 min"),
        (10 * MINUTE, "10 min"),
        (59 * MINUTE + 40_000, "1 h"),
        (5 * HOUR, "5 h"),
        (23 * HOUR + 40 * MINUTE, "1 day"),
        (DAY, "1 day"),
        (3 * DAY, "3 days"),
        (29.6 * DAY, "1 month"),
        (76 * DAY, "2.5 months"),
        (61 * DAY, "2 months"),
        (366 * DAY, "1 year"),
        (438 * DAY, "1.2 years"),
    ],
)
def test_a_length_of_time(milliseconds: float, said: str) -> None:
    assert span(round(milliseconds)) == said
