"""The Memory page in a browser: fitting once, by keys, without script, and in two tabs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from learnt import Collection
from tests.collection.learners import forgetful
from tests.web.browser.conftest import Open
from tests.web.browser.program import Program
from tests.web.browser.test_every_page import LOOKS
from tests.web.browser.test_keyboard import tab_to

ADOPTED = "Adopted. On 270 answers that it had not seen"


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """Two months of answers by someone who forgets more than is usual."""
    home = tmp_path / "learnt"
    with Collection.open(home) as collection:
        forgetful(collection)
    with Program(home) as started:
        yield started


def outcomes(program: Program) -> list[object]:
    """What came of every fit, the latest first."""
    with Collection.open(program.home) as collection:
        return [one.comparison["reason"] for one in collection.fits()]


@pytest.mark.parametrize("size", LOOKS)
def test_fitting_with_a_trembling_finger(open_page: Open, program: Program, size: str) -> None:
    page = open_page(size, color_scheme="light", reduced_motion="reduce")
    page.goto("/settings")
    page.locator("main").get_by_role("link", name="Memory").click()
    expect(page.locator("#agreement-title")).to_be_visible()
    page.get_by_role("button", name="Fit to my answers").dblclick()
    expect(page.locator("#notice")).to_contain_text(ADOPTED)
    expect(page.locator("main")).to_contain_text("of your answers on")
    assert outcomes(program) == ["better"]
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert [wrong for look in LOOKS[size] for wrong in look(page)] == []


def test_fitting_by_keys(page: Page, program: Program) -> None:
    page.goto("/memory")
    tab_to(page, "Fit to my answers")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_contain_text(ADOPTED)
    tab_to(page, "For those who want to know")
    page.keyboard.press("Enter")
    tab_to(page, "Fits so far")
    tab_to(page, "Blend")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Use it")
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_contain_text("Your memory is now told by FSRS-6.")
    assert outcomes(program) == ["chosen", "better"]


@pytest.mark.parametrize("size", LOOKS)
def test_without_script_and_in_two_tabs(open_page: Open, program: Program, size: str) -> None:
    page = open_page(size, java_script_enabled=False)
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto("/memory")
    for tab in (page, other):
        tab.get_by_role("button", name="Fit to my answers").click()
        expect(tab.locator("#notice")).to_contain_text(ADOPTED)
    assert outcomes(program) == ["better"]
    page.get_by_text("For those who want to know").click()
    page.get_by_label("SBD").check()
    page.get_by_role("button", name="Use it").click()
    expect(page.locator("#notice")).to_contain_text("now told by SBD. Nothing was lost")
    other.get_by_role("button", name="Fit to my answers").click()
    expect(other.locator("#notice")).to_contain_text("foretells")
    assert outcomes(program)[1:] == ["chosen", "better"]
