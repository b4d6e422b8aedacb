"""Which backups there are, and which of them have had their time."""

import tempfile
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from learnt.clock import DAY_MS, Instant
from learnt.store.backup import DAILY, KEPT, Backup, backups_in, name_of, to_drop

NOW = Instant(1_760_000_000_123)
whys = st.sampled_from((DAILY, KEPT, "before-import", "before-migration", "before-restore"))


def backup(days_ago: float, why: str = DAILY) -> Backup:
    at = Instant(NOW - round(days_ago * DAY_MS))
    return Backup(Path(name_of(at, why, "0123456789ab", "db")), at, why, 1)


def latest_first(backups: list[Backup]) -> tuple[Backup, ...]:
    return tuple(sorted(backups, key=lambda one: (one.at, one.name), reverse=True))


def left(backups: list[Backup], now: Instant = NOW) -> list[Backup]:
    dropped = to_drop(latest_first(backups), now)
    return [one for one in latest_first(backups) if one not in dropped]


@given(st.integers(0, 4_000_000_000_000).map(Instant), whys, st.sampled_from(("db", "jsonl.gz")))
def test_a_backups_name_says_when_and_why(at: Instant, why: str, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name_of(at, why, "0123456789ab", ending))
        path.write_bytes(b"12345")
        assert backups_in(Path(folder)) == (Backup(path, at, why, 5),)


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    for name in ("notes.txt", "20260101-daily.db", "20260101T000000000Z-daily.db.part", ".db"):
        (tmp_path / name).write_text("mine")
    assert backups_in(tmp_path) == ()
    assert backups_in(tmp_path / "nowhere") == ()


def test_all_of_a_fortnight_stay() -> None:
    made = [backup(days) for days in range(15)]
    assert left(made) == made


def test_older_ones_thin_out_to_one_a_week_and_then_one_a_month() -> None:
    """Two years of daily backups: which days are left."""
    made = [backup(days) for days in range(730)]
    stay = left(made)
    weekly = [one for one in stay if 14 < (NOW - one.at) / DAY_MS <= 182]
    monthly = [one for one in stay if (NOW - one.at) / DAY_MS > 182]
    assert 24 <= len(weekly) <= 26
    assert 18 <= len(monthly) <= 20
    assert len({_month(one) for one in monthly}) == len(monthly)
    assert {_month(one) for one in made if (NOW - one.at) / DAY_MS > 182} == set(
        map(_month, monthly)
    )


def _month(one: Backup) -> str:
    return f"{datetime.fromtimestamp(one.at / 1000, UTC):%Y-%m}"


def test_day_after_day_what_is_left_still_reaches_back_in_the_same_steps() -> None:
    """Dropping every day must not drop more than dropping once: a year lived day by day."""
    kept: list[Backup] = []
    for day in range(400, -1, -1):
        kept = left([*kept, backup(day)], Instant(NOW - day * DAY_MS))
    ages = sorted((NOW - one.at) / DAY_MS for one in kept)
    assert ages[:15] == list(range(15))
    gaps = [later - earlier for earlier, later in pairwise(ages[15:])]
    assert max(gaps) <= 62
    assert max(gap for gap, age in zip(gaps, ages[15:], strict=False) if age < 160) <= 14
    assert ages[-1] >= 360


@given(
    st.lists(
        st.tuples(st.floats(0, 900), whys),
        max_size=60,
        unique_by=lambda one: round(one[0] * DAY_MS),
    )
)
def test_what_was_asked_for_and_what_is_recent_stays(made: list[tuple[float, str]]) -> None:
    backups = [backup(*one) for one in made]
    stay = left(backups)
    for one in backups:
        if one.why == KEPT or (one.why == DAILY and NOW - one.at <= 14 * DAY_MS):
            assert one in stay
    others = [one for one in latest_first(backups) if one.why not in (DAILY, KEPT)]
    assert [one for one in stay if one.why not in (DAILY, KEPT)] == others[:20]
    assert left(stay) == stay
    if any(one.why == DAILY for one in backups):
        latest = max((one for one in backups if one.why == DAILY), key=lambda one: one.at)
        assert latest in stay


def test_what_is_dated_in_the_future_pushes_nothing_out() -> None:
    """The clock was a year ahead, and was put right: what is made now is not the oldest."""
    ahead = [backup(-365 - place / 100, "before-import") for place in range(25)]
    made = backup(0, "before-import")
    stay = left([*ahead, made])
    assert made in stay
    assert len(stay) == 20
