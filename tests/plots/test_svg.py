"""Text becomes SVG without ever becoming markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.plots.svg import element, label, picture, title
from tests.plots.data import parsed

HOSTILE = (
    "<script>alert(1)</script>",
    "]]><svg onload='x'>",
    '" onmouseover="alert(1)',
    "' onfocus='x",
    "&lt;b&gt; & &amp; &#60;",
    "</text></svg><h1>",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_labels_are_only_text(text: str) -> None:
    drawn = picture(text, text, 10, 10, label(text, 1, 2), title(text), element("g", data_x=text))
    root = parsed(drawn)
    assert [one.text for one in root] == [text, text, text, text, None]
    assert [one.tag.partition("}")[2] for one in root] == ["title", "desc", "text", "title", "g"]
    assert dict(root[4].attrib) == {"data-x": text}


@given(st.text())
def test_any_text_makes_sound_xml(text: str) -> None:
    """What XML cannot hold, such as a control character, becomes the sign for that."""
    root = parsed(element("g", title(text), class_=text))
    shown = root[0].text or ""
    assert len(shown) <= len(text)
    assert (
        all(kept in (letter, "\ufffd", "\n") for kept, letter in zip(shown, text, strict=False))
        or "\r\n" in text
    )


def test_lengths_are_short() -> None:
    assert element("rect", x=1 / 3, y=2.0, rx=5) == '<rect x="0.3" y="2" rx="5"/>'
