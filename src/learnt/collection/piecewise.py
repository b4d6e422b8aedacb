"""Adding a page that is read piece by piece: what is known of its deck is kept as digests.

All the cards of a long page, and of the deck it goes into, need not be in memory at once. A card
of the deck that is there already is known by its whole text, else by a prompt that no other card
has, as in `matching`; each is met at most once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from learnt.collection.adding import Added, Adding
from learnt.collection.coming import coming_of
from learnt.collection.comparing import as_card
from learnt.deck import Card
from learnt.ids import CardId, DeckId
from learnt.sources import Reading
from learnt.sources.long.pieces import digest_of, digest_of_texts
from learnt.store import Transaction


@dataclass
class _Known:
    """The cards that were in the deck before, by digests of their texts and of their prompts.

    `out` are digests of what sources said of cards that the learner took out.
    """

    by_text: dict[bytes, CardId] = field(default_factory=dict)
    by_prompt: dict[bytes, CardId | None] = field(default_factory=dict)
    out: set[bytes] = field(default_factory=set)

    def learn(self, transaction: Transaction, deck: DeckId) -> None:
        """All cards of a deck; a prompt that several have names none of them."""
        there = set()
        for card, prompt, points in transaction.decks.texts(deck):
            there.add(card)
            self.by_text[digest_of_texts(prompt, *points)] = card
            if prompt is not None:
                digest = digest_of_texts(prompt)
                self.by_prompt[digest] = None if digest in self.by_prompt else card
        for row in transaction.bases.written_down(deck):
            if row.said is not None:
                digest = digest_of(as_card(row.said))
                if row.card in there:
                    self.by_text[digest] = row.card
                else:
                    self.out.add(digest)

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
    transaction = adding.transaction
    known = _Known()
    total: Added | None = None
    source: str | None = None
    for piece in pieces:
        if not piece.deck.cards:
            continue
        if total is None:
            deck = replace(piece.deck, title=title or piece.deck.title)
            target = adding.target_of(deck)
            if target is None:
                target = deck.id
                transaction.decks.add(replace(deck, cards=()), adding.now)
            else:
                known.learn(transaction, target)
            total = Added(target, deck.title, 0, 0, 0)
        coming = adding.under_own_ids(coming_of(piece))
        cards = tuple(card for card in coming.deck.cards if digest_of(card) not in known.out)
        left = len(coming.deck.cards) - len(cards)
        coming = replace(coming, deck=replace(coming.deck, cards=cards))
        there = transaction.decks.cards(known.met_by(cards)) if known.by_text else {}
        found = adding.comparing.among(coming, there)
        source = source or adding.source_of(found, coming, total.deck)
        saved = adding.save(found, coming, total.deck, source)
        total = replace(
            total,
            new=total.new + saved.new,
            updated=total.updated + saved.updated,
            same=total.same + saved.same,
            kept=total.kept + saved.kept,
            conflicts=total.conflicts + saved.conflicts,
            left=total.left + left,
        )
    if total is None:
        return None
    head = transaction.windows.head(total.deck)
    met = total.new + total.updated + total.same + total.kept
    return replace(total, others=max(0, head.cards - met) if head else 0)
