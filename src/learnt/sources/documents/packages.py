"""A packed file → the text of the document that it is, or the decks that it holds."""

import re

from learnt.errors import Unreadable
from learnt.sources.documents.extracted import Extract, Piece
from learnt.sources.documents.kinds import LARGEST
from learnt.sources.documents.mochi.reading import is_mochi, mochi_decks
from learnt.sources.documents.packed import Package
from learnt.sources.documents.several import as_one, as_pieces

_WORD = re.compile(r"word/document\d{0,3}\.xml")
_ANKI = "Call it .apkg, as Anki does, and add it as that."
_OTHERS = (
    ("collection.anki2", "an Anki package", _ANKI),
    ("collection.anki21b", "an Anki package", _ANKI),
    ("xl/workbook.xml", "a spreadsheet", "Save the sheet as .csv, and read that."),
    ("META-INF/container.xml", "an e-book", "Copy the pages you need, and paste them."),
    ("content.xml", "an OpenDocument file", "Save it as .docx or .pdf, and read that."),
)
_OTHER = (
    "{} is a packed file with no document in it that can be read. Unpack it, and read the pages "
    "that are in it."
)
_EMPTY = "{} has no text in it. Was the document saved? Pictures of text are not read."


def packed_pages(data: bytes, name: str) -> tuple[Piece, ...]:
    """The decks that a packed file holds, a page each; none where it is one document."""
    package = _opened(data, name)
    if not is_mochi(package):
        return ()
    return as_pieces(mochi_decks(package, name), name)


def packed_text(data: bytes, name: str) -> Extract:
    """The text of a Word document, of slides, or of a deck. Raises Unreadable."""
    package = _opened(data, name)
    if is_mochi(package):
        return as_one(mochi_decks(package, name), name)
    text = _text(package, name)
    if not text.strip():
        raise Unreadable(_EMPTY.format(name))
    return Extract(text)


def _opened(data: bytes, name: str) -> Package:
    if len(data) > LARGEST:
        raise Unreadable(f"{name} is too large ({len(data) // 1_000_000} MB). Split it.")
    return Package(data, name)


def _text(package: Package, name: str) -> str:
    if (member := next(filter(_WORD.fullmatch, package.names), None)) is not None:
        return _word(package, member, name)
    if "ppt/presentation.xml" in package.names:
        from learnt.sources.documents.slides import slides_text

        return slides_text(package, name)
    for known, what, instead in _OTHERS:
        if known in package.names:
            raise Unreadable(f"{name} is {what}, which is not read as it is. {instead}")
    raise Unreadable(_OTHER.format(name))


def _word(package: Package, member: str, name: str) -> str:
    from learnt.sources.documents.word.numbering import lists_of
    from learnt.sources.documents.word.reading import Body
    from learnt.sources.documents.word.styles import styles_of

    styles = styles_of(package.read("word/styles.xml"), name)
    lists = lists_of(package.read("word/numbering.xml"), name)
    return Body(styles, lists).over(package.read(member) or b"", name)
