"""The page that compares: conflicts side by side, decided with a word, taken back."""

import csv
import io
import time

import pytest

from learnt import Collection
from learnt.ids import DeckId
from learnt.web import comparisons
from tests.collection.world import a_card, a_deck, an_id
from tests.web.conftest import Browser, Form, Forms, words

MINE = a_card(7, ["The Treaty of Utrecht was signed in April 1713"], prompt="Which peace?")
HERS = a_card(8, ["Utrecht: the treaty was signed in May 1714"], prompt="What was signed?")
TWINS = [
    a_card(9, ["The Alamo fell to Santa Anna on 6 March 1836"], prompt="Texas"),
    a_card(10, ["Santa Anna took the Alamo in March 1836"], prompt="The Alamo"),
]


@pytest.fixture
def decks(collection: Collection) -> tuple[str, str]:
    first = collection.add(a_deck(1, [MINE, TWINS[0]], "Mine & ours")).deck
    return first, collection.add(a_deck(2, [HERS, TWINS[1]], "Hers")).deck


def page_of(decks: tuple[str, str], other: str | None = None) -> str:
    return f"/decks/{decks[0]}/compare?with={other or decks[1]}"


def form(browser: Browser, path: str, choice: str) -> Form:
    found = Forms(browser.get(path).text).found
    return next(one for one in found if ("choice", choice) in one.fields)


def test_a_deck_is_chosen_first(browser: Browser, decks: tuple[str, str]) -> None:
    assert f'href="/decks/{decks[0]}/compare"' in browser.get(f"/decks/{decks[0]}").text
    told = browser.get(f"/decks/{decks[0]}/compare").text
    assert f'<option value="{decks[1]}"' in told
    assert "Cannot both be right" not in told


def test_conflicts_stand_first_with_their_words_marked(
    browser: Browser, decks: tuple[str, str]
) -> None:
    told = browser.get(page_of(decks)).text
    assert told.index("Cannot both be right") < told.index("Seem to say the same")
    assert "They disagree about the date" in words(browser.get(page_of(decks)))
    for says in ("April 1713", "May 1714"):
        assert f'<mark class="differs">{says}</mark>' in told
    assert "Mine &amp; ours" in told
    assert "Alamo" in told[told.index("Seem to say the same") :]


@pytest.mark.parametrize("other", ["all", "self"])
def test_with_all_others_and_with_itself(
    browser: Browser, decks: tuple[str, str], other: str
) -> None:
    told = browser.get(page_of(decks, other)).text
    assert ("They disagree" in told) == (other == "all")
    assert ("No two points were found that disagree" in told) == (other == "self")


def test_one_is_right_and_the_other_is_mended_after_a_look(
    browser: Browser, collection: Collection, decks: tuple[str, str]
) -> None:
    a, b = MINE.points[0].id, HERS.points[0].id
    link = f"/decks/{decks[0]}/compare/right?with={decks[1]}&a={a}&b={b}&right={a}"
    assert link.replace("&", "&amp;") in browser.get(page_of(decks)).text
    asked = form(browser, link, "right")
    assert dict(asked.fields)["words"].strip() == "Utrecht: the treaty was signed in April 1713"
    assert collection.card(HERS.id)[1] == HERS
    answer = browser.post(asked.action, data=asked.with_())
    assert "The other card was changed" in answer.text
    assert collection.card(HERS.id)[1].points[0].text.strip().endswith("April 1713")
    assert "They disagree" not in answer.text
    assert browser.get(link).status_code == 404


def test_only_the_words_that_disagree_are_exchanged(
    browser: Browser, collection: Collection
) -> None:
    one = a_card(20, ["Drawn up in May 1714, the Treaty of Utrecht was signed in April 1713"])
    two = a_card(21, ["The Treaty of Utrecht was signed in May 1715"])
    deck = collection.add(a_deck(3, [one, two], "Peace")).deck
    found = collection.compare(deck).conflicts
    for each in found:
        points = f"a={each.a.point}&b={each.b.point}&right={each.b.point}"
        link = f"/decks/{deck}/compare/right?with=self&{points}"
        words_of = dict(form(browser, link, "right").fields)["words"].strip()
        span = each.a_span
        assert words_of == each.a.text[: span.start] + each.b_says + each.a.text[span.end :]
    assert found


def test_both_are_kept_with_a_note_and_that_is_taken_back(
    browser: Browser, collection: Collection, decks: tuple[str, str]
) -> None:
    keep = form(browser, page_of(decks), "keep")
    answer = browser.post(keep.action, data=keep.with_(note="<b>Two calendars</b>"))
    assert "They disagree" not in answer.text
    assert "&lt;b&gt;Two calendars&lt;/b&gt;" in answer.text
    again = browser.post(keep.action, data=keep.with_(note="once more"))
    assert again.status_code == 200
    assert len(collection.settlements()) == 1
    (back,) = (one for one in Forms(answer.text).found if one.action.endswith("take-back"))
    assert "They disagree" in browser.post(back.action, data=back.with_()).text


def test_two_things_are_not_suggested_again(browser: Browser, decks: tuple[str, str]) -> None:
    apart = form(browser, page_of(decks), "apart")
    assert "Nothing is surely said twice" in browser.post(apart.action, data=apart.with_()).text


def test_json_and_a_table(browser: Browser, decks: tuple[str, str]) -> None:
    path = page_of(decks)
    found = browser.get(path.replace("compare?", "compare.json?")).json()
    (conflict,) = found["conflict"]
    assert (conflict["about"], conflict["a_says"], conflict["b_says"]) == (
        "date",
        "April 1713",
        "May 1714",
    )
    table = browser.get(path.replace("compare?", "compare.csv?"))
    assert table.headers["content-type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert [row[0] for row in rows] == ["kind", "conflict", "same"]


def test_what_is_not_there_is_said(browser: Browser, decks: tuple[str, str]) -> None:
    assert browser.get(page_of(decks, an_id(99))).status_code == 404
    assert browser.get(page_of(decks, "nothing")).status_code == 422
    bad = f"/decks/{decks[0]}/compare/decide"
    assert browser.post(bad, data={"choice": "burn"}).status_code == 422


def test_a_deck_without_cards(browser: Browser, collection: Collection) -> None:
    deck = collection.new_deck("Empty")
    assert "There is no card in this deck yet" in browser.get(f"/decks/{deck}/compare").text


@pytest.mark.parametrize(("reads", "elsewhere"), [(True, True), (False, False)])
def test_the_page_waits_for_fewer_cards_where_sentences_are_read(
    browser: Browser,
    decks: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    reads: bool,
    elsewhere: bool,
) -> None:
    monkeypatch.setattr(comparisons, "AT_ONCE_READ", 1)
    monkeypatch.setattr(comparisons, "reads_sentences", lambda: reads)
    assert ("These decks are being compared" in browser.get(page_of(decks)).text) is elsewhere


def test_long_decks_are_compared_elsewhere(
    browser: Browser, decks: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparisons, "AT_ONCE", 1)
    monkeypatch.setattr(comparisons, "reads_sentences", lambda: False)
    first = browser.get(page_of(decks))
    assert "These decks are being compared" in first.text
    assert first.headers["refresh"].startswith("2; url=/decks/")
    assert browser.get(page_of(decks).replace("compare?", "compare.csv?")).status_code == 503
    until = time.monotonic() + 120
    while "being compared" in (told := browser.get(page_of(decks)).text):
        assert time.monotonic() < until
        time.sleep(0.2)
    assert "They disagree about the date" in told
    assert "Compared on" in told


def test_a_deck_that_was_deleted_meanwhile_ends_its_comparing_quietly(
    collection: Collection, decks: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    collection.delete(decks[1])
    key = DeckId(decks[0]), decks[1]
    order = str(collection.home), collection.store.url, key
    assert comparisons.in_a_process(order) is None
    assert capfd.readouterr().err == ""
