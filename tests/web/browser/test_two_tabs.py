"""A page that is being checked in two tabs: both are kept, and the second is told."""

from playwright.sync_api import Page, Route, expect

from tests.web.browser.conftest import Open
from tests.web.browser.material import QUESTIONS, paste
from tests.web.browser.program import Program
from tests.web.browser.watch import Watch


def two_tabs(page: Page) -> Page:
    """The page is pasted and shown; the tab that is opened beside it shows it as well."""
    page.goto("/")
    paste(page, QUESTIONS)
    page.wait_for_url("**/add/*")
    other = page.context.new_page()
    other.goto(page.url)
    return other


def change(page: Page, label: str, text: str) -> None:
    field = page.locator(".row-card").first.get_by_label(label)
    with page.expect_response("**/add/*/cards/*"):
        field.fill(text)
        field.press("Tab")


def test_a_card_gets_both_changes_and_the_second_tab_is_told(page: Page, program: Program) -> None:
    other = two_tabs(page)
    change(page, "Point 1", "A house abroad")
    change(other, "Point 2", "It had its own judges")
    first = other.locator(".row-card").first
    expect(first.get_by_label("Point 1")).to_have_value("A house abroad")
    expect(other.locator("#notice")).to_contain_text("changed in another tab too")
    expect(first.get_by_label("One more point")).to_be_focused()
    expect(other.locator("#notice")).to_be_in_viewport()
    change(other, "Point 2", "It had its own judges and warehouses")
    expect(other.locator("#notice")).to_be_empty()
    page.reload()
    first = page.locator(".row-card").first
    expect(first.get_by_label("Point 1")).to_have_value("A house abroad")
    expect(first.get_by_label("Point 2")).to_have_value("It had its own judges and warehouses")


def test_a_tab_alone_is_told_nothing(open_page: Open, program: Program) -> None:
    """Field after field, and the button while the last of them is on its way."""
    page = open_page("desktop")
    page.goto("/")
    paste(page, QUESTIONS)
    page.wait_for_url("**/add/*")
    first = page.locator(".row-card").first
    change(page, "Point 1", "A house abroad")
    change(page, "Point 1", "A house by the sea")
    with page.expect_response("**/add/*/cards/*"):
        first.get_by_label("One more point").fill("Its gates were closed at night")
        first.get_by_label("One more point").first.press("Tab")
    change(page, "Point 2", "It had its own judges")
    expect(page.locator("#notice")).to_be_empty()
    first.get_by_label("One more point").last.fill("Young men lived in it")
    page.get_by_role("button", name="Save the deck").click()
    page.wait_for_url("**/decks/*")
    expect(page.locator(".card").first.locator(".known li")).to_contain_text(
        [
            "A house by the sea",
            "It had its own judges",
            "Its gates were closed at night",
            "Young men lived in it",
        ]
    )
    page.goto("/trash")
    expect(page.get_by_text("The trash is empty.")).to_be_visible()


def test_a_text_is_not_written_over(page: Page, program: Program, watch: Watch) -> None:
    watch.expect("409", "a dialog")
    dialogs: list[str] = []
    other = two_tabs(page)
    other.on("dialog", lambda one: dialogs.append(one.type))
    for one in (page, other):
        one.locator(".source summary").click()
    with page.expect_response("**/add/*/text"):
        page.locator("#page").fill(QUESTIONS + "\nWho was the alderman?\n- The one who judged\n")
    with page.expect_response("**/add/*/text"):  # a tab goes on from its own text
        page.locator("#page").press("End")
        page.locator("#page").fill(QUESTIONS + "\nWho was the alderman?\n- He who judged them\n")
    expect(page.locator("#notice")).to_be_empty()
    mine = QUESTIONS + "\nWhat was a pound of herring?\n- A tax\n"
    other.locator("#page").fill(mine)
    expect(other.locator("#notice")).to_contain_text("changed elsewhere since you opened it")
    expect(other.locator("#page")).to_have_value(mine)
    expect(other.locator("#notice")).to_be_in_viewport()
    other.get_by_role("link", name="Settings").click()
    expect(other.locator("#page")).to_have_value(mine)
    assert dialogs == ["beforeunload"]
    page.reload()
    expect(page.locator(".lines", has_text="He who judged them").first).to_be_visible()


def test_what_is_typed_while_the_card_is_on_its_way_stays(page: Page, program: Program) -> None:
    """The card comes back with the changes of the other tab, but under nobody's hands."""
    other = two_tabs(page)
    change(page, "Point 1", "A house abroad")
    first = other.locator(".row-card").first
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    other.route("**/add/*/cards/*", hold)
    first.get_by_label("Point 2").fill("It had its own judges")
    with other.expect_request("**/add/*/cards/*"):
        first.get_by_label("Point 2").press("Tab")
    first.get_by_label("One more point").fill("Its gates were closed")
    with other.expect_response("**/add/*/cards/*"):
        held[0].continue_()
    other.unroute_all()
    expect(first.get_by_label("One more point").first).to_have_value("Its gates were closed")
    first.get_by_label("One more point").first.press("Tab")
    expect(other.locator("#notice")).to_contain_text("changed in another tab too")
    said = ["A house abroad", "It had its own judges", "Its gates were closed"]
    for number, text in enumerate(said, start=1):
        expect(first.get_by_label(f"Point {number}")).to_have_value(text)
    other.reload()
    for number, text in enumerate(said, start=1):
        expect(first.get_by_label(f"Point {number}")).to_have_value(text)
