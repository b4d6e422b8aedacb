"""From the values of a collection to what the API sends, and back to cards."""

from dataclasses import replace
from typing import Any

from learnt.clock import StudyDay, year_month_day
from learnt.collection import Added, Trashed
from learnt.deck import Card, Point
from learnt.errors import UsageError
from learnt.ids import CardId, MakeId, PointId
from learnt.web.api.values import (
    Brought,
    CardFields,
    CardPoint,
    CardShown,
    CardWritten,
    NewCard,
    PointText,
    Thrown,
)


def card_shown(card: Card) -> CardShown:
    """A card as it is sent."""
    return CardShown(
        id=card.id,
        prompt=card.prompt,
        points=[
            CardPoint(one.id, one.text, list(one.accepted), list(one.refused), one.weight)
            for one in card.points
        ],
        ordered=card.ordered,
        directions=list(card.directions),
        wrong_options=list(card.wrong_options),
        hint=card.hint,
        note=card.note,
        tags=list(card.tags),
        media=list(card.media),
        lines=card.source_lines,
        confidence=card.confidence,
    )


def new_card(written: NewCard, make_id: MakeId) -> Card:
    """A card that is not there yet. Raises UsageError."""
    points = tuple(_point(PointId(make_id()), one) for one in written.points)
    return Card(CardId(make_id()), points=points, **_fields(written))


def base_of(written: CardWritten, card_id: str) -> Card | None:
    """The card as it was read before it was changed, where that was sent. Raises UsageError."""
    sent = written.base
    if sent is None:
        return None
    if sent.id != card_id:
        raise UsageError("“base” is another card. Send this one as you read it.")
    try:
        points = (
            Point(PointId(one.id), one.text, tuple(one.accepted), tuple(one.refused), one.weight)
            for one in sent.points
        )
        return Card(
            CardId(sent.id),
            sent.prompt,
            tuple(points),
            ordered=sent.ordered,
            directions=tuple(sent.directions),
            wrong_options=tuple(sent.wrong_options),
            hint=sent.hint,
            note=sent.note,
            tags=tuple(sent.tags),
            media=tuple(sent.media),
            source_lines=sent.lines,
            confidence=sent.confidence,
        )
    except ValueError as error:
        raise UsageError(f"“base” is no card: {error}. Send the card as you read it.") from error


def card_over(before: Card, written: CardWritten, make_id: MakeId) -> Card:
    """A card written over another: what cannot be sent is kept. Raises UsageError."""
    own = {point.id for point in before.points}
    points: list[Point] = []
    for one in written.points:
        if one.id is None:
            points.append(_point(PointId(make_id()), one))
            continue
        known = PointId(one.id)
        if known not in own:
            raise UsageError(
                f"The card has no point {known}, or it was sent twice. "
                "Send a new point without an id."
            )
        own.remove(known)
        points.append(_point(known, one))
    return replace(before, points=tuple(points), **_fields(written))


def thrown(thing: Trashed) -> Thrown:
    """A thing in the trash as it is sent."""
    return Thrown(thing.id, thing.kind, thing.title, thing.at)


def brought(added: Added) -> Brought:
    """What came into a deck, as it is sent."""
    return Brought(
        deck=added.deck,
        title=added.title,
        new=added.new,
        updated=added.updated,
        same=added.same,
        others=added.others,
        kept=added.kept,
        conflicts=added.conflicts,
        gone=added.gone,
        left=added.left,
        out=added.out,
    )


def date(day: StudyDay) -> str:
    """A study day as ISO 8601 writes it."""
    year, month, number = year_month_day(day)
    return f"{year:04}-{month:02}-{number:02}"


def _point(own: PointId, one: PointText) -> Point:
    try:
        return Point(own, one.text, one.accepted, one.refused, one.weight)
    except ValueError as error:
        raise UsageError(f"A point cannot be kept: {error}. Write what it must say.") from error


def _fields(written: CardFields) -> dict[str, Any]:
    return {
        "prompt": written.prompt,
        "ordered": written.ordered,
        "directions": written.directions,
        "wrong_options": written.wrong_options,
        "hint": written.hint,
        "note": written.note,
        "tags": written.tags,
    }
