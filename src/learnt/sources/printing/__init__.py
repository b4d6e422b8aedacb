"""Decks on paper, as HTML: cards to cut, or a sheet to revise from or to test oneself with.

In: a deck, and a `Choice` of kind and paper. Out: what stands on the pages, for a page of the
browser (`printed`, with `style` beside it), or a file that has all in itself (`deck_to_html`).

    cards   measure (how much room a text takes) → cutting (which cells of which page) → drawing
    sheet   drawing alone; where a column ends, the browser says
"""

from learnt.sources.printing.choice import AS_SHEET, Choice, Kind, Known, Paper
from learnt.sources.printing.document import deck_to_html, printed, style, told

__all__ = [
    "AS_SHEET",
    "Choice",
    "Kind",
    "Known",
    "Paper",
    "deck_to_html",
    "printed",
    "style",
    "told",
]
