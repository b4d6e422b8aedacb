"""The pages that the tests paste, and the ways to a place that several of them go."""

from playwright.sync_api import Page, expect

STATEMENTS = """Why did the Hanse towns trade together?

Cards (4)

• Convoys kept pirates away from the cogs
• One law of the sea held in every harbour
• They bargained with kings as one
• Salt, herring and cloth were sold on common markets
"""

QUESTIONS = """The end of the Hanse

What was a kontor?
- A trading house abroad
- It had its own law and its own warehouses

When was the last Hansetag held?
- 1669

Which towns remained at the end?
- Luebeck
- Hamburg
- Bremen

Who sat in the council of the Steelyard?
"""
"""Three cards of two, one and three points; a problem on line 15."""

TWO_CARDS = """Sea words

What is a cog?
- A ship of one mast

What is a hulk?
- The broader ship that followed it
"""


def paste(page: Page, text: str, into: str = "#page") -> None:
    """Paste as a person does: by the clipboard and its keys."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(into).focus()
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("ControlOrMeta+v")


def add(page: Page, text: str) -> None:
    """Bring a page to a saved deck; its page is open then."""
    page.goto("/add")
    page.locator("#page").fill(text)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Save the deck").click()
    page.wait_for_url("**/decks/*")


def study(page: Page, where: str = "/study") -> None:
    """Open a sitting with its first question."""
    page.goto(where)
    phase(page, "question")


def phase(page: Page, wanted: str) -> None:
    """Wait until the desk has this phase: question, answer or finished."""
    expect(page.locator(f"#desk[data-phase={wanted}]")).to_be_visible()


def turn(page: Page) -> None:
    """Turn the card over."""
    page.locator("#desk .go .main").click()
    phase(page, "answer")


def rate(page: Page, number: int) -> None:
    """Press a rating and wait for what comes after it."""
    page.locator(f".rating[value='{number}']").click()
    expect(page.locator("#desk[data-phase=answer]")).to_have_count(0)


def finish(page: Page) -> None:
    """Answer what comes back, all of it known, up to the summary."""
    while page.locator("#desk").get_attribute("data-phase") == "question":
        turn(page)
        rate(page, 4)
    phase(page, "finished")


def prompt(page: Page) -> str:
    """The question on the desk."""
    return page.locator("#prompt").inner_text()
