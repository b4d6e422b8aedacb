"""The timeline as SVG: sound, told in words, and in colours of its own."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from learnt.plots.timeline import (
    By,
    Moment,
    laid_out,
    lanes_of,
    page_parts,
    timeline,
    timeline_told,
)
from learnt.plots.timeline.marks import mark
from tests.plots.data import SVG, classes, hovers, parsed
from tests.plots.moments import moment, moments

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"
SOME = [
    moment("1397/1523", "The Kalmar Union", "Denmark", known=0.6, number=1),
    moment("1536~", "Norway becomes a part of Denmark", "Denmark", "Norway", number=2),
    moment("1814-01-14", "Treaty of Kiel", "Denmark", "Sweden", known=1.0, number=3),
    moment("1814-05-17", "The constitution of Eidsvoll", "Norway", known=0.2, number=4),
    moment("1905", "Norway leaves the union", "Norway", "Sweden", known=0.85, number=5),
    moment("1920/..", "In the League of Nations", "Norway", known=0.0, number=6),
]


@given(moments())
def test_it_is_sound_and_says_everything(found: list[Moment]) -> None:
    figure = timeline("Decks & <more>", found)
    root = parsed(figure.svg)
    assert (root.attrib["role"], root[0].text) == ("img", "Decks & <more>")
    assert root[1].text == figure.meaning
    assert hovers(figure.svg) == [one.told for one in _as_drawn(found)]
    assert len(figure.rows) == len(found)
    assert all(len(row) == len(figure.columns) for row in figure.rows)
    assert figure.meaning.endswith(".")


@given(moments())
def test_every_mark_of_a_page_is_a_link_with_its_words(found: list[Moment]) -> None:
    parts = page_parts(laid_out(lanes_of(found)), lambda one: f"/{one.happening.card}")
    links = [one for strip in parts.strips for one in parsed(strip.svg).iter(f"{SVG}a")]
    assert sorted(one.attrib["aria-label"] for one in links) == sorted(one.told for one in found)
    assert all(one.attrib["href"].startswith("/") for one in links)
    for hidden in (parts.axis, parts.lines, parts.names, *(sign for sign, _ in parts.legend)):
        assert parsed(hidden).attrib["aria-hidden"] == "true"


@given(moments())
def test_the_marks_of_a_page_leave_their_looks_to_its_style_sheet(found: list[Moment]) -> None:
    layout = laid_out(lanes_of(found))
    looks = r' (?:fill|stroke)="#| font-(?:size|family)=| stroke-(?:width|dasharray)='
    for one in layout.placed:
        assert re.search(looks, mark(one, layout.axis))
        assert not re.search(looks, mark(one, layout.axis, "/"))


@given(moments())
def test_the_strips_of_a_page_are_as_high_as_the_whole(found: list[Moment]) -> None:
    layout = laid_out(lanes_of(found))
    strips = page_parts(layout, lambda _: "/").strips
    assert sum(float(parsed(one.svg).attrib["height"]) for one in strips) == layout.height
    for one in strips:
        high = float(parsed(one.svg).attrib["height"])
        places = re.findall(r"translate\([\d.-]+ ([\d.-]+)\)", one.svg)
        assert all(0 < float(y) < high for y in places)


def _as_drawn(found: list[Moment]) -> list[Moment]:
    return [one.moment for one in laid_out(lanes_of(found)).placed]


def test_what_is_told_is_the_same_without_the_picture() -> None:
    assert replace(timeline("The North", SOME), svg="") == timeline_told("The North", SOME)


def test_how_well_it_is_known_is_told_by_shape_and_words() -> None:
    told = [one.told for one in SOME]
    assert told[0] == "from 1397 to 1523: The Kalmar Union (about 60 % known)"
    assert told[1] == "about 1536: Norway becomes a part of Denmark (not asked yet)"
    full = {
        known: timeline("", [moment("1905", "One", known=known)]).svg.split("tl-label")[0]
        for known in (None, 0.0, 0.5, 1.0)
    }
    assert len(set(full.values())) == 4


def test_what_is_doubtful_is_hatched_and_what_lasted_is_a_bar() -> None:
    drawn = {one.happening.label: timeline("", [one]).svg for one in SOME}
    for label, kinds in (
        ("Norway becomes a part of Denmark", {"tl-doubt"}),
        ("The Kalmar Union", {"tl-bar", "tl-edge", "tl-wash"}),
        ("In the League of Nations", {"tl-open"}),
    ):
        body = drawn[label].split("tl-legend")[0]
        assert all(f'class="{kind}"' in body for kind in kinds), label


def test_by_deck_a_lane_is_a_deck() -> None:
    figure = timeline("All", [moment("1905", "One"), moment("1906", "Two", deck="Trade")], By.DECK)
    names = [one.text for one in parsed(figure.svg).iter() if "tl-name" in one.get("class", "")]
    assert names == ["The North", "Trade"]
    assert set(classes(figure.svg)) >= {"tl-ground", "tl-title", "tl-tick"}


@pytest.mark.parametrize(("name", "found"), [("timeline", SOME), ("timeline-empty", [])])
def test_it_is_the_one_that_was_looked_at(name: str, found: list[Moment]) -> None:
    """To renew one, delete its file, run this, and look at what it wrote before it is kept."""
    path = SNAPSHOTS / f"{name}.svg"
    drawn = timeline("The North", found).svg.replace("><", ">\n<") + "\n"
    if not path.exists():
        path.write_text(drawn, encoding="utf-8")
        pytest.fail(f"{path.name} was not there. It is written now: look at it, then run again.")
    assert drawn == path.read_text(encoding="utf-8")
