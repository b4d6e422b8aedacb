"""Decks compared by the API: found, decided, taken back."""

from typing import Any

import pytest

from learnt.web import comparisons
from tests.collection.world import a_card, a_deck, an_id
from tests.web.api.conftest import Client

MINE = a_card(7, ["The Treaty of Utrecht was signed in April 1713"], prompt="Which peace?")
HERS = a_card(8, ["Utrecht: the treaty was signed in May 1714"], prompt="What was signed?")


@pytest.fixture
def decks(client: Client) -> tuple[str, str]:
    add = client.world.collection.add
    return add(a_deck(1, [MINE], "Mine")).deck, add(a_deck(2, [HERS], "Hers")).deck


def compare(client: Client, deck: str, other: str, status: int = 200) -> Any:
    return client("GET", f"/decks/{deck}/compare?with={other}", status)


def test_a_conflict_is_found_decided_and_taken_back(client: Client, decks: tuple[str, str]) -> None:
    found = compare(client, *decks)
    (one,) = found["conflicts"]
    assert (found["state"], found["total_conflicts"]) == ("done", 1)
    assert (one["about"], one["a_says"], one["b_says"]) == ("date", "April 1713", "May 1714")
    assert one["a"]["text"][slice(*one["a_span"])] == "April 1713"
    sides = {side: {key: one[side][key] for key in ("card", "point")} for side in ("a", "b")}
    made = client.post("/settlements", sides | {"choice": "keep", "note": "Two sources"}, 201)
    assert client.get("/settlements")["settlements"] == [made]
    assert compare(client, decks[0], "all")["conflicts"] == []
    assert client("DELETE", f"/settlements/{made['id']}") == {"taken_back": True}
    assert compare(client, decks[0], "all")["conflicts"] == [one]
    words = "Utrecht: the treaty was signed in April 1713"
    right = {"choice": "right", "right": one["a"]["point"], "words": words}
    client.post("/settlements", sides | right, 201)
    assert client.world.collection.card(HERS.id)[1].points[0].text == words


def test_what_is_not_there(client: Client, decks: tuple[str, str]) -> None:
    compare(client, decks[0], an_id(99), 404)
    compare(client, decks[0], "nothing", 404)
    assert client.get(f"/decks/{decks[0]}/compare")["state"] == "done"


def test_long_decks_take_a_while(
    client: Client, decks: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparisons, "AT_ONCE", 0)
    monkeypatch.setattr(comparisons, "AT_ONCE_READ", 0)
    monkeypatch.setattr(comparisons, "in_a_process", lambda _: None)
    answers = {client.get(f"/decks/{decks[0]}/compare")["state"] for _ in range(20)}
    assert answers <= {"working", "failed"}
