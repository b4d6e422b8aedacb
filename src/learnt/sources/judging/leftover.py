"""What reading left over: lines in no card that nobody has spoken of, and parts of lines.

The last net under every layout: nothing vanishes. A line outside all cards is told; so is one that
stands among a card's lines while some of its words are in none of the card's texts. What only says
which side a line is ("Answer:", "3.", "b)") is no word, and a word that was joined or mended may
stand within a longer one.
"""

import re
from collections.abc import Iterable, Sequence

from learnt.deck import Problem
from learnt.deck.tidy import same_text
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.site.words import SIDES

_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
_TAGS = re.compile(r"</?[a-zA-Z][^>]*>|&#?\w{1,10};|\{\{c\d+::|:\w+:|<!--.*?-->")
_COUNTS = re.compile(r"^\W*(?:[^\W\d]{1,12}\.?\s?)?\d{1,4}\W*|^\W*[a-hA-H][.)\]]\s|\W*#\w+$")
_LABELS = frozenset(word for pair in SIDES for word in pair) | frozenset(
    "ans que ques qn sol solution correct right key explanation reason rationale why note hint "
    "because card cards flashcard prompt response img src alt svg png jpg nbsp br".split()
)
_ROWS = frozenset({"separated", "json"})
_LONG = 2_000  # lines of one card: a longer one is not searched letter by letter

_LEFT = "This line is in no card. If it belongs to one, add it there."
_PART = "A part of this line is in no card. Look whether something is missing there."


def left_over(
    page: Page, proposal: Proposal, drafts: Sequence[Draft], problems: Iterable[Problem]
) -> list[Problem]:
    """A Problem for each line that no card took, whole or in part, and nobody has spoken of."""
    told = {*proposal.furniture, *(one.line for one in problems if one.line)}
    taken = {n for draft in proposal.cards for n in range(draft.first, draft.last + 1)} | told
    name = same_text(proposal.title or "")
    found = [
        Problem(line.number, line.text, _LEFT)
        for line in page.lines
        if line.number not in taken and same_text(line.body.lstrip("#* ")) != name
    ]
    if proposal.layout in _ROWS:  # what a column holds that goes into no card is told for all rows
        return found
    return found + _parts(page, drafts, told)


def _parts(page: Page, drafts: Sequence[Draft], told: set[int]) -> list[Problem]:
    """A Problem for each line of a card with a word that none of the card's texts has."""
    lines = {line.number: line for line in page.lines if line.number not in told}
    texts: dict[int, list[str]] = {}
    for draft in drafts:
        whole = _text_of(draft)
        for number in range(draft.first, draft.last + 1):
            if number in lines:
                texts.setdefault(number, []).append(whole)
    sets: dict[str, set[str]] = {}
    found: list[Problem] = []
    for number, held in texts.items():
        missing = _words(lines[number])
        for text in held:
            if text not in sets:
                sets[text] = set(_WORD.findall(text))
            missing -= sets[text]
        if missing and not _within(missing, held):
            found.append(Problem(number, lines[number].text, _PART))
    return found


def _words(line: Line) -> set[str]:
    text = _COUNTS.sub(" ", _TAGS.sub(" ", line.text))
    return set(_WORD.findall(text.casefold())) - _LABELS


def _within(words: set[str], texts: Sequence[str]) -> bool:
    """Whether each word stands within the texts, as the half of a word that was joined does."""
    letters = ["".join(filter(str.isalnum, text)) for text in texts if len(text) < _LONG * 50]
    return all(any(word in text for text in letters) for word in words)


def _text_of(draft: Draft) -> str:
    parts = (
        draft.prompt, *draft.points, draft.hint, draft.note, *draft.tags, *draft.wrong_options,
        *draft.accepted,
    )  # fmt: skip
    return "\n".join(part for part in parts if part).casefold()
