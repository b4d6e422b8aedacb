"""The verbs on what there is to learn: read, add, find, change, delete, export."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from learnt.collection.adding import Added
from learnt.collection.asking import DeckSummary
from learnt.collection.base import Base
from learnt.collection.finding import find_decks
from learnt.collection.places import read_bytes, write_bytes
from learnt.deck import Card, Deck
from learnt.errors import NotFound, UsageError
from learnt.ids import DeckId
from learnt.sources import Reading, read, write
from learnt.store import Trashed

BEFORE_IMPORT = "before-import"

Page = str | Path | Reading | Deck
"""What can be added: a file by its path, a page that was read, or a deck."""


class Library(Base):
    """Decks and cards of a collection."""

    def read(self, path: str | Path) -> Reading:
        """Read a page; nothing is saved. Raises Unreadable and NotFound."""
        return self.read_data(read_bytes(Path(path)), str(path))

    def read_data(self, data: bytes, name: str) -> Reading:
        """Read a page's bytes under a name; nothing is saved. Raises Unreadable."""
        return read(data, name, self.make_id)

    def add(self, page: Page, title: str | None = None) -> Added:
        """Save a page: a file, or one that was read. Cards known already are not doubled."""
        return self.add_all([page], title)[0]

    def add_all(self, pages: Iterable[Page], title: str | None = None) -> list[Added]:
        """Save several pages, all of them or none; the collection is backed up before."""
        decks = [self._as_deck(page) for page in pages]
        if title is not None:
            decks = [replace(deck, title=title) for deck in decks]
        if not all(deck.cards for deck in decks):
            raise UsageError("There is no card on this page, so nothing was saved.")
        if self.decks():
            self.store.back_up(self.now(), BEFORE_IMPORT)
        with self._adding() as adding:
            return [adding.add(deck) for deck in decks]

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
        wanted = self.find(asked)[0]
        with self.store.reading() as transaction:
            found = transaction.decks.load(wanted)
        if found is None:
            raise NotFound(f"There is no deck “{asked}”. `learnt decks` lists them.")
        return found

    def cards_numbered(self, asked: str, numbers: Sequence[int]) -> list[Card]:
        """Cards of a deck by their numbers in it, from 1; all of them where none is named."""
        deck = self.deck(asked)
        return _numbered(deck, numbers) if numbers else list(deck.cards)

    def change(self, card: Card) -> None:
        """Write a card over the one with its id; the earlier wording goes to the trash."""
        with self._adding() as adding:
            adding.change(card)

    def delete(self, asked: str, numbers: Sequence[int] = ()) -> Trashed:
        """Put a deck, or the cards with these numbers in it, into the trash."""
        deck = self.deck(asked)
        cards = _numbered(deck, numbers)
        with self._adding() as adding:
            return adding.delete_cards(deck, cards) if numbers else adding.delete_deck(deck.id)

    def trash(self) -> tuple[Trashed, ...]:
        """What was deleted, the latest first."""
        with self.store.reading() as transaction:
            return transaction.trash.list()

    def bring_back(self, asked: str) -> Added:
        """Bring back a thing from the trash, by its id or its number in the list, from 1."""
        numbered = {str(place): thing for place, thing in enumerate(self.trash(), start=1)}
        by_id = {thing.id: thing for thing in numbered.values()}
        thing = by_id.get(asked) or numbered.get(asked)
        if thing is None:
            raise NotFound(f"There is no {asked} in the trash. `learnt trash` lists what is.")
        with self._adding() as adding:
            return adding.bring_back(thing)

    def export(self, asked: str, path: str | Path, *, overwrite: bool = False) -> Path:
        """Write a deck to a file in the format of its ending. Raises UsageError."""
        target = Path(path)
        write_bytes(target, write(self.deck(asked), target.suffix.lower()), overwrite=overwrite)
        return target

    def _as_deck(self, page: Page) -> Deck:
        if isinstance(page, Deck):
            return page
        return page.deck if isinstance(page, Reading) else self.read(page).deck


def _numbered(deck: Deck, numbers: Sequence[int]) -> list[Card]:
    for number in numbers:
        if not 1 <= number <= len(deck.cards):
            raise NotFound(f"“{deck.title}” has no card {number}; it has {len(deck.cards)}.")
    return [deck.cards[number - 1] for number in dict.fromkeys(numbers)]
