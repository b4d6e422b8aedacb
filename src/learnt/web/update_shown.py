"""What changes in a deck that is there, as a page shows it and as its form chooses from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from learnt.collection import Choices
from learnt.deck import Card
from learnt.deck.showing import as_plain
from learnt.deck.updating import Piece, Side, differing, rows_beside
from learnt.errors import UsageError
from learnt.ids import CardId, is_id
from learnt.web.asked import OLD_PAGE, Asked
from learnt.web.changes import DeckChanges

_SIDE, _GONE = "side-", "gone"
_MOST = 50
"""Cards of a kind that are shown; what is not shown stays as it is."""

_TOLD = {
    "new": "new",
    "changed": "changed",
    "kept": "kept as you edited",
    "conflicts": "changed by you and {where}",
    "gone": "gone from the {source}",
    "left": "left out, as you took them out before",
}

_WHERE = {"page": "on the page", "package": "in the package"}

Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two wordings of a card, row by row, the words that differ marked; and what is chosen."""

    card: CardId
    label: str
    rows: tuple[tuple[Pieces, Pieces], ...]
    side: Side = Side.OURS


@dataclass(frozen=True, slots=True)
class UpdateShown:
    """All of it as the page shows it; `more` says of how many cards of a kind are not shown.

    `source` is what it comes from, in a word: page or package; `where` is on it or in it.
    """

    source: str
    where: str
    deck: str
    title: str
    cards: int
    told: tuple[tuple[int, str], ...]
    conflicts: tuple[Beside, ...]
    changed: tuple[Beside, ...]
    kept: tuple[Beside, ...]
    new: tuple[str, ...]
    gone: tuple[tuple[CardId, str, bool], ...]
    left: tuple[str, ...]
    more: dict[str, int]


def choices_of(asked: Asked) -> Choices:
    """What is chosen, in the fields of a form or of an address. Raises UsageError."""
    sent = [*asked.form.multi_items(), *asked.request.query_params.multi_items()]
    sides: dict[CardId, Side] = {}
    out: set[CardId] = set()
    for name, value in sent:
        if name == _GONE and isinstance(value, str) and is_id(value):
            out.add(CardId(value))
        if name.startswith(_SIDE) and is_id(card := name.removeprefix(_SIDE)):
            if value not in list(Side):
                raise UsageError(OLD_PAGE)
            sides[CardId(card)] = Side(str(value))
    return Choices(sides=sides, out=frozenset(out))


def shown(found: DeckChanges, choices: Choices, source: str) -> UpdateShown:
    """What the page shows of a deck."""
    return UpdateShown(
        source=source,
        where=_WHERE[source],
        deck=found.deck,
        title=found.title,
        cards=found.cards,
        told=tuple(
            (found.counts[kind], words.format(source=source, where=_WHERE[source]))
            for kind, words in _TOLD.items()
            if found.counts[kind]
        ),
        conflicts=tuple(
            _beside(one.ours, one.theirs, choices.sides.get(one.ours.id, Side.OURS))
            for one in found.conflicts[:_MOST]
        ),
        changed=tuple(_beside(one.ours, one.after) for one in found.changed[:_MOST]),
        kept=tuple(_beside(one.ours, one.theirs) for one in found.kept[:_MOST]),
        new=_labels(found.new),
        gone=tuple((one.id, one.label, choices.takes_out(one)) for one in found.gone[:_MOST]),
        left=_labels(found.left),
        more={kind: max(0, found.counts[kind] - _MOST) for kind in _TOLD},
    )


def _labels(cards: Sequence[Card]) -> tuple[str, ...]:
    return tuple(card.label for card in cards[:_MOST])


def _beside(one: Card, other: Card, side: Side = Side.OURS) -> Beside:
    rows = rows_beside(one, other)
    pieces = tuple(differing(as_plain(mine), as_plain(its)) for mine, its in rows if mine != its)
    return Beside(one.id, one.label, pieces, side)
