"""Ids made by a collection rise, even within a millisecond and when the clock is set back."""

from learnt.clock import Instant
from learnt.collection import id_maker, system_now
from learnt.ids import is_id
from tests.collection.world import Clock


def test_ids_rise_while_the_clock_stands_still_or_is_set_back() -> None:
    clock = Clock()
    make = id_maker(clock)
    made = []
    for number in range(3000):
        made.append(make())
        if number == 1000:
            clock.at = Instant(clock.at - 50_000)
        if number == 2000:
            clock.at = Instant(clock.at + 100_000)
    assert made == sorted(set(made))
    assert all(map(is_id, made))


def test_a_seed_makes_the_same_ids_again_and_none_makes_others() -> None:
    clock = Clock()

    def some(seed: int | None) -> list[str]:
        make = id_maker(clock, seed)
        return [make() for _ in range(5)]

    assert some(4) == some(4)
    assert len({*some(4), *some(5), *some(None), *some(None)}) == 20


def test_the_systems_clock_counts_milliseconds_since_1970() -> None:
    assert 1_700_000_000_000 < system_now() < 10_000_000_000_000
