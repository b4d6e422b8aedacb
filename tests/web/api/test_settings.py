"""The learner's choices by the API."""

from typing import Any

import pytest

from tests.web.api.conftest import Client


def test_settings(client: Client) -> None:
    before = client.get("/settings")
    assert before["time_zone"] == "Europe/Athens"
    after = client(
        "PATCH", "/settings", json={"new_a_day": 3, "theme": "dark", "marking": "strict"}
    )
    assert (
        after
        == before | {"new_a_day": 3, "theme": "dark", "marking": "strict"}
        == client.get("/settings")
    )


@pytest.mark.parametrize(
    "change",
    [
        {"time_zone": "Mars"},
        {"time_zone": "\0"},
        {"time_zone": "../etc/passwd"},
        {"new_a_day": -1},
        {"new_a_day": 10**30},
        {"reviews_a_day": 1.5},
        {"desired_retention": 1},
        {"desired_retention": "0.9"},
        {"theme": "pink"},
        {"marking": "harsh"},
        {"theme": None},
        {"themes": "dark"},
    ],
    ids=str,
)
def test_choices_that_cannot_be(change: dict[str, Any], client: Client) -> None:
    before = client.get("/settings")
    client("PATCH", "/settings", 422, json={"new_a_day": 1} | change)
    assert client.get("/settings") == before


def test_the_next_question_follows_the_settings(seeded: Client) -> None:
    scope = seeded.get("/study/next")
    seeded("PATCH", "/settings", json={"new_a_day": 0})
    assert seeded.get("/study/next", since=scope["since"])["left"]["new"] == 0
