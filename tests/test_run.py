"""`./run`, without the network: a wheel of our own stands in for uv."""

import ast
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

if sys.platform == "win32":
    pytest.skip("made for POSIX shells", allow_module_level=True)

STAND_IN = """
import os, pathlib, sys, time
venv = pathlib.Path(os.environ.get("UV_PROJECT_ENVIRONMENT", "."))
if sys.argv[1] == "sync":
    with open(venv.parent / "synced", "a") as log:
        print(*sys.argv[2:], file=log)
    if (venv.parent / "offline").exists():
        sys.exit("no network")
    if (venv.parent / "no wheel").exists() and "--extra=fast" in sys.argv:
        sys.exit("no wheel for this machine")
    time.sleep(0.3)
    print("talk of the installer")
    saying = "import os, sys; print(os.getcwd(), *sys.argv[1:]); sys.exit(3)"
    learnt = venv / "bin" / "learnt"
    learnt.write_text(f"#!/usr/bin/env python3\\n{saying}\\n")
    learnt.chmod(0o755)
    next(venv.glob("lib/python3*/site-packages")).joinpath("pytest.py").write_text(saying)
"""


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheels")
    about = "uv-1.0.dist-info"
    with zipfile.ZipFile(folder / "uv-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("uv/__init__.py", "")
        wheel.writestr("uv/__main__.py", STAND_IN)
        wheel.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: uv\nVersion: 1.0\n")
        wheel.writestr(
            f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(
            f"{about}/RECORD", "".join(f"{name},,\n" for name in [*wheel.namelist(), "RECORD"])
        )
    return folder


class Clone:
    """A copy of what `run` needs, in a folder with a space in its name."""

    def __init__(self, root: Path, wheels: Path) -> None:
        self.root = root / "my learnt"
        self.venv = self.root / ".venv"
        self.root.mkdir()
        for name in ("run", "pyproject.toml", "uv.lock"):
            shutil.copy(ROOT / name, self.root)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(root),
            "PIP_NO_INDEX": "1",
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_FIND_LINKS": str(wheels),
        }

    def start(self, *arguments: str, cwd: Path | None = None) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, str(self.root / "run"), *arguments],
            cwd=cwd or self.root,
            env=self.environment,
            text=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )  # fmt: skip - the pipes belong together

    def run(self, *arguments: str, cwd: Path | None = None) -> tuple[int, str, str]:
        process = self.start(*arguments, cwd=cwd)
        out, talk = process.communicate()
        sys.stderr.write(talk)  # shown where a test fails
        return process.returncode, out, talk

    def synced(self) -> list[str]:
        return (self.root / "synced").read_text().splitlines()


@pytest.fixture
def clone(tmp_path: Path, wheels: Path) -> Clone:
    return Clone(tmp_path, wheels)


def test_the_first_start_installs_and_the_next_ones_begin_at_once(
    clone: Clone, tmp_path: Path
) -> None:
    assert clone.run("decks", "--json", cwd=tmp_path)[:2] == (3, f"{tmp_path} decks --json\n")
    page = tmp_path / "my page"
    page.touch()
    assert clone.run(cwd=tmp_path) == (3, f"{tmp_path} start\n", "")
    assert clone.run("my page", cwd=tmp_path) == (3, f"{tmp_path} start my page\n", "")
    assert clone.run("not-there.txt", cwd=tmp_path)[1] == f"{tmp_path} start not-there.txt\n"
    assert clone.run("--help", cwd=tmp_path)[1] == f"{tmp_path} --help\n"
    assert len(clone.synced()) == 1

    status, out, _ = clone.run("test", "--campaign", cwd=tmp_path)
    assert status == 3
    assert out.startswith(str(tmp_path))
    assert out.endswith(f"{clone.root / 'tests'} --campaign\n")
    assert clone.run("test", "my page::one", cwd=tmp_path)[1].endswith("worksteal my page::one\n")
    assert len(clone.synced()) == 2
    assert "--group test --extra postgres" in clone.synced()[1]

    with (clone.root / "uv.lock").open("a") as lock:
        lock.write("\n# other versions\n")
    clone.run()
    clone.run()
    assert len(clone.synced()) == 3


def test_a_start_that_was_broken_off_is_made_good(clone: Clone) -> None:
    clone.venv.mkdir()
    (clone.venv / "bin").mkdir()
    (clone.venv / "bin" / "python").symlink_to("/nowhere/python3")
    assert clone.run("decks")[1].endswith(" decks\n")

    (clone.venv / ".learnt-start").unlink()
    (clone.venv / ".learnt-unfinished").touch()
    (clone.venv / "left-over").touch()
    status, out, talk = clone.run("decks")
    assert (status, out) == (3, f"{clone.root} decks\n")
    assert "making .venv" in talk
    assert not (clone.venv / "left-over").exists()
    assert not (clone.venv / ".learnt-unfinished").exists()


def test_without_a_network_it_says_so_and_the_next_start_goes_on(clone: Clone) -> None:
    (clone.root / "offline").touch()
    status, out, talk = clone.run()
    assert (status, out) == (1, "")
    assert "no network" in talk
    assert "Nothing is lost" in talk
    (clone.root / "offline").unlink()
    status, out, talk = clone.run()
    assert (status, out) == (3, f"{clone.root} start\n")
    assert "making .venv" not in talk


def test_what_is_only_wished_for_is_left_out_where_it_cannot_be_had(clone: Clone) -> None:
    (clone.root / "no wheel").touch()
    status, out, talk = clone.run()
    assert (status, out) == (3, f"{clone.root} start\n")
    assert "without fast" in talk
    assert "without embeddings" not in talk
    tried = [line.split(" --extra=")[1:] for line in clone.synced()]
    assert tried == [["fast", "embeddings"], [], ["fast"], ["embeddings"]]
    assert clone.run()[2] == ""


def test_two_first_starts_at_once_install_once(clone: Clone) -> None:
    both = [clone.start("decks"), clone.start("due")]
    said = [process.communicate() for process in both]
    assert [out for out, _ in said] == [f"{clone.root} decks\n", f"{clone.root} due\n"]
    assert sum("waiting" in talk for _, talk in said) == 1
    assert len(clone.synced()) == 1


def test_where_ensurepip_is_missing_it_names_the_package(clone: Clone, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['ensurepip'] = None")
    clone.environment["PYTHONPATH"] = str(tmp_path)
    status, out, talk = clone.run()
    assert (status, out) == (1, "")
    assert "apt-get install python3-venv" in talk
    assert not clone.venv.exists()


def test_an_old_python_is_told_what_is_needed(clone: Clone, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.version_info = (3, 9, 2)")
    clone.environment["PYTHONPATH"] = str(tmp_path)
    status, _, talk = clone.run()
    assert status == 1
    assert "needs Python 3.11 or newer, and this is Python 3.9" in talk
    ast.parse((ROOT / "run").read_text(), feature_version=(3, 7))
