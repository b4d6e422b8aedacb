"""`/pair`: the only page that a device sees before it is paired."""

from collections.abc import Callable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from learnt.web.pairing import COOKIE, MAX_AGE, PAIR, Pairing, is_paired

Show = Callable[[Request, str, str | None, int], Response]
"""Renders the form: the request, the code that stands in it, a problem, the HTTP status."""

_WRONG = (
    "This is not the code. Look at the place where learnt was started: "
    "it is shown there, and it is a new one after ten wrong tries."
)


def pairing_routes(pairing: Pairing, show: Show) -> list[Route]:
    """GET shows the form, with the code of the QR code in it, and changes nothing; POST pairs.

    A program that asks for JSON gets the token itself, to send as `Authorization: Bearer TOKEN`.
    """

    async def form(request: Request) -> Response:
        if is_paired(pairing, request.headers):
            return RedirectResponse("/", HTTPStatus.SEE_OTHER)
        return show(request, request.query_params.get("code", ""), None, HTTPStatus.OK)

    async def pair(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=10) as sent:
            said = sent.get("code", "")
        code = said if isinstance(said, str) else ""
        token = pairing.pair(code)
        by_program = "application/json" in request.headers.get("accept", "")
        if token is None and by_program:
            return JSONResponse({"problem": _WRONG}, HTTPStatus.FORBIDDEN)
        if token is None:
            return show(request, code, _WRONG, HTTPStatus.FORBIDDEN)
        if by_program:
            return JSONResponse({"token": token})
        response = RedirectResponse("/", HTTPStatus.SEE_OTHER)
        response.set_cookie(
            COOKIE,
            token,
            max_age=MAX_AGE,
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
        return response

    return [Route(PAIR, form, methods=["GET"]), Route(PAIR, pair, methods=["POST"])]
