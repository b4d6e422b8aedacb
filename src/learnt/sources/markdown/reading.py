"""Markdown of ours → the deck; what people changed in it by hand is read as well as can be.

A line that does not go on where it could is joined to the one before, as Markdown shows it. A
heading with a paragraph and no list under it has the paragraph for its answer.
"""

import re
from dataclasses import dataclass, field

from learnt.deck import Card, Deck, Point, Problem
from learnt.deck.tidy import tidy
from learnt.ids import CardId, DeckId, MakeId, PointId
from learnt.sources.markdown.inline import unescaped
from learnt.sources.markdown.writing import FENCE, MARKER, RULE

NO_POINT = "This heading has nothing under it. Write what is to be said as a list: “- a point”."
_TITLE = re.compile(r"#[ \t]+(.*)")
_HEADING = re.compile(r"#{1,6}(?:[ \t]+(.*)|$)")
_BULLET = re.compile(r"(?P<lead>[ \t]*)(?P<mark>[-*+]|(?P<number>\d{1,9})[.)])(?:[ \t]|$)")
_QUOTE = re.compile(r"\A>[ ]?")
_FIELD = re.compile(r"\*\*(Question|Hint|Note|Tags):\*\*[ ]?")
_INDENT = re.compile(r"[ \t]*")


def is_own_markdown(text: str) -> bool:
    """Whether a text is a deck of ours in Markdown."""
    return text.lstrip("\ufeff \t\r\n").startswith(MARKER)


def deck_from_markdown(
    lines: tuple[str, ...], make_id: MakeId, source: str
) -> tuple[Deck, tuple[Problem, ...]]:
    """The deck that is written in the lines of a page, and what of it is no card."""
    reader = _Reader()
    for number, line in enumerate(lines, 1):
        reader.take(number, line)
    reader.end()
    deck_id, head = DeckId(make_id()), reader.head
    cards = tuple(
        card for one in reader.drafts if (card := _card(one, make_id, reader.problems)) is not None
    )
    deck = Deck(deck_id, reader.title, cards, head.get("Question"), _tags(head), source)
    return deck, tuple(reader.problems)


@dataclass
class _Draft:
    """A card as far as it was read; its lines are the first and the last."""

    first: int
    last: int
    prompt: list[str] | None
    under: list[str] = field(default_factory=list)
    points: list[list[str]] = field(default_factory=list)
    numbered: bool = False
    fields: dict[str, str] = field(default_factory=dict)


def _card(draft: _Draft, make_id: MakeId, problems: list[Problem]) -> Card | None:
    points = ["\n".join(lines) for lines in draft.points]
    prompt = draft.prompt
    if prompt is not None and not points and draft.under:
        points = ["\n".join(draft.under)]
    elif prompt is not None:
        prompt = prompt + draft.under
    said = [one for one in map(tidy, points) if one]
    asked = tidy("\n".join(prompt)) if prompt is not None else ""
    if not said:
        if asked:
            problems.append(Problem(draft.first, asked, NO_POINT))
        return None
    return Card(
        CardId(make_id()),
        asked or None,
        tuple(Point(PointId(make_id()), one) for one in said),
        ordered=draft.numbered,
        hint=draft.fields.get("Hint"),
        note=draft.fields.get("Note"),
        tags=_tags(draft.fields),
        source_lines=(draft.first, draft.last),
    )


def _tags(fields: dict[str, str]) -> tuple[str, ...]:
    return tuple(fields.get("Tags", "").split(","))


class _Reader:
    """One walk over the lines."""

    def __init__(self) -> None:
        self.title = ""
        self.head: dict[str, str] = {}
        self.drafts: list[_Draft] = []
        self.problems: list[Problem] = []
        self._text: list[str] | None = None  # what further lines belong to
        self._goes_on = False  # the line before ended with a backslash
        self._indent = 0  # columns that lines of the text are moved in by
        self._field = ""
        self._fenced = False

    def take(self, number: int, raw: str) -> None:
        """Read a line."""
        line = raw.rstrip(" \t")
        if self._fenced or self._goes_on:
            self._go_on(number, raw)
        elif not line or line == MARKER:
            self.end()
        elif line.startswith(">"):
            self._quote(number, line)
        elif not self.title and not self.drafts and (found := _TITLE.fullmatch(line)):
            self.title = unescaped(found[1])
        elif found := _HEADING.fullmatch(line):
            self._begin(number, [unescaped(found[1] or "")])
        elif line == RULE:
            self._begin(number, None)
        elif found := _BULLET.match(line):
            self._point(number, line, found)
        else:
            self._say(number, line)

    def end(self) -> None:
        """End what is open: a blank line stands here."""
        self._text, self._goes_on, self._indent, self._field = None, False, 0, ""

    def _begin(self, number: int, prompt: list[str] | None) -> None:
        self.end()
        self.drafts.append(_Draft(number, number, prompt))

    def _point(self, number: int, line: str, found: re.Match[str]) -> None:
        if not self.drafts or self._is_paragraph():
            self._begin(number, None)
        self.end()
        draft = self.drafts[-1]
        if not draft.points:
            draft.numbered = found["number"] is not None
        self._text = []
        self._indent = len(found[0])
        draft.points.append(self._text)
        self._add(number, line[len(found[0]) :])

    def _is_paragraph(self) -> bool:
        """Whether the card before is a statement, to which no list belongs."""
        before = self.drafts[-1]
        return before.prompt is None and bool(before.under)

    def _say(self, number: int, line: str) -> None:
        """A line of a paragraph: of the prompt, of what is open, or a statement."""
        if self._text is None:
            open_heading = self.drafts and self.drafts[-1].prompt is not None
            if open_heading and not self.drafts[-1].points and not self.drafts[-1].fields:
                self._text = self.drafts[-1].under
                self._add(number, line.lstrip(" \t"))
                return
            self._begin(number, None)
            draft = self.drafts[-1]
            draft.points.append(draft.under)
            self._text = draft.under
            self._add(number, line.lstrip(" \t"))
        elif self._text:
            self._text[-1] += " " + unescaped(line.lstrip(" \t"))
            self._reach(number)
        else:
            self._add(number, line.lstrip(" \t"))

    def _go_on(self, number: int, raw: str) -> None:
        """A further line of the text, moved in as its first one was."""
        if self._field:
            raw = _QUOTE.sub("", raw, count=1)
            if _FIELD.match(raw):
                self._quote(number, raw)
                return
        lead = _INDENT.match(raw)
        moved = min(len(lead[0]) if lead else 0, self._indent)
        self._add(number, raw[moved:])

    def _add(self, number: int, line: str) -> None:
        """A line of the text that is open, with the backslash that says it goes on."""
        text = self._text if self._text is not None else []
        if self._fenced or (not text and line.startswith(FENCE) and "`" not in line[3:]):
            self._fenced = not self._fenced or line.rstrip() != FENCE
            text.append(line.rstrip(" \t"))
        else:
            line = line.rstrip(" \t")
            self._goes_on = (len(line) - len(line.rstrip("\\"))) % 2 == 1
            text.append(unescaped(line[:-1] if self._goes_on else line))
        if self._field:
            self._keep_field()
        self._reach(number)

    def _quote(self, number: int, line: str) -> None:
        line = _QUOTE.sub("", line, count=1)
        found = _FIELD.match(line)
        if found:
            self._field, self._text, self._indent = found[1], [], 0
            self._add(number, line[found.end() :])
        elif self._field and self._text:
            self._text[-1] += " " + unescaped(line)
            self._keep_field()
            self._reach(number)
        else:
            self._say(number, line)

    def _keep_field(self) -> None:
        fields = self.drafts[-1].fields if self.drafts else self.head
        fields[self._field] = "\n".join(self._text or [])

    def _reach(self, number: int) -> None:
        if self.drafts:
            self.drafts[-1].last = number
