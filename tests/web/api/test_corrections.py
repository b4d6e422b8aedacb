"""Saying through the API how a draft's page is to be read, and taking it back."""

from typing import Any

import pytest

from tests.collection.world import an_id
from tests.web.api.conftest import Client

TEXT = """\
Capitals

Paris\tFrance
Lima\tPeru
Leaf 3
N'Djamena\tChad
Oslo\tNorway
Quito\tEcuador
Dakar\tSenegal
"""


@pytest.fixture
def draft(client: Client) -> dict[str, Any]:
    made: dict[str, Any] = client.post("/drafts", {"text": TEXT, "name": "capitals.txt"}, 201)
    return made


def prompts(draft: dict[str, Any]) -> list[str]:
    return [one["card"]["prompt"] for one in draft["cards"]]


def test_a_page_is_turned_round_and_back(client: Client, draft: dict[str, Any]) -> None:
    path = f"/drafts/{draft['id']}"
    assert (draft["corrections"], draft["remembered"]) == ([], [])
    assert draft["separator"]
    turned = client.post(f"{path}/corrections", {"said": "swapped"})
    assert prompts(turned) == ["France", "Peru", "Chad", "Norway", "Ecuador", "Senegal"]
    assert turned["corrections"] == [{"said": "swapped", "line": None, "text": ""}]
    assert client.get(path) == turned
    back = client.post(f"{path}/corrections/take-back", {"said": "swapped"})
    assert prompts(back) == prompts(draft)
    assert back["corrections"] == []


def test_lines_are_named_and_told(client: Client, draft: dict[str, Any]) -> None:
    path = f"/drafts/{draft['id']}"
    after = client.post(f"{path}/corrections", {"said": "furniture", "line": 5})
    assert after["corrections"] == [{"said": "furniture", "line": 5, "text": "Leaf 3"}]
    assert 5 in after["furniture"]
    one = client.post(f"{path}/corrections", {"said": "swapped", "line": 4}, params={"start": 1})
    assert (prompts(one)[:2], one["start"]) == (["Peru", "N'Djamena"], 1)
    back = client.post(f"{path}/corrections/take-back", after["corrections"][0])
    assert [each["said"] for each in back["corrections"]] == ["swapped"]


def test_the_next_page_is_read_so(client: Client, draft: dict[str, Any]) -> None:
    path = f"/drafts/{draft['id']}"
    client.post(f"{path}/corrections", {"said": "swapped"})
    client.post(f"{path}/save")
    text = TEXT.replace("Capitals", "Rivers").replace("Paris", "Rome").replace("France", "Italy")
    later = client.post("/drafts", {"text": text, "name": "rivers.txt"}, 201)
    assert prompts(later) == ["Italy", "Peru", "Chad", "Norway", "Ecuador", "Senegal"]
    assert (
        later["remembered"]
        == later["corrections"]
        == [{"said": "swapped", "line": None, "text": ""}]
    )


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"said": "nonsense"},
        {"said": "split"},
        {"said": "split", "line": 0},
        {"said": "split", "line": 99},
        {"said": "split", "line": 2},
        {"said": "split", "line": "3"},
        {"said": "swapped", "text": "x"},
    ],
)
def test_what_does_not_fit(client: Client, draft: dict[str, Any], body: dict[str, Any]) -> None:
    assert "error" in client.post(f"/drafts/{draft['id']}/corrections", body, 422)
    assert client.get(f"/drafts/{draft['id']}") == draft


def test_a_draft_that_is_gone(client: Client, draft: dict[str, Any]) -> None:
    for way in ("", "/take-back"):
        client.post(f"/drafts/{an_id(1)}/corrections{way}", {"said": "swapped"}, 404)


def test_doubtful_cards_are_said_to_be(
    client: Client, monkeypatch: pytest.MonkeyPatch, draft: dict[str, Any]
) -> None:
    monkeypatch.setattr("learnt.web.draft_rows.DOUBTFUL", 0)
    shown = client.get(f"/drafts/{draft['id']}")
    assert (shown["doubtful"], shown["cards"][0]["doubtful"]) == (0, False)
    monkeypatch.setattr("learnt.web.draft_rows.DOUBTFUL", 1.1)
    path = f"/drafts/{draft['id']}"
    shown = client.get(path)
    assert (shown["doubtful"], shown["cards"][0]["doubtful"]) == (6, True)
    client.post(f"{path}/cards/{shown['cards'][0]['card']['id']}/drop")
    assert client.get(path)["doubtful"] == 5


def test_a_page_that_is_only_read_is_read_so_too(client: Client, draft: dict[str, Any]) -> None:
    path = f"/drafts/{draft['id']}"
    client.post(f"{path}/corrections", {"said": "swapped"})
    client.post(f"{path}/save")
    said = client.post("/readings", {"text": TEXT})
    assert said["corrections"] == [{"said": "swapped", "line": None, "text": ""}]
    assert said["cards"][0]["prompt"] == "France"
    assert (said["separator"], said["furniture"]) == (draft["separator"], draft["furniture"])
