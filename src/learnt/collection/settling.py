"""The verbs on what comparing found: one side is right, both stay, they are two things."""

from dataclasses import replace

from learnt.collection.conflicts import Comparing, compared
from learnt.deck import Card, Point
from learnt.deck.tidy import tidy
from learnt.errors import NotFound, UsageError
from learnt.facts import CardFacts
from learnt.facts.comparing import Choice, Comparison, Settlement, Side, unsettled
from learnt.ids import CardId, CorrectionId, EventId, PointId, is_id
from learnt.store import Transaction

_MOST_NOTE = 2_000
_GONE = "One of these two points is not in the collection any more. Compare anew."
_Place = tuple[str, str]
"""The ids of a card and of one of its points."""


class Settling(Comparing):
    """What a learner decides of two points that disagree, or that say the same."""

    def compare(self, asked: str, other: str | None = None) -> Comparison:
        """As `Comparing.compare`, without what was decided already."""
        return unsettled(super().compare(asked, other), self.settlements())

    def compare_with_all(self, deck_id: str) -> Comparison:
        """What a deck and all others tell twice and where they disagree. Raises NotFound."""
        mine, others = self.facts(deck_id), self.facts_of_others(deck_id)
        return unsettled(compared(mine, others), self.settlements())

    def facts_of_others(self, deck_id: str) -> tuple[CardFacts, ...]:
        """The facts of all decks but those that `deck_id` means."""
        own = self.find(deck_id)
        others = (deck.id for deck in self.titles() if deck.id not in own)
        return tuple(card for deck in others for card in self.facts(deck))

    def settlements(self) -> tuple[Settlement, ...]:
        """All that was decided and not taken back, the latest first."""
        with self.store.reading() as transaction:
            return transaction.settlements.all(self.learner.id)

    def settle(
        self,
        a: _Place,
        b: _Place,
        choice: Choice,
        *,
        right: str | None = None,
        words: str | None = None,
        note: str = "",
        settlement_id: str | None = None,
    ) -> Settlement:
        """Decide on two points, each by the ids of its card and its own.

        Where one is right, `right` is its point, and the other says `words` from then on; without
        them it stays as it is. Its earlier wording goes to the trash, and its history stays. Sent
        again with its id, a decision is kept once. Raises NotFound and UsageError.
        """
        own = CorrectionId(self.make_id() if settlement_id is None else settlement_id)
        if not is_id(own):
            raise UsageError("A decision's id is a UUID in small letters. Leave it out for one.")
        if len(note) > _MOST_NOTE:
            raise UsageError(f"This note is too long. Up to {_MOST_NOTE:,} letters fit.")
        if a[1] == b[1] or ((right in (a[1], b[1])) != (choice is Choice.RIGHT)):
            raise UsageError("Say which of the two points is right, or that both stay.")
        with self._adding() as adding:
            transaction, me = adding.transaction, self.learner.id
            if known := transaction.settlements.get(me, own):
                return known
            one, two = _point_in(transaction, a), _point_in(transaction, b)
            if choice is Choice.RIGHT and words is not None:
                wrong = two if one[1].id == right else one
                mended = _saying(*wrong, words)
                adding.change(mended)
                one, two = (_again(mended, each) for each in (one, two))
            made = Settlement(
                own,
                _side(*one),
                _side(*two),
                choice,
                None if right is None else PointId(right),
                note.strip(),
            )
            if not transaction.settlements.add(me, made, self.now()):
                raise UsageError("This id is taken. Leave it out for a new one.")
        return made

    def take_back_settlement(self, settlement_id: str) -> bool:
        """Let a decision count no more; words that were changed stay so.

        False where that was done already. Raises NotFound.
        """
        with self.store.writing() as transaction:
            kept, me = transaction.settlements, self.learner.id
            own = CorrectionId(settlement_id)
            if not is_id(own) or kept.get(me, own) is None:
                raise NotFound("There is no such decision. Compare anew.")
            return kept.take_back(me, own, EventId(self.make_id()), self.now())


def _point_in(transaction: Transaction, place: _Place) -> tuple[Card, Point]:
    card_id, point_id = place
    found = transaction.decks.card(CardId(card_id)) if is_id(card_id) else None
    points = found[1].points if found else ()
    point = next((one for one in points if one.id == point_id), None)
    if found is None or point is None:
        raise NotFound(_GONE)
    return found[1], point


def _saying(card: Card, point: Point, words: str) -> Card:
    """The card, one of whose points says something else."""
    text = tidy(words)
    if not text:
        raise UsageError("A point needs words. Write what it should say.")
    points = tuple(replace(one, text=text) if one.id == point.id else one for one in card.points)
    return replace(card, points=points)


def _again(mended: Card, place: tuple[Card, Point]) -> tuple[Card, Point]:
    """A point after a card was mended, which may be its own."""
    card, point = place
    if card.id != mended.id:
        return place
    return mended, next(one for one in mended.points if one.id == point.id)


def _side(card: Card, point: Point) -> Side:
    return Side(card.id, point.id, point.text)
