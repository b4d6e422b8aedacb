"""What is said between the server and the process that works for it: lines of JSON."""

from dataclasses import dataclass

from learnt.collection import Choices
from learnt.web.uploads.upload import Choice, SavedDeck, Work


@dataclass(frozen=True, slots=True)
class Order:
    """The first line to it. Later ones do not come: that the line is cut means to end at once.

    `folder` is that of the file, `name` what it was called. `database` is None for the folder's
    own; `ahead` is by how many milliseconds the learner's clock is ahead of the system's. `choices`
    are what was chosen of cards that are there: None to ask before anything of them changes.
    """

    work: Work
    folder: str
    name: str
    home: str
    database: str | None
    ahead: int
    choice: Choice
    choices: Choices | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A line from it: how far it is, or its last word.

    `stage` is a sentence; `done` of `of` cards or pages, 0 of 0 where that is not known. `draft`
    is what a page became. `ended` says that it is done, `asks` that it ended by a question, and
    `failed` why it is not done.
    """

    stage: str = ""
    done: int = 0
    of: int = 0
    saved: SavedDeck | None = None
    draft: str = ""
    ended: bool = False
    asks: bool = False
    failed: str = ""
