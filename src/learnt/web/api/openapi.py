"""The OpenAPI 3.1 document, made from the table of operations and the types they speak in."""

import re
from http import HTTPStatus
from typing import Any

import msgspec
from starlette.responses import Response

from learnt.web.api.operation import KEY, PREFIX, Operation, reflowed
from learnt.web.api.table import GROUPS
from learnt.web.api.values import ID_PATTERN

VERSION = "1"
_JSON = "application/json"
_REF = "#/components/schemas/{name}"
_ALWAYS = (400, 401, 421, 500, 503)
"""What the door, the store and a bug of ours may say to any request."""

_WHY = {
    400: "The request does not say which server it is for",
    401: "The device is not paired",
    403: "The request comes from another site",
    404: "What the address or the body names is not there",
    409: "What this is about was answered, changed or taken back elsewhere since it was read",
    413: "The body is too large",
    415: "The body is not said to be JSON",
    421: "The server does not answer to this name",
    422: "What was sent cannot be done, or does not fit; the error names the field",
    500: "A bug of ours, or a collection that cannot be used",
    503: "Another program is using the collection: try again",
}
_ABOUT = """\
What the pages of learnt do, for programs. Ids are UUIDs, times are milliseconds since 1970 in
UTC. Lists come in parts: `start` counts from 0, `count` is at most 200, and `total` says how many
there are. A field that is not known is refused. Every error has the form of `Failure`.
"""
_BEARER = "The token that POST /pair gives for the code shown where learnt was started."


class Failure(msgspec.Struct, frozen=True):
    """What went wrong, and what to do. `reference` finds a bug of ours in learnt.log."""

    error: str
    what_to_do: str
    reference: str | msgspec.UnsetType = msgspec.UNSET


def document() -> dict[str, Any]:
    """The whole document, ready to be written as JSON."""
    types: list[Any] = [Failure]
    paths: dict[str, dict[str, Any]] = {}
    for tag, operations in GROUPS.items():
        for one in operations:
            paths.setdefault(PREFIX + one.path, {})[one.method.lower()] = _operation(one, tag)
            types += [kind for kind in (one.request, _json_of(one)) if kind is not None]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "learnt",
            "version": VERSION,
            "description": reflowed(_ABOUT),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "tags": [{"name": tag} for tag in GROUPS],
        "security": [{}, {"paired": []}],
        "paths": paths,
        "components": {
            "schemas": _schemas(types),
            "responses": {str(code): _failure(why) for code, why in _WHY.items()},
            "securitySchemes": {
                "paired": {"type": "http", "scheme": "bearer", "description": _BEARER}
            },
        },
    }


def _operation(one: Operation, tag: str) -> dict[str, Any]:
    made: dict[str, Any] = {"operationId": one.name, "summary": one.summary, "tags": [tag]}
    if one.description:
        made["description"] = one.description
    if parameters := [*_in_path(one), *_in_query(one), *_in_header(one)]:
        made["parameters"] = parameters
    if one.request:
        content = {_JSON: {"schema": _schema(one.request)}}
        made["requestBody"] = {"required": not one.body_may_be_missing, "content": content}
    said = {str(one.status): _answer(one)}
    refused = {str(code): {"$ref": f"#/components/responses/{code}"} for code in _errors(one)}
    made["responses"] = said | refused
    return made


def _errors(one: Operation) -> list[int]:
    found = {*_ALWAYS, *one.errors}
    if "{" in one.path:
        found.add(404)
    if one.query or one.request:
        found.add(422)
    if one.method != "GET":
        found.add(403)
    if one.request:
        found |= {413, 415}
    return sorted(found)


def _answer(one: Operation) -> dict[str, Any]:
    kind = _json_of(one)
    if kind is None:
        content: dict[str, Any] = {media: {} for media in one.files}
    else:
        content = {_JSON: {"schema": _schema(kind)}}
    return {"description": HTTPStatus(one.status).phrase, "content": content}


def _failure(why: str) -> dict[str, Any]:
    return {"description": why, "content": {_JSON: {"schema": _schema(Failure)}}}


def _in_path(one: Operation) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "string", "pattern": ID_PATTERN},
        }
        for name in re.findall(r"{(\w+)}", one.path)
    ]


def _in_query(one: Operation) -> list[dict[str, Any]]:
    if one.query is None:
        return []
    whole = _schemas([one.query])[one.query.__name__]
    required = whole.get("required", [])
    return [
        {"name": name, "in": "query", "required": name in required, "schema": _not_null(schema)}
        for name, schema in whole["properties"].items()
    ]


def _in_header(one: Operation) -> list[dict[str, Any]]:
    if not one.keyed:
        return []
    told = "The event of the answer, where the body does not have it"
    schema = {"type": "string", "pattern": ID_PATTERN}
    return [{"name": KEY, "in": "header", "required": False, "description": told, "schema": schema}]


def _json_of(one: Operation) -> type[msgspec.Struct] | None:
    """What is written as JSON; None for a file."""
    return None if one.response is Response else one.response


def _schema(kind: type[msgspec.Struct]) -> dict[str, Any]:
    return {"$ref": _REF.format(name=kind.__name__)}


def _schemas(types: list[Any]) -> dict[str, Any]:
    _, found = msgspec.json.schema_components(types, ref_template=_REF)
    for one in found.values():
        one["description"] = reflowed(one["description"])
    return dict(sorted(found.items()))


def _not_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Of a value that may be left out of the address: null cannot be written there."""
    kept = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    return kept[0] if len(kept) == 1 else schema
