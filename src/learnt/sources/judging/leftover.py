"""What reading left over: lines in no card that nobody has spoken of, and parts of lines.

The last net under every layout: nothing vanishes. A line outside all cards is told; so is one that
stands among a card's lines while some of its words are in none of the card's texts. What only says
which side a line is ("Answer:", "3.", "b)") is no word, and a word that was joined or mended may
stand within a longer one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from learnt.deck import Problem
from learnt.deck.tidy import same_text
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.site.words import SIDES

_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
_LETTER = re.compile(r"\b[^\W\d_]\b")
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>|&#?\w{1,10};|\{\{c\d+::|:\w+:|<!--.*?-->")
_COUNTS = re.compile(r"^\W*(?:[^\W\d]{1,12}[.\s]?)?\d{1,4}\W*|^\W*[a-hA-H][.)\]]\s|#\w+$")
_KEY = re.compile(
    r"\W*(?:\w+\s){0,2}(?:answer|ans|key|solution|antwort|lösung|réponse)\b", re.IGNORECASE
)
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
    """A Problem for each line of a card with words that the card's texts do not have left."""
    lines = {line.number: line for line in page.lines if line.number not in told}
    held: dict[int, list[_Held]] = {}
    for draft in drafts:
        one = _Held(_text_of(draft), has_options=bool(draft.wrong_options))
        for number in range(draft.first, draft.last + 1):
            if number in lines:
                held.setdefault(number, []).append(one)
    return [
        Problem(number, lines[number].text, _PART)
        for number in sorted(held)
        if not _took(lines[number], held[number])
    ]


class _Held:
    """What a card's texts hold: their words, each to be used once, and the lines that used them."""

    def __init__(self, text: str, *, has_options: bool) -> None:
        self.text = text
        self.left = Counter(_WORD.findall(text))
        self.left += _letters(text)
        self.all = Counter(self.left)
        self.said: set[frozenset[tuple[str, int]]] = set()
        self.has_options = has_options


def _took(line: Line, held: Sequence[_Held]) -> bool:
    """Whether the texts have all words of a line, which are then used up.

    A line that a card says a second time is kept once, so it need not be there again; and the key
    to a question with options says one of them again.
    """
    wanted = _words(line)
    if key := _KEY.match(line.body):
        if any(one.has_options and wanted <= one.all for one in held):
            return True
        wanted += _letters(line.body[key.end() :])
    words = frozenset(wanted.items())
    if any(words in one.said for one in held):
        return True
    for one in held:
        one.said.add(words)
        used = wanted & one.left
        one.left -= used
        wanted -= used
    used_up = any(word in one.all for word in wanted for one in held)
    return not wanted or (not used_up and _within(wanted, [one.text for one in held]))


def _words(line: Line) -> Counter[str]:
    text = _COUNTS.sub(" ", _TAGS.sub(" ", line.text))
    words = Counter(_WORD.findall(text.casefold()))
    for label in _LABELS & words.keys():
        del words[label]
    return words


def _letters(text: str) -> Counter[str]:
    """Letters that stand alone, as the one of an option does."""
    return Counter(_LETTER.findall(text.casefold()))


def _within(words: Iterable[str], texts: Sequence[str]) -> bool:
    """Whether each word stands within the texts, as the half of a word that was joined does.

    A number does not: 2 is no part of 2019. Nor do two letters, which stand within anything.
    """
    letters = ["".join(filter(str.isalnum, text)) for text in texts if len(text) < _LONG * 50]
    return all(
        len(word) > 2 and not word.isdigit() and any(word in text for text in letters)
        for word in words
    )


def _text_of(draft: Draft) -> str:
    parts = (
        draft.prompt, *draft.points, draft.hint, draft.note, *draft.tags, *draft.wrong_options,
        *draft.accepted,
    )  # fmt: skip
    return "\n".join(part for part in parts if part).casefold()
