"""What the learner says of lines is done to the page, before a layout looks at it."""

from collections.abc import Sequence
from dataclasses import replace

from learnt.sources.corrections import Correction, Said, form_of, lines_said, whole_page
from learnt.sources.layouts.base import Proposal
from learnt.sources.page import Page


def needed(
    corrections: Sequence[Correction], page: Page, aside: frozenset[int]
) -> tuple[Correction, ...]:
    """The corrections without those that put back a line which nobody takes out.

    `aside` are the lines of the page that are taken out by themselves.
    """
    said = [one for one in corrections if one.said is Said.FURNITURE]
    forms = {form_of(one.text) for one in said}
    taken = aside | lines_said(said, Said.FURNITURE)
    taken |= {line.number for line in page.lines if forms and form_of(line.text) in forms}
    return tuple(one for one in corrections if one.said is not Said.KEPT or one.line in taken)


def without_said_furniture(page: Page, corrections: Sequence[Correction]) -> Page:
    """The page without the lines that the learner calls furniture, and those like them."""
    said = [one for one in corrections if one.said is Said.FURNITURE]
    if not said:
        return page
    named = lines_said(said, Said.FURNITURE)
    forms = {form_of(one.text) for one in said}
    forms |= {form_of(line.text) for line in page.lines if line.number in named}  # mended since
    kept = lines_said(corrections, Said.KEPT, Said.SPLIT, Said.JOIN)
    gone = {
        line.number
        for line in page.lines
        if line.number not in kept and form_of(line.text) in forms
    } | named
    lines = tuple(line for line in page.lines if line.number not in gone)
    return replace(page, lines=lines, aside=page.aside | gone)


def with_lines_kept(page: Page, whole: Page, corrections: Sequence[Correction]) -> Page:
    """The page with the lines back that were taken out of `whole` and belong to the cards."""
    kept = lines_said(corrections, Said.KEPT, Said.SPLIT, Said.JOIN)
    there = {line.number for line in page.lines}
    back = [line for line in whole.lines if line.number in kept - there]
    if not back:
        return page
    numbers = {line.number for line in back}
    lines = tuple(sorted((*page.lines, *back), key=lambda line: line.number))
    title = None if page.title is not None and page.title.number in numbers else page.title
    return replace(page, lines=lines, aside=page.aside - numbers, title=title)


def bounded(page: Page, corrections: Sequence[Correction], plainly: Proposal | None) -> Page:
    """The page that knows where cards begin, and where none does.

    A card that is joined with the one above goes on from where that one begins, as the page was
    read `plainly`; else the line would be taken for the end of some other card.
    """
    starts, joined = lines_said(corrections, Said.SPLIT), lines_said(corrections, Said.JOIN)
    if joined and not whole_page(corrections, Said.STATEMENTS):
        firsts = sorted({one.first for one in plainly.cards}) if plainly else []
        for line in sorted(joined & set(firsts[1:])):
            above = firsts[firsts.index(line) - 1]
            starts |= {above} - joined
            joined |= {one.number for one in page.lines if above < one.number < line} - starts
    return replace(page, starts=starts, joined=joined)
