"""A copy from a web page keeps its lists and bold terms; several files become a draft each."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Open

pytestmark = pytest.mark.usefixtures("program")

HTML = (
    "<h2>Winds</h2><p>What does the lee side give?</p><ul><li>shelter from the <b>wind</b></li>"
    "<li>calm water: H<sub>2</sub>O without waves</li></ul>"
    "<p>Where does the wind come from?</p><ul><li>the luff side</li><li>ahead</li></ul>"
    "<script>document.title = 'hurt'</script>"
)
TEXT = (
    "Winds\nWhat does the lee side give?\n\nshelter from the wind\n"
    "calm water: H2O without waves\nWhere does the wind come from?\n\nthe luff side\nahead\n"
)


def paste_both(page: Page, html: str, text: str) -> None:
    """Paste as a person does who has copied from a web page: the clipboard has both forms."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#page").focus()
    page.evaluate(
        """async ([html, text]) => {
            const as = (kind, data) => new Blob([data], { type: kind });
            const both = { "text/html": as("text/html", html), "text/plain": as("text/plain", text) };
            await navigator.clipboard.write([new ClipboardItem(both)]);
        }""",
        [html, text],
    )
    page.keyboard.press("ControlOrMeta+v")


def test_rich_text_keeps_its_list(open_page: Open) -> None:
    page = open_page()
    page.goto("/add")
    paste_both(page, HTML, TEXT)
    page.wait_for_url("**/add/*")
    points = page.locator("textarea[name=point]")
    expect(points.first).to_have_value("shelter from the **wind**")
    expect(points.nth(1)).to_have_value("calm water: H₂O without waves")
    expect(page).not_to_have_title("hurt")


def test_bold_is_seen_when_studying(open_page: Open) -> None:
    page = open_page()
    page.goto("/add")
    paste_both(page, HTML, TEXT)
    page.wait_for_url("**/add/*")
    page.get_by_role("button", name="Save the deck").click()
    page.wait_for_url("**/decks/*")
    expect(page.locator(".known b")).to_have_text("wind")
    expect(page.locator("main")).not_to_contain_text("**")


def test_what_is_typed_after_the_paste_counts(open_page: Open) -> None:
    page = open_page()
    page.goto("/add")
    paste_both(page, "<p>The <b>lee</b> side</p>", "The lee side")
    box = page.locator("#page")
    expect(box).to_have_value("The lee side")
    box.press_sequentially(" - away from the wind")
    expect(page.locator("input[name=html]")).to_have_value("")


def test_several_files_are_a_draft_each(open_page: Open, tmp_path: Path) -> None:
    for name in ("oak", "ash"):
        (tmp_path / f"{name}.txt").write_text(f"Q: What is the {name}?\nA: A tree\n")
    page = open_page()
    page.goto("/add")
    files = [tmp_path / "oak.txt", tmp_path / "ash.txt"]
    page.locator("input[type=file]").set_input_files(files)
    expect(page.get_by_text("Each of your pages waits below.")).to_be_visible()
    expect(page.locator("li.strip")).to_have_count(2)
