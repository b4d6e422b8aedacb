"""Where new cards of a page that comes again stand in its deck: after the one they follow there."""

from collections.abc import Container
from itertools import groupby

from learnt.deck.updating import Update
from learnt.ids import CardId, DeckId
from learnt.store import Transaction

_MOST = 200
"""Places at which cards are put in; of more they stand at the end, since each may move others."""


def put_in(
    transaction: Transaction,
    deck: DeckId,
    found: Update,
    origin: str | None,
    apart: Container[CardId],
) -> None:
    """Put the new cards of an update into its deck."""
    decks, places = transaction.decks, transaction.places
    runs = [
        (one, list(cards)) for one, cards in groupby(found.new, lambda new: found.after[new.id])
    ]
    if len(runs) > _MOST:
        decks.append_cards(deck, found.new, origin, apart)
        return
    for before, cards in runs:
        home, place = places.of([before]).get(before, (None, 0)) if before else (None, 0)
        if home == deck:
            first = places.room(deck, len(cards), place + 1)
            decks.insert_cards(deck, cards, first, origin, apart)
        else:
            decks.append_cards(deck, cards, origin, apart)
