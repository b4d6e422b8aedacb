"""Is a text of our format? Many pages have a title and bullets; ids and fields are ours alone."""

import re
from itertools import count

from learnt.deck.plain.grammar import HEADING, split_id
from learnt.deck.plain.parse import parse, tidy_lines
from learnt.deck.tidy import tidy
from learnt.ids import uuid7

_OUR_FIELD = re.compile(r"[ \t]+(?:also|not|weight):|(?:statement|wrong|ask|hint|confidence):")
_HEAD = 2000  # letters that tell whether a title comes first, without looking at all lines
_BAD_SHARE = 4
"""A page is ours by its shape when it has at most one problem to this many cards."""


def looks_like(text: str) -> bool:
    """Whether a text is a deck in our format: it starts with a title, and the rest fits.

    Ids settle it. Without any, the page must have a prompt with points or a field of ours, and
    few problems: a page of bare bullets is left to the readers of pages. Never raises.
    """
    head = tidy(text[:_HEAD])
    if head and head[0] != "#":
        return False
    lines = tidy_lines(text)
    first = next((line for line in lines if line), "")
    title = HEADING.match(first)
    if title is None or len(title.group(1)) != 1:
        return False
    if any(split_id(line)[1] is not None for line in lines):
        return True
    numbers = count(1)
    deck, problems = parse(text, lambda: uuid7(0, next(numbers)))
    if any(_OUR_FIELD.match(line) for line in lines):
        return bool(deck.cards) and len(problems) <= len(deck.cards)
    return any(card.prompt for card in deck.cards) and len(problems) * _BAD_SHARE <= len(deck.cards)
