"""What comes again into a deck that is there: of each kind the first cards, and how many in all."""

from collections.abc import Sequence
from dataclasses import dataclass

from learnt.collection import Compared
from learnt.deck import Card
from learnt.deck.updating import Met, State

MOST = 200
"""Cards of a kind that are kept to be shown."""


@dataclass(frozen=True, slots=True)
class Change:
    """A card as it is here (`ours`), as it comes, and as it would be saved."""

    ours: Card
    theirs: Card
    after: Card


@dataclass(frozen=True, slots=True)
class DeckChanges:
    """A deck of `cards`, and what saving would change in it; `counts` are of all, by their kinds.

    `changed` are other in the source alone, or at other places than the learner changed. `kept`
    stay as the learner edited them. Of `conflicts` both changed the same thing: `after` has the
    learner's. `gone` were in the source before and are not now. `left` had been taken out before.
    """

    deck: str
    title: str
    cards: int
    counts: dict[str, int]
    new: tuple[Card, ...]
    changed: tuple[Change, ...]
    kept: tuple[Change, ...]
    conflicts: tuple[Change, ...]
    gone: tuple[Card, ...]
    left: tuple[Card, ...]

    @property
    def asks(self) -> bool:
        """Whether there is something to be seen before it is saved."""
        return bool(self.new or self.changed or self.kept or self.conflicts or self.gone)


def changes_of(found: Compared) -> DeckChanges:
    """What is to be shown of a deck that was compared."""
    update = found.update
    met = {
        "changed": update.of(State.CHANGED, State.MERGED),
        "kept": update.of(State.KEPT),
        "conflicts": update.of(State.CONFLICT),
    }
    alone = {"new": update.new, "gone": update.gone, "left": update.left}
    counts = {kind: len(cards) for kind, cards in (*met.items(), *alone.items())}
    return DeckChanges(
        deck=found.deck,
        title=found.title,
        cards=found.cards,
        counts=counts | {"same": len(update.of(State.SAME))},
        **{kind: _changes(cards) for kind, cards in met.items()},  # type: ignore[arg-type] # tuples
        **{kind: cards[:MOST] for kind, cards in alone.items()},  # type: ignore[arg-type] # tuples
    )


def _changes(cards: Sequence[Met]) -> tuple[Change, ...]:
    return tuple(Change(one.ours, one.theirs, one.merged) for one in cards[:MOST])
