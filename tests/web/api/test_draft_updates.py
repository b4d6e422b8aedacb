"""What a page changes in a deck, before it is saved, and what is chosen."""

import pytest

from learnt.deck import Card
from tests.collection.rivers import NEXT, PAGE, add, card, edit, said
from tests.web.api.conftest import Client, World

MINE = "A bend that was cut off by the river itself"


@pytest.fixture
def lake(world: World, client: Client) -> Card:
    """The card that the learner has changed, and the page as well."""
    add(world.collection, PAGE)
    return edit(world.collection, "What is an oxbow", 0, MINE)


def drafted(client: Client) -> str:
    draft = client.post("/drafts", {"text": NEXT, "name": "rivers.txt"}, 201)
    return f"/drafts/{draft['id']}"


def test_what_would_change(client: Client, lake: Card) -> None:
    found = client.get(f"{drafted(client)}/update")
    assert (found["title"], found["cards"]) == ("Rivers", 3)
    assert found["counts"] == {
        "new": 1, "changed": 1, "kept": 0, "conflicts": 1, "gone": 1, "left": 0, "same": 0,
    }  # fmt: skip
    (conflict,) = found["conflicts"]
    assert conflict["ours"]["id"] == lake.id
    assert conflict["after"] == conflict["ours"]
    assert conflict["theirs"]["points"][0]["text"].endswith("long ago")
    assert conflict["theirs"]["points"][0]["id"] == lake.points[0].id
    assert [one["prompt"] for one in found["gone"]] == ["Why do meanders move?"]


def test_a_new_deck_has_no_update(client: Client) -> None:
    draft = client.post("/drafts", {"text": NEXT, "name": "rivers.txt"}, 201)
    client.get(f"/drafts/{draft['id']}/update", 404)


def test_what_is_chosen_is_saved(client: Client, world: World, lake: Card) -> None:
    gone = card(world.collection, "Why do meanders")
    chosen = {"sides": [{"card": lake.id, "side": "theirs"}], "take_out": [gone.id]}
    brought = client.post(f"{drafted(client)}/save", chosen)
    counts = {name: brought[name] for name in ("new", "updated", "conflicts", "gone", "out")}
    assert counts == {"new": 1, "updated": 2, "conflicts": 1, "gone": 0, "out": 1}
    assert said(world.collection, "What is an oxbow")[0].endswith("long ago")


def test_all_conflicts_at_once(client: Client, world: World, lake: Card) -> None:
    client.post(f"{drafted(client)}/save", {"otherwise": "ours"})
    assert said(world.collection, "What is an oxbow") == [MINE]
    assert client.get(f"{drafted(client)}/update")["counts"]["conflicts"] == 0
    client.post(f"{drafted(client)}/save", {"otherwise": "mine"}, 422)
