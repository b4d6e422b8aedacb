"""By what cards that say the same are known."""

from learnt.deck.card import Card
from learnt.deck.tidy import same_text

Key = tuple[str | None, tuple[str, ...]]


def key_of(card: Card) -> Key:
    """Prompt and points, under which cards that say the same are the same."""
    prompt = same_text(card.prompt) if card.prompt else None
    return prompt, tuple(same_text(point.text) for point in card.points)


def opening_of(prompt: str | None, text: str) -> tuple[str | None, str]:
    """The first parts of a card's key, from its prompt and its first point."""
    return same_text(prompt) if prompt else None, same_text(text)
