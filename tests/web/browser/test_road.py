"""The main road: paste, check, save, study, undo, the summary; with a mouse and with a finger."""

from playwright.sync_api import Page, expect

from learnt.journal import Rating, Undo
from tests.web.browser.conftest import Open
from tests.web.browser.material import (
    QUESTIONS,
    STATEMENTS,
    add,
    finish,
    paste,
    phase,
    prompt,
    rate,
    study,
    turn,
)
from tests.web.browser.program import Program


def test_from_an_empty_page_to_the_summary(page: Page, program: Program) -> None:
    page.goto("/")
    expect(page.locator("h1")).to_have_text("Paste a page. Know it by the exam.")
    paste(page, QUESTIONS)
    page.wait_for_url("**/add/*")
    _check_the_preview(page)
    page.get_by_role("button", name="Save the deck").click()
    page.wait_for_url("**/decks/*")
    expect(page.locator("#notice")).to_contain_text("Saved.")
    expect(page.locator(".card .text", has_text="A trading house over the sea")).to_be_visible()
    page.get_by_role("link", name="Study").last.click()

    typed = _study_three(page)
    finish(page)
    summary = page.locator("#desk")
    expect(summary.locator("h1")).to_be_focused()
    expect(summary).to_contain_text("2 of them with every point.")
    expect(summary.locator(".again")).to_contain_text("When was the last Hansetag held?")
    expect(summary.locator(".again")).to_contain_text("1669")
    expect(summary.locator(".again")).to_contain_text("Hamburg")
    expect(summary.locator(".again")).not_to_contain_text("Luebeck")

    program.stop()
    reviews = program.reviews()
    undone = {event.event for event in program.journal() if isinstance(event, Undo)}
    stand = [one for one in reviews if one.id not in undone]
    assert len(reviews) == 5
    assert len(undone) == 1
    assert [one.answer for one in stand[:3]] == [typed, None, None]
    assert [one.rating for one in stand[:3]] == [Rating.GOOD, Rating.AGAIN, Rating.HARD]
    assert [[point.rating for point in one.outcomes] for one in stand[:3]] == [
        [Rating.GOOD, Rating.GOOD],
        [Rating.AGAIN],
        [Rating.HARD, Rating.AGAIN, Rating.HARD],
    ]
    assert all(one.duration_ms < 60_000 for one in reviews)


def _check_the_preview(page: Page) -> None:
    """The page's own lines beside the cards; the line that is none is marked; edit a point."""
    expect(page.locator("#draft-count")).to_contain_text("3 cards, 6 points")
    first = page.locator(".row-card").first
    expect(first.locator(".lines")).to_contain_text("- A trading house abroad")
    expect(first.locator(".lines .n").first).to_have_text("3")
    expect(first.get_by_label("Asked")).to_have_value("What was a kontor?")
    problem = page.locator(".row-lines.problem")
    expect(problem.locator(".lines")).to_contain_text("Who sat in the council of the Steelyard?")
    expect(problem.locator(".lines .n")).to_have_text("15")
    expect(problem.locator(".why")).to_contain_text("No answer was found")
    with page.expect_response("**/add/*/cards/*"):
        first.get_by_label("Point 1").fill("A trading house over the sea")
        first.get_by_label("Point 1").blur()
    expect(page.locator("#draft-count")).to_contain_text("Your changes are kept")


def _study_three(page: Page) -> str:
    """Typed, thought and forgotten, ticked; the second is answered wrongly first and taken back."""
    phase(page, "question")
    assert prompt(page) == "What was a kontor?"
    typed = "a house of trade abroad\nwith its own law"
    page.locator("#answer").fill(typed)
    turn(page)
    expect(page.locator(".yours")).to_contain_text("with its own law")
    for point in range(2):
        with page.expect_response("**/study/weigh"):
            page.locator(".points label").nth(point).click()
    rate(page, 3)

    phase(page, "question")
    assert prompt(page) == "When was the last Hansetag held?"
    turn(page)
    expect(page.locator(".only-point")).to_contain_text("1669")
    rate(page, 4)
    phase(page, "question")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#notice")).to_contain_text("Taken back.")
    expect(page.locator("#prompt")).to_have_text("When was the last Hansetag held?")
    turn(page)
    rate(page, 1)

    phase(page, "question")
    assert prompt(page) == "Which towns remained at the end?"
    turn(page)
    before = page.locator("#ratings").inner_text()
    for town in ("Luebeck", "Bremen"):
        with page.expect_response("**/study/weigh"):
            page.locator(".point", has_text=town).click()
    expect(page.locator(".rating.proposed")).to_contain_text("Hard")
    expect(page.locator("#ratings")).not_to_have_text(before)
    rate(page, 2)
    return typed


def test_a_page_whose_title_is_a_question(page: Page, program: Program) -> None:
    """One card, as many points as statements; all of them ticked proposes Good."""
    page.goto("/add")
    paste(page, STATEMENTS.replace("(4)", "(7)"))
    page.wait_for_url("**/add/*")
    expect(page.locator("#draft-count")).to_contain_text("1 card, 4 points; the page speaks of 7")
    expect(page.locator(".problems")).to_contain_text("7 cards, but 4 statements")
    page.get_by_role("button", name="Save the deck").click()
    page.wait_for_url("**/decks/*")
    study(page)
    expect(page.locator(".wanted")).to_have_text("4 points")
    turn(page)
    good = page.locator(".rating.r3 .lasts").inner_text()
    for point in range(4):
        with page.expect_response("**/study/weigh"):
            page.locator(".point").nth(point).click()
    expect(page.locator(".rating.proposed")).to_contain_text("Good")
    expect(page.locator(".rating.r3 .lasts")).to_have_text(good)
    rate(page, 3)
    expect(page.locator("#desk")).to_contain_text("Nothing was forgotten.")
    (review,) = program.reviews()
    assert [point.rating for point in review.outcomes] == [Rating.GOOD] * 4


def test_editing_without_losing_what_is_known(open_page: Open, program: Program) -> None:
    page = open_page()
    add(page, STATEMENTS)
    study(page)
    turn(page)
    rate(page, 3)
    (before,) = program.reviews()
    page.goto("/")
    page.locator(".deck .title").click()
    page.get_by_role("link", name="Edit").click()
    page.locator(".card").get_by_label("Point 2").fill("One law of the sea held everywhere")
    page.locator(".card").get_by_label("One more point").fill("Kings needed their silver")
    page.locator(".card").get_by_role("button", name="Save").click()
    expect(page.locator("#notice")).to_contain_text("Changed.")
    points = page.locator(".card .known li")
    expect(points).to_have_count(5)
    expect(points.nth(1)).to_contain_text("% known")
    expect(points.nth(4)).to_contain_text("not asked yet")
    assert program.reviews() == [before]
