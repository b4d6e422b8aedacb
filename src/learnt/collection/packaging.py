"""The verbs on Anki packages: look at one, and save its decks with their history."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from learnt.collection.adding import Added
from learnt.collection.coming import NOTHING_CHOSEN, Choices, Coming
from learnt.collection.comparing import Compared
from learnt.collection.folding import bring_history, merge_events
from learnt.collection.library import Library, refuse_empty
from learnt.collection.places import opened_file
from learnt.collection.quiet import many_values
from learnt.deck import Card, Deck
from learnt.deck.updating import Manner, Update
from learnt.ids import CardId
from learnt.sources.packages import (
    Fields,
    PackageReading,
    holds_of,
    map_package,
    open_package,
    reviews_of,
)
from learnt.store import Transaction


@dataclass(frozen=True, slots=True)
class PackageAdded:
    """What adding a package changed: each deck, and how many answers and holds were new."""

    decks: tuple[Added, ...]
    reviews: int
    holds: int


class Packaging(Library):
    """Anki packages of a collection's learner."""

    def read_package(
        self,
        path: str | Path,
        decks: Iterable[str] = (),
        fields: Fields | None = None,
    ) -> PackageReading:
        """What a package holds and what its decks become; nothing is saved.

        `decks` names those that are wanted, each with what is below it; `fields` says which two
        fields of a note type are front and back. Raises Unreadable, NotFound and UsageError.
        """
        return package_of(path, decks, fields)

    def add_package(
        self,
        package: str | Path | PackageReading,
        decks: Iterable[str] = (),
        fields: Fields | None = None,
        title: str | None = None,
        choices: Choices = NOTHING_CHOSEN,
    ) -> PackageAdded:
        """Save the decks of a package with their history; what is there already is not doubled.

        `title` is given to the deck, or put above several; `choices` are for cards that differ from
        those that are there, or are gone. The collection is backed up before.
        Each deck is one transaction: where a later one fails, adding the package again goes on.
        """
        if isinstance(package, PackageReading):
            reading = package
        else:
            reading = package_of(package, decks, fields)
        refuse_empty([card for deck in reading.decks for card in deck.cards])
        self._back_up_first()
        added: list[Added] = []
        reviews = holds = 0
        with many_values():
            for deck in _titled(reading.decks, title):
                with self.store.writing() as transaction:
                    its_own, its_reviews, its_holds = self._save_deck(
                        transaction, reading, deck, choices
                    )
                added.append(its_own)
                reviews += its_reviews
                holds += its_holds
        return PackageAdded(tuple(added), reviews, holds)

    def package_changes(
        self, reading: PackageReading, title: str | None = None
    ) -> list[Compared | None]:
        """What each of its decks would change; None for one that is not there."""
        return [self._would_change(_coming(deck)) for deck in _titled(reading.decks, title)]

    def _save_deck(
        self, transaction: Transaction, reading: PackageReading, deck: Deck, choices: Choices
    ) -> tuple[Added, int, int]:
        """One deck with its history; what was added, new answers, and new holds."""
        learner = self.learner = transaction.learners.lock(self.learner.id)
        added, found = self._adding_in(transaction).add(_coming(deck), choices)
        stored = _stored(transaction, deck.cards, found)
        zone = learner.settings.time_zone
        its = [(card, reading.origins[card_id]) for card_id, card in stored.items()]
        reviews = (one for pair in its for one in reviews_of(*pair, reading.log, learner.id))
        holds = (one for pair in its for one in holds_of(*pair, learner.id, zone))
        by_id = {card.id: card for card in stored.values()}
        new = bring_history(transaction, learner, reviews, by_id)
        return added, new, merge_events(transaction, learner, holds)


def package_of(
    path: str | Path, decks: Iterable[str] = (), fields: Fields | None = None
) -> PackageReading:
    """A package read from a file. Raises Unreadable, NotFound and UsageError."""
    with many_values(), opened_file(Path(path)) as file:
        return map_package(open_package(file, str(path)), decks, fields)


def _coming(deck: Deck) -> Coming:
    """A deck of a package: the ids of its points are made of their texts (see `identity`)."""
    return Coming(deck, deck.source or deck.title, Manner(text_ids=True))


def _titled(decks: Sequence[Deck], title: str | None) -> list[Deck]:
    if title is None:
        return list(decks)
    if len(decks) == 1:
        return [replace(decks[0], title=title)]
    return [replace(deck, title=f"{title}::{deck.title}") for deck in decks]


def _stored(
    transaction: Transaction, cards: Sequence[Card], found: Update
) -> Mapping[CardId, Card]:
    """Each card of a package as it is in the collection now.

    Where the same card was pasted before, it is that one, under the id it had.
    """
    ids = {found.became.get(card.id, card.id): card.id for card in cards}
    return {ids[one]: card for one, card in transaction.decks.cards(ids).items()}
