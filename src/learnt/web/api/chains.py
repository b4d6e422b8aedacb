"""What led to what on a deck's cards, as chains."""

from msgspec import Struct

from learnt.collection import Why
from learnt.facts import CauseKind
from learnt.facts.chains import Arrow, Chain, Step
from learnt.web.api.operation import Call, Operation
from learnt.web.api.values import Id
from learnt.web.face import Face


class StepShown(Struct, frozen=True):
    """Something that led to another thing or came of one, in a card's words.

    `point` is null where it is what the card's prompt asks about. Causes have the lower `column`.
    """

    text: str
    card: Id
    point: Id | None
    front: str | None
    column: int


class ArrowShown(Struct, frozen=True):
    """From one step to another, by their places in `steps` from 0.

    `words` tell it on the card; null where a prompt asks why. An arrow that goes `back` leads to
    what is before it in the chain.
    """

    cause: int
    effect: int
    kind: CauseKind
    words: str | None
    back: bool


class ChainShown(Struct, frozen=True):
    """What hangs together, from the first causes on."""

    about: str
    steps: list[StepShown]
    arrows: list[ArrowShown]


class DeckWhy(Struct, frozen=True):
    """The chains of a deck, those with most steps in a row first."""

    id: Id
    title: str
    chains: list[ChainShown]


def why(face: Face, call: Call[None, None]) -> DeckWhy:
    """What led to what, and on what condition, by all cards of a deck."""
    head = face.collection.deck_head(call.id("deck"))
    return why_shown(head.id, face.collection.why(head.id))


OPERATIONS = (Operation("GET", "/decks/{deck}/why", why),)


def why_shown(deck: Id, found: Why) -> DeckWhy:
    """Chains, as they are sent."""
    return DeckWhy(deck, found.title, [_chain(one) for one in found.chains])


def _chain(one: Chain) -> ChainShown:
    return ChainShown(
        one.about, [_step(step) for step in one.steps], [_arrow(arrow) for arrow in one.arrows]
    )


def _step(one: Step) -> StepShown:
    return StepShown(one.text, one.card, one.point, one.front, one.column)


def _arrow(one: Arrow) -> ArrowShown:
    return ArrowShown(one.cause, one.effect, one.kind, one.words or None, one.back)
