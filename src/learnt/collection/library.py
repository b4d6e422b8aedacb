"""The verbs on what there is to learn: read, add, find, change, delete, export."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from learnt.collection.adding import Added
from learnt.collection.asking import DeckSummary
from learnt.collection.coming import NOTHING_CHOSEN, Choices, Coming, coming_of
from learnt.collection.comparing import Compared
from learnt.collection.finding import find_decks
from learnt.collection.piecewise import add_pieces
from learnt.collection.places import write_bytes
from learnt.collection.quiet import many_values
from learnt.collection.remembering import Remembering
from learnt.collection.returning import Returning
from learnt.deck import Card, Deck
from learnt.deck.tidy import one_line
from learnt.errors import NotFound, UsageError
from learnt.ids import CardId, DeckId, is_id
from learnt.sources import Reading
from learnt.store import CardWindow, DeckHead, Transaction, Trashed

if TYPE_CHECKING:
    from learnt.sources.printing import Choice

BEFORE_IMPORT = "before-import"
_NO_CARD = "There is no card on this page, so nothing was saved."
_DECK_GONE = "This deck is not in the collection any more."

Page = str | Path | Reading | Deck
"""What can be added: a file by its path, a page that was read, or a deck."""


class Library(Remembering):
    """Decks and cards of a collection."""

    def add(self, page: Page, title: str | None = None, choices: Choices = NOTHING_CHOSEN) -> Added:
        """Save a page: a file, or one that was read. Cards known already are not doubled."""
        return self.add_all([page], title, choices)[0]

    def add_all(
        self, pages: Iterable[Page], title: str | None = None, choices: Choices = NOTHING_CHOSEN
    ) -> list[Added]:
        """Save several pages, all of them or none; the collection is backed up before.

        A page that was added before is updated in place: what the learner edited stays, and
        `choices` decide where both changed the same thing, and of cards that are gone from it.
        """
        with many_values():
            return self._add_all(pages, title, choices)

    def _add_all(self, pages: Iterable[Page], title: str | None, choices: Choices) -> list[Added]:
        read = [page if isinstance(page, Deck | Reading) else self.read(page) for page in pages]
        coming = [_titled(coming_of(page), title) for page in read]
        for one in coming:
            refuse_empty(one.deck.cards)
        self._back_up_first()
        with self.store.writing() as transaction:
            for page in read:
                if isinstance(page, Reading):
                    self._remember_in(transaction, page)
            adding = self._adding_in(transaction)
            return [adding.add(one, choices)[0] for one in coming]

    def would_change(self, page: Reading | Deck, title: str | None = None) -> Compared | None:
        """What adding a page would change in the deck that it goes into; None where that is new.

        Nothing is written.
        """
        return self._would_change(_titled(coming_of(page), title))

    def _would_change(self, coming: Coming) -> Compared | None:
        with many_values(), self.store.reading() as transaction:
            return self._compared_in(transaction, coming)

    def _compared_in(self, transaction: Transaction, coming: Coming) -> Compared | None:
        adding = self._adding_in(transaction)
        target = adding.target_of(coming.deck)
        head = transaction.windows.head(target) if target is not None else None
        if head is None:
            return None
        found = adding.comparing.compare(adding.under_own_ids(coming), target)
        return Compared(head.id, head.title, head.cards, found)

    def add_pieces(self, pieces: Iterable[Reading], title: str | None = None) -> Added:
        """Save a long page as its pieces are read, all of it or nothing, with bounded memory.

        The collection is backed up before, and other programs wait until the last piece is saved.
        Raises what reading a piece raises, and UsageError where there is no card at all.
        """
        self._back_up_first()
        with self._adding() as adding:
            added = add_pieces(adding, pieces, title)
            if added is None:
                raise UsageError(_NO_CARD)
        return added

    def decks(self) -> tuple[DeckSummary, ...]:
        """All decks, with what is due and new in them."""
        with self._asking(fresh=True) as asking:
            return asking.summaries()

    def find(self, asked: str) -> tuple[DeckId, ...]:
        """The deck meant by a title, a part of it, a number or an id, and those below it."""
        with self.store.reading() as transaction:
            return find_decks(transaction.decks.list(), asked)

    def deck(self, asked: str) -> Deck:
        """One deck with its cards. Raises NotFound."""
        with self.store.reading() as transaction:
            return _deck_in(transaction, asked)

    def titles(self) -> tuple[DeckHead, ...]:
        """All decks in their order, without what is due in them."""
        with self.store.reading() as transaction:
            return transaction.windows.heads()

    def deck_head(self, deck_id: str) -> DeckHead:
        """A deck by its id, without its cards. Raises NotFound."""
        with self.store.reading() as transaction:
            return self._head_in(transaction, deck_id)

    def cards_of(
        self, deck_id: str, start: int, count: int, matching: str | None = None
    ) -> CardWindow:
        """Some cards of a deck by its id, in its order, from `start` (0 is the first).

        `matching` leaves out the cards that do not hold a text, whatever its case. Raises
        NotFound.
        """
        asked = one_line(matching or "") or None
        with self.store.reading() as transaction:
            if not (is_id(deck_id) and transaction.decks.exists(DeckId(deck_id))):
                raise NotFound(_DECK_GONE)
            return transaction.windows.cards(DeckId(deck_id), max(0, start), max(0, count), asked)

    def card(self, card_id: str) -> tuple[DeckHead, Card]:
        """A card by its id, and its deck. Raises NotFound."""
        with self.store.reading() as transaction:
            found = transaction.decks.card(CardId(card_id)) if is_id(card_id) else None
            if found is None:
                raise NotFound("This card is not in the collection any more.")
            return self._head_in(transaction, found[0].id), found[1]

    def cards_numbered(self, asked: str, numbers: Sequence[int]) -> list[Card]:
        """Cards of a deck by their numbers in it, from 1; all of them where none is named."""
        deck = self.deck(asked)
        return _numbered(deck, numbers) if numbers else list(deck.cards)

    def change(
        self, card: Card, base: Card | None = None, *, refuse_conflict: bool = False
    ) -> bool:
        """Write a card over the one with its id; the earlier wording goes to the trash.

        `base` is the card as it was when it was begun to be changed: what was changed elsewhere
        since stays where this does not change the same. Whether anything was is returned. Where it
        does change the same, it has the last word; with `refuse_conflict` Overtaken is raised, and
        nothing changed.
        """
        with self._adding() as adding:
            return adding.change(card, base, refuse_conflict=refuse_conflict)

    def delete(self, asked: str, numbers: Sequence[int] = ()) -> Trashed:
        """Put a deck, or the cards with these numbers in it, into the trash."""
        with self._adding() as adding:
            deck = _deck_in(adding.transaction, asked)
            if not numbers:
                return adding.delete_deck(deck.id)
            return adding.delete_cards(replace(deck, cards=tuple(_numbered(deck, numbers))))

    def trash(self) -> tuple[Trashed, ...]:
        """What was deleted, the latest first."""
        with self.store.reading() as transaction:
            return transaction.trash.list()

    def bring_back(self, asked: str) -> Added:
        """Bring back a thing from the trash, by its id or its number in the list, from 1."""
        with self._adding() as adding:
            things = adding.transaction.trash.list()
            numbered = {str(place): thing for place, thing in enumerate(things, start=1)}
            thing = {one.id: one for one in things}.get(asked) or numbered.get(asked)
            if thing is None:
                raise NotFound(f"There is no {asked} in the trash. `learnt trash` lists what is.")
            return Returning(adding).bring_back(thing)

    def export(self, asked: str, path: str | Path, *, overwrite: bool = False) -> Path:
        """Write a deck to a file in the format of its ending. Raises UsageError."""
        from learnt.sources import write

        target = Path(path)
        write_bytes(target, write(self.deck(asked), target.suffix.lower()), overwrite=overwrite)
        return target

    def export_print(
        self, asked: str, path: str | Path, choice: "Choice", *, overwrite: bool = False
    ) -> Path:
        """Write a deck to a file that is printed: cards to cut, a sheet or a test."""
        from learnt.sources.printing import deck_to_html

        target = Path(path)
        write_bytes(target, deck_to_html(self.deck(asked), choice), overwrite=overwrite)
        return target

    def _back_up_first(self) -> None:
        """A backup before an import, where there is something to lose."""
        with self.store.reading() as transaction:
            nothing = transaction.decks.is_empty()
        if not nothing:
            self.store.back_up(self.now(), BEFORE_IMPORT)

    def _head_in(self, transaction: Transaction, deck_id: str) -> DeckHead:
        head = transaction.windows.head(DeckId(deck_id)) if is_id(deck_id) else None
        if head is None:
            raise NotFound(_DECK_GONE)
        return head


def refuse_empty(cards: Sequence[Card]) -> None:
    """Raise UsageError where there is nothing to save."""
    if not cards:
        raise UsageError(_NO_CARD)


def _titled(coming: Coming, title: str | None) -> Coming:
    return coming if title is None else replace(coming, deck=replace(coming.deck, title=title))


def _deck_in(transaction: Transaction, asked: str) -> Deck:
    found = transaction.decks.load(find_decks(transaction.decks.list(), asked)[0])
    if found is None:  # PostgreSQL: it was deleted since it was listed
        raise NotFound(f"There is no deck “{asked}”. `learnt decks` lists them.")
    return found


def _numbered(deck: Deck, numbers: Sequence[int]) -> list[Card]:
    for number in numbers:
        if not 1 <= number <= len(deck.cards):
            raise NotFound(f"“{deck.title}” has no card {number}; it has {len(deck.cards)}.")
    return [deck.cards[number - 1] for number in dict.fromkeys(numbers)]
