"""Two tabs on one page that is being checked: the second is told, and neither loses a word."""

import json

import pytest

from learnt import Collection
from learnt.collection import Draft
from tests.web.conftest import Browser, words

PAGE = """\
Mills

What drives a mill?
- Water
- Wind

What is a leat?
A ditch that brings water to a mill
"""


@pytest.fixture
def draft(browser: Browser, collection: Collection) -> Draft:
    browser.post("/add", data={"page": PAGE})
    return collection.get_draft(collection.drafts()[0].id)


def now(collection: Collection, draft: Draft) -> Draft:
    return collection.get_draft(draft.id)


def test_what_each_changes_on_a_card_is_kept(
    browser: Browser, collection: Collection, draft: Draft
) -> None:
    page, card = browser.get(f"/add/{draft.id}"), draft.deck.cards[0]
    path = f"/add/{draft.id}/cards/{card.id}"
    first = browser.fill(page, path, part=True, hint="Look outside")
    assert "another tab" not in words(first)
    second = browser.fill(page, path, part=True, point=["Streams", "Wind"])
    assert "This card was changed in another tab too" in words(second)
    assert second.headers["hx-reswap"] == "outerHTML"
    assert 'value="Look outside"' in second.text
    kept = now(collection, draft).card(card.id)
    assert (kept.hint, kept.back) == ("Look outside", "Streams\nWind")
    assert collection.trash() == ()


def test_of_the_same_words_those_of_the_other_are_in_the_trash(
    browser: Browser, collection: Collection, draft: Draft
) -> None:
    page, card = browser.get(f"/add/{draft.id}"), draft.deck.cards[0]
    path = f"/add/{draft.id}/cards/{card.id}"
    browser.fill(page, path, part=True, point=["A stream", "Wind"])
    told = browser.fill(page, path, point=["A river", "Wind"])
    assert "what was written there is in the trash" in words(told)
    assert now(collection, draft).card(card.id).back == "A river\nWind"
    assert "A stream" in collection.trash()[0].content


def test_a_form_goes_on_from_what_was_kept(
    browser: Browser, collection: Collection, draft: Draft
) -> None:
    """So that the second change of a tab is not taken for one against its first."""
    page, card = browser.get(f"/add/{draft.id}"), draft.deck.cards[0]
    path = f"/add/{draft.id}/cards/{card.id}"
    first = browser.fill(page, path, part=True, point=["A stream", "Wind"])
    shown = f'id="shown-{card.id}" value="'
    before, after = (one.text.partition(shown)[2].partition('"')[0] for one in (page, first))
    assert "A stream" in after
    assert "A stream" not in before
    form = browser.form(page, path)
    shown_now = json.dumps(json.loads(after.replace("&#34;", '"')))
    second = browser.post(
        path,
        data=form.with_(point=["A river", "Wind"], shown=shown_now),
        headers={"HX-Request": "true"},
    )
    assert "another tab" not in words(second)
    assert collection.trash() == ()


def test_another_title_is_told(browser: Browser, collection: Collection, draft: Draft) -> None:
    page, path = browser.get(f"/add/{draft.id}"), f"/add/{draft.id}/title"
    assert "another tab" not in words(browser.fill(page, path, part=True, title="Old mills"))
    told = words(browser.fill(page, path, part=True, title="Water mills"))
    assert "In another tab the title was changed to “Old mills”." in told
    assert now(collection, draft).deck.title == "Water mills"


def test_the_text_is_not_written_over(
    browser: Browser, collection: Collection, draft: Draft
) -> None:
    page, path = browser.get(f"/add/{draft.id}"), f"/add/{draft.id}/text"
    first = browser.fill(
        page, path, part=True, page=PAGE + "\nWho was the miller?\nA baker's friend\n"
    )
    kept = now(collection, draft)
    assert f'id="text-base" value="{kept.mark}"' in first.text
    refused = browser.fill(page, path, part=True, page=PAGE + "\nA line of the second tab\n")
    assert refused.status_code == 409
    assert "copy it, load the page again" in words(refused)
    assert now(collection, draft) == kept
    swapped = browser.post(
        f"/add/{draft.id}/say", data={"swapped": "page"}, headers={"HX-Request": "true"}
    )
    assert "text-base" not in swapped.text


def test_a_text_that_nobody_can_be_told_of_is_a_page_of_its_own(
    browser: Browser, collection: Collection, draft: Draft
) -> None:
    """The tab is closed while its text is on its way, or has no script."""
    page, path = browser.get(f"/add/{draft.id}"), f"/add/{draft.id}/text"
    browser.fill(page, path, part=True, page=PAGE + "\nWho was the miller?\nA baker's friend\n")
    kept = now(collection, draft)
    told = browser.fill(
        page, path, page=PAGE + "\nWhat is a race?\nWater that is led to the wheel\n"
    )
    assert "What you wrote is kept here, as a page of its own" in words(told)
    assert now(collection, draft) == kept
    other = next(one for one in collection.drafts() if one.id != draft.id)
    assert "Water that is led to the wheel" in collection.get_draft(other.id).reading.lines
