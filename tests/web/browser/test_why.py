"""Chains of causes in a browser: reached and followed by keys alone, on a desk and on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Open
from tests.web.browser.material import add
from tests.web.browser.test_keyboard import tab_to

pytestmark = pytest.mark.usefixtures("program")

FAMINE = """Hunger

Why did the peasants leave?
- The rains failed, so the crops died
- Landlords asked for the rent

Where did they go?
- To the towns
"""


def open_why(page: Page) -> None:
    add(page, FAMINE)
    page.get_by_role("link", name="Why", exact=True).click()
    page.wait_for_url("**/why")


def test_a_box_leads_to_its_card_by_keys_alone(page: Page) -> None:
    open_why(page)
    tab_to(page, "Landlords asked")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cards/*")
    expect(page.locator("main")).to_contain_text("Why did the peasants leave?")


def test_one_picture_is_shown_and_it_has_room(page: Page) -> None:
    open_why(page)
    expect(page.locator("svg.chain:visible")).to_have_count(1)
    expect(page.locator("svg.chain:visible a")).to_have_count(4)
    for box in page.locator("svg.chain:visible a").all():
        found = box.bounding_box()
        assert found
        assert found["x"] >= 0
        assert found["height"] >= 44
        assert found["x"] + found["width"] <= page.evaluate("innerWidth")


def test_a_click_leads_to_the_card(page: Page) -> None:
    open_why(page)
    page.locator("svg.chain a:visible", has_text="The rains failed").click()
    page.wait_for_url("**/cards/*")


def test_the_table_opens_and_the_picture_is_had_as_a_file(page: Page) -> None:
    open_why(page)
    page.get_by_text("As a table").click()
    expect(page.get_by_role("rowheader", name="The rains failed")).to_be_visible()
    with page.expect_download() as found:
        page.get_by_role("link", name="Picture").click()
    assert found.value.suggested_filename == "Hunger-why.svg"


def test_without_a_script(open_page: Open) -> None:
    page = open_page("phone", java_script_enabled=False)
    add(page, FAMINE)
    page.get_by_role("link", name="Why", exact=True).click()
    expect(page.locator("svg.chain:visible")).to_have_count(1)
    page.locator("svg.chain a:visible").first.click()
    expect(page).to_have_url(re.compile("/cards/"))
