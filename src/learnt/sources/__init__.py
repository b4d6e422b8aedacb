"""Stage `sources`: what does a page say? Readers and writers over values; no files are touched.

(Of an Anki package the database is unpacked into a temporary file; see `packages`.)

In: the bytes of a page and the name they came under. Out: a `Reading` with a `Deck` and the
Problems of the page; and back, a deck's bytes by the ending of a file. On the way:

    decode → page → furniture → layouts propose → judge → Reading
    intake          site        layouts           judging

The second line names the folders; `alternation`, `tables` and `said` serve them, `long` is for
texts without end, and `documents` gives the text of web pages, Word documents, slides, PDF
and the decks of Mochi.

What the learner says of a page (`Correction`) is heard on the way, at the stage it is about.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from learnt.sources.corrections import (
    OF_PAGES,
    Correction,
    Said,
    checked,
    lasting,
    merged,
    say,
    take_back,
)
from learnt.sources.documents.extracted import Piece, Progress
from learnt.sources.own_json import deck_from_json, deck_to_json
from learnt.sources.reading import DOUBTFUL, Reading
from learnt.sources.said.sides import change_of, of_line
from learnt.sources.said.telling import correction_told, remembered_told, separator_told

if TYPE_CHECKING:
    from learnt.sources.documents.document import pages_in
    from learnt.sources.pipeline import read, read_again
    from learnt.sources.writing import endings, write

_LATER = {
    "pages_in": "documents.document",
    "read": "pipeline",
    "read_again": "pipeline",
    "endings": "writing",
    "write": "writing",
}

__all__ = [
    "DOUBTFUL",
    "OF_PAGES",
    "Correction",
    "Piece",
    "Progress",
    "Reading",
    "Said",
    "change_of",
    "checked",
    "correction_told",
    "deck_from_json",
    "deck_to_json",
    "endings",
    "lasting",
    "merged",
    "of_line",
    "pages_in",
    "read",
    "read_again",
    "remembered_told",
    "say",
    "separator_told",
    "take_back",
    "write",
]


def __getattr__(name: str) -> object:
    """Load the readers and writers when they are asked for: most commands read no page."""
    if name in _LATER:
        return getattr(import_module(f"learnt.sources.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
