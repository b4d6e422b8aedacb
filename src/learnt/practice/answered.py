"""One answer of a sitting, as the summary at its end tells it."""

from dataclasses import dataclass

from learnt.deck import Card
from learnt.ids import CardId, EventId
from learnt.journal import Rating, Review


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of this sitting, for the summary at its end."""

    review: EventId
    card: CardId
    label: str
    rating: Rating
    missed: tuple[str, ...]


def answered(review: Review, card: Card | None) -> Answered:
    """An answer as the summary tells it; `card` is None where it was deleted since."""
    missed = {outcome.point for outcome in review.outcomes if not outcome.rating.passed}
    if card is None:
        return Answered(review.id, review.card, "a card that was deleted", review.rating, ())
    texts = tuple(point.text for point in card.asked(review.direction) if point.id in missed)
    return Answered(review.id, review.card, card.label, review.rating, texts)
