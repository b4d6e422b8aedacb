"""A deck's facts in a browser: corrected in place, by keys alone, without JavaScript."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from learnt import Collection
from learnt.facts import CardFacts
from tests.web.browser.conftest import Open
from tests.web.browser.material import add
from tests.web.browser.program import Program
from tests.web.browser.test_keyboard import tab_to
from tests.web.browser.watch import Watch

PACTS = """Pacts between the wars

What was agreed between France and Italy?
- It was negotiated in December 1934
- It was signed in May 1935

Who left in 1933?
- Germany left in October 1933
"""


def open_facts(page: Page) -> None:
    add(page, PACTS)
    page.get_by_role("link", name="Facts").click()
    page.wait_for_url("**/facts")


def row_of(card: Page | Locator, words: str) -> Locator:
    """The first fact that is told with these words; lists of other facts hold them too."""
    return card.locator(f".fact-row:has(.fact-what:has-text('{words}'))").first


def kept(program: Program) -> tuple[CardFacts, ...]:
    with Collection.open(program.home) as collection:
        return collection.facts("1")


def dates(program: Program) -> list[str]:
    return [one.edtf for card in kept(program) for text in card.texts for one in text.dates]


def test_a_fact_is_corrected_in_place(page: Page, program: Program) -> None:
    open_facts(page)
    card = page.locator(".fact-card").first
    row = row_of(card, "May 1935")
    row.get_by_text("Change").click()
    row.get_by_label("When it was").fill("June 1935")
    row.get_by_role("button", name="Save").click()
    expect(page.locator("#notice")).to_contain_text("Saved.")
    expect(card).to_be_focused()
    expect(card.locator(".fact-said")).to_contain_text("“May 1935” (When): June 1935")
    assert dates(program)[1] == "1935-06"
    card.get_by_role("button", name="Not a fact, When: December 1934").click()
    expect(card.locator(".fact-said")).to_contain_text("“December 1934” is not a fact")
    card.get_by_role("button", name="Take back: “May 1935”").click()
    expect(card.locator(".fact-said li")).to_have_count(1)
    assert dates(program)[0] == "1935-05"
    page.reload()
    expect(page.locator(".fact-said li")).to_have_count(1)


def test_what_cannot_be_kept_is_told_and_what_was_typed_stays(
    page: Page, program: Program, watch: Watch
) -> None:
    watch.expect("the server responded with a status of", "Response Status Error Code 422")
    open_facts(page)
    before = dates(program)
    row = row_of(page, "October 1933")
    row.get_by_text("Change").click()
    row.get_by_label("When it was").fill("Octember")
    with page.expect_response("**/facts*") as answer:
        row.get_by_role("button", name="Save").click()
    assert answer.value.status == 422
    expect(page.locator("#notice")).to_contain_text("“Octember” is no date that can be kept.")
    expect(page.locator("#notice")).to_be_in_viewport()
    expect(row.get_by_label("When it was")).to_have_value("Octember")
    assert dates(program) == before


def test_a_name_is_the_same_as_another_on_every_card(page: Page, program: Program) -> None:
    open_facts(page)
    row = page.locator(".fact-card").nth(1).locator(".fact-row:has(.f-name)").first
    row.get_by_text("Change").click()
    row.get_by_label("Same as").fill("German Reich")
    row.get_by_role("button", name="They are the same").click()
    expect(page.locator(".fact-card")).to_have_count(2)
    expect(page.locator(".fact-card").nth(1).locator(".fact-said")).to_contain_text(
        "is the same as “German Reich”"
    )
    expect(page.locator(".fact-card").nth(1)).to_be_focused()


def test_two_facts_of_a_card_are_one(page: Page, program: Program) -> None:
    open_facts(page)
    card = page.locator(".fact-card").first
    row = row_of(card, "May 1935")
    row.get_by_text("Change").click()
    choice = row.get_by_label("Same as")
    expect(choice).to_have_accessible_description(re.compile("This one goes"))
    choice.select_option(label="December 1934 – point 1: “… negotiated in December 1934”")
    row.get_by_role("button", name="They are the same").click()
    expect(page.locator("#notice")).to_contain_text("Saved.")
    expect(card).to_be_focused()
    expect(card.locator(".fact-said")).to_contain_text(
        "“May 1935” (When) is the same as “December 1934” in point 1"
    )
    assert dates(program)[:2] == ["1934-12", "1933"]
    card.get_by_role("button", name="Take back: “May 1935”").click()
    expect(card.locator(".fact-said")).to_have_count(0)
    assert dates(program)[1] == "1935-05"


def test_selected_words_are_taken_into_the_form(open_page: Open, program: Program) -> None:
    page = open_page("desktop")
    open_facts(page)
    card = page.locator(".fact-card").first
    card.locator(".fact-point .text").nth(1).evaluate("""text => {
        const range = document.createRange();
        range.setStart(text.firstChild, 3);
        range.setEnd(text.firstChild, 6);
        document.getSelection().removeAllRanges();
        document.getSelection().addRange(range);
    }""")
    card.get_by_text("Add a fact").click()
    form = card.locator(".fact-add form")
    expect(form.locator("[name=quote]")).to_have_value("was")
    assert form.locator("[name=start]").input_value() == "3"
    assert form.locator("[name=point]").input_value()
    form.get_by_role("radio", name="How many").check()
    expect(form.get_by_label("When it was")).to_be_hidden()
    form.get_by_label("Number").fill("1")
    form.get_by_role("button", name="Add it").click()
    expect(card.locator(".fact-said")).to_contain_text("“was” was missing (How many): Number: 1")


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_by_the_keyboard_alone(open_page: Open, program: Program, size: str) -> None:
    page = open_page(size)
    open_facts(page)
    keys = page.keyboard
    tab_to(page, "Change When: December 1934", most=60)
    keys.press("Enter")
    tab_to(page, "When it was")
    keys.press("ControlOrMeta+a")
    keys.insert_text("spring 1934")
    keys.press("Enter")
    expect(page.locator(".fact-said")).to_contain_text("spring 1934")
    expect(page.locator(".fact-card").first).to_be_focused()
    tab_to(page, "Take back: “December 1934”", most=80)
    keys.press("Enter")
    expect(page.locator(".fact-said")).to_have_count(0)
    expect(page.locator(".fact-card").first).to_be_focused()
    tab_to(page, "Not a fact, When: May 1935", most=60)
    keys.press("Enter")
    expect(page.locator(".fact-said")).to_contain_text("is not a fact")
    assert dates(program) == ["1934-12", "1933", "1933-10"]


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_without_script(open_page: Open, program: Program, size: str) -> None:
    page = open_page(size, java_script_enabled=False)
    open_facts(page)
    row = row_of(page, "May 1935")
    row.get_by_text("Change").click()
    row.get_by_label("When it was").fill("1936")
    row.get_by_role("button", name="Save").click()
    expect(page.locator("#notice")).to_contain_text("Saved.")
    assert "#facts-" in page.url
    assert dates(program)[1] == "1936"
    row = row_of(page, "negotiate")
    row.get_by_text("Change").click()
    row.get_by_label("Same as").select_option(index=1)
    row.get_by_role("button", name="They are the same").click()
    expect(page.locator(".fact-said").first).to_contain_text("is the same as “signed” in point 2")
    page.get_by_role("button", name="Take back: “negotiated”").click()
    expect(page.locator("#notice")).to_contain_text("Taken back.")
    card = page.locator(".fact-card").nth(1)
    card.get_by_text("Add a fact").click()
    card.get_by_label("The words, as they stand").fill("germany left")
    card.get_by_role("radio", name="Because").check()
    card.get_by_label("Because of this").fill("the army was small")
    card.get_by_label("this came about").fill("Germany left")
    card.get_by_role("button", name="Add it").click()
    expect(page.locator(".fact-said").nth(1)).to_contain_text("“Germany left” was missing")
    page.get_by_role("button", name="Take back").first.click()
    expect(page.locator("#notice")).to_contain_text("Taken back.")
    expect(page.locator(".fact-said")).to_have_count(1)
