"""Marked answers as forms that are sent: with parts of pages, and without JavaScript."""

from typing import Any

import httpx2
import pytest

from learnt import Collection
from learnt.journal import Rating, Review
from tests.collection.marks import COVERED, MISSING, UNSURE, Broken, Signs, mark_by_signs
from tests.collection.world import a_card, a_deck, check, journal
from tests.web.conftest import HX, Browser, words

AGAIN, HARD, GOOD, EASY = Rating
THREE, ONE = a_card(1, ["it rose", "it fell", "it froze"]), a_card(2, ["steam"])
IDS = [point.id for point in THREE.points]
PROPOSED = "0"
"""What Enter sends: the rating that is marked."""


@pytest.fixture(autouse=True)
def signs(collection: Collection) -> Signs:
    collection.add(a_deck(1, [THREE, ONE]))
    return mark_by_signs(collection)


@pytest.fixture(params=[True, False], ids=["part", "whole"])
def part(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def reviews(collection: Collection) -> list[Review]:
    return [event for event in journal(collection) if isinstance(event, Review)]


def shown(
    browser: Browser, typed: str, *, part: bool = False, single: bool = False
) -> httpx2.Response:
    query = f"&card={ONE.id}&direction=forward" if single else ""
    page = browser.get("/study")
    if single:
        page = browser.get(str(page.url) + query)
    return browser.fill(page, "/study/show", part=part, answer=typed)


def proposed(page: httpx2.Response) -> str | None:
    found = [n for n in "1234" if f"rating r{n} proposed" in page.text]
    return found[0] if found else None


def send(browser: Browser, page: httpx2.Response, *, part: bool, **fields: Any) -> httpx2.Response:
    return browser.fill(page, "/study/answer", part=part, **fields)


def test_the_points_with_their_marks(browser: Browser, collection: Collection, part: bool) -> None:
    page = shown(browser, "up 1+ so 2! or none", part=part)
    said = words(page)
    assert "1 of 3 points said, 1 differs" in said
    for expected in ("it rose", "You wrote so", "The card says it fell", "– not said", "≠ differs"):
        assert expected in said, expected
    assert "Because of “up”." in said
    assert page.text.count("checked") == 1
    assert proposed(page) == "1"
    assert reviews(collection) == []


@pytest.mark.parametrize("part", [True, False])
def test_the_result_is_said_once_to_who_cannot_see_it(browser: Browser, part: bool) -> None:
    """By the notice of the page that is open; in a new page by the name of the points."""
    page = shown(browser, "up 1+ so 2!", part=part)
    live = page.text.partition('hx-swap-oob="innerHTML:#notice"')[2].partition("</div>")[0]
    assert ("1 of 3 points said, 1 differs" in live) is part
    assert ('aria-label="Points"' in page.text) is part
    assert ('<legend aria-hidden="true">1 of 3' in page.text) is part
    assert "1 of 3 points said, 1 differs" in words(page)


def test_while_typing_and_on_the_question_nothing_is_marked(browser: Browser, signs: Signs) -> None:
    assert "mark" not in words(browser.get("/study"))
    assert signs.asked == []


def test_enter_takes_the_marks_as_they_are(
    browser: Browser, collection: Collection, part: bool
) -> None:
    page = shown(browser, "up 1+ so 2+", part=part)
    assert proposed(page) == "2"
    send(browser, page, part=part, rating=PROPOSED)
    (review,) = reviews(collection)
    assert (review.rating, review.answer) == (HARD, "up 1+ so 2+")
    assert [one.rating for one in review.outcomes] == [HARD, HARD, AGAIN]
    assert [one.proposed for one in review.outcomes] == [COVERED, COVERED, MISSING]
    assert [one.wording for one in review.outcomes] == ["up", "so", None]
    check(collection)


def test_marks_are_put_right_and_learnt_from(
    browser: Browser, collection: Collection, signs: Signs, part: bool
) -> None:
    page = shown(browser, "Straight up it went. And so 2+", part=part)
    form = browser.form(page, "/study/answer")
    ticked = form.with_(said=[IDS[0]])
    assert "r1 proposed" in browser.post("/study/weigh", data=ticked).text
    send(browser, page, part=part, said=[IDS[0]], rating=PROPOSED)
    (review,) = reviews(collection)
    assert review.rating is AGAIN
    assert [one.rating.passed for one in review.outcomes] == [True, False, False]
    assert review.outcomes[0].wording == "Straight up it went."
    assert review.outcomes[1].wording == "so"
    again = shown(browser, "straight up it went.", part=part)
    assert "1 of 3 points said" in words(again) or "prompt 2" in words(again)
    taught = collection._taught(THREE.points)
    assert (taught[0].accepted, taught[1].refused) == (("Straight up it went.",), ("so",))


def test_where_marking_is_unsure_it_asks_and_nothing_is_proposed(
    browser: Browser, collection: Collection, part: bool
) -> None:
    page = shown(browser, "up 1+ perhaps 2?", part=part)
    assert "Is this there? Yes y No n" in words(page)
    assert proposed(page) is None
    for refused in ({"rating": PROPOSED}, {}):
        page = send(browser, page, part=part, **refused)
        assert 'data-phase="answer"' in page.text
        assert "Nothing is saved yet" in words(page)
        assert reviews(collection) == []
    form = browser.form(page, "/study/answer")
    settled = form.with_(**{f"is-{IDS[1]}": "yes"})
    assert "r2 proposed" in browser.post("/study/weigh", data=settled, headers=HX).text
    send(browser, page, part=part, rating=PROPOSED, **{f"is-{IDS[1]}": "yes"})
    (review,) = reviews(collection)
    assert (review.rating, review.outcomes[1].proposed) == (HARD, UNSURE)
    assert (review.outcomes[1].rating, review.outcomes[1].wording) == (HARD, "perhaps")


def test_a_rating_of_ones_own_may_leave_a_question_open(
    browser: Browser, collection: Collection, part: bool
) -> None:
    """Then the point counts as not said, and nothing is learnt from it."""
    send(browser, shown(browser, "up 1+ perhaps 2?", part=part), part=part, rating="2")
    (review,) = reviews(collection)
    assert [one.rating for one in review.outcomes] == [HARD, AGAIN, AGAIN]
    assert (review.outcomes[1].proposed, review.outcomes[1].wording) == (UNSURE, None)
    assert collection._taught(THREE.points) == THREE.points


def test_no_is_an_answer_too(browser: Browser, collection: Collection) -> None:
    page = shown(browser, "up 1+ so 2+ perhaps 3?")
    again = send(browser, page, part=False, again="1", **{f"is-{IDS[2]}": "no"})
    assert proposed(again) == "2"
    assert 'value="no" checked' in again.text
    send(browser, again, part=False, rating=PROPOSED)
    (review,) = reviews(collection)
    assert (review.outcomes[2].rating, review.outcomes[2].wording) == (AGAIN, "perhaps")


@pytest.mark.parametrize(
    ("typed", "rating", "expected"),
    [("x 1+", "3", GOOD), ("x 1!", "1", AGAIN), ("nothing", "1", AGAIN)],
)
def test_a_single_point(
    browser: Browser, collection: Collection, typed: str, rating: str, expected: Rating, part: bool
) -> None:
    page = shown(browser, typed, part=part, single=True)
    assert proposed(page) == rating
    send(browser, page, part=part, rating=PROPOSED)
    assert reviews(collection)[0].rating is expected


@pytest.mark.parametrize(("word", "expected"), [("yes", GOOD), ("no", AGAIN)])
def test_a_single_point_that_is_unsure(
    browser: Browser, collection: Collection, word: str, expected: Rating, part: bool
) -> None:
    page = shown(browser, "x 1?", part=part, single=True)
    assert proposed(page) is None
    page = send(browser, page, part=part, rating=PROPOSED)
    assert reviews(collection) == []
    send(browser, page, part=part, rating=PROPOSED, **{f"is-{ONE.points[0].id}": word})
    (review,) = reviews(collection)
    assert (review.rating, review.outcomes[0].wording) == (expected, "x")


def test_nothing_is_saved_by_looking(browser: Browser, collection: Collection, part: bool) -> None:
    """Show, weigh, work out anew, reload: only the learner's own answer rates a card."""
    page = shown(browser, "up 1+ so 2+ and 3+", part=part)
    form = browser.form(page, "/study/answer")
    browser.post("/study/weigh", data=form.with_(), headers=HX)
    send(browser, page, part=part, again="1")
    browser.get("/study")
    assert reviews(collection) == []


def test_thought_answers_are_as_they_were(browser: Browser, signs: Signs, part: bool) -> None:
    page = shown(browser, "  ", part=part)
    assert "Tick what you said" in words(page)
    assert 'name="mark"' not in page.text
    assert "data-digits" not in page.text
    assert proposed(page) == "3"
    assert signs.asked == []


def test_where_marking_fails_the_learner_marks(
    browser: Browser, collection: Collection, part: bool
) -> None:
    Broken(collection)
    page = shown(browser, "up 1+", part=part)
    assert "could not be marked (ImportError)" in words(page)
    assert "Tick what you said" in words(page)
    assert "up 1+" in words(page)
    send(browser, page, part=part, rating="2", said=[IDS[0]])
    (review,) = reviews(collection)
    assert [one.proposed for one in review.outcomes] == [None, None, None]
    assert review.answer == "up 1+"


def test_a_form_with_nonsense_for_marks_counts_as_not_marked(
    browser: Browser, collection: Collection
) -> None:
    page = shown(browser, "up 1+")
    send(browser, page, part=False, rating="2", said=[IDS[0]], mark=["perhaps", "x", "y"])
    (review,) = reviews(collection)
    assert [one.proposed for one in review.outcomes] == [None, None, None]
