"""A page with something written in it asks before it is left; one without does not."""

from playwright.sync_api import Dialog, Page, expect

from tests.web.browser.conftest import Open
from tests.web.browser.material import TWO_CARDS, add
from tests.web.browser.program import Program
from tests.web.browser.watch import Watch


def _listens(page: Page) -> list[str]:
    """The kinds of dialogs that open; the watch dismisses them, which means: stay."""
    opened: list[str] = []

    def note(dialog: Dialog) -> None:
        opened.append(dialog.type)

    page.on("dialog", note)
    return opened


def test_edits_are_asked_about(open_page: Open, program: Program, watch: Watch) -> None:
    watch.expect("a dialog")
    page = open_page("desktop")
    opened = _listens(page)
    add(page, TWO_CARDS)
    deck = page.url
    page.locator(".card").first.get_by_role("link", name="Edit").click()
    point = page.get_by_label("Point 1")
    point.fill("A ship of one mast and one sail")
    page.get_by_role("link", name="Settings").click()
    expect(point).to_have_value("A ship of one mast and one sail")
    assert (opened, page.url) == (["beforeunload"], deck)
    point.press("Escape")
    page.keyboard.press("Escape")  # once too often
    expect(point).to_be_visible()
    assert opened == ["beforeunload"] * 2
    page.get_by_role("button", name="Save").first.click()
    expect(page.locator("#notice")).to_contain_text("Changed.")
    page.get_by_role("link", name="Settings").click()
    page.get_by_label("New cards a day").fill("3")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#notice")).to_contain_text("Saved.")
    page.goto(deck)
    page.locator(".card").first.get_by_role("link", name="Edit").click()
    page.get_by_label("Point 1").fill("Something else")
    page.get_by_role("link", name="Leave it as it was").click()
    expect(page.locator(".card").first).to_contain_text("one sail")
    assert opened == ["beforeunload"] * 2


def test_what_was_refused_is_asked_about(open_page: Open, program: Program, watch: Watch) -> None:
    watch.expect("a dialog", "422")
    page = open_page("phone")
    opened = _listens(page)
    add(page, TWO_CARDS)
    page.locator("#new-card summary").first.click()
    page.locator("#new-card [name=prompt]").fill("What is a carrack?")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("#why-point")).to_contain_text("at least one point")
    expect(page.locator("#why-point")).to_be_in_viewport()
    page.locator(".brand").click()
    expect(page.locator("#new-card [name=prompt]")).to_have_value("What is a carrack?")
    assert opened == ["beforeunload"]
