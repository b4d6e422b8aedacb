"""`learnt serve` and `learnt start`: the address that is told, the ways to stop, the browser."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from learnt.cli import browser, sittings
from learnt.cli.browser import open_browser
from learnt.collection import Collection
from learnt.web.listening import HERE, PORT, listen
from tests.cli.conftest import PROGRAM, Ended, Learnt
from tests.cli.terminal import CTRL_C, Terminal

Write = Callable[..., Path]
BEES = "Q: What do bees make?\nA: Honey\n"


@pytest.fixture(autouse=True)
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test opens a window of the person who runs it."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def ask(url: str, path: str = "/", **headers: str) -> int:
    """The status of an answer."""
    place = urlsplit(url)
    assert place.hostname
    connection = HTTPConnection(place.hostname, place.port, timeout=60)
    try:
        connection.request("GET", path, headers=headers)
        return connection.getresponse().status
    finally:
        connection.close()


@contextmanager
def serving(*arguments: object, end: int = signal.SIGINT) -> Iterator[dict[str, Any]]:
    """The program without a terminal, in the background; what its line of JSON says.

    It is ended by a signal, and must then end well and have told no more than that it did.
    """
    with subprocess.Popen(
        [*PROGRAM, *map(str, arguments), "--json"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        line = process.stdout.readline()
        try:
            yield json.loads(line) if line else {}
        finally:
            process.send_signal(end)
            rest, told = process.communicate(timeout=60)
    assert (process.returncode, rest) == (0, ""), told
    assert told.endswith("Stopped.\n")
    assert "Traceback" not in told


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_serving_until_it_is_stopped(end: int) -> None:
    with serving("serve", "--port", 0, end=end) as said:
        assert said.keys() == {"url"}
        assert said["url"].startswith("http://127.0.0.1:")
        assert ask(said["url"]) == 200
        assert ask(said["url"], Host="evil.example") == 421


def test_serving_at_a_terminal() -> None:
    """The address, how to stop, and after Ctrl-C one word."""
    open_ = Terminal("serve", "--port", 0)
    said = open_.answer("Ctrl-C stops.")
    assert "learnt is open at http://127.0.0.1:" in said
    end = open_.close(CTRL_C)
    assert end.replace("^C", "").split() == ["Stopped."]


def test_serving_a_network() -> None:
    with serving("serve", "--host", "0.0.0.0", "--port", 0) as said:  # noqa: S104 - that is what is tried
        assert said.keys() == {"url", "network", "code"}
        assert ask(said["url"]) == 303
        assert ask(said["url"], "/pair") == 200


def test_a_network_is_told_how_to_pair() -> None:
    open_ = Terminal("serve", "--host", "0.0.0.0", "--port", 0)  # noqa: S104 - that is what is tried
    open_.answer("Other devices open http://")
    open_.answer("Code: ")
    assert "-" in open_.answer("█▄▄▄▄▄▄▄█")  # the eye of a QR code
    open_.answer("not encrypted")
    open_.answer("docs/phone.md")
    open_.close(CTRL_C)


def test_names_behind_a_proxy() -> None:
    arguments = (
        "serve",
        "--port",
        0,
        "--allow-host",
        "learnt.example",
        "--allow-host",
        "b.example",
    )
    with serving(*arguments) as said:
        assert "code" in said
        assert ask(said["url"], Host="b.example") == 303
        assert ask(said["url"], Host="c.example") == 421


def test_a_proxy_is_told_of_by_its_name() -> None:
    open_ = Terminal("serve", "--port", 0, "--allow-host", "learnt.example")
    open_.answer("Other devices open https://learnt.example/ and pair")
    assert "not encrypted" not in open_.close(CTRL_C)


@pytest.mark.parametrize("name", ["http://learnt.example", "learnt.example:80", "", "a b", "*"])
def test_names_that_are_none(name: str, learnt: Learnt) -> None:
    ended = learnt("serve", "--allow-host", name)
    assert (ended.status, ended.out) == (2, "")
    assert "is no name of a machine" in ended.err


def test_forgotten_devices(own_home: Path, no_server: list[Any], learnt: Learnt) -> None:
    own_home.mkdir()
    (own_home / "pairing.key").write_bytes(b"k" * 32)
    assert learnt("serve", "--port", "0").status == 0
    assert (own_home / "pairing.key").read_bytes() == b"k" * 32
    assert "forgotten" in learnt("serve", "--port", "0", "--forget-devices").err
    assert (own_home / "pairing.key").read_bytes() != b"k" * 32


def test_what_cannot_be_opened(learnt: Learnt) -> None:
    with listen(HERE, 0) as taken:
        port = taken.getsockname()[1]
        for arguments, told in (
            (["--port", port], f"Port {port} is taken by another program. Choose another"),
            (["--host", "203.0.113.1"], "203.0.113.1 is no address of this machine"),
            (["--port", 70_000], "70000 is not in the range"),
        ):
            ended = learnt("serve", *arguments)
            assert (ended.status, ended.out) == (2, "")
            assert told in ended.err


def test_the_ports_of_the_help(learnt: Learnt) -> None:
    ended = learnt("serve", "--help")
    assert f"{PORT} by default" in " ".join(ended.out.split())
    assert f"[default: {HERE}]" in " ".join(ended.out.split())


@pytest.fixture
def no_server(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Servers that end at once; the sockets and pages that they would have shown."""
    opened: list[Any] = []

    def serve(_: Collection, listening: Any, told: Callable[[Any], None], **__: object) -> None:
        from learnt.web.listening import url_of
        from learnt.web.serving import Served

        with listening:
            told(Served(url_of(listening), url_of(listening), None, lambda: None))

    monkeypatch.setattr("learnt.web.serving.serve", serve)
    monkeypatch.setattr("learnt.cli.serve.open_browser", opened.append)
    monkeypatch.setattr("learnt.cli.browser.open_browser", opened.append)
    return opened


@pytest.fixture
def near(monkeypatch: pytest.MonkeyPatch) -> None:
    """`start` on any free port: another learnt may be open where the tests run."""
    monkeypatch.setattr("learnt.web.listening.listen_near", lambda host, _: listen(host, 0))
    monkeypatch.setattr("learnt.web.about.already_serving", lambda *_: False)


def page_of(url: str) -> str:
    return urlsplit(url).path


def test_start_opens_the_browser(near: None, no_server: list[Any], learnt: Learnt) -> None:
    """Nothing is put into a new collection: its first page offers the examples."""
    ended = learnt("start")
    assert (ended.status, ended.out) == (0, "")
    assert "Ctrl-C stops." in ended.err
    assert [page_of(url) for url in no_server] == ["/"]
    assert learnt("decks", "--json").lines == []


def test_start_with_pages(near: None, no_server: list[Any], learnt: Learnt, page: Write) -> None:
    """Each becomes a draft, the first is shown, and nothing is saved before it is agreed to."""
    ended = learnt("start", page(BEES, "bees.txt"), page(BEES, "wasps.txt"))
    assert ended.status == 0
    with Collection.open() as collection:
        drafts = collection.drafts()
        assert len(drafts) == 2
        first = next(one for one in drafts if "bees" in collection.get_draft(one.id).reading.file)
    assert [page_of(url) for url in no_server] == [f"/add/{first.id}"]
    assert learnt("decks", "--json").lines == []


def test_start_with_standard_input(near: None, no_server: list[Any], learnt: Learnt) -> None:
    assert learnt("start", "-", stdin=BEES.encode()).status == 0
    assert page_of(no_server[0]).startswith("/add/")


def test_start_with_a_page_that_is_not_there(
    near: None, no_server: list[Any], learnt: Learnt, page: Write, tmp_path: Path
) -> None:
    ended = learnt("start", tmp_path / "missing.txt")
    assert (ended.status, no_server) == (2, [])
    assert "There is no file" in ended.err
    both = learnt("start", tmp_path / "missing.txt", page(BEES))
    assert both.status == 2
    assert [page_of(url).startswith("/add/") for url in no_server] == [True]


@pytest.mark.parametrize("verb", ["start", "serve"])
def test_no_browser_where_none_is_wanted(
    verb: str, near: None, no_server: list[Any], learnt: Learnt
) -> None:
    port = ["--port", "0"] if verb == "serve" else []
    assert learnt(verb, "--no-open", *port).status == 0
    assert no_server == []


def test_a_second_start_shows_the_first(
    no_server: list[Any], learnt: Learnt, page: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The draft is in the database that the open one reads, so the browser goes there."""
    asked: list[str] = []

    def already_serving(url: str, _: Collection) -> bool:
        asked.append(url)
        return True

    monkeypatch.setattr("learnt.web.about.already_serving", already_serving)
    monkeypatch.setattr("learnt.web.listening.listen_near", lambda *_: pytest.fail("a second one"))
    ended = learnt("start", page(BEES), "--json")
    assert (ended.status, ended.line) == (0, {"url": f"http://{HERE}:{PORT}/"})
    assert "open already" in ended.err
    assert asked == [f"http://{HERE}:{PORT}/"]
    assert page_of(no_server[0]).startswith("/add/")


def test_a_second_start_at_another_time_is_one_of_its_own(
    no_server: list[Any], near: None, learnt: Learnt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("learnt.web.about.already_serving", lambda *_: True)
    assert "Ctrl-C stops." in learnt("start", "--as-of", "2026-03-02").err


def test_two_starts_of_the_program(own_home: Path) -> None:
    """With real servers: the second finds the first, or a port of its own beside a stranger."""
    with serving("start") as first:
        port = urlsplit(first["url"]).port
        assert port is not None
        assert PORT <= port <= PORT + 10
        if port == PORT:
            done = subprocess.run(
                [*PROGRAM, "start"], capture_output=True, text=True, check=False, timeout=100
            )
            assert (done.returncode, done.stdout) == (0, "")
            assert f"learnt is open already at {first['url']}" in done.stderr
        with serving("start", "--home", own_home / "another") as second:
            assert second["url"] != first["url"]
            assert ask(second["url"]) == ask(first["url"]) == 200


def test_start_without_input_serves(own_home: Path) -> None:
    """`./run </dev/null`, and a service that has no streams at all."""
    command = f"exec {' '.join(PROGRAM)} start --home {own_home} <&- >&-"
    with subprocess.Popen(
        ["bash", "-c", command], stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stderr
        assert "Ctrl-C stops." in process.stderr.readline()
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (0, "Stopped.\n")


WINDOW = """\
#!{python}
import os, sys
print("noise")
with open({told!r} + ".part", "w") as told:
    told.write(sys.argv[-1] + "\\n" + os.environ.get("TERM", ""))
os.rename({told!r} + ".part", {told!r})
"""


def test_a_browser_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What it prints is not mixed in here, and it cannot draw in this terminal."""
    told = tmp_path / "told"
    window = tmp_path / "window"
    window.write_text(WINDOW.format(python=sys.executable, told=str(told)))
    window.chmod(0o755)
    waiting: list[subprocess.Popen[bytes]] = []
    real = subprocess.Popen

    def popen(*arguments: Any, **more: Any) -> subprocess.Popen[bytes]:
        waiting.append(real(*arguments, **more))
        return waiting[0]

    monkeypatch.setattr("learnt.cli.browser.subprocess.Popen", popen)
    monkeypatch.setenv("BROWSER", str(window))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("DISPLAY", ":7305")
    assert open_browser("http://127.0.0.1:7305/add/1")
    assert waiting[0].wait(60) == 0
    assert told.read_text() == "http://127.0.0.1:7305/add/1\n"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("platform", "environment", "there"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"BROWSER": "lynx"}, False),
        ("darwin", {}, True),
        ("darwin", {"SSH_CONNECTION": "1 2 3 4"}, False),
        ("win32", {}, True),
    ],
)
def test_where_there_is_a_browser(
    platform: str, environment: dict[str, str], there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("learnt.cli.browser.sys.platform", platform)
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert browser.has_browser() is there


def test_nothing_is_started_where_there_is_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "learnt.cli.browser.subprocess.Popen", lambda *_, **__: pytest.fail("started")
    )
    assert not open_browser("http://127.0.0.1:7305/")


def test_a_sitting_in_the_terminal_is_still_there(learnt: Learnt) -> None:
    ended: Ended = learnt("start", "-t")
    assert ended.status == 0
    assert sittings._NEEDS_A_TERMINAL in ended.err
