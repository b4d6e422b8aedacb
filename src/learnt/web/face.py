"""What every page shares: the collection, one request at a time, and the templates."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain, count
from threading import Lock
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from learnt.clock import local_text
from learnt.collection import Collection
from learnt.web.asked import Asked
from learnt.web.comparisons import Comparisons
from learnt.web.fitter import Fitter
from learnt.web.render import templates
from learnt.web.sittings import Sittings
from learnt.web.uploads.jobs import Jobs
from learnt.web.uploads.keeping import Uploads, uploads_of

Work = Callable[["Face", Asked], Response]
"""What answers a request: it is called with the collection to itself, outside the event loop."""

TOLD = {
    "added": "Saved. You can study it now.",
    "updated": "Your deck is up to date. What you know of its cards stayed.",
    "aside": "Set aside.",
    "binned": "Put in the trash. You can bring it back from there.",
    "changed": "Changed. The earlier wording is in the trash.",
    "changed-both": (
        "Changed. It was changed elsewhere too since you opened it: both changes are in it, yours "
        "where both changed the same. The earlier wording is in the trash."
    ),
    "draft-apart": (
        "The page you came from was changed in another tab too. What you wrote is kept here, as a "
        "page of its own."
    ),
    "draft-both": "Kept. This card was changed in another tab too: both changes are in it.",
    "draft-over": (
        "Kept. The same was changed in another tab: yours stands, and what was written there is in "
        "the trash."
    ),
    "fact": "Saved. It stays so, whatever you change around it.",
    "fact-same": "Nothing was changed: it is read so already.",
    "moved": "Moved.",
    "back": "It is back.",
    "settings": "Saved.",
    "several": "Each of your pages waits below. Check them one by one.",
    "settled": "The other card was changed. Its earlier wording is in the trash.",
    "settled-both": "Kept. You are not asked about these two again.",
    "undone": "Taken back.",
    "unsettled": "Taken back. If they still disagree, they stand here again.",
    "nothing": "There is nothing to undo.",
    "file-thrown": "Thrown away. Nothing of it was kept.",
    "thrown": "Thrown away. The cards are in the trash.",
}
"""What a page says at its top after something was done, by the word in its address."""


@dataclass
class Face:
    """The collection as the browser sees it.

    A collection is one learner's and answers one request at a time; pages are drawn after.
    """

    collection: Collection
    sittings: Sittings = field(default_factory=Sittings)
    lock: Lock = field(default_factory=Lock)
    fitter: Fitter = field(init=False)
    uploads: Uploads = field(init=False)
    jobs: Jobs = field(init=False)
    comparisons: Comparisons = field(init=False)

    def __post_init__(self) -> None:
        collection = self.collection
        self.comparisons = Comparisons(collection, self.lock)
        self.fitter = Fitter(collection, self.lock)
        self.uploads = uploads_of(collection)
        self.jobs = Jobs(collection, self.uploads, self._changed_elsewhere)

    def page(
        self,
        asked: Asked,
        template: str,
        status: int = 200,
        **values: Any,  # noqa: ANN401 - a template's
    ) -> Response:
        """A whole page."""
        settings = self.collection.learner.settings
        html = (
            templates()
            .get_template(template)
            .render(
                values
                | {
                    "theme": settings.theme,
                    "here": asked.path,
                    "told": values.get("told") or TOLD.get(asked.query("told")),
                    "zone": settings.time_zone,
                    "now": self.collection.now(),
                    "media": self.collection.media.find,
                }
            )
        )
        return HTMLResponse(html, status)

    def part(self, template: str, status: int = 200, **values: Any) -> Response:  # noqa: ANN401 - a template's
        """A part of a page, for one that is open already."""
        values |= {
            "zone": self.collection.learner.settings.time_zone,
            "now": self.collection.now(),
            "media": self.collection.media.find,
            "part": True,
        }
        return HTMLResponse(templates().get_template(f"parts/{template}").render(values), status)

    def name_of_pasted(self) -> str:
        """A name for a page that has none: no deck and no draft has it, or they would be mixed."""
        collection = self.collection
        taken = {deck.title for deck in collection.titles()}
        taken |= {draft.title for draft in collection.drafts()}
        name = f"Pasted {local_text(collection.now(), collection.learner.settings.time_zone)}"
        numbered = (f"{name}, {number}" for number in count(2))
        return next(one for one in chain([name], numbered) if one not in taken)

    def _changed_elsewhere(self) -> None:
        with self.lock:
            self.changed()

    def changed(self) -> None:
        """What there is to learn has changed: sittings are made anew from the journal."""
        self.sittings.forget()


def endpoint(face: Face, work: Work, *, waits: bool = True) -> Callable[[Request], Any]:
    """The endpoint that reads a request, does the work with the collection, and answers.

    `waits` is False for work that is long: it takes the lock itself, where it writes.
    """

    def alone(asked: Asked) -> Response:
        if not waits:
            return work(face, asked)
        with face.lock:
            return work(face, asked)

    async def answer(request: Request) -> Response:
        asked = await Asked.read(request)
        try:
            return await run_in_threadpool(alone, asked)
        finally:
            await asked.close()

    return answer


def go(path: str, told: str = "", **query: str | int) -> Response:
    """Send the browser on with a GET, so that a reload does nothing twice."""
    if told:
        query["told"] = told
    return RedirectResponse(str(URL(path).include_query_params(**query)), 303)
