"""Pictures and sounds, served by their names to those who may see the pages.

What is sent is what the first bytes said it is when it was saved; browsers are told to look no
further, and `guard` puts every answer from here into a sandbox without scripts.
"""

import re
from itertools import chain

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from learnt.collection import MediaRow
from learnt.errors import NotFound
from learnt.sources.media import SHOWN, SVG
from learnt.web.asked import Asked
from learnt.web.face import Face, endpoint

_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")
_NO_FILE = "There is no such picture or sound. It may have been left out of its package."


def routes(face: Face) -> list[Route]:
    """The one route; sending is slow work, and holds up nothing else."""
    return [Route("/media/{name}", endpoint(face, serve, waits=False), methods=["GET"])]


def serve(face: Face, asked: Asked) -> Response:
    """A file, or the part of it that is asked for. Raises NotFound."""
    found = face.collection.media.find(str(asked.request.path_params["name"]))
    if found is None or found.kind not in SHOWN:
        raise NotFound(_NO_FILE)
    headers = {"ETag": f'"{found.digest}"', "Cache-Control": "private, no-cache"}
    if _has_it(asked.request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    headers["Content-Type"] = found.kind
    if found.kind == SVG:  # shown within pages, never a page itself
        headers["Content-Disposition"] = "attachment"
        return _whole(face, found, headers)
    headers["Accept-Ranges"] = "bytes"
    wanted = _range(asked.request, found, headers["ETag"])
    if wanted is None:
        return _whole(face, found, headers)
    start, end = wanted
    if start >= end:
        headers["Content-Range"] = f"bytes */{found.size}"
        return Response(status_code=416, headers=headers)
    headers["Content-Range"] = f"bytes {start}-{end - 1}/{found.size}"
    return _sent(face, found, headers, 206, start, end)


def _whole(face: Face, found: MediaRow, headers: dict[str, str]) -> Response:
    return _sent(face, found, headers, 200, 0, found.size)


def _sent(
    face: Face, found: MediaRow, headers: dict[str, str], status: int, start: int, end: int
) -> Response:
    """Its bytes from `start` to `end`, read while they are sent."""
    pieces = face.collection.media.pieces(found, start, end)
    first = next(pieces, b"")
    if not first and end > start:
        raise NotFound(_NO_FILE)
    headers["Content-Length"] = str(end - start)
    return StreamingResponse(chain([first], pieces), status, headers)


def _has_it(request: Request, tag: str) -> bool:
    """Whether the browser has these bytes already."""
    said = request.headers.get("if-none-match", "")
    return any(one.strip().removeprefix("W/") in (tag, "*") for one in said.split(","))


def _range(request: Request, found: MediaRow, tag: str) -> tuple[int, int] | None:
    """The bytes that are asked for, from and up to; None for all, (0, 0) for none that there are.

    Of several ranges nothing is made: all of it is an answer to them too (RFC 9110, 14.2).
    """
    match = _RANGE.fullmatch(request.headers.get("range", "").replace(" ", ""))
    if match is None or match[0] == "bytes=-" or request.headers.get("if-range", tag) != tag:
        return None
    if not match[1]:
        last = int(match[2])
        return (max(0, found.size - last), found.size) if last else (0, 0)
    start = int(match[1])
    end = min(int(match[2]) + 1, found.size) if match[2] else found.size
    if match[2] and int(match[2]) < start:
        return None
    return (start, end) if start < found.size else (0, 0)
