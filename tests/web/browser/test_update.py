"""A page that comes again: what changes in the deck is seen, chosen and saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from learnt import Collection
from learnt.sources.packages import Form
from learnt.web.uploads.keeping import keep_package
from tests.collection.rivers import NEXT, PAGE, add, edit, said
from tests.sources.packages.kept import CONTENT
from tests.sources.packages.making import package
from tests.web.browser.conftest import Open
from tests.web.browser.program import Program
from tests.web.browser.test_every_page import by_axe, by_finger, by_shape, by_width, in_the_dark
from tests.web.test_package_changes import NEXT as AGAIN

MINE = "A bend that was cut off by the river itself"
THEIRS = "A bend of a river that was cut off long ago"


@pytest.fixture
def rivers(tmp_path: Path) -> Iterator[Program]:
    """The page as it was is in the collection; the page as it is waits to be checked."""
    home = tmp_path / "rivers" / "learnt"
    with Collection.open(home) as collection:
        add(collection, PAGE)
        edit(collection, "What is an oxbow", 0, MINE)
        edit(collection, "What is a delta", 1, "It grows out into the sea, year by year")
        collection.draft(NEXT.encode(), "rivers.txt")
    with Program(home) as started:
        yield started


def open_draft(page: Page) -> None:
    page.goto("/add")
    page.get_by_role("link", name="Go on").click()
    expect(page.get_by_role("heading", name="What changes in your deck")).to_be_visible()


@pytest.fixture(params=["desktop", "phone"])
def shown(request: pytest.FixtureRequest, rivers: Program, open_page: Open) -> Page:
    page: Page = open_page(request.param, rivers)
    open_draft(page)
    return page


def test_nothing_is_wrong_with_it(shown: Page) -> None:
    shown.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    looks = (by_axe, by_finger, by_width, by_shape)
    assert [wrong for look in looks for wrong in look(shown)] == []
    shown.set_viewport_size({"width": 320, "height": 700})
    assert by_width(shown) == []
    assert in_the_dark(shown) == []


def test_what_is_chosen_stays_chosen_while_the_draft_is_edited(
    shown: Page, rivers: Program
) -> None:
    shown.get_by_role("group", name="What is an oxbow lake?").get_by_label(
        "Take the page’s"
    ).check()
    shown.get_by_label("Why do meanders move?").check()
    shown.locator(".row-card").nth(2).get_by_role("button", name="Leave it out").click()
    update = shown.locator("#draft-update")
    expect(update).not_to_contain_text("1 new")
    expect(update.get_by_label("Take the page’s")).to_be_checked()
    expect(update.get_by_label("Why do meanders move?")).to_be_checked()
    shown.get_by_role("button", name="Save the deck").click()
    expect(shown.locator("#notice")).to_contain_text("Your deck is up to date")
    with Collection.open(rivers.home) as collection:
        assert said(collection, "What is an oxbow") == [THEIRS]
        assert len(collection.deck("Rivers").cards) == 2


def test_it_goes_with_the_keyboard_alone(rivers: Program, open_page: Open) -> None:
    page = open_page("desktop", rivers)
    open_draft(page)
    mine = page.get_by_label("Keep mine")
    mine.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Keep both")).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Why do meanders move?")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_label("Why do meanders move?")).to_be_checked()
    page.get_by_role("button", name="Save the deck").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_contain_text("Your deck is up to date")
    with Collection.open(rivers.home) as collection:
        texts = [card.points[0].text for card in collection.deck("Rivers").cards]
        assert [one for one in texts if "cut off" in one] == [MINE, THEIRS]


def test_it_goes_without_script(rivers: Program, open_page: Open) -> None:
    page = open_page("phone", rivers, java_script_enabled=False)
    open_draft(page)
    page.get_by_label("Take the page’s").check()
    page.get_by_role("button", name="Save the deck").click()
    expect(page.get_by_text("Your deck is up to date")).to_be_visible()
    with Collection.open(rivers.home) as collection:
        assert said(collection, "What is an oxbow") == [THEIRS]
        assert len(collection.deck("Rivers").cards) == 4


@pytest.fixture
def package_again(tmp_path: Path) -> Iterator[Program]:
    """A package is in the collection, with a point that the learner has edited; the next waits."""
    home = tmp_path / "packages" / "learnt"
    first, second = tmp_path / "first.apkg", tmp_path / "second.apkg"
    first.write_bytes(package(CONTENT, Form.LATEST))
    second.write_bytes(package(AGAIN, Form.LATEST))
    with Collection.open(home) as collection:
        collection.add_package(first)
        edit(collection, "Why do meanders", 2, "wears the bank away, more in floods")
        keep_package(collection, str(second), "second.apkg")
    with Program(home) as started:
        yield started


@pytest.fixture(params=["desktop", "phone"])
def asking(request: pytest.FixtureRequest, package_again: Program, open_page: Open) -> Page:
    """What the package changes, before it is saved."""
    page: Page = open_page(request.param, package_again)
    page.goto("/add")
    page.get_by_role("link", name="Go on").click()
    page.get_by_role("button", name="Save 2 decks").click()
    expect(page.get_by_role("heading", name="What changes in your deck")).to_be_visible()
    return page


def test_nothing_is_wrong_with_what_a_package_changes(asking: Page) -> None:
    asking.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    looks = (by_axe, by_finger, by_width, by_shape)
    assert [wrong for look in looks for wrong in look(asking)] == []
    asking.set_viewport_size({"width": 320, "height": 700})
    assert by_width(asking) == []
    assert in_the_dark(asking) == []


def test_a_package_is_chosen_from_by_keys_alone(asking: Page, package_again: Program) -> None:
    asking.get_by_label("Keep mine").focus()
    asking.keyboard.press("ArrowDown")
    expect(asking.get_by_label("Take the package’s")).to_be_checked()
    asking.keyboard.press("s")
    expect(asking.get_by_role("heading", name="Saved")).to_be_visible()
    with Collection.open(package_again.home) as collection:
        assert said(collection, "Why do meanders")[2] == "tears the bank down"
