"""A browser without a window: the application, and forms filled in as a page shows them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.testclient import TestClient

from learnt import Collection
from learnt.collection import base
from learnt.web.app import make_app
from learnt.web.crashes import CrashLog
from learnt.web.door import Door
from learnt.web.uploads import jobs, works
from learnt.web.uploads.orders import Order, Said
from tests.collection.world import Clock

HX = {"HX-Request": "true"}


@dataclass
class Form:
    """A form as a browser would send it: where to, and with what."""

    action: str
    fields: list[tuple[str, str]]
    buttons: list[tuple[str, str]]

    def with_(self, **changes: str | list[str]) -> dict[str, Any]:
        """The fields with some of them filled in otherwise."""
        filled: dict[str, Any] = {}
        for name, value in self.fields:
            filled.setdefault(name, []).append(value)
        return filled | changes


class Forms(HTMLParser):
    """All forms of a page, with the values a browser would send."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._text: list[str] | None = None
        self._name = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(of["action"], [], []))
        elif not self.found:
            return
        elif tag == "input" and of.get("type") in ("checkbox", "radio"):
            if "checked" in of:
                self.found[-1].fields.append((of["name"], of["value"]))
        elif tag == "input" and of.get("type") != "file":
            self.found[-1].fields.append((of["name"], of.get("value", "")))
        elif tag == "button" and "name" in of:
            self.found[-1].buttons.append((of["name"], of["value"]))
        elif tag == "textarea":
            self._name, self._text = of["name"], []

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._text is not None:
            self.found[-1].fields.append((self._name, "".join(self._text)))
            self._text = None


class Browser(TestClient):
    """A client that knows forms."""

    def form(self, page: httpx2.Response, action: str) -> Form:
        """The first form of a page whose address begins so."""
        found = [form for form in Forms(page.text).found if form.action.startswith(action)]
        assert found, f"no form goes to {action}"
        return found[0]

    def fill(
        self, page: httpx2.Response, action: str, /, *, part: bool = False, **changes: Any
    ) -> httpx2.Response:
        """Fill in a form of a page and send it."""
        form = self.form(page, action)
        sent: httpx2.Response = self.post(
            form.action, data=form.with_(**changes), headers=HX if part else None
        )
        return sent


def words(page: httpx2.Response) -> str:
    """What a page says, without its tags."""
    text = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", page.text, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).split())


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another process does is done when the page answers, however busy the machine is."""
    monkeypatch.setattr(jobs, "PATIENCE_SECONDS", 100.0)


@pytest.fixture(autouse=True)
def at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes a while is done here: another process needs a second to start.

    A command of a test's own is run as it is.
    """
    by_another, plain = jobs.said_by_another, jobs._COMMAND

    def said(job: jobs.Job, order: Order) -> Iterator[Said]:
        if jobs._COMMAND is not plain:
            return by_another(job, order)
        heard: list[Said] = []
        works.do(order, heard.append)
        return iter(heard)

    monkeypatch.setattr(jobs, "said_by_another", said)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def collection(home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collection]:
    monkeypatch.setattr(base, "local_zone", lambda: "Europe/Athens")
    with Collection.open(home, now=clock, seed=7) as opened:
        yield opened


@pytest.fixture
def browser(collection: Collection, home: Path) -> Browser:
    """A fresh start of the application on the collection."""
    return start(collection, home)


def start(collection: Collection, home: Path) -> Browser:
    return Browser(make_app(collection, Door.here("testserver"), CrashLog(home / "learnt.log")))
