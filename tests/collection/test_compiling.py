"""Where compiled kernels are kept, and that they are made ahead of use, once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from learnt.collection import compiling
from learnt.collection.compiling import cache_folder, compile_ahead, is_compiled, use_cache


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of one's own, on each system, and nothing said of compiling later."""
    monkeypatch.delenv("LEARNT_COMPILE", raising=False)
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What is started in another process; nothing is, really."""
    found: list[list[str]] = []

    class Started:
        def __init__(self, command: list[str], **_: object) -> None:
            found.append(command)

    monkeypatch.setattr(subprocess, "Popen", Started)
    return found


def done() -> None:
    cache_folder().mkdir(parents=True)
    (cache_folder() / "compiled").touch()


def test_nothing_is_compiled_in_an_empty_cache(cache: Path) -> None:
    assert not is_compiled()
    assert cache in cache_folder().parents
    assert not cache.exists()  # to ask makes no folder
    done()
    assert is_compiled()


def test_compiling_ahead_is_for_once(cache: Path, started: list[list[str]]) -> None:
    assert compile_ahead() is not None
    (command,) = started
    assert command[:2] == [sys.executable, "-c"]
    compile(command[2], "command", "exec")
    assert "compile_kernels()" in command[2]
    done()
    assert compile_ahead() is None
    assert len(started) == 1


def a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of other kernels: the folder that is read for what is compiled."""
    home = tmp_path / "memory"
    (home / "fitting").mkdir(parents=True)
    (home / "fitting" / "some_kernel.py").write_text("a = 1\n")
    (home / "fsrs.py").write_text("b = 1\n")
    monkeypatch.setattr(compiling, "files", lambda _: home)
    return home


def test_another_source_has_another_folder(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that a new version never runs the machine code of an old one."""
    ours = cache_folder()
    home = a_copy(tmp_path, monkeypatch)
    seen = [ours, cache_folder()]
    (home / "fitting" / "some_kernel.py").write_text("a = 2\n")
    seen.append(cache_folder())
    (home / "fsrs.py").write_text("b = 2\n")
    seen.append(cache_folder())
    (home / "fitting" / "new.py").write_text("c = 3\n")
    seen.append(cache_folder())
    monkeypatch.setattr(sys, "version", "4.0")
    seen.append(cache_folder())
    monkeypatch.setattr(compiling, "version", lambda _: "99.0")
    seen.append(cache_folder())
    assert len(set(seen)) == len(seen)
    assert {one.parent for one in seen} == {ours.parent}
    (home / "fitting" / "__pycache__").mkdir()
    (home / "fitting" / "notes.txt").write_text("not compiled")
    assert cache_folder() == seen[-1]


def test_the_same_source_elsewhere_is_compiled_anew(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """numba knows what it compiled by where the source is: it would not find it there."""
    a_copy(tmp_path / "one", monkeypatch)
    one = cache_folder()
    a_copy(tmp_path / "two", monkeypatch)
    assert cache_folder() != one


def test_numba_is_told_of_the_folder_before_it_loads(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    monkeypatch.delitem(sys.modules, "numba", raising=False)
    use_cache()
    assert os.environ["NUMBA_CACHE_DIR"] == str(cache_folder())
    monkeypatch.setenv("NUMBA_CACHE_DIR", "/another/that/was/asked/for")
    use_cache()
    assert os.environ["NUMBA_CACHE_DIR"] == "/another/that/was/asked/for"


def test_without_numba_nothing_is_compiled_and_nothing_waited_for(cache: Path) -> None:
    program = "import sys; sys.modules['numba'] = None\n"
    program += "from learnt.collection.compiling import compile_kernels, is_compiled\n"
    program += "assert compile_kernels() is False and is_compiled()"
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
