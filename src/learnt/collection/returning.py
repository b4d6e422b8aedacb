"""Things that come back from the trash, and what makes room for them. Nothing is lost by it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from learnt.collection.adding import Added, Adding
from learnt.collection.coming import Coming
from learnt.collection.comparing import AS_IT_WAS
from learnt.collection.matching import in_ids_of
from learnt.deck import Card, Deck
from learnt.deck.updating import key_of, opening_of
from learnt.ids import CardId, DeckId, EventId
from learnt.journal import Hold
from learnt.sources import deck_from_json
from learnt.store import Trashed


@dataclass(frozen=True)
class Returning:
    """The way back from the trash, within the transaction of `adding`."""

    adding: Adding

    def bring_back(self, thing: Trashed) -> Added:
        """Take a thing out of the trash; its cards have the history they had.

        Where the same page was added again in between, its cards that were never asked make
        room: they say the same, and only these here have a history.
        """
        deck = deck_from_json(thing.content.encode())
        target = self.adding.target_of(deck)
        if target is not None:
            self._make_room(target, self._twins(target, deck))
        added, _ = self.adding.add(Coming(deck, deck.title, AS_IT_WAS))
        self.adding.transaction.trash.remove(thing.id)
        return added

    def _twins(self, target: DeckId, deck: Deck) -> Mapping[CardId, tuple[Card, Card]]:
        """Cards of the target that were never asked, each with the one to come that says it."""
        decks = self.adding.transaction.decks
        ids = {card.id for card in deck.cards}
        coming = {key_of(card): card for card in deck.cards}
        openings = {(prompt, points[0]) for prompt, points in coming}
        alike = [
            card_id
            for card_id, prompt, text in decks.openings(target)
            if card_id not in ids and opening_of(prompt, text) in openings
        ]
        found = {
            one: (card, coming[key_of(card)])
            for one, card in decks.cards(alike).items()
            if key_of(card) in coming
        }
        asked = self.adding.transaction.journal.cards_reviewed(list(found))
        return {one: pair for one, pair in found.items() if one not in asked}

    def _make_room(self, deck: DeckId, twins: Mapping[CardId, tuple[Card, Card]]) -> None:
        """Take twins out of their deck; one in which more stands than in its twin is kept."""
        transaction = self.adding.transaction
        more = tuple(twin for twin, coming in twins.values() if in_ids_of(coming, twin) != twin)
        bare = transaction.decks.bare(deck)
        if more and bare is not None:
            self.adding.put_in_trash("cards", replace(bare, cards=more))
        self._set_aside({one: coming.id for one, (_, coming) in twins.items()})
        transaction.bases.forget([*twins])
        transaction.decks.delete_cards([*twins])

    def _set_aside(self, became: Mapping[CardId, CardId]) -> None:
        """What was set aside stays so under its other id."""
        transaction, now = self.adding.transaction, self.adding.now
        for learner in transaction.learners.list() if became else ():
            holds = transaction.journal.holds(learner.id)
            for twin, its in became.items():
                until = holds.get(twin, now)
                if until > max(now, holds.get(its, now)):
                    event = EventId(self.adding.make_id())
                    transaction.journal.append(Hold(event, learner.id, its, now, until))
