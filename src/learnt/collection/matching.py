"""Adding a page again: which of its cards are new, changed or known already. Values only."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from learnt.deck import Card, Point
from learnt.deck.tidy import same_text
from learnt.ids import CardId, MakeId, PointId, is_id

_ALIKE = 0.6
"""Two wordings at least this alike (difflib's ratio) are the same point, edited."""

Key = tuple[str | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Changes:
    """What adding cards to a deck comes to. `updated` are pairs (card as it was, as it will be)."""

    new: tuple[Card, ...]
    updated: tuple[tuple[Card, Card], ...]
    same: tuple[Card, ...]


def with_ids_of_their_own(cards: Sequence[Card], make_id: MakeId) -> tuple[Card, ...]:
    """The cards with new ids where one is no id or is used twice, among cards and points alike."""
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


def _has_id(point: Point, asked: str) -> bool:
    return point.id == asked


def changes(
    incoming: Sequence[Card],
    in_deck: Sequence[Card],
    by_id: Mapping[CardId, Card],
    owners: Mapping[PointId, CardId],
    make_id: MakeId,
    *,
    as_it_was: bool = False,
) -> Changes:
    """Compare cards that come in with those there are.

    A card is known by its id (`by_id`: anywhere in the collection), else by its whole text,
    else by a prompt that no other card of the deck has. Points keep their ids and with them
    their history; `owners` say which point ids are taken by which cards. `as_it_was` says that
    what comes in was in the collection before: it is known by its ids alone.
    """
    if not in_deck and not by_id:
        return Changes(tuple(_with_free_points(card, owners, make_id) for card in incoming), (), ())
    by_text = {key_of(card): card for card in in_deck}
    by_prompt = _only_ones(in_deck)
    prompts_in = _only_ones(incoming)
    new: list[Card] = []
    updated: list[tuple[Card, Card]] = []
    same: list[Card] = []
    for card in incoming:
        known = by_id.get(card.id)
        if known is None and not as_it_was:
            known = by_text.get(key_of(card))
            if known is None and card.prompt and same_text(card.prompt) in prompts_in:
                known = by_prompt.get(same_text(card.prompt))
        if known is None:
            new.append(_with_free_points(card, owners, make_id))
            continue
        after = _as_known(card, known, owners, make_id, as_it_was=as_it_was)
        if after == known:
            same.append(known)
        else:
            updated.append((known, after))
    return Changes(tuple(new), tuple(updated), tuple(same))


def key_of(card: Card) -> Key:
    """Prompt and points, under which cards that say the same are the same."""
    prompt = same_text(card.prompt) if card.prompt else None
    return prompt, tuple(same_text(point.text) for point in card.points)


def opening_of(prompt: str | None, text: str) -> tuple[str | None, str]:
    """The first parts of a card's key, from its prompt and its first point."""
    return same_text(prompt) if prompt else None, same_text(text)


def _only_ones(cards: Sequence[Card]) -> dict[str, Card]:
    """Cards by prompt, those left out that share one."""
    found: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        if card.prompt:
            found[same_text(card.prompt)].append(card)
    return {prompt: cards[0] for prompt, cards in found.items() if len(cards) == 1}


def _with_free_points(card: Card, owners: Mapping[PointId, CardId], make_id: MakeId) -> Card:
    """The card with new ids for points whose ids another card has."""
    if not owners or not any(point.id in owners for point in card.points):
        return card
    points = tuple(
        replace(point, id=PointId(make_id())) if point.id in owners else point
        for point in card.points
    )
    return replace(card, points=points)


def _as_known(
    card: Card,
    known: Card,
    owners: Mapping[PointId, CardId],
    make_id: MakeId,
    *,
    as_it_was: bool,
) -> Card:
    """The incoming card under the ids of the known one.

    A page read without ids says nothing of tags, notes and the like: what the known card has
    there is kept. Where it was read from is of no importance to a card that is there already.
    """
    after = replace(
        card,
        id=known.id,
        points=_matched(card.points, known, owners, make_id, by_likeness=not as_it_was),
        source_lines=known.source_lines,
        confidence=known.confidence,
    )
    if card.id == known.id:
        return after
    return replace(
        after,
        ordered=card.ordered or known.ordered,
        directions=known.directions,
        wrong_options=card.wrong_options or known.wrong_options,
        hint=card.hint or known.hint,
        note=card.note or known.note,
        tags=card.tags or known.tags,
        media=card.media or known.media,
    )


def _matched(
    points: Sequence[Point],
    known: Card,
    owners: Mapping[PointId, CardId],
    make_id: MakeId,
    *,
    by_likeness: bool,
) -> tuple[Point, ...]:
    """The points under the ids of the known card's: by id, by text, then by likeness."""
    left = {point.id: point for point in known.points}
    chosen: dict[int, Point] = {}
    for place, point in enumerate(points):
        if point.id in left:
            chosen[place] = left.pop(point.id)
    for alike in (_same, _similar) if by_likeness else ():
        for place, point in enumerate(points):
            if place not in chosen:
                match = next((old for old in left.values() if alike(old, point)), None)
                if match is not None:
                    chosen[place] = left.pop(match.id)
    return tuple(
        _under(chosen[place], point)
        if place in chosen
        else (replace(point, id=PointId(make_id())) if point.id in owners else point)
        for place, point in enumerate(points)
    )


def _same(old: Point, new: Point) -> bool:
    return same_text(old.text) == same_text(new.text)


def _similar(old: Point, new: Point) -> bool:
    return SequenceMatcher(None, old.text, new.text, autojunk=False).ratio() >= _ALIKE


def _under(old: Point, new: Point) -> Point:
    """The new text under the old id; wordings the learner has taught it are kept."""
    if old.id == new.id:
        return new
    return replace(
        new,
        id=old.id,
        accepted=(*old.accepted, *new.accepted),
        refused=(*old.refused, *new.refused),
        weight=new.weight if new.weight != 1.0 else old.weight,
    )
