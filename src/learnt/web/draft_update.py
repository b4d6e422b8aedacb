"""What saving a draft changes in a deck that is there: shown on its page, and chosen from there."""

from starlette.responses import Response
from starlette.routing import Route

from learnt.collection import Draft
from learnt.errors import NotFound
from learnt.web.asked import Asked
from learnt.web.changes import changes_of
from learnt.web.face import Face, endpoint
from learnt.web.update_shown import UpdateShown, choices_of, shown

CHANGED = "draft-changed"
"""The event by which a page asks for this part anew, with what was chosen in it."""


def routes(face: Face) -> list[Route]:
    """The route of the part alone."""
    return [Route("/add/{draft}/update", endpoint(face, show), methods=["GET"])]


def show(face: Face, asked: Asked) -> Response:
    """The part of the page, after something of the draft was changed.

    An open page asks for it a moment after a change, and may have been saved within that moment:
    then there is nothing to show, and the page that is coming says what was done.
    """
    try:
        draft = face.collection.get_draft(asked.in_path("draft"))
    except NotFound:
        if not asked.partly:
            raise
        return Response(status_code=204)
    return face.part("draft-update.html", draft=draft, update=update_of(face, asked, draft))


def update_of(face: Face, asked: Asked, draft: Draft) -> UpdateShown | None:
    """What the draft's page shows of it; None for a deck that is new."""
    found = face.collection.draft_changes(draft.id)
    return shown(changes_of(found), choices_of(asked), "page") if found else None


def changed(answer: Response) -> Response:
    """An answer after which the open page asks for this part anew."""
    answer.headers["HX-Trigger"] = CHANGED
    return answer
