"""Which deck of ours a deck of Anki's is, by the cards in it that we wrote."""

from collections import Counter
from collections.abc import Mapping, Sequence
from unicodedata import normalize

from learnt.deck import Deck
from learnt.ids import DeckId
from learnt.sources.packages.own.record import DeckKept
from learnt.sources.packages.own.returning import Returned

_Groups = Mapping[int, tuple[str, Sequence[Returned]]]


def own_decks(groups: _Groups) -> dict[int, Deck]:
    """The decks of ours, without cards, that some of Anki's decks are.

    `groups` have a deck's name in Anki, and the cards of ours in it. Of several that cards of one
    deck were moved to, it is the one with its name, else the first.
    """
    kept: dict[DeckId, DeckKept] = {}
    for _, cards in groups.values():
        for one in cards:
            if one.deck and one.kept and one.kept.title:
                kept.setdefault(one.deck, one.kept)
    wanted = {
        key: ids.most_common(1)[0][0]
        for key, (_, cards) in groups.items()
        if (ids := Counter(one.deck for one in cards if one.deck))
    }
    by_name = sorted(wanted, key=lambda key: not _is_named(kept.get(wanted[key]), groups[key][0]))
    found: dict[int, Deck] = {}
    taken: set[DeckId] = set()
    for key in by_name:
        deck, name = wanted[key], groups[key][0]
        if deck not in taken:
            taken.add(deck)
            found[key] = _deck(deck, kept.get(deck), name)
    return found


def _deck(deck: DeckId, kept: DeckKept | None, name: str) -> Deck:
    if kept is None:
        return Deck(deck, name)
    title = kept.title if _is_named(kept, name) else name
    return Deck(deck, title, question=kept.question, tags=kept.tags, source=kept.source)


def _is_named(kept: DeckKept | None, name: str) -> bool:
    return kept is not None and _same(kept.name) == _same(name)


def _same(name: str) -> str:
    return normalize("NFC", name).casefold()
