"""Small decks in our own words, read in one line, and what was read in a form that is short to write."""

from collections.abc import Mapping, Sequence

from learnt.deck import Card, Deck, Point
from learnt.facts import Action, CardFacts, Correction, FactKind, TextFacts, read_facts
from learnt.ids import CardId, CorrectionId, DeckId, PointId, uuid7
from learnt.weights.languages import language

DECK = DeckId(uuid7(1, 0))


def card_id(number: int) -> CardId:
    return CardId(uuid7(2, number))


def point_id(card: int, place: int) -> PointId:
    return PointId(uuid7(3, 100 * card + place))


def deck_of(*cards: Sequence[str | None], title: str = "Notes") -> Deck:
    """Each card as its prompt (None for a bare statement) and its points."""
    made = []
    for number, (prompt, *texts) in enumerate(cards):
        points = (Point(point_id(number, place), text or "") for place, text in enumerate(texts))
        made.append(Card(card_id(number), prompt, tuple(points)))
    return Deck(DECK, title, tuple(made))


def read(
    *cards: Sequence[str | None],
    title: str = "Notes",
    code: str = "en",
    said: Sequence[Correction] = (),
) -> tuple[CardFacts, ...]:
    return read_facts(deck_of(*cards, title=title), (language(code),), said)


def facts_of(
    text: str,
    *,
    prompt: str | None = None,
    before: Sequence[str] = (),
    title: str = "Notes",
    code: str = "en",
    said: Sequence[Correction] = (),
) -> TextFacts:
    """What is read of one point, with its prompt and the points before it."""
    (facts,) = read((prompt, *before, text), title=title, code=code, said=said)
    return facts.texts[-1]


def dates(facts: TextFacts) -> list[tuple[str, str]]:
    return [(one.span.of(facts.text), one.edtf) for one in facts.dates]


def names(facts: TextFacts) -> list[tuple[str, str, str]]:
    return [(one.span.of(facts.text), one.kind.value, one.name) for one in facts.names]


def quantities(facts: TextFacts) -> list[tuple[str, float, str, str]]:
    return [
        (one.span.of(facts.text), one.value, one.unit, one.comparator) for one in facts.quantities
    ]


def events(facts: TextFacts) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [(one.verb, one.actors, one.edtf) for one in facts.events]


def say(
    action: Action,
    kind: FactKind,
    quote: str,
    given: Mapping[str, str] | None = None,
    /,
    *,
    card: int = 0,
    point: int | None = 0,
    start: int = 0,
    number: int = 1,
    **more: str,
) -> Correction:
    """What a learner says of a fact on a point of a card of `deck_of`; point None is its prompt."""
    place = None if point is None else point_id(card, point)
    values = {**(given or {}), **more}
    return Correction(
        CorrectionId(uuid7(4, number)), card_id(card), place, action, kind, quote, start, values
    )
