"""The number of cards that a page says it has.

Read, n being the number of cards:
    "(n cards)", "n cards", "Cards (n)", "n Cards in this Set", "Flashcards in X Deck (n)",
    "Terms in this set (n)", "n Terms", "n flashcards", "Learn faster with n flashcards.",
    "Public 20 cards by …", "n notecards = …", "1/N" above a tool bar (n = N + 1, as it counts
    the steps from card to card), and "n of N" where it counts up to N.
"""

import re
from dataclasses import replace
from itertools import pairwise

from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.question import is_question
from learnt.sources.site.words import ANYWHERE

_HEAD = 60  # lines: the longest header seen above a first card is half of that
_WORD = r"(?:flash\s?cards?|cards?|terms?)"
_COUNTS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"[(\[]\s*(?P<n>\d{{1,5}})\s+{_WORD}\s*[)\]]",
        rf"{_WORD}\s*[(\[]\s*(?P<n>\d{{1,5}})\s*[)\]]:?",
        r"(?P<n>\d{1,5})\s+(?:cards|terms) in this (?:set|deck)",
        r"(?P<deck>flashcards? in .{1,200}? deck) \((?P<n>\d{1,5})\):?",
        r"(?:terms|cards) in this (?:set|deck) \((?P<n>\d{1,5})\):?",
        r"learn faster with (?P<n>\d{1,5}) flashcards\.?",
        r"(?:public|private)\s?(?P<n>\d{1,5}) cards\s?by .{1,60}",
        r"(?P<n>\d{1,5}) notecards? = .{1,60}",
        r"total cards\s?:?\s?(?P<n>\d{1,5})",
    )
)
_GLUED = re.compile(r"(?P<title>.{1,120}?[^\W\d_])(?P<n>\d{1,5}) flashcards", re.IGNORECASE)
_BARE_COUNT = re.compile(r"(?P<n>\d{1,5})\s+(?:flash\s?cards|cards|terms)", re.IGNORECASE)
_OVER = re.compile(r"1\s?/\s?(\d{1,5})")
_OF = re.compile(r"(?:card )?(\d{1,5}) (?:of|/) (\d{1,5})", re.IGNORECASE)


def declared_count(page: Page) -> tuple[Page, list[int]]:
    """The page with its declared number of cards, and the numbers of the lines that say it."""
    declared: int | None = None
    steps: int | None = None
    where: list[int] = []
    below_bar = any(line.text.lower() in ANYWHERE for line in page.lines[:_HEAD])
    for index, line in enumerate(page.lines[:_HEAD]):
        count = count_in(line.text)
        if count is None and len(line.text) < 30 and (0 < index < 4 or (below_bar and index < 40)):
            above = page.lines[index - 1].text  # "4 terms" under a question is an answer
            if (bare := _BARE_COUNT.fullmatch(line.text)) and not is_question(above):
                count = int(bare.group("n"))
        if count is None and (over := _OVER.fullmatch(line.text)):
            below = [one.text.lower() for one in page.lines[index + 1 : index + 4]]
            if ANYWHERE.intersection(below):
                where.append(line.number)
                steps = int(over.group(1)) + 1
                continue
        if count and (declared is None or count == declared):
            declared = count
            where.append(line.number)
    of = counting_up(page.lines)
    if of is not None and declared in (None, of[0]):
        return replace(page, declared=of[0]), where
    slack = 1 if declared is None and steps is not None else 0
    return replace(page, declared=declared or steps, slack=slack), where


def count_in(text: str) -> int | None:
    """The number of cards a line declares, None where it is no such line."""
    if len(text) > 240 or not any(sign.isdigit() for sign in text):
        return None
    for form in (*_COUNTS, _GLUED):
        if found := form.fullmatch(text):
            return int(found.group("n"))
    return None


def glued_title(text: str) -> str | None:
    """The title before a count that is set right beside it, None where there is none."""
    found = _GLUED.fullmatch(text) if len(text) < 240 else None
    return found["title"] if found else None


def counting_up(lines: tuple[Line, ...]) -> tuple[int, list[int]] | None:
    """Lines "1 of 9", "2 of 9" …: their total and indexes; at least three, counting up."""
    seen = [
        (int(found.group(1)), int(found.group(2)), index)
        for index, line in enumerate(lines)
        if len(line.text) < 24 and (found := _OF.fullmatch(line.text))
    ]
    orders = [order for order, _, _ in seen]
    totals = {total for _, total, _ in seen}
    back = sum(after < before for before, after in pairwise(orders))
    if len(seen) < 3 or len(totals) != 1 or (back and orders.count(orders[0]) != back + 1):
        return None  # the numbers go up, and begin again where the page was copied twice
    return totals.pop(), [index for _, _, index in seen]
