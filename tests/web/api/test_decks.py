"""Decks and cards by the API."""

import json
from typing import Any

import pytest

from learnt.deck import Direction
from learnt.sources import deck_from_json
from tests.collection.world import an_id, check
from tests.web.api.conftest import Client

CARD: dict[str, Any] = {
    "prompt": "How?",
    "points": [{"text": "so", "accepted": ["thus"], "weight": 2}, {"text": "and so"}],
    "ordered": True,
    "directions": ["forward", "backward"],
    "hint": "h",
    "note": "n",
    "tags": ["t"],
    "wrong_options": ["w"],
}


def first(client: Client) -> str:
    return str(client.get("/decks")["decks"][0]["id"])


def test_the_list(seeded: Client) -> None:
    said = seeded.get("/decks")
    assert [(one["title"], one["cards"], one["due"], one["new"]) for one in said["decks"]] == [
        ("Deck 1", 3, 3, 0),
        ("Animals::Small", 2, 0, 2),
    ]
    assert said["total"] == 2
    window = seeded.get("/decks", start=1, count=1)
    assert [one["title"] for one in window["decks"]] == ["Animals::Small"]
    assert (window["start"], window["total"]) == (1, 2)
    assert seeded.get("/decks", start=10**9)["decks"] == []


def test_a_deck_and_its_cards(seeded: Client) -> None:
    deck = seeded.get(f"/decks/{first(seeded)}", start=1, count=1)
    assert (deck["title"], deck["start"], deck["total"], len(deck["cards"])) == ("Deck 1", 1, 3, 1)
    card = deck["cards"][0]
    assert 0 < card["mark"] < 1
    assert card["reviews"] == 1
    assert card["held_until"] is None
    assert [one["id"] for one in card["known"]] == [one["id"] for one in card["card"]["points"]]
    assert all(0 < one["recall"] < 1 and one["stability"] > 0 for one in card["known"])


def test_a_card_never_asked(seeded: Client) -> None:
    card = seeded.get(f"/cards/{an_id(901_000)}")
    assert (card["mark"], card["due"], card["reviews"]) == (None, None, 0)
    nothing = {"recall": None, "stability": None, "reviews": 0, "lapses": 0}
    assert card["known"] == [{"id": card["card"]["points"][0]["id"]} | nothing]


def test_cards_that_match(seeded: Client) -> None:
    found = seeded.get(f"/decks/{first(seeded)}", matching="OF CARD 101")
    assert [one["card"]["prompt"] for one in found["cards"]] == ["prompt 101"]
    assert found["total"] == 1


def test_a_deck_is_made_changed_and_deleted(client: Client) -> None:
    made = client.post("/decks", {"title": " A  deck ", "question": "Why?"}, 201)
    assert (made["title"], made["question"], made["cards"]) == ("A deck", "Why?", [])
    path = f"/decks/{made['id']}"
    client.post("/decks", {"title": "A deck"}, 422)
    client.post("/decks", {"title": " \0 "}, 422)
    assert client("PATCH", path, json={"title": "B"})["question"] == "Why?"
    assert client("PATCH", path, json={"question": None})["title"] == "B"
    assert client.get(path)["question"] is None
    thing = client("DELETE", path)
    assert (thing["kind"], thing["title"]) == ("deck", "B")
    client("DELETE", path, 404)


def test_a_card_is_added_and_changed(seeded: Client) -> None:
    deck = first(seeded)
    made = seeded.post(f"/decks/{deck}/cards", CARD, 201)
    card = made["card"]
    assert {name: card[name] for name in CARD if name != "points"} == {
        name: value for name, value in CARD.items() if name != "points"
    }
    assert [one["weight"] for one in card["points"]] == [2, 1]
    assert seeded.get(f"/decks/{deck}")["cards"][-1] == made
    kept = {"id": card["points"][1]["id"], "text": "and more"}
    path = f"/cards/{card['id']}"
    after = seeded("PUT", path, json={"points": [kept, {"text": "new"}]})["card"]
    assert (after["prompt"], after["hint"], after["ordered"]) == (None, None, False)
    assert after["points"][0]["id"] == kept["id"]
    assert after["points"][1]["id"] not in {one["id"] for one in card["points"]}
    assert seeded.get("/trash")["things"][0]["kind"] == "wording"


def test_what_a_card_was_keeps_its_history(seeded: Client) -> None:
    card = seeded.get(f"/cards/{an_id(100_000)}")
    points = [{"id": one["id"], "text": one["text"] + "!"} for one in card["card"]["points"]]
    after = seeded("PUT", f"/cards/{an_id(100_000)}", json={"prompt": "new", "points": points})
    assert after["known"] == card["known"]


def written(card: dict[str, Any], *texts: str, **fields: Any) -> dict[str, Any]:
    """A card as it was read, with other texts on its points and other fields."""
    points = zip(card["points"], texts, strict=True)
    sent = {"prompt": card["prompt"], "points": [{"id": p["id"], "text": t} for p, t in points]}
    return sent | {"base": card} | fields


def test_with_its_base_a_card_keeps_what_was_changed_elsewhere(seeded: Client) -> None:
    path = f"/cards/{an_id(100_000)}"
    read = seeded.get(path)["card"]
    was = [one["text"] for one in read["points"]]
    seeded("PUT", path, json=written(read, was[0], "elsewhere", note="a note"))
    after = seeded("PUT", path, json=written(read, "here", was[1], tags=["t"]))["card"]
    assert [one["text"] for one in after["points"]] == ["here", "elsewhere"]
    assert (after["note"], after["tags"]) == ("a note", ["t"])
    assert [one["id"] for one in after["points"]] == [one["id"] for one in read["points"]]


def test_the_same_changed_elsewhere_is_a_conflict_and_changes_nothing(seeded: Client) -> None:
    path = f"/cards/{an_id(100_000)}"
    read = seeded.get(path)["card"]
    was = [one["text"] for one in read["points"]]
    seeded("PUT", path, json=written(read, "elsewhere", was[1]))
    now, trash = seeded.get(path), seeded.get("/trash")
    said = seeded("PUT", path, 409, json=written(read, "here", "and here"))
    assert "changed on this card elsewhere" in said["error"]
    assert said["what_to_do"].startswith("Read the card again")
    assert (seeded.get(path), seeded.get("/trash")) == (now, trash)
    again = written(now["card"], "here", "and here")
    assert seeded("PUT", path, json=again)["card"]["points"][0]["text"] == "here"


def test_what_was_taken_out_elsewhere_is_not_written_over_either(seeded: Client) -> None:
    path = f"/cards/{an_id(100_000)}"
    read = seeded.get(path)["card"]
    was = [one["text"] for one in read["points"]]
    seeded(
        "PUT", path, json={"prompt": read["prompt"], "points": [written(read, *was)["points"][0]]}
    )
    seeded("PUT", path, 409, json=written(read, was[0], "here"))
    kept = seeded("PUT", path, json=written(read, "here", was[1]))["card"]
    assert [one["text"] for one in kept["points"]] == ["here"]


def test_sent_again_after_a_timeout_nothing_is_added_twice(seeded: Client) -> None:
    path = f"/cards/{an_id(100_000)}"
    read = seeded.get(path)["card"]
    points = [{"id": one["id"], "text": one["text"]} for one in read["points"]]
    sent = {"prompt": read["prompt"], "points": [*points, {"text": "new"}], "base": read}
    once = seeded("PUT", path, json=sent)
    assert seeded("PUT", path, json=sent) == once


def test_a_base_that_cannot_be(seeded: Client) -> None:
    path = f"/cards/{an_id(100_000)}"
    read = seeded.get(path)["card"]
    was = [one["text"] for one in read["points"]]
    other = seeded.get(f"/cards/{an_id(901_000)}")["card"]
    for base in (other, read | {"points": []}, {"id": read["id"]}, read | {"directions": []}):
        seeded("PUT", path, 422, json=written(read, *was, base=base))


@pytest.mark.parametrize(
    "points",
    [
        [],
        [{"text": ""}],
        [{"text": " \0 "}],
        [{"text": "a", "weight": 0}],
        [{"text": "a", "weight": 1e999}],
        [{"text": "a", "id": an_id(100_002)}, {"text": "b", "id": an_id(100_002)}],
        [{"text": "a", "id": an_id(901_001)}],
        [{"text": "a", "id": "1"}],
    ],
    ids=str,
)
def test_points_that_cannot_be(points: list[dict[str, Any]], seeded: Client) -> None:
    before = seeded.get(f"/cards/{an_id(100_000)}")
    content = json.dumps({"points": points}).replace("Infinity", "1e999")
    seeded(
        "PUT",
        f"/cards/{an_id(100_000)}",
        422,
        content=content,
        headers={"Content-Type": "application/json"},
    )
    assert seeded.get(f"/cards/{an_id(100_000)}") == before


def test_moved(seeded: Client) -> None:
    one, other = (deck["id"] for deck in seeded.get("/decks")["decks"])
    card, before = an_id(100_000), an_id(901_000)
    moved = seeded.post(f"/cards/{card}/move", {"deck": other, "before": before})
    assert (moved["deck"], moved["reviews"]) == (other, 1)
    ids = [each["card"]["id"] for each in seeded.get(f"/decks/{other}")["cards"]]
    assert ids == [an_id(900_000), card, before]
    seeded.post(f"/cards/{card}/move", {"deck": one})
    assert seeded.get(f"/decks/{one}")["cards"][-1]["card"]["id"] == card
    seeded.post(f"/cards/{card}/move", {"deck": one, "before": card}, 422)
    seeded.post(f"/cards/{card}/move", {"deck": one, "before": before}, 404)
    seeded.post(f"/cards/{card}/move", {"deck": an_id(1)}, 404)


def test_set_aside_and_released(seeded: Client) -> None:
    path = f"/cards/{an_id(100_000)}"
    tomorrow = seeded.post(f"{path}/aside", {"until": "tomorrow"})["until"]
    always = seeded.post(f"{path}/aside", {"until": "always"})
    assert seeded.get(path)["held_until"] == always["until"] > tomorrow
    assert seeded.get("/decks")["decks"][0]["due"] == 2
    assert seeded.post("/study/undo", {"event": always["event"]}) == {
        "undone": True,
        "card": an_id(100_000),
        "direction": None,
    }
    assert seeded.get(path)["held_until"] == tomorrow
    assert seeded.post(f"{path}/release") == {"released": True}
    assert seeded.post(f"{path}/release") == {"released": False}
    assert seeded.get("/decks")["decks"][0]["due"] == 3
    for what in ("aside", "release"):
        seeded.post(f"/cards/{an_id(1)}/{what}", {"until": "always"}, 404)
    check(seeded.world.collection)


def test_what_is_set_aside_is_not_asked(seeded: Client) -> None:
    since = seeded.get("/study/next")
    seeded.post(f"/cards/{since['question']['card']}/aside", {"until": "tomorrow"})
    after = seeded.get("/study/next", since=since["since"])
    assert after["question"]["card"] != since["question"]["card"]


def test_deleted_and_brought_back(seeded: Client) -> None:
    path = f"/cards/{an_id(100_000)}"
    before = seeded.get(path)
    thing = seeded("DELETE", path)
    seeded.get(path, 404)
    back = seeded.post(f"/trash/{thing['id']}/bring-back")
    assert (back["title"], back["new"], back["deck"]) == ("Deck 1", 1, first(seeded))
    assert seeded.get(path) == before
    seeded.post(f"/trash/{thing['id']}/bring-back", status=404)


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        (".txt", "text/plain"),
        (".md", "text/markdown"),
        (".csv", "text/csv"),
        (".json", "application/json"),
        (".html", "text/html"),
    ],
)
def test_a_file(ending: str, kind: str, seeded: Client) -> None:
    answer = seeded.http.get(f"/api/v1/decks/{first(seeded)}/export", params={"ending": ending})
    assert answer.headers["content-type"].partition(";")[0] == kind
    assert "point 1 of card 100" in answer.text
    if ending == ".json":
        assert deck_from_json(answer.content).cards[0].directions == (Direction.FORWARD,)
    seeded.get(f"/decks/{first(seeded)}/export", 422, ending=".exe")
