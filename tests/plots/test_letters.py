"""The room that a text takes."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.plots.letters import fitting, width, wrapped


@given(st.text(max_size=80), st.floats(20, 400))
def test_a_text_is_cut_to_the_room(text: str, most: float) -> None:
    cut = fitting(text, 15, most)
    assert width(cut, 15) <= most
    assert cut == text or cut.endswith("…")


@given(st.lists(st.sampled_from(["treaty", "of", "San", "Stefano", "x" * 30]), max_size=12))
def test_lines_hold_all_words_or_say_that_some_are_cut(words: list[str]) -> None:
    lines = wrapped(" ".join(words), 15, 150, 3)
    assert len(lines) <= 3
    assert all(width(line, 15) <= 150 for line in lines)
    assert " ".join(lines) == " ".join(words) or any(line.endswith("…") for line in lines)
