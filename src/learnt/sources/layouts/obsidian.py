r"""Layout `obsidian`: cards as Obsidian's spaced-repetition notes and similar programs mark them.

    page  = (heading | text | card)*
    card  = front "::" back | front ":::" back | front ";;" back       on one line
          | front line+ ("?" | "??") back line+                        the sign alone on its line
          | text with ==hidden== | {{hidden}} | {{c1::hidden::hint}}   a statement
    note  = "<!--SR:…-->"                                              when it is due: furniture
    tag   = "#flashcards" …                                            alone on a line: furniture

Three colons and two question marks ask both ways. Blocks end at blank lines and at headings.
"""

import re
from collections.abc import Sequence

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.sections import joined
from learnt.sources.line import Line, Mark
from learnt.sources.page import Page
from learnt.sources.points import points_of
from learnt.sources.wrapping import Wrapping, wrapping_of

NAME = "obsidian"
_INLINE = re.compile(r"(?P<front>\S.*?)\s*(?P<sign>:::?|;;;?)\s*(?P<back>[^:;\s].*)")
_CODE = re.compile(r"\b[A-Za-z_]\w*::[A-Za-z_]\w*")  # std::vector is no card
_TURN = re.compile(r"\?\??")
_SCHEDULE = re.compile(r"\s*<!--\s*SR:.*?-->\s*")
_TAG = re.compile(r"#[\w/-]+(?:\s+#[\w/-]+)*")
_HIDDEN = re.compile(r"\{\{c\d+::.+?\}\}|==[^=\s](?:[^=]*[^=\s])?==|\{\{[^{}]+\}\}|\{[^{}]{2,60}\}")
_ANKI = re.compile(r"\{\{c\d+::(?P<text>.+?)(?:::(?P<hint>[^:}]+))?\}\}")
_LONGEST = 2_000  # characters
_LEAST = 0.3  # the share of lines that must belong to a card
_NO_CARD = "This line belongs to no card: no “::” stands in it and no “?” line below it."


def obsidian(page: Page) -> Proposal | None:
    """The page as such notes, or None where none of their signs stands on it."""
    kept = [line for line in page.lines if not _is_note(line)]
    if not any(_sign(line) for line in kept):
        return None
    wrapping = wrapping_of(kept)
    title = page.title
    drafts: list[Draft] = []
    problems: list[Problem] = []
    furniture = {line.number for line in page.lines if _is_note(line)}
    for block in _blocks(kept):
        if block[0].text.startswith("#") and len(block) == 1:
            title = title or block[0]
            furniture.add(block[0].number)
            continue
        found = _cards(block, wrapping)
        drafts += found
        used = {n for draft in found for n in range(draft.first, draft.last + 1)}
        loose = [line for line in block if line.number not in used]
        if title is None and not drafts and len(loose) == 1 and not loose[0].marked:
            title = loose.pop()
            furniture.add(title.number)
        problems += [Problem(line.number, line.text, _NO_CARD) for line in loose]
    read = sum(draft.last - draft.first + 1 for draft in drafts)
    if not drafts or read < _LEAST * (read + len(problems)):
        return None
    name = title.body.lstrip("# ") if title else None
    fit = 0.97 * read / (read + 0.5 * len(problems))
    return Proposal(
        NAME, fit, tuple(drafts), name, problems=tuple(problems), furniture=frozenset(furniture),
        separator="::" if any("::" in line.text for line in kept) else "",
    )  # fmt: skip


def _is_note(line: Line) -> bool:
    return bool(_SCHEDULE.fullmatch(line.text) or _TAG.fullmatch(line.text))


def _sign(line: Line) -> bool:
    return bool(
        _TURN.fullmatch(line.text)
        or (_inline(line.text) and not _is_code(line.text))
        or _ANKI.search(line.text)
        or ("==" in line.text and _HIDDEN.search(line.text))
    )


def _inline(text: str) -> re.Match[str] | None:
    """The sides of a line with a sign between them; a line without end is not searched."""
    return _INLINE.fullmatch(text) if len(text) <= _LONGEST else None


def _is_code(text: str) -> bool:
    """Whether "::" is a programming language's, as in "std::vector<int> v;"."""
    return bool(_CODE.search(text)) and any(sign in text for sign in "();<>{}")


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines between blank lines; a heading is a block of its own."""
    blocks: list[list[Line]] = []
    for line in lines:
        heading = line.text.startswith("#")
        if not blocks or line.blanks or heading or blocks[-1][-1].text.startswith("#"):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _cards(block: Sequence[Line], wrapping: Wrapping) -> list[Draft]:
    turn = next((at for at, line in enumerate(block) if _TURN.fullmatch(line.text)), 0)
    if 0 < turn < len(block) - 1:
        points = points_of([_unscheduled(line) for line in block[turn + 1 :]], wrapping)
        front = "\n".join([joined(block[:1]), *(line.text for line in block[1:turn])])
        return [Draft(front, points, block[0].number, block[-1].number, 0.98)] if points else []
    drafts: list[Draft] = []
    between: list[str] = []  # lines that belong to a card where a further point of it follows
    for line in block:
        draft = _on_a_line(line)
        if draft is not None:
            drafts.append(draft)
            between = []
        elif drafts and line.mark is Mark.SYMBOL and line.indent > block[0].indent:
            last = drafts.pop()
            points = (*last.points[:-1], "\n".join((last.points[-1], *between)), line.body)
            drafts.append(Draft(last.prompt, points, last.first, line.number, 0.9))
            between = []
        else:
            between.append(line.text)
    return drafts


def _on_a_line(line: Line) -> Draft | None:
    text = _SCHEDULE.sub(" ", line.body).strip()
    if _HIDDEN.search(text) and (_ANKI.search(text) or "::" not in text):
        hints = [found["hint"] for found in _ANKI.finditer(text) if found["hint"]]
        shown = _ANKI.sub(lambda found: f"[{found['text']}]", text)
        shown = re.sub(r"==(.+?)==|\{\{(.+?)\}\}", lambda f: f"[{f[1] or f[2]}]", shown)
        if shown == text:
            return None
        hint = "; ".join(hints) or None
        return Draft(None, (shown,), line.number, line.number, 0.95, hint=hint)
    found = _inline(text)
    if found is None or _is_code(text):
        return None
    return Draft(found["front"], (found["back"],), line.number, line.number, 0.98)


def _unscheduled(line: Line) -> Line:
    text = _SCHEDULE.sub(" ", line.text).rstrip()
    if text == line.text or not text:
        return line
    body = _SCHEDULE.sub(" ", line.body).rstrip()
    return Line(line.number, text, body, line.indent, line.mark, line.sign, line.order, line.blanks)
