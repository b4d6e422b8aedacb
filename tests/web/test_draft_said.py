"""Saying in the browser how a page is to be read: buttons that need no script, words that tell."""

import re

import pytest

from learnt import Collection
from learnt.collection import Draft
from learnt.sources import Said
from tests.web.conftest import HX, Browser, words
from tests.web.test_drafts import add

PAGE = """\
Otters

Q: What does an otter eat?
A: Fish
Crabs

Q: Where does it sleep?
A: In a holt
Leaf 3

Q: When is it seen?
A: At dusk
Leaf 4
"""
TABLE = "leat\ta ditch to a mill\nhopper\tit holds the corn\nsluice\tit holds the water\n"
CHOICES = """\
1. What drives a tide mill?
A) Wind
B) The moon
C) Steam
Answer: B

2. What did the miller keep?
A) A tenth
B) A half
C) Nothing
Answer: A
"""


def draft_of(collection: Collection) -> Draft:
    return collection.get_draft(collection.drafts()[0].id)


def say(browser: Browser, path: str, *, part: bool = False, **said: str) -> str:
    """Press a button; what the page says then."""
    page = browser.post(f"{path}/say?page=1", data=said, headers=HX if part else None)
    assert page.status_code == 200
    return page.text


def test_front_and_back_are_swapped_and_swapped_back(
    browser: Browser, collection: Collection
) -> None:
    path = add(browser, PAGE)
    assert 'name="swapped" value="page" aria-pressed="false"' in browser.get(path).text
    assert 'name="swapped" value="page" aria-pressed="true"' in say(browser, path, swapped="page")
    assert draft_of(collection).deck.cards[1].back == "Where does it sleep?"
    assert 'aria-pressed="true"' not in say(browser, path, swapped="page")
    assert draft_of(collection).deck.cards[1].prompt == "Where does it sleep?"


def test_these_are_statements(browser: Browser, collection: Collection) -> None:
    path = add(browser, PAGE)
    say(browser, path, statements="page")
    assert {card.prompt for card in draft_of(collection).deck.cards} == {None}


def test_a_part_of_the_page_is_enough(browser: Browser) -> None:
    path = add(browser, PAGE)
    part = say(browser, path, part=True, split="5")
    assert "<html" not in part
    assert '<div id="draft-rows">' in part
    assert 'hx-swap-oob="innerHTML:#draft-count"' in part
    assert "4 cards" in part


def test_without_a_part_the_line_is_gone_to(browser: Browser) -> None:
    path = add(browser, PAGE)
    sent = browser.post(f"{path}/say?page=1", data={"split": "5"}, follow_redirects=False)
    assert sent.headers["location"] == f"{path}?page=1#line-5"
    assert 'id="line-5"' in browser.get(path).text


def test_every_line_has_its_buttons(browser: Browser) -> None:
    """The first line of a card joins it, the others begin one, and all can be left out."""
    text = browser.get(add(browser, PAGE)).text
    buttons = set(re.findall(r'form="say" name="(\w+)" value="(\d+)"', text))
    assert {("split", "4"), ("split", "5"), ("join", "7"), ("split", "8")} <= buttons
    assert {("furniture", str(n)) for n in (3, 4, 5, 7, 8, 9, 11, 12)} <= buttons
    assert {("swapped", "3"), ("statements", "7"), ("swapped", "11")} <= buttons
    assert not {("join", "3"), ("split", "3"), ("split", "2"), ("kept", "9")} & buttons


def test_lines_are_left_out_dimmed_and_put_back(browser: Browser, collection: Collection) -> None:
    path = add(browser, PAGE)
    page = say(browser, path, furniture="9")
    assert "Lines like “Leaf 3” are not part of the cards." in page
    assert re.search(r'<p id="line-9" class="not-cards">', page)
    assert re.search(r'<p id="line-13" class="not-cards">', page)
    assert {("9"), ("13")} == set(re.findall(r'name="kept" value="(\d+)"', page))
    assert "Leaf" not in str([card.back for card in draft_of(collection).deck.cards])
    page = say(browser, path, kept="13")
    assert re.findall(r'name="kept" value="(\d+)"', page) == ["9"]
    assert "Leaf 4" in str([card.back for card in draft_of(collection).deck.cards])


def test_what_was_said_is_listed_and_taken_back(browser: Browser, collection: Collection) -> None:
    path = add(browser, PAGE)
    say(browser, path, join="7")
    say(browser, path, swapped="11")
    page = browser.get(path)
    assert "No card begins at line 7." in words(page)
    assert "Line 11: front and back are swapped." in words(page)
    after = browser.fill(page, f"{path}/take-back", part=True)
    assert "No card begins" not in words(after)
    assert [one.said for one in draft_of(collection).reading.corrections] == [Said.SWAPPED]


def test_the_next_page_says_what_was_taken_over(browser: Browser, collection: Collection) -> None:
    path = add(browser, PAGE)
    say(browser, path, swapped="page")
    say(browser, path, furniture="9")
    browser.post(f"{path}/save")
    path = add(browser, PAGE.replace("otter", "stoat").replace("Otters", "Stoats"))
    told = words(browser.get(path))
    assert (
        "Read as you corrected the last page like this: sides swapped, lines like “Leaf 3” left out."
        in told
    )
    say(browser, path, swapped="page")
    told = words(browser.get(path))
    assert "sides swapped" not in told
    page = browser.fill(browser.get(path), f"{path}/take-back")
    assert "Read as you corrected" not in words(page)
    browser.post(f"{path}/save")
    path = add(browser, PAGE.replace("otter", "weasel").replace("Otters", "Weasels"))
    assert "Read as you corrected" not in words(browser.get(path))


def test_what_separates_the_sides_is_shown(browser: Browser) -> None:
    assert "Sides are separated by a tab." in words(browser.get(add(browser, TABLE)))


@pytest.fixture
def doubtful(browser: Browser, collection: Collection, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a page of thirty cards, each of which is to be checked."""
    monkeypatch.setattr("learnt.web.draft_rows.DOUBTFUL", 1.1)
    cards = "\n\n".join(f"Q: What is the {n}th?\nA: The {n}th" for n in range(30))
    return add(browser, f"Numbers\n\n{cards}\n")


def test_from_one_card_to_check_to_the_next(
    browser: Browser, collection: Collection, doubtful: str
) -> None:
    ids = [card.id for card in draft_of(collection).deck.cards]
    page = browser.get(doubtful)
    assert "30 of 30 cards to check" in words(page)
    assert f'<a href="{doubtful}?page=1#card-{ids[0]}">go to the first one</a>' in page.text
    for here, there, part in ((0, 1, 1), (24, 25, 2)):
        at = page.text.index(f'id="card-{ids[here]}"')
        link = re.search(r'<a href="([^"]*)">Go to the next one</a>', page.text[at:])
        assert link
        assert link[1] == f"{doubtful}?page={part}#card-{ids[there]}"
    last = browser.get(f"{doubtful}?page=2").text
    assert "Go to the next one" not in last[last.index(f'id="card-{ids[29]}"') :]


def test_who_edits_a_card_has_looked_at_it(
    browser: Browser, collection: Collection, doubtful: str
) -> None:
    card = draft_of(collection).deck.cards[0].id
    page = browser.get(doubtful)
    told = browser.fill(page, f"{doubtful}/cards/{card}", part=True, prompt="Mine?")
    assert "29 of 30 cards to check" in words(told)
    browser.post(f"{doubtful}/cards/{draft_of(collection).deck.cards[1].id}/drop")
    assert "28 of 29 cards to check" in words(browser.get(doubtful))


def test_wrong_answers_are_shown_and_can_be_changed(
    browser: Browser, collection: Collection
) -> None:
    path = add(browser, CHOICES)
    card = next((one for one in draft_of(collection).deck.cards if one.wrong_options), None)
    assert card is not None
    page = browser.get(path)
    assert "\n".join(card.wrong_options) + "</textarea>" in page.text
    browser.fill(page, f"{path}/cards/{card.id}", part=True, wrong="Oxen\n\nRivers")
    assert draft_of(collection).card(card.id).wrong_options == ("Oxen", "Rivers")
    browser.post(f"{path}/cards/{card.id}", data={"prompt": "Why?", "point": ["So"]})
    assert draft_of(collection).card(card.id).wrong_options == ("Oxen", "Rivers")


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"split": "99"}, "There is no line 99 on this page; it has 13."),
        ({"split": "page"}, "Say which line of the page you mean."),
        ({"split": "x"}, "is not a whole number"),
        ({"nonsense": "1"}, "out of date or incomplete"),
        ({}, "out of date or incomplete"),
    ],
)
def test_what_cannot_be_said_is_told(
    browser: Browser, collection: Collection, sent: dict[str, str], told: str
) -> None:
    path = add(browser, PAGE)
    before = draft_of(collection)
    page = browser.post(f"{path}/say", data=sent)
    assert page.status_code == 422
    assert told in words(page)
    assert browser.post(f"{path}/take-back", data={"said": "x"}).status_code == 422
    assert draft_of(collection) == before


@pytest.mark.parametrize(
    "page",
    [
        "# Mills\n\nA leat?\n- A ditch\n\nA race?\n- Water\n",
        '[{"front": "leat", "back": "a ditch"},\n{"front": "race", "back": "water"}]',
    ],
)
def test_a_file_of_a_program_speaks_for_itself(browser: Browser, page: str) -> None:
    """Its sides can be swapped, but its lines need no explaining."""
    text = browser.get(add(browser, page)).text
    assert 'name="swapped" value="page"' in text
    assert "Change these lines" not in text
    assert 'name="join"' not in text
