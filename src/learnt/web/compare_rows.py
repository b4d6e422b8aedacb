"""What comparing found as its page shows it: two cards side by side, the words marked."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from learnt.collection import Collection
from learnt.deck.showing import runs_at
from learnt.errors import NotFound
from learnt.facts import Span
from learnt.facts.comparing import Choice, Comparison, Conflict, Same, Settlement, Side, Told
from learnt.ids import CardId
from learnt.web.pictures import Find, file_shown
from learnt.web.render import drawn

_MARK = Markup('<mark class="differs">{}</mark>')
_DECIDED = {
    Choice.KEEP: "You kept both.",
    Choice.APART: "You said that these are two things.",
    Choice.RIGHT: "You said that this one is right:",
}


@dataclass(frozen=True)
class SideRow:
    """One side: its card and deck, the point as it is drawn, and the words that disagree."""

    told: Told
    deck: str
    title: str
    shown: Markup
    says: str


@dataclass(frozen=True)
class PairRow:
    """Two sides. `about` is in what they disagree, or empty; `why` what they have in common."""

    a: SideRow
    b: SideRow
    about: str
    why: str

    @property
    def sides(self) -> tuple[tuple[SideRow, SideRow], ...]:
        """Each side, with the other."""
        return (self.a, self.b), (self.b, self.a)


@dataclass(frozen=True)
class DecidedRow:
    """A decision in words, with what both sides said then."""

    one: Settlement
    words: str
    right: str


class Rows:
    """Makes rows; a card that is gone, or says something else by now, has none."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._find = collection.media.find
        self._cards: dict[CardId, tuple[str, str, dict[str, str]] | None] = {}

    def conflicts(self, found: Iterable[Conflict], most: int) -> list[PairRow]:
        """The first conflicts that are still so."""
        return self._first((self._conflict(one) for one in found), most)

    def same(self, found: Iterable[Same], most: int) -> list[PairRow]:
        """The first suggestions that are still so."""
        return self._first((self._same(one) for one in found), most)

    def side(self, told: Told, span: Span | None = None) -> SideRow | None:
        """One side, if it still says so."""
        card = self._card(told.card)
        if card is None or card[2].get(told.point) != told.text:
            return None
        says = span.of(told.text) if span else ""
        return SideRow(told, card[0], card[1], marked(told.text, span, self._find), says)

    def _conflict(self, one: Conflict) -> PairRow | None:
        a, b = self.side(one.a, one.a_span), self.side(one.b, one.b_span)
        return PairRow(a, b, one.about.value, "") if a and b else None

    def _same(self, one: Same) -> PairRow | None:
        a, b = self.side(one.a), self.side(one.b)
        return PairRow(a, b, "", one.why) if a and b else None

    def _first(self, rows: Iterable[PairRow | None], most: int) -> list[PairRow]:
        found: list[PairRow] = []
        for row in rows:
            if row is not None:
                found.append(row)
                if len(found) == most:
                    break
        return found

    def _card(self, card: CardId) -> tuple[str, str, dict[str, str]] | None:
        if card not in self._cards:
            try:
                deck, found = self._collection.card(card)
            except NotFound:
                self._cards[card] = None
            else:
                texts = {str(point.id): point.text for point in found.points}
                self._cards[card] = deck.id, deck.title, texts
        return self._cards[card]


def decided(settled: Sequence[Settlement]) -> list[DecidedRow]:
    """Decisions as the page tells them."""
    return [DecidedRow(one, _DECIDED[one.choice], _right(one)) for one in settled]


def marked(text: str, span: Span | None, find: Find) -> Markup:
    """A point's text, the words at `span` marked; everything in it is escaped."""
    parts = []
    for start, end, run in runs_at(text):
        if run.file is not None:
            parts.append(file_shown(run.file, find))
            continue
        first, last = (start, start) if span is None else (span.start, span.end)
        first, last = (min(max(place, start), end) for place in (first, last))
        inner = drawn(run, text[first:last])
        parts += [
            drawn(run, text[start:first]) if start < first else Markup(""),
            _MARK.format(inner) if first < last else Markup(""),
            drawn(run, text[last:end]) if last < end else Markup(""),
        ]
    return Markup("").join(parts)


def table_of(found: Comparison) -> str:
    """All that was found as a table for a spreadsheet."""
    out = io.StringIO()
    write = csv.writer(out)
    write.writerow(["kind", "about", "a prompt", "a", "a says", "b prompt", "b", "b says", "why"])
    for one in found.conflicts:
        sides = [one.a.front, one.a.text, one.a_says, one.b.front, one.b.text, one.b_says]
        write.writerow(_plain(["conflict", one.about.value, *sides, ""]))
    for same in found.same:
        sides = [same.a.front, same.a.text, "", same.b.front, same.b.text, ""]
        write.writerow(_plain(["same", "", *sides, same.why]))
    return out.getvalue()


def _plain(cells: Iterable[str | None]) -> list[str]:
    """Cells that no spreadsheet takes for a formula."""
    return [f"'{cell}" if cell and cell[0] in "=+-@\t\r" else cell or "" for cell in cells]


def proposed(wrong: Told, says: Span, instead: str) -> str:
    """What the side that is wrong would say with the words of the other."""
    return wrong.text[: says.start] + instead + wrong.text[says.end :]


def _right(one: Settlement) -> str:
    sides: tuple[Side, Side] = (one.a, one.b)
    return next((side.text for side in sides if side.point == one.right), "")
