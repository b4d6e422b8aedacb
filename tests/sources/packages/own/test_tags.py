"""Tags as Anki can have them."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.deck.tidy import as_tags
from learnt.sources.packages.own.tags import FLAGS, flag_of, tags_as_written, tags_now
from tests.strategies import lines


def test_blanks_and_flags() -> None:
    tags = ("two words", "geo::rock", "flag::red", "flag::blue")
    assert tags_as_written(tags) == ("two_words", "geo::rock")
    assert flag_of(tags) == FLAGS.index("red")


def test_what_was_changed_in_anki() -> None:
    base = ("two words", "geo::rock", "flag::red")
    assert tags_now(base, ("two_words", "new"), [0]) == ("two words", "new")
    assert tags_now(base, ("Two_Words", "geo::rock"), [1, 4]) == (*base, "flag::blue")


@given(st.lists(st.one_of(lines(), st.sampled_from([f"flag::{one}" for one in FLAGS])), max_size=5))
def test_tags_that_nobody_touched_are_as_they_were(texts: list[str]) -> None:
    base = as_tags(texts)
    assert tags_now(base, tags_as_written(base), [flag_of(base)] * 2) == base
