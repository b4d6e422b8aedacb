"""A learner's choices are held to what makes sense."""

import pytest

from learnt.plan import MARKINGS, THEMES, Settings


def test_the_defaults_are_the_fields() -> None:
    assert Settings() == Settings("UTC", 20, 200, 0.9, "system")


@pytest.mark.parametrize("retention", [0.69, 0.991, 0, 1, -1, float("nan"), float("inf")])
def test_a_desired_retention_out_of_range_is_refused(retention: float) -> None:
    with pytest.raises(ValueError, match="retention"):
        Settings(desired_retention=retention)


@pytest.mark.parametrize("retention", [0.7, 0.85, 0.99])
def test_a_desired_retention_in_range_is_kept(retention: float) -> None:
    assert Settings(desired_retention=retention).desired_retention == retention


@pytest.mark.parametrize("limits", [{"new_a_day": -1}, {"reviews_a_day": -5}])
def test_fewer_than_no_cards_a_day_are_refused(limits: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="0 or more"):
        Settings(**limits)  # type: ignore[arg-type]  # one of several fields


def test_no_cards_a_day_are_a_choice() -> None:
    assert Settings(new_a_day=0, reviews_a_day=0).new_a_day == 0


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "GMT+25"])
def test_a_zone_that_is_none_is_refused(zone: str) -> None:
    with pytest.raises(ValueError, match="time zone"):
        Settings(time_zone=zone)


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_is_a_choice(theme: str) -> None:
    assert Settings(theme=theme).theme == theme


@pytest.mark.parametrize("theme", ["", "Dark", "sepia"])
def test_a_theme_that_is_none_is_refused(theme: str) -> None:
    with pytest.raises(ValueError, match="choose one of system, light, dark"):
        Settings(theme=theme)


@pytest.mark.parametrize("marking", MARKINGS)
def test_how_strictly_answers_are_marked_is_a_choice(marking: str) -> None:
    assert Settings(marking=marking).marking == marking
    with pytest.raises(ValueError, match="no way of marking"):
        Settings(marking=f"{marking} ")
