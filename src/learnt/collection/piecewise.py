"""Adding a page that is read piece by piece: what is known of its deck is kept as digests.

All the cards of a long page, and of the deck it goes into, need not be in memory at once. A card
of the deck that is there already is known by its whole text, else by a prompt that no other card
has, as in `matching`; each is met at most once.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from learnt.collection.adding import Added, Adding
from learnt.collection.matching import with_ids_of_their_own
from learnt.deck import Card, Deck
from learnt.ids import CardId, DeckId, is_id
from learnt.sources import Reading
from learnt.sources.long.pieces import digest_of, digest_of_texts
from learnt.store.decks import Decks


@dataclass
class _Known:
    """The cards that were in the deck before, by digests of their texts and of their prompts."""

    by_text: dict[bytes, CardId] = field(default_factory=dict)
    by_prompt: dict[bytes, CardId | None] = field(default_factory=dict)

    def learn(self, decks: Decks, deck: DeckId, coming: Sequence[Card]) -> None:
        """All cards of a deck; a prompt that several have names none of them.

        Of those that are `coming` later, what is known by its id is no other card, and a prompt
        that several have names none.
        """
        ids = {card.id for card in coming}
        for card, prompt, points in decks.texts(deck):
            if card not in ids:
                self.by_text[digest_of_texts(prompt, *points)] = card
            if prompt is not None:
                digest = digest_of_texts(prompt)
                taken = digest in self.by_prompt or card in ids
                self.by_prompt[digest] = None if taken else card
        prompts = Counter(digest_of_texts(card.prompt) for card in coming if card.prompt)
        self.by_prompt.update((one, None) for one, count in prompts.items() if count > 1)

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


@dataclass
class Piecewise:
    """One deck that comes in pieces, under `title` or that of the first.

    Each piece may have a transaction of its own; the deck may be edited between them. `coming` are
    the cards of all pieces, where they are at hand.
    """

    title: str | None = None
    coming: Sequence[Card] = ()
    total: Added | None = None
    _known: _Known = field(default_factory=_Known)
    _inside: int = 0

    def add(self, adding: Adding, piece: Deck) -> Mapping[CardId, Card]:
        """Add a piece that has cards; the cards of the deck that some of its cards may be."""
        decks = adding.transaction.decks
        total = self.total or self._begun(adding, piece)
        if not decks.exists(total.deck):  # it was deleted between two pieces
            decks.add(replace(piece, id=total.deck, title=total.title, cards=()), adding.now)
        cards = with_ids_of_their_own(piece.cards, adding.make_id)
        known = self._known
        met = known.met_by(cards) if known.by_text or known.by_prompt else []
        found = adding.bring(cards, total.deck, total.title, tuple(decks.cards(met).values()))
        its = [card.id for card in (*found.new, *found.same)]
        its += [before.id for before, _ in found.updated]
        homes = adding.transaction.places.of(list(dict.fromkeys(its))).values()
        self._inside += sum(deck == total.deck for deck, _ in homes)
        head = adding.transaction.windows.head(total.deck)
        self.total = replace(
            total,
            new=total.new + len(found.new),
            updated=total.updated + len(found.updated),
            same=total.same + len(found.same),
            others=max(0, head.cards - self._inside) if head else 0,
        )
        return decks.cards(met)

    def _begun(self, adding: Adding, piece: Deck) -> Added:
        deck = replace(piece, title=self.title or piece.title)
        if not is_id(deck.id):
            deck = replace(deck, id=DeckId(adding.make_id()))
        target = adding.target_of(deck)
        if target is None:
            adding.transaction.decks.add(replace(deck, cards=()), adding.now)
        else:
            self._known.learn(adding.transaction.decks, target, self.coming)
        return Added(target or deck.id, deck.title, 0, 0, 0)


def add_pieces(adding: Adding, pieces: Iterable[Reading], title: str | None) -> Added | None:
    """Add the pieces to one deck, under `title` or that of the first; None where no card came."""
    deck = Piecewise(title)
    for piece in pieces:
        if piece.deck.cards:
            deck.add(adding, piece.deck)
    return deck.total
