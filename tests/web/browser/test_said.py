"""A page that was read wrongly is put right by hand, by finger and by keyboard."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Open
from tests.web.browser.material import paste
from tests.web.browser.program import Program

OTTERS = """Otters

Q: What does an otter eat?
A: Fish
Crabs

Q: Where does it sleep?
A: In a holt
Leaf 3

Q: When is it seen?
A: At dusk
Leaf 4
"""


def _read(page: Page, text: str = OTTERS) -> None:
    page.goto("/add")
    paste(page, text)
    page.wait_for_url("**/add/*")


def _line(page: Page, number: int, words: str) -> None:
    """Open the lines that this one stands among, and press one of its buttons."""
    row = page.locator("li", has=page.locator(f"#line-{number}"))
    row.locator(".line-tools summary").click()
    row.get_by_role("button", name=f"Line {number}: {words}").click()


def test_a_page_is_put_right(page: Page, program: Program) -> None:
    """At the size of a desktop, and again at that of a phone."""
    _read(page)
    page.get_by_label("Point 1").first.fill("Trout")
    page.get_by_label("Point 1").first.blur()
    _line(page, 9, "Not part of the cards")
    expect(page.locator("#line-13.not-cards")).to_be_visible()
    expect(page.locator(".said-list")).to_contain_text("Lines like “Leaf 3”")
    expect(page.get_by_label("Point 1").first).to_have_value("Trout")
    expect(page.locator("li:has(#line-9)")).to_be_focused()
    page.get_by_role("button", name="Front and back are swapped").click()
    expect(page.locator("#say-swapped")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("textarea[name=prompt]").nth(1)).to_have_value("In a holt")
    expect(page.locator("textarea[name=prompt]").first).to_have_value(re.compile("^Trout"))
    third = page.locator(".row-card").nth(2)
    third.get_by_text("Read it otherwise").click()
    third.get_by_role("button", name="Swap front and back").click()
    expect(page.locator("textarea[name=prompt]").nth(2)).to_have_value("When is it seen?")
    _line(page, 7, "Join with the card above")
    expect(page.locator(".row-card")).to_have_count(2)
    page.get_by_role("button", name="Take back: No card begins at line 7").click()
    expect(page.locator(".row-card")).to_have_count(3)
    page.reload()
    expect(page.locator(".said-list li")).to_have_count(2)
    page.get_by_role("button", name="Save the deck").click()
    page.wait_for_url("**/decks/*")
    _read(page, OTTERS.replace("otter", "stoat").replace("Otters", "Stoats"))
    expect(page.locator(".remembered")).to_contain_text("sides swapped")
    expect(page.locator("#line-13.not-cards")).to_be_visible()
    page.get_by_role("button", name="Front and back are swapped").click()
    expect(page.locator(".remembered")).not_to_contain_text("swapped")


def test_a_page_is_put_right_without_script(open_page: Open, program: Program) -> None:
    page = open_page("phone", java_script_enabled=False)
    page.goto("/add")
    page.locator("#page").fill(OTTERS)
    page.get_by_role("button", name="Read it").click()
    _line(page, 9, "Not part of the cards")
    assert page.url.endswith("#line-9")
    expect(page.locator("#line-13.not-cards")).to_be_visible()
    page.get_by_role("button", name="These are statements").click()
    expect(page.locator("#say-statements")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Take back").click()
    expect(page.locator(".not-cards")).to_have_count(0)


def test_by_the_keyboard_alone(open_page: Open, program: Program) -> None:
    page = open_page("desktop")
    _read(page)
    page.locator("#say-swapped").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#say-swapped")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#say-swapped")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#say-swapped")).to_have_attribute("aria-pressed", "false")
    page.locator(".row-card .line-tools summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")  # Not part of the cards, for the first line
    page.keyboard.press("Tab")  # A card begins here, for the second
    page.keyboard.press("Enter")
    expect(page.locator(".said-list")).to_contain_text("A card begins at line 4")


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_what_is_written_goes_before_the_page_is_read_again(
    open_page: Open, program: Program, size: str
) -> None:
    """A field still has the focus when a button is pressed: what it holds is kept."""
    page = open_page(size)
    _read(page)
    page.get_by_label("Point 1").nth(1).press("End")
    page.keyboard.type(" by the river")
    page.get_by_role("button", name="Front and back are swapped").click()
    expect(page.locator("#say-swapped")).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(page.locator("textarea[name=prompt]").nth(1)).to_have_value(
        re.compile("In a holt.* by the river", re.DOTALL)
    )
