"""One card that two wrote at once: in two tabs, or in the browser and by a program."""

from dataclasses import dataclass, replace

from learnt.deck.card import Card
from learnt.deck.updating.merging import merged


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The card with what both changed.

    `joined` says that something of the first is in it that the last did not have; in a `conflict`
    both changed the same thing differently.
    """

    card: Card
    joined: bool
    conflict: bool


def rewritten(base: Card, first: Card, last: Card) -> Rewritten:
    """A card that was `base` when both began; where they conflict, `last` has the last word.

    A point that both added in the same words is one: who sends a form twice adds it once.
    """
    last = _with_points_of(first, base, last)
    card = merged(base, first, last, ours_first=False)
    otherwise = merged(base, first, last, ours_first=True)
    return Rewritten(card, joined=card != last, conflict=card != otherwise)


def _with_points_of(first: Card, base: Card, last: Card) -> Card:
    known = {point.id for point in (*base.points, *first.points)}
    before = {point.id for point in base.points}
    taken = {point.id for point in last.points}
    added = {
        point.text: point.id
        for point in first.points
        if point.id not in before and point.id not in taken
    }
    points = tuple(
        replace(point, id=added.pop(point.text))
        if point.id not in known and point.text in added
        else point
        for point in last.points
    )
    return replace(last, points=points)
