"""The ways in which a short point may be said."""

import pytest

from learnt.marking.short.wordings import bare, wordings
from tests.marking.made import a_point


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hue / tint", ("hue", "tint")),
        ("hue/tint", ("hue", "tint")),
        ("km/h", ("km/h",)),
        ("(deep) sea", ("deep sea", "sea")),
        ("tint", ("tint",)),
    ],
)
def test_wordings(text: str, expected: tuple[str, ...]) -> None:
    assert wordings(a_point(0, text)) == expected


def test_accepted_wordings_come_behind_the_points_own() -> None:
    assert wordings(a_point(0, "hue", accepted=["tint", "hue"])) == ("hue", "tint")


@pytest.mark.parametrize(
    ("one", "two"), [("The Red Fort", "red-fort"), ("Élan!", "elan"), ("la casa", "casa")]
)
def test_bare(one: str, two: str) -> None:
    assert bare(one) == bare(two)


def test_an_article_alone_is_kept() -> None:
    assert bare("the") == "the"
