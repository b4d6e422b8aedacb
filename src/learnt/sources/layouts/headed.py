r"""Layout `headed`: headings, and what is said under each.

    page    = [heading of the page] section+
    section = heading body
    heading = "#"+ text | "*"+ text (org, with or without ":drill:")
    body    = (item | deeper item | paragraph)+
    pair    = item with both sides ("term - meaning", "**term** meaning", "term :: meaning")

A heading with a body is a card: its text asks, each item or paragraph is a point. Where the items
of a body are pairs, each is a card of its own. A heading without a body of its own is a chapter;
of one that stands twice in a row the second counts. org's drawers and keywords are furniture; its
tags are the card's, but for those that only say that it is one.
"""

import re
from dataclasses import dataclass, field, replace

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.pairs import SIGNS, best_sign, split_pair
from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.points import points_of
from learnt.sources.wrapping import Wrapping, wrapping_of

NAME = "headed"
_MARKDOWN = re.compile(r"(?P<level>#{1,6})\s+(?P<text>\S.*?)\s*#*")
_ORG = re.compile(
    r"(?P<level>\*{1,6})\s+(?:(?:TODO|DONE)\s+)?(?P<text>\S.*?)(?P<tags>\s+:[\w@:]+:)?"
)
_KEYWORD = re.compile(r"#\+(?P<key>[A-Za-z_]+):\s*(?P<value>.*)")
_DRAWER = re.compile(r":[A-Za-z_-]+:(?:\s.*)?")
_ORG_PAIR = re.compile(r"(?P<front>\S.{0,200}?)\s+::\s+(?P<back>\S.*)")
_PAIRS = 0.7  # the share of items that must be pairs
_TERM = 80  # characters
_ANSWER = frozenset({"answer", "back", "solution", "antwort", "réponse", "respuesta"})
_ONLY_CARD = frozenset({"drill", "fc", "anki", "card", "flashcard"})  # org tags of other programs
_CHAPTER = "This heading has nothing under it, so it is not a card."


@dataclass(slots=True)
class _Section:
    level: int
    text: str
    line: Line
    tags: tuple[str, ...] = ()
    body: list[Line] = field(default_factory=list)


def headed(page: Page) -> Proposal | None:
    """The page by its headings, or None where it has fewer than two."""
    form = _form(page)
    if form is None:
        return None
    title, above, sections, furniture = _sections(page, form)
    sections = _answers_joined(sections)
    wrapping = wrapping_of(*(one.body for one in sections))
    drafts: list[Draft] = []
    problems = [Problem(line.number, line.text, _ABOVE) for line in above]
    for place, section in enumerate(sections):
        if section.body:
            drafts += _cards(section, wrapping)
        elif place + 1 == len(sections):
            problems.append(Problem(section.line.number, section.line.text, _CHAPTER))
        else:
            furniture.add(section.line.number)
    if not drafts:
        return None
    share = sum(bool(one.body) for one in sections) / len(sections)
    sure = 0.97 if form is _ORG else 0.9 if len(drafts) > 1 else 0.5
    fit = sure * (0.6 + 0.4 * share)
    fit -= 0.2 * min(1.0, 4 * len(above) / len(page.lines))
    return Proposal(
        NAME, fit, tuple(drafts), title, problems=tuple(problems), furniture=frozenset(furniture)
    )


_ABOVE = "This line stands above the first heading and is not in any card."


def _form(page: Page) -> re.Pattern[str] | None:
    """The kind of heading this page has: two or more, each with lines between."""
    org = any(_KEYWORD.fullmatch(line.text) for line in page.lines[:10]) or any(
        (found := _ORG.fullmatch(line.text)) and found["tags"] for line in page.lines
    )
    form = _ORG if org else _MARKDOWN
    count = sum(form.fullmatch(line.text) is not None for line in page.lines)
    least = 1 if page.title is not None or org else 2
    return form if least <= count <= 0.75 * len(page.lines) else None


def _sections(
    page: Page, form: re.Pattern[str]
) -> tuple[str | None, list[Line], list[_Section], set[int]]:
    title = page.title.body if page.title else None
    above: list[Line] = []
    sections: list[_Section] = []
    furniture: set[int] = set()
    for line in page.lines:
        if found := _KEYWORD.fullmatch(line.text):
            furniture.add(line.number)
            title = found["value"] if found["key"].lower() == "title" else title
        elif line.text == "---" or (form is _ORG and _DRAWER.fullmatch(line.text)):
            furniture.add(line.number)
        elif (found := form.fullmatch(line.text)) and line.indent < 4:
            if sections and _again(sections[-1], found["text"]):
                furniture.add(sections.pop().line.number)
            tags = _tags(found.groupdict().get("tags"))
            sections.append(_Section(len(found["level"]), found["text"].strip(), line, tags))
        elif sections:
            sections[-1].body.append(line)
        else:
            above.append(line)
    first = sections[0] if sections else None
    alone = first and sum(one.level == first.level for one in sections) == 1
    if first and title is None and not first.body and alone:
        title = first.text
        furniture.add(sections.pop(0).line.number)
    elif title is None and above and len(above) == 1:
        line = above.pop()
        title = line.text
        furniture.add(line.number)
    return title, above, sections, furniture


def _tags(text: str | None) -> tuple[str, ...]:
    """The tags of an org heading: `:drill:cells:` is tagged with cells."""
    tags = (text or "").strip().strip(":").split(":")
    return tuple(tag for tag in tags if tag and tag.lower() not in _ONLY_CARD)


def _again(section: _Section, text: str) -> bool:
    return not section.body and section.text.lower() == text.strip().lower()


def _answers_joined(sections: list[_Section]) -> list[_Section]:
    """`** Answer` under a question is its body, as org-drill has it."""
    found: list[_Section] = []
    for section in sections:
        if section.text.lower().strip(":. ") in _ANSWER and found:
            found[-1].body += section.body
        else:
            found.append(section)
    return found


def _cards(section: _Section, wrapping: Wrapping) -> list[Draft]:
    if pairs := _pairs(section):
        return [replace(pair, tags=section.tags) for pair in pairs] if section.tags else pairs
    points = points_of(section.body, wrapping)
    first, last = section.line.number, section.body[-1].number
    return [Draft(section.text, points, first, last, 0.9, section.tags)] if points else []


def _pairs(section: _Section) -> list[Draft]:
    """The items of a body as cards of their own, where most are pairs with a short front."""
    items = [line for line in section.body if line.marked or SIGNS["bold"].match(line.text)]
    if len(items) < 2 or len(items) < len(section.body):
        return []
    org = [_ORG_PAIR.fullmatch(line.body) for line in items]
    if all(org):
        return [
            Draft(one["front"], (one["back"],), line.number, line.number, 0.95)
            for one, line in zip(org, items, strict=True)
            if one
        ]
    sign, share, en_only = best_sign([line.body for line in items])
    if share < _PAIRS or sign == "colon":
        return []
    drafts: list[Draft] = []
    for line in items:
        pair = split_pair(line.body, sign, en_only=en_only)
        if pair is None or len(pair.front) > _TERM:
            return []
        drafts.append(
            Draft(pair.front, (pair.back,), line.number, line.number, min(0.9, pair.confidence))
        )
    return drafts
