"""From the empty first page to the summary with keys alone, and what keys must never do."""

import pytest
from playwright.sync_api import Page, expect

from learnt.journal import Hold, Rating, Undo
from tests.web.browser.conftest import Open
from tests.web.browser.material import QUESTIONS, TWO_CARDS, add, phase, study
from tests.web.browser.program import Program

_RINGS = """() => {
    const one = document.activeElement, style = getComputedStyle(one);
    const box = one.closest("label") || one;
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""


@pytest.fixture(params=["desktop", "phone"])
def typed(request: pytest.FixtureRequest, open_page: Open) -> Page:
    """A page on which nothing is ever clicked."""
    return open_page(str(request.param))


def tab_to(page: Page, name: str, *, most: int = 40) -> None:
    """Go by Tab to what has this name; the focus is to be seen at every stop."""
    for _ in range(most):
        page.keyboard.press("Tab")
        assert page.evaluate(_RINGS), f"no visible focus: {page.evaluate(_WHERE)}"
        if name in page.evaluate(_WHERE):
            return
    pytest.fail(f"Tab does not lead to “{name}”")


_WHERE = """() => {
    const one = document.activeElement;
    const label = one.labels && one.labels[0] ? one.labels[0].textContent : "";
    return `${one.getAttribute("aria-label") || ""} ${label} ${one.textContent}`;
}"""


def test_from_the_empty_page_to_the_summary(typed: Page, program: Program) -> None:
    page, keys = typed, typed.keyboard
    page.goto("/")
    if page.evaluate("matchMedia('(pointer: coarse)').matches"):
        tab_to(page, "Your page")  # no keyboard is unfolded there before it is wanted
    expect(page.locator("#page")).to_be_focused()
    keys.insert_text(QUESTIONS)
    tab_to(page, "Read it")
    keys.press("Enter")
    page.wait_for_url("**/add/*")
    tab_to(page, "Point 1")
    with page.expect_response("**/add/*/cards/*"):
        keys.press("ControlOrMeta+a")
        keys.insert_text("A house abroad")
        keys.press("Tab")
    keys.press("Escape")
    expect(page.locator("#draft-count")).to_contain_text("Your changes are kept")
    keys.press("s")
    page.wait_for_url("**/decks/*")
    keys.press("s")
    phase(page, "question")

    _leave_the_text(page)
    keys.press("Enter")
    phase(page, "answer")
    keys.press("3")
    _leave_the_text(page)
    keys.press("Space")
    phase(page, "answer")
    keys.press("1")
    _leave_the_text(page)
    keys.press("u")
    expect(page.locator("#notice")).to_contain_text("Taken back.")
    _leave_the_text(page)
    keys.press("Enter")
    phase(page, "answer")
    keys.press("2")
    _tick_by_keys(page)
    while page.locator("#desk").get_attribute("data-phase") == "question":
        _leave_the_text(page)
        keys.press("Enter")
        phase(page, "answer")
        keys.press("4")
        expect(page.locator("#desk[data-phase=answer]")).to_have_count(0)
    expect(page.locator("#desk h1")).to_be_focused()
    expect(page.locator(".again")).to_contain_text("Hamburg")
    assert [one.rating for one in program.reviews()[:4]] == [
        Rating.GOOD,
        Rating.AGAIN,
        Rating.HARD,
        Rating.HARD,
    ]
    assert sum(isinstance(event, Undo) for event in program.journal()) == 1


def _leave_the_text(page: Page) -> None:
    """On to the question, and out of the box for the answer."""
    phase(page, "question")
    if page.evaluate("document.activeElement.id") == "answer":
        page.keyboard.press("Escape")


def _tick_by_keys(page: Page) -> None:
    """All, none, one by its number, one by the arrows; Enter takes the rating that is marked."""
    keys, said = page.keyboard, page.locator(".points input:checked")
    _leave_the_text(page)
    keys.press("Enter")
    phase(page, "answer")
    keys.press("a")
    expect(said).to_have_count(3)
    keys.press("a")
    expect(said).to_have_count(0)
    keys.press("Shift+Digit1")
    expect(said).to_have_count(1)
    expect(page.locator(".points input").first).to_be_focused()
    assert page.evaluate(_RINGS)
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    with page.expect_response("**/study/weigh"):
        keys.press("x")
    expect(said).to_have_count(2)
    expect(page.locator(".rating.proposed")).to_contain_text("Hard")
    keys.press("Enter")
    expect(page.locator("#desk[data-phase=answer]")).to_have_count(0)


def test_digits_in_the_answer_are_letters(open_page: Open, program: Program) -> None:
    """Not even on the way to the points: Enter turns the card over with what was typed."""
    page = open_page()
    add(page, TWO_CARDS)
    study(page)
    expect(page.locator("#answer")).to_be_focused()
    page.keyboard.type("1 2 3 4 u e - @ i ? s")
    expect(page.locator("#answer")).to_have_value("1 2 3 4 u e - @ i ? s")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("1669")
    page.keyboard.press("Enter")
    phase(page, "answer")
    expect(page.locator(".yours .text")).to_have_text("1 2 3 4 u e - @ i ? s\n1669")
    assert program.journal() == ()


def test_editing_and_looking_from_the_desk(open_page: Open, program: Program) -> None:
    """e and i lead away from a card and back to it; ? shows the keys."""
    page = open_page()
    add(page, TWO_CARDS)
    study(page)
    keys = page.keyboard
    keys.press("Escape")
    keys.press("i")
    expect(page.locator(".known")).to_contain_text("not asked yet")
    keys.press("Escape")
    phase(page, "question")
    expect(page.locator("#prompt")).to_have_text("What is a cog?")
    keys.press("Escape")
    keys.press("e")
    expect(page.locator("h1")).to_have_text("Edit a card")
    tab_to(page, "Asked")
    keys.press("ControlOrMeta+a")
    keys.insert_text("What was a cog?")
    tab_to(page, "Save")
    keys.press("Enter")
    phase(page, "question")
    expect(page.locator("#prompt")).to_have_text("What was a cog?")
    keys.press("Escape")
    keys.press("?")
    expect(page.locator("h1")).to_have_text("Keys")


def test_setting_aside_from_the_desk(open_page: Open, program: Program) -> None:
    page = open_page()
    add(page, TWO_CARDS)
    study(page)
    keys = page.keyboard
    keys.press("Escape")
    keys.press("-")
    expect(page.locator("#prompt")).to_have_text("What is a hulk?")
    keys.press("Escape")
    keys.press("@")
    phase(page, "finished")
    keys.press("u")
    expect(page.locator("#prompt")).to_have_text("What is a hulk?")
    events = program.journal()
    assert [type(event) for event in events] == [Hold, Hold, Undo]


def test_today_and_a_deck_by_keys(open_page: Open, program: Program) -> None:
    page = open_page()
    add(page, TWO_CARDS)
    page.keyboard.press("/")
    expect(page.get_by_label("Find in this deck")).to_be_focused()
    page.keyboard.type("broader")
    page.keyboard.press("Enter")
    expect(page.locator(".card")).to_have_count(1)
    page.goto("/")
    page.keyboard.press("a")
    expect(page.locator("h1")).to_have_text("Add a page")
    page.goto("/")
    page.keyboard.press("s")
    phase(page, "question")
