"""The points of a card that comes again: which is which, and the three wordings of each merged."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from learnt.deck.card import Card, Point
from learnt.deck.tidy import same_text
from learnt.deck.updating.likeness import alike
from learnt.deck.updating.three import merged_list, merged_order, picked
from learnt.ids import CardId, MakeId, PointId

ALIKE = 0.5
"""Points of a card whose texts are this alike may be one, reworded (`benchmarks/updating.py`)."""

Points = Sequence[Point]


@dataclass(frozen=True, slots=True)
class Naming:
    """How points get their ids: `owners` have those that are taken, `make_id` makes new ones.

    `by_ids` says that what comes in was here before, and is known by its ids alone.
    """

    owners: Mapping[PointId, CardId]
    make_id: MakeId
    by_ids: bool = False

    def is_free(self, point: PointId, card: CardId) -> bool:
        """Whether no other card has this id."""
        return self.owners.get(point, card) == card


def under_known_ids(theirs: Points, base: Points, ours: Card, naming: Naming) -> tuple[Point, ...]:
    """Their points under the ids that the same points have in the base and in the card here.

    By id, by text, then by likeness. A point that is none of these keeps its own id if it is free.
    """
    if not naming.by_ids and [one.text for one in theirs] == [one.text for one in ours.points]:
        pairs = zip(theirs, ours.points, strict=True)  # as nearly all of a page that comes again
        return tuple(replace(one, id=its.id) for one, its in pairs)
    wordings = _wordings(base, ours.points)
    chosen = _chosen(theirs, wordings, by_ids=naming.by_ids)
    used = {*wordings}
    found = []
    for place, point in enumerate(theirs):
        own = chosen.get(place, point.id)
        if place not in chosen and (own in used or not naming.is_free(own, ours.id)):
            own = PointId(naming.make_id())
        used.add(own)
        found.append(point if own == point.id else replace(point, id=own))
    return tuple(found)


def merged_points(base: Points, ours: Points, theirs: Points, *, ours_first: bool) -> Points:
    """The points where both sides may have changed some; `ours_first` decides what differs.

    What one side alone added, changed or took out is as it wants. None is left out that both have.
    """
    was, here, there = _by_id(base), _by_id(ours), _by_id(theirs)
    order = merged_order(list(was), list(here), list(there), ours_first=ours_first)
    found = [
        point
        for own in order
        if (point := _merged(was.get(own), here.get(own), there.get(own), ours_first=ours_first))
    ]
    return tuple(found) or (ours if ours_first else theirs)


def _merged(
    base: Point | None, ours: Point | None, theirs: Point | None, *, ours_first: bool
) -> Point | None:
    if base is None or ours is None or theirs is None:
        return picked(base, ours, theirs, ours_first=ours_first)
    return replace(
        ours,
        text=picked(base.text, ours.text, theirs.text, ours_first=ours_first),
        accepted=merged_list(base.accepted, ours.accepted, theirs.accepted),
        refused=merged_list(base.refused, ours.refused, theirs.refused),
        weight=picked(base.weight, ours.weight, theirs.weight, ours_first=ours_first),
    )


def _by_id(points: Points) -> dict[PointId, Point]:
    return {point.id: point for point in points}


def _wordings(base: Points, ours: Points) -> dict[PointId, list[str]]:
    """What each known point says: in the base first, then here."""
    found: dict[PointId, list[str]] = {}
    for point in (*base, *ours):
        found.setdefault(point.id, []).append(point.text)
    return found


def _chosen(
    theirs: Points, wordings: Mapping[PointId, Sequence[str]], *, by_ids: bool
) -> dict[int, PointId]:
    chosen: dict[int, PointId] = {}
    _choose(chosen, theirs, {own: [own] for own in wordings}, lambda point: point.id)
    if by_ids:
        return chosen
    for nth in (0, -1):
        texts = {own: [same_text(said[nth])] for own, said in wordings.items()}
        _choose(chosen, theirs, texts, lambda point: same_text(point.text))
    places = [place for place in range(len(theirs)) if place not in chosen]
    left = [own for own in wordings if own not in set(chosen.values())]
    for nth in (0, -1):
        found = alike(
            [theirs[place].text for place in places],
            [wordings[own][nth] for own in left],
            ALIKE,
            [theirs[place].text for place in chosen],
        )
        chosen.update((places[one], left[other]) for one, other in found.items())
        places = [place for place in places if place not in chosen]
        left = [own for own in left if own not in set(chosen.values())]
    return chosen


def _choose(
    chosen: dict[int, PointId],
    theirs: Points,
    keys: Mapping[PointId, Sequence[Hashable]],
    key: Callable[[Point], Hashable],
) -> None:
    taken = set(chosen.values())
    waiting: dict[Hashable, list[PointId]] = {}
    for own, its in keys.items():
        for one in its:
            waiting.setdefault(one, []).append(own)
    for place, point in enumerate(theirs):
        if place in chosen:
            continue
        free = [own for own in waiting.get(key(point), ()) if own not in taken]
        if free:
            chosen[place] = free[0]
            taken.add(free[0])
