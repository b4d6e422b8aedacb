"""What is known of a deck when it comes again: its cards, and what their sources said of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from learnt.collection.coming import Coming
from learnt.deck import Card
from learnt.deck.updating import Known, Manner, Update, update_of, with_free_points
from learnt.ids import CardId, DeckId, MakeId
from learnt.store import BaseRow, Transaction

AS_IT_WAS = Manner(whole=True, by_ids=True)
"""How the trash speaks: of cards that were here, by their ids."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A deck that is there, and what a page with its title changes in it."""

    deck: DeckId
    title: str
    cards: int
    update: Update


@dataclass(frozen=True)
class Comparing:
    """Looks at a deck before anything is written to it, within one transaction."""

    transaction: Transaction
    make_id: MakeId

    def compare(self, coming: Coming, target: DeckId | None) -> Update:
        """What comes in beside what there is; `coming` has ids of its own."""
        cards = coming.deck.cards
        found = self.transaction.decks.cards(card.id for card in cards)
        points = (point.id for card in cards for point in card.points)
        owners = self.transaction.decks.owners(points)
        known: Sequence[Known] = ()
        if coming.manner.by_ids:
            known = [Known(card) for card in found.values()]
        elif target is not None or found:
            known = self._known(target, found)
        if not known:
            if coming.unwanted:
                cards = tuple(card for card in cards if card.id not in coming.unwanted)
            if owners:
                cards = tuple(with_free_points(card, owners, self.make_id) for card in cards)
            return Update(None, cards)
        return update_of(
            cards,
            known,
            owners,
            self.make_id,
            coming.manner,
            read=coming.read,
            unwanted=coming.unwanted,
            settled=coming.settled,
        )

    def among(self, coming: Coming, there: Mapping[CardId, Card]) -> Update:
        """What comes in beside these cards alone, and those that it names by their ids."""
        decks, cards = self.transaction.decks, coming.deck.cards
        there = {**decks.cards(card.id for card in cards), **there}
        owners = decks.owners(point.id for card in cards for point in card.points)
        known = self.known(there.values(), self.transaction.bases.of_cards(there))
        return update_of(cards, known, owners, self.make_id, coming.manner)

    def known(self, cards: Iterable[Card], rows: Iterable[BaseRow]) -> list[Known]:
        """Cards that are there, with what sources said of them."""
        there = {card.id: card for card in cards}
        said: dict[CardId, dict[str, Card]] = {one: {} for one in there}
        for row in rows:
            card = there[row.card] if row.said is None else as_card(row.said)
            said[row.card][row.source] = card
        return [Known(card, said[one]) for one, card in there.items()]

    def _known(self, target: DeckId | None, named: Mapping[CardId, Card]) -> list[Known]:
        """The cards of a deck, those elsewhere that are named or were in it, those taken out."""
        bases, decks = self.transaction.bases, self.transaction.decks
        deck = decks.load(target) if target is not None else None
        there = {card.id: card for card in deck.cards} if deck else {}
        rows = list(bases.of_deck(target)) if target is not None else []
        apart = [row for row in self._written_down(target) if row.card not in there]
        moved = decks.cards({row.card: None for row in apart})
        elsewhere = {**named, **moved}
        elsewhere = {one: card for one, card in elsewhere.items() if one not in there}
        rows += bases.of_cards(elsewhere)
        found = self.known([*there.values(), *elsewhere.values()], rows)
        out: dict[CardId, dict[str, Card]] = {}
        for row in apart:
            if row.card not in elsewhere and row.said is not None:
                out.setdefault(row.card, {})[row.source] = as_card(row.said)
        found += (Known(next(iter(said.values())), said, here=False) for said in out.values())
        return found

    def _written_down(self, target: DeckId | None) -> Sequence[BaseRow]:
        return () if target is None else self.transaction.bases.written_down(target)


def as_card(said: str) -> Card:
    """A card from what `as_text` made of it."""
    return msgspec.json.decode(said, type=Card)


def as_text(card: Card) -> str:
    """A card as it is kept where it says something else now."""
    return msgspec.json.encode(card).decode()
