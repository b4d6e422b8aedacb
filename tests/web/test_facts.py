"""The page of a deck's facts: shown with their marks, corrected in place, taken back."""

import re
from dataclasses import replace

import pytest

from learnt import Collection
from learnt.facts import Action, FactKind
from tests.collection.world import a_card, a_deck, an_id, simple_deck
from tests.web.conftest import HX, Browser, Form, Forms, words

CARD = a_card(
    7,
    ["It was negotiated in December 1934", "It was signed in May 1935"],
    prompt="What was agreed between France and Italy?",
)
OTHER = a_card(8, ["France was rich in 1930"], prompt=None)


@pytest.fixture
def deck(collection: Collection) -> str:
    return collection.add(a_deck(1, [CARD, OTHER], "Foreign policy")).deck


def form(
    browser: Browser, deck: str, quote: str, action: str = "change", kind: str = "date"
) -> Form:
    """The form that does this with a fact, by its phrase."""
    page = browser.get(f"/decks/{deck}/facts")
    wanted = {("quote", quote), ("kind", kind), ("say", action)}
    return next(one for one in Forms(page.text).found if wanted <= set(one.fields))


def send(browser: Browser, one: Form, /, *, part: bool = False, **changes: str) -> str:
    answer = browser.post(one.action, data=one.with_(**changes), headers=HX if part else None)
    assert answer.status_code == 200, answer.text
    return words(answer)


def dates(collection: Collection, deck: str) -> list[str]:
    return [
        date.edtf for card in collection.facts(deck) for text in card.texts for date in text.dates
    ]


def test_the_deck_leads_to_its_facts_and_back(browser: Browser, deck: str) -> None:
    assert f'href="/decks/{deck}/facts"' in browser.get(f"/decks/{deck}").text
    page = browser.get(f"/decks/{deck}/facts")
    assert f'<a href="/decks/{deck}/facts" aria-current="page">Facts</a>' in page.text


def test_facts_stand_in_their_text_and_beside_it(browser: Browser, deck: str) -> None:
    page = browser.get(f"/decks/{deck}/facts")
    assert '<mark class="fact f-date">December 1934</mark>' in page.text
    text = words(page)
    assert "When December 1934 1934-12 Not a fact Change" in text
    assert "Who France a country or state" in text
    for label in ("When", "Who", "How many", "What happened", "Agreement", "Because"):
        assert f">{label}</mark></li>" in page.text


@pytest.mark.parametrize("part", [False, True])
def test_a_date_is_changed(browser: Browser, collection: Collection, deck: str, part: bool) -> None:
    text = send(browser, form(browser, deck, "May 1935"), part=part, edtf="c. 1936")
    assert "Saved. It stays so" in text
    assert "When May 1935 about 1936 1936~" in text
    assert "You said: “May 1935” (When): about 1936." in text
    assert dates(collection, deck)[1] == "1936~"
    if part:
        assert "rich" not in text, "only the card itself is drawn anew"


def test_only_what_was_written_otherwise_is_kept(
    browser: Browser, collection: Collection, deck: str
) -> None:
    send(browser, form(browser, deck, "signed", kind="event"), place="Paris")
    (said,) = collection.corrections(deck).standing
    assert said.values == {"place": "Paris"}
    again = form(browser, deck, "signed", kind="event")
    assert dict(again.fields)["place"] == "Paris"
    assert "it is read so already" in send(browser, again)
    assert collection.corrections(deck).standing == (said,)


def test_what_is_no_fact_goes(browser: Browser, collection: Collection, deck: str) -> None:
    send(browser, form(browser, deck, "May 1935", "reject"))
    assert dates(collection, deck) == ["1934-12", "1930"]


def test_a_name_that_is_the_same_as_another(
    browser: Browser, collection: Collection, deck: str
) -> None:
    """It is so on all cards, and all of them are drawn anew."""
    one = form(browser, deck, "France", "merge", "name")
    answer = browser.post(one.action, data=one.with_(into="Gaul"), headers=HX)
    assert answer.headers["hx-retarget"] == "#fact-cards"
    assert "rich" in words(answer)
    names = {n.name for c in collection.facts(deck) for t in c.texts for n in t.names}
    assert "Gaul" in names
    assert "France" not in names


def choices(browser: Browser, deck: str, quote: str, kind: str) -> dict[str, str]:
    """What a fact can be the same as: by what stands in the list, what is sent."""
    page = browser.get(f"/decks/{deck}/facts").text
    hidden = f'name="kind" value="{kind}"><input type="hidden" name="quote" value="{quote}"'
    own = next(
        one for one in page.split("<form") if 'name="say" value="merge"' in one and hidden in one
    )
    return {
        words: value for value, words in re.findall('<option value="([^"]*)"[^>]*>([^<]*)<', own)
    }


def test_a_fact_that_is_the_same_as_another_of_its_card(
    browser: Browser, collection: Collection, deck: str
) -> None:
    """The page lists the others, draws the card anew, and takes it back as any correction."""
    listed = choices(browser, deck, "May 1935", "date")
    assert list(listed) == [
        "Choose a fact of this card",
        "December 1934 – point 1: “… negotiated in December 1934”",
    ]
    one = form(browser, deck, "May 1935", "merge")
    text = send(browser, one, part=True, into=list(listed.values())[1])
    assert "You said: “May 1935” (When) is the same as “December 1934” in point 1." in text
    assert "rich" not in text, "only the card itself is drawn anew"
    assert dates(collection, deck) == ["1934-12", "1930"]
    page = browser.get(f"/decks/{deck}/facts")
    assert "Taken back." in send(browser, browser.form(page, f"/decks/{deck}/facts/take-back"))
    assert dates(collection, deck) == ["1934-12", "1935-05", "1930"]


def test_two_events_that_are_one(browser: Browser, collection: Collection, deck: str) -> None:
    _, into = choices(browser, deck, "signed", "event").values()
    one = form(browser, deck, "signed", "merge", "event")
    assert "“signed” (What happened) is the same as “negotiated” in point 1." in send(
        browser, one, into=into
    )
    events = [[one.verb for one in text.events] for text in collection.facts(deck)[0].texts]
    assert events == [[], ["negotiate"], []]


@pytest.mark.parametrize("place", ["typed", "selected"])
def test_a_fact_is_added(browser: Browser, collection: Collection, deck: str, place: str) -> None:
    page = browser.get(f"/decks/{deck}/facts")
    added = next(one for one in Forms(page.text).found if ("say", "add") in one.fields)
    where = {"point": CARD.points[1].id, "start": "3"} if place == "selected" else {}
    values = {"name-name": "Nobody", "name-kind": "person", "date-edtf": "nonsense"}
    sent = {"kind": "name", "quote": "was SIGNED"} | values | where
    text = words(browser.post(added.action, data=added.with_(**sent)))
    assert "You said: “was signed” was missing (Who): Full name: Nobody" in text
    (said,) = collection.corrections(deck).standing
    assert (said.point, said.values) == (CARD.points[1].id, {"name": "Nobody", "kind": "person"})


def test_a_correction_is_taken_back(browser: Browser, collection: Collection, deck: str) -> None:
    before = dates(collection, deck)
    send(browser, form(browser, deck, "May 1935"), edtf="1939")
    page = browser.get(f"/decks/{deck}/facts")
    back = browser.form(page, f"/decks/{deck}/facts/take-back")
    assert "Taken back." in send(browser, back)
    assert dates(collection, deck) == before
    assert "Taken back." in send(browser, back), "twice is once"


def test_the_same_form_sent_twice_is_one_correction(
    browser: Browser, collection: Collection, deck: str
) -> None:
    one = form(browser, deck, "May 1935")
    send(browser, one, edtf="1939")
    browser.post(one.action, data=one.with_(edtf="1939"))
    assert len(collection.corrections(deck).standing) == 1


def test_a_correction_whose_words_are_gone_is_told_kindly(
    browser: Browser, collection: Collection, deck: str
) -> None:
    collection.correct_fact(
        CARD.id, CARD.points[1].id, FactKind.DATE, Action.CHANGE, "May 1935", {"edtf": "1936"}
    )
    point = replace(CARD.points[1], text="It was signed later")
    collection.change(replace(CARD, points=(CARD.points[0], point)))
    text = words(browser.get(f"/decks/{deck}/facts"))
    assert "The words are gone from this card; your correction waits for them." in text


@pytest.mark.parametrize(
    ("changes", "status", "why"),
    [
        ({"edtf": "May 1935x"}, 422, "“May 1935x” is no date that can be kept. Write 1935-05"),
        ({"quote": "May 1999"}, 422, "does not stand in this text"),
        ({"card": an_id(99)}, 404, "not in the collection"),
        ({"point": an_id(99)}, 404, "not on the card"),
        ({"card": "x"}, 422, "out of date"),
        ({"correction": "x"}, 422, "out of date"),
        ({"kind": "x"}, 422, "out of date"),
        ({"say": "x"}, 422, "out of date"),
        ({"start": "-1"}, 422, "whole number"),
        ({"edtf": "x" * 3000}, 422, "too long"),
        ({"say": "merge"}, 422, "Choose the fact that it is the same as"),
        ({"say": "merge", "into": "nonsense"}, 422, "out of date"),
        ({"say": "merge", "into": "0 - 1066"}, 422, "does not stand in this text"),
        ({"say": "merge", "into": "soon - What"}, 422, "whole number"),
        ({"say": "merge", "into": f"17 {CARD.points[1].id} May 1935"}, 422, "as itself already"),
    ],
)
def test_what_cannot_be_is_told(
    browser: Browser,
    collection: Collection,
    deck: str,
    changes: dict[str, str],
    status: int,
    why: str,
) -> None:
    one = form(browser, deck, "May 1935")
    data = one.with_(**{"edtf": "1939"} | changes)
    for headers in (None, HX):
        answer = browser.post(one.action, data=data, headers=headers)
        assert answer.status_code == status
        assert why in words(answer)
    assert collection.corrections(deck).standing == ()


def test_many_cards_come_in_pages(browser: Browser, collection: Collection) -> None:
    deck = collection.add(simple_deck(45)).deck
    page = browser.get(f"/decks/{deck}/facts?page=5")
    assert page.text.count('class="fact-card"') == 5
    assert 'start="41"' in page.text
    assert "Page 5 of 5" in words(page)
    assert f"/decks/{deck}/facts?page=5" in browser.form(page, f"/decks/{deck}/facts").action


def test_a_deck_without_cards(browser: Browser, collection: Collection) -> None:
    deck = collection.new_deck("Empty")
    assert "There is no card in this deck yet." in words(browser.get(f"/decks/{deck}/facts"))


def test_a_deck_that_is_not_there(browser: Browser) -> None:
    assert browser.get(f"/decks/{an_id(3)}/facts").status_code == 404


def test_every_form_has_an_id_of_its_own(browser: Browser, deck: str) -> None:
    page = browser.get(f"/decks/{deck}/facts").text
    ids = re.findall(r'name="correction" value="([^"]+)"', page)
    assert len(ids) == len(set(ids)) > 5
