"""The facts on cards by the API: listed, said to be otherwise, taken back."""

from typing import Any

import pytest

from tests.collection.world import a_card, a_deck, an_id
from tests.web.api.conftest import Client

CARD = a_card(
    7,
    ["It was negotiated in December 1934", "It was signed in May 1935"],
    prompt="What was agreed after 1933?",
)


@pytest.fixture
def deck(client: Client) -> str:
    others = [a_card(number, 1) for number in range(10, 15)]
    return client.world.collection.add(a_deck(1, [CARD, *others], "Foreign policy")).deck


def dates(client: Client, deck: str) -> list[tuple[str | None, list[int], str]]:
    return [
        (text["point"], fact["span"], fact["edtf"])
        for card in client.get(f"/decks/{deck}/facts")["cards"]
        for text in card["texts"]
        for fact in text["facts"]
        if fact["kind"] == "date"
    ]


def said(**more: Any) -> dict[str, Any]:
    body = {"action": "change", "kind": "date", "quote": "May 1935", "point": CARD.points[1].id}
    return body | {"values": {"edtf": "spring 1936"}} | more


def test_the_facts_of_a_deck_in_windows(client: Client, deck: str) -> None:
    first, second = CARD.points
    assert dates(client, deck) == [
        (None, [16, 26], "1933/.."),
        (first.id, [21, 34], "1934-12"),
        (second.id, [17, 25], "1935-05"),
    ]
    page = client.get(f"/decks/{deck}/facts", start=0, count=1)
    assert (page["title"], page["start"], page["total"]) == ("Foreign policy", 0, 6)
    (card,) = page["cards"]
    assert (card["card"], card["front"]) == (CARD.id, CARD.prompt)
    assert [text["text"] for text in card["texts"]] == [CARD.prompt, first.text, second.text]
    later = client.get(f"/decks/{deck}/facts", start=4, count=50)
    assert [one["front"] for one in later["cards"]] == ["prompt 13", "prompt 14"]


def test_a_fact_is_corrected_and_the_correction_taken_back(client: Client, deck: str) -> None:
    before = dates(client, deck)
    made = client.post(f"/cards/{CARD.id}/facts", said(), 201)
    expected = said() | {"values": {"edtf": "1936-21"}, "card": CARD.id, "start": 17}
    assert made == expected | {"id": made["id"], "sleeping": False}
    assert dates(client, deck)[2][2] == "1936-21"
    assert client.get(f"/decks/{deck}/facts")["corrections"] == [made]
    assert client.get(f"/decks/{deck}/facts", start=1)["corrections"] == []
    assert client("DELETE", f"/corrections/{made['id']}") == {"taken_back": True}
    assert client("DELETE", f"/corrections/{made['id']}") == {"taken_back": False}
    assert dates(client, deck) == before


def test_two_facts_of_a_card_are_one(client: Client, deck: str) -> None:
    first = CARD.points[0]
    into = {"into": "december 1934", "into_point": first.id}
    made = client.post(f"/cards/{CARD.id}/facts", said(action="merge", values=into), 201)
    assert made["values"] == {"into": "December 1934", "into_point": first.id, "into_start": "21"}
    assert [edtf for _, _, edtf in dates(client, deck)] == ["1933/..", "1934-12"]
    (card,) = client.get(f"/decks/{deck}/facts", count=1)["cards"]
    (event,) = (one for one in card["texts"][2]["facts"] if one["kind"] == "event")
    assert (event["edtf"], event["date"]) == ("1934-12", None)
    client("DELETE", f"/corrections/{made['id']}")
    assert [edtf for _, _, edtf in dates(client, deck)] == ["1933/..", "1934-12", "1935-05"]


def test_sent_twice_it_counts_once(client: Client, deck: str) -> None:
    body = said(id=an_id(3))
    made = client.post(f"/cards/{CARD.id}/facts", body, 201)
    assert client.post(f"/cards/{CARD.id}/facts", body, 201) == made
    assert client.get(f"/decks/{deck}/facts")["corrections"] == [made]


def test_a_correction_sleeps_without_its_words(client: Client, deck: str) -> None:
    made = client.post(f"/cards/{CARD.id}/facts", said(), 201)
    client("PUT", f"/cards/{CARD.id}", json={"points": [{"text": "It was signed"}]})
    assert client.get(f"/decks/{deck}/facts")["corrections"] == [made | {"sleeping": True}]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (said(quote="May 1939"), 422),
        (said(values={"edtf": "soon"}), 422),
        (said(values={"verb": "sign"}), 422),
        (said(values={}), 422),
        (said(kind="colour"), 422),
        (said(action="forget"), 422),
        (said(quote=""), 422),
        (said(start=-1), 422),
        (said(action="merge", values={}), 422),
        (said(action="merge", values={"into": "May 1939"}), 422),
        (said(action="merge", values={"into": "May 1935"}), 422),
        (said(action="merge", values={"into": "December 1934", "into_point": an_id(9)}), 404),
        (said(point=an_id(99)), 404),
        (said(nonsense=1), 422),
        ({}, 422),
    ],
)
def test_what_does_not_fit(client: Client, deck: str, body: dict[str, Any], status: int) -> None:
    assert "error" in client.post(f"/cards/{CARD.id}/facts", body, status)
    assert client.get(f"/decks/{deck}/facts")["corrections"] == []


def test_what_is_not_there(client: Client, deck: str) -> None:
    client.get(f"/decks/{an_id(5)}/facts", 404)
    client.post(f"/cards/{an_id(5)}/facts", said(), 404)
    for gone in (an_id(5), "nonsense"):
        client("DELETE", f"/corrections/{gone}", 404)
