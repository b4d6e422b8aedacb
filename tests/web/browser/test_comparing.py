"""Two decks compared in a browser: by keys alone, on a phone, without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from learnt import Collection
from tests.web.browser.conftest import Open
from tests.web.browser.program import Program
from tests.web.browser.test_keyboard import tab_to

MINE = """Mine

Which peace ended the war of the Spanish succession?
- The Treaty of Utrecht was signed in April 1713

Who shot first?
- The jury at Salem hanged 19 people
"""
HERS = """Hers

What was signed at Utrecht?
- Utrecht: the treaty was signed in May 1714

What happened at Salem?
- At Salem 29 people were hanged
"""


@pytest.fixture
def two(program: Program) -> str:
    """The address of a deck that is compared with another one."""
    with Collection.open(program.home) as collection:
        for name, text in (("mine.txt", MINE), ("hers.txt", HERS)):
            collection.add(collection.read_data(text.encode(), name))
        mine, hers = (deck.id for deck in collection.decks())
    return f"/decks/{mine}/compare?with={hers}"


def texts(program: Program) -> list[str]:
    with Collection.open(program.home) as collection:
        decks = [collection.deck(deck.title) for deck in collection.decks()]
    return [point.text for deck in decks for card in deck.cards for point in card.points]


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_by_keys_alone(open_page: Open, program: Program, two: str, size: str) -> None:
    page = open_page(size)
    page.goto(two.split("?", maxsplit=1)[0])
    tab_to(page, "Compare with")
    tab_to(page, "Compare")
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare?with=*")
    expect(page.locator(".clash")).to_have_count(2)
    tab_to(page, "This one is right: April 1713")
    page.keyboard.press("Enter")
    page.wait_for_url("**/right?*")
    tab_to(page, "Change the other card")
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_contain_text("The other card was changed.")
    expect(page.locator(".clash")).to_have_count(1)
    assert "Utrecht: the treaty was signed in April 1713" in texts(program)
    tab_to(page, "Or keep both")
    page.keyboard.insert_text("Two books differ")
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_contain_text("Kept.")
    expect(page.locator(".clash")).to_have_count(0)
    tab_to(page, "What you decided")
    page.keyboard.press("Enter")
    expect(page.locator(".decided")).to_contain_text("Two books differ")
    tab_to(page, "Take back")
    page.keyboard.press("Enter")
    expect(page.locator(".clash")).to_have_count(1)


def test_without_script(open_page: Open, program: Program, two: str) -> None:
    page = open_page("phone", java_script_enabled=False)
    page.goto(two)
    page.get_by_role("button", name="Keep both").first.click()
    expect(page.locator(".clash")).to_have_count(1)
    page.get_by_role("link", name="This one is right").last.click()
    page.locator("textarea").fill("At Salem 29 people were hanged in 1692")
    page.get_by_role("button", name="Change the other card").click()
    expect(page.locator(".clash")).to_have_count(0)
    assert "At Salem 29 people were hanged in 1692" in texts(program)


def test_what_differs_is_told_by_more_than_colour(page: Page, two: str) -> None:
    page.goto(two)
    marks = page.locator(".clash mark")
    expect(marks).to_have_count(4)
    line = "getComputedStyle(document.querySelector('.clash mark')).textDecorationLine"
    assert page.evaluate(line) == "underline"
    expect(page.locator(".clash h3").first).to_contain_text("They disagree about the")
