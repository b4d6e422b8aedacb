"""Nothing twice and nothing lost: two tabs, a double press, a retry, the program killed."""

from playwright.sync_api import Page, expect

from learnt.journal import Rating
from tests.web.browser.conftest import Open
from tests.web.browser.material import QUESTIONS, TWO_CARDS, add, phase, rate, study, turn
from tests.web.browser.program import Program
from tests.web.browser.watch import Watch

_DOWN = ("net::ERR_", "htmx:sendError")  # whatever a killed program leaves unsaid or half said

_AGAIN = """async ({url, body, type}) => {
    const answer = await fetch(url, {method: "POST", body, headers: {"Content-Type": type}});
    return answer.status;
}"""


def test_two_tabs_on_one_card(page: Page, program: Program) -> None:
    add(page, TWO_CARDS)
    other = page.context.new_page()
    for tab in (page, other):
        study(tab)
        turn(tab)
    rate(page, 3)
    rate(other, 1)
    phase(other, "question")
    expect(other.locator("#notice")).to_contain_text("answered in another window")
    expect(other.locator("#prompt")).to_have_text("What is a hulk?")
    assert [one.rating for one in program.reviews()] == [Rating.GOOD]
    turn(other)
    rate(other, 4)
    turn(page)
    rate(page, 1)
    expect(page.locator("#notice")).to_contain_text("answered in another window")
    assert [one.rating for one in program.reviews()] == [Rating.GOOD, Rating.EASY]


def test_a_rating_pressed_twice(open_page: Open, program: Program) -> None:
    """By a finger that trembles, and by a key that is struck twice."""
    page = open_page("phone")
    add(page, TWO_CARDS)
    study(page)
    turn(page)
    page.evaluate("""() => {
        const good = document.querySelector(".rating[value='3']");
        good.click();
        good.click();
    }""")
    phase(page, "question")
    expect(page.locator("#prompt")).to_have_text("What is a hulk?")
    turn(page)
    page.evaluate("""() => {
        for (const code of ["Digit2", "Digit4"])
            document.body.dispatchEvent(
                new KeyboardEvent("keydown", {key: code.slice(-1), code, bubbles: true, cancelable: true}));
    }""")
    expect(page.locator("#desk[data-phase=answer]")).to_have_count(0)
    assert [one.rating for one in program.reviews()] == [Rating.GOOD, Rating.HARD]


def test_an_answer_sent_again(open_page: Open, program: Program) -> None:
    """As a slow phone does that has not heard the answer to its answer."""
    page = open_page("phone")
    add(page, TWO_CARDS)
    study(page)
    turn(page)
    with page.expect_request("**/study/answer") as caught:
        rate(page, 3)
    sent = caught.value
    (first,) = program.reviews()
    body, kind = sent.post_data or "", sent.headers["content-type"]
    for retried in (body, body.replace("rating=3", "rating=1")):
        again = {"url": sent.url, "body": retried, "type": kind}
        assert page.evaluate(_AGAIN, again) == 200
    assert program.reviews() == [first]


def test_killed_between_the_points_and_the_rating(
    page: Page, program: Program, watch: Watch
) -> None:
    """The answer and the ticks are still in the page; pressing again saves them, once."""
    add(page, QUESTIONS)
    study(page)
    page.locator("#answer").fill("a house of trade abroad")
    turn(page)
    with page.expect_response("**/study/weigh") as weighed:
        page.locator(".points label").first.click()
    weighed.value.finished()  # the response event comes with its head
    watch.expect(*_DOWN)
    program.kill()
    page.locator(".rating[value='2']").click()
    expect(page.locator("#notice")).to_contain_text("does not answer")
    expect(page.locator(".yours")).to_contain_text("a house of trade abroad")
    expect(page.locator(".points input:checked")).to_have_count(1)
    program.start()
    assert program.reviews() == []
    rate(page, 2)
    phase(page, "question")
    expect(page.locator("#notice")).not_to_contain_text("does not answer")
    (review,) = program.reviews()
    assert (review.rating, review.answer) == (Rating.HARD, "a house of trade abroad")
    assert [point.rating for point in review.outcomes] == [Rating.HARD, Rating.AGAIN]


def test_killed_while_an_answer_is_typed(open_page: Open, program: Program, watch: Watch) -> None:
    page = open_page("phone")
    add(page, QUESTIONS)
    study(page)
    watch.expect(*_DOWN)
    program.kill()
    page.locator("#answer").fill("a house of trade abroad")
    page.locator("#desk .go .main").click()
    expect(page.locator("#notice")).to_contain_text("does not answer")
    expect(page.locator("#answer")).to_have_value("a house of trade abroad")
    program.start()
    turn(page)
    expect(page.locator(".yours")).to_contain_text("a house of trade abroad")
    expect(page.locator("#notice")).not_to_contain_text("does not answer")


def test_killed_when_the_answer_was_acknowledged(
    open_page: Open, program: Program, watch: Watch
) -> None:
    """The next question is shown, so the answer before it is on the disk; and the sitting goes on."""
    page = open_page("phone")
    add(page, TWO_CARDS)
    study(page)
    turn(page)
    rate(page, 3)
    phase(page, "question")
    watch.expect(*_DOWN)
    program.kill()
    (first,) = program.reviews()
    assert first.rating == Rating.GOOD
    program.start()
    expect(page.locator("#prompt")).to_have_text("What is a hulk?")
    turn(page)
    rate(page, 4)
    phase(page, "finished")
    expect(page.locator("#desk")).to_contain_text("2 answers")
    assert [one.rating for one in program.reviews()] == [Rating.GOOD, Rating.EASY]


def test_going_back_answers_nothing(page: Page, program: Program) -> None:
    add(page, TWO_CARDS)
    page.goto("/")
    page.locator(".now .main").click()
    phase(page, "question")
    turn(page)
    rate(page, 3)
    phase(page, "question")
    page.go_back()
    expect(page.locator("#now")).to_be_visible()
    page.go_forward()
    expect(page.locator("#prompt")).to_have_text("What is a hulk?")
    page.reload()
    expect(page.locator("#prompt")).to_have_text("What is a hulk?")
    assert len(program.reviews()) == 1


def test_going_back_without_script(open_page: Open, program: Program) -> None:
    """The browser may show the turned card again: pressed once more, it counts as it did."""
    page = open_page("phone", java_script_enabled=False)
    add(page, TWO_CARDS)
    page.goto("/study")
    page.locator("#desk .go .main").click()
    with page.expect_request("**/study/answer") as caught:
        page.locator(".rating[value='3']").click()
    phase(page, "question")
    first = program.reviews()
    kind = {"Content-Type": caught.value.headers["content-type"], "Origin": program.url}
    body = (caught.value.post_data or "").replace("rating=3", "rating=1")
    again = page.request.post("/study/answer", headers=kind, data=body)
    assert again.ok
    assert "What is a hulk?" in again.text()
    assert program.reviews() == first
