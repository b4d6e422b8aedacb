"""The application: all routes, and the door in front of them."""

from typing import cast

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Scope

from learnt.collection import Collection
from learnt.errors import LearntError
from learnt.web import (
    api,
    cards,
    comparing,
    decks,
    draft_said,
    draft_update,
    drafts,
    examples,
    facts,
    failures,
    files,
    media,
    memory,
    overviews,
    printing,
    settings,
    static,
    study,
    today,
    trash,
    why,
)
from learnt.web.asked import Asked
from learnt.web.crashes import CrashLog
from learnt.web.door import Door
from learnt.web.face import Face
from learnt.web.guard import Guard
from learnt.web.pair_pages import pairing_routes

_PAGES = (
    today,
    study,
    drafts,
    draft_said,
    draft_update,
    files,
    examples,
    decks,
    printing,
    facts,
    why,
    overviews,
    comparing,
    cards,
    media,
    memory,
    settings,
    trash,
)
_SMALL = 800
"""Bytes under which packing an answer costs more than it spares."""


def make_app(collection: Collection, door: Door, log: CrashLog) -> ASGIApp:
    """The application for one collection, with its door before it."""
    face = Face(collection)

    def told(request: Request, error: Exception) -> Response:
        return failures.told(request, cast("LearntError", error))

    def refused(request: Request, error: Exception) -> Response:
        return failures.refused(request, cast("HTTPException", error))

    def crashed(request: Request, error: Exception) -> Response:
        return failures.crashed(request, log.keep(error, request.scope))

    def turned_away(status: int, what: str, todo: str, scope: Scope) -> Response:
        return failures.failure(scope, status, what, todo)

    app = Starlette(
        routes=[*_routes(face, door), *static.routes, *api.routes(face)],
        middleware=[Middleware(GZipMiddleware, minimum_size=_SMALL, compresslevel=5)],
        exception_handlers={LearntError: told, HTTPException: refused, Exception: crashed},
    )
    return Guard(app, door, log, turned_away)


def _routes(face: Face, door: Door) -> list[Route]:
    found = [route for page in _PAGES for route in page.routes(face)]
    if door.pairing:

        def show(request: Request, code: str, problem: str | None, status: int) -> Response:
            asked = Asked.bare(request)
            return face.page(asked, "pair.html", status, code=code, problem=problem)

        found += pairing_routes(door.pairing, show)
    return found
