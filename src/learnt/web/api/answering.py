"""From a request to a call, and from what the handler says to a response. Errors are JSON."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import TypeVar

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from learnt.errors import UsageError
from learnt.web.api.operation import KEY, PREFIX, Call, Operation
from learnt.web.face import Face
from learnt.web.failures import failure

JSON = "application/json"
_LOOK = f"{PREFIX}/openapi.json says what is expected."

S = TypeVar("S", bound=msgspec.Struct)


class Endpoint:
    """Answers all operations of one path, by the method of the request."""

    def __init__(self, face: Face, operations: Mapping[str, Operation]) -> None:
        self.face = face
        self.operations = operations

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as an ASGI app, so that every method comes here."""
        response = await self._answer(Request(scope, receive))
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        method = "GET" if request.method == "HEAD" else request.method
        operation = self.operations.get(method)
        if operation is None:
            return self._no_such_method(request)
        raw = await request.body() if operation.request else b""
        if raw and _media_type(request) != JSON:
            return failure(
                request.scope,
                HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
                "The body is not said to be JSON.",
                f"Send JSON with the header Content-Type: {JSON}.",
            )
        return await run_in_threadpool(self._done, operation, _call(operation, request, raw))

    def _done(self, operation: Operation, call: Call[object, object]) -> Response:
        """Do it, with the collection to itself; JSON is written after."""
        if operation.waits:
            with self.face.lock:
                found = operation.handler(self.face, call)
        else:
            found = operation.handler(self.face, call)
        if isinstance(found, Response):
            return found
        return Response(msgspec.json.encode(found), operation.status, media_type=JSON)

    def _no_such_method(self, request: Request) -> Response:
        allowed = ", ".join(sorted(self.operations))
        response = failure(
            request.scope,
            HTTPStatus.METHOD_NOT_ALLOWED,
            f"{request.method[:20]} cannot be done here.",
            f"What can is {allowed}.",
        )
        response.headers["Allow"] = allowed
        return response


class Nowhere:
    """Answers at every address that there is not."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Say so."""
        response = failure(scope, HTTPStatus.NOT_FOUND, "There is no such address.", _LOOK)
        await response(scope, receive, send)


def _call(operation: Operation, request: Request, raw: bytes) -> Call[object, object]:
    query: object = None
    body: object = None
    if operation.query:
        query = _from_address(dict(request.query_params), operation.query)
    if operation.request:
        if not raw and operation.body_may_be_missing:
            raw = b"{}"
        body = _from_json(raw, operation.request)
    return Call(request.path_params, query, body, request.headers.get(KEY))


def _from_address(said: dict[str, str], kind: type[S]) -> S:
    try:
        return msgspec.convert(said, kind, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(f"The address does not fit: {_plain(error)}. {_LOOK}") from None


def _from_json(raw: bytes, kind: type[S]) -> S:
    try:
        return msgspec.json.decode(raw, type=kind)
    except msgspec.ValidationError as error:
        raise UsageError(f"The body does not fit: {_plain(error)}. {_LOOK}") from None
    except (msgspec.MsgspecError, RecursionError, ValueError):  # ValueError: no UTF-8
        raise UsageError("The body is no JSON that can be read. Send one JSON object.") from None


def _plain(error: msgspec.ValidationError) -> str:
    """`“points[0].text” expected …`, from msgspec's `Expected … - at `$.points[0].text``."""
    what, _, where = str(error).rpartition(" - at `$")
    if not what:
        what, where = where, ""
    what = what.replace("`", "")
    name = where.rstrip("`").lstrip(".")
    return f"“{name}”: {what}" if name else what


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()
