"""What is said of how a page was read, as it is sent."""

from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta, Struct

from learnt.sources import Correction, Said
from learnt.web.api.values import Asked, Text

LineNumber = Annotated[int, Meta(ge=1, le=100_000_000, description="A line of the page, from 1")]


class CorrectionShown(Struct, frozen=True):
    """One thing said of a page; without a line it is about all of it.

    `text` is the line as it stands; furniture without a line is every line like `text`.
    """

    said: Said
    line: int | None
    text: str


class CorrectionSent(Asked, frozen=True, kw_only=True):
    """What is to be said of the page, or of one line of it.

    swapped: front and back have changed places, on the page or on the card of this line.
    statements: nothing is asked. split: a card begins at this line. join: no card begins here.
    furniture: this line, and others like it, are not part of the cards. kept: this one is.
    """

    said: Said
    line: LineNumber | None = None


class CorrectionTaken(Asked, frozen=True, kw_only=True):
    """What is not to hold any more, as the draft lists it."""

    said: Said
    line: LineNumber | None = None
    text: Text = ""


def corrections_shown(corrections: Iterable[Correction]) -> list[CorrectionShown]:
    """Corrections as they are sent."""
    return [CorrectionShown(one.said, one.line, one.text) for one in corrections]
