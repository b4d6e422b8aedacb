"""Furniture removal: what the site or program put around the cards is taken out of the page.

A stage of its own, before any layout looks. It is conservative, because content can look like
furniture (an answer "6", a line "A", the words "Learn" or "Test"): a line goes only where its
whole form is furniture's, and words that cards say too only in the header above a count of cards.
What ends every card (a button, "3 of 24") goes as well, and the page keeps where it stood.
"""

import re
from collections import Counter
from dataclasses import replace
from itertools import takewhile

from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.site.copies import without_second_copy
from learnt.sources.site.counts import counting_up, declared_count
from learnt.sources.site.surroundings import (
    dropped,
    is_rule,
    without_footer,
    without_header,
    without_lone_header,
)
from learnt.sources.site.titles import (
    with_count_in_title,
    with_glued_title,
    with_ruled_title,
    with_title,
    with_title_above,
    without_front_matter,
)
from learnt.sources.site.words import ANYWHERE, BUTTONS, RATING, SIDES

_COMMENT = re.compile(r"<!--.*-->")


def remove_furniture(page: Page) -> Page:
    """The page without its furniture; its title and its declared count where it marks them."""
    page = without_front_matter(page)
    page, counts = declared_count(page)
    page = dropped(page, {line.number for line in page.lines if _is_bar(line)} | _ratings(page))
    page = _without_ends(_without_side_names(page))
    page = with_count_in_title(with_glued_title(page, counts))
    page = without_header(page, counts) if counts else without_lone_header(page)
    page = dropped(page, set(counts))
    page = with_ruled_title(with_title(with_title_above(page, counts)))
    page = _without_title_again(page)
    return without_second_copy(without_footer(page))


def _without_title_again(page: Page) -> Page:
    """The page without its title where that stands once more above the cards."""
    first = page.lines[0] if page.lines else None
    if first is None or page.title is None or first.text.lower() != page.title.body.lower():
        return page
    if page.declared is None or len(page.lines) == 2 * page.declared:
        return page  # it is the first card's front
    return dropped(page, {first.number})


def _is_bar(line: Line) -> bool:
    text = line.text
    if len(text) > 120:
        return False
    plain = line.body.lower().strip("# ")
    return (
        (is_rule(text) and text != "---")
        or plain in ANYWHERE
        or _COMMENT.fullmatch(text) is not None
    )


def _without_side_names(page: Page) -> Page:
    """The page without the names of its two columns, where it was copied a cell a line."""
    texts = [line.text.lower().strip("| ") for line in page.lines]
    for at in range(min(3, len(texts) - 1)):
        pair = (texts[at], texts[at + 1])
        if pair in SIDES and texts.count(pair[0]) == texts.count(pair[1]) == 1:
            return dropped(page, {line.number for line in page.lines[at : at + 2]})
    return page


def _ratings(page: Page) -> set[int]:
    """The buttons that ask how well a card was known, the last block perhaps cut."""
    found: set[int] = set()
    lines = page.lines
    for index, line in enumerate(lines):
        if line.text.lower() == RATING[0]:
            block = lines[index : index + len(RATING)]
            same = takewhile(
                lambda pair: pair[0].text.lower() == pair[1], zip(block, RATING, strict=False)
            )
            found |= {one.number for one, _ in same}
    return found


def _without_ends(page: Page) -> Page:
    """The page without what ends every card: a counter ("3 of 24") or a button."""
    lines = page.lines
    of = counting_up(lines)
    where = set(of[1]) if of is not None else _buttons(lines)
    if not where:
        return page
    ends = {lines[index - 1].number for index in where if index > 0 and index - 1 not in where}
    page = dropped(page, {lines[index].number for index in where})
    return replace(page, ends=page.ends | ends)


def _buttons(lines: tuple[Line, ...]) -> set[int]:
    """The indexes of buttons that stand three times or more, a card's length apart."""
    texts = Counter(line.text.lower() for line in lines if len(line.text) < 40)
    known = {text for text, count in texts.items() if count > 2 and text in BUTTONS}
    where = [index for index, line in enumerate(lines) if line.text.lower() in known]
    return set(where)
