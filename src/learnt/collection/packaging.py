"""The verbs on Anki packages: look at one, and save its decks with their history."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from learnt.collection.adding import Added
from learnt.collection.coming import NOTHING_CHOSEN, Choices, Coming
from learnt.collection.comparing import Compared
from learnt.collection.library import Library, refuse_empty
from learnt.collection.places import opened_file
from learnt.collection.quiet import many_values
from learnt.deck import Card, Deck, Problem
from learnt.deck.updating import Manner
from learnt.ids import CardId
from learnt.store import Transaction

if TYPE_CHECKING:
    from learnt.sources.packages import Fields, PackageReading

_COUNTS = ("reviews", "known", "holds")

_MOST_WORK, _OF_A_CARD = 5_000, 4
"""What is saved in one transaction: answers, and cards, each of which takes as long as four."""

_TURN_SECONDS = 0.06
"""Between two transactions: time enough for whoever waits for the database to notice."""


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


@dataclass(frozen=True, slots=True)
class DeckSaved:
    """What a deck of a package comes to when `cards` of its `of` cards have their history."""

    added: Added
    reviews: int
    known: int
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
        fields: "Fields | None" = None,
    ) -> "PackageReading":
        """What a package holds and what its decks become; nothing is saved.

        `decks` names those that are wanted, each with what is below it; `fields` says which two
        fields of a note type are front and back. Raises Unreadable, NotFound and UsageError.
        """
        return package_of(path, decks, fields)

    def add_package(
        self,
        package: "str | Path | PackageReading",
        decks: Iterable[str] = (),
        fields: "Fields | None" = None,
        title: str | None = None,
        choices: Choices = NOTHING_CHOSEN,
        progress: Callable[[DeckSaved], None] = lambda _: None,
        *,
        as_new: bool = False,
        in_turns: bool = False,
    ) -> PackageAdded:
        """Save the decks of a package with their history; what is there already is not doubled.

        `title` is given to the deck, or put above several; `choices` are for cards that differ from
        those that are there, or are gone. `as_new` passes over what was known where the package
        lacks the answers. The collection is backed up before. Pictures and sounds come first. Each
        deck is one transaction; `in_turns`, the history of a large one is several, so that an
        answer that is given meanwhile never waits for all of it, which takes longer. Where one
        fails, adding the package again goes on. `progress` is called after each, with what its
        deck comes to so far.
        """
        from learnt.collection.package_media import save_media

        if isinstance(package, str | Path):
            package = package_of(package, decks, fields)
        reading = package
        refuse_empty([card for deck in reading.decks for card in deck.cards])
        self._back_up_first()
        saved: list[DeckSaved] = []
        with many_values():
            files = save_media(self.media, reading)
            for deck in _titled(reading.decks, title):
                parts = _parts(reading, deck) if in_turns else [deck.cards]
                for so_far in self._save_deck(
                    reading, deck, parts, files.names, choices, as_new=as_new
                ):
                    progress(so_far)
                saved.append(so_far)
        counts = {name: sum(getattr(one, name) for one in saved) for name in _COUNTS}
        return PackageAdded(
            tuple(one.added for one in saved),
            **counts,
            files=files.new,
            file_bytes=files.size,
            problems=files.problems,
        )

    def package_changes(
        self, reading: "PackageReading", title: str | None = None
    ) -> list[Compared | None]:
        """What each of its decks would change; None for one that is not there."""
        from learnt.collection.package_media import names_to_be

        files = names_to_be(self.media, reading)
        with many_values(), self.store.reading() as transaction:
            return [
                self._compared_in(transaction, _coming(transaction, reading, deck, files))
                for deck in _titled(reading.decks, title)
            ]

    def _save_deck(
        self,
        reading: "PackageReading",
        deck: Deck,
        parts: Iterable[Sequence[Card]],
        files: Mapping[str, str],
        choices: Choices,
        *,
        as_new: bool,
    ) -> Iterator[DeckSaved]:
        """One deck, then its history; what it comes to after each part, the whole of it last."""
        from learnt.collection.package_history import Bringing

        so_far: DeckSaved | None = None
        became: Mapping[CardId, CardId] = {}
        fresh: frozenset[CardId] = frozenset()
        for part in parts:
            if so_far:
                sleep(_TURN_SECONDS)
            with self.store.writing() as transaction:
                self.learner = transaction.learners.lock(self.learner.id)
                if so_far is None:
                    ids = {card.id for card in deck.cards}
                    fresh = frozenset(ids - transaction.decks.cards(ids).keys())
                    coming = _coming(transaction, reading, deck, files)
                    added, found = self._adding_in(transaction).add(coming, choices)
                    became, so_far = found.became, DeckSaved(added, 0, 0, 0, 0, len(deck.cards))
                    stored = _stored(transaction, part, became, found.new)
                else:
                    stored = _stored(transaction, part, became)
                bringing = Bringing(transaction, self.learner, reading, fresh)
                reviews, known, holds = bringing.bring(stored, as_new=as_new)
            so_far = replace(
                so_far,
                reviews=so_far.reviews + reviews,
                known=so_far.known + known,
                holds=so_far.holds + holds,
                cards=so_far.cards + len(part),
            )
            yield so_far


def package_of(
    path: str | Path,
    decks: Iterable[str] = (),
    fields: "Fields | None" = None,
    name: str | None = None,
) -> "PackageReading":
    """A package read from a file, called `name` or by its path.

    Raises Unreadable, NotFound and UsageError.
    """
    from learnt.sources.packages import map_package, open_package

    with many_values(), opened_file(Path(path)) as file:
        return map_package(open_package(file, name or str(path)), decks, fields)


def _coming(
    transaction: Transaction, reading: "PackageReading", deck: Deck, files: Mapping[str, str]
) -> Coming:
    """A deck of a package: the ids of its points are made of their texts (see `identity`).

    A card that we wrote says itself what was changed in Anki since, and is merged by that.
    """
    from learnt.collection.package_media import with_files
    from learnt.sources.packages import merged

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


def _parts(reading: "PackageReading", deck: Deck) -> Iterator[Sequence[Card]]:
    """The cards in parts, each of which is saved in a moment; most decks are one."""
    part: list[Card] = []
    work = 0
    for card in deck.cards:
        rows = sum(len(reading.log.get(one.card.id, ())) for one in reading.origins[card.id])
        if part and work + rows > _MOST_WORK:
            yield part
            part, work = [], 0
        part.append(card)
        work += rows + _OF_A_CARD
    yield part


def _stored(
    transaction: Transaction,
    cards: Sequence[Card],
    became: Mapping[CardId, CardId],
    new: Iterable[Card] = (),
) -> Mapping[CardId, Card]:
    """Each card of a package as it is in the collection now; the new ones need not be read.

    Where the same card was pasted before, it is that one, under the id it had.
    """
    ids = {became.get(card.id, card.id): card.id for card in cards}
    there = {one.id: one for one in new if one.id in ids}
    there |= transaction.decks.cards(one for one in ids if one not in there)
    return {ids[one]: card for one, card in there.items()}
