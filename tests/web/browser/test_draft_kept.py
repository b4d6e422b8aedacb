"""A page that is not saved yet is kept through all that a browser and a machine may do."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Open
from tests.web.browser.material import QUESTIONS, STATEMENTS, paste
from tests.web.browser.program import Program
from tests.web.browser.watch import Watch


def _begun(page: Page) -> None:
    """A pasted page with one point changed, its title changed, and one card left out."""
    page.goto("/")
    paste(page, QUESTIONS)
    page.wait_for_url("**/add/*")
    with page.expect_response("**/add/*/cards/*"):
        page.get_by_label("Point 1").first.fill("A house abroad")
        page.get_by_label("Point 1").first.blur()
    with page.expect_response("**/add/*/title"):
        page.get_by_label("Title").fill("How the Hanse ended")
        page.get_by_label("Title").blur()
    page.get_by_role("button", name="Leave it out").nth(1).click()
    expect(page.locator(".dropped")).to_have_count(1)


def _is_whole(page: Page) -> None:
    expect(page.get_by_label("Title")).to_have_value("How the Hanse ended")
    expect(page.get_by_label("Point 1").first).to_have_value("A house abroad")
    expect(page.locator(".dropped")).to_contain_text("When was the last Hansetag held?")
    expect(page.locator("#draft-count")).to_contain_text("2 cards, 5 points")


def test_kept_through_back_forward_reload_and_the_end_of_the_program(
    page: Page, program: Program
) -> None:
    _begun(page)
    page.reload()
    _is_whole(page)
    page.go_back()
    expect(page.locator("#page")).to_be_visible()
    page.go_forward()
    _is_whole(page)
    page.go_back()
    program.kill()
    program.start()
    page.goto("/add")
    expect(page.locator(".strip")).to_contain_text("How the Hanse ended")
    page.get_by_role("link", name="Go on").click()
    _is_whole(page)
    page.get_by_role("button", name="Save the deck").click()
    page.wait_for_url("**/decks/*")
    expect(page.locator(".card")).to_have_count(2)


def test_left_in_the_middle_of_a_word(page: Page, program: Program) -> None:
    """The field still has the focus when the page is left: nothing had told of a change yet."""
    page.goto("/")
    paste(page, QUESTIONS)
    page.wait_for_url("**/add/*")
    page.get_by_label("Point 1").first.press("End")
    page.keyboard.type(" by the sea")
    where = page.url
    page.go_back()
    expect(page.locator("#page")).to_be_visible()
    _comes_to_have(page, where, "A trading house abroad by the sea")


def test_saved_in_the_middle_of_a_word(open_page: Open, program: Program) -> None:
    """The button is pressed while the field has the focus: the deck has the last letter too."""
    page = open_page("phone")
    page.goto("/")
    paste(page, QUESTIONS)
    page.wait_for_url("**/add/*")
    page.get_by_label("Point 1").first.press("End")
    page.keyboard.type(" by the sea")
    page.evaluate("document.querySelector('[action$=save]').requestSubmit()")
    page.wait_for_url("**/decks/*")
    expect(page.locator(".card").first).to_contain_text("A trading house abroad by the sea")


def test_a_field_that_cannot_be_stops_the_saving(
    open_page: Open, program: Program, watch: Watch
) -> None:
    """Save is pressed on a card left without a point: the deck must not be saved without it."""
    watch.expect("422")
    page = open_page("desktop")
    page.goto("/")
    paste(page, QUESTIONS)
    page.wait_for_url("**/add/*")
    for point in page.locator(".row-card").first.get_by_label("point").all():
        point.evaluate("box => { box.value = ''; }")
    page.get_by_label("Point 1").first.press("Backspace")
    page.get_by_label("Point 1").first.evaluate(
        "box => box.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    page.evaluate("document.querySelector('[action$=save]').requestSubmit()")
    expect(page.locator("#notice")).to_contain_text("A card needs at least one point")
    assert "/add/" in page.url


def _comes_to_have(page: Page, where: str, point: str) -> None:
    """What goes out when a page is left may arrive after the next one was asked for."""
    for _ in range(20):
        page.goto(where)
        if page.get_by_label("Point 1").first.input_value() == point:
            return
    pytest.fail(f"the draft never came to have “{point}”")


def test_changing_the_text_keeps_the_edits(open_page: Open, program: Program) -> None:
    """A line added above is read at once; the point that was edited stays edited."""
    page = open_page("desktop")
    _begun(page)
    page.locator(".source summary").click()
    with page.expect_response("**/add/*/text"):
        page.locator(".source textarea").fill(
            QUESTIONS.replace("- Hamburg", "- Hamburg\n- Danzig").replace("Who sat in", "")
        )
    expect(page.locator(".lines", has_text="Danzig").first).to_be_visible()
    expect(page.get_by_label("Point 1").first).to_have_value("A house abroad")
    expect(page.get_by_label("Title")).to_have_value("How the Hanse ended")


def test_thrown_away_and_brought_back(open_page: Open, program: Program) -> None:
    page = open_page("phone")
    page.goto("/add")
    paste(page, STATEMENTS)
    page.wait_for_url("**/add/*")
    page.get_by_role("button", name="Throw away").click()
    page.get_by_role("link", name="Trash", exact=True).click()
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator(".card .known li")).to_have_count(4)


def test_a_file_is_chosen(open_page: Open, program: Program) -> None:
    """A file is read as a pasted page is; one that is no page is told, and nothing is kept."""
    page = open_page("desktop")
    page.goto("/add")
    page.locator("input[type=file]").set_input_files(
        {"name": "hanse.txt", "mimeType": "text/plain", "buffer": QUESTIONS.encode()}
    )
    page.wait_for_url("**/add/*")
    expect(page.locator("#draft-count")).to_contain_text("3 cards")
