"""Adding, changing and deleting decks and cards."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from learnt.clock import Instant
from learnt.collection.coming import NOTHING_CHOSEN, Choices, Coming
from learnt.collection.comparing import Comparing, as_text
from learnt.collection.folding import refold_reviewed
from learnt.collection.matching import in_new_ids, with_ids_of_their_own
from learnt.collection.placing import put_in
from learnt.deck import Card, Deck
from learnt.deck.updating import Met, Side, State, Update, rewritten
from learnt.errors import NotFound, Overtaken
from learnt.ids import DeckId, MakeId, is_id
from learnt.sources import deck_to_json
from learnt.store import BaseRow, SourceRow, Transaction, Trashed

CHANGED_TOO = (
    "The same was changed on this card elsewhere since you read it, so nothing was changed now. "
    "Read the card again, and change it as it is now."
)


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a deck changed: cards that are new, that were written anew, that say the same.

    `others` are cards of the deck that did not come in, and `gone` those of them that their source
    said and says no more. `kept` stayed as the learner had edited them, `conflicts` were changed on
    both sides, however that was decided, and `left` were not added since they had been taken out
    before. `out` went to the trash. `there` says that the deck was there already.
    """

    deck: DeckId
    title: str
    new: int
    updated: int
    same: int
    others: int = 0
    kept: int = 0
    conflicts: int = 0
    gone: int = 0
    left: int = 0
    out: int = 0
    there: bool = False


@dataclass(frozen=True)
class Adding:
    """The verbs that change what there is to learn, within one transaction."""

    transaction: Transaction
    make_id: MakeId
    now: Instant

    def add(self, coming: Coming, choices: Choices = NOTHING_CHOSEN) -> tuple[Added, Update]:
        """Add a deck, or what is new and changed in it where it is there already."""
        coming = self.under_own_ids(coming)
        deck = coming.deck
        target = self.target_of(deck)
        found = self.comparing.compare(coming, target)
        if target is None:
            self.transaction.decks.add(replace(deck, cards=()), self.now)
        its_own = None if coming.manner.by_ids else self.source_of(found, coming, target or deck.id)
        saved = self.save(found, coming, target or deck.id, its_own, choices)
        others = self._others(target, found) if target else 0
        return replace(saved, others=others, there=target is not None), found

    def source_of(self, found: Update, coming: Coming, target: DeckId) -> str:
        """The source of a deck that speaks again, or a new one; it has spoken now."""
        bases = self.transaction.bases
        source = found.source
        if source is None or all(one.id != source for one in bases.sources(target)):
            source = self.make_id()
        bases.put_source(SourceRow(source, target, coming.name, self.now))
        return source

    def save(
        self,
        found: Update,
        coming: Coming,
        target: DeckId,
        source: str | None,
        choices: Choices = NOTHING_CHOSEN,
    ) -> Added:
        """Write an update to a deck that is there, as was chosen; `source` is who says it."""
        sides = [(met, choices.side(met)) for met in found.met]
        copies = [copy for met, side in sides if (copy := met.copied(side)) is not None]
        copies = [in_new_ids(copy, self.make_id) for copy in copies]
        updated = [
            (met.ours, after) for met, side in sides if (after := met.after(side)) != met.ours
        ]
        if found.met:
            put_in(self.transaction, target, found, source, coming.read)
        else:
            self.transaction.decks.append_cards(target, found.new, source, coming.read)
        self.transaction.decks.append_cards(target, copies)
        self._update(coming.deck.title, updated)
        if source is not None:
            said = [(met, side) for met, side in sides if not choices.leaves_open(met)]
            self._note(found, coming, source, said)
        out = [card for card in found.gone if choices.takes_out(card)]
        self._take_out(out, found.source)
        refold_reviewed(self.transaction, [card.id for card in found.new])
        return Added(
            deck=target,
            title=coming.deck.title,
            new=len(found.new) + len(copies),
            updated=len(updated),
            same=len(found.of(State.SAME)),
            kept=len(found.of(State.KEPT)),
            conflicts=len(found.of(State.CONFLICT)),
            gone=len(found.gone) - len(out),
            left=len(found.left),
            out=len(out),
        )

    @property
    def comparing(self) -> Comparing:
        """What looks before anything is written."""
        return Comparing(self.transaction, self.make_id)

    def under_own_ids(self, coming: Coming) -> Coming:
        """The same with an id for the deck, and one for each card and point."""
        deck = coming.deck
        own = DeckId(deck.id if is_id(deck.id) else self.make_id())
        cards = with_ids_of_their_own(deck.cards, self.make_id)
        return replace(coming, deck=replace(deck, id=own, cards=cards))

    def change(
        self, card: Card, base: Card | None = None, *, refuse_conflict: bool = False
    ) -> bool:
        """Write a card over the one with its id; the earlier wording goes to the trash.

        `base` is the card as it was when it was begun to be changed. What was changed elsewhere
        since stays, as far as `card` does not change the same; whether anything was is returned.
        Where both changed the same, `card` has the last word, or with `refuse_conflict` nothing is
        changed, and Overtaken raised.
        """
        found = self.transaction.decks.card(card.id)
        if found is None:
            raise NotFound("This card is not in the collection any more.")
        head, before = found
        overtaken = base is not None and base.id == card.id and base != before
        if overtaken and base is not None:
            both = rewritten(base, before, card)
            if refuse_conflict and both.conflict:
                raise Overtaken(CHANGED_TOO)
            card = both.card
        if before != card:
            self._update(head.title, [(before, card)])
        return overtaken

    def delete_deck(self, deck_id: DeckId) -> Trashed:
        """Put a deck into the trash."""
        deck = self.transaction.decks.load(deck_id)
        if deck is None:
            raise NotFound("This deck is not in the collection any more.")
        thing = self.put_in_trash("deck", deck)
        self.keep_said(deck.cards)
        self.transaction.decks.delete(deck_id)
        refold_reviewed(self.transaction, [card.id for card in deck.cards])
        return thing

    def delete_cards(self, deck: Deck) -> Trashed:
        """Put cards into the trash; `deck` is theirs, with these cards alone."""
        thing = self.put_in_trash("cards", deck)
        ids = [card.id for card in deck.cards]
        self.keep_said(deck.cards)
        self.transaction.decks.delete_cards(ids)
        refold_reviewed(self.transaction, ids)
        return thing

    def put_in_trash(self, kind: str, deck: Deck) -> Trashed:
        """Keep a deck, cards or an earlier wording as they are now."""
        content = deck_to_json(deck).decode()
        thing = Trashed(self.make_id(), kind, deck.title, self.now, content)
        self.transaction.trash.put(thing)
        return thing

    def target_of(self, deck: Deck) -> DeckId | None:
        """The deck that this one goes into: the same id, else the same title."""
        if self.transaction.decks.exists(deck.id):
            return deck.id
        return next(iter(self.transaction.decks.with_title(deck.title)), None)

    def _others(self, target: DeckId, found: Update) -> int:
        """How many cards of the deck are none of those that were added to it."""
        known = [card.id for card in found.new] + [met.ours.id for met in found.met]
        homes = self.transaction.places.of(list(dict.fromkeys(known))).values()
        head = self.transaction.windows.head(target)
        return head.cards - sum(deck == target for deck, _ in homes) if head else 0

    def _note(
        self, found: Update, coming: Coming, source: str, sides: Sequence[tuple[Met, Side]]
    ) -> None:
        """Note what a source says now, to be the base of the next time."""
        bases = self.transaction.bases
        read = ((card.id, coming.read.get(card.id)) for card in found.new)
        rows = [BaseRow(one, source, as_text(said)) for one, said in read if said is not None]
        alike = set()
        for met, side in sides:
            after = met.after(side)
            if met.said is None or (after == met.ours and source == found.source and not met.news):
                continue
            rows.append(BaseRow(met.ours.id, source, as_text(met.said)))
            if after == met.said:
                alike.add(met.ours.id)
        bases.put(rows, alike)

    def _take_out(self, cards: Sequence[Card], source: str | None) -> None:
        """Put cards that are gone from their source into the trash, those of each deck together."""
        places = self.transaction.places.of([card.id for card in cards])
        for home in dict.fromkeys(deck for deck, _ in places.values()):
            bare = self.transaction.decks.bare(home)
            its = tuple(card for card in cards if places[card.id][0] == home)
            if bare is not None:
                self.delete_cards(replace(bare, cards=its))
        self.transaction.bases.forget([card.id for card in cards], source)

    def keep_said(self, cards: Sequence[Card]) -> None:
        """Write down what sources said of cards, before they say otherwise or are gone."""
        self.transaction.bases.keep([(card.id, as_text(card)) for card in cards])

    def _update(self, title: str, updated: Sequence[tuple[Card, Card]]) -> None:
        if not updated:
            return
        earlier = tuple(before for before, _ in updated)
        home = self.transaction.decks.home_of(earlier[0].id)
        self.put_in_trash("wording", Deck(home, title, earlier))
        self.keep_said(earlier)
        for _, after in updated:
            self.transaction.decks.replace_card(after)
        refold_reviewed(self.transaction, [card.id for card in earlier])
