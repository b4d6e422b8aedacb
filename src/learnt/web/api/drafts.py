"""Drafts: a page that is kept while it is being checked, and then becomes a deck."""

from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType

from learnt.collection import Choices, Draft, DraftHead
from learnt.deck.updating import Side
from learnt.ids import CardId
from learnt.web.api.draft_cards import DraftCard, draft_card
from learnt.web.api.operation import Call, Operation
from learnt.web.api.readings import PageSent, ProblemShown, bytes_and_name, problems_of
from learnt.web.api.said import CorrectionShown, corrections_shown
from learnt.web.api.values import (
    MOST,
    Asked,
    Brought,
    Id,
    Ids,
    Page,
    Thrown,
    Time,
    Title,
    Window,
    part,
)
from learnt.web.api.writing import brought, thrown
from learnt.web.draft_rows import doubtful
from learnt.web.face import Face


class DraftHeadShown(Struct, frozen=True):
    """A draft in a list: `cards` would be saved, `at` is its last change."""

    id: Id
    title: str
    cards: int
    at: Time


class Drafts(Struct, frozen=True):
    """Some drafts, the one changed last first, of so many in all."""

    drafts: list[DraftHeadShown]
    start: int
    total: int


class DraftShown(Struct, frozen=True):
    """A page that is being checked, as it is now; `kept` cards would be saved.

    `declared`, `layout`, `separator` and the problems (the first 200) are those of the page as it
    was read. `furniture` are the numbers of lines that belong to the site, the first 200;
    `corrections` are what was said of the page, and `remembered` what of it had been said of an
    earlier page of the same shape. `doubtful` cards are to be checked.
    """

    id: Id
    at: Time
    title: str
    question: str | None
    declared: int | None
    layout: str
    separator: str
    furniture: list[int]
    corrections: list[CorrectionShown]
    remembered: list[CorrectionShown]
    doubtful: int
    problems: list[ProblemShown]
    problems_total: int
    kept: int
    cards: list[DraftCard]
    start: int
    total: int


class DraftText(Struct, frozen=True):
    """The page's own text; `mark` tells it from every other."""

    text: str
    mark: str


class NewText(Asked, frozen=True, kw_only=True):
    """The page's text after it was changed; `base` is the mark of the text as you read it.

    With it nothing is overwritten unseen: 409 says that the text was changed elsewhere since.
    """

    text: Page
    base: Annotated[str, Meta(max_length=40)] | None = None


class DraftChanges(Asked, frozen=True, kw_only=True):
    """What is to be different."""

    title: Annotated[Title, Meta(min_length=1)] | UnsetType = UNSET
    question: Title | UnsetType | None = UNSET


class Chosen(Asked, frozen=True, kw_only=True):
    """Whose wording of a card of the deck stands where both changed it (see `conflicts`)."""

    card: Id
    side: Side


class Saving(Asked, frozen=True, kw_only=True):
    """Another title for the deck, or the deck that the cards go into.

    Where that deck is there it is updated: `sides` choose for cards in conflict, `otherwise` for
    those not named, and `take_out` names cards that are gone from the page and go to the trash.
    What is not chosen stays as it is.
    """

    title: Title | None = None
    into: Id | None = None
    sides: Annotated[tuple[Chosen, ...], Meta(max_length=2_000)] = ()
    otherwise: Side | None = None
    take_out: Ids = ()


class ThrownAway(Struct, frozen=True):
    """Where the draft's cards are now; null where it had none."""

    trash: Thrown | None


def list_drafts(face: Face, call: Call[Window, None]) -> Drafts:
    """The pages that were read and not saved yet."""
    heads = face.collection.drafts()
    shown = [draft_head(one) for one in part(heads, call.query)]
    return Drafts(shown, call.query.start, len(heads))


def make_draft(face: Face, call: Call[Window, PageSent]) -> DraftShown:
    """Read a page and keep it for checking."""
    return draft_shown(face.collection.draft(*bytes_and_name(face, call.body)), call.query)


def show_draft(face: Face, call: Call[Window, None]) -> DraftShown:
    """A draft and some of its cards, those that were taken out among them."""
    return draft_shown(face.collection.get_draft(call.id("draft")), call.query)


def change_draft(face: Face, call: Call[None, DraftChanges]) -> DraftShown:
    """Give a draft another title or question."""
    draft = face.collection.get_draft(call.id("draft"))
    title = draft.deck.title if call.body.title is UNSET else call.body.title
    question = draft.deck.question if call.body.question is UNSET else call.body.question
    return draft_shown(face.collection.rename_draft(draft.id, title, question), Window())


def throw_draft_away(face: Face, call: Call[None, None]) -> ThrownAway:
    """Throw a draft away; its cards go to the trash."""
    thing = face.collection.throw_draft_away(call.id("draft"))
    return ThrownAway(None if thing is None else thrown(thing))


def show_text(face: Face, call: Call[None, None]) -> DraftText:
    """The text of a draft's page."""
    draft = face.collection.get_draft(call.id("draft"))
    return DraftText("\n".join(draft.reading.lines), draft.mark)


def change_text(face: Face, call: Call[Window, NewText]) -> DraftShown:
    """Read a draft's page again after its text was changed; what was edited stays so."""
    text, base = call.body.text.encode(), call.body.base
    return draft_shown(face.collection.draft_again(call.id("draft"), text, base=base), call.query)


def save_draft(face: Face, call: Call[None, Saving]) -> Brought:
    """Make a deck of a draft, or put its cards into one.

    The draft is gone then: a second try is 404, and nothing is saved twice.
    """
    sent = call.body
    choices = Choices(
        sides={CardId(one.card): one.side for one in sent.sides},
        otherwise=sent.otherwise,
        out=frozenset(map(CardId, sent.take_out)),
    )
    added = face.collection.save_draft(call.id("draft"), sent.title, sent.into, choices)
    face.changed()
    return brought(added)


OPERATIONS = (
    Operation("GET", "/drafts", list_drafts),
    Operation("POST", "/drafts", make_draft, status=201),
    Operation("GET", "/drafts/{draft}", show_draft),
    Operation("PATCH", "/drafts/{draft}", change_draft),
    Operation("DELETE", "/drafts/{draft}", throw_draft_away),
    Operation("GET", "/drafts/{draft}/text", show_text),
    Operation("PUT", "/drafts/{draft}/text", change_text, errors=(409,)),
    Operation("POST", "/drafts/{draft}/save", save_draft),
)


def draft_head(one: DraftHead) -> DraftHeadShown:
    """A draft of a list, as it is sent."""
    return DraftHeadShown(one.id, one.title, one.cards, one.at)


def draft_shown(draft: Draft, window: Window) -> DraftShown:
    """A draft and some of its cards, as they are sent."""
    deck, reading = draft.deck, draft.reading
    return DraftShown(
        id=draft.id,
        at=draft.at,
        title=deck.title,
        question=deck.question,
        declared=reading.declared,
        layout=reading.layout,
        separator=reading.separator,
        furniture=list(reading.furniture[:MOST]),
        corrections=corrections_shown(reading.corrections),
        remembered=corrections_shown(reading.remembered),
        doubtful=sum(doubtful(draft, card) for card in draft.kept),
        problems=problems_of(reading),
        problems_total=len(reading.problems),
        kept=len(draft.kept),
        cards=[draft_card(draft, card) for card in part(deck.cards, window)],
        start=window.start,
        total=len(deck.cards),
    )
