"""The history of a package's cards: answers, what was known without them, what was set aside."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from learnt.collection.fold_cards import memories_of
from learnt.collection.folding import bring_history, merge_events
from learnt.collection.met_answers import MetAnswers
from learnt.deck import Card
from learnt.ids import CardId, EventId
from learnt.journal import History, Hold, Known
from learnt.memory import PointMemory
from learnt.sources.packages import (
    PackageReading,
    histories_of,
    holds_of,
    holds_since,
    known_before,
    known_of,
    reviews_of,
)
from learnt.store import Learner, Transaction


@dataclass
class Foreseeing:
    """The histories of cards that are being written, and the memories that they come to.

    Of the package's cards only some are `wanted` now.
    """

    learner: Learner
    reading: PackageReading
    wanted: Sequence[Card]
    histories: dict[CardId, Sequence[History]] = field(default_factory=dict)
    memories: dict[EventId, tuple[History, PointMemory]] = field(default_factory=dict)

    def foresee(self, cards: Iterable[Card]) -> None:
        """Work them out of cards that are new, each under the id that it has in the package."""
        origins, log, back = self.reading.origins, self.reading.log, self.reading.returned
        wanted = {one.id for one in self.wanted}
        for card in cards:
            if card.id in wanted and card.id not in back:
                its = tuple(histories_of(card, origins[card.id], log, self.learner.id))
                self.histories[card.id] = its
        every = [one for its in self.histories.values() for one in its]
        found = memories_of(self.learner.model, every)
        self.memories = {one.id: (one, memory) for one, memory in zip(every, found, strict=True)}


@dataclass(frozen=True)
class Bringing:
    """Brings histories to cards that are there; those `fresh` were not before this package."""

    transaction: Transaction
    learner: Learner
    reading: PackageReading
    fresh: frozenset[CardId]
    foreseen: Foreseeing

    def bring(self, stored: Mapping[CardId, Card], *, as_new: bool) -> tuple[int, int, int]:
        """The history of cards, by their ids in the package.

        How many answers, cards known without them, and holds were new; `as_new` passes over what
        was known.
        """
        transaction, learner = self.transaction, self.learner
        reading, back = self.reading, self.reading.returned
        histories = (
            one
            for read, card in stored.items()
            if read not in back
            for one in self._histories(read, card)
        )
        returned = (
            one
            for read, card in stored.items()
            if read in back
            for one in reviews_of(card, reading.origins[read], reading.log, learner.id, back[read])
        )
        by_id = {one.id: one for one in stored.values()}
        met = MetAnswers(transaction, learner.id, by_id)
        new = bring_history(
            transaction, learner, met.histories(histories), by_id, self.foreseen.memories
        )
        new += merge_events(transaction, learner, met.reviews(returned))
        more = {read: card for read, card in stored.items() if self._tells_more(read)}
        known = (one for read, card in more.items() for one in self._known(read, card))
        begun = 0 if as_new else merge_events(transaction, learner, met.known(known))
        holds = (one for read, card in more.items() for one in self._holds(read, card))
        return new, begun, merge_events(transaction, learner, holds)

    def _histories(self, read: CardId, card: Card) -> Iterable[History]:
        foreseen = self.foreseen.histories.get(card.id)
        if foreseen is not None:
            return foreseen
        return histories_of(card, self.reading.origins[read], self.reading.log, self.learner.id)

    def _tells_more(self, read: CardId) -> bool:
        """Whether a card may have more to tell than its answers, as few cards have."""
        if read in self.reading.returned:
            return True
        for _, anki in self.reading.origins[read]:
            if anki.suspended or anki.buried or anki.id not in self.reading.log:
                return True
        return False

    def _holds(self, read: CardId, card: Card) -> Iterable[Hold]:
        """What is set aside; of a card of ours only what has changed since it went to Anki."""
        me, zone = self.learner.id, self.learner.settings.time_zone
        origins, back = self.reading.origins[read], self.reading.returned.get(read)
        if back is None:
            return holds_of(card, origins, me, zone)
        if not self.reading.scheduled:
            return ()
        return holds_since(card, origins, me, zone, back, is_new=read in self.fresh)

    def _known(self, read: CardId, card: Card) -> Iterable[Known]:
        """What was known of a card elsewhere; one of ours says itself what it began with."""
        back = self.reading.returned.get(read)
        if back is not None and (back.before or read not in self.fresh):
            return known_before(card, self.learner.id, back)
        return known_of(card, self.reading.origins[read], self.reading.log, self.learner.id)
