"""What comes into a deck, from where, and what the learner chooses where it differs from theirs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from learnt.deck import Card, Deck
from learnt.deck.updating import Manner, Met, Side, State
from learnt.ids import CardId
from learnt.sources import Reading

_OWN = frozenset({"learnt text", "learnt json"})


@dataclass(frozen=True, slots=True)
class Coming:
    """A deck that comes in, and the source that it comes from by a name to know it by.

    `read` has, of the cards that the learner changed before saving, what the source says: None for
    a card that it does not have. `unwanted` are cards that are not to be saved, `settled` those
    that were compared with ours already: they stand as they come.
    """

    deck: Deck
    name: str
    manner: Manner
    read: Mapping[CardId, Card | None] = field(default_factory=dict)
    unwanted: frozenset[CardId] = frozenset()
    settled: frozenset[CardId] = frozenset()


@dataclass(frozen=True, slots=True)
class Choices:
    """What is chosen of cards that are there, by their ids; nothing is lost unasked.

    `sides` are of those in conflict, and `otherwise` of the conflicts not named. Where nothing is
    chosen ours stay, and the source's is in conflict again when it comes the next time. `out` are
    gone cards to be put into the trash; all of them with `all_out`.
    """

    sides: Mapping[CardId, Side] = field(default_factory=dict)
    otherwise: Side | None = None
    out: frozenset[CardId] = frozenset()
    all_out: bool = False

    def side(self, met: Met) -> Side:
        """Whose wording of a card stands."""
        return self.sides.get(met.ours.id, self.otherwise or Side.OURS)

    def leaves_open(self, met: Met) -> bool:
        """Whether a card is in conflict and nothing was chosen of it."""
        its = self.sides.get(met.ours.id, self.otherwise)
        return its is None and met.state is State.CONFLICT

    def takes_out(self, card: Card) -> bool:
        """Whether a card that is gone goes to the trash."""
        return self.all_out or card.id in self.out


NOTHING_CHOSEN = Choices()
"""Ours stay, and so do cards that are gone from their source."""


def coming_of(page: Reading | Deck) -> Coming:
    """A page that was read, or a deck as it is."""
    if isinstance(page, Deck):
        return Coming(page, page.source or page.title, Manner(whole=True))
    return Coming(page.deck, page.file, Manner(whole=page.layout in _OWN))
