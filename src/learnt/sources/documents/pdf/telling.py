"""What the learner is told of a PDF document that cannot be read, or not all of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from learnt.deck import Problem
from learnt.errors import Unreadable
from learnt.sources.documents.pdf.words import Said

_ERRORS = {
    "locked": "{} is locked with a password. Save it without one, or copy its text.",
    "damaged": (
        "{} is damaged or was not copied whole: it cannot be opened as a PDF document. Fetch it "
        "again, or open it in its own program and copy the text."
    ),
}
_NO_TEXT = (
    "{} has no text: its pages are pictures, as scanned ones are. Let a program recognise the "
    "text (OCR), and read what that writes."
)
_EMPTY = "{} has no text in it: its pages are empty."
_SCAN = (
    "Page {} has no text: it is a picture, as scanned pages are. Let a program recognise its text "
    "(OCR), or type what matters."
)
_SCANS = (
    "Pages {} have no text: they are pictures, as scanned pages are. Let a program recognise their "
    "text (OCR), or type what matters."
)
_BROKEN = ("Page {} is damaged and was not read.", "Pages {} are damaged and were not read.")
_CUT = "Only the first {} of {} pages were read. Split the document to read the others."


@dataclass
class Unread:
    """The numbers of pages that have no text, and of those that are broken; how many there are."""

    pages: int = 0
    scans: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)

    def see(self, number: int, said: Said) -> None:
        """Look at what was said of a page."""
        if said.error:
            self.broken.append(number)
        elif said.page.is_scan:
            self.scans.append(number)

    def nothing(self, name: str) -> Unreadable:
        """What to say of a document without any text."""
        if self.broken and not self.scans:
            return Unreadable(_ERRORS["damaged"].format(name))
        return Unreadable((_NO_TEXT if self.scans else _EMPTY).format(name))

    def problems(self, read: int, name: str) -> tuple[Problem, ...]:
        """What to say of the pages that were not read."""
        found = [*_told((_SCAN, _SCANS), self.scans, name), *_told(_BROKEN, self.broken, name)]
        if read < self.pages:
            found.append(Problem(None, name, _CUT.format(read, self.pages)))
        return tuple(found)


def refuse(error: str, name: str) -> None:
    """Raise Unreadable for an error that is about the whole document."""
    if error in _ERRORS:
        raise Unreadable(_ERRORS[error].format(name))


def _told(words: tuple[str, str], numbers: Sequence[int], name: str) -> list[Problem]:
    """What is said of pages, by their numbers: 3, 5-7."""
    if not numbers:
        return []
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    listed = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs[:50])
    more = ", …" if len(runs) > 50 else ""
    return [Problem(None, name, words[len(numbers) > 1].format(listed + more))]
