"""Reading a page: what it says, with what could not be read. Nothing is saved."""

from typing import Annotated

from msgspec import Meta, Struct

from learnt.deck.tidy import one_line
from learnt.sources import Reading
from learnt.web.api.operation import Call, Operation
from learnt.web.api.said import CorrectionShown, corrections_shown
from learnt.web.api.values import MOST, Asked, CardShown, Page, Window, part
from learnt.web.api.writing import card_shown
from learnt.web.face import Face


class PageSent(Asked, frozen=True, kw_only=True):
    """A page, and the name it is known by: that of its file, say, whose ending tells its form."""

    text: Page
    name: Annotated[str, Meta(max_length=500)] | None = None


class ProblemShown(Struct, frozen=True):
    """What could not be read as it stands; `line` is null where it is the whole page's."""

    line: int | None
    text: str
    why: str


class PageRead(Struct, frozen=True):
    """A page as it was understood.

    `declared` is how many cards it says it has, `layout` the layout it was read by, `separator`
    what stands between two sides, `furniture` are the numbers of lines that belong to the site, the
    first 200. `corrections` were said of an earlier page of the same shape. Of the problems the
    first 200 are listed, of `problems_total`. `total` is how many cards there are.
    """

    title: str
    question: str | None
    declared: int | None
    layout: str
    separator: str
    furniture: list[int]
    corrections: list[CorrectionShown]
    problems: list[ProblemShown]
    problems_total: int
    cards: list[CardShown]
    start: int
    total: int


def read_page(face: Face, call: Call[Window, PageSent]) -> PageRead:
    """Read a page: its title, its cards with their lines, its problems. Nothing is saved."""
    reading = face.collection.read_data(*bytes_and_name(face, call.body))
    deck, window = reading.deck, call.query
    return PageRead(
        title=deck.title,
        question=deck.question,
        declared=reading.declared,
        layout=reading.layout,
        separator=reading.separator,
        furniture=list(reading.furniture[:MOST]),
        corrections=corrections_shown(reading.corrections),
        problems=problems_of(reading),
        problems_total=len(reading.problems),
        cards=[card_shown(card) for card in part(deck.cards, window)],
        start=window.start,
        total=len(deck.cards),
    )


OPERATIONS = (Operation("POST", "/readings", read_page),)


def bytes_and_name(face: Face, sent: PageSent) -> tuple[bytes, str]:
    """A page as `Collection.draft` and `read_data` take it."""
    return sent.text.encode(), one_line(sent.name or "") or face.name_of_pasted()


def problems_of(reading: Reading) -> list[ProblemShown]:
    """The first problems of a page."""
    return [ProblemShown(one.line, one.text, one.why) for one in reading.problems[:MOST]]
