"""The words by which a fact is known, found in the texts of cards."""

import re
from collections.abc import Sequence

from learnt.deck import Card
from learnt.errors import NotFound, UsageError
from learnt.facts import found_again
from learnt.ids import CardId, PointId

Text = tuple[CardId, PointId | None]
"""Where a text stands: a card, and its point; None for the prompt."""

_POINT_GONE = "This point is not on the card any more. Look at the card again."
_LONGEST, _SHOWN = 2_000, 60
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W_])", r"(?![^\W_])"


def text_with(card: Card, quote: str) -> PointId | None:
    """The first text of a card that says a phrase: its prompt, as None, or one of its points.

    Raises UsageError where none does.
    """
    for (_, place), text in texts_of([card]).items():
        if found_phrase(text, quote, 0) is not None:
            return place
    raise _not_there(quote, "on this card")


def texts_of(cards: Sequence[Card]) -> dict[Text, str]:
    """Every text of the cards, by where it stands."""
    found: dict[Text, str] = {}
    for card in cards:
        if card.prompt:
            found[card.id, None] = card.prompt
        found |= {(card.id, point.id): point.text for point in card.points}
    return found


def text_of(card: Card, point: PointId | None) -> str:
    """The text of a point of a card, or its prompt. Raises NotFound."""
    text = texts_of([card]).get((card.id, point))
    if text is None:
        raise NotFound(_POINT_GONE)
    return text


def phrase_in(text: str, quote: str, start: int) -> tuple[str, int]:
    """A phrase as it stands in a text, and where: the place nearest to `start`.

    Letters may be small or capital, and spaces any. Raises UsageError where it is not there.
    """
    found = found_phrase(text, quote, start)
    if found is None:
        raise _not_there(quote, "in this text")
    return found


def found_phrase(text: str, quote: str, start: int) -> tuple[str, int] | None:
    """A phrase as it stands in a text, and where; None where it is not there."""
    words, quote = quote.split(), quote.strip()
    if not words or len(quote) > _LONGEST:
        return None
    exact = found_again(quote, start, text)
    if exact is not None:
        return quote, exact.start
    before = _NO_LETTER_BEFORE if quote[0].isalnum() else ""
    after = _NO_LETTER_AFTER if quote[-1].isalnum() else ""
    loose = before + r"\s+".join(map(re.escape, words)) + after
    found = re.finditer(loose, text, re.IGNORECASE)
    nearest = min(found, key=lambda one: abs(one.start() - start), default=None)
    return None if nearest is None else (nearest.group(), nearest.start())


def _not_there(quote: str, where: str) -> UsageError:
    if not quote.strip():
        return UsageError("No words were named. Write the words of the fact as they stand there.")
    shown = quote if len(quote) <= _SHOWN else f"{quote[:_SHOWN]} …"
    return UsageError(f"“{shown}” does not stand {where}. Write the words as they stand there.")
