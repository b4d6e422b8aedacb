"""A log groups reviews by item, in the order of time."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from learnt.clock import DAY_MS
from learnt.memory.fitting import ReviewLog
from tests.memory.fitting.logs import Row, in_turn, log_of, logs, rows


def as_rows(log: ReviewLog) -> list[tuple[int, int, int]]:
    names = np.repeat(log.items, np.diff(log.starts)).tolist()
    return list(zip(names, log.ratings.tolist(), log.times.tolist(), strict=True))


@given(st.lists(rows, max_size=25), st.randoms(use_true_random=False))
def test_items_stand_together_each_in_the_order_of_time(listed: list[Row], chance: object) -> None:
    given_rows = in_turn(listed)
    getattr(chance, "shuffle")(given_rows)  # noqa: B009 - Hypothesis has no type for its Random
    log = log_of(given_rows)
    assert as_rows(log) == sorted(given_rows, key=lambda row: (row[0], row[2]))  # ties as given
    assert log.items.tolist() == sorted({item for item, _, _ in given_rows})
    assert log.starts[0] == 0
    assert log.starts[-1] == len(log) == len(listed)


def test_reviews_of_one_instant_keep_their_order() -> None:
    log = log_of([(7, 1, 5), (7, 4, 5), (3, 2, 5), (7, 2, 5)])
    assert as_rows(log) == [(3, 2, 5), (7, 1, 5), (7, 4, 5), (7, 2, 5)]


@given(logs())
def test_time_elapses_from_the_review_before(log: ReviewLog) -> None:
    for first, end in zip(log.starts[:-1], log.starts[1:], strict=True):
        assert log.elapsed[first] == 0
        assert log.first_of_item[first]
        assert not log.first_of_item[first + 1 : end].any()
        waited = np.diff(log.times[first:end])
        np.testing.assert_allclose(log.elapsed[first + 1 : end], waited / DAY_MS)
        assert log.whole_days[first + 1 : end].tolist() == (waited // DAY_MS).tolist()


@given(logs())
def test_targets_are_a_day_or_more_after_and_stand_in_the_order_of_time(log: ReviewLog) -> None:
    assert set(log.targets.tolist()) == {
        at for at in range(len(log)) if not log.first_of_item[at] and log.elapsed[at] >= 1
    }
    assert (np.diff(log.times[log.targets]) >= 0).all()
    assert log.passed.tolist() == [rating > 1 for rating in log.ratings.tolist()]


@given(logs(), st.data())
def test_a_log_until_a_target_is_what_had_been_answered_then(
    log: ReviewLog, data: st.DataObject
) -> None:
    count = data.draw(st.integers(0, len(log.targets)))
    cut = log.until(count)
    assert len(cut.targets) == count
    all_rows, kept = as_rows(log), as_rows(cut)
    assert all(kept.count(row) <= all_rows.count(row) for row in kept)
    judged = [all_rows[at] for at in log.targets.tolist()]
    assert [kept[at] for at in cut.targets.tolist()] == judged[:count]
    if count < len(log.targets):
        last = judged[count - 1][2] if count else min(time for _, _, time in all_rows) - 1
        assert all(time <= last for _, _, time in kept)
        assert [row for row in all_rows if row[2] < last] == [row for row in kept if row[2] < last]


def test_what_follows_a_target_at_its_instant_is_cut_off_with_it() -> None:
    day = DAY_MS
    log = log_of([(0, 3, 0), (0, 3, 2 * day), (1, 3, 0), (1, 3, 2 * day), (1, 3, 2 * day)])
    assert as_rows(log.until(1)) == [(0, 3, 0), (0, 3, 2 * day), (1, 3, 0)]


@given(logs(), st.data())
def test_cutting_twice_is_cutting_once(log: ReviewLog, data: st.DataObject) -> None:
    far = data.draw(st.integers(0, len(log.targets)))
    near = data.draw(st.integers(0, far))
    assert as_rows(log.until(far).until(near)) == as_rows(log.until(near))


def test_an_empty_log_has_nothing() -> None:
    log = log_of([])
    assert len(log) == len(log.items) == len(log.targets) == len(log.elapsed) == 0
    assert log.starts.tolist() == [0]
    assert len(log.until(0)) == 0
