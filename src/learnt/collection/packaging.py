"""The verbs on Anki packages: look at one, and save its decks with their history."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from learnt.collection.adding import Added
from learnt.collection.folding import bring_history, merge_events
from learnt.collection.library import Library, refuse_empty
from learnt.collection.matching import key_of
from learnt.collection.places import opened_file
from learnt.collection.quiet import many_values
from learnt.deck import Card, Deck
from learnt.deck.tidy import same_text
from learnt.ids import CardId, DeckId
from learnt.sources.packages import (
    Fields,
    PackageReading,
    histories_of,
    holds_of,
    map_package,
    open_package,
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
    ) -> PackageAdded:
        """Save the decks of a package with their history; what is there already is not doubled.

        `title` is given to the deck, or put above several. The collection is backed up before.
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
                    its_own, its_reviews, its_holds = self._save_deck(transaction, reading, deck)
                added.append(its_own)
                reviews += its_reviews
                holds += its_holds
        return PackageAdded(tuple(added), reviews, holds)

    def _save_deck(
        self, transaction: Transaction, reading: PackageReading, deck: Deck
    ) -> tuple[Added, int, int]:
        """One deck with its history; what was added, new answers, and new holds."""
        learner = self.learner = transaction.learners.lock(self.learner.id)
        known = transaction.decks.cards(card.id for card in deck.cards)
        cards = (_with_ours(card, known.get(card.id)) for card in deck.cards)
        taken = transaction.decks.owners(point.id for card in deck.cards for point in card.points)
        added = self._adding_in(transaction).add(replace(deck, cards=tuple(cards)))
        if added.new == len(deck.cards) and not taken:  # so they are there as they were given
            stored: Mapping[CardId, Card] = {card.id: card for card in deck.cards}
        else:
            stored = _stored(transaction, deck.cards, added.deck)
        zone = learner.settings.time_zone
        its = [(card, reading.origins[card_id]) for card_id, card in stored.items()]
        histories = (one for pair in its for one in histories_of(*pair, reading.log, learner.id))
        holds = (one for pair in its for one in holds_of(*pair, learner.id, zone))
        by_id = {card.id: card for card in stored.values()}
        new = bring_history(transaction, learner, histories, by_id)
        return added, new, merge_events(transaction, learner, holds)


def package_of(
    path: str | Path, decks: Iterable[str] = (), fields: Fields | None = None
) -> PackageReading:
    """A package read from a file. Raises Unreadable, NotFound and UsageError."""
    with many_values(), opened_file(Path(path)) as file:
        return map_package(open_package(file, str(path)), decks, fields)


def _titled(decks: Sequence[Deck], title: str | None) -> list[Deck]:
    if title is None:
        return list(decks)
    if len(decks) == 1:
        return [replace(decks[0], title=title)]
    return [replace(deck, title=f"{title}::{deck.title}") for deck in decks]


def _with_ours(card: Card, known: Card | None) -> Card:
    """A card that comes again, with what the learner made of its points here.

    A point is known by its text as Anki has it. Where that has come before it has not changed in
    Anki, and what stands here in its place is an edit, or has wordings and a weight of its own.
    """
    if known is None:
        return card
    ours = {point.id: point for point in known.points}
    return replace(
        card,
        points=tuple(ours.get(point.id, point) for point in card.points),
        ordered=known.ordered,
        directions=tuple({*card.directions, *known.directions}),
        wrong_options=known.wrong_options,
        hint=card.hint or known.hint,
        note=card.note or known.note,
    )


def _stored(
    transaction: Transaction, cards: Sequence[Card], target: DeckId
) -> Mapping[CardId, Card]:
    """Each card of a package as it is in the collection now: by its id, else by what it says.

    Where the same card was pasted before, it is that one, under the id it had.
    """
    found = dict(transaction.decks.cards(card.id for card in cards))
    others = [card for card in cards if card.id not in found]
    deck = transaction.decks.load(target) if others else None
    if deck is not None:
        by_text = {key_of(card): card for card in deck.cards}
        by_prompt = {same_text(card.prompt): card for card in deck.cards if card.prompt}
        for card in others:
            known = by_text.get(key_of(card)) or by_prompt.get(same_text(card.prompt or ""))
            if known is not None:
                found[card.id] = known
    return found
