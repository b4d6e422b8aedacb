"""What is sent to Add: short pages are read at once, and what takes a while goes to the jobs."""

from learnt.errors import Unreadable, UsageError
from learnt.sources import pages_in
from learnt.sources.documents.kinds import Kind, kind_of
from learnt.web.asked import Sent
from learnt.web.face import Face
from learnt.web.uploads.jobs import Job
from learnt.web.uploads.packed import is_package
from learnt.web.uploads.upload import State, Upload, Work

_AT_ONCE = 1_000_000
"""Bytes of a page that is read while its sender waits; and a PDF document never is."""


class Taken:
    """What became of the things that were sent: where each is checked, and what failed."""

    def __init__(self, face: Face) -> None:
        self.places: list[str] = []
        self.failed: list[str] = []
        self._face = face

    def page(self, data: bytes, name: str) -> None:
        """Read a page, or each page of a file of several; the caller has the collection alone."""
        draft = self._face.collection.draft
        try:
            for one in pages_in(data, name):
                self.places.append(f"/add/{draft(one.data, one.name, told=one.problems).id}")
        except (Unreadable, UsageError) as error:
            self.failed.append(str(error))

    def file(self, sent: Sent) -> None:
        """Read a file, or have it read."""
        if not sent.size:
            self.failed.append(f"{sent.name} is empty.")
            return
        package = is_package(sent.name, sent.file)
        if not package and sent.size <= _AT_ONCE and kind_of(sent.head()) is not Kind.PDF:
            with self._face.lock:
                self.page(sent.read(), sent.name)
            return
        sent.file.seek(0)
        try:
            upload = self._face.uploads.take(sent.file, sent.name, package=package)
        except Unreadable as error:
            self.failed.append(str(error))
            return
        self._face.jobs.wait(begun(self._face, upload))
        after = self._face.uploads.get(upload.id)
        if after.state is State.FAILED:  # told at once, it need not be kept
            self._face.uploads.remove(after)
            self.failed.append(after.why)
        else:
            self.places.append(f"/add/{after.draft}" if after.draft else f"/add/files/{after.id}")


def begun(face: Face, upload: Upload) -> Job:
    """Begin what is first done with a file."""
    return face.jobs.begin(upload, Work.LOOK if upload.package else Work.READ)


def waiting_files(face: Face) -> list[Upload]:
    """The files that are not saved yet, the latest first."""
    return [face.jobs.looked_after(one) for one in face.uploads.list() if one.waits]
