"""A card that was here, went to Anki and comes back: what was changed there and what here."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from learnt.deck import Card, Direction, Point
from learnt.sources.packages.own.returning import Returned

_Part = TypeVar("_Part")


def merged(back: Returned, known: Card) -> Card:
    """The card that is here with what was changed in Anki since it was written.

    What was changed at one place is as it was changed; what was changed at both is as Anki has it,
    since it comes later. A point that was deleted at one place and left as it was at the other is
    deleted.
    """
    now, base = back.card, back.base
    return replace(
        known,
        prompt=_part(now.prompt, base.prompt, known.prompt),
        points=tuple(_points(now, base, known)) or known.points,
        directions=_directions(now, base, known),
        hint=_part(now.hint, base.hint, known.hint),
        note=_part(now.note, base.note, known.note),
        tags=_texts(now.tags, base.tags, known.tags),
        media=_texts(now.media, base.media, known.media),
    )


def _part(now: _Part, base: _Part, known: _Part) -> _Part:
    return known if now == base else now


def _points(now: Card, base: Card, known: Card) -> Iterator[Point]:
    """The points in Anki's order where it was changed there, else in the order here."""
    if now.points == base.points:
        yield from known.points
        return
    written = {point.id: point for point in base.points}
    here = {point.id: point for point in known.points}
    for point in now.points:
        was, ours = written.get(point.id), here.get(point.id)
        if ours is not None:
            yield ours if was is None or was.text == point.text else replace(ours, text=point.text)
        elif was is None or was.text != point.text:  # new in Anki, or edited there and deleted here
            yield point
    in_anki = {point.id for point in now.points}
    for point in known.points:
        if point.id not in written and point.id not in in_anki:  # new here
            yield point


def _directions(now: Card, base: Card, known: Card) -> tuple[Direction, ...]:
    return known.directions if set(now.directions) == set(base.directions) else now.directions


def _texts(now: tuple[str, ...], base: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    """Those that are here, without what was taken away in Anki, and with what was added there."""
    if now == base:
        return known
    gone = set(base) - set(now)
    return (*(one for one in known if one not in gone), *(one for one in now if one not in base))
