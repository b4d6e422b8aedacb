"""Ids for cards that come in, so that each of them can be told from all others. Values only."""

from collections.abc import Sequence
from dataclasses import replace

from learnt.deck import Card, Point
from learnt.ids import CardId, MakeId, PointId, are_ids, is_id


def with_ids_of_their_own(cards: Sequence[Card], make_id: MakeId) -> tuple[Card, ...]:
    """The cards with new ids where one is no id or is used twice, among cards and points alike."""
    ids: list[str] = [card.id for card in cards]
    ids += [point.id for card in cards for point in card.points]
    if len(set(ids)) == len(ids) and are_ids(ids):  # as nearly always
        return tuple(cards)
    seen: set[str] = set()

    def own(asked: str) -> str:
        chosen = asked if is_id(asked) and asked not in seen else make_id()
        seen.add(chosen)
        return chosen

    found = []
    for card in cards:
        its, of_points = own(card.id), [own(point.id) for point in card.points]
        if its == card.id and all(map(_has_id, card.points, of_points)):
            found.append(card)
            continue
        pairs = zip(card.points, of_points, strict=True)
        points = tuple(replace(point, id=PointId(one)) for point, one in pairs)
        found.append(replace(card, id=CardId(its), points=points))
    return tuple(found)


def in_new_ids(card: Card, make_id: MakeId) -> Card:
    """The same card and points under new ids, as a card of its own."""
    points = tuple(replace(point, id=PointId(make_id())) for point in card.points)
    return replace(card, id=CardId(make_id()), points=points)


def in_ids_of(card: Card, other: Card) -> Card:
    """What a card says, as if it stood where the other one stands, which has as many points."""
    pairs = zip(card.points, other.points, strict=True)
    return replace(
        card,
        id=other.id,
        points=tuple(replace(one, id=its.id) for one, its in pairs),
        source_lines=other.source_lines,
        confidence=other.confidence,
    )


def _has_id(point: Point, asked: str) -> bool:
    return point.id == asked
