"""A package that comes again: what it changes is seen and chosen before it is saved."""

from dataclasses import replace

import httpx2
import pytest

from learnt import Collection
from learnt.sources.packages import Form
from learnt.web.uploads.keeping import uploads_of
from learnt.web.uploads.upload import State
from tests.collection.rivers import edit, said
from tests.sources.packages.kept import CONTENT, MEANDER, TYPE_IT
from tests.sources.packages.making import Content, package
from tests.web.conftest import Browser, words

MINE = "wears the bank away, more in floods"
BANK = "wears the <b>bank</b> away"


def instead(content: Content, number: int, *fields: str) -> Content:
    """The package with other fields in one of its notes."""
    notes = tuple(replace(one, fields=fields) if one.id == number else one for one in content.notes)
    return replace(content, notes=notes)


def without(content: Content, number: int) -> Content:
    """The package without a note and what belongs to it."""
    cards = tuple(one for one in content.cards if one.note != number)
    log = tuple(one for one in content.log if one.card in {card.id for card in cards})
    notes = tuple(one for one in content.notes if one.id != number)
    return replace(content, notes=notes, cards=cards, log=log)


NEXT = instead(
    CONTENT, MEANDER.id, MEANDER.fields[0], MEANDER.fields[1].replace(BANK, "tears the bank down")
)
"""The same package, in which a point that the learner has edited says something else."""

LESS = without(instead(CONTENT, TYPE_IT.id, TYPE_IT.fields[0], "the Volga"), MEANDER.id)
"""One in which a card is another, and one is gone."""


def send(browser: Browser, content: Content) -> httpx2.Response:
    data = package(content, Form.LATEST)
    page = browser.post("/add", files={"file": ("rivers.apkg", data)})
    saved: httpx2.Response = browser.fill(page, f"{page.url.path}/save")
    return saved


def decide(browser: Browser, asking: httpx2.Response, **choices: str | list[str]) -> str:
    data = browser.form(asking, f"{asking.url.path}/decide").with_(**choices)
    return words(browser.post(f"{asking.url.path}/decide", data=data))


@pytest.fixture
def edited(browser: Browser, collection: Collection) -> str:
    """The package is here, and the learner has changed a point of it; the id of the card."""
    send(browser, CONTENT)
    return edit(collection, "Why do meanders", 2, MINE).id


def points(collection: Collection) -> list[str]:
    return said(collection, "Why do meanders")


def test_a_new_package_asks_nothing(browser: Browser) -> None:
    assert "Saved" in words(send(browser, CONTENT))


def test_the_same_package_asks_nothing(browser: Browser) -> None:
    send(browser, CONTENT)
    assert "everything in it was here already" in words(send(browser, CONTENT))


def test_what_both_changed_is_asked_and_nothing_is_saved_before(
    browser: Browser, collection: Collection, edited: str
) -> None:
    asking = send(browser, NEXT)
    told = words(asking)
    assert 'aria-live="polite"></div>' in asking.text
    assert "Nothing is saved yet" in told
    assert "Geography › Rivers" in told
    assert "Saving updates it: 1 changed by you and in the package." in told
    assert "You and the package have changed the same thing" in told
    assert f'name="side-{edited}" value="ours" checked' in asking.text
    assert "<mark>tears</mark>" in asking.text
    assert points(collection)[2] == MINE
    (upload,) = [one for one in uploads_of(collection).list() if one.state is State.ASKS]
    assert "to be checked" in words(browser.get("/add"))
    assert words(browser.get(f"/add/files/{upload.id}")) == told


@pytest.mark.parametrize(("side", "cards"), [("ours", 1), ("theirs", 1), ("both", 2)])
def test_as_was_chosen(
    browser: Browser, collection: Collection, edited: str, side: str, cards: int
) -> None:
    asking = send(browser, NEXT)
    assert "Saved" in decide(browser, asking, **{f"side-{edited}": side})
    texts = [
        point.text
        for card in collection.deck("Rivers").cards
        if (card.prompt or "").startswith("Why do meanders")
        for point in card.points
    ]
    assert len(texts) == 3 * cards
    assert (MINE in texts) == (side != "theirs")
    assert ("tears the bank down" in texts) == (side != "ours")
    assert collection.doctor().differences == 0


def test_what_is_gone_stays_unless_it_is_ticked(browser: Browser, collection: Collection) -> None:
    send(browser, CONTENT)
    asking = send(browser, LESS)
    told = words(asking)
    assert "1 changed, 1 gone from the package" in told
    assert "Put into the trash: Why do meanders grow?" in told
    decide(browser, asking)
    assert len(points(collection)) == 3
    gone = next(
        card.id for card in collection.deck("Rivers").cards if "meanders" in (card.prompt or "")
    )
    assert "Saved" in decide(browser, send(browser, LESS), gone=[gone])
    assert "meanders" not in {card.prompt for card in collection.deck("Rivers").cards}
    assert [one.title for one in collection.trash()] != []


def test_back_to_what_is_chosen(browser: Browser, collection: Collection, edited: str) -> None:
    asking = send(browser, NEXT)
    choosing = browser.fill(asking, f"{asking.url.path}/again")
    assert "Decks" in words(choosing)
    assert points(collection)[2] == MINE


def test_a_choice_that_is_none_saves_nothing(
    browser: Browser, collection: Collection, edited: str
) -> None:
    asking = send(browser, NEXT)
    told = browser.post(f"{asking.url.path}/decide", data={f"side-{edited}": "mine"})
    assert told.status_code == 422
    assert points(collection)[2] == MINE
    assert "Nothing is saved yet" in words(browser.get(asking.url.path))


def test_what_it_asks_is_asked_anew_where_it_was_lost(
    browser: Browser, collection: Collection, edited: str
) -> None:
    asking = send(browser, NEXT)
    (upload,) = [one for one in uploads_of(collection).list() if one.state is State.ASKS]
    (uploads_of(collection).place(upload) / "changes").write_bytes(b"half of it")
    choosing = browser.get(asking.url.path)
    assert "Decks" in words(choosing)
    again = browser.fill(choosing, f"{choosing.url.path}/save")
    assert "Nothing is saved yet" in words(again)
