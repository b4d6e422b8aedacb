"""A draft as rows to be checked: a page's own lines, and beside them what became of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from learnt.collection import Draft
from learnt.deck import Card, Problem
from learnt.deck.tidy import same_text
from learnt.ids import CardId
from learnt.sources import DOUBTFUL, Said
from learnt.web.forms import shown_by

_MOST_LINES = 40
_LONGEST = 600
_OF_FILES = ("learnt text", "learnt json", "json")
"""The layouts of programs, whose lines say by themselves what they are."""

Line = tuple[int, str]
"""A line's number, from 1, and its text."""
Choice = tuple[Said, str]
"""What can be said of a line, and the words of its button."""

_PUT_BACK = (Said.KEPT, "Put back")
_BEGINS = (Said.SPLIT, "A card begins here")
_JOINS = (Said.JOIN, "Join with the card above")
_NO_PART = (Said.FURNITURE, "Not part of the cards")


@dataclass(frozen=True, slots=True)
class Row:
    """Some lines, and the card they became; without one, `what` says why they stand alone.

    `aside` are those of the lines that belong to the site. `choices` are what can be said of the
    lines, by their numbers; `line` is the one by which something can be said of the card, None
    where it has none of its own.
    """

    draft: str
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()
    card: Card | None = None
    what: str = ""
    changed: bool = False
    dropped: bool = False
    doubtful: bool = False
    aside: frozenset[int] = frozenset()
    choices: tuple[tuple[Line, tuple[Choice, ...]], ...] = ()
    line: int | None = None
    joins: bool = False

    @property
    def shown(self) -> str:
        """The card as its form carries it, to tell what was changed elsewhere since."""
        return shown_by(self.card) if self.card else ""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of some of a draft's cards: of how many, from which on (from 0)."""

    rows: tuple[Row, ...]
    start: int
    total: int


def rows_of(draft: Draft, start: int, count: int) -> Rows:
    """The rows of `count` cards from `start` on, with the lines that stand between them."""
    cards = draft.deck.cards
    chosen = cards[start : start + count]
    end = max((_lines(card)[1] for card in cards[:start]), default=0)
    found: list[Row] = []
    for place, card in enumerate(chosen, start):
        first, last = _lines(card)
        if first > end + 1:
            found += _between(draft, end + 1, first - 1)
        found.append(_row(draft, place))
        end = max(end, last)
    if start + count >= len(cards):
        found += _between(draft, end + 1, len(draft.reading.lines))
    return Rows(tuple(found), start, len(cards))


def row_of(draft: Draft, card_id: CardId) -> Row:
    """The row of one card. Raises NotFound."""
    return _row(draft, draft.deck.cards.index(draft.card(card_id)))


def doubtful(draft: Draft, card: Card) -> bool:
    """Whether a card may have been read wrongly and nobody has looked at it."""
    return card.confidence < DOUBTFUL and card.id not in draft.changed


def _row(draft: Draft, place: int) -> Row:
    card = draft.deck.cards[place]
    first, last = _lines(card)
    lines = tuple(_numbered(draft, first, last)) if first else ()
    line = first if first and _has_its_own(draft, place) else None
    joins = line is not None and _lines_above(draft, place)
    return Row(
        draft.id,
        lines,
        _problems(draft, first, last) if first else (),
        card,
        changed=card.id in draft.changed,
        dropped=card.id in draft.dropped,
        doubtful=doubtful(draft, card),
        aside=_aside(draft, lines),
        choices=_choices(draft, lines, first, joins=joins) if line else (),
        line=line,
        joins=joins and draft.reading.layout not in _OF_FILES,
    )


def _has_its_own(draft: Draft, place: int) -> bool:
    """Whether no other card near by stands on this one's first line."""
    cards = draft.deck.cards
    near = cards[max(0, place - 1) : place] + cards[place + 1 : place + 2]
    first = _lines(cards[place])[0]
    return not any(a <= first <= b for a, b in map(_lines, near))


def _lines_above(draft: Draft, place: int) -> bool:
    """Whether there is a card of the page above."""
    return any(card.source_lines for card in draft.deck.cards[:place])


def _between(draft: Draft, first: int, last: int) -> Iterator[Row]:
    """Lines that became no card: one row, or none where they are blank."""
    lines = tuple(line for line in _numbered(draft, first, last) if line[1].strip())
    problems = _problems(draft, first, last)
    if lines:
        is_title = any(_is_title(draft, text) for _, text in lines)
        aside = _aside(draft, lines)
        what = "Left out" if len(aside) < len(lines) else "Not part of the cards"
        what = "The title" if is_title and len(lines) == 1 else what
        what = "The title; the rest was left out" if is_title and len(lines) > 1 else what
        choices = _choices(draft, lines, 0, joins=False)
        yield Row(draft.id, lines, problems, what=what, aside=aside, choices=choices)


def _aside(draft: Draft, lines: tuple[Line, ...]) -> frozenset[int]:
    """Which of the lines were taken out as a site's; a title is not one of them."""
    furniture = frozenset(draft.reading.furniture)
    return frozenset(
        number for number, text in lines if number in furniture and not _is_title(draft, text)
    )


def _choices(
    draft: Draft, lines: tuple[Line, ...], first: int, *, joins: bool
) -> tuple[tuple[Line, tuple[Choice, ...]], ...]:
    """What can be said of each line that is not blank; of a program's file, nothing."""
    if draft.reading.layout in _OF_FILES:
        return ()
    aside = _aside(draft, lines)
    found: list[tuple[Line, tuple[Choice, ...]]] = []
    for number, text in lines[:_MOST_LINES]:
        if number in aside:
            found.append(((number, text), (_PUT_BACK,)))
        elif number == first:
            found.append(((number, text), (_JOINS, _NO_PART) if joins else (_NO_PART,)))
        elif text.strip():
            found.append(((number, text), (_BEGINS, _NO_PART)))
    return tuple(found)


def _is_title(draft: Draft, line: str) -> bool:
    deck = draft.reading.deck
    return same_text(deck.title) in same_text(line)


def _lines(card: Card) -> tuple[int, int]:
    return card.source_lines or (0, 0)


def _numbered(draft: Draft, first: int, last: int) -> Iterator[Line]:
    lines = draft.reading.lines
    for number in range(first, min(last, first + _MOST_LINES - 1, len(lines)) + 1):
        text = lines[number - 1]
        yield number, text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
    if last - first >= _MOST_LINES:
        yield last, f"… and {last - first - _MOST_LINES + 1:,} more lines"


def _problems(draft: Draft, first: int, last: int) -> tuple[Problem, ...]:
    return tuple(
        one for one in draft.reading.problems if one.line is not None and first <= one.line <= last
    )
