"""A marked answer at the size of a desktop and of a phone: by keys, by finger, by axe."""

import pytest
from playwright.sync_api import Page, expect

from learnt.journal import Rating, VerdictKind
from tests.web.browser.conftest import SIZES, Open
from tests.web.browser.marks import ANSWER, ONE_UNSURE, STRESA
from tests.web.browser.material import add, phase, study, turn
from tests.web.browser.program import Program
from tests.web.browser.test_every_page import LOOKS

COVERED, MISSING, CONFLICT, UNSURE = VerdictKind
AGAIN, HARD, GOOD, EASY = Rating


def answered(page: Page, text: str) -> None:
    page.locator("#answer").fill(text)
    turn(page)


def marked_page(open_page: Open, program: Program, size: str) -> Page:
    page = open_page(size, program, color_scheme="light", reduced_motion="reduce")
    add(page, STRESA)
    study(page)
    answered(page, ANSWER)
    return page


@pytest.mark.parametrize("size", SIZES)
def test_a_marked_answer_is_well_made(program: Program, open_page: Open, size: str) -> None:
    page = marked_page(open_page, program, size)
    wrong = [f"open: {what}" for look in LOOKS[size] for what in look(page)]
    page.locator("[data-unsure] label", has_text="Yes").click()
    expect(page.locator(".rating.proposed")).to_contain_text("Hard")
    wrong += [f"settled: {what}" for look in LOOKS[size] for what in look(page)]
    page.locator(".rating.proposed").click()
    phase(page, "question")
    answered(page, ONE_UNSURE)
    wrong += [f"one point: {what}" for look in LOOKS[size] for what in look(page)]
    assert not wrong, "\n".join(wrong)
    (review,) = program.reviews()
    assert [one.proposed for one in review.outcomes] == [
        COVERED,
        COVERED,
        MISSING,
        CONFLICT,
        UNSURE,
    ]
    assert review.rating is HARD


@pytest.mark.parametrize("size", SIZES)
def test_phrases_have_numbers_and_points_have_words(
    program: Program, open_page: Open, size: str
) -> None:
    page = marked_page(open_page, program, size)
    expect(page.locator(".yours mark")).to_have_count(4)
    expect(page.locator(".yours .chip").nth(2)).to_contain_text("4≠")
    expect(page.locator(".versus")).to_contain_text("1935")
    expect(page.locator(".versus")).to_contain_text("May 1936")
    states = page.locator(".marked-point .state").all_inner_texts()
    assert [" ".join(state.split()) for state in states] == [
        "✓ said",
        "✓ said",
        "– not said",
        "≠ differs",
    ]
    told = "2 of 5 points said, 1 differs, 1 unsure"
    expect(page.locator("#notice[aria-live=polite]")).to_contain_text(told)
    expect(page.get_by_role("group", name="Points", exact=True)).to_be_focused()
    assert page.locator("main").aria_snapshot().count(told) == 0


def test_by_keys_alone(program: Program, open_page: Open) -> None:
    """Enter leads to the open question, and saves only when it is answered."""
    page = marked_page(open_page, program, "desktop")
    keys, said = page.keyboard, page.locator(".points input[type=checkbox]:checked")
    expect(page.locator(".rating.proposed")).to_have_count(0)
    keys.press("Enter")
    expect(page.locator("#notice")).to_contain_text("is point 5 in your answer?")
    expect(page.locator("[data-unsure] input").first).to_be_focused()
    keys.press("Enter")
    expect(page.locator("#desk[data-phase=answer]")).to_have_count(1)
    assert program.journal() == ()
    keys.press("3")
    expect(said).to_have_count(3)
    keys.press("1")
    expect(said).to_have_count(2)
    expect(page.locator('[data-number="1"] .state')).to_contain_text("not said")
    keys.press("n")
    expect(page.locator(".rating.proposed")).to_contain_text("Again")
    keys.press("5")  # no becomes yes
    expect(page.locator(".rating.proposed")).to_contain_text("Hard")
    keys.press("y")
    keys.press("Enter")
    phase(page, "question")
    (review,) = program.reviews()
    assert review.rating is HARD
    assert [one.rating.passed for one in review.outcomes] == [False, True, True, False, True]
    answered(page, ONE_UNSURE)
    keys.press("n")
    expect(page.locator(".rating.proposed")).to_contain_text("Again")
    keys.press("Enter")
    phase(page, "question")
    answered(page, "nobody")
    keys.press("2")  # one point: digits rate
    expect(page.locator("#desk[data-phase=answer]")).to_have_count(0)
    assert [one.rating for one in program.reviews()] == [HARD, AGAIN, HARD]


def test_shifted_digits_rate_where_digits_tick(program: Program, open_page: Open) -> None:
    page = marked_page(open_page, program, "desktop")
    page.keyboard.press("Shift+Digit2")
    phase(page, "question")
    (review,) = program.reviews()
    assert (review.rating, review.outcomes[4].wording) == (HARD, None)


def test_without_script(program: Program, open_page: Open) -> None:
    page = open_page("phone", program)
    add(page, STRESA)
    plain = open_page("phone", program, java_script_enabled=False)
    plain.goto("/study")
    plain.locator("#answer").fill(ANSWER)
    plain.locator("#desk .go .main").click()
    plain.locator("[data-unsure] label", has_text="No").click()
    plain.locator(".marked-point label.line").nth(2).click()
    plain.get_by_role("button", name="Work the times out anew").click()
    expect(plain.locator(".rating.proposed")).to_contain_text("Hard")
    plain.locator(".rating.proposed").click()
    expect(plain.locator("#desk[data-phase=question]")).to_be_visible()
    (review,) = program.reviews()
    assert [one.rating.passed for one in review.outcomes] == [True, True, True, False, False]
