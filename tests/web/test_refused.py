"""A form that cannot be taken comes back with what was written, and the reason beside the field."""

from html import unescape
from typing import Any

import httpx2
import pytest

from learnt import Collection
from tests.collection.world import simple_deck
from tests.web.conftest import Browser, Form, words


def _field(page: httpx2.Response, name: str) -> str:
    """The tag of the field that the reason stands beside."""
    before, _, _ = page.text.partition(f'aria-describedby="why-{name}')
    assert before != page.text, words(page)
    return before[before.rindex("<") :]


def _value(form: Form, name: str) -> str:
    return unescape(dict(form.fields)[name])


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"new_a_day": "many"}, "“many” is not a whole number between 0 and 9999"),
        ({"retention": "100"}, "“100” is not a whole number between 70 and 99"),
        ({"time_zone": "Atlantis/Capital"}, "“Atlantis/Capital” is no time zone"),
    ],
)
def test_settings(browser: Browser, wrong: dict[str, str], why: str) -> None:
    written: dict[str, Any] = {"reviews_a_day": "77", "theme": "dark"} | wrong
    page = browser.fill(browser.get("/settings"), "/settings", **written)
    assert page.status_code == 422
    assert why in words(page)
    ((name, value),) = wrong.items()
    assert 'aria-invalid="true"' in _field(page, name)
    form = browser.form(page, "/settings")
    assert [_value(form, one) for one in written] == ["77", "dark", value]


def test_a_card(browser: Browser, collection: Collection) -> None:
    deck = collection.deck(collection.add(simple_deck(2)).deck)
    where = f"/cards/{deck.cards[0].id}"
    texts: dict[str, Any] = {
        "prompt": "Why <so>?",
        "point": ["", "  "],
        "hint": "think",
        "both": "1",
    }
    page = browser.fill(browser.get(f"{where}/edit"), where, **texts)
    assert page.status_code == 422
    assert "A card needs at least one point." in words(page)
    assert 'name="point"' in _field(page, "point")
    form = browser.form(page, where)
    assert [_value(form, name) for name in ("prompt", "hint", "both")] == [
        "Why <so>?",
        "think",
        "1",
    ]
    assert collection.deck(deck.id).cards == deck.cards
    saved = browser.fill(page, where, point=["because"], point_id=[deck.cards[0].points[0].id])
    assert saved.status_code == 200
    (point,) = collection.deck(deck.id).cards[0].points
    assert (point.id, point.text) == (deck.cards[0].points[0].id, "because")


def test_a_new_card(browser: Browser, collection: Collection) -> None:
    where = f"/decks/{collection.add(simple_deck(1)).deck}"
    texts: dict[str, Any] = {"prompt": "Why?", "point": "", "note": "n" * 100_001}
    page = browser.fill(browser.get(where), f"{where}/cards", **texts)
    assert page.status_code == 422
    form = browser.form(page, f"{where}/cards")
    assert [_value(form, name) for name in ("prompt", "note")] == ["Why?", "n" * 100_001]
    assert 'id="new-card" open' in page.text


def test_a_title_that_is_taken(browser: Browser, collection: Collection) -> None:
    where = f"/decks/{collection.add(simple_deck(1)).deck}"
    collection.new_deck("Rivers")
    page = browser.fill(browser.get(where), where, title="Rivers", question="Which?")
    assert page.status_code == 422
    assert "There is a deck “Rivers” already" in words(page)
    assert 'name="title"' in _field(page, "title")
    form = browser.form(page, where)
    assert [_value(form, name) for name in ("title", "question")] == ["Rivers", "Which?"]


def test_a_deck_that_cannot_be_started(browser: Browser, collection: Collection) -> None:
    assert browser.post("/decks", data={"title": " "}).status_code == 422
    collection.add(simple_deck(1))
    page = browser.fill(browser.get("/"), "/decks", title="x" * 501)
    assert page.status_code == 422
    assert "This text is too long" in words(page)
    assert _value(browser.form(page, "/decks"), "title") == "x" * 501


def test_a_page_in_which_nothing_is_read(browser: Browser) -> None:
    page = browser.post("/add", data={"page": " "})
    assert page.status_code == 422
    assert 'name="page"' in _field(page, "page")
