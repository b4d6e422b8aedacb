"""The crash log says where in the code it was, and not a word of any card."""

import itertools
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import ClientDisconnect
from starlette.routing import Route

from learnt.clock import Instant
from learnt.web.crashes import CrashLog, route_of

CARD = "Photosynthesis needs light"


@pytest.fixture
def log(tmp_path: Path) -> CrashLog:
    count = itertools.count(1)
    return CrashLog(
        tmp_path / "learnt.log",
        now=lambda: Instant(1_772_000_000_000),
        reference=lambda: f"{next(count):08x}",
    )


def scope(path: str = "/decks/{deck}") -> dict[str, Any]:
    return {
        "type": "http",
        "method": "POST",
        "path": f"/decks/{CARD}",
        "query_string": CARD.encode(),
        "route": Route(path, endpoint=print),
    }


def caught(call: Callable[[], object]) -> Exception:
    try:
        call()
    except Exception as error:  # noqa: BLE001 - any
        return error
    pytest.fail("nothing was raised")


def failing() -> None:
    card = CARD
    raise ValueError(card)


def wrapping() -> None:
    try:
        failing()
    except ValueError as error:
        raise KeyError(CARD) from error


def stumbling() -> None:
    try:
        wrapping()
    except KeyError:
        raise TypeError(CARD)  # noqa: B904 - the chain that is made without being asked for


def test_what_is_written(log: CrashLog) -> None:
    assert log.keep(caught(failing), scope()) == "00000001"
    first, kind, *frames = log.path.read_text().splitlines()
    assert first == "2026-02-25T06:13:20.000Z crash 00000001 POST /decks/{deck}"
    assert kind == "  builtins.ValueError"
    assert [frame.split()[-1] for frame in frames] == ["caught", "failing"]
    assert all(re.fullmatch(r"    [\w./-]+/test_crashes\.py:\d+ \w+", frame) for frame in frames)


def test_no_word_of_a_card(log: CrashLog) -> None:
    for error in (caught(failing), caught(wrapping), caught(stumbling), _of_the_database()):
        log.keep(error, scope())
    assert not any(word in log.path.read_text() for word in CARD.split())


def _of_the_database() -> Exception:
    """SQLAlchemy puts the statement and its values into the message."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        error = caught(
            lambda: connection.execute(text("SELECT * FROM nowhere WHERE a = :a"), {"a": CARD})
        )
    engine.dispose()
    assert isinstance(error, SQLAlchemyError)
    assert CARD in str(error)
    return error


def test_the_database_is_named(log: CrashLog) -> None:
    log.keep(_of_the_database(), scope())
    written = log.path.read_text()
    assert "sqlalchemy.exc.OperationalError" in written
    assert "caused by sqlite3.OperationalError" in written
    assert "    sqlalchemy/engine/" in written


def test_causes_are_told(log: CrashLog) -> None:
    log.keep(caught(stumbling))
    kinds = [line.strip() for line in log.path.read_text().splitlines() if "builtins" in line]
    assert kinds == [
        "builtins.TypeError",
        "while handling builtins.KeyError",
        "caused by builtins.ValueError",
    ]


def test_a_group_is_told(log: CrashLog) -> None:
    log.keep(ExceptionGroup(CARD, [caught(failing), caught(wrapping)]))
    written = log.path.read_text()
    assert written.count("of which:") == 2
    assert written.count("builtins.ValueError") == 2
    assert CARD not in written


def test_a_chain_that_bites_its_tail(log: CrashLog) -> None:
    one, two = caught(failing), caught(wrapping)
    one.__cause__, two.__cause__ = two, one
    log.keep(one)
    assert log.path.read_text().count("caused by") == 1


def test_an_endless_call_is_cut_short(log: CrashLog) -> None:
    def again() -> None:
        again()

    log.keep(caught(again))
    lines = log.path.read_text().splitlines()
    assert len(lines) < 80
    assert any(re.fullmatch(r" +… \d+ calls …", line) for line in lines)


def test_kept_twice_is_written_once(log: CrashLog) -> None:
    """The page's handler keeps it, and so does the guard around the app."""
    error = caught(failing)
    assert log.keep(error, scope()) == log.keep(error) == "00000001"
    assert log.path.read_text().count(" crash 0") == 1


def test_a_reference_of_its_own(tmp_path: Path) -> None:
    log = CrashLog(tmp_path / "learnt.log")
    references = {log.keep(caught(failing)) for _ in range(5)}
    assert len(references) == 5
    assert all(re.fullmatch("[0-9a-f]{8}", one) for one in references)


def test_who_closes_the_page_is_no_crash(log: CrashLog) -> None:
    log.keep(ClientDisconnect(), scope())
    assert not log.path.exists()


def test_only_its_owner_may_read_it(log: CrashLog) -> None:
    log.keep(caught(failing))
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600


def test_old_crashes_make_room(log: CrashLog) -> None:
    """Three files of 1 MB at most, the latest crash in the first of them."""
    for number in range(40):
        log.note(f"{number} " + "x" * 100_000)
    files = sorted(log.path.parent.iterdir())
    assert [path.name for path in files] == ["learnt.log", "learnt.log.1", "learnt.log.2"]
    assert all(path.stat().st_size <= 1_000_000 for path in files)
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in files)
    told = [path.read_text() for path in reversed(files)]
    numbers = [int(found) for found in re.findall(r"Z (\d+) x", "".join(told))]
    assert numbers == list(range(numbers[0], 40))


def test_a_log_that_cannot_be_written(tmp_path: Path) -> None:
    """As on a full disk: there is still a reference to show, and no second crash."""
    assert CrashLog(tmp_path / "nowhere" / "learnt.log").keep(caught(failing))


def test_routes() -> None:
    assert route_of(scope("/study/{card}")) == "/study/{card}"
    assert route_of({"type": "http", "path": CARD}) == "no route"
