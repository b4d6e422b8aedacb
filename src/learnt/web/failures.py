"""What went wrong, as a page in the same style: what happened, and what to do."""

from http import HTTPStatus

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Scope

from learnt.errors import (
    LearntError,
    NotFound,
    Overtaken,
    StoreBusy,
    StoreError,
    Unreadable,
    UsageError,
)
from learnt.web.render import templates

_STATUS = (
    (NotFound, HTTPStatus.NOT_FOUND),
    (Overtaken, HTTPStatus.CONFLICT),
    (UsageError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (Unreadable, HTTPStatus.UNPROCESSABLE_ENTITY),
    (StoreBusy, HTTPStatus.SERVICE_UNAVAILABLE),
    (StoreError, HTTPStatus.INTERNAL_SERVER_ERROR),
)
_WORDS = {
    404: ("There is no such page.", "It may have been deleted, or the address is not quite right."),
    405: ("This address cannot be used like that.", "Go back and use the buttons of the page."),
    400: ("The request could not be read.", "Go back and try again."),
}
_WRITTEN = {
    "answer": "Your answer",
    "title": "Title",
    "question": "Question",
    "prompt": "Asked",
    "point": "What the answer must say",
    "wrong": "Wrong answers",
    "hint": "Hint",
    "note": "Note",
    "page": "Your page",
    "quote": "The words",
}
"""The fields that a learner writes in, by their names."""
_MOST_LETTERS = 1_000_000
_CRASHED = (
    "Something went wrong inside learnt.",
    "Your answers are safe. Go back and try again.",
)


def status_of(error: LearntError) -> int:
    """The HTTP status of one of our errors."""
    return next((code for kind, code in _STATUS if isinstance(error, kind)), HTTPStatus.BAD_REQUEST)


def failure(
    scope: Scope, status: int, what: str, todo: str = "", reference: str = "", theme: str = "system"
) -> Response:
    """An error as the one who asked can read it: a page, a part of one, or JSON."""
    if scope["path"].startswith("/api/"):
        body = {"error": what, "what_to_do": todo} | ({"reference": reference} if reference else {})
        return JSONResponse(body, status)
    values = {
        "status": status,
        "what": what,
        "todo": todo,
        "reference": reference,
        "theme": theme,
        "here": "",
        "told": "",
        "written": _written(scope),
    }
    if any(name == b"hx-request" for name, _ in scope.get("headers", ())):
        part = templates().get_template("parts/wrong.html").render(values)
        return HTMLResponse(part, status, {"HX-Retarget": "#notice", "HX-Reswap": "innerHTML"})
    return HTMLResponse(templates().get_template("error.html").render(values), status)


def _written(scope: Scope) -> list[tuple[str, str]]:
    """What was written in a form that failed, to be copied: nothing of it is kept elsewhere."""
    form = scope.get("state", {}).get("written") or FormData()
    sent = [
        (_WRITTEN[name], text)
        for name, text in form.multi_items()
        if name in _WRITTEN and isinstance(text, str) and text.strip()
    ]
    return sent if sum(len(text) for _, text in sent) <= _MOST_LETTERS else []


def told(request: Request, error: LearntError) -> Response:
    """One of our errors; its message says what happened and what to do."""
    first, dot, rest = str(error).partition(". ")
    return failure(request.scope, status_of(error), first + dot.strip(), rest)


def refused(request: Request, error: HTTPException) -> Response:
    """An address or method that there is not."""
    what, todo = _WORDS.get(error.status_code, _WORDS[400])
    response = failure(request.scope, error.status_code, what, todo)
    response.headers.update(error.headers or {})
    return response


def crashed(request: Request, reference: str) -> Response:
    """A crash of ours, which is in the log under a reference."""
    return failure(request.scope, 500, *_CRASHED, reference)
