"""Decks, and what a source and a learner may do to them, drawn at random."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from random import Random

from hypothesis import strategies as st

from learnt.deck import Card, Point
from learnt.deck.updating import Known, Manner, Update, update_of
from learnt.ids import CardId, MakeId, PointId, uuid7

WORDS = "river delta moraine glacier estuary meander oxbow spring levee gorge karst fjord".split()
SOURCE = "a source"

_numbers = count(1)


def fresh() -> str:
    """An id that nothing else has."""
    return uuid7(7, next(_numbers))


def a_card(prompt: str | None, *points: str) -> Card:
    return Card(CardId(fresh()), prompt, tuple(Point(PointId(fresh()), text) for text in points))


def under_new_ids(card: Card) -> Card:
    """The same card as a page has it, which knows no ids."""
    points = tuple(replace(point, id=PointId(fresh())) for point in card.points)
    return replace(card, id=CardId(fresh()), points=points)


def said(cards: Iterable[Card]) -> dict[CardId, Card]:
    """Cards as a source said them, by their ids."""
    return {card.id: card for card in cards}


def known(
    ours: Sequence[Card], base: Mapping[CardId, Card] | None = None, source: str = SOURCE
) -> list[Known]:
    """Cards that are there, with what their source said of them, by their ids."""
    its = base or {}
    return [Known(one, {source: its[one.id]} if one.id in its else {}) for one in ours]


def update(
    theirs: Sequence[Card], there: Sequence[Known], make_id: MakeId = fresh, *, whole: bool = False
) -> Update:
    owners = {point.id: one.card.id for one in there for point in one.card.points}
    return update_of(theirs, there, owners, make_id, Manner(whole=whole))


@dataclass(frozen=True)
class History:
    """A deck as its source said it, as the learner made it, and as the source says it now."""

    base: list[Card]
    ours: list[Card]
    theirs: list[Card]

    def known(self) -> list[Known]:
        return known(self.ours, said(self.base))


def histories() -> st.SearchStrategy[History]:
    """Any of them, by a number: there are too many parts for Hypothesis to draw one by one."""
    return st.integers(0, 2**40).map(lambda seed: history(Random(seed)))


def history(chance: Random) -> History:
    base = deck(chance)
    ours = [edited(card, chance, "mine") for card in base]
    theirs = [edited(card, chance, "theirs") for card in base if chance.random() < 0.8]
    theirs += deck(chance)[: chance.randrange(2)]
    return History(base, ours, theirs or base)


def deck(chance: Random) -> list[Card]:
    """Cards that differ in their prompts, and all of whose points say different things."""
    found = []
    for _ in range(chance.randint(1, 6)):
        asked = " ".join([*chance.sample(WORDS, 3), f"{chance.getrandbits(40):x}"])
        said = [
            " ".join([*chance.sample(WORDS, 4), f"{chance.getrandbits(40):x}"]) for _ in range(4)
        ]
        prompt = f"Why {asked}?" if chance.random() < 0.7 else None
        found.append(a_card(prompt, *said[: chance.randint(1, 4)]))
    return found


def edited(card: Card, chance: Random, sign: str) -> Card:
    """A card after one side has been at it; `sign` is in all that it writes, so that sides differ."""
    for _ in range(chance.choice((0, 0, 1, 2, 3))):
        card = chance.choice((_reworded, _shorter, _longer, _turned, _hinted, _asked))(
            card, chance, sign
        )
    return card


def _reworded(card: Card, chance: Random, sign: str) -> Card:
    at = chance.randrange(len(card.points))
    point = replace(card.points[at], text=f"{card.points[at].text} {sign}")
    return replace(card, points=(*card.points[:at], point, *card.points[at + 1 :]))


def _shorter(card: Card, chance: Random, sign: str) -> Card:
    at = chance.randrange(len(card.points))
    return replace(card, points=(*card.points[:at], *card.points[at + 1 :]) or card.points)


def _longer(card: Card, chance: Random, sign: str) -> Card:
    new = Point(PointId(fresh()), f"{sign} {chance.getrandbits(60):x} added")
    return replace(card, points=(*card.points, new))


def _turned(card: Card, chance: Random, sign: str) -> Card:
    return replace(card, points=tuple(reversed(card.points)))


def _hinted(card: Card, chance: Random, sign: str) -> Card:
    return replace(card, hint=f"think of {sign}", tags=(*card.tags, sign))


def _asked(card: Card, chance: Random, sign: str) -> Card:
    return replace(card, prompt=f"{card.prompt} {sign}") if card.prompt else card
