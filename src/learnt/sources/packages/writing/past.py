"""What a card's record says of its answers: all that Anki's log cannot."""

from collections.abc import Mapping, Sequence
from itertools import chain

from learnt.deck import Card, Direction
from learnt.ids import PointId
from learnt.journal import BriefReview, Rating
from learnt.sources.packages.own import Past

Points = Mapping[PointId, Rating]


def past_of(
    card: Card, reviews: Sequence[BriefReview], late: Mapping[str, int]
) -> tuple[list[Past], list[PointId]]:
    """A card's answers, and the points of these that are no more; `late` as of `late_rows`."""
    forward, here, backward = Direction.FORWARD, [one.id for one in card.points], [PointId(card.id)]
    # reviews of a direction that share their points are looked at once
    shared = {(id(one[-1]), one[3] is forward): one[-1] for one in reviews}
    asked = [points for (_, onward), points in shared.items() if onward and list(points) != here]
    gone = [one for one in dict.fromkeys(chain.from_iterable(asked)) if one not in here]
    fared = {
        key: _fared(points, here if key[1] else backward, gone) for key, points in shared.items()
    }
    past, packed = [], bytes.fromhex  # `packed_id` written out: to call it takes as long
    for own, at, rating, way, _, points in reviews:
        all_had, each = fared[id(points), way is forward]
        row = late.get(own, at) if late else at
        ratings = b"" if all_had is rating else each
        past.append(Past(row, row - at, packed(own.replace("-", "")), ratings))
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
