"""Layout `jeopardy`: the value of a clue, the clue, and the answer put as a question.

    page     = title [category]* card+
    card     = value clue response
    value    = "100" | "$200" | …          hundreds, alone on a line
    response = ("What" | "Who" | …) ("is" | "are" | …) answer "?"

The clue is what is shown, so it is the front; the response stays as it is put, and the answer in it
alone ("Lenin" for "Who is Lenin?") is accepted as well.
"""

import re

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.heading import heading_of
from learnt.sources.layouts.sections import NO_BACK, cut, joined
from learnt.sources.page import Page

NAME = "jeopardy"
_VALUE = re.compile(r"\$?(?:[1-9]\d?0|[1-9]\d00|[12]000)(?:\s?(?:points?|pts))?", re.IGNORECASE)
_RESPONSE = re.compile(
    r"(?:what|who|where|when)(?:\s(?:is|are|was|were)|['’]s|['’]re)\s+(?P<answer>\S.*?)\s*\??",
    re.IGNORECASE | re.DOTALL,
)
_FIT = 0.95


def jeopardy(page: Page) -> Proposal | None:
    """The page as clues by their value, or None where no values stand on it."""
    lines = page.lines
    starts = [index for index, line in enumerate(lines) if _VALUE.fullmatch(line.text)]
    if len(starts) < 3 or (len({lines[index].text for index in starts}) < 2 and len(starts) < 5):
        return None
    blocks = cut(lines, starts)
    answered = [block for block in blocks if len(block) > 2]
    said = sum(any(_RESPONSE.fullmatch(line.text) for line in block[2:]) for block in answered)
    if said < 0.6 * len(blocks):
        return None
    heading = heading_of(page, lines[: starts[0]])
    drafts: list[Draft] = []
    problems: list[Problem] = list(heading.problems)
    below: set[int] = set()
    for block in blocks:
        if len(block) < 3:
            problems += [Problem(line.number, line.text, NO_BACK) for line in block[1:]]
            continue
        said_at = [at for at, line in enumerate(block) if at > 1 and _RESPONSE.fullmatch(line.text)]
        at = said_at[0] if said_at else len(block) - 1
        found = _RESPONSE.fullmatch(block[at].text)
        below |= {line.number for line in block[at + 1 :]}
        draft = Draft(
            joined(block[1:at]), (block[at].text,), block[0].number, block[at].number, 0.95,
            accepted=(found["answer"],) if found else (),
        )  # fmt: skip
        drafts.append(draft)
    values = frozenset(lines[index].number for index in starts) | below
    return Proposal(
        NAME, _FIT * len(drafts) / len(blocks), tuple(drafts), heading.title,
        problems=tuple(problems), furniture=values | heading.furniture,
    )  # fmt: skip
