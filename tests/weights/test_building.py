"""Tables are built beside each other, and without looking for garbage meanwhile."""

import gc
from threading import Event, current_thread

import pytest

from learnt.errors import UsageError
from learnt.weights.building import Beside, uncollected


def test_a_value_is_made_while_its_maker_goes_on() -> None:
    goes_on = Event()
    made = Beside(lambda: (goes_on.wait(10), current_thread()))
    goes_on.set()
    assert made.result() == (True, made.result()[1])
    assert made.result()[1] is not current_thread()


def test_what_goes_wrong_is_raised_where_the_value_is_wanted() -> None:
    def fails() -> None:
        raise UsageError("There is no such model. Install it.")

    made = Beside(fails)
    for _ in range(2):
        with pytest.raises(UsageError, match="no such model"):
            made.result()


@pytest.mark.parametrize("collects", [True, False])
def test_nothing_is_collected_meanwhile_and_all_is_as_it_was_afterwards(collects: bool) -> None:
    before = gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        with uncollected(), uncollected():
            assert not gc.isenabled()
            kept = [[n] for n in range(1000)]
        assert gc.isenabled() is collects
        assert not any(one is kept for one in gc.get_objects())
    finally:
        (gc.enable if before else gc.disable)()
        gc.unfreeze()
