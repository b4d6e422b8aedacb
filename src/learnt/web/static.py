"""Style sheets, scripts and letters: read once, named by their content, kept by the browser."""

import gzip
import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from learnt.errors import NotFound
from learnt.sources.printing import style

_FOLDER = files("learnt.web") / "static"
_JOINED = {"learnt.css": ("css", ".css"), "learnt.js": ("js", ".js")}
"""Files that are many to us and one to the browser, in the order of their names."""

_KINDS = {
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "webmanifest": "application/manifest+json",
    "woff2": "font/woff2",
}


@cache
def content(name: str) -> bytes:
    """What is served under a name. Raises NotFound."""
    if name == "print.css":
        return style().encode()
    if name in _JOINED:
        folder, ending = _JOINED[name]
        parts = sorted((_FOLDER / folder).iterdir(), key=lambda part: part.name)
        return b"\n".join(part.read_bytes() for part in parts if part.name.endswith(ending))
    found = _served().get(name)
    if found is None:
        raise NotFound("There is no such file.")
    return found.read_bytes()


@cache
def _packed(name: str) -> bytes:
    return gzip.compress(content(name), mtime=0)


@cache
def address(name: str) -> str:
    """Where a file is found; the address changes with its content."""
    return f"/static/{name}?v={hashlib.sha256(content(name)).hexdigest()[:12]}"


def serve(request: Request) -> Response:
    """Answer with a file; the browser keeps it for as long as its address is the same."""
    name = request.path_params["name"]
    data = content(name)
    forever = "v" in request.query_params or name.startswith("vendor/")
    headers = {"Cache-Control": "public, max-age=31536000, immutable" if forever else "no-cache"}
    packed = _packed(name)
    if len(packed) < len(data) and "gzip" in request.headers.get("accept-encoding", ""):
        data, headers["Content-Encoding"] = packed, "gzip"
    headers["Vary"] = "Accept-Encoding"
    return Response(data, media_type=_KINDS[name.rpartition(".")[2]], headers=headers)


routes = [Route("/static/{name:path}", serve)]


@cache
def _served() -> dict[str, Traversable]:
    """The files of the folder and of `vendor`, by the names they are served under."""
    found: dict[str, Traversable] = {}
    for folder, prefix in ((_FOLDER, ""), (_FOLDER / "vendor", "vendor/")):
        found |= {prefix + one.name: one for one in folder.iterdir() if one.is_file()}
    return found
