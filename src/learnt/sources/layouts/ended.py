"""Layout `ended`: a button or a counter stands under every card.

    page = head card+
    card = front back end         end = "View source" | "3 of 24" | …     found by `furniture`

Sites that set emphasised words on lines of their own break a sentence in three; the pieces of an
answer without bullets are joined again.
"""

from collections.abc import Sequence
from dataclasses import replace

from learnt.sources.layouts.base import Proposal
from learnt.sources.layouts.heading import heading_of
from learnt.sources.layouts.sections import Section, read_sections
from learnt.sources.line import Line
from learnt.sources.page import Page
from learnt.sources.question import ends_as_question

NAME = "ended"
_FIT = 0.95
_PIECE = 3  # words: the longest emphasised phrase that is set on a line of its own


def ended(page: Page) -> Proposal | None:
    """The page by what ends its cards, or None where nothing does."""
    if len(page.ends) < 2:
        return None
    blocks = _blocks(page)
    blocks, foot = _without_foot(page, blocks)
    head, blocks = _without_head(page, blocks)
    sections = [
        Section(tuple(_pieces_joined(block)), block[0].number, block[-1].number) for block in blocks
    ]
    drafts, problems = read_sections(sections, _FIT)
    if len(drafts) < 2:
        return None
    heading = heading_of(page, head)
    fit = _FIT * (0.5 + 0.5 * len(drafts) / len(sections))
    return Proposal(
        NAME, fit, tuple(drafts), heading.title,
        problems=(*heading.problems, *problems), furniture=heading.furniture | foot,
    )  # fmt: skip


def _blocks(page: Page) -> list[list[Line]]:
    blocks: list[list[Line]] = [[]]
    for line in page.lines:
        blocks[-1].append(line)
        if line.number in page.ends:
            blocks.append([])
    return [block for block in blocks if block]


def _without_foot(page: Page, blocks: list[list[Line]]) -> tuple[list[list[Line]], frozenset[int]]:
    """The blocks of cards, and the lines below the last end, where all declared cards are above."""
    if blocks[-1][-1].number in page.ends or not page.agrees(len(blocks) - 1):
        return blocks, frozenset()
    return blocks[:-1], frozenset(line.number for line in blocks[-1])


def _without_head(page: Page, blocks: list[list[Line]]) -> tuple[list[Line], list[list[Line]]]:
    """The lines of the first block that are above the first card, and the blocks without them.

    They are the paragraphs that the other blocks do not have, what stands above lines of the site,
    or a line more than any has.
    """
    first, others = blocks[0], blocks[1:]
    usual = max((_paragraphs(block) for block in others), default=0)
    gaps = [at for at, line in enumerate(first) if at and line.blanks]
    if 0 < usual <= len(gaps) and len(first) - gaps[-usual] >= 2:
        at = gaps[-usual]
        return first[:at], [first[at:], *others]
    site = [at for at, line in enumerate(first[1:], 1) if line.number - 1 in page.aside]
    if site and len(first) - site[-1] >= 2:
        return first[: site[-1]], [first[site[-1] :], *others]
    listed = _bare(first) < len(first)
    alike = [_bare(block) for block in others if (_bare(block) < len(block)) == listed]
    least = 1 if listed else 2
    if page.title is None and not gaps and alike and _bare(first) > max(least, *alike):
        return first[:1], [first[1:], *others]
    return [], blocks


def _bare(block: Sequence[Line]) -> int:
    """How many lines stand above the first item of a list; all where there is none."""
    return next((at for at, line in enumerate(block) if line.marked), len(block))


def _paragraphs(block: Sequence[Line]) -> int:
    return 1 + sum(line.blanks > 0 for line in block[1:])


def _pieces_joined(block: Sequence[Line]) -> list[Line]:
    """The lines of a card with broken sentences whole: all of a side that has no bullets.

    A front is broken where a later line, and not its first one, ends the question.
    """
    if len(block) < 3 or any(line.marked or line.blanks for line in block[1:]):
        return list(block)
    asked = next((at for at, line in enumerate(block[:-1]) if ends_as_question(line.text)), 0)
    if asked and not all(_is_piece(line) for line in block[1 : asked + 1 : 2]):
        asked = 0
    front, back = block[: asked + 1], block[asked + 1 :]
    if _is_broken(back, low=block[0].text[:1].islower()):
        return [_one(front), _one(back)]
    return [_one(front), *back]


def _is_broken(back: Sequence[Line], *, low: bool) -> bool:
    """Whether a back is one text in pieces: its lines go on in small letters, every other is short.

    `low` says that this page writes beginnings small as well.
    """
    if not low and any(line.text[:1].islower() for line in back[1:]):
        return True
    return len(back) > 1 and all(_is_piece(line) for line in back[1::2])


def _is_piece(line: Line) -> bool:
    return len(line.text.split()) <= _PIECE


def _one(lines: Sequence[Line]) -> Line:
    text = " ".join(line.text for line in lines)
    return replace(lines[0], text=text, body=text if len(lines) > 1 else lines[0].body)
