"""What a card's record says of its answers: all that Anki's log cannot."""

from collections.abc import Mapping, Sequence
from itertools import chain

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
    # reviews that share their points are looked at once
    shared = {id(points): (way, points) for _, _, _, way, _, points in reviews}
    asked = [points for way, points in shared.values() if way is forward]
    gone = [one for one in dict.fromkeys(chain.from_iterable(asked)) if one not in here]
    fared = {
        key: _fared(points, here if way is forward else backward, gone)
        for key, (way, points) in shared.items()
    }
    past = []
    for own, at, rating, _, _, points in reviews:
        all_had, each = fared[id(points)]
        row = late.get(own, at) if late else at
        past.append(Past(row, row - at, packed_id(own), b"" if all_had is rating else each))
    return past, gone


def _fared(
    points: Points, order: list[PointId], gone: list[PointId]
) -> tuple[Rating | None, bytes]:
    """The rating that every point of the card, and no other, had; and those of all, 0 for none."""
    if list(points) != order:
        return None, bytes([points.get(one, 0) for one in (*order, *gone)])
    ratings = list(points.values())
    first = ratings[0]
    return first if ratings.count(first) == len(ratings) else None, bytes(ratings) + bytes(
        len(gone)
    )
