"""A deck's page and its cards': edited in place with their history, moved, set aside, deleted."""

import re
from pathlib import Path

import pytest

from learnt import Collection
from learnt.collection import Scope, package_of
from learnt.journal import Rating
from tests.collection.world import Clock, a_card, a_deck, check, finish, simple_deck
from tests.web.conftest import HX, Browser, Forms, words


@pytest.fixture
def deck(collection: Collection) -> str:
    return collection.add(simple_deck(5)).deck


def prompts(collection: Collection, deck: str) -> list[str | None]:
    return [card.prompt for card in collection.deck(deck).cards]


def test_each_point_says_how_much_of_it_is_known(
    browser: Browser, collection: Collection, deck: str, clock: Clock
) -> None:
    finish(collection, collection.begin(), Rating.HARD, [1])
    clock.pass_by(days=1)
    text = words(browser.get(f"/decks/{deck}"))
    assert "about" in text
    assert "% known: point 1 of card" in text
    assert "not asked yet: point 1 of card" in text


def test_a_card_edited_in_place_keeps_its_history(
    browser: Browser, collection: Collection, deck: str
) -> None:
    sitting = collection.begin()
    assert sitting.exercise is not None
    card = sitting.exercise.card
    finish(collection, sitting, Rating.GOOD)
    form = browser.get(f"/cards/{card.id}/edit?back=/decks/{deck}", headers=HX)
    assert "<html" not in form.text
    page = browser.fill(
        form, f"/cards/{card.id}", prompt="In other words", point=["one", "two", "three"]
    )
    assert page.url.path == f"/decks/{deck}"
    assert "The earlier wording is in the trash." in words(page)
    after = collection.card(card.id)[1]
    assert [point.text for point in after.points] == ["one", "two", "three"]
    assert [point.id for point in after.points[:2]] == [point.id for point in card.points]
    report = collection.report([after])[0]
    assert report.reviews == 1
    assert set(report.memories) == {point.id for point in card.points}
    check(collection)


def test_a_card_edited_in_two_tabs_has_both_edits(
    browser: Browser, collection: Collection, deck: str
) -> None:
    card = collection.deck(deck).cards[0]
    one, other = (browser.get(f"/cards/{card.id}/edit?back=/decks/{deck}") for _ in range(2))
    browser.fill(other, f"/cards/{card.id}", point=["from the other tab", card.points[1].text, ""])
    told = browser.fill(one, f"/cards/{card.id}", hint="from this tab")
    assert "changed elsewhere too" in words(told)
    after = collection.card(card.id)[1]
    assert (after.hint, after.points[0].text) == ("from this tab", "from the other tab")
    form = browser.form(browser.get(f"/cards/{card.id}/edit"), f"/cards/{card.id}")
    for odd in ("", "{", '{"id": 1}', "[]"):
        answer = browser.post(f"/cards/{card.id}", data=form.with_(shown=odd, hint=f"hint {odd}"))
        assert answer.status_code < 400
        assert collection.card(card.id)[1].hint == f"hint {odd}".strip()


def test_what_a_form_does_not_show_is_kept(browser: Browser, collection: Collection) -> None:
    from dataclasses import replace

    card = a_card(50)
    point = replace(card.points[0], accepted=("also so",), weight=2.5)
    card = replace(card, points=(point, card.points[1]), tags=("river",), wrong_options=("no",))
    collection.add(a_deck(1, [card]))
    browser.fill(browser.get(f"/cards/{card.id}/edit"), f"/cards/{card.id}", prompt="New")
    assert collection.card(card.id)[1] == replace(card, prompt="New")


def test_a_card_is_written_by_hand(browser: Browser, collection: Collection) -> None:
    page = browser.post("/decks", data={"title": "By hand"})
    deck = page.url.path.rpartition("/")[2]
    page = browser.fill(page, f"/decks/{deck}/cards", prompt="Why?", point=["Because", "", "So"])
    assert "Why?" in words(page)
    (card,) = collection.deck(deck).cards
    assert [point.text for point in card.points] == ["Because", "So"]


def test_moving_up_and_down_and_to_another_deck(
    browser: Browser, collection: Collection, deck: str
) -> None:
    page = browser.get(f"/decks/{deck}")
    second = collection.deck(deck).cards[1]
    page = browser.fill(page, f"/cards/{second.id}/move", before=collection.deck(deck).cards[0].id)
    assert prompts(collection, deck)[:2] == ["prompt 101", "prompt 100"]
    page = browser.post(
        f"/cards/{second.id}/move", data={"deck": deck, "before": "", "back": f"/decks/{deck}"}
    )
    assert prompts(collection, deck)[-1] == "prompt 101"
    other = collection.new_deck("Other")
    form = browser.get(f"/cards/{second.id}/move?back=/decks/{deck}")
    browser.fill(form, f"/cards/{second.id}/move", deck=other)
    assert prompts(collection, other) == ["prompt 101"]
    assert len(prompts(collection, deck)) == 4


def test_the_menu_moves_a_card_by_one(browser: Browser, collection: Collection, deck: str) -> None:
    for down in (1, 2):
        page = browser.get(f"/decks/{deck}")
        first = next(card for card in collection.deck(deck).cards if card.prompt == "prompt 100")
        forms = [
            form for form in Forms(page.text).found if form.action == f"/cards/{first.id}/move"
        ]
        form = forms[-1]
        browser.post(form.action, data=form.with_(before=form.buttons[0][1]))
        assert prompts(collection, deck)[down] == "prompt 100"


def test_a_card_deleted_is_in_the_trash_and_comes_back(
    browser: Browser, collection: Collection, deck: str
) -> None:
    card = collection.deck(deck).cards[2]
    browser.post(f"/cards/{card.id}/delete")
    assert len(prompts(collection, deck)) == 4
    trash = browser.get("/trash")
    assert "prompt 102" in words(trash)
    page = browser.fill(trash, "/trash/")
    assert "It is back." in words(page)
    assert len(prompts(collection, deck)) == 5


def test_a_deck_deleted_and_brought_back(
    browser: Browser, collection: Collection, deck: str
) -> None:
    finish(collection, collection.begin(), Rating.GOOD)
    page = browser.fill(browser.get(f"/decks/{deck}"), f"/decks/{deck}/delete")
    assert "Put in the trash." in words(page)
    assert collection.decks() == ()
    browser.fill(browser.get("/trash"), "/trash/")
    assert collection.decks()[0].cards == 5
    check(collection)


def test_a_card_set_aside_is_asked_again(
    browser: Browser, collection: Collection, deck: str, clock: Clock
) -> None:
    card = collection.deck(deck).cards[0]
    page = browser.post(f"/cards/{card.id}/aside", data={"until": "always"})
    assert "set aside" in words(page)
    assert card.id not in {item.card for item in collection.resume(Scope(clock())).queue.items}
    browser.post(f"/cards/{card.id}/aside", data={"until": "now"})
    assert card.id in {item.card for item in collection.resume(Scope(clock())).queue.items}


def test_a_card_left_for_tomorrow_says_so(
    browser: Browser, collection: Collection, deck: str
) -> None:
    collection.bury(collection.deck(deck).cards[0].id)
    assert "not today, back tomorrow" in words(browser.get(f"/decks/{deck}"))


def test_a_point_just_missed_does_not_look_known(
    browser: Browser, collection: Collection, deck: str
) -> None:
    sitting = collection.begin()
    assert sitting.exercise is not None
    finish(collection, sitting, Rating.HARD, [1])
    text = words(browser.get(f"/cards/{sitting.exercise.card_id}"))
    said, missed = (int(found) for found in re.findall(r"about (\d+) % known", text))
    assert missed < said


def test_renaming(browser: Browser, collection: Collection, deck: str) -> None:
    page = browser.get(f"/decks/{deck}")
    browser.fill(page, f"/decks/{deck}", title="New name", question="What of it?")
    assert (collection.decks()[0].title, collection.decks()[0].question) == (
        "New name",
        "What of it?",
    )
    collection.new_deck("Taken")
    page = browser.fill(page, f"/decks/{deck}", title="Taken")
    assert page.status_code == 422
    assert "There is a deck “Taken” already." in words(page)


@pytest.mark.parametrize("ending", [".txt", ".md", ".csv", ".json"])
def test_a_deck_is_taken_along(
    browser: Browser, collection: Collection, deck: str, ending: str
) -> None:
    file = browser.get(f"/decks/{deck}/export{ending}")
    assert file.headers["content-disposition"] == f"attachment; filename*=UTF-8''Deck-1{ending}"
    again = collection.read_data(file.content, f"Deck 1{ending}")
    assert [card.prompt for card in again.deck.cards] == prompts(collection, deck)
    assert browser.get(f"/decks/{deck}/export.exe").status_code == 404


def test_a_large_deck_is_shown_in_pages_and_searched(
    browser: Browser, collection: Collection
) -> None:
    deck = collection.add(simple_deck(95)).deck
    assert "Page 1 of 3" in words(browser.get(f"/decks/{deck}"))
    last = words(browser.get(f"/decks/{deck}?page=3"))
    assert "prompt 194" in last
    assert "prompt 100 " not in last
    found = words(browser.get(f"/decks/{deck}?q=PROMPT 17"))
    assert "10 cards found" in found
    assert "prompt 175" in found
    assert "prompt 180" not in found


@pytest.mark.parametrize(
    "path", ["/decks/nothing", "/decks/01890000-0000-7000-8000-000000000000", "/cards/x/edit"]
)
def test_what_is_not_there(browser: Browser, path: str) -> None:
    assert browser.get(path).status_code == 404


def test_going_back_never_leaves_this_site(
    browser: Browser, collection: Collection, deck: str
) -> None:
    card = collection.deck(deck).cards[0]
    for back in (
        "https://elsewhere.example",
        "//elsewhere.example",
        "/\\elsewhere",
        "javascript:1",
    ):
        assert "elsewhere" not in browser.get(f"/cards/{card.id}?back={back}").text
        page = browser.post(f"/cards/{card.id}/aside", data={"back": back}, follow_redirects=False)
        assert page.headers["location"].startswith(f"/decks/{deck}?")


def test_a_deck_is_taken_to_anki(
    browser: Browser, collection: Collection, deck: str, tmp_path: Path
) -> None:
    file = browser.get(f"/decks/{deck}/export.apkg")
    assert file.headers["content-disposition"].endswith("Deck-1.apkg")
    path = tmp_path / "deck.apkg"
    path.write_bytes(file.content)
    (again,) = package_of(path).decks
    assert [card.prompt for card in again.cards] == prompts(collection, deck)


def test_levels_of_a_title_are_read_as_such(browser: Browser, collection: Collection) -> None:
    """The colons by which levels are written are for the field, and not for reading."""
    deck = collection.add(a_deck(2, [a_card(700)], "Rivers::Bends")).deck
    for path in ("/", f"/decks/{deck}", f"/study?deck={deck}"):
        assert "Rivers › Bends" in words(browser.get(path)), path
    assert 'value="Rivers::Bends"' in browser.get(f"/decks/{deck}").text
