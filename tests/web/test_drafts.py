"""Adding a page: every line beside what became of it, every field editable, nothing lost."""

from pathlib import Path

import pytest

from learnt import Collection
from tests.collection.world import Clock
from tests.sources.documents.made import BULLETS, lines, paragraph, pdf, word
from tests.sources.documents.test_mochi import WHOLE, packed_json
from tests.sources.documents.test_pdf import LOCKED
from tests.web.conftest import HX, Browser, start, words

PAGE = """\
Beavers

What does a beaver build with?
- Branches
- Mud

When are kits born?
In early summer
"""


def add(browser: Browser, text: str = PAGE) -> str:
    """Paste a page; the address where it is checked."""
    page = browser.post("/add", data={"page": text})
    assert page.status_code == 200
    return page.url.path


def card_ids(collection: Collection) -> list[str]:
    return [card.id for card in collection.get_draft(collection.drafts()[0].id).deck.cards]


def test_a_page_is_shown_beside_its_cards(browser: Browser, collection: Collection) -> None:
    page = browser.get(add(browser))
    text = words(page)
    assert "2 cards, 3 points." in text
    for line in PAGE.splitlines():
        assert line in text
    assert collection.decks() == ()


def test_saved_it_is_a_deck(browser: Browser, collection: Collection) -> None:
    page = browser.get(add(browser))
    deck = browser.fill(page, f"{page.url.path}/save")
    assert deck.url.path.startswith("/decks/")
    assert "Saved. You can study it now." in words(deck)
    assert collection.decks()[0].title == "Beavers"
    assert collection.drafts() == ()


def test_a_page_added_again_says_where_it_goes(browser: Browser, collection: Collection) -> None:
    browser.fill(browser.get(add(browser)), "/add/", title="Beavers")
    browser.post(f"/add/{collection.drafts()[0].id}/save")
    again = browser.get(add(browser, PAGE + "\nWhere do they live?\nBy slow rivers\n"))
    assert "with 2 cards. Saving updates it: 1 new." in words(again)
    browser.fill(again, f"{again.url.path}/save")
    assert collection.decks()[0].cards == 3


def test_a_field_changed_is_kept_at_once(browser: Browser, collection: Collection) -> None:
    path = add(browser)
    card = card_ids(collection)[0]
    page = browser.get(path)
    told = browser.fill(
        page,
        f"{path}/cards/{card}",
        part=True,
        prompt="What is a lodge made of?",
        point=["Branches", "", "Stones"],
        ordered="1",
        hint="Look at the river",
    )
    assert "Your changes are kept" in words(told)
    now = collection.get_draft(collection.drafts()[0].id).card(card)
    assert now.prompt == "What is a lodge made of?"
    assert [point.text for point in now.points] == ["Branches", "Stones"]
    assert (now.ordered, now.hint) == (True, "Look at the river")


def test_going_back_and_a_restart_lose_nothing(
    browser: Browser, collection: Collection, home: Path
) -> None:
    path = add(browser)
    card = card_ids(collection)[0]
    browser.fill(browser.get(path), f"{path}/cards/{card}", part=True, prompt="Mine")
    again = start(collection, home)
    assert "Not saved yet" in words(again.get("/add"))
    assert ">Mine</textarea>" in again.get(path).text


def test_the_text_changed_keeps_what_was_edited(browser: Browser, collection: Collection) -> None:
    path = add(browser)
    card = card_ids(collection)[0]
    page = browser.get(path)
    browser.fill(page, f"{path}/cards/{card}", part=True, prompt="Mine")
    more = PAGE + "\nWhere do they live?\nBy slow rivers\n"
    rows = browser.fill(page, f"{path}/text", part=True, page=more)
    assert "3 cards, 4 points" in words(rows)
    assert ">Mine</textarea>" in rows.text
    assert 'hx-swap-oob="innerHTML:#draft-count"' in rows.text


def test_a_card_left_out_is_not_saved_and_can_be_put_back(
    browser: Browser, collection: Collection
) -> None:
    path = add(browser)
    first, second = card_ids(collection)
    dropped = browser.post(f"{path}/cards/{first}/drop", headers=HX)
    assert "Put it back" in words(dropped)
    assert "1 card, 1 point" in words(dropped)
    browser.post(f"{path}/cards/{second}/drop")
    back = browser.post(f"{path}/cards/{second}/put-back", headers=HX)
    assert "Leave it out" in words(back)
    browser.fill(browser.get(path), f"{path}/save")
    assert [card.prompt for card in collection.deck("Beavers").cards] == ["When are kits born?"]


def test_another_title(browser: Browser, collection: Collection) -> None:
    path = add(browser)
    browser.fill(browser.get(path), f"{path}/title", part=True, title="Rodents::Beavers")
    browser.fill(browser.get(path), f"{path}/save")
    assert collection.decks()[0].title == "Rodents::Beavers"


def test_a_problem_stands_at_its_line(browser: Browser) -> None:
    page = browser.get(
        add(browser, "Rivers\n\n# deck: x\nQ: What is a delta?\nA:\nQ: Ox-bow?\nA: A lake")
    )
    assert 'class="why"' in page.text


def test_pages_without_a_title_are_not_mixed_up(
    browser: Browser, collection: Collection, clock: Clock
) -> None:
    statements = "• Frogs spawn in spring\n• Toads walk to their pond\n• Newts live in it\n"
    for minutes in (0, 5, 0):  # two of them within a minute
        add(browser, statements)
        browser.post(f"/add/{collection.drafts()[0].id}/save")
        clock.pass_by(minutes=minutes)
    assert len(collection.decks()) == 3


def test_a_file_is_read_as_it_is(browser: Browser, collection: Collection) -> None:
    files = {
        "file": ("Tides.csv", "spring tide;at new moon\nneap tide;at half moon\n".encode("utf-16"))
    }
    page = browser.post("/add", files=files)
    assert "2 cards" in words(page)
    assert collection.drafts()[0].title == "Tides"


@pytest.mark.parametrize(
    ("text", "told"),
    [("", "There is nothing to read yet."), (" \n ", "There is nothing to read yet.")],
)
def test_an_empty_page(browser: Browser, text: str, told: str) -> None:
    page = browser.post("/add", data={"page": text})
    assert page.status_code == 422
    assert told in words(page)


def test_a_page_that_is_none_keeps_what_was_pasted(browser: Browser) -> None:
    html = "<!doctype html><html><body><script>fill('A page')</script></body></html>"
    page = browser.post("/add", data={"page": html})
    assert page.status_code == 422
    assert "&lt;!doctype html&gt;" in page.text


def test_a_binary_file(browser: Browser, collection: Collection) -> None:
    page = browser.post("/add", files={"file": ("x.txt", bytes(range(256)) * 20)})
    assert page.status_code == 422
    assert collection.drafts() == ()


DOCUMENTS = {
    "word": word(paragraph("Who built the dam?"), paragraph("Beavers", item=(BULLETS, 0))),
    "pdf": pdf(lines(["Who built the dam?", "• Beavers"])),
    "web page": b"<html><body><p>Who built the dam?<ul><li>Beavers</ul></body></html>",
}


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("name", ["notes.docx", "notes.pdf", "notes.txt"])
def test_a_document_under_any_name(
    kind: str, name: str, browser: Browser, collection: Collection
) -> None:
    page = browser.post("/add", files={"file": (name, DOCUMENTS[kind])})
    assert page.status_code == 200
    assert "Who built the dam?" in words(page)
    draft = collection.get_draft(collection.drafts()[0].id)
    assert [card.prompt for card in draft.kept] == ["Who built the dam?"]
    assert draft.deck.title == "notes"


def test_a_collection_of_mochi_is_a_draft_a_deck(browser: Browser, collection: Collection) -> None:
    page = browser.post("/add", files={"file": ("mine.mochi", packed_json(WHOLE))})
    assert "Each of your pages waits below." in words(page)
    drafts = [collection.get_draft(one.id) for one in collection.drafts()]
    cells = next(one for one in drafts if one.deck.title == "Biology::Cells")
    assert {one.deck.title for one in drafts} == {"Biology::Cells", "Words"}
    assert "are not taken over" in words(browser.get(f"/add/{cells.id}"))


def test_a_locked_document_is_refused_with_what_to_do(
    browser: Browser, collection: Collection
) -> None:
    page = browser.post("/add", files={"file": ("notes.pdf", LOCKED)})
    assert page.status_code == 422
    assert "locked with a password" in words(page)
    assert collection.drafts() == ()


def test_a_card_without_points_is_refused_and_nothing_changes(
    browser: Browser, collection: Collection
) -> None:
    path = add(browser)
    card = card_ids(collection)[0]
    page = browser.fill(browser.get(path), f"{path}/cards/{card}", part=True, point=["", " "])
    assert page.status_code == 422
    assert page.headers["hx-retarget"] == "#notice"
    assert "at least one point" in words(page)
    draft = collection.get_draft(collection.drafts()[0].id)
    assert len(draft.card(card).points) == 2


def test_a_page_without_cards_cannot_be_saved(browser: Browser, collection: Collection) -> None:
    path = add(browser, "Just a title")
    for card in card_ids(collection):
        browser.post(f"{path}/cards/{card}/drop")
    page = browser.post(f"{path}/save")
    assert page.status_code == 422
    assert collection.decks() == ()


def test_thrown_away_it_is_in_the_trash(browser: Browser, collection: Collection) -> None:
    path = add(browser)
    browser.fill(browser.get(path), f"{path}/throw-away")
    assert collection.drafts() == ()
    assert [thing.title for thing in collection.trash()] == ["Beavers"]
    assert browser.get(path).status_code == 404


def test_a_long_page_is_shown_in_parts(browser: Browser) -> None:
    path = add(browser, "Numbers\n\n" + "\n\n".join(f"What is {n}?\nThe {n}th" for n in range(70)))
    first, third = browser.get(path), browser.get(f"{path}?page=3")
    assert "Page 1 of 3" in words(first)
    assert first.text.count('class="row-card') == 25
    assert third.text.count('class="row-card') == 20


def test_the_text_of_a_very_long_page_has_a_page_of_its_own(
    browser: Browser, collection: Collection
) -> None:
    long = "Numbers\n\n" + "\n\n".join(f"What is {n}?\nThe {n}th" for n in range(1500))
    path = add(browser, long)
    assert len(browser.get(path).text) < 125_000
    page = browser.get(f"{path}/text")
    assert "The 1499th</textarea>" in page.text
    browser.fill(page, f"{path}/text", page=PAGE)
    assert len(collection.get_draft(collection.drafts()[0].id).deck.cards) == 2


def test_an_example_is_read_by_a_press(browser: Browser) -> None:
    welcome = browser.get("/")
    page = browser.fill(welcome, "/examples/")
    assert page.url.path.startswith("/add/")
    assert browser.post("/examples/nothing.txt").status_code == 404


def test_of_several_files_each_is_kept_and_what_is_none_is_told(
    browser: Browser, collection: Collection
) -> None:
    sent = [
        ("file", ("oak.txt", b"Q: What is an oak?\nA: A tree\n", "text/plain")),
        ("file", ("noise.bin", bytes(range(256)) * 20, "text/plain")),
        ("file", ("ash.txt", b"Q: What is an ash?\nA: A tree\n", "text/plain")),
    ]
    page = browser.post("/add", files=sent)
    assert page.status_code == 422
    assert "noise.bin is binary data" in words(page)
    assert {one.title for one in collection.drafts()} == {"oak", "ash"}


def test_rich_text_is_read_where_it_says_more(browser: Browser, collection: Collection) -> None:
    html = "<p>Q: What is lee?</p><p>A: The <b>sheltered</b> side</p>"
    browser.post("/add", data={"page": "Q: What is lee?\nA: The sheltered side", "html": html})
    (card,) = collection.get_draft(collection.drafts()[0].id).deck.cards
    assert card.back == "The **sheltered** side"


def test_rich_text_that_says_less_is_left_alone(browser: Browser, collection: Collection) -> None:
    browser.post("/add", data={"page": PAGE, "html": "<p><b>Beavers</b></p>"})
    assert len(collection.get_draft(collection.drafts()[0].id).deck.cards) == 2
