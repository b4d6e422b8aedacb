"""Compiling beside the pages: fits wait for it, it is ended with them, and it may not be there."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from learnt import Collection
from learnt.collection import compiling
from learnt.collection.compiling import compile_ahead, use_cache
from learnt.web import kernels
from learnt.web.crashes import CrashLog
from learnt.web.kernels import compiled_ahead


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with Collection.open(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def log(tmp_path: Path) -> CrashLog:
    return CrashLog(tmp_path / "learnt.log")


def planted(monkeypatch: pytest.MonkeyPatch, program: str) -> list["subprocess.Popen[bytes]"]:
    """Another program in the place of the compiler; those that were started."""
    started: list[subprocess.Popen[bytes]] = []

    def begin() -> "subprocess.Popen[bytes]":
        started.append(subprocess.Popen([sys.executable, "-c", program]))
        return started[-1]

    monkeypatch.setattr(kernels, "compile_ahead", begin)
    return started


def test_a_fit_waits_until_it_is_compiled(
    collection: Collection, log: CrashLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = tmp_path / "done"
    started = planted(monkeypatch, f"open({str(done)!r}, 'w')")
    with compiled_ahead(collection, log):
        collection.before_kernels()
        assert done.exists()
        assert started[0].returncode == 0


def test_it_is_ended_with_the_pages(
    collection: Collection, log: CrashLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = planted(monkeypatch, "import time; time.sleep(600)")
    with compiled_ahead(collection, log):
        assert started[0].poll() is None
    assert started[0].returncode is not None, "and no zombie is left"
    assert collection.before_kernels is use_cache


def test_where_no_process_can_be_started(
    collection: Collection, log: CrashLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(kernels, "compile_ahead", refuse)
    with compiled_ahead(collection, log):
        assert collection.before_kernels is use_cache
    assert "OSError" in (tmp_path / "learnt.log").read_text()


def test_nothing_is_compiled_ahead_where_there_is_nothing_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiling, "cache_folder", lambda: tmp_path)
    assert compile_ahead() is None, "LEARNT_COMPILE=later, as in all tests"
    monkeypatch.delenv("LEARNT_COMPILE")
    (tmp_path / "compiled").touch()
    assert compile_ahead() is None, "it is there"
    (tmp_path / "compiled").unlink()
    monkeypatch.setattr(compiling, "find_spec", lambda name: None)
    assert compile_ahead() is None, "numba is not"


def test_another_process_is_asked_to_compile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiling, "cache_folder", lambda: tmp_path)
    monkeypatch.delenv("LEARNT_COMPILE")
    asked: list[list[str]] = []

    def begin(command: list[str], **_: object) -> None:
        asked.append(command)

    monkeypatch.setattr(subprocess, "Popen", begin)
    compile_ahead()
    assert asked[0][:2] == [sys.executable, "-c"]
    compile(asked[0][2], "what it runs", "exec")
