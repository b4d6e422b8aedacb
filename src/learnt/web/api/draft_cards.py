"""The cards of a draft: changed, taken out, put back."""

from msgspec import Struct

from learnt.collection import Draft
from learnt.deck import Card
from learnt.web.api.operation import Call, Operation
from learnt.web.api.values import CardShown, CardWritten
from learnt.web.api.writing import base_of, card_over, card_shown
from learnt.web.draft_rows import doubtful
from learnt.web.face import Face


class DraftCard(Struct, frozen=True):
    """A card of a draft: whether the learner changed it, and whether it was taken out.

    `doubtful` says that it may have been read wrongly and that nobody has looked at it.
    """

    card: CardShown
    changed: bool
    dropped: bool
    doubtful: bool


def change_draft_card(face: Face, call: Call[None, CardWritten]) -> DraftCard:
    """Write a card over the one there is. The card is replaced as a whole.

    With `base`, the card as you read it, what was changed elsewhere since stays. Where that is the
    same as you change, 409 says so, and nothing is changed: read the card again.
    """
    draft = face.collection.get_draft(call.id("draft"))
    before = draft.card(call.id("card"))
    base = base_of(call.body, before.id)
    card = card_over(base or before, call.body, face.collection.make_id)
    if base is None:
        return _card(face.collection.change_draft_card(draft.id, card), before.id)
    after, _ = face.collection.merge_draft_card(draft.id, card, base, refuse_conflict=True)
    return _card(after, before.id)


def drop_draft_card(face: Face, call: Call[None, None]) -> DraftCard:
    """Take a card out; it can be put back."""
    card = call.id("card")
    return _card(face.collection.drop_draft_card(call.id("draft"), card), card)


def put_back_draft_card(face: Face, call: Call[None, None]) -> DraftCard:
    """Put a card back that was taken out."""
    card = call.id("card")
    return _card(face.collection.put_back_draft_card(call.id("draft"), card), card)


OPERATIONS = (
    Operation("PUT", "/drafts/{draft}/cards/{card}", change_draft_card, errors=(409,)),
    Operation("POST", "/drafts/{draft}/cards/{card}/drop", drop_draft_card),
    Operation("POST", "/drafts/{draft}/cards/{card}/put-back", put_back_draft_card),
)


def draft_card(draft: Draft, card: Card) -> DraftCard:
    """A card of a draft, as it is sent."""
    changed, dropped = card.id in draft.changed, card.id in draft.dropped
    return DraftCard(card_shown(card), changed, dropped, doubtful(draft, card))


def _card(draft: Draft, card_id: str) -> DraftCard:
    return draft_card(draft, draft.card(card_id))
