"""An Anki package over the API: sent, chosen from, saved, stopped."""

from base64 import b64encode
from dataclasses import replace
from typing import Any

import pytest

from learnt.sources.packages import Form
from learnt.web.uploads import jobs
from tests.collection.world import an_id
from tests.sources.packages.kept import CONTENT, MEANDER
from tests.sources.packages.making import package
from tests.web.api.conftest import Client

RIVERS = b64encode(package(CONTENT, Form.LATEST)).decode()


def send(client: Client) -> Any:
    return client.post("/packages", {"data": RIVERS, "name": "rivers.apkg"}, 201)


def path_of(shown: Any) -> str:
    return f"/packages/{shown['package']['id']}"


def test_what_it_holds(client: Client) -> None:
    shown = send(client)
    assert shown["package"]["state"] == "waits"
    holds = shown["holds"]
    assert [
        (one["title"], one["cards"], one["answers"], one["chosen"]) for one in holds["decks"]
    ] == [
        ("Geography::Rivers", 7, 6, True),
        ("Words", 1, 0, True),
    ]
    assert (holds["notes"], holds["answers"], holds["set_aside"]) == (7, 6, 2)
    assert {one["name"]: one["kind"] for one in holds["types"]}["Cloze"] == "cloze"
    assert client.get(path_of(shown)) == shown
    assert client.get("/packages")["packages"] == [shown["package"]]
    assert client.get("/decks")["total"] == 0


def test_chosen_saved_and_told(client: Client) -> None:
    path = path_of(shown := send(client))
    words = shown["holds"]["decks"][1]["id"]
    chosen = client(
        "PATCH", path, json={"decks": [words], "fields": {"Vocabulary": ["Example", "Word"]}}
    )
    assert [one["chosen"] for one in chosen["holds"]["decks"]] == [False, True]
    saved = client.post(f"{path}/save")
    assert saved["package"]["state"] == "done"
    assert [(one["title"], one["new"]) for one in saved["saved"]] == [("Words", 1)]
    (deck,) = client.get("/decks")["decks"]
    (card,) = client.get(f"/decks/{deck['id']}")["cards"]
    assert card["card"]["prompt"] == "Elle nage dans la rivière."
    assert "error" in client.post(f"{path}/save", status=422)


@pytest.mark.parametrize(
    "choice",
    [
        {"decks": [an_id(5)]},
        {"fields": {"No such": ["Front", "Back"]}},
        {"fields": {"Vocabulary": ["Word", "No such"]}},
        {"fields": {"Vocabulary": ["Word", "Word"]}},
    ],
)
def test_what_cannot_be_chosen(client: Client, choice: Any) -> None:
    path = path_of(shown := send(client))
    assert "error" in client("PATCH", path, 422, json=choice)
    assert client.get(path) == shown


def test_no_deck_is_nothing_to_save(client: Client) -> None:
    path = path_of(send(client))
    client("PATCH", path, json={"decks": []})
    assert "No deck is chosen" in client.post(f"{path}/save", status=422)["error"]


@pytest.mark.parametrize("data", ["", "AAAA", b64encode(b"PK\x03\x04 and no more").decode()])
def test_what_is_no_package(client: Client, data: str) -> None:
    assert "error" in client.post("/packages", {"data": data}, 422)
    assert client.get("/packages")["total"] == 0


def test_stopped_gone_on_with_and_thrown_away(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = path_of(shown := send(client))
    plain = jobs._COMMAND
    monkeypatch.setattr(jobs, "PATIENCE_SECONDS", 0)
    monkeypatch.setattr(jobs, "_COMMAND", (*plain[:4], "-c", "import time; time.sleep(600)"))
    assert client.post(f"{path}/save")["package"]["state"] == "worked on"
    assert "error" in client.post(f"{path}/save", status=422)
    stopped = client.post(f"{path}/stop")
    assert (stopped["package"]["state"], stopped["saved"]) == ("stopped", [])
    monkeypatch.setattr(jobs, "PATIENCE_SECONDS", 100)
    monkeypatch.setattr(jobs, "_COMMAND", plain)
    assert client.post(f"{path}/again")["holds"] == shown["holds"]
    assert client("DELETE", path)["name"] == "rivers.apkg"
    client.get(path, 404)


def test_where_cards_would_change_it_asks_first(client: Client) -> None:
    path = path_of(send(client))
    client.post(f"{path}/save")
    fields = (MEANDER.fields[0], MEANDER.fields[1].replace("faster", "quicker"))
    notes = tuple(
        replace(one, fields=fields) if one.id == MEANDER.id else one for one in CONTENT.notes
    )
    data = b64encode(package(replace(CONTENT, notes=notes), Form.LATEST)).decode()
    path = path_of(client.post("/packages", {"data": data, "name": "rivers.apkg"}, 201))
    assert "asks nothing" in client.get(f"{path}/changes", 422)["error"]
    assert client.post(f"{path}/save")["package"]["state"] == "asks"
    (deck,) = client.get(f"{path}/changes")["decks"]
    assert {kind: number for kind, number in deck["counts"].items() if number} == {
        "changed": 1,
        "same": 6,
    }
    card = deck["changed"][0]["ours"]["id"]
    assert "error" in client.post(f"{path}/decide", {"sides": {card: "mine"}}, 422)
    saved = client.post(f"{path}/decide", {"sides": {card: "theirs"}})
    assert saved["package"]["state"] == "done"
    assert [one["updated"] for one in saved["saved"]] == [1, 0]
    assert "asks nothing" in client.post(f"{path}/decide", status=422)["error"]
