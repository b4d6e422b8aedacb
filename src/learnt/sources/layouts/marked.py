"""Layout `question and answer`: lines that say which side they are.

    page   = [title] card+
    card   = ("Q" | "Question" …) [n] mark text line* ("A" | "Answer" …) [n] mark text line*
    mark   = ":" | "." | ")" | "-"      one and the same all over the page
    text   = may be empty, the side then begins on the next line
    cloze  = "C:" text with [hidden] words    a statement, as hashcards writes it

Of all pairs of words the one that stands on the page most often is used, so that a list of
acronym letters ("P:", "I:", "C:") inside an answer stays an answer.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.sections import without_last_words
from learnt.sources.line import Line, parse_line
from learnt.sources.page import Page, settle_lists
from learnt.sources.points import points_of
from learnt.sources.site.forms import CHAPTER
from learnt.sources.wrapping import Wrapping, wrapping_of

NAME = "question and answer"

_PAIRS = (
    ("q", "a"), ("question", "answer"), ("ques", "ans"), ("que", "ans"), ("qn", "ans"),
    ("qs", "ans"), ("q", "ans"), ("question", "ans"), ("q", "sol"), ("question", "solution"),
    ("ques", "sol"), ("question", "réponse"), ("q", "r"), ("frage", "antwort"),
    ("pregunta", "respuesta"), ("domanda", "risposta"), ("pergunta", "resposta"),
    ("vraag", "antwoord"), ("otázka", "odpověď"), ("pytanie", "odpowiedź"), ("вопрос", "ответ"),
    ("front", "back"), ("term", "definition"), ("f", "a"), ("p", "r"), ("d", "r"), ("v", "a"),
    ("p", "o"),
)  # fmt: skip
_ACRONYMS = frozenset("fpdvo")  # letters that begin lines of other lists, too
_WORDS = sorted({word for pair in _PAIRS for word in pair}, key=len, reverse=True)
_SIDE = re.compile(
    rf"(?:\*\*|__)?(?P<word>{'|'.join(_WORDS)})"
    r"(?:(?:\.?|\s)\d{1,4}[.:)]?(?=\s)|\.\s\d{1,4}[.:)](?=\s)|\s?\d{0,4}\s?"
    r"(?P<sign>[:：)\t]|\.(?=\s|$|\*)|[-–](?=\s)))(?:\*\*|__)?\s*",
    re.IGNORECASE,
)
_COUNTER = re.compile(r"[*#_\s]*(?:flash\s?)?card\s?\d{1,4}\s?:?[*_\s]*", re.IGNORECASE)
_CLOZE = re.compile(r"C:\s*(?=.*\[[^\]\[]+\])")
_INLINE = re.compile(
    r"\s(?:(?:A|(?:correct\s|right\s)?Answer|Ans|Antwort|R|Réponse)\s?[:：]|A\.)\s", re.IGNORECASE
)

_Side = tuple[str, str]  # the word and its sign


@dataclass(slots=True)
class _Card:
    """The lines of a card while it is read; `asked` is False for a cloze statement."""

    question: list[Line] = field(default_factory=list)
    answer: list[Line] = field(default_factory=list)
    opening: Line | None = None
    lines: list[Line] = field(default_factory=list)
    asked: bool = True
    answered: bool = False


def marked(page: Page) -> Proposal | None:
    """The page as marked questions and answers, or None where nothing is marked."""
    sides = _sides(page)
    if sides is None:
        return None
    head, cards = _collect(page, *sides)
    chapters = {line.number for line in head if _divides(line)}
    if page.title is not None or len(head) > 1:
        head = [line for line in head if line.number not in chapters]
    chapters |= {n for card in cards for n in _take_chapter(card)}
    below = without_last_words([card.answer for card in cards])
    spoken = [Problem(line.number, line.text, _BELOW) for line in below]
    for line in below:
        cards[-1].answer.remove(line)
        cards[-1].lines = [one for one in cards[-1].lines if one.number != line.number]
    wrapping = wrapping_of(*(side for card in cards for side in (card.question, card.answer)))
    drafts: list[Draft] = []
    problems: list[Problem] = list(spoken)
    for card in cards:
        draft = _draft(card, wrapping)
        if draft is not None:
            drafts.append(draft)
        else:
            problems += [Problem(line.number, line.text, _NO_ANSWER) for line in card.lines]
    title = page.title or (head.pop(0) if head else None)
    problems += [Problem(line.number, line.text, _LEFT_OUT) for line in head]
    left = len(head) + 0.1 * (len(cards) - len(drafts))
    fit = 0.97 * (1 - left / len(page.lines)) if drafts else 0.0
    name = title.body.lstrip("# ") if title is not None else None
    return Proposal(
        NAME, fit, tuple(drafts), name, problems=tuple(problems), furniture=frozenset(chapters)
    )


def _divides(line: Line) -> bool:
    """Whether a line only says that another card or part of the deck begins."""
    return bool(CHAPTER.fullmatch(line.text) or _COUNTER.fullmatch(line.text))


def _take_chapter(card: _Card) -> set[int]:
    """Take the heading of the next part of the deck off the end of an answer."""
    gone: set[int] = set()
    while len(card.answer) > 1 and card.answer[-1].blanks and _divides(card.answer[-1]):
        line = card.answer.pop()
        card.lines = [one for one in card.lines if one.number != line.number]
        gone.add(line.number)
    return gone


_BELOW = "This line stands below the last answer and is not in any card."
_NO_ANSWER = "Here a question has no answer, or an answer no question. Write the missing side."
_LEFT_OUT = "This line stands above the first question and is not in any card."


def _match(line: Line) -> tuple[_Side, str] | None:
    """The side a line opens and the text after its mark."""
    for text in (line.text, line.body):
        if found := _SIDE.match(text):
            return (found["word"].lower(), found["sign"] or "n"), text[found.end() :]
    return None


def _sides(page: Page) -> tuple[_Side, _Side] | None:
    """The pair of marks this page uses: the one with the most cards."""
    order = [found[0] for line in page.lines if (found := _match(line))]
    counts = Counter(order)
    best: tuple[int, _Side, _Side] | None = None
    for ask, answer in _PAIRS:
        left = _most(counts, ask)
        right = _most(counts, answer)
        if left is None or right is None:
            continue
        number = min(counts[left], counts[right])
        if _ACRONYMS & {ask, answer} and not _alternates(order, left, right):
            continue
        if order.index(left) < _last(order, right) and (best is None or number > best[0]):
            best = (number, left, right)
    if best is not None:
        return best[1], best[2]
    if not order and _clozes(page):
        return ("q", ":"), ("a", ":")
    inline = [line for line in page.lines if (found := _match(line)) and _INLINE.search(line.text)]
    if inline and len(inline) * 2 >= len(page.lines) and (side := _match(inline[0])):
        return side[0], ("a", ":")
    return None


def _clozes(page: Page) -> bool:
    """Whether statements with hidden words make up the page."""
    found = sum(_CLOZE.match(line.text) is not None for line in page.lines)
    return found > 1 and found * 2 >= len(page.lines)


def _most(counts: Counter[_Side], word: str) -> _Side | None:
    found = [side for side in counts if side[0] == word]
    return max(found, key=lambda side: counts[side], default=None)


def _last(order: list[_Side], side: _Side) -> int:
    return len(order) - 1 - order[::-1].index(side)


def _alternates(order: list[_Side], left: _Side, right: _Side) -> bool:
    both = [side for side in order if side in (left, right)]
    return len(both) >= 4 and all(
        side == (left, right)[index % 2] for index, side in enumerate(both)
    )


def _collect(page: Page, ask: _Side, answer: _Side) -> tuple[list[Line], list[_Card]]:
    """The lines above the first card, and the cards with the lines of each side."""
    head: list[Line] = []
    cards: list[_Card] = []
    for line in page.lines:
        side, text = _match(line) or (None, "")
        if side == ask:
            cards.append(_Card(opening=line))
            _take(cards[-1].question, line, text)
            if inline := _INLINE.search(text):
                _split_inline(cards[-1], line, text, inline)
        elif side == answer and cards:
            cards[-1].answered = True
            _take(cards[-1].answer, line, text)
        elif ask == ("q", ":") and (cloze := _CLOZE.match(line.text)):
            cards.append(_Card(opening=line, asked=False, answered=True))
            _take(cards[-1].answer, line, line.text[cloze.end() :])
        elif not cards:
            head.append(line)
        else:
            again = parse_line(page.raw[line.number - 1], line.number, line.blanks)
            (cards[-1].answer if cards[-1].answered else cards[-1].question).append(again)
        if cards:
            cards[-1].lines.append(line)
    return head, cards


def _take(side: list[Line], line: Line, text: str) -> None:
    if text.strip():
        side.append(replace(parse_line(text, line.number, 0), indent=line.indent))


def _split_inline(card: _Card, line: Line, text: str, inline: re.Match[str]) -> None:
    """`Q: … A: …` on one line."""
    card.question.clear()
    card.answered = True
    _take(card.question, line, text[: inline.start()])
    _take(card.answer, line, text[inline.end() :])


def _draft(card: _Card, wrapping: Wrapping) -> Draft | None:
    points = points_of(settle_lists(card.answer), wrapping)
    prompt = " ".join(line.text for line in card.question)
    if card.opening is None or not points or (card.asked and not prompt):
        return None
    last = card.lines[-1].number
    if not card.asked:
        return Draft(None, ("\n".join(points),), card.opening.number, last, 0.9)
    return Draft(prompt, points, card.opening.number, last, 0.98)
