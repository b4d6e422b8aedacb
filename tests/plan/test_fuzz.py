"""Fuzz parts cards learnt together, within Anki's ranges, and always in the same way."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.plan.fuzz import fuzz_days, unit

shares = st.floats(0, 1, exclude_max=True)


def reach(days: float) -> float:
    """A day, and 15 % of what lies between 2.5 and 7 days, 10 % to 20, 5 % beyond."""
    return (
        1
        + 0.15 * max(0.0, min(days, 7) - 2.5)
        + 0.10 * max(0.0, min(days, 20) - 7)
        + 0.05 * max(0.0, days - 20)
    )


@given(st.floats(0, 40_000), shares)
def test_intervals_stay_within_the_range(days: float, share: float) -> None:
    moved = fuzz_days(days, share)
    if days < 2.5:
        assert moved == days
    else:
        assert max(2, days - reach(days)) - 1e-9 <= moved <= days + reach(days) + 1e-9


@given(st.floats(2.5, 40_000))
def test_the_ends_of_the_range_are_reached(days: float) -> None:
    assert abs(fuzz_days(days, 0.5) - days) < 1e-6
    assert abs(fuzz_days(days, 0) - max(2.0, days - reach(days))) < 1e-6
    assert abs(fuzz_days(days, 1 - 1e-12) - (days + reach(days))) < 1e-6


@given(st.floats(0, 1000), shares, shares)
def test_a_greater_share_is_a_later_day(days: float, one: float, other: float) -> None:
    assert fuzz_days(days, min(one, other)) <= fuzz_days(days, max(one, other))


@given(st.lists(st.text() | st.integers(), max_size=4))
def test_the_same_parts_always_draw_the_same_number(parts: list[object]) -> None:
    assert 0 <= unit(*parts) < 1
    assert unit(*parts) == unit(*parts)


def test_the_numbers_are_the_same_on_every_machine() -> None:
    """A queue rebuilt elsewhere, by another version of Python too, has the same order."""
    assert unit("card", "forward", 3) == 0.20016277715117187


def test_different_parts_draw_numbers_spread_evenly() -> None:
    drawn = sorted(unit("seed", number) for number in range(2000))
    assert len(set(drawn)) == 2000
    assert all(abs(value - place / 2000) < 0.05 for place, value in enumerate(drawn))
    assert unit("a", "b") != unit("ab") != unit("b", "a")
