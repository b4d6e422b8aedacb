"""What stands above and below the cards of a page, and between its sheets, without being a card."""

from collections import Counter
from dataclasses import replace
from itertools import takewhile

from learnt.sources.line import Line, Mark
from learnt.sources.page import Page
from learnt.sources.site.forms import (
    BELOW_FORMS,
    FOOT_FORMS,
    HEAD_FORMS,
    PAGE_NUMBER,
    RUNNING_HEAD,
)
from learnt.sources.site.words import ADVERTISED, ANYWHERE, BELOW_COUNT, FOOT, FOOT_ALONE, HEAD

_HEAD_LINES, _FOOT_LINES = 60, 40
_RUNNING = 100  # characters: the longest line that stands above every page of a handout
_BARS = ("name | mastery", "no study sessions yet")
_RULE = frozenset("-_=*–—~·•|+#: ")


def is_rule(text: str) -> bool:
    """A line drawn across the page: three or more of the same few signs and nothing else."""
    return len(text) >= 3 and _RULE.issuperset(text) and len(text) - text.count(" ") >= 3


def dropped(page: Page, numbers: set[int]) -> Page:
    """The page without these lines; the gap before a dropped line stands before the next one."""
    if not numbers:
        return page
    kept: list[Line] = []
    blanks = 0
    for line in page.lines:
        if line.number in numbers:
            blanks = max(blanks, line.blanks)
            continue
        kept.append(replace(line, blanks=max(blanks, line.blanks)) if blanks else line)
        blanks = 0
    return replace(page, lines=tuple(kept), aside=page.aside | numbers)


def is_header(line: Line) -> bool:
    """Whether a site would write this line above its cards."""
    return len(line.text) <= 200 and (_bare(line).lower() in HEAD or _has_form(line))


def _has_form(line: Line) -> bool:
    return any(form.fullmatch(_bare(line)) for form in HEAD_FORMS)


def _bare(line: Line) -> str:
    return line.body if line.mark is Mark.SYMBOL else line.text.lstrip("# ")


def without_header(page: Page, counts: list[int]) -> Page:
    """The page without the words of a site above its count of cards, and right below it."""
    end = header_end(page, counts)
    above = [line for line in page.lines if line.number < end]
    if len(above) > _HEAD_LINES:
        return page
    known = {line.number for line in above if line.number not in counts and is_header(line)}
    rest = [line for line in above if line.number not in known and line.number not in counts]
    low = [line.text.lower() for line in above]
    known |= {
        after.number
        for line, after in zip(low, above[1:], strict=False)
        if line == "created by" and after in rest
    }
    rest = [line for line in rest if line.number not in known]
    site = len(known) > 1 or bool(page.aside)
    if site and len(rest) > 1 and all(len(line.text) < 100 for line in rest):
        title = next((line for line in rest if not line.marked), rest[0])
        known |= {line.number for line in rest if line is not title}
    if not rest and not page.title:
        known -= {
            line.number for line in above[:1] if line.text.lower() not in ANYWHERE and not site
        }
    rest = [line for line in page.lines if line.number > end]
    below = list(takewhile(_is_below_count, rest))
    sides = [line for line in below if site or len(below) > 1 or line.mark is Mark.SYMBOL]
    return dropped(page, known | {line.number for line in sides})


def header_end(page: Page, counts: list[int]) -> int:
    """The number of the last line of a header: its count of cards, or a tool bar below that."""
    bars = [
        number
        for number, line in enumerate(page.raw[:_HEAD_LINES], 1)
        if number in page.aside and line.strip().lower().startswith(_BARS)
    ]
    return max([*counts, *bars])


def _is_below_count(line: Line) -> bool:
    text = line.text.lower().lstrip("• ")
    return text in BELOW_COUNT or BELOW_FORMS.fullmatch(text) is not None


def without_lone_header(page: Page) -> Page:
    """Without a count, lines of a site go where they stand in a row near the top."""
    head = page.lines[: _HEAD_LINES // 2]
    texts = Counter(line.text.lower() for line in page.lines)
    places = [
        index
        for index, line in enumerate(head)
        if is_header(line) and texts[line.text.lower()] == 1
    ]
    sure = [index for index in places if _has_form(head[index])]
    if not sure and not any(line < head[0].number + 8 for line in page.aside if head):
        return page
    if not places or (len(places) < 2 and not page.aside):
        return page
    last = max(index for index in places if index < 12) if any(i < 12 for i in places) else -1
    if last < 0:
        return page
    known = {head[index].number for index in places if index <= last}
    if page.ends:  # between what ends the cards nothing is furniture
        above = [line.number for line in head if line.number <= min(page.ends)][:-2]
        known &= set(above)
    return dropped(page, known)


def without_footer(page: Page) -> Page:
    """The page without the words of a site, or its sources, below the last card."""
    foot: set[int] = set()
    for line in reversed(page.lines[-_FOOT_LINES:]):
        text = line.text.lower()
        form = any(one.fullmatch(line.text) for one in FOOT_FORMS)
        if not (form or text in FOOT or is_rule(text)):
            break
        foot.add(line.number)
    sure = {
        line.number
        for line in page.lines[-_FOOT_LINES:]
        if line.number in foot and any(one.fullmatch(line.text) for one in FOOT_FORMS)
    }
    if len(foot) < (2 if page.aside else 3) and not (sure and len(foot) == len(sure)):
        foot = {n for n in foot if _only_sites(page, n)}
    return dropped(page, foot | _advertised(page) | _page_numbers(page))


def _advertised(page: Page) -> set[int]:
    """A site's list of other decks, from its heading to the end of the page."""
    for line in page.lines[-_FOOT_LINES:]:
        if line.text.lower() in ADVERTISED and line is not page.lines[0] and page.aside:
            return {one.number for one in page.lines if one.number >= line.number}
    return set()


def _only_sites(page: Page, number: int) -> bool:
    """Whether a line says what no card does."""
    return page.raw[number - 1].strip().lower() in FOOT_ALONE


def _page_numbers(page: Page) -> set[int]:
    """Page numbers on lines of their own, as scans have them, and what stands above every page."""
    numbers = {
        index
        for index, line in enumerate(page.lines)
        if (len(line.text) < 16 and PAGE_NUMBER.fullmatch(line.text))
        or (len(line.text) < 120 and RUNNING_HEAD.fullmatch(line.text) and line.number > 2)
    }
    texts = Counter(line.text for line in page.lines)
    beside = {near for index in numbers for near in (index - 1, index + 1)} - numbers
    heads = {
        line.text
        for index, line in enumerate(page.lines)
        if index in beside and texts[line.text] > 1 and len(line.text) < _RUNNING
    }
    again = {i for i in beside if 0 <= i < len(page.lines) and page.lines[i].text in heads}
    return {page.lines[index].number for index in numbers | again}
