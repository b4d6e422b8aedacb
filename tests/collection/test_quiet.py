"""Many values made at once, and what Python's search for rings has of them after that."""

import gc

import pytest

from learnt.collection.quiet import many_values


@pytest.fixture(autouse=True)
def _with_a_search() -> None:
    gc.enable()


def test_nothing_is_searched_meanwhile() -> None:
    with many_values():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_where_nothing_was_searched_it_stays_so() -> None:
    gc.disable()
    try:
        with many_values():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_was_made_is_among_the_oldest_values() -> None:
    with many_values():
        made = [[one] for one in range(5_000)]
    young = [one for generation in (0, 1) for one in gc.get_objects(generation)]
    assert not any(one is made[0] for one in young)
    assert gc.get_freeze_count() == 0


def test_what_was_made_is_searched_in_the_end() -> None:
    class Ring:
        def __init__(self) -> None:
            self.own = self

    with many_values():
        Ring()
    gc.collect()
    assert not any(isinstance(one, Ring) for one in gc.get_objects())
