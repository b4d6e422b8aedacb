"""An Anki package and a PDF document, from choosing the file to the deck: watched, and stopped."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from learnt.sources.packages import Form
from tests.sources.documents.made import lines, pdf
from tests.sources.packages.kept import CONTENT
from tests.sources.packages.making import package
from tests.web.browser.conftest import Open
from tests.web.browser.program import Program
from tests.web.browser.test_every_page import LOOKS
from tests.web.browser.test_keyboard import tab_to
from tests.web.browser.watch import Watch

_WORKER = "from learnt.web.uploads import jobs; jobs._COMMAND = (*jobs._COMMAND[:4], '-c', {!r})\n"
_RUN = "; from learnt.web.uploads.labour import main; main()"
SLOW_SAVING = _WORKER.format(
    "import learnt.collection.packaging as p; p._MOST_WORK = 8; p._TURN_SECONDS = 1.5" + _RUN
)
"""Parts of two cards, and a while between them."""

SLOW_PAGES = _WORKER.format(
    "import time; import learnt.sources.documents.pdf.reading as r; said_by = r.said_by; "
    "r.said_by = lambda line: (time.sleep(.7), said_by(line))[1]" + _RUN
)
"""A PDF document whose pages come one after the other."""


@pytest.fixture
def rivers(tmp_path: Path) -> Path:
    path = tmp_path / "rivers.apkg"
    path.write_bytes(package(CONTENT, Form.LATEST))
    return path


@pytest.fixture
def well(tmp_path: Path) -> Path:
    """A PDF document of ten pages."""
    page = [f"What is stone {place}?\n- Grey {place}" for place in range(30)]
    path = tmp_path / "well.pdf"
    pages = [lines("\n\n".join(page[at : at + 3]).split("\n")) for at in range(0, 30, 3)]
    path.write_bytes(pdf(*pages))
    return path


@pytest.fixture(params=["desktop", "phone"])
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def looked_at(page: Page, size: str) -> None:
    """Nothing is wrong with the page as it is now."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    wrong = [what for look in LOOKS[size] for what in look(page)]
    assert not wrong, "\n".join(wrong)


def test_a_package_is_chosen_mapped_previewed_stopped_and_saved(
    tmp_path: Path, open_page: Open, rivers: Path, size: str
) -> None:
    with Program(tmp_path / "slow" / "learnt", before=SLOW_SAVING) as program:
        page = open_page(size, program)
        page.goto("/add")
        page.locator("input[type=file]").set_input_files(rivers)
        told = page.locator("#package-told")
        expect(told).to_contain_text("8 cards in 2 decks, with 6 answers")
        expect(page.get_by_label("Geography", exact=True)).to_be_checked()
        looked_at(page, size)

        page.get_by_label("Geography", exact=True).uncheck()
        expect(told).to_contain_text("1 card in 1 deck")
        expect(page.get_by_label("Rivers")).not_to_be_checked()
        expect(told).to_contain_text("la rivière")
        vocabulary = page.locator("fieldset", has_text="Vocabulary").last
        vocabulary.get_by_label("Front").select_option("Meaning")
        vocabulary.get_by_label("Back").select_option("Example")
        expect(told.locator(".asks")).to_have_text("the river")
        expect(told).to_contain_text("Elle nage dans la rivière.")
        page.reload()
        expect(page.get_by_label("Rivers")).not_to_be_checked()
        expect(vocabulary.get_by_label("Front")).to_have_value("Meaning")
        page.get_by_label("Geography", exact=True).check()
        expect(told).to_contain_text("8 cards in 2 decks")

        page.get_by_role("button", name="Save 2 decks").click()
        expect(page.locator("progress[max='8']")).to_be_visible()
        expect(page.locator("#progress")).to_contain_text("of 8 cards")
        looked_at(page, size)
        expect(page.locator("#heard")).to_contain_text("done")
        page.get_by_role("button", name="Cancel").click()
        expect(page.locator("h1")).to_have_text("Stopped")
        expect(page.locator("main")).to_contain_text("of 7 cards")
        looked_at(page, size)
        page.get_by_role("button", name="Go on", exact=True).click()
        page.get_by_role("button", name="Save 2 decks").click()
        expect(page.locator("h1")).to_have_text("Saved")
        expect(page.locator(".saved-decks li")).to_have_count(2)
        looked_at(page, size)
        program.stop()
        assert len(program.reviews()) == 6


def test_a_document_is_read_page_by_page_and_can_be_stopped(
    tmp_path: Path, open_page: Open, well: Path, size: str
) -> None:
    with Program(tmp_path / "slow" / "learnt", before=SLOW_PAGES) as program:
        page = open_page(size, program)
        page.goto("/add")
        page.locator("input[type=file]").set_input_files(well)
        expect(page.locator("#progress")).to_contain_text("of 10 pages")
        page.get_by_role("button", name="Cancel").click()
        expect(page.locator("h1")).to_have_text("Stopped")
        expect(page.locator("main")).to_contain_text("Nothing of it was saved")
        page.get_by_role("button", name="Read it again").click()
        expect(page.locator("#progress")).to_contain_text("of 10 pages")
        page.goto("/")
        expect(page.locator("main")).to_contain_text("well.pdf")
        page.get_by_role("link", name="See how far it is").click()
        expect(page.locator("#heard")).to_contain_text("Half of it is done.")
        page.wait_for_url("**/add/0*")
        expect(page.locator("#draft-count")).to_contain_text(
            "29 cards"
        )  # the first question is the title


def test_a_package_by_keys_alone(
    program: Program, open_page: Open, rivers: Path, size: str
) -> None:
    page = open_page(size)
    page.goto("/add")
    page.locator("input[type=file]").set_input_files(rivers)  # the system's own window
    page.wait_for_selector("#package-told")
    tab_to(page, "All of them")
    page.keyboard.press("Space")
    expect(page.locator("#package-told")).to_contain_text("No deck is chosen.")
    tab_to(page, "Words")
    page.keyboard.press("Space")
    expect(page.locator("#package-told")).to_contain_text("1 card in 1 deck")
    tab_to(page, "Front")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#package-told .to-check")).to_contain_text("are the same field")
    tab_to(page, "Back")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#package-told .asks")).to_have_text("the river")
    tab_to(page, "Save 1 deck")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Saved")
    expect(page.locator("main")).to_contain_text("1 new card, in 1 deck.")
    page.keyboard.press("s")
    page.wait_for_url("**/study*")


def test_a_package_without_script(
    program: Program, open_page: Open, rivers: Path, size: str
) -> None:
    page = open_page(size, java_script_enabled=False)
    page.goto("/add")
    page.locator("input[type=file]").set_input_files(rivers)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#package-told")).to_contain_text("8 cards in 2 decks")
    page.get_by_label("Rivers").uncheck()
    page.get_by_role("button", name="Show the cards anew").click()
    expect(page.locator("#package-told")).to_contain_text("1 card in 1 deck")
    page.get_by_role("button", name="Save 1 deck").click()
    expect(page.locator("h1")).to_have_text("Saved")
    expect(page.locator(".saved-decks li")).to_have_count(1)


def test_a_file_that_is_too_large_is_not_sent(
    program: Program, open_page: Open, tmp_path: Path
) -> None:
    large = tmp_path / "large.apkg"
    with large.open("wb") as file:
        file.truncate(300_000_000)
    page = open_page()
    page.goto("/add")
    page.locator("input[type=file]").set_input_files(large)
    expect(page.locator("#notice")).to_contain_text("large.apkg is larger than 250 MB")
    expect(page.locator("#notice")).to_contain_text("learnt add large.apkg")


def test_a_server_that_was_ended_says_what_it_was_doing(
    tmp_path: Path, open_page: Open, rivers: Path, watch: Watch
) -> None:
    watch.expect("Failed to load resource", "htmx:sendError")
    with Program(tmp_path / "slow" / "learnt", before=SLOW_SAVING) as program:
        page = open_page("desktop", program)
        page.goto("/add")
        page.locator("input[type=file]").set_input_files(rivers)
        page.get_by_role("button", name="Save 2 decks").click()
        expect(page.locator("progress[max='8']")).to_be_visible()
        program.kill()
        program.start()
        expect(page.locator("h1")).to_have_text("Interrupted")
        page.get_by_role("button", name="Go on", exact=True).click()
        page.get_by_role("button", name="Save 2 decks").click()
        expect(page.locator("h1")).to_have_text("Saved")
        program.stop()
        assert len(program.reviews()) == 6
