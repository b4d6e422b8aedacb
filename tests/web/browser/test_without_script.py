"""With JavaScript off: read, study, tick, rate, undo, the summary, edit, save."""

import pytest
from playwright.sync_api import Page, expect

from learnt.journal import Rating, Undo
from tests.web.browser.conftest import Open
from tests.web.browser.material import QUESTIONS, phase
from tests.web.browser.program import Program


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_main_road_without_script(open_page: Open, size: str, program: Program) -> None:
    page = open_page(size, java_script_enabled=False)
    page.goto("/")
    page.locator("#page").fill(QUESTIONS)
    page.get_by_role("button", name="Read it").click()
    card = page.locator(".row-card").first
    card.get_by_label("Point 1").fill("A house abroad")
    card.get_by_role("button", name="Save the change").click()
    expect(page.locator("#draft-count")).to_contain_text("Your changes are kept")
    page.get_by_role("button", name="Leave it out").nth(1).click()
    expect(page.locator("#draft-count")).to_contain_text("2 cards")
    page.get_by_role("button", name="Put it back").click()
    page.get_by_role("button", name="Save the deck").click()
    expect(page.locator(".card").first).to_contain_text("A house abroad")

    page.goto("/study")
    page.locator("#answer").fill("a house\nwith its own law")
    page.locator("#desk .go .main").click()
    expect(page.locator(".yours .text")).to_have_text("a house\nwith its own law")
    page.locator(".points label").nth(0).click()
    good = page.locator(".r3 .lasts").inner_text()
    page.get_by_role("button", name="Work the times out anew").click()
    expect(page.locator(".points input:checked")).to_have_count(1)
    expect(page.locator(".rating.proposed")).to_contain_text("Hard")
    assert page.locator(".r3 .lasts").inner_text() != good
    page.locator(".rating[value='2']").click()
    phase(page, "question")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#notice")).to_contain_text("Taken back.")
    expect(page.locator("#prompt")).to_have_text("What was a kontor?")
    page.locator("#desk .go .main").click()
    page.locator(".rating[value='1']").click()
    while next_page(page) == "question":
        page.locator("#desk .go .main").click()
        page.locator(".rating[value='4']").click()
    expect(page.locator(".again")).to_contain_text("A house abroad")

    first, second = program.reviews()[:2]
    assert (first.rating, first.answer) == (Rating.HARD, "a house\nwith its own law")
    assert [point.rating for point in first.outcomes] == [Rating.HARD, Rating.AGAIN]
    assert (second.rating, second.card) == (Rating.AGAIN, first.card)
    assert sum(isinstance(event, Undo) for event in program.journal()) == 1


def next_page(page: Page) -> str:
    """The question or the summary that comes after a rating; a click does not wait for it."""
    expect(page.locator("#desk:not([data-phase=answer])")).to_have_count(1)
    return page.locator("#desk").get_attribute("data-phase") or ""


def test_editing_without_script(open_page: Open, program: Program) -> None:
    """Rename, edit a card, add one, move, delete and bring back, search, settings."""
    page = open_page("desktop", java_script_enabled=False)
    page.goto("/")
    page.locator("#page").fill(QUESTIONS)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Save the deck").click()
    page.get_by_role("link", name="Edit").first.click()
    page.get_by_label("One more point").fill("It answered to Luebeck")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".card").first).to_contain_text("It answered to Luebeck")
    page.locator(".card .menu summary").first.click()
    page.get_by_role("button", name="Move down").click()
    expect(page.locator(".card").nth(1)).to_contain_text("It answered to Luebeck")
    page.locator(".card .menu summary").first.click()
    page.get_by_role("button", name="Put in the trash").click()
    expect(page.locator(".card")).to_have_count(2)
    page.get_by_role("link", name="Trash", exact=True).click()
    page.get_by_role("button", name="Bring it back").first.click()
    expect(page.locator(".card")).to_have_count(3)
    page.get_by_role("searchbox").fill("Bremen")
    page.get_by_role("button", name="Find").click()
    expect(page.locator(".card")).to_have_count(1)
    page.goto("/settings")
    page.get_by_label("Dark").check()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
