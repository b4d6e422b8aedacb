"""The verbs that edit decks by hand: made, renamed; cards written, moved, deleted by their ids."""

from collections.abc import Sequence
from dataclasses import replace

from learnt.collection.library import Library
from learnt.deck import Card, Deck, Point
from learnt.deck.tidy import one_line
from learnt.errors import NotFound, UsageError
from learnt.ids import CardId, DeckId, PointId, is_id
from learnt.store import Transaction, Trashed

_CARD_GONE = "This card is not in the collection any more."


class Editing(Library):
    """Editing decks of a collection. A card keeps its history wherever it goes."""

    def new_deck(self, title: str, question: str | None = None) -> DeckId:
        """Make a deck without cards. Raises UsageError where a deck has the title already."""
        with self.store.writing() as transaction:
            deck = Deck(DeckId(self.make_id()), _free(transaction, title), question=question)
            transaction.decks.add(deck, self.now())
        return deck.id

    def rename_deck(self, deck_id: str, title: str, question: str | None = None) -> None:
        """Give a deck another title, and the question that it is, if any.

        Raises NotFound, and UsageError where another deck has the title.
        """
        with self.store.writing() as transaction:
            head = self._head_in(transaction, deck_id)
            free = _free(transaction, title, head.id)
            transaction.decks.rename(head.id, free, one_line(question or "") or None)

    def add_card(self, deck_id: str, card: Card, before: CardId | None = None) -> Card:
        """Add a card written by hand at a deck's end, or before another of its cards.

        The card is returned under the new ids that it and its points get. Raises NotFound.
        """
        own = replace(card, id=CardId(self.make_id()), points=tuple(map(self._anew, card.points)))
        with self.store.writing() as transaction:
            deck = self._head_in(transaction, deck_id).id
            place = _room(transaction, deck, 1, before)
            transaction.decks.insert_cards(deck, [own], place)
        return own

    def move_cards(
        self, card_ids: Sequence[str], to_deck_id: str, before: CardId | None = None
    ) -> None:
        """Move cards to another deck or another place, in the order given: the end by default.

        All of them are moved or none. Raises NotFound and UsageError.
        """
        ids = _each_once(card_ids)
        if before in ids:
            raise UsageError("A card cannot be put before itself. Choose another place.")
        with self.store.writing() as transaction:
            deck = self._head_in(transaction, to_deck_id).id
            if len(transaction.places.of(ids)) < len(ids):
                raise NotFound(_CARD_GONE)
            moved = transaction.decks.cards(ids).values()
            self._adding_in(transaction).keep_said([*moved])  # by which its page finds it there
            transaction.places.move(ids, deck, _room(transaction, deck, len(ids), before))

    def delete_cards(self, card_ids: Sequence[str]) -> Trashed:
        """Put cards of one deck into the trash; those that are gone already are passed over.

        Raises NotFound where none is there, and UsageError for cards of several decks.
        """
        with self._adding() as adding:
            transaction = adding.transaction
            places = transaction.places.of(_each_once(card_ids))
            decks = {deck for deck, _ in places.values()}
            if not decks:
                raise NotFound(_CARD_GONE)
            if len(decks) > 1:
                raise UsageError("These cards are of several decks. Delete those of one at a time.")
            deck = transaction.decks.bare(decks.pop())
            assert deck is not None  # noqa: S101 - a card has its deck, the database sees to it
            cards = transaction.decks.cards(sorted(places, key=lambda card: places[card]))
            in_order = sorted(cards.values(), key=lambda card: places[card.id])
            return adding.delete_cards(replace(deck, cards=tuple(in_order)))

    def delete_deck(self, deck_id: str) -> Trashed:
        """Put a deck into the trash by its id. Raises NotFound."""
        with self._adding() as adding:
            return adding.delete_deck(self._head_in(adding.transaction, deck_id).id)

    def _anew(self, point: Point) -> Point:
        return replace(point, id=PointId(self.make_id()))


def _each_once(ids: Sequence[str]) -> list[CardId]:
    if not all(map(is_id, ids)):
        raise NotFound(_CARD_GONE)
    return [CardId(one) for one in dict.fromkeys(ids)]


def _room(transaction: Transaction, deck: DeckId, count: int, before: CardId | None) -> int:
    """The first of so many free places, at the end or before a card of the deck."""
    if before is None:
        return transaction.places.room(deck, count)
    home, place = transaction.places.of(_each_once([before])).get(before, (None, 0))
    if home != deck:
        raise NotFound("The card that this was to be put before is not in the deck any more.")
    return transaction.places.room(deck, count, place)


def _free(transaction: Transaction, title: str, own: DeckId | None = None) -> str:
    """A title that no other deck has. Raises UsageError."""
    tidy = one_line(title)
    if not tidy:
        raise UsageError("A deck needs a title. Write one.")
    if any(other != own for other in transaction.decks.with_title(tidy)):
        raise UsageError(
            f"There is a deck “{tidy}” already. Move the cards there, or choose another title."
        )
    return tidy
