"""Fields of HTML as text and points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.sources.packages.clozes import gaps_of, numbers_in
from learnt.sources.packages.fields import text_of


@pytest.mark.parametrize(
    ("html", "points"),
    [
        ("plain", ["plain"]),
        ("two\nlines of source", ["two lines of source"]),
        ("salt &amp; pepper&nbsp;too", ["salt & pepper too"]),
        ("one<br>two<br />three", ["one", "two", "three"]),
        ("<div>- one</div><div>- two</div>", ["one", "two"]),
        ("• one<br>• two", ["one", "two"]),
        ("<ol><li>first</li><li>then</li></ol>", ["first", "then"]),
        (
            "<ul><li>a thing<ul><li>part of it</li></ul></li><li>b</li></ul>",
            ["a thing\n• part of it", "b"],
        ),
        ("x<sup>2</sup> and H<sub>2</sub>O", ["x² and H₂O"]),
        ("same<br>Same", ["same"]),
        ("-", ["-"]),
        ("<pre>for x in y:\n    go(x)</pre>", ["for x in y:\n    go(x)"]),
        ("<script>alert(1)</script>safe", ["safe"]),
        ("<style>b{}</style>", []),
        ("&nbsp;<br>", []),
        ("", []),
    ],
)
def test_points(html: str, points: list[str]) -> None:
    assert list(text_of(html).points) == points


_PIECES = st.sampled_from(
    "<br>|<BR/>|<br />|a|B c| |  |\n|\r|\t|\xa0|&nbsp;|&amp;|&lt;|&gt;|&#39;|&lt|é|\u2028|\x0b"
    "|\x85|- x|1. y|**b**|[sound:a b.mp3]|\u200b|>|'|\ufeff|\x00|\x01|amp;".split("|")
)


@given(st.lists(_PIECES | st.text(max_size=3), max_size=12).map("".join))
def test_line_breaks_alone_are_read_as_with_other_tags(html: str) -> None:
    """`<i></i>` says nothing, but has the field walked as a tree."""
    assert text_of(f"<br>{html}") == text_of(f"<br>{html}<i></i>")


def test_media_of_the_package_and_of_the_web() -> None:
    found = text_of(
        '<img src="a.png"><img src=\'b.jpg\' alt="a map"><img src="https://x.org/c.png">[sound:d e.mp3]'
    )
    assert found.media == ("a.png", "b.jpg", "d e.mp3")
    assert '<img data-card alt="a map" src="b.jpg">' in found.text
    assert found.text.endswith("[sound:d e.mp3]")


def test_a_picture_of_endless_data_keeps_no_address() -> None:
    found = text_of(f'<img src="data:image/png;base64,{"A" * 5000}">')
    assert (found.text, found.media) == ("<img data-card>", ())


def test_clozes_within_clozes_and_of_several_numbers() -> None:
    html = "{{c1::the {{c2::red::colour}} fox}} ran {{c1,3::home::where?}}"
    assert numbers_in(html) == {1, 2, 3}
    first = gaps_of(html, 1)
    assert (first.asked, first.hidden) == ("[…] ran […]", ("the red fox", "home"))
    assert first.hints == ("where?",)
    assert gaps_of(html, 2).asked == "the […] fox ran home"
    assert gaps_of(html, 3).hidden == ("home",)


@pytest.mark.parametrize("html", ["{{c1::open", "}} {{c0::}}", "{{c1::" * 5000, "{{c1::a}}" * 5000])
def test_broken_clozes_break_nothing(html: str) -> None:
    assert gaps_of(html, 7).hidden == ()
