"""Bytes → the text of a document, where they are one."""

from learnt.errors import Unreadable
from learnt.sources.documents.extracted import Extract, Piece, Progress
from learnt.sources.documents.several import DeckRead, as_one, as_pieces
from learnt.sources.intake.decode import LARGEST, too_large

_NO_CARDS = "{} is a deck of CrowdAnki's without a card. Export one that has some."


def extract(data: bytes, name: str, progress: Progress | None = None) -> Extract | None:
    """The text of a document, None for what is none. Raises Unreadable.

    A web page is text itself and is recognised once that is decoded; only one saved with its
    pictures in one file is found here.
    """
    from learnt.sources.documents.kinds import Kind, is_crowdanki, kind_of

    kind = kind_of(data)
    if kind is Kind.PDF:
        from learnt.sources.documents.pdf.reading import pdf_text

        return pdf_text(data, name, progress)
    if kind is Kind.PACKED:
        from learnt.sources.documents.packages import packed_text

        return packed_text(data, name)
    if kind is Kind.SAVED:
        from learnt.sources.documents.saved import saved_text

        return saved_text(data, name)
    if is_crowdanki(data):
        return as_one(_crowd_decks(data, name), name)
    return None


def pages_in(data: bytes, name: str) -> tuple[Piece, ...]:
    """The pages of a file: one, or one a deck where it holds a collection. Raises Unreadable."""
    from learnt.sources.documents.kinds import Kind, is_crowdanki, kind_of

    if kind_of(data) is Kind.PACKED:
        from learnt.sources.documents.packages import packed_pages

        if pieces := packed_pages(data, name):
            return pieces
    elif is_crowdanki(data):
        return as_pieces(_crowd_decks(data, name), name)
    return (Piece(name, data),)


def _crowd_decks(data: bytes, name: str) -> list[DeckRead]:
    from learnt.sources.packages.crowdanki import crowd_package
    from learnt.sources.packages.mapping import map_package

    if len(data) > LARGEST:
        raise too_large(name, len(data))
    reading = map_package(crowd_package(data, name))
    if not reading.decks:
        raise Unreadable(_NO_CARDS.format(name))
    first, *rest = reading.decks
    return [DeckRead(first, reading.problems), *(DeckRead(deck, ()) for deck in rest)]
