"""The pages of the timeline and of the map, their files, and what can be chosen on them."""

import csv
import io
import re

import pytest

from learnt import Collection
from tests.collection.world import a_card, a_deck
from tests.plots.data import SVG, parsed
from tests.web.conftest import Browser, words

CARDS = [
    a_card(1, ["The Treaty of Kiel was signed in January 1814 by Denmark and Sweden"], prompt=None),
    a_card(2, ["26 October 1905"], prompt="When was the Karlstad Treaty signed?"),
    a_card(
        3,
        ["Norway and Sweden would pull down forts if Norway kept the peace"],
        prompt="What did Norway and Sweden promise in the <Karlstad> Karlstad Treaty?",
    ),
    a_card(4, ["Norway & <b>Eidsvoll</b> had a constitution from May 1814"], prompt=None),
]


@pytest.fixture
def deck(collection: Collection) -> str:
    return collection.add(a_deck(1, CARDS, "The <union>")).deck


def links(browser: Browser, path: str, of: str) -> list[tuple[str, str]]:
    page = browser.get(path)
    assert page.status_code == 200
    drawn = re.findall(rf'<svg[^>]*class="{of}".*?</svg>', page.text, re.DOTALL)
    assert drawn
    marks = [one for svg in drawn for one in parsed(svg).iter(f"{SVG}a")]
    return [(one.attrib["aria-label"], one.attrib["href"]) for one in marks]


@pytest.mark.parametrize("what", ["timeline", "map"])
def test_the_deck_leads_there_and_all_decks_do(browser: Browser, deck: str, what: str) -> None:
    assert f'href="/decks/{deck}/{what}"' in browser.get(f"/decks/{deck}").text
    assert (
        f'<a href="/decks/{deck}/{what}" aria-current="page">'
        in browser.get(f"/decks/{deck}/{what}").text
    )
    assert f'href="/{what}"' in browser.get("/").text
    assert "All decks" in words(browser.get(f"/{what}"))


def test_every_event_leads_to_its_card_and_back(browser: Browser, deck: str) -> None:
    path = f"/decks/{deck}/timeline"
    found = links(browser, path, "tl-strip")
    assert len(found) == 3
    told, address = next(one for one in found if "Karlstad" in one[0])
    assert told == "26 October 1905: Karlstad Treaty (not asked yet)"
    card = browser.get(address)
    assert "When was the Karlstad Treaty signed?" in words(card)
    assert f'href="{path}"' in card.text


def test_the_table_has_the_same_for_who_does_not_see_it(browser: Browser, deck: str) -> None:
    page = browser.get(f"/decks/{deck}/timeline")
    told = words(page)
    assert "When What Who Deck Known" in told
    assert "26 October 1905 Karlstad Treaty" in told
    assert "3 events" in told
    assert "<union>" not in re.sub(r"<title>.*?</title>", "", page.text), "everything is escaped"
    assert "<b>Eidsvoll" not in page.text


def test_what_is_known_is_told(browser: Browser, collection: Collection, deck: str) -> None:
    collection.ask(deck)
    collection.answer([1])
    assert any(
        "% known)" in told for told, _ in links(browser, f"/decks/{deck}/timeline", "tl-strip")
    )
    assert "You were asked about 1 of them" in words(browser.get(f"/decks/{deck}/timeline"))


@pytest.mark.parametrize(
    ("query", "events"),
    [
        ("actor=Norway", 2),
        ("topic=constitution", 1),
        ("from=1900", 1),
        ("to=1814&by=deck", 2),
        ("by=nonsense", 3),
    ],
)
def test_what_is_chosen(browser: Browser, deck: str, query: str, events: int) -> None:
    assert len(links(browser, f"/decks/{deck}/timeline?{query}", "tl-strip")) == events
    shown = browser.get(f"/decks/{deck}/timeline?{query}").text
    assert (
        f'href="/decks/{deck}/timeline.svg?{query.replace("&", "&amp;")}"' in shown
        or "nonsense" in query
    )
    assert ("Show everything" in shown) == ("by=nonsense" not in query)


def test_nothing_that_was_chosen_is_there(browser: Browser, deck: str) -> None:
    page = browser.get(f"/decks/{deck}/timeline?actor=Nobody")
    assert "Nothing fits what you chose." in words(page)
    assert "<option selected>Nobody</option>" in page.text


def test_a_year_that_is_none_is_told(browser: Browser, deck: str) -> None:
    page = browser.get(f"/decks/{deck}/timeline?from=soon")
    assert page.status_code == 422
    assert "“soon” is not a whole number between -9999 and 9999." in words(page)


def test_another_deck_is_chosen(browser: Browser, collection: Collection, deck: str) -> None:
    other = collection.add(a_deck(2, [a_card(9, ["Iceland left in 1944"], prompt=None)], "Iceland"))
    page = browser.get(f"/timeline?deck={other.deck}&actor=&topic=left&from=&to=&by=actor")
    assert str(page.url).endswith(f"/decks/{other.deck}/timeline?topic=left")
    assert "1944" in words(page)
    assert str(browser.get("/map?deck=").url).endswith("/map")
    assert browser.get("/timeline?deck=nonsense").status_code == 404


def test_the_map_leads_to_cards_and_to_what_is_somebodys(browser: Browser, deck: str) -> None:
    path = f"/decks/{deck}/map"
    found = dict(links(browser, path, "map-body"))
    assert found["Norway: 1 agreement"] == f"{path}?actor=Norway"
    told = next(one for one in found if one.startswith("Karlstad Treaty"))
    assert "26 October 1905, if Norway kept the peace" in told
    assert "Karlstad Treaty" in words(browser.get(found[told]))
    assert dict(links(browser, f"{path}?actor=Denmark", "map-body")).keys().isdisjoint({told})


@pytest.mark.parametrize("what", ["timeline", "map"])
def test_the_page_asks_for_no_script_that_it_does_not_use(
    browser: Browser, deck: str, what: str
) -> None:
    """htmx would look through every mark for what it might do there."""
    page = browser.get(f"/decks/{deck}/{what}").text
    assert "htmx.min" not in page
    assert " hx-" not in page
    assert "htmx.min" in browser.get(f"/decks/{deck}").text


@pytest.mark.parametrize("what", ["timeline", "map"])
def test_files(browser: Browser, deck: str, what: str) -> None:
    for where in (f"/decks/{deck}/{what}", f"/{what}"):
        picture = browser.get(f"{where}.svg")
        assert picture.headers["content-type"].startswith("image/svg+xml")
        assert parsed(picture.text).attrib["role"] == "img"
        table = list(csv.reader(io.StringIO(browser.get(f"{where}.csv").text)))
        assert len({len(row) for row in table}) == 1
        assert any("Karlstad Treaty" in row for row in table)
    assert browser.get(f"/decks/{deck}/{what}.pdf").status_code == 404
    assert browser.get(f"/decks/{deck}/{what}.csv?topic=nonsense").text.count("\n") == 1


@pytest.mark.parametrize("what", ["timeline", "map"])
def test_a_deck_without_any_says_so(browser: Browser, collection: Collection, what: str) -> None:
    cats = collection.add(a_deck(3, [a_card(8, ["Miaow"], prompt="A cat?")], "Cats")).deck
    page = browser.get(f"/decks/{cats}/{what}")
    assert "there is nothing" in words(page)
    assert "Facts" in words(page)
    assert browser.get(f"/{what}").status_code == 200
