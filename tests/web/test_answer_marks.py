"""A typed answer as a page draws it."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from learnt.facts import Span
from learnt.ids import PointId
from learnt.journal import VerdictKind
from learnt.marking import Verdict
from learnt.practice import Marked
from learnt.web.answer_marks import COLOURS, answer_drawn, tone

COVERED, MISSING, CONFLICT, UNSURE = VerdictKind


def marked(answer: str, *found: tuple[VerdictKind, int, int]) -> str:
    verdicts = tuple(
        Verdict(PointId(str(place)), kind, 0.5, (Span(start, end),), "")
        for place, (kind, start, end) in enumerate(found)
    )
    return str(answer_drawn(Marked(answer, verdicts)))


def test_each_phrase_has_its_colour_and_its_number() -> None:
    html = marked("it rose, it fell", (COVERED, 0, 7), (CONFLICT, 9, 16))
    assert '<mark class="bit tone1 covered">it <span class="together">rose<sup' in html
    assert '<mark class="bit tone2 conflict">' in html
    assert ">1</sup>" in re.sub(r'<span class="aside">[^<]*</span>', "", html)
    assert "2≠" in html
    assert "(point </span>2" in html
    assert " differs)" in html


def test_a_single_point_has_a_sign_and_no_number() -> None:
    html = marked("steam", (UNSURE, 0, 5))
    assert re.search(r"\d", re.sub(r"<[^>]*>", "", html)) is None
    assert "?" in html


def test_everything_is_escaped() -> None:
    html = marked("<b>&</b> <i>", (COVERED, 0, 8))
    assert "<b>" not in html
    assert "<i>" not in html


def test_what_is_missing_has_no_mark() -> None:
    assert marked("it fell", (MISSING, 0, 7), (MISSING, 0, 2)) == "it fell"


def test_colours_come_round() -> None:
    assert [tone(number) for number in (1, COLOURS, COLOURS + 1)] == [1, COLOURS, 1]


spans = st.tuples(st.sampled_from(VerdictKind), st.integers(0, 20), st.integers(0, 20))


@given(st.text(max_size=20), st.lists(spans, max_size=4))
def test_the_answer_is_all_there(answer: str, found: list[tuple[VerdictKind, int, int]]) -> None:
    html = marked(answer, *found)
    without = re.sub(r"<sup.*?</sup>", "", html, flags=re.DOTALL)
    assert unescape(re.sub(r"<[^>]*>", "", without)) == unescape(answer) or "&" in answer
    assert html.count("<mark") == html.count("</mark>")
