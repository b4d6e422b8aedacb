"""A text of the format to a deck."""

from learnt.deck.deck import Deck
from learnt.deck.plain.build import build
from learnt.deck.plain.drafts import Problems
from learnt.deck.plain.read import Reader
from learnt.deck.problem import Problem
from learnt.deck.tidy import tidy
from learnt.ids import MakeId


def parse(text: str, make_id: MakeId) -> tuple[Deck, tuple[Problem, ...]]:
    """The deck in `text`, and what could not be read as it stands, by line.

    `make_id` is called, in the order of the page, for everything that has no id yet. Takes any
    text in time linear in its length and never raises: what is no part of a card is a problem.
    """
    lines = tidy_lines(text)
    problems = Problems(lines)
    deck = build(Reader(lines, problems).read(), problems, make_id)
    return deck, problems.listed()


def tidy_lines(text: str) -> list[str]:
    """The lines of a text, tidy, with the blank ones around it: the line numbers stay."""
    return tidy(f"|\n{text}\n|").split("\n")[1:-1]
