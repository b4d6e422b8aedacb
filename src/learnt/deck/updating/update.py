"""What a deck that comes again changes, to be shown before it is written."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from learnt.deck.card import Card
from learnt.deck.updating.merging import (
    SAID_OF_CARDS,
    Side,
    is_said,
    merged,
    spoken,
    under_ids_of,
)
from learnt.deck.updating.pairing import Wordings, paired
from learnt.deck.updating.points import Naming
from learnt.ids import CardId, MakeId, PointId

_SHARE = 0.5
"""A source is the one that was here before where so much of either is in the other."""


class State(StrEnum):
    """What a card that is there already comes to.

    SAME says what it said. CHANGED is new in the source alone, KEPT here alone; MERGED has changes
    of both, at different places; in CONFLICT both changed the same thing differently.
    """

    SAME = "same"
    CHANGED = "changed"
    KEPT = "kept"
    MERGED = "merged"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Known:
    """A card of the deck, as it is now; `said` is what each source said of it last.

    Where the learner took it out it is not `here`, and `card` is what a source said.
    """

    card: Card
    said: Mapping[str, Card] = field(default_factory=dict)
    here: bool = True


@dataclass(frozen=True, slots=True)
class Met:
    """A card that comes in and is there: as it is here, and as it comes, under the ids of ours.

    `base` is what the source said of it last, None where that is not known, and `said` what it says
    now, None where it is the learner who says it. `merged` has the changes of both with ours where
    they differ, `otherwise` with theirs.
    """

    ours: Card
    theirs: Card
    base: Card | None
    said: Card | None
    merged: Card
    otherwise: Card
    state: State

    @property
    def news(self) -> bool:
        """Whether the source says something else of it than it did, as far as is known."""
        if self.said is None or self.base is None:
            return True
        return self.said != replace(
            self.base,
            id=self.said.id,
            source_lines=self.said.source_lines,
            confidence=self.said.confidence,
        )

    def after(self, side: Side) -> Card:
        """The card that the choice of a side comes to."""
        return self.otherwise if side is Side.THEIRS else self.merged

    def copied(self, side: Side) -> Card | None:
        """What is added beside ours, under new ids to be given, where both are to be kept."""
        return self.theirs if side is Side.BOTH and self.state is State.CONFLICT else None


@dataclass(frozen=True, slots=True)
class Update:
    """All of it. `source` is the one that spoke before; None where it was never here.

    `new` have ids of their own. `gone` are cards here that the source said and says no more,
    `left` cards that come in and that the learner had taken out. `became` has the ids of cards that
    came in under others than they have here, `after` the card here that each new one follows.
    """

    source: str | None
    new: tuple[Card, ...] = ()
    met: tuple[Met, ...] = ()
    gone: tuple[Card, ...] = ()
    left: tuple[Card, ...] = ()
    became: Mapping[CardId, CardId] = field(default_factory=dict)
    after: Mapping[CardId, CardId | None] = field(default_factory=dict)

    def of(self, *states: State) -> tuple[Met, ...]:
        """The cards that are there and came to one of these."""
        return tuple(one for one in self.met if one.state in states)

    @property
    def writes(self) -> bool:
        """Whether saving it would change a card, whatever is chosen of the rest."""
        return bool(self.new or self.of(State.CHANGED, State.MERGED))


@dataclass(frozen=True, slots=True)
class Manner:
    """How a source speaks.

    `whole` has room for all that a card has, so that what is missing was taken out, from a card
    that is named by its id; `by_ids` was
    here before and is known by its ids alone. Under `text_ids` a point's id is made of its text: an
    id that is here says what the source said, and of a card all that there is. `unsaid` is what no
    card of a page says, which may have no room for it.
    """

    whole: bool = False
    by_ids: bool = False
    text_ids: bool = False
    unsaid: frozenset[str] = frozenset()

    def of(self, cards: Sequence[Card]) -> "Manner":
        """The manner of these cards."""
        if self.whole or self.text_ids:
            return self
        said = (name for name in SAID_OF_CARDS if any(is_said(card, name) for card in cards))
        return replace(self, unsaid=frozenset(SAID_OF_CARDS).difference(said))


def update_of(
    theirs: Sequence[Card],
    known: Sequence[Known],
    owners: Mapping[PointId, CardId],
    make_id: MakeId,
    manner: Manner,
    *,
    read: Mapping[CardId, Card | None] | None = None,
    unwanted: Container[CardId] = frozenset(),
    settled: Container[CardId] = frozenset(),
) -> Update:
    """Compare cards that come in, under ids of their own, with those there are.

    `owners` are the cards that have ids of their points. `read` has, of those that the learner
    changed before saving, what the source says: None for a card that it does not have. `unwanted`
    are not to be saved; those that are here stay as they are. `settled` were compared already:
    they stand as they come, under the ids of ours.
    """
    read = read or {}
    says = [read.get(card.id, card) for card in theirs]
    wordings = [_wordings(one) for one in known]
    looked_for = [said or card for said, card in zip(says, theirs, strict=True)]
    pairs = paired(looked_for, wordings, by_ids=manner.by_ids)
    source = _source(pairs, known, len(theirs))
    naming = Naming(owners, make_id, manner.by_ids)
    manner = manner.of([one for one in says if one is not None])
    new, met, left = [], [], []
    after: dict[CardId, CardId | None] = {}
    before: CardId | None = None
    for place, card in enumerate(theirs):
        there = known[pairs[place]] if place in pairs else None
        before = there.card.id if there and there.here else before
        if card.id in unwanted:
            continue
        if there is None:
            new.append(with_free_points(card, owners, make_id))
            after[card.id] = before
        elif there.here and card.id in settled:
            met.append(_settled(card, says[place], there.card))
        elif there.here:
            met.append(_met(card, says[place], there, source, manner, naming))
        else:
            left.append(card)
    found = set(pairs.values())
    became = {
        theirs[place].id: ours
        for place, at in pairs.items()
        if known[at].here and (ours := known[at].card.id) != theirs[place].id
    }
    gone = tuple(
        one.card
        for place, one in enumerate(known)
        if one.here and place not in found and source in one.said
    )
    return Update(source, tuple(new), tuple(met), gone, tuple(left), became, after)


def _wordings(known: Known) -> Wordings:
    return (*known.said.values(), known.card)


def _source(pairs: Mapping[int, int], known: Sequence[Known], coming: int) -> str | None:
    """The source that comes again, by what it has in common with those that were here."""
    met = Counter(source for place in pairs.values() for source in known[place].said)
    sizes = Counter(source for one in known if one.here for source in one.said)
    shares = [
        (count / max(1, min(coming, sizes[source])), count, source) for source, count in met.items()
    ]
    share, _, best = max(shares, default=(0.0, 0, None))
    return best if share >= _SHARE else None


def _met(
    card: Card, said: Card | None, there: Known, source: str | None, manner: Manner, naming: Naming
) -> Met:
    ours = there.card
    its_own = there.said.get(source) if source else None
    base = its_own or next(reversed([*there.said.values()]), None)
    theirs = under_ids_of(card, base, ours, naming)
    if said is not None:
        said = theirs if said is card else under_ids_of(said, base, theirs, naming)
    whole = manner.whole and not there.said and card.id == ours.id
    theirs = spoken(theirs, its_own, ours, whole=whole, unsaid=manner.unsaid)
    if theirs == ours:
        return Met(ours, theirs, its_own, said, ours, ours, State.SAME)
    if base is None:
        base = _guessed(ours, theirs) if manner.text_ids else ours
    mine, other = (merged(base, ours, theirs, ours_first=first) for first in (True, False))
    return Met(ours, theirs, its_own, said, mine, other, _state(base, ours, mine, other))


def _settled(card: Card, said: Card | None, ours: Card) -> Met:
    state = State.SAME if card == ours else State.CHANGED
    return Met(ours, card, ours, said, card, card, state)


def _state(base: Card, ours: Card, mine: Card, other: Card) -> State:
    if mine != other:
        return State.CONFLICT
    if mine == ours:
        return State.KEPT
    was = replace(base, source_lines=ours.source_lines, confidence=ours.confidence)
    return State.CHANGED if was == ours else State.MERGED


def _guessed(ours: Card, theirs: Card) -> Card:
    """What the source must have said, where the ids of points are made of their texts."""
    there = {point.id: point for point in theirs.points}
    return replace(ours, points=tuple(there.get(point.id, point) for point in ours.points))


def with_free_points(card: Card, owners: Mapping[PointId, CardId], make_id: MakeId) -> Card:
    """The card with new ids for points whose ids another card has."""
    if not owners or not any(point.id in owners for point in card.points):
        return card
    points = tuple(
        replace(point, id=PointId(make_id())) if point.id in owners else point
        for point in card.points
    )
    return replace(card, points=points)
