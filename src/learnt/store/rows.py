"""Values as rows, and back: one pair of functions for each kind of thing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import RowMapping

from learnt.clock import Instant
from learnt.deck import Card, Deck, Direction, Point
from learnt.ids import CardId, DeckId, LearnerId, PointId
from learnt.journal import Rating
from learnt.memory import MemoryState, PointMemory
from learnt.plan import Schedule
from learnt.store.prepared import Row, Values
from learnt.store.schema import card, point


def as_json(texts: Sequence[str]) -> str:
    """Texts as a JSON list."""
    return msgspec.json.encode(texts).decode() if texts else "[]"


def texts_of(value: str) -> tuple[str, ...]:
    """Texts of a JSON list."""
    return _TEXTS.decode(value) if value != "[]" else ()


_TEXTS = msgspec.json.Decoder(tuple[str, ...])


def deck_of(row: RowMapping, cards: Iterable[Card]) -> Deck:
    """A deck from its row and its cards."""
    return Deck(
        id=DeckId(row["id"]),
        title=row["title"],
        cards=tuple(cards),
        question=row["question"],
        tags=texts_of(row["tags"]),
        source=row["source"],
    )


def cards_of(rows: Sequence[Row], points: Iterable[Row]) -> list[Card]:
    """Cards from their rows and those of their points, in the order of both."""
    by_card: dict[str, list[Point]] = {row[0]: [] for row in rows}
    for row in points:
        by_card[row[1]].append(point_of(row))
    return [card_of(row, tuple(by_card[row[0]])) for row in rows]


def card_of(row: Row, points: tuple[Point, ...]) -> Card:
    """A card from its row, in the order of the table's columns, and its points."""
    own, _, _, prompt, ordered, asked, wrong, hint, note, tags, media, first, last, sure, *_ = row
    return Card(
        id=CardId(own),
        prompt=prompt,
        points=points,
        ordered=bool(ordered),
        directions=_ASKED.get(asked) or tuple(map(Direction, asked.split(" "))),
        wrong_options=texts_of(wrong),
        hint=hint,
        note=note,
        tags=texts_of(tags),
        media=texts_of(media),
        source_lines=None if first is None else (first, last),
        confidence=sure,
    )


def point_of(row: Row) -> Point:
    """A point from its row, in the order of the table's columns."""
    own, _, _, text, accepted, refused, weight = row
    return Point(PointId(own), text, texts_of(accepted), texts_of(refused), weight)


_ASKED = {one.value: (one,) for one in Direction}  # nearly all cards, and a call each is slower


def card_values(one: Card, deck_id: DeckId, position: int, origin: str | None = None) -> Values:
    """A card as a row, in the order of the table's columns."""
    first, last = one.source_lines or (None, None)
    return (
        one.id,
        deck_id,
        position,
        one.prompt,
        int(one.ordered),
        " ".join(one.directions),
        as_json(one.wrong_options),
        one.hint,
        one.note,
        as_json(one.tags),
        as_json(one.media),
        first,
        last,
        one.confidence,
        len(one.points),
        origin,
    )


def card_row(one: Card) -> dict[str, Any]:
    """A card's own columns, less its deck and place, and the source it comes from."""
    row = dict(zip(card.columns.keys(), card_values(one, DeckId(""), 0), strict=True))
    del row["deck"], row["position"], row["origin"]
    return row


def point_values(cards: Iterable[Card]) -> Iterator[Values]:
    """The points of cards as rows, in the order of the table's columns."""
    for one in cards:
        its = one.id
        for place, each in enumerate(one.points):
            accepted = as_json(each.accepted) if each.accepted else "[]"
            refused = as_json(each.refused) if each.refused else "[]"
            yield each.id, its, place, each.text, accepted, refused, each.weight


def point_rows(one: Card) -> list[Mapping[str, Any]]:
    """The rows of a card's points."""
    names = point.columns.keys()
    return [dict(zip(names, values, strict=True)) for values in point_values([one])]


def memory_of(row: Row) -> PointMemory:
    """A memory from its row, in the order of the table's columns less the learner's."""
    _, stability, difficulty, last, reviews, lapses, trace, doubts, first = row
    state = MemoryState(stability, difficulty, trace, doubts, first)
    return PointMemory(state, Instant(last), reviews, lapses)


def memory_values(learner: LearnerId, point: PointId, one: PointMemory) -> Values:
    """A memory as a row, in the order of the table's columns."""
    stability, difficulty, trace, doubts, first = one.state
    last, reviews, lapses = one.last, one.reviews, one.lapses
    return learner, point, stability, difficulty, last, reviews, lapses, trace, doubts, first


_DIRECTIONS = {one.value: one for one in Direction}  # many rows at once: a call each is slower
_RATINGS = {one.value: one for one in Rating}


def schedule_of(row: Row) -> Schedule:
    """A schedule from its row, in the order of its fields."""
    card_id, direction, due, first, last, rating, reviews, lapses, difficulty = row
    return Schedule(
        card=CardId(card_id),
        direction=_DIRECTIONS[direction],
        due=Instant(due),
        first=Instant(first),
        last=Instant(last),
        rating=_RATINGS[rating],
        reviews=reviews,
        lapses=lapses,
        difficulty=difficulty,
    )


def schedule_values(learner: LearnerId, one: Schedule) -> Values:
    """A schedule as a row, in the order of the table's columns."""
    return (
        learner,
        one.card,
        str(one.direction),
        one.due,
        one.first,
        one.last,
        int(one.rating),
        one.reviews,
        one.lapses,
        one.difficulty,
    )
