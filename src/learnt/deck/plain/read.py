"""Lines to drafts: each line is given its place by its mark and its indentation."""

import re
from collections.abc import Sequence

from learnt.deck.plain import advice
from learnt.deck.plain.drafts import CardDraft, DeckDraft, FieldDraft, PointDraft, Problems
from learnt.deck.plain.grammar import (
    DECK_FIELD,
    FIELD,
    HEADING,
    POINT_WORDS,
    STATEMENT,
    Bullet,
    bullet,
    ends_in_cut_id,
    indentation,
    split_id,
    unescape,
    without_indentation,
)

_FIELD_INDENT = 2


class Reader:
    """Reads tidy lines once, from top to bottom, into `deck`; what is odd goes to `problems`."""

    def __init__(self, lines: Sequence[str], problems: Problems) -> None:
        self.deck = DeckDraft()
        self._lines = lines
        self._problems = problems
        self._card: CardDraft | None = None
        self._field: FieldDraft | None = None
        self._blanks = 0
        self._under_title = False

    def read(self) -> DeckDraft:
        """The whole page."""
        for number, line in enumerate(self._lines, 1):
            if line:
                self._take(number, line)
                self._blanks = 0
            else:
                self._blank()
        return self.deck

    def _blank(self) -> None:
        self._blanks += 1
        self._under_title = False
        if self._card is None:
            self._field = None

    def _take(self, number: int, line: str) -> None:
        column = indentation(line)
        if column and (self._card is not None or self._field is not None):
            self._take_indented(number, line, column)
        else:  # an indented line that continues nothing is read as if it were not indented
            self._take_at_margin(number, line.lstrip(" \t"), column)

    def _take_at_margin(self, number: int, line: str, column: int) -> None:
        under_title, self._under_title = self._under_title, False
        if found := HEADING.match(line):
            self._heading(number, len(found.group(1)), line[found.end() :].strip())
        elif found := STATEMENT.match(line):
            self._statement(number, line[found.end() :].strip())
        elif under_title and (found := DECK_FIELD.match(line)):
            self._under_title = True
            self._field = _field_of(number, found, column)
            self.deck.fields.append(self._field)
        elif mark := bullet(line):
            self._point(number, mark, column)
        elif found := FIELD.match(line):
            self._take_field(_field_of(number, found, column))
        else:
            self._text(number, line)

    def _take_indented(self, number: int, line: str, column: int) -> None:
        """A field or a point where it cannot be text; else it continues what is open."""
        if self._field is not None and column <= self._field.base:
            self._field = None
        edge = self._edge()
        text = line.lstrip(" \t")
        if found := FIELD.match(text):
            inside = edge is not None and column >= edge
            self._take_field(_field_of(number, found, column), inside=inside)
        elif (edge is None or column < edge) and (mark := bullet(text)):
            self._point(number, mark, column)
        else:
            self._continue(number, unescape(without_indentation(line, edge or 0)))

    def _edge(self) -> int | None:
        """The column from which on an indented line is text; None under a prompt."""
        if self._field is not None:
            return self._field.base + _FIELD_INDENT
        if self._card is not None and self._card.points:
            return self._card.points[-1].content
        return None

    def _continue(self, number: int, text: str) -> None:
        card = self._card
        if self._field is not None:
            lines = self._field.lines
        elif card is not None and card.points:
            lines = card.points[-1].lines
        elif card is not None and card.prompt:
            lines = card.prompt
        else:  # under `statement:`, the text is its point
            self._point(number, Bullet(text.lstrip(), _FIELD_INDENT), 0)
            return
        lines += [""] * self._blanks
        lines.append(text)

    def _heading(self, number: int, level: int, text: str) -> None:
        self._card = self._field = None
        if level == 1 and self.deck.title_line is None:
            self.deck.title, self.deck.id = self._split_id(number, text)
            self.deck.title_line = number
            self._under_title = True
            if self.deck.cards:
                self._problems.add(number, advice.LATE_TITLE)
        else:
            self._problems.add(number, advice.SECOND_TITLE if level == 1 else advice.HEADING_INSIDE)

    def _statement(self, number: int, rest: str) -> None:
        text, identifier = self._split_id(number, rest)
        self._open(CardDraft(number, identifier))
        if text:  # `statement: The sky is blue.` says all there is to say
            self._point(number, Bullet(text, _FIELD_INDENT), 0)

    def _text(self, number: int, line: str) -> None:
        card = self._card
        if card is not None and card.prompt and not (card.points or card.fields or self._blanks):
            card.prompt.append(unescape(line))
            return
        text, identifier = self._split_id(number, line)
        self._open(CardDraft(number, identifier, [unescape(text)]))

    def _point(self, number: int, mark: Bullet, column: int) -> None:
        card = self._card
        if card is None or card.bare or (card.points and self._blanks):
            card = self._open(CardDraft(number, bare=True))
        self._field = None
        text, identifier = self._split_id(number, mark.text)
        card.points.append(
            PointDraft(number, identifier, [text], mark.numbered, column + mark.width)
        )
        if mark.tight:
            self._problems.add(number, advice.TIGHT_BULLET)

    def _take_field(self, found: FieldDraft, *, inside: bool = False) -> None:
        card = self._card
        self._field = found
        if card is None or (found.word in POINT_WORDS and not card.points):
            place = "point" if found.word in POINT_WORDS else "card"
            self._problems.add(found.number, advice.nothing_above(found.word, place))
        elif found.word in POINT_WORDS:
            card.points[-1].fields.append(found)
        else:
            card.fields.append(found)
            if inside:
                self._problems.add(found.number, advice.not_the_points(found.word))

    def _open(self, card: CardDraft) -> CardDraft:
        self._card = card
        self._field = None
        self.deck.cards.append(card)
        return card

    def _split_id(self, number: int, line: str) -> tuple[str, str | None]:
        text, identifier = split_id(line)
        if identifier is None and ends_in_cut_id(line):
            self._problems.add(number, advice.CUT_ID)
        return text, identifier


def _field_of(number: int, found: re.Match[str], column: int) -> FieldDraft:
    return FieldDraft(
        found.group(1)[:-1].lower(), number, column, [found.string[found.end() :].strip()]
    )
