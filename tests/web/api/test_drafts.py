"""Reading a page, and checking it before it is saved."""

from typing import Any

import pytest

from tests.collection.world import an_id
from tests.web.api.conftest import PAGE, Client

TEXT = "Capitals\n\nFrance\tParis\nPeru\tLima\nChad\tN'Djamena\n"


def test_a_page_is_read_and_nothing_is_saved(client: Client) -> None:
    said = client.post("/readings", {"text": PAGE})
    assert (said["title"], said["declared"]) == ("How does a beaver change its river?", 3)
    assert said["question"] == said["title"]
    assert sum(len(card["points"]) for card in said["cards"]) == 3
    assert said["cards"][0]["lines"][1] == 7
    assert 0 < said["cards"][0]["confidence"] <= 1
    assert client.get("/drafts")["total"] == client.get("/decks")["total"] == 0


def test_what_could_not_be_read_is_told(client: Client) -> None:
    page = PAGE.replace("(3)", "(5)")
    said = client.post("/readings", {"text": page})
    assert said["problems_total"] == len(said["problems"]) == 1
    assert "5" in said["problems"][0]["why"]


@pytest.mark.parametrize("text", ["", " \n", "\0\0\0\0"])
def test_no_page(text: str, client: Client) -> None:
    for path in ("/readings", "/drafts"):
        assert "error" in client.post(path, {"text": text}, 422)
    assert client.get("/drafts")["total"] == 0


def test_a_draft_from_page_to_deck(client: Client) -> None:
    draft = client.post("/drafts", {"text": TEXT, "name": "capitals.txt"}, 201)
    path = f"/drafts/{draft['id']}"
    assert (draft["title"], draft["kept"], draft["total"]) == ("Capitals", 3, 3)
    assert client.get(path) == draft
    assert client.get(path, start=1, count=1)["cards"] == draft["cards"][1:2]
    first, second, third = (f"{path}/cards/{one['card']['id']}" for one in draft["cards"])
    changed = client("PUT", first, json={"prompt": "France?", "points": [{"text": "Paris"}]})
    assert (changed["changed"], changed["card"]["lines"]) == (True, [3, 3])
    assert client.post(f"{second}/drop")["dropped"]
    assert client.post(f"{third}/drop")["dropped"]
    assert not client.post(f"{third}/put-back")["dropped"]
    assert client("PATCH", path, json={"question": "Which capital?"})["title"] == "Capitals"
    assert client("PATCH", path, json={"title": "Cities"})["question"] == "Which capital?"
    assert client.get("/drafts")["drafts"][0] | {"at": 0, "id": ""} == {
        "id": "",
        "at": 0,
        "title": "Cities",
        "cards": 2,
    }
    added = client.post(f"{path}/save")
    assert (added["title"], added["new"]) == ("Cities", 2)
    deck = client.get(f"/decks/{added['deck']}")
    assert [one["card"]["prompt"] for one in deck["cards"]] == ["France?", "Chad"]
    client.post(f"{path}/save", status=404)


def test_the_text_is_changed(client: Client) -> None:
    draft = client.post("/drafts", {"text": TEXT}, 201)
    path = f"/drafts/{draft['id']}"
    card = draft["cards"][0]["card"]["id"]
    client("PUT", f"{path}/cards/{card}", json={"prompt": "edited", "points": [{"text": "x"}]})
    text = client.get(f"{path}/text")["text"]
    assert text.startswith("Capitals\n\nFrance")
    after = client("PUT", f"{path}/text", json={"text": text + "\nMali\tBamako\n"})
    assert after["total"] == 4
    assert (after["cards"][0]["card"]["prompt"], after["cards"][0]["changed"]) == ("edited", True)
    client("PUT", f"{path}/text", 422, json={"text": ""})
    assert client.get(path)["total"] == 4


def test_into_a_deck(seeded: Client) -> None:
    deck = seeded.get("/decks")["decks"][0]
    draft = seeded.get("/drafts")["drafts"][0]["id"]
    seeded.post(f"/drafts/{draft}/save", {"into": an_id(1)}, 404)
    added = seeded.post(f"/drafts/{draft}/save", {"into": deck["id"]})
    assert (added["deck"], added["title"]) == (deck["id"], "Deck 1")


def test_thrown_away(seeded: Client) -> None:
    draft = seeded.get("/drafts")["drafts"][0]
    thing = seeded("DELETE", f"/drafts/{draft['id']}")["trash"]
    assert thing["title"] == draft["title"]
    assert seeded.get("/trash")["things"][0] == thing
    seeded("DELETE", f"/drafts/{draft['id']}", 404)
    assert seeded.post(f"/trash/{thing['id']}/bring-back")["new"] == draft["cards"]


def test_what_is_in_no_draft(seeded: Client) -> None:
    draft = seeded.get("/drafts")["drafts"][0]["id"]
    body: Any = {"points": [{"text": "x"}]}
    seeded("PUT", f"/drafts/{draft}/cards/{an_id(1)}", 404, json=body)
    for what in ("drop", "put-back"):
        seeded.post(f"/drafts/{draft}/cards/{an_id(1)}/{what}", status=404)
    card = seeded.get(f"/drafts/{draft}")["cards"][0]["card"]["id"]
    body = {"points": [{"text": "x", "id": an_id(1)}]}
    seeded("PUT", f"/drafts/{draft}/cards/{card}", 422, json=body)


HALF = '{"learnt": 1, "deck": {"id": "x", "title": "\\ud800", "cards": []}}'

HEAVY = (
    '{"learnt": 1, "deck": {"id": "a", "title": "t", "cards": [{"id": "b", "prompt": "p", '
    '"points": [{"id": "c", "text": "x", "weight": 1e308}]}]}}'
)


@pytest.mark.parametrize(
    "text",
    [
        HALF,
        HEAVY,
        "a\tb\x00\x85\u2028c\n\ufeff\ufffe\n",
        "\N{COMBINING ACUTE ACCENT}" * 3000,
        "[" * 50_000,
        "=== \n" * 500,
    ],
    ids=range(6),
)
def test_odd_pages(text: str, client: Client) -> None:
    """Read or refused, and told in JSON either way."""
    for path in ("/readings", "/drafts"):
        answer = client.http.post(f"/api/v1{path}", json={"text": text})
        assert answer.status_code in (200, 201, 422), answer.text
        answer.json()


def test_with_its_base_nothing_of_a_draft_is_overwritten_unseen(client: Client) -> None:
    draft = client.post("/drafts", {"text": PAGE}, 201)
    path = f"/drafts/{draft['id']}"
    read = draft["cards"][0]["card"]
    points = [{"id": one["id"], "text": one["text"]} for one in read["points"]]
    sent = {"prompt": read["prompt"], "points": points, "base": read}
    client("PUT", f"{path}/cards/{read['id']}", json=sent | {"hint": "h"})
    both = client("PUT", f"{path}/cards/{read['id']}", json=sent | {"note": "n"})["card"]
    assert (both["hint"], both["note"]) == ("h", "n")
    client("PUT", f"{path}/cards/{read['id']}", 409, json=sent | {"hint": "other"})

    text = client.get(f"{path}/text")
    client("PUT", f"{path}/text", json={"text": text["text"] + "\nmore", "base": text["mark"]})
    said = client("PUT", f"{path}/text", 409, json={"text": "else", "base": text["mark"]})
    assert "changed elsewhere" in said["error"]
