"""The words by which cards are compared."""

from importlib.resources import files

from learnt.weights.comparing import known


def test_the_file_says_where_it_is_from_and_is_read_once() -> None:
    text = (files("learnt.weights") / "comparison" / "en.toml").read_text("utf-8")
    assert "Source: " in text.splitlines()[0]
    assert known() is known()
    assert known().words.ordinals
