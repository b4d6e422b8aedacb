"""Layout `choices`: multiple choice.

    page     = head card+ [keys]
    card     = [n] stem option+ [answer] [explanation]
    option   = [right] letter ("." | ")") text [right]
    right    = "*" | "✓" | "(correct)"
    answer   = ("Answer" | "Ans" | "Key" …) ":" (letter | text of an option)
    keys     = ["Answers" …] (n [sign] letter)+            at the page's end

The right option is the one point of the card, the others are its wrong options. A question whose
key is nowhere is a Problem: learning a guess would be worse than not learning.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from learnt.deck import Problem
from learnt.sources.counters import numbered_lines, without_number
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.heading import heading_of
from learnt.sources.layouts.keys import (
    LETTER,
    OPTION,
    by_answer,
    keys_below,
    option_of,
    unmarked,
)
from learnt.sources.layouts.options import options_apart
from learnt.sources.layouts.sections import cut
from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.question import is_question

NAME = "choices"

_ANSWER = re.compile(
    r"(?:\*\*|__)?(?:the\s)?(?:correct\s|right\s)?(?:answers?|ans|key|solution|antwort|lösung|réponse)"
    r"(?:\s(?:is|was))?\s*[:=.]\s*(?:\*\*|__)?\s*(?P<text>\S.*?)(?:\*\*|__)?",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(
    r"(?:explanation|reason|because|rationale|note|why|erklärung)\s*:\s*(?P<text>\S.*)",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"[#*\s]*(?:question|q|frage|item)\.?\s?\d{1,4}\s?[.:)]?[*\s]*", re.IGNORECASE
)
_ANSWERED = re.compile(r"(?:a|ans|answer)\s?\d{0,3}\s?[:.]\s", re.IGNORECASE)
_LISTS = re.compile(
    r"(?:list|name|give|state|outline|describe|explain|identify|define|what are|which are"
    r"|nenne|citez|enumera)\b",
    re.IGNORECASE,
)
_FIT = 0.96
_NEAR = 12  # lines: a stem and its options
_ALONE_LETTER = 3  # characters of a key such as "(b)"
_OPTIONS = 3  # lines: a stem and two options

_NO_KEY = "Which of these answers is right is not on the page. Write “Answer: …” under them."
_ALONE = "This line belongs to no question with answers to choose from."


@dataclass(slots=True)
class _Question:
    stem: list[Line] = field(default_factory=list)
    options: list[tuple[str, str, bool]] = field(default_factory=list)  # letter, text, right
    answer: str = ""
    notes: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def choices(page: Page) -> Proposal | None:
    """The page as multiple choice, or None where no question has options."""
    keys, lines, keyed = keys_below(options_apart(page.lines))
    head, questions = _collect(lines)
    if not any(one.options for one in questions):
        head, questions = _by_marks(lines)
    if len([one for one in questions if len(one.options) > 1]) < max(1, 0.6 * len(questions)):
        return None
    heading = heading_of(page, head)
    drafts: list[Draft] = []
    problems: list[Problem] = list(heading.problems)
    for order, question in enumerate(questions, 1):
        draft = _draft(question, keys.get(_number(question) or order, ""))
        if draft is None:
            why = _NO_KEY if question.options else _ALONE
            problems += [Problem(line.number, line.text, why) for line in question.lines]
        else:
            drafts.append(draft)
    known = sum(len(one.options) > 1 for one in questions) if drafts else 0
    fit = _FIT * (0.88 + 0.12 * max(known, len(drafts)) / len(questions))
    asks = sum(_asks_for_one(one) for one in questions)
    answers = sum(_ANSWERED.match(line.text) is not None for line in lines)
    if not drafts and (asks < 0.6 * len(questions) or answers > 1):
        return None  # an outline, whose letters are headings, or answers that are lists
    if not drafts and sum(len(one.options) > 1 for one in questions) > 1:
        fit = _FIT  # every question has answers to choose from, and none says which is right
    return Proposal(
        NAME, fit, tuple(drafts), heading.title, problems=tuple(problems),
        furniture=heading.furniture | keyed,
    )  # fmt: skip


def _collect(lines: Sequence[Line]) -> tuple[list[Line], list[_Question]]:
    head: list[Line] = []
    questions: list[_Question] = []
    stem: list[Line] = []
    for line in lines:
        option = option_of(line)
        current = questions[-1] if questions else None
        if option is not None and (stem or current is not None):
            if stem:
                head += stem[:-1] if not questions and len(stem) > 1 and _apart(stem) else []
                kept = stem[-1:] if not questions and len(stem) > 1 and _apart(stem) else stem
                current = _Question(stem=kept, lines=list(kept))
                questions.append(current)
                stem = []
            if current is not None:
                current.options.append(option)
                current.lines.append(line)
        elif (found := _ANSWER.fullmatch(line.text)) and (bare := _bare(stem, found["text"])):
            head += stem[: -len(bare.lines)] if not questions else []
            bare.lines.append(line)
            questions.append(bare)
            stem = []
        elif current is not None and not stem and (found := _ANSWER.fullmatch(line.text)):
            current.answer = found["text"]
            current.lines.append(line)
        elif current is not None and not stem and (found := _EXPLAINED.fullmatch(line.text)):
            current.notes.append(found["text"])
            current.lines.append(line)
        elif _goes_on(current, stem, line):
            _go_on(current, line)
        else:
            stem.append(line)
    if stem and questions:
        questions.append(_Question(stem=stem, lines=stem))
    return head or (stem if not questions else []), questions


def _by_marks(lines: Sequence[Line]) -> tuple[list[Line], list[_Question]]:
    """Questions whose options have no letters: each block has one line marked as right."""
    starts = numbered_lines(lines) or [at for at, line in enumerate(lines) if line.blanks or not at]
    blocks = cut(lines, starts)
    found: list[_Question] = []
    for block in blocks:
        texts = [unmarked(line.body) for line in block[1:]]
        right = [text != line.body for text, line in zip(texts, block[1:], strict=True)]
        if len(block) < _OPTIONS or sum(right) != 1:
            continue
        options = [("", text, said) for text, said in zip(texts, right, strict=True)]
        found.append(_Question(stem=[block[0]], options=options, lines=list(block)))
    if len(found) < max(2, 0.6 * len(blocks) - 1):
        return list(lines), []
    used = {line.number for one in found for line in one.lines}
    return [line for line in lines if line.number not in used], found


def _bare(stem: Sequence[Line], answer: str) -> _Question | None:
    """A question whose options have no letters: one of them is the answer below."""
    stem = stem[-_NEAR:]
    starts = [at for at, line in enumerate(stem) if at == 0 or line.blanks]
    block = list(stem[starts[-1] :]) if starts else []
    asked = next((at for at, line in enumerate(block) if line.text.endswith("?")), 0)
    options = block[asked + 1 :]
    lettered = OPTION.fullmatch(answer.strip())
    said = (lettered["text"] if lettered else answer).strip().rstrip(".").lower()
    letter = LETTER.fullmatch(answer.strip())
    place = ord(letter["letter"].lower()) - ord("a") if letter else len(options)
    if said not in [line.body.rstrip(".").lower() for line in options]:
        if len(answer.strip()) > _ALONE_LETTER or not 0 <= place < len(options):
            return None
        answer = options[place].body
    if len(options) < 2:
        return None
    texts = [("", line.body, False) for line in options]
    return _Question(stem=block[: asked + 1], options=texts, answer=answer, lines=block)


def _apart(stem: Sequence[Line]) -> bool:
    """Whether the last line above the first options is set apart from a title above it."""
    return stem[-1].blanks > 0 or stem[-1].text[:1].isdigit() or stem[-1].text.endswith("?")


def _goes_on(current: _Question | None, stem: Sequence[Line], line: Line) -> bool:
    """Whether an unmarked line goes on with the last option or explanation."""
    if current is None or stem or line.blanks or line.marked:
        return False
    return line.text[:1].islower() or bool(current.notes)


def _go_on(current: _Question | None, line: Line) -> None:
    if current is None:
        return
    if current.notes:
        current.notes[-1] += " " + line.text
    elif current.options:
        letter, text, right = current.options[-1]
        current.options[-1] = (letter, f"{text} {line.text}", right)
    current.lines.append(line)


def _asks_for_one(question: _Question) -> bool:
    """Whether a stem asks for one of its options, and not for a list ("Name three causes")."""
    text = without_number(question.stem[-1].text)
    if _LISTS.match(text):
        return False
    return is_question(text) or _number(question) is not None


def _number(question: _Question) -> int | None:
    found = (
        re.match(r"(?:[Qq](?:uestion)?\s?)?\(?(\d{1,3})[.):]", question.stem[0].text)
        if question.stem
        else None
    )
    return int(found[1]) if found else None


def _draft(question: _Question, key: str) -> Draft | None:
    texts = {letter: text for letter, text, _ in question.options if letter}
    right = [text for _, text, said in question.options if said]
    if len(right) != 1 or (question.answer and len(right) == len(question.options)):
        right = []
    if question.answer:
        right = [by_answer(question.answer, texts, [text for _, text, _ in question.options])]
    elif not right and key in texts:
        right = [texts[key]]
    if not right or len(question.options) == 1 or not question.options:
        return None
    stem = question.stem
    if len(stem) > 1 and _COUNTER.fullmatch(stem[0].text):
        stem = stem[1:]
    asked = " ".join(line.text for line in stem)
    bold = asked.startswith("**") and asked.endswith("**") and asked.count("**") == 2
    prompt = without_number(asked.strip("*") if bold else asked).strip()
    wrong = tuple(text for _, text, _ in question.options if text != right[0])
    first, last = question.lines[0].number, question.lines[-1].number
    note = "\n".join(question.notes) or None
    return Draft(prompt, (right[0],), first, last, 0.96, note=note, wrong_options=wrong)
