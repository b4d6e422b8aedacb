"""What saving a draft would change in the deck that it goes into."""

from collections.abc import Sequence

from msgspec import Struct

from learnt.collection import Compared
from learnt.deck.updating import Met, State
from learnt.errors import NotFound
from learnt.web.api.operation import Call, Operation
from learnt.web.api.values import MOST, CardShown, Id
from learnt.web.api.writing import card_shown
from learnt.web.face import Face


class BesideShown(Struct, frozen=True):
    """A card of the deck as it is (`ours`), as the page says it, and as it would be saved."""

    ours: CardShown
    theirs: CardShown
    after: CardShown


class UpdateShown(Struct, frozen=True):
    """What a page changes in a deck; of each kind the first 200 cards, and `counts` of them all.

    `changed` are other on the page alone, or at other places than the learner changed. `kept` stay
    as the learner edited them. Of `conflicts` both changed the same thing: `after` has the
    learner's. `gone` were on the page before and are not now. `left` had been taken out before.
    """

    deck: Id
    title: str
    cards: int
    counts: dict[str, int]
    new: list[CardShown]
    changed: list[BesideShown]
    kept: list[BesideShown]
    conflicts: list[BesideShown]
    gone: list[CardShown]
    left: list[CardShown]


def show_update(face: Face, call: Call[None, None]) -> UpdateShown:
    """What saving would change, before it is saved; 404 where the deck would be a new one."""
    found = face.collection.draft_changes(call.id("draft"))
    if found is None:
        raise NotFound("There is no deck of this title yet: saving makes a new one.")
    return _shown(found)


OPERATIONS = (Operation("GET", "/drafts/{draft}/update", show_update),)


def _shown(found: Compared) -> UpdateShown:
    update = found.update
    kinds = {
        "changed": update.of(State.CHANGED, State.MERGED),
        "kept": update.of(State.KEPT),
        "conflicts": update.of(State.CONFLICT),
    }
    alone = {"new": update.new, "gone": update.gone, "left": update.left}
    return UpdateShown(
        deck=found.deck,
        title=found.title,
        cards=found.cards,
        counts={name: len(cards) for name, cards in (*kinds.items(), *alone.items())}
        | {"same": len(update.of(State.SAME))},
        **{name: _beside(cards) for name, cards in kinds.items()},  # type: ignore[arg-type] # lists
        **{name: [card_shown(one) for one in cards[:MOST]] for name, cards in alone.items()},  # type: ignore[arg-type] # lists
    )


def _beside(cards: Sequence[Met]) -> list[BesideShown]:
    return [
        BesideShown(card_shown(one.ours), card_shown(one.theirs), card_shown(one.merged))
        for one in cards[:MOST]
    ]
