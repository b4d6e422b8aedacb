"""The shape of a page: a short text that the next page of the same site or program has as well.

    shape  = layout "|" separator "|" mark "|" labels "|" furniture "|" sides

Mark and sides are there where no furniture tells where the page is from: how most lines begin, and
how the cards look.

No word of the cards' own is in it: of labels and furniture only what is known to us. It is coarse,
so that a page with two cards more has the same shape, and what is remembered under it is said to
the learner each time.
"""

import re
from collections import Counter
from collections.abc import Sequence

from learnt.deck.tidy import same_text
from learnt.sources.corrections import form_of
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.line import Line, Mark
from learnt.sources.page import Page
from learnt.sources.question import ends_as_question
from learnt.sources.site.words import ANYWHERE, BUTTONS

_MOST = 400  # lines and cards that are looked at: the form of a page shows itself early
_LABEL = re.compile(r"(?:\*\*|__)?([a-z]{1,10})\s?\d{0,4}\s?(?:[:.)\]]|$)", re.IGNORECASE)
_LABELS = frozenset(
    "q a question answer questions answers front back term terms definition definitions card "
    "frage antwort vorderseite rückseite pregunta respuesta réponse domanda risposta c".split()
)
_COUNTED = frozenset("0 of in this set deck card cards flashcard flashcards term terms".split())
_WORD = re.compile(r"\w+")


def shape_of(page: Page, whole: Page, proposal: Proposal | None) -> str:
    """The shape of a page that was read without corrections; "" where nothing was read.

    `whole` is the page before its furniture was taken out.
    """
    if proposal is None or not proposal.cards:
        return ""
    aside = page.aside | proposal.furniture
    content = [line for line in page.lines[:_MOST] if line.number not in proposal.furniture]
    furniture = _furniture([line for line in whole.lines if line.number in aside])
    parts = (
        proposal.layout,
        {"\t": "tab"}.get(proposal.separator, proposal.separator.strip()),
        "" if furniture else _mark(content),
        "/".join(sorted(_labels(content))),
        "; ".join(furniture),
        "" if furniture else _sides(proposal.cards[:_MOST]),
    )
    return "|".join(parts)


def _mark(lines: Sequence[Line]) -> str:
    """The mark that most lines begin with."""
    marks = Counter(line.mark for line in lines)
    mark, count = marks.most_common(1)[0] if marks else (Mark.NONE, 0)
    return mark.value if 2 * count > len(lines) else ""


def _labels(lines: Sequence[Line]) -> set[str]:
    """The known words that three lines or more begin with, as "Q:" and "Answer 3."."""
    seen = Counter(
        found[1].lower() for line in lines if (found := _LABEL.match(line.text)) is not None
    )
    return {word for word, count in seen.items() if count > 2 and word in _LABELS}


def _furniture(lines: Sequence[Line]) -> list[str]:
    """The forms of furniture that we know by heart, each once."""
    forms = set()
    for line in lines:
        text = same_text(line.body)
        form = form_of(line.text)
        words = _WORD.findall(form)
        if text in ANYWHERE or text in BUTTONS or (words and _COUNTED.issuperset(words)):
            forms.add(form)
    return sorted(forms)[:12]


def _sides(drafts: Sequence[Draft]) -> str:
    """Whether most cards ask, whether they ask with a question mark, whether a side is a word."""
    prompts = [draft.prompt for draft in drafts if draft.prompt]
    if 2 * len(prompts) < len(drafts):
        return "statements"
    asked = 2 * sum(ends_as_question(prompt) for prompt in prompts) > len(prompts)
    answers = ["\n".join(draft.points) for draft in drafts]
    return f"{'asked ' if asked else ''}{_length(prompts)}-{_length(answers)}"


def _length(texts: Sequence[str]) -> str:
    """Whether most of the texts are a word or two."""
    short = sum(len(text.split()) <= 2 for text in texts)
    return "words" if 2 * short > len(texts) else "lines"
