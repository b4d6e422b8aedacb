"""A server on a real socket: opening it, asking it, ending it, and what it does meanwhile."""

import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from learnt.collection import Collection
from learnt.errors import StoreError, UsageError
from learnt.web import serving
from learnt.web.about import about, already_serving
from learnt.web.crashes import CrashLog
from learnt.web.door import Door
from learnt.web.guard import HEADERS, Guard
from learnt.web.listening import (
    PORT,
    is_for_this_machine_alone,
    listen,
    listen_near,
    network_url_of,
    url_of,
)
from learnt.web.serving import Served, serve, tend
from learnt.web.uploads.keeping import DAYS, uploads_of
from tests.collection.world import Clock


@pytest.fixture(autouse=True)
def tiny_app(monkeypatch: pytest.MonkeyPatch) -> None:
    """An app of two routes in the place of the pages."""

    def make_app(collection: Collection, door: Door, log: CrashLog) -> ASGIApp:
        async def said(_: Request) -> Response:
            return JSONResponse(about(collection))

        async def echo(request: Request) -> Response:
            return PlainTextResponse(str(len(await request.body())))

        async def crash(_: Request) -> Response:
            raise ZeroDivisionError("the text of a card")

        routes = [
            Route("/api/v1/about", said),
            Route("/", echo, methods=["GET", "POST"]),
            Route("/crash", crash),
        ]
        return Guard(Starlette(routes=routes), door, log)

    module = ModuleType("learnt.web.app")
    module.make_app = make_app  # type: ignore[attr-defined] # a double
    monkeypatch.setitem(sys.modules, "learnt.web.app", module)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with Collection.open(tmp_path / "home") as opened:
        yield opened


@contextmanager
def served(
    collection: Collection, host: str = "127.0.0.1", names: tuple[str, ...] = ()
) -> Iterator[Served]:
    """The collection served by a thread, on a port that was free."""
    found: list[Served] = []
    ready = threading.Event()

    def told(one: Served) -> None:
        found.append(one)
        ready.set()

    thread = threading.Thread(
        target=serve, args=(collection, listen(host, 0), told), kwargs={"names": names}
    )
    thread.start()
    try:
        assert ready.wait(60)
        yield found[0]
    finally:
        found[0].stop()
        thread.join()


def ask(
    url: str, method: str = "GET", path: str = "/", body: bytes | None = None, **headers: str
) -> tuple[int, str, dict[str, str]]:
    """The status, the text and the headers of an answer."""
    place = urlsplit(url)
    assert place.hostname
    connection = HTTPConnection(place.hostname, place.port, timeout=60)
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), dict(answer.getheaders())
    finally:
        connection.close()


def test_the_port_that_the_documents_name() -> None:
    assert PORT == 7305


def test_a_server_answers_and_ends(collection: Collection) -> None:
    with served(collection) as one:
        status, text, headers = ask(one.here)
        assert (status, text) == (200, "0")
        assert HEADERS.items() <= {name.title(): value for name, value in headers.items()}.items()
        assert "server" not in {name.lower() for name in headers}
        assert (one.network, one.pairing) == (one.here, None)
    with pytest.raises(ConnectionError):
        ask(one.here)


def test_a_server_that_others_can_reach_pairs(collection: Collection) -> None:
    with served(collection, "0.0.0.0") as one:  # noqa: S104 - that is what is tried
        assert one.pairing is not None
        assert one.here.startswith("http://127.0.0.1:")
        assert one.network.rsplit(":")[2] == one.here.rsplit(":")[2]
        assert ask(one.here)[0] == 303
        assert ask(one.here, path="/api/v1/about")[0] == 200
        assert ask(one.here, Host="192.168.1.20:7305")[0] == 303
        assert ask(one.here, Host="evil.example")[0] == 421
    assert (collection.home / "pairing.key").exists()


def test_a_name_of_its_own_pairs_too(collection: Collection) -> None:
    """Behind a proxy, those who come from anywhere look as if they came from here."""
    with served(collection, names=("learnt.example",)) as one:
        assert one.pairing is not None
        assert one.network == "https://learnt.example/"
        assert ask(one.here, Host="learnt.example")[0] == 303
        assert ask(one.here, Host="other.example")[0] == 421


def test_this_machine_alone_needs_no_pairing(collection: Collection) -> None:
    with served(collection) as one:
        assert ask(one.here, Host="learnt.example")[0] == 421
        assert ask(one.here, Host="192.168.1.20")[0] == 421
    assert not (collection.home / "pairing.key").exists()


def test_what_is_too_large_is_told_over_the_wire(collection: Collection) -> None:
    """With a length, and in pieces: the answer comes although the body was not all read."""
    with served(collection) as one:
        assert ask(one.here, "POST", body=bytes(1_000_000))[:2] == (200, "1000000")
        place = urlsplit(one.here)
        for head in ("Content-Length: 50000000", "Transfer-Encoding: chunked"):
            with socket.create_connection((place.hostname, place.port), timeout=60) as line:
                line.sendall(f"POST / HTTP/1.1\r\nHost: localhost\r\n{head}\r\n\r\n".encode())
                if "chunked" in head:
                    for _ in range(11):
                        line.sendall(b"186a0\r\n" + bytes(100_000) + b"\r\n")
                assert line.recv(100).startswith(b"HTTP/1.1 413 ")


def test_a_crash_prints_nothing(collection: Collection, capfd: pytest.CaptureFixture[str]) -> None:
    with served(collection) as one:
        status, text, _ = ask(one.here, path="/crash")
        garbage = urlsplit(one.here)
        with socket.create_connection((garbage.hostname, garbage.port), timeout=60) as line:
            line.sendall(b"\x16\x03\x01 not HTTP\r\n\r\n")
            line.recv(100)
    assert (status, "card" in text) == (500, False)
    assert capfd.readouterr() == ("", "")
    assert "ZeroDivisionError" in (collection.home / "learnt.log").read_text()


def test_about_says_which_collection_and_not_where(collection: Collection, tmp_path: Path) -> None:
    said = about(collection)
    assert (said["program"], len(said["collection"])) == ("learnt", 16)
    assert "home" not in str(said)
    with Collection.open(tmp_path / "other") as other:
        assert about(other)["collection"] != said["collection"]


def test_the_same_collection_by_another_path(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Collection.open("home") as same:
        assert about(same) == about(collection)


def test_a_second_start_finds_the_first(collection: Collection, tmp_path: Path) -> None:
    with served(collection) as one, Collection.open(tmp_path / "other") as other:
        assert already_serving(one.here, collection)
        assert not already_serving(one.here, other)
    assert not already_serving(one.here, collection)


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]",
        b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnull",
        b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n" + b'{"program":"learnt"}',
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n\xff\xfe{",
        b"HTTP/1.1 302 Found\r\nLocation: http://evil.example/\r\nContent-Length: 0\r\n\r\n",
        b"SSH-2.0-something\r\n",
        b"",
    ],
)
def test_other_programs_are_not_taken_for_it(answer: bytes, collection: Collection) -> None:
    with listen("127.0.0.1", 0) as listening:

        def reply() -> None:
            line, _ = listening.accept()
            with line:
                line.recv(1000)
                line.sendall(answer)

        thread = threading.Thread(target=reply)
        thread.start()
        assert not already_serving(url_of(listening), collection)
        thread.join()


@pytest.mark.parametrize("url", ["", "learnt", "http://", "file:///etc/passwd"])
def test_addresses_that_are_none(url: str, collection: Collection) -> None:
    assert not already_serving(url, collection)


def test_a_port_that_is_taken() -> None:
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(UsageError, match=f"Port {port} is taken by another program"):
            listen("127.0.0.1", port)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_no_packet_waits_for_the_one_before_it(host: str) -> None:
    with listen(host, 0) as listening:
        with socket.create_connection(listening.getsockname()[:2]):
            line, _ = listening.accept()
        with line:
            assert line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_the_next_port_that_is_free() -> None:
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with listen_near("127.0.0.1", port) as second:
            assert port < second.getsockname()[1] <= port + 10


def test_no_port_that_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learnt.web.listening._try", lambda *_: None)
    with pytest.raises(UsageError, match="7305 to 7315 are all taken"):
        listen_near("127.0.0.1", PORT)


@pytest.mark.parametrize("host", ["203.0.113.1", "no-such-machine.invalid", "a..b", "256.1.1.1"])
def test_an_address_of_another_machine(host: str) -> None:
    with pytest.raises(UsageError, match="is no address of this machine"):
        listen(host, 0)


def test_addresses_to_open() -> None:
    with ExitStack() as stack:
        sockets = {
            host: stack.enter_context(listen(host, 0))
            for host in ("127.0.0.1", "localhost", "0.0.0.0")  # noqa: S104 - that is what is tried
        }
        for host, alone in (("127.0.0.1", True), ("localhost", True), ("0.0.0.0", False)):  # noqa: S104 - the same
            port = sockets[host].getsockname()[1]
            assert is_for_this_machine_alone(sockets[host]) is alone
            assert url_of(sockets[host]) in (f"http://127.0.0.1:{port}/", f"http://[::1]:{port}/")
            assert network_url_of(sockets[host]).endswith(f":{port}/")
            assert "0.0.0.0" not in network_url_of(sockets[host])  # noqa: S104 - the same


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="there is no IPv6 here")
@pytest.mark.parametrize(("host", "here"), [("::1", "http://[::1]:"), ("::", "http://[::1]:")])
def test_addresses_of_ipv6(host: str, here: str) -> None:
    with listen(host, 0) as listening:
        assert url_of(listening).startswith(here)
        assert is_for_this_machine_alone(listening) is (host == "::1")


def test_the_days_backup_is_made_while_it_is_served(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = threading.Event()
    monkeypatch.setattr(serving, "_TEND_SECONDS", 0.001)
    monkeypatch.setattr(collection, "back_up_daily", made.set)
    with served(collection):
        assert made.wait(60)


def _refused() -> str:
    return "Today's backup could not be made: the disk is full."


def _broken() -> str:
    raise StoreError("the text of a card")


@pytest.mark.parametrize(
    ("back_up", "written"), [(_refused, "backup could not be made"), (_broken, "StoreError")]
)
def test_a_backup_that_fails_is_quiet(
    back_up: Callable[[], str],
    written: str,
    collection: Collection,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    log = CrashLog(collection.home / "learnt.log")
    monkeypatch.setattr(collection, "back_up_daily", back_up)
    tend(collection, log)
    assert capfd.readouterr() == ("", "")
    assert written in log.path.read_text()
    assert "card" not in log.path.read_text()


def test_files_that_waited_too_long_are_let_go(tmp_path: Path) -> None:
    clock = Clock()
    log = CrashLog(tmp_path / "learnt.log")
    with Collection.open(tmp_path / "home", now=clock) as collection:
        kept = uploads_of(collection)
        kept.take(BytesIO(b"x"), "x.apkg", package=True)
        tend(collection, log)
        assert len(kept.list()) == 1
        clock.pass_by(days=DAYS + 1)
        tend(collection, log)
        assert kept.list() == ()


def test_a_backup_is_made_where_it_is_time(collection: Collection) -> None:
    tend(collection, CrashLog(collection.home / "learnt.log"))
    assert [one.why for one in collection.backups()] == ["daily"]
    assert not (collection.home / "learnt.log").exists()
