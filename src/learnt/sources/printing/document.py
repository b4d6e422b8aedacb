"""What is printed, for a page of the browser or as a file that needs nothing beside it."""

from functools import cache
from html import escape
from importlib.resources import files

from learnt.deck import Deck
from learnt.sources.printing.choice import AS_SHEET, Choice, Kind
from learnt.sources.printing.drawing import cards_drawn, sheet_drawn

_HOW = {
    Kind.CARDS: "Print on both sides, turned over the long edge, at 100 % (not “fit to page”). "
    "Then cut along the lines: each answer is on the back of its question.",
    Kind.SHEET: "Print as it is.",
    Kind.TEST: "Print as it is. The answers begin on a page of their own: keep it apart.",
}


@cache
def style() -> str:
    """The style of all that is printed."""
    return (files("learnt.sources.printing") / "print.css").read_text("utf-8")


def printed(deck: Deck, choice: Choice = AS_SHEET) -> str:
    """The pages as a part of an HTML page, to which `style` belongs."""
    drawn = cards_drawn(deck, choice) if choice.kind is Kind.CARDS else sheet_drawn(deck, choice)
    kind = "cut" if choice.kind is Kind.CARDS else "flow"
    return (
        f'<div class="printed {kind} {choice.paper}" tabindex="0" role="region" '
        f'aria-label="What is printed">\n{drawn}\n</div>'
    )


def told(choice: Choice) -> str:
    """How to print it, in a sentence or two."""
    return _HOW[choice.kind]


def deck_to_html(deck: Deck, choice: Choice = AS_SHEET) -> bytes:
    """The pages as a file in UTF-8 that has its style in itself."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(deck.title)}</title>\n<style>\n{style()}</style>\n</head>\n<body>\n"
        f'<header class="how"><h1 dir="auto">{escape(deck.title)}</h1><p>{told(choice)}</p>'
        f"</header>\n{printed(deck, choice)}\n</body>\n</html>\n"
    ).encode()
