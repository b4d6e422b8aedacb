"""Events from another device, by the API."""

from typing import Any

import pytest

from learnt.clock import DAY_MS
from tests.collection.world import Clock, an_id, check
from tests.web.api.conftest import Client


def review(at: int, **more: Any) -> dict[str, Any]:
    outcomes = [{"point": an_id(100_000 + place), "rating": 3} for place in (1, 2)]
    return (
        {"id": an_id(71), "card": an_id(100_000), "at": at, "rating": 3}
        | {"outcomes": outcomes}
        | more
    )


def test_events_from_another_device(seeded: Client, clock: Clock) -> None:
    hold = {"id": an_id(72), "card": an_id(101_000), "at": clock.at, "until": clock.at + DAY_MS}
    undo = {"id": an_id(73), "event": an_id(74), "at": clock.at}
    late = review(clock.at, id=an_id(74))
    sent = {"reviews": [review(clock.at - DAY_MS)], "holds": [hold], "undos": [undo]}
    assert seeded.post("/events", sent) == {"new": 3, "known": 0}
    sent["reviews"].append(late)
    assert seeded.post("/events", sent) == {"new": 1, "known": 3}
    assert seeded.get(f"/cards/{an_id(100_000)}")["reviews"] == 2, "one was undone before it came"
    assert seeded.get(f"/cards/{an_id(101_000)}")["held_until"] == clock.at + DAY_MS
    assert seeded.post("/events") == {"new": 0, "known": 0}
    check(seeded.world.collection)


@pytest.mark.parametrize(
    "wrong",
    [
        {"at": -1},
        {"at": 32_000_000_000_000},
        {"rating": 5},
        {"outcomes": []},
        {"outcomes": [{"point": an_id(1), "rating": 1}] * 2},
        {"direction": "up"},
        {"duration_ms": 10**9},
        {"learner": an_id(3)},
    ],
    ids=str,
)
def test_events_that_cannot_be(wrong: dict[str, Any], seeded: Client, clock: Clock) -> None:
    """All of them are saved, or none."""
    before = len(seeded.world.reviews())
    sent = [review(clock.at), review(clock.at, id=an_id(75)) | wrong]
    seeded.post("/events", {"reviews": sent}, 422)
    assert len(seeded.world.reviews()) == before


def test_what_another_device_taught_marking_comes_along(seeded: Client, clock: Clock) -> None:
    point = an_id(100_001)
    outcomes = [{"point": point, "rating": 3, "proposed": "missing", "wording": " it\n rose "}]
    sent = {"reviews": [review(clock.at, outcomes=outcomes)]}
    assert seeded.post("/events", sent) == {"new": 1, "known": 0}
    (kept,) = [one for one in seeded.world.reviews() if one.id == an_id(71)]
    assert kept.outcomes[0].wording == "it rose"
    sent["reviews"][0] |= {
        "id": an_id(75),
        "outcomes": [outcomes[0] | {"proposed": "perhaps"}],
    }
    seeded.post("/events", sent, 422)
