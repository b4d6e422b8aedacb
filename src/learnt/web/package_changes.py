"""What a package changes in decks that are there: seen and chosen from before it is saved."""

from collections.abc import Sequence

from starlette.responses import Response

from learnt.collection import NOTHING_CHOSEN
from learnt.web.asked import Asked
from learnt.web.changes import DeckChanges
from learnt.web.face import Face
from learnt.web.update_shown import shown
from learnt.web.uploads.upload import Upload


def asking(face: Face, asked: Asked, upload: Upload, changes: Sequence[DeckChanges]) -> Response:
    """The page that shows them; nothing was saved yet."""
    updates = [shown(one, NOTHING_CHOSEN, "package") for one in changes]
    return face.page(asked, "package_changes.html", upload=upload, updates=updates)
