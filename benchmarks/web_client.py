"""The real program served on a port of its own, and a browser's connection reduced to its line."""

import contextlib
import json
import re
import socket
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from learnt.clock import Instant, iso

Fields = Sequence[tuple[str, str]]

_IDLE_SECONDS = 3.0
_HEAD_ENDS = b"\r\n\r\n"
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers in small letters, the body unpacked, its cost.

    `wire` counts every byte that was received, headers included; `ms` goes from the first byte
    sent to the last one received.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    wire: int
    ms: float

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the API said
        """The body as JSON; anything but a success is an error here."""
        if self.status != HTTPStatus.OK:
            raise ValueError(f"the API answered {self.status}: {self.text[:300]}")
        return json.loads(self.body)

    def form(self, action: str) -> Fields:
        """The fields of the form that is sent to `action`, as they stand in the page."""
        parser = _Form(action)
        parser.feed(self.text)
        if not parser.fields:
            raise ValueError(f"the page has no form for {action}")
        return parser.fields


class Line:
    """One keep-alive connection, as a browser would hold it open."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._host = parts.netloc
        self._where = (parts.hostname or "", parts.port or 80)
        self._open()

    def get(self, path: str) -> Answer:
        """A page, as when its address is opened."""
        return self._ask("GET", path, {})

    def post(self, path: str, fields: Fields, *, part: bool = False) -> Answer:
        """A form; with `part`, as htmx sends it."""
        more = {"Content-Type": _FORM, "Origin": f"http://{self._host}"}
        return self._ask(
            "POST", path, more | ({"HX-Request": "true"} if part else {}), urlencode(fields)
        )

    def send_json(self, path: str, value: object) -> Answer:
        """A value for the API."""
        more = {"Content-Type": "application/json", "Origin": f"http://{self._host}"}
        return self._ask("POST", path, more, json.dumps(value))

    def _open(self) -> None:
        self._socket = socket.create_connection(self._where)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._used = time.monotonic()

    def _ask(self, method: str, path: str, more: Mapping[str, str], body: str = "") -> Answer:
        data = body.encode()
        headers = {
            "Host": self._host,
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
            "Accept-Encoding": "gzip, deflate, br, zstd",
            **more,
        }
        if method == "POST":
            headers["Content-Length"] = str(len(data))
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        request = f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + data
        if time.monotonic() - self._used > _IDLE_SECONDS:  # the server has hung up, or is about to
            self._socket.close()
            self._open()
        began = time.perf_counter()
        self._socket.sendall(request)
        received = self._receive()
        took = (time.perf_counter() - began) * 1000
        self._used = time.monotonic()
        return _answer(received, took)

    def _receive(self) -> bytes:
        received = bytearray()
        whole = -1
        while whole < 0 or len(received) < whole:
            piece = self._socket.recv(262_144)
            if not piece:
                raise ConnectionError("the server hung up")
            received += piece
            ends = received.find(_HEAD_ENDS) if whole < 0 else -1
            if ends >= 0:
                found = re.search(rb"content-length: (\d+)", received[:ends], re.IGNORECASE)
                if found is None:
                    raise ValueError("an answer must say how long it is")
                whole = ends + len(_HEAD_ENDS) + int(found[1])
        return bytes(received)


@contextlib.contextmanager
def serving(home: Path, now: Instant) -> Iterator[str]:
    """`learnt serve` on a free port in a process of its own; its address, without a slash."""
    command = [sys.executable, "-m", "learnt", "--home", str(home), "--as-of", iso(now), "--json"]
    process = subprocess.Popen(
        [*command, "serve", "--port", "0", "--no-open"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        said = process.stdout.readline() if process.stdout else ""
        if not said:
            raise RuntimeError(f"learnt did not start on {home}")
        yield str(json.loads(said)["url"]).rstrip("/")
    finally:
        process.terminate()
        process.wait(timeout=30)


def _answer(received: bytes, ms: float) -> Answer:
    head, _, body = received.partition(_HEAD_ENDS)
    status, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    headers = {name.lower(): value.strip() for name, _, value in pairs}
    if headers.get("content-encoding") == "gzip":
        body = zlib.decompress(body, wbits=31)
    return Answer(int(status.split()[1]), headers, body, len(received), ms)


class _Form(HTMLParser):
    """Collects the fields of one form that a browser would send without a touch."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self._action = action
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A form begins, or a field of it."""
        has = dict(attrs)
        if tag == "form":
            self._inside = has.get("action") == self._action
        elif self._inside and tag == "input" and has.get("name") and _is_sent(has):
            self.fields.append((str(has["name"]), has.get("value") or ""))
        elif self._inside and tag == "textarea" and has.get("name"):
            self.fields.append((str(has["name"]), ""))

    def handle_endtag(self, tag: str) -> None:
        """A form ends."""
        if tag == "form":
            self._inside = False


def _is_sent(field: Mapping[str, str | None]) -> bool:
    return field.get("type") != "checkbox" or "checked" in field
