"""What the documents say is true: the commands run, the Python runs, every option is told."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pexpect
import pytest

from learnt.cli.main import learnt
from tests.cli.terminal import CTRL_C, READY

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGE = """\
How does a beaver change its river?

Cards (3)

• It fells trees and builds a dam across the water
• The water behind the dam rises and floods the meadow
• Fish, frogs and birds come to live in the new pond
"""
# The program of this environment in the place of the one that ./run would set up first.
RUN = """\
#!{python}
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
loader = SourceFileLoader("run", {run!r})
run = module_from_spec(spec_from_loader("run", loader))
loader.exec_module(run)
run.PROGRAMS, run.PYTHON, run.prepare = Path(sys.executable).parent, sys.executable, lambda *_, **__: None
quick = ["--version"] if sys.argv[1:2] == ["test"] else []  # not the tests within the tests
run.main(sys.argv[1:] + quick)
"""


def fenced(text: str) -> Iterator[tuple[str, str]]:
    """The language and the content of each fenced block."""
    for found in re.finditer(r"^```(\w*)[^\n]*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield found[1], found[2]


def commands(text: str) -> list[str]:
    """The lines that a reader is to type: those after `$ `, and all of a block of shell."""
    found = []
    for language, content in fenced(text):
        for line in content.splitlines():
            if line.startswith("$ "):
                found.append(line.removeprefix("$ "))
            elif language in ("sh", "bash", "shell") and line.strip():
                found.append(line)
    return found


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A reader's folder, with a page and with ./run in it."""
    (tmp_path / "my-page.txt").write_text(PAGE)
    run = tmp_path / "run"
    run.write_text(RUN.format(python=sys.executable, run=str(ROOT / "run")))
    run.chmod(0o755)
    return tmp_path


def test_the_readme_has_commands_and_python() -> None:
    """So that the tests below cannot pass by finding nothing."""
    assert {"./run", "./run test"} <= set(commands(README))
    assert any(command.startswith("learnt add") for command in commands(README))
    assert "python" in [language for language, _ in fenced(README)]


def test_every_block_of_the_readme_is_of_a_kind_that_is_run_here() -> None:
    kinds = {language for language, _ in fenced(README)}
    assert kinds <= {"console", "python", "sh", "bash", "shell", "text"}
    told = sum(content.count("\n$ ") + content.startswith("$ ") for _, content in fenced(README))
    assert README.count("\n$ ") == told, "a command stands outside of a fenced block"
    assert README.count("\n```") == 2 * len(list(fenced(README))), (
        "a block is not closed, or indented"
    )


def test_the_commands_of_the_readme(home: Path) -> None:
    """In their order and in one folder; who types them leaves sittings and servers at once."""
    for command in commands(README):
        said = typed(command, home)
        assert "Traceback" not in said


def typed(command: str, folder: Path) -> str:
    """Type a command at a terminal; it must end well."""
    environment: Any = os.environ | {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PROMPT_TOOLKIT_NO_CPR": "1",
        "TERM": "xterm",
        "DISPLAY": "",  # no window of whoever runs the tests is opened
        "WAYLAND_DISPLAY": "",
    }
    child = pexpect.spawn(
        "bash",
        ["-c", command],
        cwd=str(folder),
        env=environment,
        encoding="utf-8",
        timeout=100,
    )
    said = ""
    while True:
        met = child.expect_exact([READY, "[Y/n", pexpect.EOF, "Enter starts", "Ctrl-C stops."])
        said += child.before or ""
        if met == 2:
            break
        child.send(CTRL_C if met in (0, 4) else "\r")
    child.close()
    assert child.exitstatus == 0, f"`{command}` ended with {child.exitstatus}:\n{said}"
    return said


def test_the_python_of_the_readme(home: Path) -> None:
    for content in (content for language, content in fenced(README) if language == "python"):
        done = subprocess.run(
            [sys.executable, "-c", content], cwd=home, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_links_lead_somewhere() -> None:
    """From each document to a file of the project."""
    for document in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for link in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", document.read_text(encoding="utf-8")):
            if not link.startswith(("http://", "https://", "mailto:")):
                assert (document.parent / link).exists(), f"{document.name}: {link}"


def test_the_command_line_is_documented_as_it_is() -> None:
    """`python docs/make_cli.py` brings the page up to date."""
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == script("make_cli").text()


def test_every_verb_and_option_is_documented() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for name, command in learnt.commands.items():
        assert re.search(rf"^## `learnt {name}[ `]", page, re.MULTILINE), name
        for option in (one for one in command.params if isinstance(one, click.Option)):
            assert all(f"{each}" in page for each in option.opts), (name, option.opts)
            assert option.help, (name, option.opts)
            assert option.help in page, (name, option.opts)
        assert command.help, name


def test_the_picture_shows_the_screen_as_it_is() -> None:
    """`python docs/make_picture.py` draws it anew."""
    assert (ROOT / "docs" / "study.svg").read_text(encoding="utf-8") == script(
        "make_picture"
    ).picture()


def script(name: str) -> ModuleType:
    """One of the scripts that make the documents."""
    loader = SourceFileLoader(name, str(ROOT / "docs" / f"{name}.py"))
    spec = spec_from_loader(name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module
