"""The bundled example pages, by name."""

from functools import cache
from importlib.resources import files

from starlette.responses import Response
from starlette.routing import Route

from learnt.errors import NotFound
from learnt.sources import read
from learnt.web.asked import Asked
from learnt.web.face import Face, endpoint, go


def routes(face: Face) -> list[Route]:
    """The route that opens an example for checking."""
    return [Route("/examples/{name}", endpoint(face, take), methods=["POST"])]


def take(face: Face, asked: Asked) -> Response:
    """Put an example where a pasted page would be."""
    name = asked.request.path_params["name"]
    data = _pages().get(name)
    if data is None:
        raise NotFound("There is no such example.")
    return go(f"/add/{face.collection.draft(data, name).id}")


@cache
def example_titles() -> tuple[tuple[str, str], ...]:
    """Names and titles of the examples."""
    return tuple((name, read(data, name, str).deck.title) for name, data in _pages().items())


@cache
def _pages() -> dict[str, bytes]:
    folder = files("learnt") / "examples"
    pages = (page for page in folder.iterdir() if page.name.endswith(".txt"))
    return {page.name: page.read_bytes() for page in sorted(pages, key=lambda page: page.name)}
