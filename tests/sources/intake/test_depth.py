"""Pages that are deep, and pages that only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.errors import Unreadable
from learnt.ids import MakeId
from learnt.sources import read
from learnt.sources.intake.clip import depth
from learnt.sources.intake.clip.depth import DEEPEST_BLOCK, shallow

DEEP = {
    "blocks": "<footer>" * 80_000,
    "blocks within bold": "<b><div>" * 30_000,
    "bold that every paragraph opens anew": "".join(f"<b id={n}>" for n in range(3_000))
    + "<p>x" * 30_000,
    "items of different lists": "<dd><dt><li><option>" * 20_000,
    "tables in links": "<a><table>" * 30_000,
}


@pytest.mark.parametrize("name", DEEP)
def test_a_page_without_end_is_read_as_far_as_it_is_text(name: str, make_id: MakeId) -> None:
    page = f"<html><body><p>What is up?</p><p>the sky</p>{DEEP[name]}"
    reading = read(page.encode(), "x.html", make_id)
    assert "What is up?" in reading.lines


@pytest.mark.parametrize(
    "page",
    [
        "<ul>" + "<li><p>an item<li>another" * 2_000,
        "<table>" + "<tr><td>a cell<td>another" * 2_000 + "</table>",
        "<dl>" + "<dt>term<dd>what it means" * 2_000,
        "<p>a paragraph" * 5_000,
        "<div><span><b>x</b></span></div>" * 2_000,
        "<br>" * 5_000,
        "</div>" * 5_000,
        "<div>" * DEEPEST_BLOCK,
    ],
)
def test_what_is_only_long_stays_as_it_is(page: str) -> None:
    assert shallow(page) == page


def test_the_text_of_what_is_too_deep_stays() -> None:
    page = "".join(f"<div>{number} " for number in range(1_000))
    found = shallow(page)
    assert found.count("<div>") == DEEPEST_BLOCK
    assert found.replace("<div>", "") == page.replace("<div>", "")


def test_tags_without_measure_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(depth, "MOST_TAGS", 1_000)
    with pytest.raises(Unreadable, match="more than 1,000 tags"):
        shallow("<p>" * 1_001)


@given(st.lists(st.sampled_from(["<p>", "</p>", "<", ">", "<b", "text", "<div>", "</div>"])))
def test_few_tags_are_never_touched(parts: list[str]) -> None:
    assert shallow("".join(parts)) == "".join(parts)
