"""What is printed, as it was chosen."""

import re

from selectolax.lexbor import LexborHTMLParser

from learnt import Collection
from learnt.journal import Rating
from tests.collection.world import Clock, finish, simple_deck
from tests.web.conftest import Browser, words


def test_kinds_and_papers(browser: Browser, collection: Collection) -> None:
    deck = collection.add(simple_deck(5)).deck
    for kind, holds in (("cards", "Sheet 1 of 1, backs"), ("test", "Deck 1: answers")):
        page = browser.get(f"/decks/{deck}/print?kind={kind}&paper=letter")
        assert holds in words(page)
        assert re.search(r'class="printed (?:cut|flow) letter"', page.text)
    page = browser.get(f"/decks/{deck}/print?kind=nonsense&paper=napkin")
    assert 'class="printed flow a4"' in page.text
    assert browser.get(f"/decks/{'0' * 8}-0000-7000-8000-{'0' * 12}/print").status_code == 404


def test_only_what_is_likely_to_be_forgotten(
    browser: Browser, collection: Collection, clock: Clock
) -> None:
    deck = collection.add(simple_deck(3)).deck
    sitting = collection.begin()
    assert sitting.exercise is not None
    known = sitting.exercise.card.prompt
    finish(collection, sitting, Rating.EASY)
    page = browser.get(f"/decks/{deck}/print?weak=1&marks=1")
    asked = [one.text() for one in LexborHTMLParser(page.text).css(".asked h3")]
    assert len(asked) == 2
    assert known not in asked
    assert "○" in words(page)
    clock.pass_by(days=400)
    page = browser.get(f"/decks/{deck}/print?weak=1&marks=1")
    assert len(LexborHTMLParser(page.text).css(".asked h3")) == 3
    assert ">◐<" in page.text


def test_nothing_to_print(browser: Browser, collection: Collection) -> None:
    deck = collection.new_deck("Bare")
    assert "this deck has no cards yet" in words(browser.get(f"/decks/{deck}/print"))


def test_the_file_is_what_was_shown(browser: Browser, collection: Collection) -> None:
    deck = collection.add(simple_deck(5)).deck
    page = browser.get(f"/decks/{deck}/print?kind=cards&paper=letter")
    link = LexborHTMLParser(page.text).css_first("a[download]")
    assert link is not None
    address = link.attributes["href"]
    assert address is not None
    file = browser.get(address)
    assert file.headers["content-disposition"].endswith("Deck-1.html")
    assert 'class="printed cut letter"' in file.text
    assert "<style>" in file.text


def test_each_form_says_what_it_is_good_for(browser: Browser, collection: Collection) -> None:
    deck = collection.add(simple_deck(1)).deck
    text = words(browser.get(f"/decks/{deck}"))
    assert ".md Markdown: pleasant to read" in text
    assert ".txt Text to change by hand." in text
