"""The title of a page, where the page marks it: by its place, its form or a word behind it."""

import re
from collections import Counter
from dataclasses import replace

from learnt.sources.page import Page
from learnt.sources.question import is_question
from learnt.sources.site.counts import glued_title
from learnt.sources.site.forms import RUNNING_HEAD
from learnt.sources.site.surroundings import header_end, is_header

_WORD = r"(?:flash\s?cards?|cards?|terms?)"
_COUNT_END = re.compile(rf"\s+[(\[]\s*(\d{{1,5}})\s+{_WORD}\s*[)\]]$", re.IGNORECASE)
_TITLE_END = re.compile(r"\s+(?:flash\s?cards?)(?:\s+preview)?$", re.IGNORECASE)
_RULED = 6  # lines: a title, its rule, two cards
_FRONT_MATTER = re.compile(r"(?:name|title|deck)\s*[=:]\s*[\"']?(.*?)[\"']?", re.IGNORECASE)


def without_front_matter(page: Page) -> Page:
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


def with_ruled_title(page: Page) -> Page:
    """A rule right under the title, and nowhere else, belongs to it; under a question it parts."""
    rules = [line for line in page.lines if line.text == "---"]
    if len(rules) != 1 or len(page.lines) < _RULED:
        return page
    first, second = page.lines[:2]
    if page.title is not None and first is rules[0]:
        return replace(page, lines=page.lines[1:], aside=page.aside | {first.number})
    if page.title is not None or second is not rules[0] or first.marked or is_question(first.text):
        return page
    aside = page.aside | {first.number, second.number}
    return replace(page, lines=page.lines[2:], title=first, aside=aside)


def with_glued_title(page: Page, counts: list[int]) -> Page:
    """`Waves34 flashcards` is a title with its count, as sites set them side by side."""
    for line in page.lines:
        if line.number in counts and page.title is None and (text := glued_title(line.text)):
            return replace(page, title=replace(line, text=text, body=text))
    return page


def with_count_in_title(page: Page) -> Page:
    """`X Flashcards (8 cards)`, `X (8 cards)` or `X8 flashcards`: the count is taken off."""
    first = page.lines[0] if page.lines else None
    if first is None or first.marked or len(first.text) > 300 or page.title is not None:
        return page
    if running := RUNNING_HEAD.fullmatch(first.text):
        text = running["text"].strip()
        title = replace(first, text=text, body=text)
        aside = page.aside | {first.number}
        return replace(page, lines=page.lines[1:], title=title, aside=aside)
    found = _COUNT_END.search(first.text)
    if found is None or page.declared is not None:
        return page
    text = first.text[: found.start()]
    lines = (replace(first, text=text, body=text), *page.lines[1:])
    page = replace(page, lines=lines, declared=int(found.group(1)))
    return with_title_above(page, [first.number + 1])


def with_title_above(page: Page, counts: list[int]) -> Page:
    """A line alone above the count of cards is the title."""
    if page.title is not None or not counts or len(page.lines) < 2:
        return page
    first, second = page.lines[:2]
    if (
        first.marked
        or is_header(first)
        or not (first.number < header_end(page, counts) <= second.number)
    ):
        return page
    bare = _TITLE_END.sub("", first.text.lstrip("# ")) or first.text
    title = replace(first, text=bare, body=bare)
    return replace(page, lines=page.lines[1:], title=title, aside=page.aside | {first.number})


def with_title(page: Page) -> Page:
    """`X Flashcards` or `# X` as the first line is the title X."""
    if page.title is not None or not page.lines:
        return page
    first = page.lines[0]
    signs = Counter(line.sign for line in page.lines[1:])
    if first.sign == "*" and not signs["*"] and 2 * signs["-"] > len(page.lines):
        aside = page.aside | {first.number}  # "* Title" over a list of "- items", as org has it
        return replace(
            page, lines=page.lines[1:], title=replace(first, text=first.body), aside=aside
        )
    bare = first.text
    headings = sum(line.text.startswith("# ") for line in page.lines)
    if len(bare) < 300 and headings < 2:
        bare = _TITLE_END.sub("", bare.removeprefix("# "))
    if bare == first.text or not bare or first.marked:
        return page
    title = replace(first, text=bare, body=bare)
    return replace(page, lines=page.lines[1:], title=title, aside=page.aside | {first.number})
