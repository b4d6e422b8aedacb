"""A file that takes a while: how far it is, what it holds, what of it is saved."""

from dataclasses import replace
from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from learnt.web.asked import Asked
from learnt.web.face import Face, endpoint, go
from learnt.web.package_changes import asking
from learnt.web.package_page import choice_of, fields_wrong, values_of
from learnt.web.taking import begun
from learnt.web.update_shown import choices_of
from learnt.web.uploads.jobs import Job
from learnt.web.uploads.seen import PackageSeen
from learnt.web.uploads.upload import State, Upload, Work

_NOTHING_CHOSEN = "No deck is chosen, so nothing was saved. Tick at least one."
_QUARTERS = ("", "A quarter of it is done.", "Half of it is done.", "Three quarters are done.")


def routes(face: Face) -> list[Route]:
    """The routes of a file. None of them keeps an answer waiting."""
    post = ["POST"]
    return [
        Route("/add/files/{file}", endpoint(face, show, waits=False), methods=["GET"]),
        Route("/add/files/{file}/progress", endpoint(face, progress, waits=False)),
        Route("/add/files/{file}/choose", endpoint(face, choose, waits=False), methods=post),
        Route("/add/files/{file}/save", endpoint(face, save, waits=False), methods=post),
        Route("/add/files/{file}/decide", endpoint(face, decide, waits=False), methods=post),
        Route("/add/files/{file}/cancel", endpoint(face, cancel, waits=False), methods=post),
        Route("/add/files/{file}/again", endpoint(face, again, waits=False), methods=post),
        Route("/add/files/{file}/throw-away", endpoint(face, throw, waits=False), methods=post),
    ]


def show(face: Face, asked: Asked) -> Response:
    """The file as it stands: it is worked on, waits to be chosen from, or is done with."""
    upload = _upload(face, asked)
    if job := face.jobs.of(upload):
        return _working(face, asked, job)
    if upload.state is State.DONE:
        if upload.draft:
            return go(f"/add/{upload.draft}")
        return face.page(asked, "file_saved.html", upload=upload)
    if upload.state is State.ASKS:
        changes = face.uploads.changes(upload)
        return asking(face, asked, upload, changes) if changes else again(face, asked)
    if upload.state is not State.WAITS:
        return face.page(asked, "file_ended.html", upload=upload)
    seen = face.uploads.seen(upload)
    if upload.package and seen is not None:
        return _choosing(face, asked, upload, seen)
    job = begun(face, upload)
    face.jobs.wait(job)
    return go(_path(upload)) if job.over.is_set() else _working(face, asked, job)


def progress(face: Face, asked: Asked) -> Response:
    """How far it is, for a page that is open; it goes on to what came of it."""
    upload = _upload(face, asked)
    job = face.jobs.of(upload)
    if job is None:
        return _on(asked, upload)
    return face.part("file-progress.html", **_progress(job, asked))


def choose(face: Face, asked: Asked) -> Response:
    """Other decks or other fields: what of it would be saved."""
    upload, seen = _choosable(face, asked)
    if seen is None:
        return _on(asked, upload)
    choice = choice_of(asked, upload.choice, seen)
    if wrong := fields_wrong(choice.fields):
        if not asked.partly:
            return _choosing(face, asked, upload, seen, told=wrong, status=422)
        return face.part("package-told.html", **values_of(upload, seen), wrong=wrong)
    upload = face.uploads.change(upload.id, lambda one: replace(one, choice=choice))
    if choice.fields != seen.fields:
        face.jobs.wait(begun(face, upload))
        upload = face.uploads.get(upload.id)
    now = face.uploads.seen(upload)
    if not asked.partly or now is None or face.jobs.of(upload) or upload.state is not State.WAITS:
        return _on(asked, upload)
    return face.part("package-told.html", **values_of(upload, now), wrong=None)


def save(face: Face, asked: Asked) -> Response:
    """Save what is chosen; where it changes a deck that is there, that is shown first."""
    upload, seen = _choosable(face, asked)
    if seen is None:
        return go(_path(upload))
    choice = choice_of(asked, upload.choice, seen)
    told = fields_wrong(choice.fields) or ("" if seen.chosen(choice) else _NOTHING_CHOSEN)
    if told:
        return _choosing(face, asked, upload, seen, told=told, status=422)
    upload = face.uploads.change(upload.id, lambda one: replace(one, choice=choice))
    face.jobs.wait(face.jobs.begin(upload, Work.SAVE))
    return go(_path(upload))


def decide(face: Face, asked: Asked) -> Response:
    """Save it, with what was chosen of the cards that are there."""
    upload = _upload(face, asked)
    if upload.state is State.ASKS and face.jobs.of(upload) is None:
        face.jobs.wait(face.jobs.begin(upload, Work.SAVE, choices_of(asked)))
    return go(_path(upload))


def cancel(face: Face, asked: Asked) -> Response:
    """Stop what is being done with it."""
    upload = _upload(face, asked)
    face.jobs.stop(upload)
    return go(_path(upload))


def again(face: Face, asked: Asked) -> Response:
    """Go on after it was stopped, was interrupted or failed; or back to what is chosen."""
    upload = _upload(face, asked)
    if face.jobs.of(upload) is None and upload.state is not State.DONE:
        face.uploads.change(upload.id, lambda one: replace(one, state=State.WAITS))
    return go(_path(upload))


def throw(face: Face, asked: Asked) -> Response:
    """Forget the file; what was saved of it stays."""
    upload = _upload(face, asked)
    face.jobs.stop(upload)
    face.uploads.remove(upload)
    return go("/add", "file-thrown")


def _upload(face: Face, asked: Asked) -> Upload:
    return face.jobs.looked_after(face.uploads.get(asked.in_path("file")))


def _choosable(face: Face, asked: Asked) -> tuple[Upload, PackageSeen | None]:
    """The file, and what it holds where it can be chosen from now."""
    upload = _upload(face, asked)
    waits = upload.state is State.WAITS and face.jobs.of(upload) is None
    return upload, face.uploads.seen(upload) if waits else None


def _path(upload: Upload) -> str:
    return f"/add/files/{upload.id}"


def _on(asked: Asked, upload: Upload) -> Response:
    """Go on to the page of the file, by script or without."""
    if not asked.partly:
        return go(_path(upload))
    return Response(headers={"HX-Redirect": _path(upload)})


def _working(face: Face, asked: Asked, job: Job) -> Response:
    return face.page(asked, "file_working.html", upload=job.upload, **_progress(job, asked))


def _progress(job: Job, asked: Asked) -> dict[str, Any]:
    """What is said of how far it is; aloud no more than each quarter."""
    said = job.said
    quarter = min(3, 4 * said.done // said.of) if said.of else 0
    heard = asked.query("heard")
    return {
        "file": job.upload,
        "said": said,
        "unit": "page" if job.work is Work.READ else "card",
        "quarter": quarter,
        "aloud": _QUARTERS[quarter] if heard != str(quarter) else "",
    }


def _choosing(
    face: Face,
    asked: Asked,
    upload: Upload,
    seen: PackageSeen,
    *,
    told: str | None = None,
    status: int = 200,
) -> Response:
    values = values_of(upload, seen)
    return face.page(asked, "package.html", status, **values, told=told, wrong=None)
