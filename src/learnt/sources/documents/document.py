"""Bytes → the text of a document, where they are one."""

from learnt.sources.documents.extracted import Extract, Piece, Progress


def extract(data: bytes, name: str, progress: Progress | None = None) -> Extract | None:
    """The text of a document, None for what is none. Raises Unreadable.

    A web page is text itself and is recognised once that is decoded; only one saved with its
    pictures in one file is found here.
    """
    from learnt.sources.documents.kinds import Kind, kind_of

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
    return None


def pages_in(data: bytes, name: str) -> tuple[Piece, ...]:
    """The pages of a file: one, or one a deck where it holds a collection. Raises Unreadable."""
    from learnt.sources.documents.kinds import Kind, kind_of

    if kind_of(data) is Kind.PACKED:
        from learnt.sources.documents.packages import packed_pages

        if pieces := packed_pages(data, name):
            return pieces
    return (Piece(name, data),)
