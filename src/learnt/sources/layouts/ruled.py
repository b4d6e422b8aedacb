r"""Layout `ruled`: lines drawn across the page separate the sides, as Mochi's notes have them.

    page = card (break card)*
    card = front rule back | front NL back            the rule between the cards alone
    rule  = "---" alone on its line
    break = "***" | "===" | "* * *" | "###" … alone on its line, or the rule itself where it stands
            between every two blocks: front --- back --- front --- back

Without a break of another sign, blocks take turns.
"""

from collections.abc import Sequence

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.layouts.sections import NO_BACK, joined, read_sections, section_of
from learnt.sources.line import Line, parse_line
from learnt.sources.page import Page
from learnt.sources.points import points_of
from learnt.sources.wrapping import wrapping_of

NAME = "ruled"
_RULES = ("---", "***", "===", "___", "* * *", "- - -", "+++", "%%%")

_Block = tuple[str, list[Line]]  # the sign above it, its lines


def ruled(page: Page) -> Proposal | None:
    """The page by its rules, or None where it has none between blocks of text."""
    signs = {text for line in page.raw if (text := line.strip()) in _RULES}
    if "---" not in signs:
        return None
    blocks = _blocks(page, signs)
    if (whole := _whole_cards(page, blocks)) is not None:
        return whole
    pairs = _by_breaks(blocks) if len(signs) > 1 else _by_turns(blocks)
    wrapping = wrapping_of(*(block for pair in pairs for block in pair))
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for front, back in pairs:
        points = points_of(back, wrapping)
        if front and points:
            text = joined([_unheaded(front[0]), *front[1:]])
            drafts.append(Draft(text, points, front[0].number, back[-1].number, 0.9))
        else:
            problems += [Problem(line.number, line.text, NO_BACK) for line in (*front, *back)]
    if not drafts or len(problems) > len(drafts):
        return None
    furniture = frozenset(n for n, line in enumerate(page.raw, 1) if line.strip() in _RULES)
    fit = (0.94 if len(signs) > 1 else 0.7) - 0.1 * len(problems)
    title = page.title.body if page.title else None
    return Proposal(NAME, fit, tuple(drafts), title, problems=tuple(problems), furniture=furniture)


def _whole_cards(page: Page, blocks: Sequence[_Block]) -> Proposal | None:
    """The blocks as cards of their own, where nearly all have a gap between their sides."""
    kept = [lines for _, lines in blocks if lines]
    cards = [lines for lines in kept if any(line.blanks == 1 for line in lines[1:])]
    wide = any(line.blanks > 1 for lines in kept for line in lines[1:])
    if len(cards) < 2 or len(cards) < 0.8 * len(kept) or wide:
        return None
    drafts, problems = read_sections([section_of(lines) for lines in kept], 0.93)
    furniture = frozenset(n for n, line in enumerate(page.raw, 1) if line.strip() in _RULES)
    title = page.title.body if page.title else None
    return Proposal(NAME, 0.93, tuple(drafts), title, problems=tuple(problems), furniture=furniture)


def _blocks(page: Page, signs: set[str]) -> list[_Block]:
    content = {line.number for line in page.lines}
    blocks: list[_Block] = [("", [])]
    blanks = 0
    for number, raw in enumerate(page.raw, 1):
        if raw.strip() in signs:
            blocks.append((raw.strip(), []))
        elif number in content:
            blocks[-1][1].append(parse_line(raw, number, blanks))
        blanks = 0 if raw.strip() else blanks + 1
    return [block for block in blocks if block[1] or block[0]]


def _by_breaks(blocks: Sequence[_Block]) -> list[tuple[list[Line], list[Line]]]:
    """Another sign begins a card, "---" its back."""
    pairs: list[tuple[list[Line], list[Line]]] = []
    for sign, lines in blocks:
        if sign == "---" and pairs:
            pairs[-1][1].extend(lines)
        elif lines:
            pairs.append((lines, []))
    return pairs


def _by_turns(blocks: Sequence[_Block]) -> list[tuple[list[Line], list[Line]]]:
    """Blocks take turns; where wide gaps stand within them, those are the breaks."""
    kept = [lines for _, lines in blocks if lines]
    inner = [_widest_gap(lines) for lines in kept[1:-1]]
    if inner and all(inner):
        halves = [kept[0]]
        for lines, at in zip(kept[1:-1], inner, strict=True):
            halves += [lines[:at], lines[at:]]
        kept = [*halves, kept[-1]]
    return [(kept[at], kept[at + 1] if at + 1 < len(kept) else []) for at in range(0, len(kept), 2)]


def _widest_gap(lines: Sequence[Line]) -> int:
    """Where the widest gap of a block ends; 0 where none is wider than one blank line."""
    at = max(range(len(lines)), key=lambda index: (lines[index].blanks if index else 0, index))
    return at if at and lines[at].blanks > 1 else 0


def _unheaded(line: Line) -> Line:
    text = line.text.lstrip("#").strip()
    return Line(line.number, text, text) if line.text.startswith("#") and text else line
