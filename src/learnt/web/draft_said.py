"""Saying how a page is to be read: its cards are made anew, and what was edited stays."""

from starlette.responses import Response
from starlette.routing import Route

from learnt.collection import Draft
from learnt.errors import UsageError
from learnt.sources import Correction, Said
from learnt.web.asked import OLD_PAGE, Asked
from learnt.web.draft_page import values_of
from learnt.web.draft_update import changed
from learnt.web.face import Face, endpoint, go

PAGE = "page"
"""Stands in the place of a line's number where something is said of the whole page."""


def routes(face: Face) -> list[Route]:
    """The routes of saying something, and of taking it back."""
    return [
        Route("/add/{draft}/say", endpoint(face, say), methods=["POST"]),
        Route("/add/{draft}/take-back", endpoint(face, take_back), methods=["POST"]),
    ]


def say(face: Face, asked: Asked) -> Response:
    """Read the page again with what the button says."""
    said = next((one for one in Said if asked.text(one.value)), None)
    if said is None:
        raise UsageError(OLD_PAGE)
    line = _line(asked, said.value)
    draft = face.collection.correct_draft(asked.in_path("draft"), Correction(said, line))
    return _rows(face, asked, draft, line)


def take_back(face: Face, asked: Asked) -> Response:
    """Read the page again without something that was said of it."""
    said = next((one for one in Said if one.value == asked.text("said")), None)
    if said is None:
        raise UsageError(OLD_PAGE)
    line = _line(asked, "line")
    one = Correction(said, line, asked.text("text"))
    return _rows(face, asked, face.collection.take_back_correction(asked.in_path("draft"), one))


def _line(asked: Asked, name: str) -> int | None:
    return None if asked.text(name) == PAGE else asked.number(name, 1, 100_000_000)


def _rows(face: Face, asked: Asked, draft: Draft, line: int | None = None) -> Response:
    if asked.partly:
        return changed(face.part("draft-rows.html", **values_of(draft, asked), oob=True))
    place = f"#line-{line}" if line else "#draft-rows"
    return go(f"/add/{draft.id}?page={asked.page_number()}{place}")
