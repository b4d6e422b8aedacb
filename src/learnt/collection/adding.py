"""Adding, changing, deleting and bringing back decks and cards."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from learnt.clock import Instant
from learnt.collection.folding import refold_reviewed
from learnt.collection.matching import (
    Changes,
    changes,
    key_of,
    opening_of,
    with_ids_of_their_own,
)
from learnt.deck import Card, Deck
from learnt.errors import NotFound
from learnt.ids import DeckId, MakeId, is_id
from learnt.sources import deck_from_json, deck_to_json
from learnt.store import Transaction, Trashed


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a deck changed; `others` are cards of the deck that did not come in."""

    deck: DeckId
    title: str
    new: int
    updated: int
    same: int
    others: int = 0


@dataclass(frozen=True)
class Adding:
    """The verbs that change what there is to learn, within one transaction."""

    transaction: Transaction
    make_id: MakeId
    now: Instant

    def add(self, deck: Deck, *, as_it_was: bool = False) -> Added:
        """Add a deck, or what is new and changed in it where it is there already.

        `as_it_was` says that it comes from the trash: its cards are known by their ids alone.
        """
        decks = self.transaction.decks
        deck = replace(
            deck,
            id=deck.id if is_id(deck.id) else DeckId(self.make_id()),
            cards=with_ids_of_their_own(deck.cards, self.make_id),
        )
        target = self.target_of(deck)
        there = decks.load(target) if target and not as_it_was else None
        if target is None:
            decks.add(replace(deck, cards=()), self.now)
        in_deck = there.cards if there else ()
        found = self.bring(deck.cards, target or deck.id, deck.title, in_deck, as_it_was=as_it_was)
        counts = (len(found.new), len(found.updated), len(found.same))
        others = self._others(target, found) if target else 0
        return Added(target or deck.id, deck.title, *counts, others)

    def bring(
        self,
        cards: Sequence[Card],
        target: DeckId,
        title: str,
        in_deck: Sequence[Card],
        *,
        as_it_was: bool = False,
    ) -> Changes:
        """Bring cards with ids of their own into a deck that is there.

        `in_deck` are those of its cards that any of them may be, edited or not.
        """
        found = self._changes(cards, in_deck, as_it_was=as_it_was)
        self.transaction.decks.append_cards(target, found.new)
        self._update(title, found.updated)
        refold_reviewed(self.transaction, [card.id for card in found.new])
        return found

    def change(self, card: Card) -> None:
        """Write a card over the one with its id; the earlier wording goes to the trash."""
        found = self.transaction.decks.card(card.id)
        if found is None:
            raise NotFound("This card is not in the collection any more.")
        head, before = found
        if before != card:
            self._update(head.title, [(before, card)])

    def delete_deck(self, deck_id: DeckId) -> Trashed:
        """Put a deck into the trash."""
        deck = self.transaction.decks.load(deck_id)
        if deck is None:
            raise NotFound("This deck is not in the collection any more.")
        thing = self.put_in_trash("deck", deck)
        self.transaction.decks.delete(deck_id)
        refold_reviewed(self.transaction, [card.id for card in deck.cards])
        return thing

    def delete_cards(self, deck: Deck) -> Trashed:
        """Put cards into the trash; `deck` is theirs, with these cards alone."""
        thing = self.put_in_trash("cards", deck)
        ids = [card.id for card in deck.cards]
        self.transaction.decks.delete_cards(ids)
        refold_reviewed(self.transaction, ids)
        return thing

    def bring_back(self, thing: Trashed) -> Added:
        """Take a thing out of the trash; its cards have the history they had.

        Where the same page was added again in between, its cards that were never asked make
        room: they say the same, and only these here have a history.
        """
        deck = deck_from_json(thing.content.encode())
        self._make_room(deck)
        added = self.add(deck, as_it_was=True)
        self.transaction.trash.remove(thing.id)
        return added

    def put_in_trash(self, kind: str, deck: Deck) -> Trashed:
        """Keep a deck, cards or an earlier wording as they are now."""
        content = deck_to_json(deck).decode()
        thing = Trashed(self.make_id(), kind, deck.title, self.now, content)
        self.transaction.trash.put(thing)
        return thing

    def _make_room(self, deck: Deck) -> None:
        target = self.target_of(deck)
        if target is None:
            return
        decks = self.transaction.decks
        ids = {card.id for card in deck.cards}
        texts = {key_of(card) for card in deck.cards}
        openings = {(prompt, points[0]) for prompt, points in texts}
        alike = [
            card_id
            for card_id, prompt, text in decks.openings(target)
            if card_id not in ids and opening_of(prompt, text) in openings
        ]
        twins = [card.id for card in decks.cards(alike).values() if key_of(card) in texts]
        asked = self.transaction.journal.cards_reviewed(twins)
        decks.delete_cards([twin for twin in twins if twin not in asked])

    def target_of(self, deck: Deck) -> DeckId | None:
        """The deck that this one goes into: the same id, else the same title."""
        if self.transaction.decks.exists(deck.id):
            return deck.id
        return next(iter(self.transaction.decks.with_title(deck.title)), None)

    def _others(self, target: DeckId, found: Changes) -> int:
        """How many cards of the deck are none of those that were added to it."""
        known = [card.id for card in (*found.new, *found.same)]
        known += [before.id for before, _ in found.updated]
        homes = self.transaction.places.of(list(dict.fromkeys(known))).values()
        head = self.transaction.windows.head(target)
        return head.cards - sum(deck == target for deck, _ in homes) if head else 0

    def _changes(
        self, cards: Sequence[Card], in_deck: Sequence[Card], *, as_it_was: bool
    ) -> Changes:
        points = [point.id for card in cards for point in card.points]
        return changes(
            cards,
            in_deck,
            self.transaction.decks.cards(card.id for card in cards),
            self.transaction.decks.owners(points),
            self.make_id,
            as_it_was=as_it_was,
        )

    def _update(self, title: str, updated: Sequence[tuple[Card, Card]]) -> None:
        if not updated:
            return
        earlier = tuple(before for before, _ in updated)
        home = self.transaction.decks.home_of(earlier[0].id)
        self.put_in_trash("wording", Deck(home, title, earlier))
        for _, after in updated:
            self.transaction.decks.replace_card(after)
        refold_reviewed(self.transaction, [card.id for card in earlier])
