"""An answer that was typed comes back as it was written, whatever happens to its page."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Open
from tests.web.browser.material import (
    QUESTIONS,
    TWO_CARDS,
    add,
    phase,
    prompt,
    rate,
    study,
    turn,
)
from tests.web.browser.program import Program
from tests.web.browser.watch import Watch

_WRITTEN = "a house of trade <abroad>,\nwith its own law"


def _begun(page: Page, text: str = TWO_CARDS) -> None:
    add(page, text)
    study(page)
    page.locator("#answer").fill(_WRITTEN)


def _comes_back(page: Page) -> None:
    expect(page.locator("#answer")).to_have_value(_WRITTEN)


def test_a_reload_and_the_way_back(page: Page, program: Program) -> None:
    """While it is typed, and after the card was turned over."""
    _begun(page)
    page.reload()
    _comes_back(page)
    turn(page)
    page.reload()
    _comes_back(page)
    page.goto("/settings")
    page.go_back()
    phase(page, "question")
    _comes_back(page)
    page.context.new_page().goto(page.url)
    _comes_back(page.context.pages[-1])


def test_the_card_is_edited_and_looked_up_meanwhile(page: Page, program: Program) -> None:
    _begun(page)
    page.locator("[data-key=e]").click()
    page.locator("[data-save]").click()
    _comes_back(page)
    turn(page)
    page.locator("[data-key=i]").click()
    page.get_by_role("link", name="Back").click()
    _comes_back(page)


def test_an_answer_taken_back_is_there_to_go_on_with(page: Page, program: Program) -> None:
    _begun(page)
    turn(page)
    rate(page, 1)
    expect(page.locator("#answer")).to_have_value("")
    page.locator("[data-key=u]").click()
    expect(page.locator("#notice")).to_contain_text("Taken back")
    _comes_back(page)
    page.reload()
    _comes_back(page)


def test_it_does_not_come_back_once_it_is_saved(page: Page, program: Program) -> None:
    """The only card of a sitting comes again at once; its box must be empty."""
    _begun(page, "Ships\n\nWhat is a cog?\n- A ship of one mast\n")
    first = prompt(page)
    turn(page)
    rate(page, 1)
    page.goto("/study?practise=1")
    phase(page, "question")
    assert prompt(page) == first
    expect(page.locator("#answer")).to_have_value("")


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_an_answer_whose_card_was_taken_by_another_window(
    open_page: Open, program: Program, size: str
) -> None:
    page = open_page(size)
    _begun(page)
    other = page.context.new_page()
    study(other)
    turn(other)
    rate(other, 3)
    turn(page)
    rate(page, 1)
    expect(page.locator("#notice")).to_contain_text("answered in another window")
    expect(page.locator(".yours")).to_contain_text("with its own law")
    assert len(program.reviews()) == 1


def test_a_page_that_is_refused(open_page: Open, program: Program, watch: Watch) -> None:
    """Its form is of a program that is gone, or it is out of date: the words stay where they are."""
    watch.expect("422", "htmx:responseError")
    page = open_page("phone")
    _begun(page, QUESTIONS)
    page.evaluate("document.querySelector('[name=asked]').value = 'long ago'")
    page.locator("#desk .go .main").click()
    expect(page.locator("#notice")).to_contain_text("out of date")
    _comes_back(page)
    page.reload()
    _comes_back(page)


def test_what_is_known_does_not_tell_the_answer_while_it_is_asked(
    page: Page, program: Program
) -> None:
    _begun(page)
    page.locator("#answer").press("Escape")
    page.keyboard.press("i")
    page.wait_for_url("**/cards/**")
    expect(page.locator(".known li")).to_have_count(1)
    expect(page.locator("main")).not_to_contain_text("one mast")
    page.get_by_role("link", name="Show it").click()
    expect(page.locator("main")).to_contain_text("one mast")
    page.get_by_role("link", name="Back").click()
    _comes_back(page)
    turn(page)
    page.keyboard.press("i")
    page.wait_for_url("**/cards/**")
    expect(page.locator("main")).to_contain_text("one mast")
