"""One card that comes again: field by field and point by point, as both sides want it."""

from collections.abc import Collection
from dataclasses import replace
from enum import StrEnum
from typing import Any

from learnt.deck.card import Card, Direction, Point
from learnt.deck.updating.points import Naming, merged_points, under_known_ids
from learnt.deck.updating.three import merged_list, picked


class Side(StrEnum):
    """Whose wording stands where the source and the learner changed the same thing.

    OURS is what is in the collection, THEIRS what comes in; BOTH keeps ours and adds theirs as a
    card of its own.
    """

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


def under_ids_of(theirs: Card, base: Card | None, ours: Card, naming: Naming) -> Card:
    """Their card under the ids of ours; where it was read from matters no more."""
    points = theirs.points
    if points != ours.points:
        points = under_known_ids(points, base.points if base else (), ours, naming)
    return replace(
        theirs,
        id=ours.id,
        points=points,
        source_lines=ours.source_lines,
        confidence=ours.confidence,
    )


SAID_OF_CARDS = ("ordered", "directions", "wrong_options", "hint", "note", "tags", "media")
"""What a page may say of a card besides its texts, or say nothing of."""


def is_said(card: Card, name: str) -> bool:
    """Whether one of these is said of a card."""
    return not _silent(card) if name == "directions" else bool(getattr(card, name))


def spoken(
    theirs: Card, base: Card | None, ours: Card, *, whole: bool, unsaid: Collection[str] = ()
) -> Card:
    """Their card, with what is here where they say nothing and never did.

    A page without tags says nothing of tags. It takes some out where it had some the last time
    (`base`) and has some on other cards (they are not `unsaid`), or where it has room for all of a
    card (`whole`) and what it said is not known. `theirs` has the ids of ours.
    """
    if theirs == ours or (base is None and whole):
        return theirs
    was = base or theirs
    if unsaid:
        silent: dict[str, Any] = {name: getattr(theirs, name) for name in unsaid}
        was = replace(was, **silent)
    before = {point.id: point for point in was.points}
    here = {point.id: point for point in ours.points}
    points = tuple(
        _spoken_point(point, before.get(point.id, point), here[point.id])
        if point.id in here
        else point
        for point in theirs.points
    )
    return replace(
        theirs,
        points=points,
        ordered=theirs.ordered or (ours.ordered and not was.ordered),
        directions=ours.directions if _silent(theirs) and _silent(was) else theirs.directions,
        wrong_options=theirs.wrong_options or _else(was.wrong_options, ours.wrong_options),
        hint=theirs.hint or (None if was.hint else ours.hint),
        note=theirs.note or (None if was.note else ours.note),
        tags=theirs.tags or _else(was.tags, ours.tags),
        media=theirs.media or _else(was.media, ours.media),
    )


def merged(base: Card, ours: Card, theirs: Card, *, ours_first: bool) -> Card:
    """The card with what either side changed; where both did, that of the side that comes first.

    All three have the ids of ours.
    """
    return replace(
        ours,
        prompt=picked(base.prompt, ours.prompt, theirs.prompt, ours_first=ours_first),
        points=tuple(merged_points(base.points, ours.points, theirs.points, ours_first=ours_first)),
        ordered=picked(base.ordered, ours.ordered, theirs.ordered, ours_first=ours_first),
        directions=picked(
            base.directions, ours.directions, theirs.directions, ours_first=ours_first
        ),
        wrong_options=merged_list(base.wrong_options, ours.wrong_options, theirs.wrong_options),
        hint=picked(base.hint, ours.hint, theirs.hint, ours_first=ours_first),
        note=picked(base.note, ours.note, theirs.note, ours_first=ours_first),
        tags=merged_list(base.tags, ours.tags, theirs.tags),
        media=merged_list(base.media, ours.media, theirs.media),
    )


def _silent(card: Card) -> bool:
    return card.directions == (Direction.FORWARD,)


def _else(was: tuple[str, ...], ours: tuple[str, ...]) -> tuple[str, ...]:
    return () if was else ours


def _spoken_point(theirs: Point, was: Point, ours: Point) -> Point:
    return replace(
        theirs,
        accepted=theirs.accepted or _else(was.accepted, ours.accepted),
        refused=theirs.refused or _else(was.refused, ours.refused),
        weight=ours.weight if theirs.weight == was.weight == 1.0 else theirs.weight,
    )
