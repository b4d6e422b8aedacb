"""The door, around a tiny app: what it lets in, what it refuses, what every response carries."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Scope

from learnt.web.crashes import CrashLog
from learnt.web.door import LIMITS, Door, own_names
from learnt.web.guard import HEADERS, Guard, Refuse, plain
from learnt.web.pairing import COOKIE, Pairing
from tests.web.knocking import Ask, knocking

CARD = "The dog of the card"
CODE = "ABCDEFGH"


def tiny() -> Starlette:
    """An app that echoes, that crashes, and that counts what was done to it."""

    async def echo(request: Request) -> Response:
        body = await request.body()
        if request.method == "POST":
            app.state.done += 1
        return PlainTextResponse(f"{request.url.scheme} {len(body)}")

    async def crash(_: Request) -> Response:
        raise ZeroDivisionError(CARD)

    async def crash_late(_: Request) -> Response:
        async def words() -> AsyncIterator[str]:
            yield "begun"
            raise ZeroDivisionError(CARD)

        return StreamingResponse(words())

    async def lenient(request: Request) -> Response:
        """As a form parser may: it makes its own of what receiving raises."""
        try:
            await request.body()
        except Exception:  # noqa: BLE001 - any
            return PlainTextResponse("swallowed", 400)
        return PlainTextResponse("taken")

    async def bold(_: Request) -> Response:
        return PlainTextResponse("", headers={"content-security-policy": "default-src *"})

    app = Starlette(
        routes=[
            Route("/", echo, methods=["GET", "POST", "PUT", "DELETE"]),
            Route("/add/page", echo, methods=["POST"]),
            Route("/addition", echo, methods=["POST"]),
            Route("/lenient", lenient, methods=["POST"]),
            Route("/static/app.js", echo),
            Route("/crash", crash),
            Route("/late", crash_late),
            Route("/bold", bold),
            Route("/api/v1/decks", echo),
        ]
    )
    app.state.done = 0
    return app


@pytest.fixture
def log(tmp_path: Path) -> CrashLog:
    return CrashLog(tmp_path / "learnt.log", reference=lambda: "0badcafe")


def asking(
    door: Door, log: CrashLog, refuse: Refuse = plain, peer: str = "127.0.0.1"
) -> tuple[Starlette, Ask]:
    """The app behind the door, and a way to ask it; no header is sent but those named."""
    app = tiny()
    guard = Guard(app, door, log, refuse)

    return app, knocking(guard, peer)


@pytest.fixture
def ask(log: CrashLog) -> Ask:
    return asking(Door.here(), log)[1]


@pytest.mark.parametrize(
    ("method", "path", "more", "status"),
    [
        ("GET", "/", {}, 200),
        ("GET", "/bold", {}, 200),
        ("GET", "/nowhere", {}, 404),
        ("PUT", "/crash", {}, 405),
        ("GET", "/crash", {}, 500),
        ("GET", "/static/app.js", {}, 200),
        ("GET", "/static/nowhere", {}, 404),
        ("GET", "/", {"headers": {"host": "evil.example"}}, 421),
        ("GET", "/", {"headers": {"host": "a b"}}, 400),
        ("POST", "/", {"headers": {"origin": "null"}}, 403),
        ("POST", "/", {"content": bytes(1_000_001)}, 413),
    ],
)
def test_every_response_carries_the_headers(
    method: str, path: str, more: dict[str, Any], status: int, ask: Ask
) -> None:
    answer = ask(method, path, **more)
    assert answer.status_code == status
    assert {name: answer.headers.get_list(name) for name in HEADERS} == {
        name: [value] for name, value in HEADERS.items()
    }
    kept = path == "/static/app.js"
    assert answer.headers.get("cache-control") == (None if kept else "no-store")


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    policy = dict(
        part.strip().split(" ", 1) for part in HEADERS["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert set(policy.values()) == {"'none'", "'self'"}
    assert policy["img-src"] == policy["media-src"] == "'self'"


HERE = ["localhost", "localhost:7305", "LOCALHOST:1", "localhost.", "127.0.0.1:8080", "127.0.0.1",
        "[::1]", "[::1]:7305", "127.0.0.2:7305"]  # fmt: skip
FOREIGN = ["evil.example", "evil.example:7305", "localhost.evil.example", "127.0.0.1.nip.io",
           "evil-localhost", "learnt.example"]  # fmt: skip
NETWORK = ["192.168.1.20:7305", "10.0.0.7", "[fe80::1]:7305", "8.8.8.8"]
ODD = ["", " ", "localhost:port", "localhost:", "localhost:123456", "user@localhost",
       "localhost/path", "http://localhost", "[localhost]", "[::1", "::1", "localhost,evil.example",
       "localhost evil.example", "localhost#", "lo\xe7alhost:\xb2"]  # fmt: skip


@pytest.mark.parametrize("host", HERE)
def test_names_of_this_machine(host: str, ask: Ask) -> None:
    assert ask(headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", [*FOREIGN, *NETWORK])
def test_names_that_a_foreign_page_may_have_led_here(host: str, ask: Ask) -> None:
    """DNS rebinding: the name is the attacker's, whatever address it has now."""
    answer = ask(headers={"host": host})
    assert answer.status_code == 421
    assert "does not answer to this name" in answer.text


@pytest.mark.parametrize("host", ODD)
def test_hosts_that_are_none(host: str, ask: Ask) -> None:
    answer = ask(headers=[(b"host", host.encode("latin-1"))])
    assert answer.status_code == 400


def scope(*headers: tuple[str, str], method: str = "GET", **more: object) -> dict[str, Any]:
    return {
        "type": "http", "method": method, "path": "/", "scheme": "http", "query_string": b"",
        "client": ("127.0.0.1", 5), "route": None,
        "headers": [(name.encode(), value.encode()) for name, value in headers], **more,
    }  # fmt: skip


@pytest.mark.parametrize(
    "headers", [(), (("host", "localhost"), ("host", "evil.example")), (("host", "localhost"),) * 2]
)
def test_no_host_or_two(headers: tuple[tuple[str, str], ...]) -> None:
    from starlette.datastructures import Headers

    made = scope(*headers)
    refused = Door.here().refusal(made, Headers(scope=made))
    assert refused is not None
    assert refused.status == 400


def test_names_in_a_network(log: CrashLog) -> None:
    pairing = Pairing(b"s" * 32, make_code=lambda: CODE)
    token = pairing.pair(CODE)
    _, ask = asking(Door.network(pairing, "Learnt.Example."), log)
    cookie = {"cookie": f"{COOKIE}={token}"}
    own = [f"{name}:7305" for name in own_names()]
    for host in [*HERE, *NETWORK, *own, "learnt.example", "LEARNT.example:443"]:
        assert ask(headers={"host": host, **cookie}).status_code == 200, host
    for host in [*FOREIGN[:-1], "other.learnt.example", "0x7f.1"]:
        assert ask(headers={"host": host, **cookie}).status_code == 421, host


def test_own_names_are_whole_and_short() -> None:
    assert any(name.endswith(".local") for name in own_names())
    assert all(name == name.lower() for name in own_names())


OWN = "http://localhost:7305"
TRIED = [
    # headers of a POST, and whether it is done
    ({}, True),
    ({"origin": OWN}, True),
    ({"origin": OWN.upper()}, True),
    ({"origin": OWN, "sec-fetch-site": "same-origin"}, True),
    ({"sec-fetch-site": "same-origin"}, True),
    ({"sec-fetch-site": "none"}, True),
    ({"host": "127.0.0.1:9999", "origin": "http://127.0.0.1:9999"}, True),
    ({"host": "[::1]:7305", "origin": "http://[::1]:7305"}, True),
    ({"origin": "null"}, False),
    ({"origin": ""}, False),
    ({"origin": "null", "sec-fetch-site": "same-origin"}, False),
    ({"origin": "http://evil.example"}, False),
    ({"origin": "http://evil.example", "sec-fetch-site": "same-origin"}, False),
    ({"origin": "https://localhost:7305"}, False),
    ({"origin": "http://localhost"}, False),
    ({"origin": "http://localhost:8080"}, False),
    ({"origin": "http://127.0.0.1:7305"}, False),
    ({"origin": OWN + "/"}, False),
    ({"origin": OWN + ".evil.example"}, False),
    ({"origin": f"{OWN} {OWN}"}, False),
    ({"sec-fetch-site": "cross-site"}, False),
    ({"sec-fetch-site": "same-site"}, False),
    ({"sec-fetch-site": "made-up"}, False),
    ({"host": "evil.example", "origin": "http://evil.example"}, False),
]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize(("headers", "done"), TRIED)
def test_a_form_must_come_from_here(
    headers: dict[str, str], done: bool, method: str, log: CrashLog
) -> None:
    app, ask = asking(Door.here(), log)
    answer = ask(method, "/", headers=headers)
    assert (answer.status_code == 200) is done
    assert app.state.done == int(done and method == "POST")
    if not done:
        assert answer.status_code in (403, 421)


def test_two_origins(log: CrashLog) -> None:
    _, ask = asking(Door.here(), log)
    answer = ask("POST", "/", headers=[("origin", OWN), ("origin", "http://evil.example")])
    assert answer.status_code == 403


def test_reading_may_come_from_anywhere(ask: Ask) -> None:
    """A link on another page may lead here: nothing is changed by it, and it cannot be read there."""
    headers = {"origin": "http://evil.example", "sec-fetch-site": "cross-site"}
    assert ask("GET", "/", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("peer", "said", "scheme"),
    [
        ("127.0.0.1", "https", "https"),
        ("::1", "https", "https"),
        ("127.0.0.1", "http", "http"),
        ("127.0.0.1", "javascript", "http"),
        ("192.168.1.7", "https", "http"),
    ],
)
def test_https_is_believed_of_a_proxy_here_alone(
    peer: str, said: str, scheme: str, log: CrashLog
) -> None:
    pairing = Pairing(b"s" * 32, make_code=lambda: CODE)
    _, ask = asking(Door.network(pairing, "learnt.example"), log, peer=peer)
    headers = {
        "host": "learnt.example",
        "x-forwarded-proto": said,
        "authorization": f"Bearer {pairing.pair(CODE)}",
    }
    assert ask(headers=headers).text == f"{scheme} 0"
    posted = ask("POST", "/", headers={**headers, "origin": "https://learnt.example"})
    assert (posted.status_code == 200) is (scheme == "https")


@pytest.mark.parametrize("name", ["x-forwarded-for", "x-forwarded-host", "forwarded"])
def test_a_proxy_that_no_one_told_of(name: str, ask: Ask) -> None:
    """It hides who asks and by what name: without pairing the whole network would be let in."""
    answer = ask(headers={name: "for=10.0.0.7"})
    assert answer.status_code == 421
    assert "--allow-host" in answer.text


@pytest.mark.parametrize("in_pieces", [False, True])
@pytest.mark.parametrize("path", ["/", "/addition", "/lenient", "/add/page"])
def test_what_is_too_large(path: str, in_pieces: bool, log: CrashLog) -> None:
    """With its length said before, or in pieces whose sum no one knows."""
    app, ask = asking(Door.here(), log)
    limit = LIMITS["/add"] if path == "/add/page" else LIMITS["/"]

    def body(size: int) -> Any:
        async def pieces() -> AsyncIterator[bytes]:
            for _ in range(10):
                yield bytes(size // 10)
            yield bytes(size % 10)

        return pieces() if in_pieces else bytes(size)

    assert ask("POST", path, content=body(limit)).status_code == 200
    done = app.state.done
    answer = ask("POST", path, content=body(limit + 1))
    assert answer.status_code == 413
    assert f"larger than {limit // 1_000_000} MB" in answer.text
    assert app.state.done == done
    assert not log.path.exists()


def test_a_length_is_enough_to_refuse(ask: Ask) -> None:
    """Before anything is read: no page need wait for the rest of it."""
    assert ask("POST", "/nowhere", content=bytes(1_000_001)).status_code == 413
    assert ask("POST", "/nowhere", content=bytes(1_000_000)).status_code == 404


def test_a_length_that_is_a_lie(ask: Ask) -> None:
    for said in ("9" * 5000, "-1", "x", "\u0665"):
        headers = [(b"content-length", said.encode())]
        assert ask("POST", "/", headers=headers).status_code in (200, 413)


def test_the_longest_prefix_is_the_limit() -> None:
    door = Door(lambda _: True, limits={"/": 1, "/add": 2, "/add/deck": 3})
    paths = ("/", "/x", "/add", "/addx", "/add/", "/add/x", "/add/deck", "/add/deck/x")
    assert [door.limit(path) for path in paths] == [1, 1, 2, 1, 2, 2, 3, 3]


def test_a_crash_is_told_without_its_text(log: CrashLog) -> None:
    """Starlette's own answer stands here; the app's handler would draw it."""
    _, ask = asking(Door.here(), log)
    answer = ask(path="/crash")
    assert answer.status_code == 500
    assert CARD not in answer.text
    assert "GET /crash" in log.path.read_text()
    assert CARD not in log.path.read_text()


def test_a_crash_of_an_app_without_a_net(log: CrashLog) -> None:
    async def bare(*_: object) -> None:
        raise ZeroDivisionError(CARD)

    guard = Guard(bare, Door.here(), log)

    answer = knocking(guard)()
    assert (answer.status_code, "0badcafe" in answer.text) == (500, True)
    assert CARD not in answer.text


def test_a_crash_when_the_answer_has_begun(log: CrashLog) -> None:
    """Too late for a page: the answer ends where it is, and the server hears no exception."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        await asyncio.Event().wait()  # who asked says no more

    guard = Guard(tiny(), Door.here(), log)
    asyncio.run(guard(scope(("host", "localhost"), path="/late"), receive, send))
    assert [message.get("status") for message in sent].count(200) == 1
    assert 500 not in [message.get("status") for message in sent]
    assert "ZeroDivisionError" in log.path.read_text()


def test_refusals_are_drawn_by_whoever_is_asked(log: CrashLog) -> None:
    def drawn(status: int, what: str, what_to_do: str, scope: Scope) -> Response:
        return PlainTextResponse(f"[{what}|{what_to_do}|{scope['path']}]", status)

    _, ask = asking(Door.here(), log, drawn)
    answer = ask("POST", "/some", headers={"origin": "null"})
    assert answer.text.startswith("[The request came from another site, so nothing was done.|Open")
    assert answer.text.endswith("|/some]")
    assert ask(headers={"host": "evil.example"}).headers["content-type"].startswith("text/plain")


def test_a_page_for_refusals_that_fails_itself(log: CrashLog) -> None:
    def failing(*_: object) -> Response:
        raise ZeroDivisionError(CARD)

    _, ask = asking(Door.here(), log, failing)
    answer = ask("POST", headers={"origin": "null"})
    assert answer.status_code == 403
    assert "came from another site" in answer.text
    assert "ZeroDivisionError" in log.path.read_text()


def test_a_websocket_is_closed(log: CrashLog) -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "websocket.connect"}

    asyncio.run(Guard(tiny(), Door.here(), log)({"type": "websocket"}, receive, send))
    assert [message["type"] for message in sent] == ["websocket.close"]
