"""Adding a page that is read piece by piece: what is known of its deck is kept as digests.

All the cards of a long page, and of the deck it goes into, need not be in memory at once. A card
of the deck that is there already is known by its whole text, else by a prompt that no other card
has, as in `matching`; each is met at most once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from learnt.collection.adding import Added, Adding
from learnt.collection.matching import with_ids_of_their_own
from learnt.deck import Card
from learnt.ids import CardId, DeckId
from learnt.sources import Reading
from learnt.sources.long.pieces import digest_of, digest_of_texts
from learnt.store.decks import Decks


@dataclass
class _Known:
    """The cards that were in the deck before, by digests of their texts and of their prompts."""

    by_text: dict[bytes, CardId] = field(default_factory=dict)
    by_prompt: dict[bytes, CardId | None] = field(default_factory=dict)

    def learn(self, decks: Decks, deck: DeckId) -> None:
        """All cards of a deck; a prompt that several have names none of them."""
        for card, prompt, points in decks.texts(deck):
            self.by_text[digest_of_texts(prompt, *points)] = card
            if prompt is not None:
                digest = digest_of_texts(prompt)
                self.by_prompt[digest] = None if digest in self.by_prompt else card

    def met_by(self, cards: Sequence[Card]) -> list[CardId]:
        """Those that these cards may be. They are forgotten: no other card is one of them."""
        found: dict[CardId, None] = {}
        texts = {digest_of(card): card for card in cards}
        for digest in texts:
            if (there := self.by_text.pop(digest, None)) is not None:
                found[there] = None
        for digest, card in texts.items():
            prompt = digest_of_texts(card.prompt) if card.prompt else b""
            there = self.by_prompt.get(prompt)
            if there is not None and digest not in self.by_text:
                self.by_prompt[prompt] = None
                found[there] = None
        return list(found)


def add_pieces(adding: Adding, pieces: Iterable[Reading], title: str | None) -> Added | None:
    """Add the pieces to one deck, under `title` or that of the first; None where no card came."""
    decks = adding.transaction.decks
    known = _Known()
    total: Added | None = None
    for piece in pieces:
        if not piece.deck.cards:
            continue
        if total is None:
            deck = replace(piece.deck, title=title or piece.deck.title)
            target = adding.target_of(deck)
            if target is None:
                target = deck.id
                decks.add(replace(deck, cards=()), adding.now)
            else:
                known.learn(decks, target)
            total = Added(target, deck.title, 0, 0, 0)
        cards = with_ids_of_their_own(piece.deck.cards, adding.make_id)
        there = decks.cards(known.met_by(cards)) if known.by_text or known.by_prompt else {}
        found = adding.bring(cards, total.deck, total.title, tuple(there.values()))
        total = replace(
            total,
            new=total.new + len(found.new),
            updated=total.updated + len(found.updated),
            same=total.same + len(found.same),
        )
    if total is None:
        return None
    head = adding.transaction.windows.head(total.deck)
    others = head.cards - total.new - total.updated - total.same if head else 0
    return replace(total, others=max(0, others))
