"""A page that was copied twice: its second half says the same as its first, line by line."""

from dataclasses import replace

from learnt.deck import Problem
from learnt.deck.tidy import same_text
from learnt.sources.page import Page

_COPY, _TITLES = 6, 6  # lines that a second copy has at least; lines above the first one at most
_COPIED = "From this line on the page says the same once more; it was read once."


def without_second_copy(page: Page) -> Page:
    """The page without its second half, where that says the same as the first, line by line."""
    texts = [same_text(line.text) for line in page.lines]
    for above in range(_TITLES):
        half, odd = divmod(len(texts) - above, 2)
        if half < _COPY:
            return page
        if not odd and texts[above : above + half] == texts[above + half :]:
            gone = page.lines[above + half :]
            problem = Problem(gone[0].number, gone[0].text, _COPIED)
            return replace(
                page,
                lines=page.lines[: above + half],
                aside=page.aside | {line.number for line in gone},
                problems=(*page.problems, problem),
            )
    return page
