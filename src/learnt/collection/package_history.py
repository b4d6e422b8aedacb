"""The history of a package's cards: answers, what was known without them, what was set aside."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from learnt.collection.folding import bring_history, merge_events
from learnt.collection.met_answers import MetAnswers
from learnt.deck import Card
from learnt.ids import CardId
from learnt.journal import Hold, Known
from learnt.sources.packages import (
    PackageReading,
    histories_of,
    holds_again,
    holds_of,
    holds_since,
    known_before,
    known_of,
    reviews_of,
    told_last,
)
from learnt.store import Learner, PastHold, Transaction


@dataclass(frozen=True)
class Bringing:
    """Brings histories to cards that are there; those `fresh` were not before this package."""

    transaction: Transaction
    learner: Learner
    reading: PackageReading
    fresh: frozenset[CardId]

    def bring(self, stored: Mapping[CardId, Card], *, as_new: bool) -> tuple[int, int, int]:
        """The history of cards, by their ids in the package.

        How many answers, cards known without them, and cards set aside were new; `as_new` passes
        over what was known.
        """
        transaction, learner = self.transaction, self.learner
        reading, back = self.reading, self.reading.returned
        histories = (
            one
            for read, card in stored.items()
            if read not in back
            for one in histories_of(card, reading.origins[read], reading.log, learner.id)
        )
        returned = (
            one
            for read, card in stored.items()
            if read in back
            for one in reviews_of(card, reading.origins[read], reading.log, learner.id, back[read])
        )
        by_id = {one.id: one for one in stored.values()}
        met = MetAnswers(transaction, learner.id, by_id)
        new = bring_history(transaction, learner, met.histories(histories), by_id)
        new += merge_events(transaction, learner, met.reviews(returned))
        past = transaction.journal.aside.ever(learner.id, list(by_id))
        more = {
            read: card for read, card in stored.items() if card.id in past or self._tells_more(read)
        }
        known = (one for read, card in more.items() for one in self._known(read, card))
        begun = 0 if as_new else merge_events(transaction, learner, met.known(known))
        holds = [
            one
            for read, card in more.items()
            for one in self._holds(read, card, past.get(card.id, ()))
        ]
        merge_events(transaction, learner, (one for one in holds if one.until <= one.at))
        aside = merge_events(transaction, learner, (one for one in holds if one.until > one.at))
        return new, begun, aside

    def _tells_more(self, read: CardId) -> bool:
        """Whether a card may have more to tell than its answers, as few cards have."""
        if read in self.reading.returned:
            return True
        for _, anki in self.reading.origins[read]:
            if anki.suspended or anki.buried or anki.id not in self.reading.log:
                return True
        return False

    def _holds(self, read: CardId, card: Card, past: Sequence[PastHold]) -> Iterable[Hold]:
        """What is set aside; where that was told before, only what has changed since.

        Of a card of ours that is since it went to Anki.
        """
        if not self.reading.scheduled:
            return ()
        me, zone = self.learner.id, self.learner.settings.time_zone
        origins, back = self.reading.origins[read], self.reading.returned.get(read)
        if told := told_last(one.hold for one in past):
            ours = _by_learner(told, past)
            return holds_again(card, origins, me, zone, told, ours=ours)
        if back is None:
            return holds_of(card, origins, me, zone)
        return holds_since(card, origins, me, zone, back, is_new=read in self.fresh)

    def _known(self, read: CardId, card: Card) -> Iterable[Known]:
        """What was known of a card elsewhere; one of ours says itself what it began with."""
        back = self.reading.returned.get(read)
        if back is not None and (back.before or read not in self.fresh):
            return known_before(card, self.learner.id, back)
        return known_of(card, self.reading.origins[read], self.reading.log, self.learner.id)


def _by_learner(told: Hold, past: Sequence[PastHold]) -> bool:
    """Whether it is the learner who has a card set aside, and not what was told of Anki."""
    standing = [one.hold for one in past if not one.taken_back]
    return bool(standing) and standing[-1] != told and standing[-1].until > standing[-1].at
