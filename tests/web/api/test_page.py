"""What docs/api.md says is true: its commands run against a server, one after the other."""

import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from learnt import Collection
from learnt.web.listening import listen
from learnt.web.serving import Served, serve
from tests.web.api.conftest import PAGE

DOCUMENT = (Path(__file__).resolve().parents[3] / "docs" / "api.md").read_text(encoding="utf-8")
HERE, THERE, CODE = "http://127.0.0.1:7305", "http://192.168.1.20:7305", "ABCD-EFGH"
# A refusal ends the script, which the reader of the page would see for themselves.
STRICT = 'set -euo pipefail\ncurl() { command curl --fail-with-body "$@"; }\n'

pytestmark = pytest.mark.skipif(
    not (shutil.which("curl") and shutil.which("jq")), reason="the page's commands need curl and jq"
)


def blocks(language: str) -> str:
    return "".join(re.findall(rf"^```{language}\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL))


@contextmanager
def served(collection: Collection, *names: str) -> Iterator[Served]:
    found: list[Served] = []
    ready = threading.Event()

    def told(one: Served) -> None:
        found.append(one)
        ready.set()

    arguments = (collection, listen("127.0.0.1", 0), told)
    thread = threading.Thread(target=serve, args=arguments, kwargs={"names": names})
    thread.start()
    try:
        assert ready.wait(60)
        yield found[0]
    finally:
        found[0].stop()
        thread.join()


def typed(script: str, folder: Path) -> str:
    done = subprocess.run(
        ["bash", "-c", STRICT + script], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_commands(tmp_path: Path) -> None:
    (tmp_path / "my-page.txt").write_text(PAGE)
    script = blocks("sh")
    assert script.count(HERE) == 1
    with Collection.open(tmp_path / "home") as collection, served(collection) as server:
        said = typed(script.replace(HERE, server.here.rstrip("/")), tmp_path)
        assert collection.last_event() is None, "it was saved, and then taken back"
    assert said.count("How does a beaver change its river?") >= 3
    assert re.findall(r"^(true|false)$", said, re.MULTILINE) == ["true", "false", "false"]
    assert '"undone":true' in said


def test_the_commands_of_another_device(tmp_path: Path) -> None:
    script = blocks("shell")
    assert script.count(THERE) == 2
    assert CODE in script
    with (
        Collection.open(tmp_path / "home") as collection,
        served(collection, "laptop.test") as server,
    ):
        assert server.pairing
        here = server.here.rstrip("/")
        said = typed(script.replace(THERE, here).replace(CODE, server.pairing.shown), tmp_path)
        assert '"left"' in said
        refused = STRICT + f"curl -s {here}/api/v1/today"
        done = subprocess.run(["bash", "-c", refused], capture_output=True, text=True, check=False)
        assert (done.returncode, "paired" in done.stdout) == (22, True)
