"""The keeper of the door, around the whole app: what it refuses never reaches a page.

It stands outside of Starlette's own net for errors, so that its headers are on every response
and no traceback, which may hold the text of a card, is printed by the server.
"""

from collections.abc import Callable
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from learnt.web.crashes import CrashLog
from learnt.web.door import Door, Refusal, scheme_of
from learnt.web.pairing import OPEN, PAIR, is_paired
from learnt.web.uploads.keeping import LARGEST

Refuse = Callable[[int, str, str, Scope], Response]
"""Renders a refusal: its status (401, 403, 413, 500), what happened, what to do, the scope."""

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # no-referrer would make Chromium say `Origin: null`
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), "
    "payment=(), usb=()",
}
"""On every response, whatever else it says; pictures and sounds have a stricter policy."""

_IN_A_SANDBOX = (
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
)
"""The policy of pictures and sounds, which come from strangers: opened alone, they do nothing."""

_NOT_PAIRED = Refusal(
    401,
    "This device is not paired with learnt.",
    "Open /pair and type the code that learnt shows where it was started.",
)


_TOO_LARGE_FOR_A_FILE = (
    "Split it, or add it from the terminal, where any size is read piece by piece: learnt add FILE."
)
_NAMELESS = {HTTPStatus.BAD_REQUEST, HTTPStatus.MISDIRECTED_REQUEST}


def plain(status: int, what: str, what_to_do: str, _scope: Scope) -> Response:
    """A refusal as plain text."""
    return PlainTextResponse(f"{what}\n{what_to_do}\n", status)


class Guard:
    """An app behind its door. Every response carries the headers; nothing else is changed."""

    def __init__(self, app: ASGIApp, door: Door, log: CrashLog, refuse: Refuse = plain) -> None:
        self.app = app
        self.door = door
        self.log = log
        self._render = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        scope["scheme"] = scheme_of(scope, headers)
        answer = _Answer(send, scope["path"])
        refused = self.door.refusal(scope, headers) or self._too_large(scope, headers)
        if refused:
            await self._refuse(refused, scope, receive, answer)
        elif self._is_open(scope, headers):
            await self._pass(scope, receive, answer)
        else:
            await self._ask_to_pair(scope, headers, receive, answer)

    def _is_open(self, scope: Scope, headers: Headers) -> bool:
        pairing = self.door.pairing
        return (
            pairing is None or OPEN.match(scope["path"]) is not None or is_paired(pairing, headers)
        )

    def _too_large(self, scope: Scope, headers: Headers) -> Refusal | None:
        limit = self.door.limit(scope["path"])
        said = headers.get("content-length", "")[:20]  # digits enough for any size
        return _larger_than(limit) if said.isdecimal() and int(said) > limit else None

    async def _pass(self, scope: Scope, receive: Receive, answer: "_Answer") -> None:
        limit = self.door.limit(scope["path"])
        body = _Body(receive, limit, answer)
        try:
            await self.app(scope, body, answer)
        except Exception as error:  # noqa: BLE001 - the last net: told as a page, kept in the log
            if not body.is_too_large:
                reference = self.log.keep(error, scope)
                await self._refuse(_crash(reference), scope, receive, answer)
        if body.is_too_large:
            answer.dropped = False
            await self._refuse(_larger_than(limit), scope, receive, answer)

    async def _ask_to_pair(
        self, scope: Scope, headers: Headers, receive: Receive, answer: "_Answer"
    ) -> None:
        by_script = "hx-request" in headers
        reading = scope["method"] in ("GET", "HEAD") and not scope["path"].startswith("/api/")
        if reading and not by_script:
            await RedirectResponse(PAIR, HTTPStatus.SEE_OTHER)(scope, receive, answer)
            return
        more = {"HX-Redirect": PAIR} if by_script else {"WWW-Authenticate": "Bearer"}
        await self._refuse(_NOT_PAIRED, scope, receive, answer, more)

    async def _refuse(
        self,
        why: Refusal,
        scope: Scope,
        receive: Receive,
        answer: "_Answer",
        more: dict[str, str] | None = None,
    ) -> None:
        if answer.started:
            return
        # By a foreign name, a page would find none of its styles and scripts: all are refused.
        render = plain if why.status in _NAMELESS else self._render
        try:
            response = render(why.status, why.what, why.what_to_do, scope)
        except Exception as error:  # noqa: BLE001 - a page for errors that fails itself
            self.log.keep(error, scope)
            response = plain(why.status, why.what, why.what_to_do, scope)
        response.headers.update(more or {})
        await response(scope, receive, answer)


class _Answer:
    """A `send` that adds the headers. While `dropped`, what the app answers is thrown away."""

    def __init__(self, send: Send, path: str) -> None:
        self.started = False
        self.dropped = False
        self._send = send
        self._is_static = path.startswith("/static/")
        self._is_media = path.startswith("/media/")

    async def __call__(self, message: Message) -> None:
        if self.dropped:
            return
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            failed = message["status"] >= HTTPStatus.BAD_REQUEST
            if self._is_media and not failed:
                headers["Content-Security-Policy"] = _IN_A_SANDBOX
            elif failed or not self._is_static:
                headers["Cache-Control"] = "no-store"
        await self._send(message)


class _Body:
    """A `receive` that counts: what is sent in pieces need not say its length before."""

    def __init__(self, receive: Receive, limit: int, answer: _Answer) -> None:
        self._receive = receive
        self._left = limit
        self._answer = answer

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self.is_too_large:
            self._answer.dropped = not self._answer.started
            raise HTTPException(413)
        return message

    @property
    def is_too_large(self) -> bool:
        """Whether more has come than is allowed."""
        return self._left < 0


def _larger_than(limit: int) -> Refusal:
    return Refusal(
        413,
        f"This is larger than {limit // 1_000_000} MB, so nothing of it was taken.",
        _TOO_LARGE_FOR_A_FILE if limit >= LARGEST else "Split it into smaller pages.",
    )


def _crash(reference: str) -> Refusal:
    return Refusal(
        500,
        "Something went wrong inside learnt. Your answers are safe.",
        f"Go back and try again. If it happens again, please report it; learnt.log says more "
        f"under {reference}.",
    )
