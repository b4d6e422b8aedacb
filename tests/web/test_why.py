"""The page of what led to what: pictures with links, a table, files, and a word where there is none."""

import csv
import json

import pytest

from learnt import Collection
from tests.collection.world import a_card, a_deck
from tests.plots.data import parsed
from tests.web.conftest import Browser, words

FAMINE = a_card(
    7,
    ["The rains failed, so the crops died", "+1 was what landlords asked"],
    prompt="Why did they leave?",
)
IF = a_card(8, ["They would have stayed if it had rained"], prompt=None)


@pytest.fixture
def deck(collection: Collection) -> str:
    return collection.add(a_deck(1, [FAMINE, IF], "Hunger & <bread>")).deck


def test_the_deck_leads_to_it_and_back(browser: Browser, deck: str) -> None:
    assert f'href="/decks/{deck}/why">Why</a>' in browser.get(f"/decks/{deck}").text
    page = browser.get(f"/decks/{deck}/why")
    assert f'<a href="/decks/{deck}/why" aria-current="page">Why</a>' in page.text


def test_every_box_leads_to_its_card_in_both_pictures(browser: Browser, deck: str) -> None:
    page = browser.get(f"/decks/{deck}/why")
    assert page.text.count(f'<a href="/cards/{FAMINE.id}">') == 2 * 4
    assert page.text.count(f'<a href="/cards/{IF.id}">') == 2 * 2
    assert page.text.count('role="group"') == 4
    assert browser.get(f"/cards/{FAMINE.id}").status_code == 200


def test_the_table_says_what_the_pictures_show(browser: Browser, deck: str) -> None:
    text = words(browser.get(f"/decks/{deck}/why"))
    assert "4 links in 2 chains, the causes first" in text
    assert "The rains failed the crops died so" in text
    assert "the crops died Why did they leave? the prompt asks" in text
    assert "it had rained They would have stayed if (a condition)" in text


def test_as_files(browser: Browser, deck: str) -> None:
    svg = browser.get(f"/decks/{deck}/why.svg")
    assert svg.headers["content-type"] == "image/svg+xml"
    assert svg.headers["content-disposition"].endswith("Hunger----bread-why.svg")
    assert parsed(svg.text)[0].text == "Hunger & <bread>"
    table = list(csv.DictReader(browser.get(f"/decks/{deck}/why.csv").text.splitlines()))
    assert [one["kind"] for one in table] == ["cause", "cause", "cause", "condition"]
    assert "'+1 was what landlords asked" in {one["cause"] for one in table}
    found = json.loads(browser.get(f"/decks/{deck}/why.json").text)
    assert found["title"] == "Hunger & <bread>"
    assert [len(one["arrows"]) for one in found["chains"]] == [3, 1]


def test_many_chains_are_on_pages(browser: Browser, collection: Collection) -> None:
    cards = [a_card(n, [f"Zorb{n} led to Tarn{n}"], prompt=None) for n in range(10, 55)]
    deck = collection.add(a_deck(2, cards, "Many")).deck
    first, last = (browser.get(f"/decks/{deck}/why?page={page}") for page in (1, 3))
    assert "Page 1 of 3" in words(first)
    assert first.text.count('class="chain-across"') == 20
    assert last.text.count('class="chain-across"') == 5


def test_where_nothing_is_told_it_says_what_would(browser: Browser, collection: Collection) -> None:
    deck = collection.add(a_deck(2, [a_card(9, ["A river"], prompt="What is it?")], "Rivers")).deck
    text = words(browser.get(f"/decks/{deck}/why"))
    assert "Nothing on these cards says yet what led to what." in text
    assert "a prompt that asks why" in text
    empty = collection.new_deck("Empty")
    assert "There is no card in this deck yet" in words(browser.get(f"/decks/{empty}/why"))


def test_a_deck_that_is_not_there(browser: Browser) -> None:
    for ending in ("", ".svg", ".csv", ".json"):
        assert browser.get(f"/decks/nothing/why{ending}").status_code == 404
