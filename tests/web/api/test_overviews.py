"""The timeline and the map over the API."""

import pytest

from tests.collection.world import a_card, a_deck
from tests.web.api.conftest import Client

CARDS = [
    a_card(
        71, ["The Treaty of Kiel was signed in January 1814 by Denmark and Sweden"], prompt=None
    ),
    a_card(72, ["Norway and Sweden had one king from 1814 to 1905"], prompt=None),
    a_card(73, ["Norway had a constitution around 1814"], prompt=None),
]


@pytest.fixture
def deck(client: Client) -> str:
    return client.world.collection.add(a_deck(1, CARDS, "The union")).deck


def test_events_in_the_order_of_time(client: Client, deck: str) -> None:
    found = client.get(f"/decks/{deck}/timeline")
    assert (found["title"], found["total"]) == ("The union", 3)
    assert [one["edtf"] for one in found["events"]] == ["1814~", "1814-01", "1814/1905"]
    about, kiel, king = found["events"]
    assert about["doubtful"]
    assert (king["lasting"], king["start"], king["end"]) == (True, 1814.0, 1906.0)
    assert kiel["card"] == CARDS[0].id
    assert kiel["points"] == [CARDS[0].points[0].id]
    assert kiel["known"] is None
    assert set(kiel["actors"]) >= {"Denmark", "Sweden"}
    assert "Norway" in found["actors"]


def test_some_of_them(client: Client, deck: str) -> None:
    where = f"/decks/{deck}/timeline"
    assert [one["edtf"] for one in client.get(where, start=1, count=1)["events"]] == ["1814-01"]
    later = client.get(where, **{"from": 1900})
    assert ([one["edtf"] for one in later["events"]], later["total"]) == (["1814/1905"], 1)
    assert client.get(where, topic="constitution", actor="Norway", to=1815)["total"] == 1
    assert client.get(where, actor="Nobody")["events"] == []


def test_agreements(client: Client, deck: str) -> None:
    found = client.get(f"/decks/{deck}/map")
    (kiel,) = found["agreements"]
    assert (kiel["name"], kiel["edtf"], kiel["when"]) == (
        "Treaty of Kiel",
        "1814-01",
        "January 1814",
    )
    assert set(kiel["parties"]) == {"Denmark", "Sweden"}
    assert kiel["cards"] == [CARDS[0].id]
    assert client.get(f"/decks/{deck}/map", actor="Norway")["total"] == 0


def test_all_decks_together(client: Client, deck: str) -> None:
    assert client.get("/timeline")["title"] == client.get("/map")["title"] == "All decks"
    assert {one["deck"] for one in client.get("/timeline", topic="king")["events"]} == {"The union"}
    assert client.get("/map", topic="kiel")["total"] == 1
