"""Made-up learners: answers of many days, written to the journal as another device would."""

from random import Random

from learnt import Collection
from learnt.clock import DAY_MS, MINUTE_MS, Instant
from learnt.deck import Direction
from learnt.ids import EventId
from learnt.journal import Rating, Review, outcomes_of
from tests.collection.world import simple_deck

CARDS = 60
WAITS = (1, 2, 4, 7, 12, 14, 20)
"""Days between the answers to a card, one time after the other."""


def forgetful(collection: Collection, days: int = 60) -> int:
    """Answers of the last days by someone who forgets more than is usual; how many there are.

    Two thirds is recalled however long it was, where most people would recall nine tenths of it
    and more after so few days: a fit to that foretells better.
    """
    chance = Random(5)
    deck = simple_deck(CARDS, points=1)
    collection.add(deck)
    now = collection.now()
    reviews = []
    for number, card in enumerate(deck.cards):
        day = number % 3
        for turn in range(99):
            at = Instant(now - round((days - day) * DAY_MS) + chance.randrange(90 * MINUTE_MS))
            if at >= now:
                break
            recalled = turn == 0 or chance.random() < 2 / 3
            rating = Rating.GOOD if recalled else Rating.AGAIN
            points = card.asked(Direction.FORWARD)
            said = {point.id for point in points} if recalled else set()
            reviews.append(
                Review(
                    EventId(collection.make_id()),
                    collection.learner.id,
                    card.id,
                    at,
                    rating,
                    outcomes_of(points, said, rating),
                    Direction.FORWARD,
                )
            )
            day += WAITS[min(turn, len(WAITS) - 1)]
    collection.merge(reviews)
    return len(reviews)
