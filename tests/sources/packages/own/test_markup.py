"""Texts of cards as HTML, and back."""

import pytest
from hypothesis import given

from learnt.deck import Card, Point
from learnt.deck.showing import as_plain
from learnt.ids import CardId, PointId
from learnt.sources.packages.own.markup import (
    as_read,
    html_of,
    points_field,
    points_in,
    prompt_field,
    prompt_in,
)
from tests.collection.world import an_id
from tests.strategies import texts


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "plain"),
        ("**bold** & <i>", "<b>bold</b> &amp; &lt;i&gt;"),
        ("x<sub>1</sub> and x\u2082", "x<sub>1</sub> and x\u2082"),
        ("one\ntwo", "one<br>two"),
        ("def f():\n    g()", '<span style="white-space:pre-wrap">def f():\n    g()</span>'),
        ("a\n\tb", '<span style="white-space:pre-wrap">a\n\tb</span>'),
        ("a {{c1::gap}}", "a {&#123;c1::gap}}"),
        (
            '<img data-card alt="a weir" src="ox%20bow.png">',
            '<img alt="a weir" src="ox%20bow.png">',
        ),
    ],
)
def test_it_looks_as_it_does_here(text: str, html: str) -> None:
    assert html_of(text) == html
    assert as_plain(as_read([text])[0]) == as_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        '<img data-card onerror="alert(1)" src="x">',
        '<img src="x" onerror="alert(1)">',
        "<script>alert(1)</script>",
        '<sub><img src=x onerror="alert(1)"></sub>',
        "**<b onmouseover=alert(1)>**",
    ],
)
def test_no_html_comes_out_of_a_text_that_is_none(text: str) -> None:
    html = html_of(text)
    for tag in ("<sub>", "</sub>", "<b>", "</b>"):
        html = html.replace(tag, "")
    assert "<" not in html


@given(texts())
def test_no_text_makes_a_cloze_of_ankis(text: str) -> None:
    assert "{{" not in html_of(text)


def a_card(*points: str, hint: str | None = None, note: str | None = None) -> Card:
    made = tuple(Point(PointId(an_id(2 + nth)), text) for nth, text in enumerate(points))
    return Card(CardId(an_id(1)), "What?", made, hint=hint, note=note, media=("a.png", "b.mp3"))


def test_hint_note_and_media_stand_apart() -> None:
    card = a_card("one", "two\nlines", hint="think", note="see page 3")
    field = prompt_field(card.prompt or "", card.hint)
    assert prompt_in(field) == ("What?", "think")
    read = points_in(points_field(card))
    assert (read.points, read.note) == (("one", "two\nlines"), "see page 3")
    assert '<img src="a.png">[sound:b.mp3]' in points_field(card)


@pytest.mark.parametrize(
    ("html", "points"),
    [
        ('<ul class="learnt-points"><li>a</li><li>b</li></ul>', ("a", "b")),
        ('<ul class="learnt-points"><li>a</li><li></li></ul>c<br>d', ("a", "c", "d")),
        ('<div>before</div><ul class="learnt-points"><li>a</li></ul>', ("a", "before")),
        ("a<br>b", ("a", "b")),
        ("<ul><li>a</li><li>b</li></ul>", ("a", "b")),
        ("", ()),
        ('<ul class="learnt-points"></ul>', ()),
        ('<ul class="learnt-points"><li>a', ("a",)),
    ],
)
def test_whatever_ankis_editor_made_of_it(html: str, points: tuple[str, ...]) -> None:
    assert points_in(html).points == points
