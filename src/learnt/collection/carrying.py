"""A page that is read again: the learner's edits are carried over to the new reading. Values only.

A card of the new reading is the card it was where it says the same, or where its question is
that of a card the learner had edited. An edited card that is not on the page any more stays.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from learnt.collection.draft import Draft
from learnt.deck import Card
from learnt.deck.tidy import same_text
from learnt.deck.updating import key_of
from learnt.ids import CardId, MakeId
from learnt.sources import Reading

_Key = TypeVar("_Key")
_Pairs = dict[int, CardId]
"""Places in the new reading, and the id of the earlier card that each of them is."""


def carried(draft: Draft, reading: Reading, make_id: MakeId, about: int | None = None) -> Draft:
    """The draft with a new reading of its page under what the learner did to the old one.

    Reading the same text again changes nothing. Among cards that say the same, the order
    decides. The learner's title stays where the page's own has not changed. `about` is the line on
    whose account the same text is read otherwise.
    """
    pairs = _paired(draft, reading, about)
    lost = draft.changed - set(pairs.values())
    read = _under_ids(reading.deck.cards, pairs, draft, lost, make_id)
    edited = {card.id: card for card in draft.deck.cards if card.id in draft.changed}
    there = [
        replace(edited[card.id], source_lines=card.source_lines) if card.id in edited else card
        for card in read
    ]
    cards = tuple(_at_their_places(draft, there, lost))
    deck, page = replace(reading.deck, cards=tuple(read)), draft.reading.deck
    title, question = deck.title, deck.question
    if (deck.title, deck.question) == (page.title, page.question):
        deck = replace(deck, id=page.id)
        title, question = draft.deck.title, draft.deck.question
    ids = {card.id for card in cards}
    return replace(
        draft,
        reading=replace(reading, deck=deck),
        deck=replace(deck, cards=cards, title=title, question=question),
        changed=draft.changed & ids,
        dropped=draft.dropped & ids,
    )


def _paired(draft: Draft, reading: Reading, about: int | None) -> _Pairs:
    """By the whole text first, then edited cards by id, by their new text, and by question.

    Where the page's text is the same, its lines tell which card is which in place of the question:
    a card that was cut or joined asks the same, and is not the same.
    """
    pairs: _Pairs = {}
    cards, as_read = reading.deck.cards, draft.reading.deck.cards
    _pair(pairs, cards, as_read, key_of)
    of_page = [card for card in as_read if card.id in draft.changed]
    edited = [card for card in draft.deck.cards if card.id in draft.changed]
    _pair(pairs, cards, of_page, lambda card: card.id)
    _pair(pairs, cards, edited, key_of)
    if reading.lines and reading.lines == draft.reading.lines:
        _pair(pairs, cards, as_read, lambda card: card.source_lines)
        ends = {one[0]: one[1] for card in edited if (one := card.source_lines)}
        ends = {first: end for first, end in ends.items() if first <= (about or 0) <= end}
        _pair(pairs, cards, edited, lambda card: _first_within(card, ends))
    else:
        _pair(pairs, cards, of_page, _question)
        _pair(pairs, cards, edited, _question)
    return pairs


def _first_within(card: Card, ends: dict[int, int]) -> int | None:
    """The first line of a card that reaches no further than the edited one that began there."""
    lines = card.source_lines
    return lines[0] if lines and lines[1] <= ends.get(lines[0], 0) else None


def without_doubles(draft: Draft, reading: Reading, about: int | None) -> Reading:
    """The reading of the same page without cards in the place of one that the learner edited.

    What they wrote stays and stands for its lines, unless the page was read again on account of a
    line among them (`about`): then both are shown.
    """
    lost = draft.changed - set(_paired(draft, reading, about).values())
    spans = [
        card.source_lines
        for card in draft.deck.cards
        if card.id in lost and card.source_lines is not None
    ]
    spans = [one for one in spans if about is None or not one[0] <= about <= one[1]]
    if not spans:
        return reading
    cards = tuple(card for card in reading.deck.cards if not _within(card, spans))
    return replace(reading, deck=replace(reading.deck, cards=cards))


def _within(card: Card, spans: list[tuple[int, int]]) -> bool:
    lines = card.source_lines
    return lines is not None and any(a <= lines[0] and lines[1] <= b for a, b in spans)


def _pair(
    pairs: _Pairs,
    cards: Iterable[Card],
    earlier: Iterable[Card],
    key: Callable[[Card], _Key | None],
) -> None:
    """Pair cards of the new reading with earlier ones of the same key, each of them once."""
    taken = set(pairs.values())
    waiting: dict[_Key, deque[CardId]] = defaultdict(deque)
    for card in earlier:
        if card.id not in taken and (its_key := key(card)) is not None:
            waiting[its_key].append(card.id)
    for place, card in enumerate(cards):
        its_key = key(card)
        if place not in pairs and its_key is not None and waiting.get(its_key):
            pairs[place] = waiting[its_key].popleft()


def _question(card: Card) -> str | None:
    return same_text(card.prompt) if card.prompt else None


def _under_ids(
    cards: tuple[Card, ...], pairs: _Pairs, draft: Draft, lost: frozenset[CardId], make_id: MakeId
) -> list[Card]:
    """The new reading's cards under the ids of those they were, all ids different."""
    as_read = {card.id: card for card in draft.reading.deck.cards}
    taken = {*pairs.values(), *lost}
    found = []
    for place, card in enumerate(cards):
        chosen = pairs.get(place)
        if chosen is None:
            found.append(replace(card, id=CardId(make_id())) if card.id in taken else card)
            continue
        old = as_read.get(chosen)
        points = card.points
        if old is not None and key_of(old) == key_of(card):
            pairs_of_points = zip(card.points, old.points, strict=True)
            points = tuple(replace(new, id=its_old.id) for new, its_old in pairs_of_points)
        found.append(replace(card, id=chosen, points=points))
    return found


def _at_their_places(draft: Draft, cards: list[Card], lost: frozenset[CardId]) -> Iterator[Card]:
    """The new cards, and after each the edited ones that stood after it and are on no page now."""
    there = {card.id for card in cards}
    after: dict[CardId | None, list[Card]] = defaultdict(list)
    anchor: CardId | None = None
    for card in draft.deck.cards:
        if card.id in lost:
            after[anchor].append(card)
        elif card.id in there:
            anchor = card.id
    yield from after[None]
    for card in cards:
        yield card
        yield from after[card.id]
