"""The document is the API as it is: the file, the routes, and every request there can be."""

import json
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from random import Random
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from learnt.sources import endings
from learnt.web.api import document, routes
from learnt.web.api.decks import FILES
from learnt.web.api.operation import PREFIX, Operation
from learnt.web.api.table import OPERATIONS
from learnt.web.face import Face
from tests.web.api.conftest import Client, World

ROOT = Path(__file__).resolve().parents[3]
CHECKS = [
    not_a_server_error,
    response_schema_conformance,
    status_code_conformance,
    content_type_conformance,
]
NAMES = [one.name for one in OPERATIONS]


def test_the_file_is_what_the_code_says() -> None:
    """`python docs/make_openapi.py` brings it up to date."""
    name = "make_openapi"
    loader = SourceFileLoader(name, str(ROOT / "docs" / f"{name}.py"))
    spec = spec_from_loader(name, loader)
    assert spec is not None
    script = module_from_spec(spec)
    loader.exec_module(script)
    assert script.TARGET.read_text(encoding="utf-8") == script.text()


def test_it_is_served(client: Client) -> None:
    assert client.get("/openapi.json") == json.loads(json.dumps(document()))


def test_every_route_is_told(world: World) -> None:
    world.start()
    paths = {one.path for one in routes(Face(world.collection))}
    assert paths - set(document()["paths"]) == {f"{PREFIX}/openapi.json", "/api/{rest:path}"}
    assert set(document()["paths"]) <= paths


def test_each_operation_has_a_name_of_its_own_and_is_told() -> None:
    assert len(set(NAMES)) == len(NAMES) == len({(one.method, one.path) for one in OPERATIONS})
    assert all(one.summary and len(one.summary) < 100 for one in OPERATIONS)


def test_every_type_of_the_document_is_told() -> None:
    schemas = document()["components"]["schemas"]
    assert [name for name, one in schemas.items() if not one.get("description")] == []
    assert not any("  " in one["description"] for one in schemas.values())


def test_a_deck_is_written_under_the_endings_there_are() -> None:
    assert tuple(FILES) == endings()


def test_real_ids_go_everywhere() -> None:
    """So that the requests below do not all end at things that are not there."""
    body = {"card": "", "shown": ["", ""], "points": [{"text": "", "id": ""}], "rating": 3}
    ids = {"card": ["c"], "point": ["p"]}
    assert with_real_ids(body, ids, Random(1)) == {
        "card": "c",
        "shown": ["p", "p"],
        "points": [{"text": "", "id": "p"}],
        "rating": 3,
    }


FIELDS = {
    "card": "card",
    "before": "card",
    "deck": "deck",
    "into": "deck",
    "draft": "draft",
    "thing": "thing",
    "correction": "correction",
    "event": "event",
    "shown": "point",
    "said": "point",
    "point": "point",
    "id": "point",
}


def with_real_ids(value: Any, ids: dict[str, list[str]], chance: Random, name: str = "") -> Any:
    """A body or a path with ids of things that are there in the place of random ones."""
    if isinstance(value, dict):
        return {key: with_real_ids(one, ids, chance, key) for key, one in value.items()}
    if isinstance(value, list):
        return [with_real_ids(one, ids, chance, name) for one in value]
    found = ids.get(FIELDS.get(name, ""), [])
    return chance.choice(found) if isinstance(value, str) and found else value


def ids_of(client: Client, name: str) -> dict[str, list[str]]:
    decks = [one["id"] for one in client.get("/decks")["decks"]]
    drafts = [one["id"] for one in client.get("/drafts")["drafts"]]
    cards = [one["card"] for deck in decks for one in client.get(f"/decks/{deck}")["cards"]]
    if "draft" in name:
        cards = [one["card"] for draft in drafts for one in client.get(f"/drafts/{draft}")["cards"]]
    return {
        "deck": decks,
        "card": [one["id"] for one in cards],
        "draft": drafts,
        "thing": [one["id"] for one in client.get("/trash")["things"]],
        "point": [point["id"] for one in cards for point in one["points"]],
        "correction": [
            one["id"] for deck in decks for one in client.get(f"/decks/{deck}/facts")["corrections"]
        ],
        "event": [one.id for one in client.world.reviews()],
    }


@pytest.mark.parametrize("one", OPERATIONS, ids=NAMES)
def test_whatever_is_sent(
    one: Operation, seeded: Client, campaign: Callable[[int, int], int]
) -> None:
    """No crash, and no answer that the document does not tell of."""
    schema = schemathesis.openapi.from_asgi(f"{PREFIX}/openapi.json", seeded.http.app)
    operation = schema.find_operation_by_id(one.name)
    cases = operation.as_strategy()
    if "{" in one.path or one.query or one.request:
        cases |= operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)
    ids = ids_of(seeded, one.name)
    chances = st.none() | st.integers(0, 1000)

    @settings(
        max_examples=campaign(16, 2000),
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases, chance=chances)
    def ask(case: schemathesis.Case[Any], chance: int | None) -> None:
        if chance is not None:
            case.path_parameters = with_real_ids(case.path_parameters, ids, Random(chance))
            case.body = with_real_ids(case.body, ids, Random(chance))
        case.call_and_validate(checks=CHECKS)

    ask()
    assert not (seeded.world.home / "learnt.log").exists()
