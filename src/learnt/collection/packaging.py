"""The verbs on Anki packages: look at one, and save its decks with their history."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from learnt.collection.adding import Added
from learnt.collection.folding import bring_history, merge_events
from learnt.collection.library import Library, refuse_empty
from learnt.collection.matching import key_of
from learnt.collection.package_media import save_media, with_files
from learnt.collection.places import opened_file
from learnt.collection.quiet import many_values
from learnt.deck import Card, Deck, Problem
from learnt.deck.tidy import same_text
from learnt.ids import CardId, DeckId, LearnerId
from learnt.journal import Hold
from learnt.sources.packages import (
    Fields,
    PackageReading,
    Returned,
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
    """What adding a package changed: each deck, and how many answers and holds were new.

    `known` are cards that begin with what Anki expected of them, since their answers are not there.
    `files` and `file_bytes` are the pictures and sounds that are new here; `problems` say which of
    them could not be saved.
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
        *,
        as_new: bool = False,
    ) -> PackageAdded:
        """Save the decks of a package with their history; what is there already is not doubled.

        `title` is given to the deck, or put above several. `as_new` passes over what was known
        where the package lacks the answers. The collection is backed up before. Pictures and sounds
        come first, then each deck in one transaction: where a later one fails, adding the package
        again goes on.
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
                        transaction, reading, deck, files.names, as_new=as_new
                    )
                added.append(its_own)
                reviews, known, holds = map(sum, zip((reviews, known, holds), counts, strict=True))
        saved = (files.new, files.size, files.problems)
        return PackageAdded(tuple(added), reviews, holds, known, *saved)

    def _save_deck(
        self,
        transaction: Transaction,
        reading: PackageReading,
        deck: Deck,
        files: Mapping[str, str],
        *,
        as_new: bool,
    ) -> tuple[Added, tuple[int, int, int]]:
        """One deck with its history; what was added, and new answers, cards known, and holds."""
        learner = self.learner = transaction.learners.lock(self.learner.id)
        known = transaction.decks.cards(card.id for card in deck.cards)
        back = reading.returned
        cards = (
            with_files(_with_ours(card, known.get(card.id), back.get(card.id)), files)
            for card in deck.cards
        )
        deck = replace(deck, cards=tuple(cards))
        added = self._adding_in(transaction).add(deck)
        stored = _stored(transaction, deck.cards, added.deck)
        zone = learner.settings.time_zone
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


def _with_ours(card: Card, known: Card | None, back: Returned | None) -> Card:
    """A card that comes again, with what the learner made of it here.

    One that we wrote says itself what was changed in Anki. Of any other, a point is known by its
    text as Anki has it. Where that has come before it has not changed in Anki, and what stands here
    in its place is an edit, or has wordings and a weight of its own.
    """
    if known is None:
        return card
    if back is not None:
        return merged(back, known)
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
