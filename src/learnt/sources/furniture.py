"""Furniture removal: what the site or program put around the cards is taken out of the page.

A stage of its own, before any layout looks. It is conservative, because content can look like
furniture (an answer "6", a line "A", the words "Learn" or "Test"): a line goes only where its
whole form is furniture's, and single words only in the header above a count of cards.

Declared counts read, n being the number of cards:
    "(n cards)", "n cards", "Cards (n)", "n Cards in this Set", "Flashcards in X Deck (n)",
    "Terms in this set (n)", "n Terms", "n flashcards", "Learn faster with n flashcards.",
    "1/N" above a tool bar (n = N - 1), and "n of N" where it counts up to N.
"""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.question import is_question

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
    )
)
_BARE_COUNT = re.compile(r"(?P<n>\d{1,5})\s+(?:flash\s?cards|cards|terms)", re.IGNORECASE)
_OVER = re.compile(r"1\s?/\s?(\d{1,5})")
_OF = re.compile(r"(?:card )?(\d{1,5}) of (\d{1,5})", re.IGNORECASE)
_COUNT_END = re.compile(rf"\s+[(\[]\s*(\d{{1,5}})\s+{_WORD}\s*[)\]]$", re.IGNORECASE)
_TITLE_END = re.compile(r"\s+(?:flash\s?cards?)(?:\s+preview)?$", re.IGNORECASE)
_RULE = frozenset("-_=*–—~·•|+#: ")
_COMMENT = re.compile(r"<!--.*-->")
_BARS = frozenset(
    """looks like no tags are added yet.
no study sessions yet.
name | mastery | learn | test | matching | spaced |
loading flashcards...
study your flashcards anywhere!
how well did you know this?
new cards""".splitlines()
)
_HEADER_WORDS = frozenset(
    "save share learn test match content leaderboard edit print export copy report flashcards "
    "preview study quiz download".split()
) | {"visit profile", "created by", "log in", "sign up"}
_REPEATED = frozenset({"view source", "tap to flip", "click to flip", "click the card to flip"})
_FRONT_MATTER = re.compile(r"(?:name|title|deck)\s*[=:]\s*[\"']?(.*?)[\"']?", re.IGNORECASE)


def remove_furniture(page: Page) -> Page:
    """The page without its furniture; its title and its declared count where it marks them."""
    page = _without_front_matter(page)
    declared, counts = _declared(page)
    dropped = set(counts)
    dropped |= {line.number for line in page.lines if _is_bar(line)}
    dropped |= _repeated(page)
    if counts:
        dropped |= _header_words(page, min(counts))
    kept = tuple(line for line in page.lines if line.number not in dropped)
    page = replace(page, lines=kept, aside=page.aside | dropped, declared=declared)
    return _with_title(_with_title_above(_with_count_in_title(page), counts))


def is_rule(text: str) -> bool:
    """A line drawn across the page: three or more of the same few signs and nothing else."""
    return len(text) >= 3 and _RULE.issuperset(text) and len(text) - text.count(" ") >= 3


def _is_bar(line: Line) -> bool:
    text = line.text
    return is_rule(text) or text.lower() in _BARS or _COMMENT.fullmatch(text) is not None


def _declared(page: Page) -> tuple[int | None, list[int]]:
    """The declared number of cards and the numbers of the lines that say it."""
    declared: int | None = None
    where: list[int] = []
    for index, line in enumerate(page.lines[:_HEAD]):
        count = _count(line.text)
        if count is None and index in (1, 2, 3) and len(line.text) < 30:
            above = page.lines[index - 1].text  # "4 terms" under a question is an answer
            if (bare := _BARE_COUNT.fullmatch(line.text)) and not is_question(above):
                count = int(bare.group("n"))
        if count is None and (over := _OVER.fullmatch(line.text)):
            below = page.lines[index + 1].text.lower() if index + 1 < len(page.lines) else ""
            if below in _BARS:
                count = int(over.group(1)) - 1
        if count and (declared is None or count == declared):
            declared = count
            where.append(line.number)
    of = _counting_up(page)
    if of is not None and declared in (None, of[0]):
        return of[0], where + of[1]
    return declared, where


def _count(text: str) -> int | None:
    if len(text) > 240 or not any(sign.isdigit() for sign in text):
        return None
    for form in _COUNTS:
        if found := form.fullmatch(text):
            return int(found.group("n"))
    return None


def _counting_up(page: Page) -> tuple[int, list[int]] | None:
    """Lines "1 of 9", "2 of 9" …: at least three, one total, counting up."""
    seen = [
        (int(found.group(1)), int(found.group(2)), line.number)
        for line in page.lines
        if len(line.text) < 24 and (found := _OF.fullmatch(line.text))
    ]
    orders = [order for order, _, _ in seen]
    totals = {total for _, total, _ in seen}
    if len(seen) < 3 or len(totals) != 1 or orders != sorted(set(orders)):
        return None
    return totals.pop(), [number for _, _, number in seen]


def _repeated(page: Page) -> set[int]:
    """Buttons that stand at every card: gone where they stand at three or more."""
    texts = Counter(line.text.lower() for line in page.lines)
    return {
        line.number
        for line in page.lines
        if (key := line.text.lower()) in _REPEATED and texts[key] > 2
    }


def _header_words(page: Page, count_at: int) -> set[int]:
    """The words of a tool bar between the title and the count of cards."""
    head = [line for line in page.lines if line.number < count_at]
    found = {line.number for line in head if line.text.lower() in _HEADER_WORDS}
    for line, after in pairwise(head):
        if line.text.lower() == "created by":
            found.add(after.number)
    return found if len(found) < len(head) else set()


def _without_front_matter(page: Page) -> Page:
    """A page may open with `---`, `title: …`, `---`, as Markdown tools write it."""
    if not page.lines or page.lines[0].text != "---":
        return page
    for index, line in enumerate(page.lines[1:20], 1):
        if line.text == "---":
            block = page.lines[: index + 1]
            named = [one for one in block if _FRONT_MATTER.fullmatch(one.text)]
            title = None
            if named and (found := _FRONT_MATTER.fullmatch(named[0].text)):
                title = replace(named[0], text=found.group(1), body=found.group(1))
            aside = page.aside | {one.number for one in block}
            return replace(page, lines=page.lines[index + 1 :], aside=aside, title=title)
    return page


def _with_count_in_title(page: Page) -> Page:
    """`X Flashcards (8 cards)` or `X (8 cards)` as the first line: the count is taken off."""
    first = page.lines[0] if page.lines else None
    found = _COUNT_END.search(first.text) if first and len(first.text) < 300 else None
    if first is None or found is None or first.marked or page.declared is not None:
        return page
    text = first.text[: found.start()]
    lines = (replace(first, text=text, body=text), *page.lines[1:])
    page = replace(page, lines=lines, declared=int(found.group(1)))
    return _with_title_above(page, [first.number + 1])


def _with_title_above(page: Page, counts: list[int]) -> Page:
    """A line alone above the count of cards is the title."""
    if page.title is not None or not counts or len(page.lines) < 2:
        return page
    first, second = page.lines[:2]
    if first.marked or not first.number < min(counts) <= second.number:
        return page
    bare = _TITLE_END.sub("", first.text.lstrip("# ")) or first.text
    title = replace(first, text=bare, body=bare)
    return replace(page, lines=page.lines[1:], title=title, aside=page.aside | {first.number})


def _with_title(page: Page) -> Page:
    """`X Flashcards` or `# X` as the first line is the title X."""
    if page.title is not None or not page.lines:
        return page
    first = page.lines[0]
    bare = first.text
    if len(bare) < 300:
        bare = _TITLE_END.sub("", bare.removeprefix("# "))
    if bare == first.text or not bare or first.marked:
        return page
    title = replace(first, text=bare, body=bare)
    return replace(page, lines=page.lines[1:], title=title, aside=page.aside | {first.number})
