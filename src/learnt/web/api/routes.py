"""The routes: one for each path of the table, the document, and a 404 in JSON for the rest."""

from collections import defaultdict
from functools import cache

import msgspec
from starlette.responses import Response
from starlette.routing import Route

from learnt.web.api.answering import JSON, Endpoint, Nowhere
from learnt.web.api.openapi import document
from learnt.web.api.operation import PREFIX, Call, Operation
from learnt.web.api.table import OPERATIONS
from learnt.web.face import Face


def routes(face: Face) -> list[Route]:
    """All that is answered under /api, in JSON whatever happens."""
    by_path: dict[str, dict[str, Operation]] = defaultdict(dict)
    for one in (*OPERATIONS, Operation("GET", "/openapi.json", describe, waits=False)):
        by_path[one.path][one.method] = one
    return [
        *(Route(PREFIX + path, Endpoint(face, its_own)) for path, its_own in by_path.items()),
        Route("/api/{rest:path}", Nowhere()),
    ]


def describe(_: Face, call: Call[None, None]) -> Response:  # noqa: ARG001 - as every handler
    """The OpenAPI document."""
    return Response(_written(), media_type=JSON)


@cache
def _written() -> bytes:
    return msgspec.json.encode(document())
