"""A page copied twice is read once."""

from learnt.sources.page import page_of
from learnt.sources.site.copies import without_second_copy


def test_a_page_that_was_copied_twice() -> None:
    once = "Tides\n(3 cards)\nneap\nweak\nspring\nstrong\nslack\nstill"
    page = without_second_copy(page_of(f"{once}\n{once}", "x"))
    assert [line.number for line in page.lines] == list(range(1, 9))
    assert page.aside == set(range(9, 17))
    assert [problem.line for problem in page.problems] == [9]


def test_halves_that_differ_stay() -> None:
    page = page_of("a\nb\nc\nd\ne\nf\na\nb\nc\nd\ne\ng", "x")
    assert without_second_copy(page) == page
