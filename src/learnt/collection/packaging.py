"""The verbs on Anki packages: look at one, and save its decks with their history."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from learnt.collection.adding import Added
from learnt.collection.coming import NOTHING_CHOSEN, Choices, Coming
from learnt.collection.comparing import Compared
from learnt.collection.folding import bring_history, merge_events
from learnt.collection.library import Library, refuse_empty
from learnt.collection.package_media import save_media, with_files
from learnt.collection.places import opened_file
from learnt.collection.quiet import many_values
from learnt.deck import Card, Deck, Problem
from learnt.deck.updating import Manner, Update
from learnt.ids import CardId, LearnerId
from learnt.journal import Hold
from learnt.sources.packages import (
    Fields,
    PackageReading,
    holds_of,
    holds_since,
    known_of,
    map_package,
    merged,
    open_package,
    reviews_of,
)
from learnt.store import Transaction


@dataclass(frozen=True, slots=True)
class PackageAdded:
    """What adding a package changed: each deck, and how much of its history was new.

    `reviews` are answers, `known` cards that begin with what Anki expected, `holds` cards set
    aside. `files` are the pictures and sounds that are new here, and `problems` those of the
    package that could not be had whole.
    """

    decks: tuple[Added, ...]
    reviews: int
    holds: int
    known: int = 0
    files: int = 0
    file_bytes: int = 0
    problems: tuple[Problem, ...] = ()


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
        *,
        as_new: bool = False,
    ) -> PackageAdded:
        """Save the decks of a package with their history; what is there already is not doubled.

        `title` is given to the deck, or put above several; `choices` are for cards that differ from
        those that are there, or are gone. `as_new` passes over what was known where the package
        lacks the answers. The collection is backed up before. Pictures and sounds come first, then
        each deck in one transaction: where a later one fails, adding the package again goes on.
        """
        if isinstance(package, PackageReading):
            reading = package
        else:
            reading = package_of(package, decks, fields)
        refuse_empty([card for deck in reading.decks for card in deck.cards])
        self._back_up_first()
        added: list[Added] = []
        reviews = known = holds = 0
        with many_values():
            files = save_media(self.media, reading)
            for deck in _titled(reading.decks, title):
                with self.store.writing() as transaction:
                    its_own, counts = self._save_deck(
                        transaction, reading, deck, files.names, choices, as_new=as_new
                    )
                added.append(its_own)
                reviews, known, holds = map(sum, zip((reviews, known, holds), counts, strict=True))
        saved = (files.new, files.size, files.problems)
        return PackageAdded(tuple(added), reviews, holds, known, *saved)

    def package_changes(
        self, reading: PackageReading, title: str | None = None
    ) -> list[Compared | None]:
        """What each of its decks would change; None for one that is not there."""
        with many_values(), self.store.reading() as transaction:
            return [
                self._compared_in(transaction, _coming(transaction, reading, deck, {}))
                for deck in _titled(reading.decks, title)
            ]

    def _save_deck(
        self,
        transaction: Transaction,
        reading: PackageReading,
        deck: Deck,
        files: Mapping[str, str],
        choices: Choices,
        *,
        as_new: bool,
    ) -> tuple[Added, tuple[int, int, int]]:
        """One deck with its history; what was added, and new answers, cards known, and holds."""
        learner = self.learner = transaction.learners.lock(self.learner.id)
        known = transaction.decks.cards(card.id for card in deck.cards)
        coming = _coming(transaction, reading, deck, files)
        added, found = self._adding_in(transaction).add(coming, choices)
        stored = _stored(transaction, deck.cards, found)
        zone, back = learner.settings.time_zone, reading.returned
        reviews = (
            one
            for read, card in stored.items()
            for one in reviews_of(
                card, reading.origins[read], reading.log, learner.id, back.get(read)
            )
        )
        holds = (
            one
            for read, card in stored.items()
            for one in _holds(reading, read, card, learner.id, zone, is_new=read not in known)
        )
        by_id = {card.id: card for card in stored.values()}
        new = bring_history(transaction, learner, reviews, by_id)
        old = (
            one
            for read, card in stored.items()
            if read not in back or read not in known  # else what was known here went there
            for one in known_of(card, reading.origins[read], reading.log, learner.id)
        )
        begun = 0 if as_new else merge_events(transaction, learner, old)
        return added, (new, begun, merge_events(transaction, learner, holds))


def package_of(
    path: str | Path, decks: Iterable[str] = (), fields: Fields | None = None
) -> PackageReading:
    """A package read from a file. Raises Unreadable, NotFound and UsageError."""
    with many_values(), opened_file(Path(path)) as file:
        return map_package(open_package(file, str(path)), decks, fields)


def _coming(
    transaction: Transaction, reading: PackageReading, deck: Deck, files: Mapping[str, str]
) -> Coming:
    """A deck of a package: the ids of its points are made of their texts (see `identity`).

    A card that we wrote says itself what was changed in Anki since, and is merged by that.
    """
    cards = [with_files(card, files) for card in deck.cards]
    ours = transaction.decks.cards(card.id for card in cards if card.id in reading.returned)
    cards = [
        merged(replace(reading.returned[card.id], card=card), ours[card.id])
        if card.id in ours
        else card
        for card in cards
    ]
    name = deck.source or deck.title
    coming = Coming(replace(deck, cards=tuple(cards)), name, Manner(text_ids=True))
    return replace(coming, settled=frozenset(ours))


def _titled(decks: Sequence[Deck], title: str | None) -> list[Deck]:
    if title is None:
        return list(decks)
    if len(decks) == 1:
        return [replace(decks[0], title=title)]
    return [replace(deck, title=f"{title}::{deck.title}") for deck in decks]


def _holds(
    reading: PackageReading,
    read: CardId,
    card: Card,
    learner: LearnerId,
    zone: str,
    *,
    is_new: bool,
) -> Iterable[Hold]:
    """What is set aside; of a card of ours only what has changed since it went to Anki."""
    origins, back = reading.origins[read], reading.returned.get(read)
    if back is None:
        return holds_of(card, origins, learner, zone)
    if not reading.scheduled:
        return ()
    return holds_since(card, origins, learner, zone, back, is_new=is_new)


def _stored(
    transaction: Transaction, cards: Sequence[Card], found: Update
) -> Mapping[CardId, Card]:
    """Each card of a package as it is in the collection now.

    Where the same card was pasted before, it is that one, under the id it had.
    """
    ids = {found.became.get(card.id, card.id): card.id for card in cards}
    return {ids[one]: card for one, card in transaction.decks.cards(ids).items()}
