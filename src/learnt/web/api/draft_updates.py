"""What saving a draft would change in the deck that it goes into."""

from collections.abc import Sequence

from msgspec import Struct

from learnt.errors import NotFound
from learnt.web.api.operation import Call, Operation
from learnt.web.api.values import CardShown, Id
from learnt.web.api.writing import card_shown
from learnt.web.changes import Change, DeckChanges, changes_of
from learnt.web.face import Face


class BesideShown(Struct, frozen=True):
    """A card of the deck as it is (`ours`), as the source says it, and as it would be saved."""

    ours: CardShown
    theirs: CardShown
    after: CardShown


class UpdateShown(Struct, frozen=True):
    """What a page or package changes in a deck; of each kind the first 200 cards.

    `counts` are of all cards. `changed` are other in the source alone, or at other places than the
    learner changed. `kept` stay as the learner edited them. Of `conflicts` both changed the same
    thing: `after` has the learner's. `gone` were in the source before and are not now. `left` had
    been taken out before.
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
    return update_shown(changes_of(found))


OPERATIONS = (Operation("GET", "/drafts/{draft}/update", show_update),)


def update_shown(found: DeckChanges) -> UpdateShown:
    """The changes of a deck, as the interface tells them."""
    return UpdateShown(
        deck=found.deck,
        title=found.title,
        cards=found.cards,
        counts=found.counts,
        new=[card_shown(one) for one in found.new],
        changed=_beside(found.changed),
        kept=_beside(found.kept),
        conflicts=_beside(found.conflicts),
        gone=[card_shown(one) for one in found.gone],
        left=[card_shown(one) for one in found.left],
    )


def _beside(cards: Sequence[Change]) -> list[BesideShown]:
    return [
        BesideShown(card_shown(one.ours), card_shown(one.theirs), card_shown(one.after))
        for one in cards
    ]
