"""A draft: a page as it was read, and what the learner made of it before it is saved."""

from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

import msgspec

from learnt.clock import Instant
from learnt.deck import Card, Deck
from learnt.errors import NotFound
from learnt.ids import CardId, DraftId
from learnt.sources import Reading
from learnt.store import DraftHead, DraftRow


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that is being checked.

    `reading` is the page as it was read, `deck` as it was edited since, under the same ids.
    `changed` are the cards that the learner edited or wrote, `dropped` those taken out: they
    stay in the deck, and are not saved.
    """

    id: DraftId
    at: Instant
    reading: Reading
    deck: Deck
    changed: frozenset[CardId] = frozenset()
    dropped: frozenset[CardId] = frozenset()

    @property
    def kept(self) -> tuple[Card, ...]:
        """The cards that would be saved, in their order."""
        return tuple(card for card in self.deck.cards if card.id not in self.dropped)

    @property
    def mark(self) -> str:
        """What tells the page's text, as it is now, from every other text."""
        text = "\n".join(self.reading.lines)
        return sha256(text.encode(errors="surrogatepass")).hexdigest()[:32]

    def card(self, card_id: str) -> Card:
        """A card as it is now. Raises NotFound."""
        return self.deck.cards[self._place(card_id)]

    def as_read(self, card_id: str) -> Card | None:
        """A card as the page says it; None for one that is not on the page."""
        return next((card for card in self.reading.deck.cards if card.id == card_id), None)

    @property
    def as_read_before(self) -> dict[CardId, Card | None]:
        """What the page says of each card that the learner changed; None of one they wrote."""
        read = {card.id: card for card in self.reading.deck.cards if card.id in self.changed}
        return {card: read.get(card) for card in self.changed}

    def edited(self, card: Card) -> "Draft":
        """With a card written over the one with its id, from the same lines of the page.

        One that is again as it was read counts as unchanged. Raises NotFound.
        """
        place = self._place(card.id)
        card = replace(card, source_lines=self.deck.cards[place].source_lines)
        cards = (*self.deck.cards[:place], card, *self.deck.cards[place + 1 :])
        back = card == self.as_read(card.id)
        changed = self.changed - {card.id} if back else self.changed | {card.id}
        return replace(self, deck=replace(self.deck, cards=cards), changed=changed)

    def added(self, card: Card, before: str | None = None) -> "Draft":
        """With a card that the learner wrote, at the end or before another. Raises NotFound."""
        place = len(self.deck.cards) if before is None else self._place(before)
        cards = (*self.deck.cards[:place], card, *self.deck.cards[place:])
        changed = self.changed | {card.id}
        return replace(self, deck=replace(self.deck, cards=cards), changed=changed)

    def without(self, card_id: str) -> "Draft":
        """With a card taken out. Raises NotFound."""
        return replace(self, dropped=self.dropped | {self.card(card_id).id})

    def with_back(self, card_id: str) -> "Draft":
        """With a card that was taken out put back. Raises NotFound."""
        return replace(self, dropped=self.dropped - {self.card(card_id).id})

    def renamed(self, title: str, question: str | None) -> "Draft":
        """Under another title."""
        return replace(self, deck=replace(self.deck, title=title, question=question))

    def _place(self, card_id: str) -> int:
        for place, card in enumerate(self.deck.cards):
            if card.id == card_id:
                return place
        raise NotFound("This card is not on the page any more. Look at the page again.")


@dataclass(frozen=True, slots=True)
class _Edited:
    """What is written anew with every edit: of most cards no more than the id.

    `deck` has those cards alone that are not as they were read; `order` names all of them.
    """

    deck: Deck
    order: list[CardId]
    changed: list[CardId]
    dropped: list[CardId]


def row_of(draft: Draft, reading: str | None = None) -> DraftRow:
    """A draft as the store keeps it; `reading` is its reading as JSON where that is at hand."""
    as_read = {card.id: card for card in draft.reading.deck.cards}
    others = tuple(card for card in draft.deck.cards if as_read.get(card.id) != card)
    edited = _Edited(
        replace(draft.deck, cards=others),
        [card.id for card in draft.deck.cards],
        sorted(draft.changed),
        sorted(draft.dropped),
    )
    head = DraftHead(draft.id, draft.deck.title, len(draft.kept), draft.at)
    return DraftRow(head, reading or _as_json(draft.reading), _as_json(edited))


def draft_of(row: DraftRow) -> Draft:
    """A draft from what the store keeps."""
    reading = _reading_of(row.reading)
    edited = msgspec.json.decode(row.edited, type=_Edited)
    cards = {card.id: card for card in (*reading.deck.cards, *edited.deck.cards)}
    return Draft(
        id=row.head.id,
        at=row.head.at,
        reading=reading,
        deck=replace(edited.deck, cards=tuple(cards[one] for one in edited.order)),
        changed=frozenset(edited.changed),
        dropped=frozenset(edited.dropped),
    )


@lru_cache(maxsize=2)
def _reading_of(text: str) -> Reading:
    """Kept for the page that is being checked: it is the same after every edit."""
    return msgspec.json.decode(text, type=Reading)


def storable(reading: Reading) -> Reading:
    """The reading without halves of characters, which no database keeps; nearly always itself."""
    problems = (text for problem in reading.problems for text in (problem.text, problem.why))
    try:
        "".join((reading.file, *problems, *reading.lines)).encode()
    except UnicodeEncodeError:
        whole = tuple(
            replace(problem, text=_whole(problem.text), why=_whole(problem.why))
            for problem in reading.problems
        )
        lines = tuple(map(_whole, reading.lines))
        return replace(reading, file=_whole(reading.file), problems=whole, lines=lines)
    return reading


def _as_json(value: Reading | _Edited) -> str:
    return msgspec.json.encode(value).decode()


def _whole(text: str) -> str:
    return text.encode(errors="replace").decode()
