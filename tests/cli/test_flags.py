"""The flags that every verb takes, before it and after it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from learnt import __version__
from tests.cli.conftest import Learnt

Write = Callable[..., Path]
QUESTION = "Q: Which metal is liquid?\nA: Mercury\n"


@pytest.mark.parametrize("before", [True, False])
def test_flags_before_and_after_the_verb(
    before: bool, learnt: Learnt, page: Write, tmp_path: Path, own_home: Path
) -> None:
    flags = [
        "--home",
        str(tmp_path / "elsewhere"),
        "--json",
        "--as-of",
        "2026-05-01",
        "--seed",
        "4",
    ]
    verb = ["add", str(page(QUESTION))]
    ended = learnt(*flags, *verb) if before else learnt(*verb, *flags)
    assert ended.status == 0
    assert ended.line["new"] == 1
    assert (tmp_path / "elsewhere" / "collection.db").is_file()
    assert not own_home.exists()


def test_a_flag_after_the_verb_wins(learnt: Learnt, page: Write, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    assert learnt("--home", one, "add", page(QUESTION), "--home", other).status == 0
    assert (other / "collection.db").is_file()
    assert not one.exists()


def test_the_home_of_the_environment(
    learnt: Learnt, page: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEARNT_HOME", str(tmp_path / "named by the environment"))
    assert learnt("add", page(QUESTION)).status == 0
    assert (tmp_path / "named by the environment" / "collection.db").is_file()


def test_a_home_that_cannot_be_made(learnt: Learnt, page: Write) -> None:
    file = page("this is a file")
    for home in (file, file / "below"):
        ended = learnt("decks", "--home", home)
        assert ended.status == 1
        assert "cannot be" in ended.err
        assert "Traceback" not in ended.err


def test_a_home_with_an_odd_name(learnt: Learnt, page: Write, tmp_path: Path) -> None:
    home = tmp_path / "50% of #1? études & más"
    assert learnt("add", page(QUESTION), "--home", home).status == 0
    assert learnt("backup", "--home", home).status == 0
    assert learnt("restore", "latest", "--home", home).status == 0
    assert len(learnt("decks", "--json", "--home", home).lines) == 1
    assert (home / "collection.db").is_file()


def test_the_same_seed_makes_the_same_ids(learnt: Learnt, page: Write, tmp_path: Path) -> None:
    path = page(QUESTION)

    def ids(home: str, seed: int) -> list[str]:
        flags = ("--home", tmp_path / home, "--seed", seed, "--as-of", "2026-01-05T09:00Z")
        assert learnt("add", path, *flags).status == 0
        return [card["id"] for card in learnt("show", "1", "--json", *flags).lines]

    assert ids("a", 0) == ids("b", 0) != ids("c", 2)


def test_as_of_is_the_time_of_all_that_is_done(learnt: Learnt, clouds: Path) -> None:
    made = learnt("backup", "--json", "--as-of", "2031-07-04T06:00:00+00:00")
    assert made.line["at"] == "2031-07-04T06:00:00.000Z"


def test_as_of_brings_reviews_nearer(learnt: Learnt, clouds: Path) -> None:
    from learnt import Collection

    with Collection.open() as collection:
        while collection.ask():
            collection.answer(rating=4)
    today = learnt("due", "--json")
    assert (today.line["due"], today.line["new"]) == (0, 0)
    assert learnt("due", "--json", "--as-of", "2099-01-01").line["due"] == 3


@pytest.mark.parametrize(
    "time",
    ["yesterday", "", " ", "2026-13-01", "2026-02-30T10:00", "12:00", "1e9", "2026-01-01T25:00"],
)
def test_as_of_no_time(time: str, learnt: Learnt, clouds: Path) -> None:
    ended = learnt("due", "--as-of", time)
    assert ended.status == 2
    assert "2026-05-31" in ended.err


@pytest.mark.parametrize(
    "time", ["0001-01-01", "9999-12-31T23:59:59", "1969-12-31", "9999-12-31T23:59:59-12:00"]
)
@pytest.mark.parametrize("verb", ["due", "backup", "decks"])
def test_as_of_the_ends_of_time(verb: str, time: str, learnt: Learnt, clouds: Path) -> None:
    """Done, or said that it cannot be: never a bug of ours."""
    ended = learnt(verb, "--as-of", time)
    assert ended.status in (0, 2)
    assert "Something went wrong" not in ended.err


@pytest.mark.parametrize(
    "wrong",
    [
        ["--seed", "dice", "decks"],
        ["decks", "--seed"],
        ["decks", "--nonsense"],
        ["nonsense"],
        ["show"],
        ["show", "1", "2"],
        ["export", "1"],
        ["read"],
        ["add"],
        ["delete", "1", "one"],
        ["completion"],
        ["--database", "mysql://host/name", "decks"],
        ["--database", "not a url", "decks"],
        [],
    ],
)
def test_wrong_usage(wrong: list[str], learnt: Learnt) -> None:
    ended = learnt(*wrong)
    assert ended.status == 2
    assert ended.out == ""
    assert ended.err.strip()
    assert "Traceback" not in ended.err


def test_a_database_that_does_not_answer(learnt: Learnt) -> None:
    ended = learnt("decks", "--database", "postgresql://someone:secret@127.0.0.1:9/none")
    assert ended.status == 1
    assert "secret" not in ended.err
    assert "cannot be used" in ended.err


def test_a_collection_on_postgresql(
    learnt: Learnt, page: Write, postgres_schema: str, own_home: Path
) -> None:
    rows = ("--database", postgres_schema)
    assert learnt("add", page(QUESTION), *rows, "--json").line["new"] == 1
    assert learnt("due", *rows, "--json").line["new"] == 1
    assert learnt("doctor", *rows, "--json").line["differences"] == 0
    assert learnt("backup", *rows).status == 0
    assert learnt("delete", "1", *rows).status == 0
    assert learnt("restore", "latest", *rows).status == 0
    assert len(learnt("decks", *rows, "--json").lines) == 1
    assert not (own_home / "collection.db").exists()


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help(flag: str, learnt: Learnt, own_home: Path) -> None:
    ended = learnt(flag)
    assert (ended.status, ended.err) == (0, "")
    assert "study" in ended.out
    assert learnt("add", flag).status == 0
    assert not own_home.exists()


def test_version(learnt: Learnt) -> None:
    assert learnt("--version").out == f"learnt, version {__version__}\n"


def test_a_command_loads_what_it_needs(tmp_path: Path) -> None:
    """Reading pages, Anki packages and the other database take a while to load: only who asks."""
    program = (
        "import sys\nfrom learnt.cli import run\n"
        f"assert run(['--home', {str(tmp_path / 'new')!r}, 'decks']) == 0\n"
        "heavy = 'learnt.sources.layouts learnt.sources.packages learnt.sources.printing.drawing "
        "sqlalchemy.dialects.postgresql numpy numba rapidfuzz starlette'\n"
        "print(sorted({*heavy.split()} & {*sys.modules}))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ended.stdout == "[]\n", ended
