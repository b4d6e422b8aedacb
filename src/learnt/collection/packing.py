"""The verb that writes decks as an Anki package, with what was learnt of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from learnt.clock import Instant
from learnt.collection.finding import find_tree
from learnt.collection.library import Library
from learnt.collection.places import refuse_to_overwrite, write_bytes
from learnt.collection.quiet import many_values
from learnt.deck import Deck, Direction
from learnt.errors import UsageError
from learnt.ids import CardId
from learnt.journal import Asked, BriefReview, Known, begins_with
from learnt.store import Transaction

if TYPE_CHECKING:
    from learnt.sources.packages import Packed, Studied

PACKAGE = ".apkg"
_NO_CARD = "There is no card in “{}”, so there is nothing to export."


@dataclass(frozen=True, slots=True)
class _CardHead:
    id: CardId


@dataclass(frozen=True, slots=True)
class _DeckHead:
    cards: tuple[_CardHead, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """As much of a deck in the trash as says which cards are in it."""

    deck: _DeckHead


class Packing(Library):
    """Decks that go to Anki."""

    def export_package(
        self,
        decks: str | Iterable[str],
        path: str | Path,
        *,
        history: bool = True,
        overwrite: bool = False,
    ) -> "Packed":
        """Write decks, with those below them, to an Anki package: all of it or nothing.

        `history` takes the answers and the schedule along. Raises NotFound and UsageError.
        """
        if not overwrite:
            refuse_to_overwrite(Path(path))
        packed = self.pack(decks, history=history)
        self.write_package(packed, path, overwrite=overwrite)
        return packed

    def write_package(self, packed: "Packed", path: str | Path, *, overwrite: bool = False) -> None:
        """Write a package that was packed before. Raises UsageError."""
        write_bytes(Path(path), packed.data, overwrite=overwrite)

    def pack(self, decks: str | Iterable[str], *, history: bool = True) -> "Packed":
        """Decks, with those below them, as the bytes of an Anki package; nothing is written.

        Raises as `export_package`.
        """
        asked = [decks] if isinstance(decks, str) else list(decks)
        with many_values():
            return self._pack(asked, history=history)

    def export(self, asked: str, path: str | Path, *, overwrite: bool = False) -> Path:
        """Write a deck to a file in the format of its ending. Raises NotFound and UsageError."""
        if Path(path).suffix.lower() != PACKAGE:
            return super().export(asked, path, overwrite=overwrite)
        self.export_package(asked, path, overwrite=overwrite)
        return Path(path)

    def _pack(self, asked: Sequence[str], *, history: bool) -> "Packed":
        from learnt.sources.packages import NEVER_STUDIED, Outgoing, write_package

        with self.store.reading() as transaction:
            self.learner = transaction.learners.get(self.learner.id)
            rows = transaction.decks.list()
            meant = {deck for one in asked for deck in find_tree(rows, one)}
            found = [
                deck
                for row in rows
                if row.id in meant and (deck := transaction.decks.load(row.id)) and deck.cards
            ]
            if not found:
                raise UsageError(_NO_CARD.format(", ".join(asked)))
            outgoing = Outgoing(
                found,
                self.now(),
                self._studied(transaction, found) if history else NEVER_STUDIED,
                _changed(transaction),
                self.learner.settings,
                self.learner.model,
            )
        return write_package(outgoing, self.media.bytes_of)

    def _studied(self, transaction: Transaction, decks: Sequence[Deck]) -> "Studied":
        from learnt.sources.packages import Studied

        me = self.learner.id
        ids = [deck.id for deck in decks]
        schedules = transaction.caches.all_schedules(me, ids)
        reviews = transaction.journal.reviews_of_decks(me, ids)
        return Studied(
            reviews,
            {(one.card, one.direction): one for one in schedules},
            transaction.journal.holds(me),
            _begun(transaction.journal.known(me), reviews),
        )


def _begun(
    knowns: Iterable[Known], reviews: Mapping[CardId, Sequence[BriefReview]]
) -> Mapping[Asked, Known]:
    """What the memory of cards begins with, where it is not an answer."""
    by_card: dict[CardId, list[Known]] = defaultdict(list)
    for known in knowns:
        by_card[known.card].append(known)
    return {
        (card, way): begin
        for card, its in by_card.items()
        for way in Direction
        if (begin := begins_with(its, reviews.get(card, ()), way)) is not None
    }


def _changed(transaction: Transaction) -> Mapping[CardId, Instant]:
    """When cards were last edited: their earlier wordings are in the trash, with the time."""
    found: dict[CardId, Instant] = defaultdict(lambda: Instant(0))
    for thing in transaction.trash.list():
        if thing.kind == "wording":
            for card in msgspec.json.decode(thing.content, type=_Kept).deck.cards:
                found[card.id] = max(found[card.id], thing.at)
    return found
