"""The verbs on the facts of cards: read them, say that one is another, take it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from learnt.collection.fact_cache import read_in_our_languages
from learnt.collection.fact_goals import goal_on
from learnt.collection.fact_phrases import phrase_in, text_of, texts_of
from learnt.collection.library import Library
from learnt.deck import Card, Deck
from learnt.errors import NotFound, UsageError
from learnt.facts import (
    Action,
    CardFacts,
    Correction,
    FactKind,
    Goal,
    sleeping,
    standing,
)
from learnt.ids import CardId, CorrectionId, DeckId, EventId, PointId, is_id
from learnt.sources import Reading
from learnt.store import Transaction

_CARD_GONE = "This card is not in the collection any more."


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was said of the facts of some cards: the last word on each.

    `standing` are those that count, `sleeping` those whose words are gone from their text. They
    wait, and count again when the words come back.
    """

    standing: tuple[Correction, ...] = ()
    sleeping: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class FactWindow:
    """The facts on some cards of a deck: `start` counts from 0, `total` is how many cards it has.

    `corrected` is what was said of all its cards, `names` are those that any of them names.
    """

    cards: tuple[CardFacts, ...]
    corrected: Corrected
    names: tuple[str, ...]
    start: int
    total: int


class FactFinding(Library):
    """The facts on the cards of a collection, as its learner corrected them."""

    def facts(self, asked: str) -> tuple[CardFacts, ...]:
        """The facts of a deck's cards, in its order, by its title, number or id.

        Raises NotFound and UsageError.
        """
        return self._facts_of(self.find(asked)[0])[0]

    def facts_on(self, deck_id: str, cards: Sequence[CardId]) -> tuple[CardFacts, ...]:
        """The facts of some cards of a deck by its id, in the order given.

        The whole deck is read for them, since its title and its other cards say what a name is. It
        is kept until a card or a correction changes. Cards of other decks are left out.
        """
        deck = self.deck_head(deck_id).id
        found = {one.card: one for one in self._facts_of(deck)[0]}
        return tuple(found[card] for card in cards if card in found)

    def facts_window(self, deck_id: str, start: int, count: int) -> FactWindow:
        """The facts on some cards of a deck by its id, in its order, from `start` (0 is the first).

        Raises NotFound.
        """
        facts, deck, said = self._facts_of(self.deck_head(deck_id).id)
        first = max(0, start)
        names = {one.name for card in facts for text in card.texts for one in text.names}
        return FactWindow(
            facts[first : first + max(0, count)],
            _corrected(deck, said),
            tuple(sorted(names)),
            first,
            len(facts),
        )

    def facts_of(self, page: Reading | Deck) -> tuple[CardFacts, ...]:
        """The facts of a page that was read, or of a deck as it stands; nothing is saved."""
        return facts_of(page)

    def corrections(self, asked: str) -> Corrected:
        """What was said of the facts of a deck, by its title, number or id, and not taken back.

        Raises NotFound and UsageError.
        """
        _, deck, said = self._facts_of(self.find(asked)[0])
        return _corrected(deck, said)

    def correct_fact(
        self,
        card_id: str,
        point: str | None,
        kind: FactKind,
        action: Action,
        quote: str,
        values: Mapping[str, str] | None = None,
        *,
        start: int | None = None,
        correction_id: str | None = None,
    ) -> Correction:
        """Say what a fact is, that one is missing, that one is none, or that two are the same.

        `quote` is the fact's phrase as it stands in the text of the point, or of the prompt where
        `point` is None; of several, the one nearest to `start` is meant. A date may be written as
        EDTF or in words. A merge says in `values` what it is the same as: `into` is another name,
        or the phrase of another fact of this kind on the card (see `goal_on`). Sent again with its
        id, a correction is kept once. Raises NotFound where card or point are gone, and UsageError
        where the phrase is not there or a value cannot be.
        """
        own = CorrectionId(self.make_id() if correction_id is None else correction_id)
        if not is_id(own):
            raise UsageError(
                "A correction's id is a UUID in small letters. Leave it out for a new one."
            )
        with self.store.writing() as transaction:
            if known := transaction.corrections.get(self.learner.id, own):
                return known
            card = _card_in(transaction, card_id)
            place = None if point is None else PointId(point)
            phrase, at = phrase_in(text_of(card, place), quote, start or 0)
            said = _checked(kind, action, values or {})
            if action is Action.MERGE and kind is not FactKind.NAME:
                said = goal_on(card, Goal(place, phrase, at), said)
            made = Correction(own, card.id, place, action, kind, phrase, at, said)
            if transaction.corrections.add(self.learner.id, made, self.now()):
                return made
            known = transaction.corrections.get(self.learner.id, own)  # it came twice at once
        if known is None:
            raise UsageError("This id is taken by another learner's. Leave it out for a new one.")
        return known

    def take_back_fact(self, correction_id: str) -> bool:
        """Take back a correction; False where that was done already. Raises NotFound."""
        with self.store.writing() as transaction:
            kept, me = transaction.corrections, self.learner.id
            found = kept.get(me, CorrectionId(correction_id)) if is_id(correction_id) else None
            if found is None:
                raise NotFound("There is no such correction. Look at the facts again.")
            return kept.take_back(me, found.id, EventId(self.make_id()), self.now())

    def _facts_of(
        self, deck_id: DeckId
    ) -> tuple[tuple[CardFacts, ...], Deck, Sequence[Correction]]:
        """A deck's facts, the deck, and what counts of all that was said of it."""
        with self.store.reading() as transaction:
            deck = transaction.decks.load(deck_id)
            if deck is None:
                raise NotFound("This deck is not in the collection any more.")
            said = transaction.corrections.of_deck(self.learner.id, deck_id)
        return self._kept_facts.of(deck, said), deck, standing(said)


def facts_of(page: Reading | Deck) -> tuple[CardFacts, ...]:
    """The facts of a page that was read, or of a deck; no collection is needed."""
    return read_in_our_languages(page.deck if isinstance(page, Reading) else page, ())


def _corrected(deck: Deck, said: Sequence[Correction]) -> Corrected:
    asleep = sleeping(said, texts_of(deck.cards))
    return Corrected(tuple(one for one in said if one not in asleep), asleep)


def _checked(kind: FactKind, action: Action, values: Mapping[str, str]) -> dict[str, str]:
    from learnt.collection.fact_checks import checked
    from learnt.weights.languages import languages

    return checked(kind, action, values, languages())


def _card_in(transaction: Transaction, card_id: str) -> Card:
    found = transaction.decks.card(CardId(card_id)) if is_id(card_id) else None
    if found is None:
        raise NotFound(_CARD_GONE)
    return found[1]
