"""Facts marked in a text: nothing is lost, nothing is markup, whatever overlaps."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.deck.showing import runs_of
from learnt.facts import Date, Event, FactKind, Span, TextFacts
from learnt.web.fact_marks import Mark, marked, marks_of
from tests.web.browser.payloads import PAYLOADS

DATE, NAME, CAUSE = FactKind.DATE, FactKind.NAME, FactKind.CAUSE


def words(html: str) -> str:
    """What is shown, without the tags."""
    return unescape(re.sub(r"</?(?:mark|b|sub|sup)(?: [^<>]*)?>", "", html))


@st.composite
def texts_and_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(
        st.sampled_from(PAYLOADS)
        | st.text(st.sampled_from("ab *<>/sub&\"'"), min_size=1)
        | st.text(min_size=1)
    )
    places = st.integers(0, len(text))
    marks = draw(st.lists(st.tuples(places, places, st.sampled_from(FactKind)), max_size=6))
    return text, [
        (Span(min(one, other), max(one, other)), kind) for one, other, kind in marks if one != other
    ]


@given(texts_and_marks())
def test_a_marked_text_says_what_it_said(drawn: tuple[str, list[Mark]]) -> None:
    text, marks = drawn
    html = marked(text, marks)
    assert words(html) == "".join(run.text for run in runs_of(text))
    tags = re.findall(r"<[^<>]*>", html)
    own = re.compile(r'<mark class="fact f-[a-z]+">|</mark>|</?b>|</?su[bp]>')
    assert all(own.fullmatch(tag) for tag in tags), html
    assert "<" not in re.sub(r"<[^<>]*>", "", html)


def test_one_within_another() -> None:
    marks = [(Span(0, 12), CAUSE), (Span(3, 7), DATE)]
    assert marked("in 1935 came", marks) == (
        '<mark class="fact f-cause">in </mark>'
        '<mark class="fact f-cause"><mark class="fact f-date">1935</mark></mark>'
        '<mark class="fact f-cause"> came</mark>'
    )


def test_two_that_cross_are_cut() -> None:
    html = marked("abcdef", [(Span(0, 4), DATE), (Span(2, 6), NAME)])
    assert [words(part) for part in re.split(r"(?<=</mark>)(?=<mark)", html)] == ["ab", "cd", "ef"]


def test_the_same_twice_is_drawn_once() -> None:
    assert marked("ab", [(Span(0, 2), DATE)] * 3) == '<mark class="fact f-date">ab</mark>'


def test_bold_and_raised_parts_stay_so() -> None:
    assert marked("a **b c** d", [(Span(0, 6), DATE)]) == (
        '<mark class="fact f-date">a </mark><mark class="fact f-date"><b>b </b></mark><b>c</b> d'
    )
    assert marked("CO<sub>2</sub>", [(Span(0, 14), NAME)]).count("<sub>2</sub>") == 1


def test_a_picture_is_marked_as_a_whole() -> None:
    text = 'x <img data-card alt="1935">'
    assert marked(text, [(Span(22, 26), DATE)]) == (
        'x <mark class="fact f-date">[picture: 1935]</mark>'
    )


@pytest.mark.parametrize("word", [Span(3, 9), None])
def test_an_event_is_marked_by_its_verb(word: Span | None) -> None:
    event = Event(Span(0, 20), "sign", "agree", word)
    date = Date(Span(12, 16), "1935")
    facts = TextFacts(None, "It signed in 1935 so", (date,), events=(event,))
    expected = [(date.span, DATE)] + ([(word, FactKind.EVENT)] if word else [])
    assert list(marks_of(facts)) == expected
