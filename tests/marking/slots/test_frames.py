"""What stands in the place of what."""

import pytest

from learnt.marking.slots.frames import exchanges, intruders
from tests.marking.made import beside


@pytest.mark.parametrize(
    ("point", "answer", "expected"),
    [
        (
            "The ferry carries grain to Tarn",
            "The ferry carries timber to Tarn",
            [("grain", "timber")],
        ),
        ("The ferry carries grain to Tarn", "The ferry carries grain to Tarn", []),
        ("The ferry carries grain to Tarn", "Clouds hide mountains", []),
        ("The ferry carries grain", "The ferry carries grain, tea, salt, silk", []),
    ],
)
def test_words_between_words_that_agree(
    point: str, answer: str, expected: list[tuple[str, str]]
) -> None:
    found = exchanges(beside(point, answer))
    assert [(one.wanted[0].text, one.said[0].text) for one in found] == expected


def test_what_is_said_of_another_point_in_place_of_this_one() -> None:
    own, other = "The ferry carries grain", "The barge carries timber"
    assert intruders(beside(own, "The ferry carries timber", others=[other])) > 0
    assert intruders(beside(own, own, others=[other])) == 0
