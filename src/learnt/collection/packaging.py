"""The verbs on Anki packages: look at one, and save its decks with their history."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import sleep

from learnt.collection.adding import Added
from learnt.collection.folding import bring_history, merge_events
from learnt.collection.library import Library, refuse_empty
from learnt.collection.matching import key_of
from learnt.collection.piecewise import Piecewise
from learnt.collection.places import opened_file
from learnt.collection.quiet import many_values
from learnt.deck import Card, Deck
from learnt.deck.tidy import same_text
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

_MOST_WORK, _OF_A_CARD = 5_000, 4
"""What is saved in one transaction: answers, and cards, each of which takes as long as four."""

_TURN_SECONDS = 0.06
"""Between two transactions: time enough for whoever waits for the database to notice."""


@dataclass(frozen=True, slots=True)
class PackageAdded:
    """What adding a package changed: each deck, and how many answers and holds were new."""

    decks: tuple[Added, ...]
    reviews: int
    holds: int


@dataclass(frozen=True, slots=True)
class DeckSaved:
    """What a deck of a package comes to when `cards` of its `of` cards are saved."""

    added: Added
    reviews: int
    holds: int
    cards: int
    of: int

    @property
    def whole(self) -> bool:
        """Whether all of it is saved."""
        return self.cards == self.of


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
        progress: Callable[[DeckSaved], None] = lambda _: None,
    ) -> PackageAdded:
        """Save the decks of a package with their history; what is there already is not doubled.

        `title` is given to the deck, or put above several. The collection is backed up before.
        Each deck is one transaction, and a large one several, so that an answer that is given
        meanwhile never waits for all of it: where one fails, adding the package again goes on.
        `progress` is called after each, with what its deck comes to so far.
        """
        if isinstance(package, PackageReading):
            reading = package
        else:
            reading = package_of(package, decks, fields)
        refuse_empty([card for deck in reading.decks for card in deck.cards])
        self._back_up_first()
        added: list[DeckSaved] = []
        with many_values():
            for deck in _titled(reading.decks, title):
                for so_far in self._save_deck(reading, deck):
                    progress(so_far)
                added.append(so_far)
        reviews, holds = (sum(getattr(one, name) for one in added) for name in ("reviews", "holds"))
        return PackageAdded(tuple(one.added for one in added), reviews, holds)

    def _save_deck(self, reading: PackageReading, deck: Deck) -> Iterator[DeckSaved]:
        """One deck with its history; what it comes to after each part, the whole of it last."""
        piecewise = Piecewise(coming=deck.cards)
        saved = reviews = holds = 0
        for part in _parts(reading, deck):
            if saved:
                sleep(_TURN_SECONDS)
            with self.store.writing() as transaction:
                new_reviews, new_holds = self._save_part(transaction, reading, part, piecewise)
            saved += len(part.cards)
            reviews += new_reviews
            holds += new_holds
            if piecewise.total:
                yield DeckSaved(piecewise.total, reviews, holds, saved, len(deck.cards))

    def _save_part(
        self, transaction: Transaction, reading: PackageReading, part: Deck, piecewise: Piecewise
    ) -> tuple[int, int]:
        """Some cards of a deck with their history; how many answers and holds were new."""
        learner = self.learner = transaction.learners.lock(self.learner.id)
        known = transaction.decks.cards(card.id for card in part.cards)
        cards = (_with_ours(card, known.get(card.id)) for card in part.cards)
        whole = replace(part, cards=tuple(cards))
        met = piecewise.add(self._adding_in(transaction), whole)
        stored = _stored(transaction, part.cards, met.values())
        zone = learner.settings.time_zone
        its = [(card, reading.origins[card_id]) for card_id, card in stored.items()]
        reviews = (one for pair in its for one in reviews_of(*pair, reading.log, learner.id))
        holds = (one for pair in its for one in holds_of(*pair, learner.id, zone))
        by_id = {card.id: card for card in stored.values()}
        new = bring_history(transaction, learner, reviews, by_id)
        return new, merge_events(transaction, learner, holds)


def package_of(
    path: str | Path,
    decks: Iterable[str] = (),
    fields: Fields | None = None,
    name: str | None = None,
) -> PackageReading:
    """A package read from a file, called `name` or by its path.

    Raises Unreadable, NotFound and UsageError.
    """
    with many_values(), opened_file(Path(path)) as file:
        return map_package(open_package(file, name or str(path)), decks, fields)


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


def _parts(reading: PackageReading, deck: Deck) -> Iterator[Deck]:
    """The deck in parts, each of which is saved in a moment; most decks are one."""
    part: list[Card] = []
    work = 0
    for card in deck.cards:
        rows = sum(len(reading.log.get(one.card.id, ())) for one in reading.origins[card.id])
        if part and work + rows > _MOST_WORK:
            yield replace(deck, cards=tuple(part))
            part, work = [], 0
        part.append(card)
        work += rows + _OF_A_CARD
    yield replace(deck, cards=tuple(part))


def _stored(
    transaction: Transaction, cards: Sequence[Card], alike: Iterable[Card]
) -> Mapping[CardId, Card]:
    """Each card of a package as it is in the collection now: by its id, else by what it says.

    Where the same card was pasted before, it is that one, under the id it had: one of those alike.
    """
    found = dict(transaction.decks.cards(card.id for card in cards))
    others = [card for card in cards if card.id not in found]
    there = list(alike) if others else []
    by_text = {key_of(card): card for card in there}
    by_prompt = {same_text(card.prompt): card for card in there if card.prompt}
    for card in others:
        known = by_text.get(key_of(card)) or by_prompt.get(same_text(card.prompt or ""))
        if known is not None:
            found[card.id] = known
    return found
