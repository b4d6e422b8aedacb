"""An exercise: one way of asking a card. Here free recall, forwards or backwards."""

from collections.abc import Iterable
from dataclasses import dataclass

from learnt.deck import Card, Deck, Direction, Point
from learnt.ids import CardId, DeckId
from learnt.practice.cue import cue


@dataclass(frozen=True, slots=True)
class Exercise:
    """What is shown, and the points that the answer must say.

    `cue` is set for a bare statement, whose prompt is the deck's title (or its question).
    """

    card: Card
    deck: DeckId
    deck_title: str
    direction: Direction
    prompt: str
    points: tuple[Point, ...]
    cue: str | None = None
    kind: str = "recall"

    @property
    def card_id(self) -> CardId:
        """The id of the card that is asked."""
        return self.card.id


def exercise(deck: Deck, card: Card, direction: Direction, others: Iterable[str] = ()) -> Exercise:
    """Ask `card` of `deck` in `direction`; the deck's cards are not looked at.

    `others` are the deck's other bare statements, from which a cue must tell this one apart.
    """
    points = card.asked(direction)
    if card.prompt is None:
        hint = cue(points[0].text, others)
        prompt = deck.question or deck.title
        return Exercise(card, deck.id, deck.title, direction, prompt, points, hint)
    prompt = card.prompt if direction is Direction.FORWARD else card.back
    return Exercise(card, deck.id, deck.title, direction, prompt, points)
