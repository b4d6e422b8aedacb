"""A page that comes again: the draft shows what changes, and saving does as was chosen."""

import pytest

from learnt import Collection
from learnt.deck import Card
from tests.collection.rivers import NEXT, PAGE, add, card, edit, said
from tests.web.conftest import HX, Browser, words

MINE = "A bend that was cut off by the river itself"


@pytest.fixture
def lake(collection: Collection) -> Card:
    """The card that the learner has changed, and the page as well."""
    add(collection, PAGE)
    return edit(collection, "What is an oxbow", 0, MINE)


def drafted(browser: Browser) -> str:
    """The address of the draft of the page as it is now."""
    path: str = browser.post("/add", data={"page": NEXT}).url.path
    return path


def test_a_new_deck_shows_nothing_of_it(browser: Browser) -> None:
    page = browser.get(browser.post("/add", data={"page": PAGE}).url.path)
    assert "What changes in your deck" not in words(page)
    assert 'id="draft-update"' in page.text


def test_what_changes_is_shown_by_its_kind(browser: Browser, lake: Card) -> None:
    page = browser.get(drafted(browser))
    text = words(page)
    assert (
        "with 3 cards. Saving updates it: 1 new, 1 changed, 1 changed by you and on the page, "
        "1 gone from the page." in text
    )
    assert "<mark>by the river itself</mark>" in page.text
    assert "<mark>long ago</mark>" in page.text
    assert "<ins>to its mouth</ins>" in page.text
    assert f'name="side-{lake.id}" value="ours" checked' in page.text
    assert "Put into the trash: Why do meanders move?" in text


@pytest.mark.parametrize(
    ("side", "kept"), [("ours", MINE), ("theirs", "A bend of a river that was cut off long ago")]
)
def test_saving_does_as_was_chosen(
    browser: Browser, collection: Collection, lake: Card, side: str, kept: str
) -> None:
    path = drafted(browser)
    gone = card(collection, "Why do meanders")
    chosen = {f"side-{lake.id}": side, "gone": gone.id}
    deck = browser.post(f"{path}/save", data=chosen)
    assert "Your deck is up to date" in words(deck)
    assert said(collection, "What is an oxbow") == [kept]
    prompts = [one.prompt for one in collection.deck("Rivers").cards]
    assert prompts == ["What is a delta?", "What is an oxbow lake?", "Where do springs rise?"]
    assert collection.drafts() == ()
    again = browser.get(drafted(browser))
    assert "You and the page have changed the same thing" not in words(again)


def test_nothing_chosen_loses_nothing(browser: Browser, collection: Collection, lake: Card) -> None:
    browser.post(f"{drafted(browser)}/save")
    assert said(collection, "What is an oxbow") == [MINE]
    assert len(collection.deck("Rivers").cards) == 4


def test_the_part_comes_anew_with_what_was_chosen(
    browser: Browser, collection: Collection, lake: Card
) -> None:
    path = drafted(browser)
    draft = collection.get_draft(collection.drafts()[0].id)
    changed = browser.post(f"{path}/cards/{draft.deck.cards[2].id}/drop", headers=HX)
    assert changed.headers["HX-Trigger"] == "draft-changed"
    part = browser.get(f"{path}/update", params={f"side-{lake.id}": "both"}, headers=HX)
    assert f'name="side-{lake.id}" value="both" checked' in part.text
    assert "Saving updates it: 1 changed" in words(part)


def test_a_choice_that_is_none_is_refused(
    browser: Browser, collection: Collection, lake: Card
) -> None:
    answer = browser.post(f"{drafted(browser)}/save", data={f"side-{lake.id}": "mine"})
    assert answer.status_code == 422
    assert len(collection.drafts()) == 1
    data = {"side-nonsense": "ours", "gone": "nonsense"}
    assert browser.post(f"/add/{collection.drafts()[0].id}/save", data=data).status_code == 200


def test_another_title_is_another_deck(
    browser: Browser, collection: Collection, lake: Card
) -> None:
    path = drafted(browser)
    browser.post(f"{path}/title", data={"title": "Lakes"}, headers=HX)
    assert "What changes" not in words(browser.get(f"{path}/update", headers=HX))


def test_asked_for_after_saving_there_is_nothing_to_show(browser: Browser) -> None:
    path = drafted(browser)
    browser.post(f"{path}/save")
    part = browser.get(f"{path}/update", headers=HX)
    assert (part.status_code, part.text) == (204, "")
    assert browser.get(f"{path}/update").status_code == 404
