"""What is printed: every text, escaped, in its order."""

import re

import pytest
from hypothesis import given
from selectolax.lexbor import LexborHTMLParser

from learnt.deck import Card, Deck, Point
from learnt.ids import CardId, DeckId, PointId
from learnt.sources.printing import Choice, Kind, Known, Paper, deck_to_html, printed
from tests.strategies import decks


def card(prompt: str | None, *points: str, ordered: bool = False, note: str | None = None) -> Card:
    made = tuple(Point(PointId(f"{prompt}{one}"), one) for one in points)
    return Card(CardId(str(prompt)), prompt, made, ordered=ordered, note=note)


DECK = Deck(
    DeckId("d"),
    "Waves & <light>",
    (
        card("What is H<sub>2</sub>O?", "**water**", "a <script>alert(1)</script>"),
        card("In which order?", "first", "then", ordered=True, note="learn this"),
        card(None, "Light is a wave and a particle at once"),
    ),
    question="What is a wave?",
)


def words(html: str, selector: str) -> list[str]:
    return [" ".join(one.text().split()) for one in LexborHTMLParser(html).css(selector)]


def test_cards_to_cut() -> None:
    html = printed(DECK, Choice(Kind.CARDS))
    assert words(html, ".fronts .cutout > div") == [
        "What is H2O?",
        "In which order?",
        "What is a wave? Light is …",
    ]
    assert words(html, ".backs .cutout.c2.r1 li") == ["water", "a <script>alert(1)</script>"]
    assert words(html, ".backs .cutout.c1.r1 ol li") == ["first", "then"]
    assert words(html, ".fronts small")[0] == "Waves & <light> · 1"


def test_a_sheet() -> None:
    known = {PointId("In which order?first"): Known.WELL, PointId("In which order?then"): Known.NEW}
    html = printed(DECK, Choice(Kind.SHEET, Paper.LETTER, known))
    assert words(html, "header h2") == ["Waves & <light>"]
    assert words(html, ".asked > ol > li") == ["● first", "○ then"]
    assert words(html, ".beside") == ["Note: learn this"]
    assert "not asked yet" in words(html, ".legend")[0]
    assert 'class="printed flow letter"' in html


def test_a_test_asks_first_and_answers_on_a_page_of_its_own() -> None:
    html = printed(DECK, Choice(Kind.TEST))
    asked, answers = html.split('<section class="run answers">')
    assert words(asked, ".asked h3") == [
        "What is H2O? (2 points)",
        "In which order? (2 points)",
        "What is a wave? Light is …",
    ]
    assert len(words(asked, ".to-write")) == 5
    assert "water" not in asked
    assert "then" in words(answers, ".asked li")


@pytest.mark.parametrize("kind", list(Kind))
def test_a_file_needs_nothing_beside_it(kind: Kind) -> None:
    html = deck_to_html(DECK, Choice(kind)).decode()
    assert html.startswith("<!doctype html>")
    assert "<title>Waves &amp; &lt;light&gt;</title>" in html
    assert "@page" in html
    assert not re.search(r"(?:src=|href|url\(|@import)", html)
    assert LexborHTMLParser(html).css_first("script") is None


@given(decks())
def test_all_that_a_deck_says_is_printed(deck: Deck) -> None:
    for kind in Kind:
        html = printed(deck, Choice(kind)).replace("\x00", "")
        shown = "".join(LexborHTMLParser(f"<body>{html}").body.text().split())  # type: ignore[union-attr]  # there is one
        for one in deck.cards:
            for point in one.points:
                if "<" not in point.text and "**" not in point.text and "\r" not in point.text:
                    assert "".join(point.text.split()) in shown


def test_an_empty_deck() -> None:
    assert b"Empty" in deck_to_html(Deck(DeckId("d"), "Empty"))
    assert printed(Deck(DeckId("d"), "Empty"), Choice(Kind.CARDS)).count("cutout") == 0
