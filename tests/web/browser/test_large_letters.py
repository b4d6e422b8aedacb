"""Letters twice as large on a phone: nothing is cut off, covered, or wider than the screen."""

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.web.browser.conftest import Open, launched
from tests.web.browser.marks import ANSWER, STRESA
from tests.web.browser.material import add, study, turn
from tests.web.browser.program import Program
from tests.web.browser.test_every_page import by_width

_SPILT = """() => [...document.querySelectorAll("main *, header *, footer *")]
    .filter(one => one.checkVisibility() && one.children.length === 0 && one.textContent.trim()
        && !one.closest(".aside, .printed, svg"))
    .filter(one => {
        const box = one.parentElement.closest("button, a, p, label, li, h1, h2, div, main, body").getBoundingClientRect();
        const own = one.getBoundingClientRect();
        return own.width && (own.right > box.right + 2 || own.left < box.left - 2);
    })
    .map(one => one.parentElement.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def chromium(playwright: Playwright) -> Browser:
    """One whose reader has chosen letters of twice the size."""
    return launched(playwright, "--blink-settings=defaultFontSize=32")


def _wrong(page: Page, where: str) -> list[str]:
    spilt: list[str] = page.evaluate(_SPILT)
    return [f"{where}: {what}" for what in by_width(page) + spilt]


def test_on_a_phone(open_page: Open, program: Program) -> None:
    page = open_page("phone")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    add(page, STRESA)
    deck = page.url.partition("?")[0]
    wrong = _wrong(page, "the deck")
    places = ("/", "/add", "/settings", "/memory", "/keys", f"{deck}/facts")
    for path in (*places, f"{deck}/print?kind=cards", f"{deck}/print?kind=test"):
        page.goto(path)
        wrong += _wrong(page, path)
    study(page)
    wrong += _wrong(page, "the question")
    page.locator("#answer").fill(ANSWER)
    turn(page)
    wrong += _wrong(page, "the marked answer")
    assert not wrong, "\n".join(wrong)
