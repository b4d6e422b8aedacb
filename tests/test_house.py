"""The house rules that no other tool holds."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import learnt
from tests.conftest import ROOT

PYPROJECT = (ROOT / "pyproject.toml").read_text()
SETTINGS = tomllib.loads(PYPROJECT)
CONTRACTS = {contract["id"]: contract for contract in SETTINGS["tool"]["importlinter"]["contracts"]}
PACKAGE = ROOT / "src" / "learnt"
PURE = set("deck facts ids journal marking memory plan plots practice words".split())


def our_files(*suffixes: str) -> list[Path]:
    """The files that are or would be committed."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("no git checkout")
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file() and path.suffix in (suffixes or [path.suffix])]


def layers() -> list[tuple[str, bool]]:
    """Each layer's name and whether its parentheses say that it is not built yet."""
    names = [name for line in CONTRACTS["layers"]["layers"] for name in line.split(" | ")]
    return [(name.strip("()"), name.startswith("(")) for name in names]


def is_built(layer: str) -> bool:
    return (PACKAGE / f"{layer}.py").exists() or (PACKAGE / layer / "__init__.py").exists()


def test_a_layer_is_in_parentheses_until_it_is_built() -> None:
    assert [name for name, optional in layers() if is_built(name) == optional] == []


def test_every_pure_stage_that_is_built_is_held_to_it() -> None:
    held = {name.removeprefix("learnt.") for name in CONTRACTS["pure"]["source_modules"]}
    assert held == {stage for stage in PURE if is_built(stage)}


def test_pure_stages_call_nothing_that_reaches_outside() -> None:
    """What needs no import, the contracts cannot see."""
    outside = {"__import__", "breakpoint", "eval", "exec", "input", "open", "print"}
    files = [path for stage in PURE for path in PACKAGE.glob(f"{stage}*/**/*.py")]
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.func.id}"
        for path in [*files, PACKAGE / "ids.py", PACKAGE / "clock.py"]
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id in outside
    ]
    assert found == []


def test_the_clock_does_not_know_what_time_it_is() -> None:
    calls = re.findall(r"\b(?:now|utcnow|today|time_ns)\(", (PACKAGE / "clock.py").read_text())
    assert calls == []


PLANTED = {
    "nothing": ("deck/__init__.py", "import re", set()),
    "upwards": ("memory.py", "import learnt.plan", {"layers"}),
    "sideways": ("plan.py", "import learnt.marking", {"layers"}),
    "a stranger": ("stranger.py", "import re", {"layers"}),
    "a file": ("journal.py", "import pathlib", {"pure"}),
    "randomness deep inside": ("deck/text/__init__.py", "from random import random", {"pure"}),
    "the time": ("plan.py", "import time", {"pure"}),
    "the time in the clock": ("clock.py", "import time", {"clock"}),
    "a database in a pure stage": ("memory.py", "import sqlalchemy", {"pure", "database"}),
    "a database in a reader": ("sources.py", "from sqlalchemy.orm import Session", {"database"}),
    "a database in the store": ("store/schema.py", "import sqlalchemy", set()),
    "a face that opens the store": ("cli.py", "import learnt.store", {"store"}),
    "the schema outside": ("collection.py", "import learnt.store.schema", {"schema"}),
    "a table drawn by the collection": ("collection.py", "import rich.table", {"terminal"}),
    "a cycle": ("deck/b.py", "import learnt.deck.a", {"cycles"}),
}


@pytest.fixture(scope="module")
def small_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with every layer and nothing in it, under our contracts."""
    house = tmp_path_factory.mktemp("house")
    folders = ["store", "deck", "deck/text"]
    built = [layer for layer, _ in layers() if layer not in folders]
    names = [f"{folder}/__init__" for folder in folders] + built
    for name in ["__init__", "store/schema", "deck/b", *names]:
        path = house / "learnt" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    (house / "learnt" / "deck" / "a.py").write_text("import learnt.deck.b")
    (house / "pyproject.toml").write_text(PYPROJECT)
    return house


@pytest.mark.parametrize("planted", PLANTED)
def test_each_contract_catches_what_it_forbids(small_house: Path, planted: str) -> None:
    file, line, broken = PLANTED[planted]
    path = small_house / "learnt" / file
    before = path.read_text() if path.exists() else None
    path.write_text(line)
    lint = (
        "import sys; from importlinter.cli import lint_imports as lint; sys.exit(lint(no_cache=1))"
    )
    command = [sys.executable, "-c", lint]
    path.write_text(line)
    try:
        linted = subprocess.run(
            command, cwd=small_house, env={}, capture_output=True, text=True, check=False
        )
    finally:
        path.unlink() if before is None else path.write_text(before)
    said = " ".join(linted.stdout.split())
    caught = {id_ for id_, contract in CONTRACTS.items() if f"{contract['name']} BROKEN" in said}
    assert caught == broken, linted.stdout
    assert ("0 broken." in said) == (not broken), linted.stdout + linted.stderr


def test_every_ignore_in_pyproject_has_its_reason_beside_it() -> None:
    """A rule that is left out, a file that is left out, a warning that is let pass."""
    section = PYPROJECT.partition("[tool.ruff.lint]")[2].partition("[tool.ruff.lint.pylint]")[0]
    ignored = re.findall(r'^    "[A-Z]+[0-9]*",.*$', section, re.MULTILINE)
    lint = SETTINGS["tool"]["ruff"]["lint"]
    files = lint["per-file-ignores"].values()
    assert len(ignored) == len(lint["ignore"]) + sum(len(codes) for codes in files)
    without = [line for line in ignored if not re.search(r"# \w.{9}", line)]
    assert without == []


def test_every_ignore_in_the_code_has_its_reason_beside_it() -> None:
    mark = re.compile(r"# (?:noqa|type: ignore|pragma|fmt)\b\S*(?: [A-Z]+[0-9]+,?)*(.*)")
    without = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in our_files(".py")
        if path != Path(__file__)
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if (found := mark.search(line)) and not re.search(r"\w{3}", found[1])
    ]
    assert without == []


def test_nothing_of_one_machine_is_written_down() -> None:
    """Someone's home folder, or a folder that only one machine has."""
    one_machine = re.compile(rb"(?<![\w.~}-])/(?:home|Users|root|work)/\w+")
    found = [
        f"{path.relative_to(ROOT)}: {match[0].decode()}"
        for path in our_files()
        for match in one_machine.finditer(path.read_bytes())
    ]
    assert found == []


def test_the_lock_names_no_mirror() -> None:
    """A lock made behind a mirror would send everyone there."""
    lock = (ROOT / "uv.lock").read_text()
    assert set(re.findall(r'registry = "([^"]+)"', lock)) == {"https://pypi.org/simple"}


def test_the_changelog_has_this_version() -> None:
    assert f"\n## [{learnt.__version__}]" in (ROOT / "CHANGELOG.md").read_text()
