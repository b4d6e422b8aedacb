"""The pages of a sitting, as forms that are sent: with parts of pages, and without JavaScript."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import httpx2
import pytest

from learnt import Collection
from learnt.journal import Rating, Review
from tests.collection.world import Clock, a_card, a_deck, check, journal, simple_deck
from tests.web.conftest import Browser, start, words

AGAIN, HARD, GOOD, EASY = Rating


@pytest.fixture(autouse=True)
def deck(collection: Collection) -> None:
    collection.add(simple_deck(4))


def reviews(collection: Collection) -> list[Review]:
    return [event for event in journal(collection) if isinstance(event, Review)]


def answer(
    browser: Browser, page: httpx2.Response, rating: str, *, part: bool = False, **fields: object
) -> httpx2.Response:
    shown = browser.fill(page, "/study/show", part=part, answer=str(fields.pop("answer", "")))
    assert shown.status_code == 200
    return browser.fill(shown, "/study/answer", part=part, rating=rating, **fields)


@pytest.mark.parametrize("part", [True, False])
def test_a_sitting_to_its_summary(browser: Browser, collection: Collection, part: bool) -> None:
    page = browser.get("/study")
    for rating in ("3", "1", "4", "3"):
        assert "2 points" in words(page)
        page = answer(browser, page, rating, part=part)
    while 'data-phase="question"' in page.text:  # what was forgotten comes back
        page = answer(browser, page, "3", part=part)
    assert "To look at again" in words(page)
    assert "point 1 of card" in words(page)
    assert [review.rating for review in reviews(collection)] == [GOOD, AGAIN, EASY, GOOD, GOOD]
    check(collection)


def test_the_address_of_a_sitting_says_when_it_began(browser: Browser, clock: Clock) -> None:
    page = browser.get("/study")
    assert str(page.url).endswith(f"/study?since={clock()}")


def test_the_question_does_not_hold_the_answer(browser: Browser) -> None:
    assert "point 1 of card" not in browser.get("/study").text


def test_what_was_typed_is_shown_and_saved(browser: Browser, collection: Collection) -> None:
    page = answer(browser, browser.get("/study"), "2", answer="my <b>words</b>\nin two lines")
    assert reviews(collection)[0].answer == "my <b>words</b>\nin two lines"
    assert page.status_code == 200


def test_ticks_change_what_each_rating_leads_to(browser: Browser) -> None:
    shown = browser.fill(browser.get("/study"), "/study/show")
    form = browser.form(shown, "/study/answer")
    first = dict(form.fields)["shown"]
    before = words(browser.post("/study/weigh", data=form.with_()))
    after = browser.post("/study/weigh", data=form.with_(said=[first], touched="1"))
    assert words(after) != before
    assert "r2 proposed" in after.text


@pytest.mark.parametrize(
    ("said", "touched", "rating"), [(0, "", GOOD), (0, "1", AGAIN), (1, "1", HARD), (2, "1", GOOD)]
)
def test_the_rating_proposed_is_worked_out_here(
    browser: Browser, collection: Collection, said: int, touched: str, rating: Rating
) -> None:
    shown = browser.fill(browser.get("/study"), "/study/show")
    form = browser.form(shown, "/study/answer")
    ids = [value for name, value in form.fields if name == "shown"]
    browser.post(form.action, data=form.with_(said=ids[:said], touched=touched, rating="0"))
    assert reviews(collection)[0].rating is rating


def test_without_scripts_the_times_can_be_worked_out_anew(browser: Browser) -> None:
    shown = browser.fill(browser.get("/study"), "/study/show")
    form = browser.form(shown, "/study/answer")
    first = dict(form.fields)["shown"]
    again = browser.post(form.action, data=form.with_(said=[first], again="1"))
    assert "r2 proposed" in again.text
    assert f'value="{first}" data-weight="1.0" checked' in again.text


@pytest.mark.parametrize("part", [True, False])
def test_a_retry_is_no_second_answer(browser: Browser, collection: Collection, part: bool) -> None:
    shown = browser.fill(browser.get("/study"), "/study/show")
    first = browser.fill(shown, "/study/answer", part=part, rating="3")
    second = browser.fill(shown, "/study/answer", part=part, rating="1")
    assert (first.status_code, second.status_code) == (200, 200)
    assert [review.rating for review in reviews(collection)] == [GOOD]
    asked = [dict(browser.form(page, "/study/show").fields)["card"] for page in (first, second)]
    assert asked[0] == asked[1]


def test_two_tabs_on_the_same_card(browser: Browser, collection: Collection, clock: Clock) -> None:
    one, other = browser.get("/study"), browser.get("/study")
    clock.pass_by(minutes=1)
    answer(browser, one, "3", part=True)
    clock.pass_by(minutes=1)
    late = answer(browser, other, "1", part=True, answer="what I <wrote>")
    assert "answered in another window" in words(late)
    assert "it is not saved what I <wrote>" in words(late)
    assert 'data-phase="question"' in late.text
    assert [review.rating for review in reviews(collection)] == [GOOD]


def test_a_restart_between_question_and_answer(
    browser: Browser, collection: Collection, home: Path
) -> None:
    shown = browser.fill(browser.get("/study"), "/study/show", answer="kept in the page")
    again = start(collection, home)
    points = [value for name, value in again.form(shown, "/study/answer").fields if name == "shown"]
    page = again.fill(shown, "/study/answer", part=True, rating="3", said=points)
    assert reviews(collection)[0].answer == "kept in the page"
    assert 'max="4" value="1"' in page.text


@pytest.mark.parametrize("part", [True, False])
def test_undo_puts_the_card_back(browser: Browser, collection: Collection, part: bool) -> None:
    first = browser.get("/study")
    card = dict(browser.form(first, "/study/show").fields)["card"]
    second = answer(browser, first, "3", part=part, answer="what I <wrote>")
    back = browser.fill(second, "/study/undo", part=part)
    assert "Taken back." in words(back)
    assert ">what I &lt;wrote&gt;</textarea>" in back.text
    assert dict(browser.form(back, "/study/show").fields)["card"] == card
    twice = browser.fill(second, "/study/undo", part=part)
    assert "nothing to undo" in words(twice)
    answer(browser, back, "4", part=part)
    check(collection)


def test_undo_is_there_when_the_points_are_shown(browser: Browser) -> None:
    first = browser.get("/study")
    assert 'action="/study/undo"' not in first.text
    second = answer(browser, first, "3", part=True)
    shown = browser.fill(second, "/study/show", part=True)
    assert "Taken back." in words(browser.fill(shown, "/study/undo", part=True))


@pytest.mark.parametrize(("until", "told"), [("tomorrow", "tomorrow"), ("always", "Set aside")])
def test_a_card_is_set_aside_and_brought_back(browser: Browser, until: str, told: str) -> None:
    first = browser.get("/study")
    card = dict(browser.form(first, "/study/show").fields)["card"]
    second = browser.fill(first, "/study/aside", part=True, until=until)
    assert told in words(second)
    assert dict(browser.form(second, "/study/show").fields)["card"] != card
    back = browser.fill(second, "/study/undo", part=True)
    assert dict(browser.form(back, "/study/show").fields)["card"] == card


def test_a_card_deleted_while_it_was_asked(browser: Browser, collection: Collection) -> None:
    page = browser.get("/study")
    card = dict(browser.form(page, "/study/show").fields)["card"]
    collection.delete_cards([card])
    told = words(browser.fill(page, "/study/show", answer="written for nothing"))
    assert "deleted in the meantime" in told
    assert "it is not saved written for nothing" in told


def test_one_deck_alone(browser: Browser, collection: Collection) -> None:
    other = collection.add(a_deck(2, [a_card(700)], "Other")).deck
    page = browser.get(f"/study?deck={other}")
    assert "prompt 700" in words(page)
    assert "That is all for today" in words(answer(browser, page, "4", part=True))


def test_practice_asks_what_is_not_due(browser: Browser, clock: Clock) -> None:
    page = browser.get("/study")
    while 'data-phase="question"' in page.text:
        page = answer(browser, page, "4", part=True)
    assert "Nothing was forgotten." in words(page)
    assert "Nothing is due" in words(browser.get("/study?since=9999999999999"))
    clock.pass_by(minutes=1)
    assert "4 cards to practise" in words(browser.get("/study?practise=1"))


def test_nothing_to_study(browser: Browser, collection: Collection) -> None:
    collection.delete_deck(collection.decks()[0].id)
    assert "Nothing to study yet" in words(browser.get("/study"))


@pytest.mark.parametrize(
    "broken",
    [
        {"event": "no id"},
        {"card": ""},
        {"direction": "sideways"},
        {"asked": "soon"},
        {"asked": "9" * 40},
        {"rating": "5"},
        {"rating": "three"},
        {"worked": "-1"},
        {"since": "x"},
    ],
)
def test_a_broken_form_saves_nothing(
    browser: Browser, collection: Collection, broken: dict[str, Any]
) -> None:
    shown = browser.fill(browser.get("/study"), "/study/show")
    page = browser.fill(shown, "/study/answer", **({"rating": "3"} | broken))
    assert page.status_code == 422
    assert reviews(collection) == []


def test_a_page_that_is_refused_gives_back_what_was_written(browser: Browser) -> None:
    page = browser.fill(browser.get("/study"), "/study/show", asked="soon", answer="\nfor <hours>")
    assert page.status_code == 422
    assert "What you wrote Your answer" in words(page)
    assert ">\n\nfor &lt;hours&gt;</textarea>" in page.text


def test_what_is_known_of_the_open_question_does_not_tell_its_answer(browser: Browser) -> None:
    page = browser.get("/study")
    (there,) = re.findall(r'data-key="i" href="([^"]*)"', page.text)
    known = words(browser.get(unescape(there)))
    assert "Point 2 not asked yet" in known
    assert "point 2 of card" not in known
    shown = browser.fill(page, "/study/show")
    (there,) = re.findall(r'data-key="i" href="([^"]*)"', shown.text)
    assert "point 2 of card" in words(browser.get(unescape(there)))


def test_points_that_are_no_ids_are_left_out(browser: Browser, collection: Collection) -> None:
    shown = browser.fill(browser.get("/study"), "/study/show")
    page = browser.fill(shown, "/study/answer", rating="3", said=["x", "' OR 1=1"])
    assert page.status_code == 200
    assert len(reviews(collection)) == 1


def test_a_deck_that_is_not_there(browser: Browser) -> None:
    page = browser.get("/study?deck=nowhere")
    assert page.status_code == 404
    assert "There is no deck “nowhere”." in words(page)
