"""What a card's record says of its answers: all that Anki's log cannot."""

from collections.abc import Iterable, Mapping, Sequence

from learnt.deck import Card, Direction
from learnt.ids import PointId
from learnt.journal import BriefReview, Rating
from learnt.sources.packages.own import Past
from learnt.sources.packages.own.packed import packed_id

Points = Mapping[PointId, Rating]


def past_of(
    card: Card, reviews: Sequence[BriefReview], late: Mapping[str, int]
) -> tuple[list[Past], list[PointId]]:
    """A card's answers, and the points of these that are no more; `late` as of `late_rows`."""
    forward, here, backward = Direction.FORWARD, [one.id for one in card.points], [PointId(card.id)]
    gone = _gone(here, (one.points for one in reviews if one.direction is forward))
    past = []
    known: dict[tuple[int, bool], tuple[Rating | None, bytes]] = {}  # many reviews share points
    for own, at, rating, direction, _, points in reviews:
        onward = direction is forward
        key = id(points), onward
        found = known.get(key)
        if found is None:
            found = known[key] = _fared(points, here if onward else backward, gone)
        all_had, each = found
        row = late.get(own, at)
        past.append(Past(row, row - at, packed_id(own), b"" if all_had is rating else each))
    return past, gone


def _gone(here: Sequence[PointId], asked: Iterable[Points]) -> list[PointId]:
    """The points that were asked and are not here any more, in the order in which they were."""
    found: dict[PointId, None] = {}
    for points in asked:
        found.update(dict.fromkeys(points.keys()))
    return [one for one in found if one not in here]


def _fared(
    points: Points, order: list[PointId], gone: list[PointId]
) -> tuple[Rating | None, bytes]:
    """The rating that every point of the card, and no other, had; and those of all, 0 for none."""
    first = next(iter(points.values()), None)
    alike = list(points) == order and all(one is first for one in points.values())
    each = bytes([points.get(point, 0) for point in (*order, *gone)])
    return first if alike else None, each
