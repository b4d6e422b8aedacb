"""Requests that do not fit: each gets a plain sentence in JSON, and does nothing."""

from typing import TYPE_CHECKING, Any, cast

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from learnt.errors import StoreBusy
from learnt.web.api import routes
from learnt.web.face import Face
from tests.collection.world import an_id
from tests.web.api.conftest import Client

if TYPE_CHECKING:
    from threading import Lock

ID = an_id(1)


def test_no_such_address(client: Client) -> None:
    for path in ("/nothing", "/decks/", "/", "", "/../v2/decks", "/decks/%00"):
        said = client.get(path, 404)
        assert set(said) == {"error", "what_to_do"}


@pytest.mark.parametrize("path", ["/today", "/decks", f"/decks/{ID}", "/openapi.json", "/about"])
@pytest.mark.parametrize("method", ["PUT", "OPTIONS", "TRACE", "BREW"])
def test_no_such_method(method: str, path: str, client: Client) -> None:
    answer = client.http.request(method, f"/api/v1{path}")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"].split(", ")
    assert method in answer.json()["error"]


def test_all_methods_of_a_path_are_named(client: Client) -> None:
    answer = client.http.put(f"/api/v1/decks/{ID}")
    assert answer.headers["allow"] == "DELETE, GET, PATCH"


def test_head(client: Client) -> None:
    assert client.http.head("/api/v1/today").status_code == 200


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", "", None]
)
def test_what_is_not_said_to_be_json(kind: str | None, client: Client) -> None:
    headers = {} if kind is None else {"Content-Type": kind}
    said = client.post("/decks", status=415, content=b'{"title": "x"}', headers=headers)
    assert "application/json" in said["what_to_do"]
    assert client.get("/decks")["decks"] == []


@pytest.mark.parametrize("kind", ["application/json; charset=utf-8", "Application/JSON"])
def test_what_is(kind: str, client: Client) -> None:
    headers = {"Content-Type": kind}
    client.post("/decks", status=201, content=b'{"title": "x"}', headers=headers)


DEEP = b'{"title": ' + b"[" * 200_000
NO_JSON = [
    b"{",
    b"",
    b"\xff",
    b"'",
    b'{"title": "\\ud800"}',
    b'{"title": "\xed\xa0\x80"}',
    b"\xef\xbb\xbf{}",
]


@pytest.mark.parametrize("body", [*NO_JSON, DEEP, b"[" * 200_000, b"null", b"[]", b"7"])
def test_what_is_no_json_object(body: bytes, client: Client) -> None:
    headers = {"Content-Type": "application/json"}
    said = client.post("/decks", status=422, content=body, headers=headers)
    assert said["error"].startswith("The body")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "title"),
        ({"title": 1}, "“title”"),
        ({"title": ""}, "“title”"),
        ({"title": "x" * 501}, "“title”"),
        ({"title": "x", "titel": "y"}, "titel"),
        ({"title": "x", "question": []}, "“question”"),
    ],
)
def test_the_field_is_named(body: Any, field: str, client: Client) -> None:
    said = client.post("/decks", body, 422)
    assert field in said["error"]
    assert "openapi.json" in said["what_to_do"]


@pytest.mark.parametrize(
    "query",
    [
        {"count": 0},
        {"count": 201},
        {"start": -1},
        {"start": "1" * 5000},
        {"page": 2},
        {"count": "x"},
    ],
)
def test_an_address_that_does_not_fit(query: dict[str, Any], client: Client) -> None:
    said = client.get("/decks", 422, **query)
    assert next(iter(query)) in said["error"]


def test_a_body_may_be_left_out_where_every_field_may(client: Client) -> None:
    assert client("PATCH", "/settings") == client.get("/settings")


def test_too_large(client: Client) -> None:
    said = client.post("/decks", {"title": "x" * 1_000_001}, 413)
    assert "MB" in said["error"]
    text = "\n".join(f"term {number}\tmeaning {number}" for number in range(60_000))
    assert client.post("/readings", {"text": text})["total"] > 0


@pytest.mark.parametrize(
    "path", ["/decks/{}", "/cards/{}", "/drafts/{}", "/drafts/{}/text", "/decks/{}/export"]
)
@pytest.mark.parametrize("name", [ID, "x", "%00", "1", f"{ID}%0A", ID.upper() + "A", "é"])
def test_what_is_not_there(path: str, name: str, seeded: Client) -> None:
    seeded.get(path.format(name), 404)


def test_another_site(client: Client) -> None:
    said = client.post("/decks", {"title": "x"}, 403, headers={"Origin": "https://evil.test"})
    assert set(said) == {"error", "what_to_do"}


def test_the_collection_is_busy(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy() -> None:
        raise StoreBusy("Another program is using the collection. Try again.")

    monkeypatch.setattr(client.world.collection, "drafts", busy)
    assert client.get("/drafts", 503) == {
        "error": "Another program is using the collection.",
        "what_to_do": "Try again.",
    }


def test_a_bug_of_ours(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client.world.collection, "drafts", lambda: 1 / 0)
    said = client.get("/drafts", 500)
    assert said["reference"] in (client.world.home / "learnt.log").read_text()


class Waiting(Exception):
    """What would have waited."""


class Taken:
    """A lock that somebody else has."""

    def __enter__(self) -> None:
        raise Waiting

    def __exit__(self, *_: object) -> None: ...


def test_about_does_not_wait(client: Client) -> None:
    """A second start asks it, and must be told while a large page is being read."""
    face = Face(client.world.collection, lock=cast("Lock", Taken()))
    http = TestClient(Starlette(routes=routes(face)))
    assert http.get("/api/v1/about").json()["program"] == "learnt"
    assert http.get("/api/v1/openapi.json").status_code == 200
    with pytest.raises(Waiting):
        http.get("/api/v1/drafts")
