"""What a card's text looks like: bold, raised, lowered, pictures; everything else is text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.deck import Card, Point
from learnt.deck.showing import Place, Run, as_plain, moved_to, runs_at, runs_of, without_bold
from learnt.deck.tidy import same_text
from learnt.ids import CardId, PointId


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**Lee** side", "Lee side"),
        ("SO<sub>4</sub><sup>2−</sup>", "SO₄²⁻"),
        ("x<SUP>2</SUP>", "x²"),
        ("1<sup>st</sup> and 4<sup>th</sup>", "1st and 4th"),
        ("v<sub>b</sub> and v<sub>b,c</sub>", "v_b and v_(b,c)"),
        ("**v<sub>0</sub>** first", "v₀ first"),
        ('Which bird? <img data-card alt="a wren" src="w.png">', "Which bird? [picture: a wren]"),
        ("Which bird? <img data-card>", "Which bird? [picture]"),
        ('Which? <img data-card src="a%20wren.png">', "Which? [picture: a wren.png]"),
        ("Which? **[sound:wren.mp3]**", "Which? [sound: wren.mp3]"),
    ],
)
def test_signs_are_read(text: str, plain: str) -> None:
    assert as_plain(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "a<b and c>d",
        "2**3 == 8, 2**3**2",
        "List<int> <stdio.h>",
        "<sub>open",
        "** no **",
        "***",
        "<b>x</b>",
        "<script>alert(1)</script>",
        "<sub>a<b</sub>",
        '<img alt="a wren" src="w.png">',
    ],
)
def test_all_else_is_text(text: str) -> None:
    assert runs_of(text) == (Run(text),)
    assert as_plain(text) == text


def test_runs() -> None:
    assert runs_of("a **b** H<sub>2</sub>") == (
        Run("a "),
        Run("b", bold=True),
        Run(" H"),
        Run("2", place=Place.LOW),
    )
    assert moved_to(Place.LOW, "q") is None


def test_a_label_is_plain() -> None:
    point = Point(PointId("b"), "water")
    assert Card(CardId("a"), "**H<sub>2</sub>O**", (point,)).label == "H₂O"


def test_bold_makes_no_difference() -> None:
    assert same_text("The **Lee**  side") == same_text("the lee side")
    assert same_text("2**3") != same_text("23")


@given(st.text(st.sampled_from("*<>/subpimgalt=\"' x2\n"), max_size=60))
def test_no_text_is_lost(text: str) -> None:
    shown = "".join(run.text for run in runs_of(text))
    if "<" not in text:
        assert shown == without_bold(text)
    else:
        assert len(shown) <= len(text) + len("[picture: ]") * text.count("<img")


@given(st.text(st.sampled_from('ab *<>/supimg2"=-\n')) | st.text())
def test_a_run_knows_where_it_stands(text: str) -> None:
    """In order, none within another, each the letters that stand there but for a picture."""
    end = 0
    for start, after, run in runs_at(text):
        assert end <= start < after <= len(text)
        assert run.text == text[start:after] or run.text.startswith("[picture")
        end = after
    assert "".join(run.text for _, _, run in runs_at(text)) == "".join(
        run.text for run in runs_of(text)
    )


def test_where_the_runs_of_a_text_stand() -> None:
    text = 'a **b H<sub>2</sub>O** <img data-card alt="map"> c'
    assert [(text[start:end], run.text) for start, end, run in runs_at(text)] == [
        ("a ", "a "),
        ("b H", "b H"),
        ("2", "2"),
        ("O", "O"),
        (" ", " "),
        ('<img data-card alt="map">', "[picture: map]"),
        (" c", " c"),
    ]
