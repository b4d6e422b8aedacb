"""Adding, changing, deleting and bringing back decks and cards."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from learnt.clock import Instant
from learnt.collection.folding import refold_reviewed
from learnt.collection.matching import Changes, changes, key_of, with_ids_of_their_own
from learnt.deck import Card, Deck
from learnt.errors import NotFound
from learnt.ids import DeckId, MakeId, is_id
from learnt.memory import MemoryModel
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
    model: MemoryModel
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
        target = self._target(deck)
        there = decks.load(target) if target else None
        found = self._changes(deck, there, as_it_was=as_it_was)
        if target is None:
            target = deck.id
            decks.add(replace(deck, cards=found.new), self.now)
        else:
            decks.append_cards(target, found.new)
        self._update(deck.title, found.updated)
        refold_reviewed(self.transaction, [card.id for card in found.new], self.model)
        known = {card.id for card in found.same} | {before.id for before, _ in found.updated}
        others = sum(card.id not in known for card in there.cards) if there else 0
        counts = (len(found.new), len(found.updated), len(found.same))
        return Added(target, deck.title, *counts, others)

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
        thing = self._bin("deck", deck.title, deck)
        self.transaction.decks.delete(deck_id)
        refold_reviewed(self.transaction, [card.id for card in deck.cards], self.model)
        return thing

    def delete_cards(self, deck: Deck, cards: Sequence[Card]) -> Trashed:
        """Put cards of a deck into the trash."""
        thing = self._bin("cards", deck.title, replace(deck, cards=tuple(cards)))
        ids = [card.id for card in cards]
        self.transaction.decks.delete_cards(ids)
        refold_reviewed(self.transaction, ids, self.model)
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

    def _make_room(self, deck: Deck) -> None:
        target = self._target(deck)
        there = self.transaction.decks.load(target) if target else None
        ids = {card.id for card in deck.cards}
        texts = {key_of(card) for card in deck.cards}
        twins = [
            card.id
            for card in (there.cards if there else ())
            if card.id not in ids and key_of(card) in texts
        ]
        asked = self.transaction.journal.cards_reviewed(twins)
        self.transaction.decks.delete_cards([twin for twin in twins if twin not in asked])

    def _target(self, deck: Deck) -> DeckId | None:
        """The deck that this one goes into: the same id, else the same title."""
        if self.transaction.decks.exists(deck.id):
            return deck.id
        return next(iter(self.transaction.decks.with_title(deck.title)), None)

    def _changes(self, deck: Deck, there: Deck | None, *, as_it_was: bool) -> Changes:
        points = [point.id for card in deck.cards for point in card.points]
        return changes(
            deck.cards,
            there.cards if there else (),
            self.transaction.decks.cards(card.id for card in deck.cards),
            self.transaction.decks.owners(points),
            self.make_id,
            as_it_was=as_it_was,
        )

    def _update(self, title: str, updated: Sequence[tuple[Card, Card]]) -> None:
        if not updated:
            return
        earlier = tuple(before for before, _ in updated)
        home = self.transaction.decks.home_of(earlier[0].id)
        self._bin("wording", title, Deck(home, title, earlier))
        for _, after in updated:
            self.transaction.decks.replace_card(after)
        refold_reviewed(self.transaction, [card.id for card in earlier], self.model)

    def _bin(self, kind: str, title: str, deck: Deck) -> Trashed:
        content = deck_to_json(deck).decode()
        thing = Trashed(self.make_id(), kind, title, self.now, content)
        self.transaction.trash.put(thing)
        return thing
