"""The verbs that show what the cards tell together: a timeline, and a map of agreements."""

from collections.abc import Iterable
from typing import NamedTuple

from learnt.collection.chronicle import (
    ALL,
    AgreementsMap,
    Timeline,
    Told,
    Wanted,
    chosen_map,
    chosen_timeline,
)
from learnt.collection.facts import FactFinding
from learnt.collection.knowing import known_among
from learnt.errors import NotFound
from learnt.facts import standing
from learnt.ids import CardId, DeckId, PointId
from learnt.memory import PointMemory

EVERYTHING = "All decks"


class _DeckTold(NamedTuple):
    """A deck's title, what it tells, and which points each of its cards has."""

    title: str
    told: Told
    points: dict[CardId, tuple[PointId, ...]]


class Overviews(FactFinding):
    """What decks of a collection tell together, and how well its learner knows it."""

    def timeline(self, asked: str | None = None, wanted: Wanted = ALL) -> Timeline:
        """What happened when, by the cards of a deck and those below it, or of all decks.

        `asked` is a title, a number or an id. Raises NotFound and UsageError.
        """
        from learnt.plots.timeline import Moment

        decks = self._told(asked)
        needed = [one for deck in decks for found in deck.told.happenings for one in found.points]
        memories = self._memories(needed)
        moments: list[Moment] = [
            Moment(one, deck.title, self._known_of(one.points, memories))
            for deck in decks
            for one in deck.told.happenings
        ]
        return chosen_timeline(_title(asked, decks), moments, _words(decks), wanted)

    def agreements_map(self, asked: str | None = None, wanted: Wanted = ALL) -> AgreementsMap:
        """Agreements and who made them, by the cards of a deck and those below it, or of all.

        Raises NotFound and UsageError.
        """
        from learnt.plots.map import Tie

        decks = self._told(asked)
        points = {card: its_own for deck in decks for card, its_own in deck.points.items()}
        memories = self._memories(
            point
            for deck in decks
            for bond in deck.told.bonds
            for card in bond.cards
            for point in points[card]
        )
        ties: list[Tie] = [
            Tie(
                bond,
                deck.title,
                self._known_of((one for card in bond.cards for one in points[card]), memories),
            )
            for deck in decks
            for bond in deck.told.bonds
        ]
        return chosen_map(_title(asked, decks), ties, _words(decks), wanted)

    def _told(self, asked: str | None) -> list[_DeckTold]:
        """What each of the decks tells; read only where a deck has changed since."""
        ids = self.find(asked) if asked is not None else [one.id for one in self.titles()]
        return [self._told_by(deck_id) for deck_id in ids]

    def _told_by(self, deck_id: DeckId) -> _DeckTold:
        with self.store.reading() as transaction:
            deck = transaction.decks.load(deck_id)
            if deck is None:
                raise NotFound("This deck is not in the collection any more.")
            said = standing(transaction.corrections.of_deck(self.learner.id, deck_id))
        told = self._kept_told.of(deck, said)
        points = {one.id: tuple(point.id for point in one.points) for one in deck.cards}
        return _DeckTold(deck.title, told, points)

    def _memories(self, points: Iterable[PointId]) -> dict[PointId, PointMemory]:
        with self._asking(fresh=True) as asking:  # memories are read by the model they are of
            return asking.transaction.caches.memories(self.learner.id, list(dict.fromkeys(points)))

    def _known_of(
        self, points: Iterable[PointId], memories: dict[PointId, PointMemory]
    ) -> float | None:
        return known_among(points, memories, self.model, self.now())


def _title(asked: str | None, decks: list[_DeckTold]) -> str:
    return EVERYTHING if asked is None else decks[0].title


def _words(decks: list[_DeckTold]) -> dict[CardId, str]:
    return {card: words for deck in decks for card, words in deck.told.words.items()}
