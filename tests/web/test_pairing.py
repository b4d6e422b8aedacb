"""Pairing: what is shut until a device has said the code, and how hard the code is to guess."""

import itertools
import re
import stat
from http.cookies import SimpleCookie
from pathlib import Path

import httpx2
import pytest
from itsdangerous import TimestampSigner, URLSafeTimedSerializer
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from learnt.errors import LearntError
from learnt.web.crashes import CrashLog
from learnt.web.door import Door
from learnt.web.guard import HEADERS, Guard
from learnt.web.pair_pages import pairing_routes
from learnt.web.pairing import (
    COOKIE,
    MAX_AGE,
    MAX_WRONG,
    Pairing,
    forget_devices,
    new_code,
    secret_in,
)
from tests.web.knocking import Ask, knocking

KEY = b"k" * 32
CODES = ("ABCDEFGH", "JKMNPQRS", "TUVWXYZ2")


@pytest.fixture
def told() -> list[str]:
    """What was called when there was a new code."""
    return []


@pytest.fixture
def pairing(told: list[str]) -> Pairing:
    codes = itertools.cycle(CODES)
    made = Pairing(KEY, lambda: told.append(made.shown), lambda: next(codes))
    return made


@pytest.fixture
def ask(pairing: Pairing, tmp_path: Path) -> Ask:
    """A network's server with a page, a part of the API, and the pages for pairing."""

    def show(_: Request, code: str, problem: str | None, status: int) -> Response:
        return PlainTextResponse(f"code={code} problem={problem}", status)

    async def page(_: Request) -> Response:
        return PlainTextResponse("a page")

    paths = ("/", "/study", "/api/v1/decks", "/api/v1/about", "/favicon.ico", "/static/app.js")
    methods = ["GET", "POST"]
    routes = [Route(path, page, methods=methods) for path in paths]
    app = Starlette(routes=[*routes, *pairing_routes(pairing, show)])
    return knocking(Guard(app, Door.network(pairing), CrashLog(tmp_path / "learnt.log")))


def cookie_of(answer: httpx2.Response) -> str:
    jar = SimpleCookie(answer.headers["set-cookie"])
    return f"{COOKIE}={jar[COOKIE].value}"


def test_a_code_can_be_read_aloud() -> None:
    for _ in range(200):
        assert re.fullmatch("[A-HJKMNP-Z2-9]{8}", new_code())
    assert Pairing(KEY, make_code=lambda: "ABCDEFGH").shown == "ABCD-EFGH"


@pytest.mark.parametrize("said", ["ABCDEFGH", "abcd-efgh", " abCD efGH\n", "A-B-C-D-E-F-G-H"])
def test_the_code_in_any_form(said: str, pairing: Pairing) -> None:
    token = pairing.pair(said)
    assert token is not None
    assert pairing.knows(token)


@pytest.mark.parametrize("said", ["", "ABCDEFG", "ABCDEFGHI", "ABCDEFGJ", "ÄBCDEFGH", "\x00", "١"])
def test_what_is_not_the_code(said: str, pairing: Pairing) -> None:
    assert pairing.pair(said) is None


def test_ten_wrong_tries_make_a_new_code(pairing: Pairing, told: list[str]) -> None:
    """Of all who try together; the right code in between does not start the count anew."""
    for _ in range(MAX_WRONG - 1):
        assert pairing.pair("wrong") is None
        assert pairing.pair(CODES[0])
    assert told == []
    assert pairing.pair("wrong") is None
    assert told == ["JKMN-PQRS"]
    assert pairing.pair(CODES[0]) is None
    assert pairing.pair(CODES[1])


def test_tokens_of_others_are_none(pairing: Pairing) -> None:
    token = pairing.pair(CODES[0])
    assert token is not None
    assert Pairing(KEY).knows(token)  # the same collection after a restart
    assert not Pairing(b"x" * 32).knows(token)
    assert not pairing.knows(token[:-1] + ("A" if token[-1] != "A" else "B"))
    assert not pairing.knows(URLSafeTimedSerializer(KEY, salt="other").dumps("a device"))
    for odd in ("", ".", "a.b.c", "ä" * 50, "x" * 100_000):
        assert not pairing.knows(odd)


def test_a_token_does_not_last_for_ever(pairing: Pairing, monkeypatch: pytest.MonkeyPatch) -> None:
    now = TimestampSigner(KEY).get_timestamp()
    token = pairing.pair(CODES[0])
    assert token is not None
    for later, known in ((MAX_AGE - 10, True), (MAX_AGE + 10, False)):
        monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda _, at=now + later: at)
        assert pairing.knows(token) is known


def test_what_is_shut_and_what_is_open(ask: Ask) -> None:
    for path in ("/pair", "/static/app.js", "/favicon.ico", "/api/v1/about"):
        assert ask(path=path).status_code == 200, path
    for path in ("/", "/study", "/nowhere", "/pair/", "/pairs", "/pair%0A", "/static", "/favicon.icon",
                 "/api/v1/about/more"):  # fmt: skip
        answer = ask(path=path)
        assert answer.status_code in (303, 401), path
        assert "a page" not in answer.text
        assert HEADERS.items() <= {name: answer.headers.get(name) for name in HEADERS}.items()


def test_how_it_is_said_that_a_device_is_not_paired(ask: Ask) -> None:
    """A page leads to the form; a form, a script and a program are told."""
    page = ask(path="/study")
    assert (page.status_code, page.headers["location"]) == (303, "/pair")
    assert ask("HEAD", "/study").status_code == 303
    form = ask("POST", "/study")
    assert (form.status_code, "not paired" in form.text) == (401, True)
    script = ask(path="/study", headers={"hx-request": "true"})
    assert (script.status_code, script.headers["hx-redirect"]) == (401, "/pair")
    program = ask(path="/api/v1/decks")
    assert (program.status_code, program.headers["www-authenticate"]) == (401, "Bearer")


def test_pairing_a_phone(ask: Ask) -> None:
    """The QR code leads to the form with the code in it; only its button pairs."""
    form = ask(path="/pair?code=ABCDEFGH")
    assert (form.status_code, form.text) == (200, "code=ABCDEFGH problem=None")
    assert "set-cookie" not in form.headers
    done = ask("POST", "/pair", data={"code": "ABCD-EFGH"})
    assert (done.status_code, done.headers["location"]) == (303, "/")
    said = done.headers["set-cookie"].lower()
    assert {"httponly", "samesite=lax", "path=/", f"max-age={MAX_AGE}"} <= set(said.split("; "))
    assert "secure" not in said
    cookie = {"cookie": f"other=1; {cookie_of(done)}"}
    assert ask(path="/study", headers=cookie).text == "a page"
    assert ask("POST", "/study", headers=cookie).text == "a page"
    again = ask(path="/pair", headers=cookie)
    assert (again.status_code, again.headers["location"]) == (303, "/")


def test_the_cookie_of_a_connection_with_https(ask: Ask) -> None:
    headers = {"x-forwarded-proto": "https"}
    done = ask("POST", "/pair", data={"code": CODES[0]}, headers=headers)
    assert "; secure" in done.headers["set-cookie"].lower()


def test_pairing_a_program(ask: Ask) -> None:
    headers = {"accept": "application/json"}
    token = ask("POST", "/pair", data={"code": CODES[0]}, headers=headers).json()["token"]
    for kind in ("Bearer", "bearer"):
        found = ask(path="/api/v1/decks", headers={"authorization": f"{kind} {token}"})
        assert found.status_code == 200
    for wrong in (f"Basic {token}", "Bearer", f"Bearer {token}x", token):
        assert ask(path="/api/v1/decks", headers={"authorization": wrong}).status_code == 401
    refused = ask("POST", "/pair", data={"code": "wrong"}, headers=headers)
    assert refused.status_code == 403
    assert "not the code" in refused.json()["problem"]


@pytest.mark.parametrize(
    "sent",
    [
        {"data": {"code": "WRONG"}},
        {"data": {"other": CODES[0]}},
        {"content": b""},
        {"json": {"code": CODES[0]}},
        {"files": {"code": ("code.txt", CODES[0].encode())}},
        {"data": {f"field {n}": "x" for n in range(50)}},
    ],
    ids=str,
)
def test_forms_that_do_not_pair(sent: dict[str, object], ask: Ask) -> None:
    answer = ask("POST", "/pair", **sent)
    assert answer.status_code in (400, 403)
    assert "set-cookie" not in answer.headers


def test_guessing_by_the_form(ask: Ask, pairing: Pairing, told: list[str]) -> None:
    for _ in range(MAX_WRONG):
        assert ask("POST", "/pair", data={"code": "WRONG"}).status_code == 403
    assert told == ["JKMN-PQRS"]
    assert ask("POST", "/pair", data={"code": CODES[0]}).status_code == 403


def test_pairing_from_another_site(ask: Ask) -> None:
    headers = {"origin": "http://evil.example"}
    assert ask("POST", "/pair", data={"code": CODES[0]}, headers=headers).status_code == 403


def test_the_secret_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    made = secret_in(tmp_path)
    (key,) = tmp_path.iterdir()
    assert (len(made), stat.S_IMODE(key.stat().st_mode)) == (32, 0o600)
    key.chmod(0o644)
    assert secret_in(tmp_path) == made
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_a_secret_that_was_cut_short_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "pairing.key").write_bytes(b"short")
    made = secret_in(tmp_path)
    assert (len(made), secret_in(tmp_path)) == (32, made)


def test_forgotten_devices(tmp_path: Path) -> None:
    token = Pairing(secret_in(tmp_path), make_code=lambda: CODES[0]).pair(CODES[0])
    assert token is not None
    assert Pairing(secret_in(tmp_path)).knows(token)
    forget_devices(tmp_path)
    assert not Pairing(secret_in(tmp_path)).knows(token)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(LearntError, match=r"pairing\.key cannot be written"):
        secret_in(tmp_path / "nowhere")
