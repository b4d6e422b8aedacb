"""Stage `deck`: cards, points and decks as values, and the plain-text format people write.

In: nothing but values. Out: `Deck`, `Card`, `Point`, `Problem`, and text both ways.
"""

from learnt.deck.card import Card, Direction, Point
from learnt.deck.deck import UNTITLED, Deck
from learnt.deck.problem import Problem

__all__ = ["UNTITLED", "Card", "Deck", "Direction", "Point", "Problem"]
