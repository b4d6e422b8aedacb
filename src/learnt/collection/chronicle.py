"""What decks tell together, ready to be shown: a timeline, and a map of agreements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from learnt.deck import Card, Deck
from learnt.facts import CardFacts
from learnt.ids import CardId
from learnt.sources import Reading

if TYPE_CHECKING:
    from learnt.facts.chronology import Bond, Happening
    from learnt.plots.map import Tie
    from learnt.plots.timeline import Moment

MOST = 3_000
"""Events that are shown at once: more of them nobody sees on one page."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of it is shown: of one actor, on cards that speak of a topic, between two years.

    What is empty leaves nothing out.
    """

    actor: str = ""
    topic: str = ""
    first: int | None = None
    last: int | None = None


ALL = Wanted()


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened when, in the order of time. `actors` are those who can be chosen.

    `total` counts what is wanted; `moments` are the first of them where there are too many.
    """

    title: str
    moments: "tuple[Moment, ...]"
    actors: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True)
class AgreementsMap:
    """Agreements and who made them, the oldest card's first. `actors` can be chosen."""

    title: str
    ties: "tuple[Tie, ...]"
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What the cards of one deck tell, and the words of each card that a topic is looked for in."""

    happenings: "tuple[Happening, ...]"
    bonds: "tuple[Bond, ...]"
    words: Mapping[CardId, str]


def told_by(deck: Deck, facts: Sequence[CardFacts]) -> Told:
    """What a deck tells, by the facts that were read on its cards."""
    from learnt.facts.chronology import SmallWords, bonds_of, happenings_of
    from learnt.facts.reading import language_of
    from learnt.weights.languages import languages

    bonds = bonds_of(facts)
    small = SmallWords.of(language_of(deck, languages()))
    words = {one.id: _words(one) for one in deck.cards}
    return Told(happenings_of(facts, small, bonds), bonds, words)


def timeline_of(page: Reading | Deck, facts: Sequence[CardFacts], wanted: Wanted = ALL) -> Timeline:
    """The timeline of a page that was read, or of a deck as it stands."""
    from learnt.plots.timeline import Moment

    deck = page.deck if isinstance(page, Reading) else page
    told = told_by(deck, facts)
    return chosen_timeline(
        deck.title, [Moment(one, deck.title) for one in told.happenings], told.words, wanted
    )


def map_of(page: Reading | Deck, facts: Sequence[CardFacts], wanted: Wanted = ALL) -> AgreementsMap:
    """The map of a page that was read, or of a deck as it stands."""
    from learnt.plots.map import Tie

    deck = page.deck if isinstance(page, Reading) else page
    told = told_by(deck, facts)
    return chosen_map(deck.title, [Tie(one, deck.title) for one in told.bonds], told.words, wanted)


def chosen_timeline(
    title: str, moments: "Iterable[Moment]", words: Mapping[CardId, str], wanted: Wanted
) -> Timeline:
    """What is wanted of moments, in the order of time."""
    every = sorted(moments, key=lambda one: (one.happening.extent.start, one.happening.extent.end))
    actors = _by_frequency(one.happening.actors for one in every)
    found = tuple(
        one
        for one in every
        if (not wanted.actor or wanted.actor in one.happening.actors)
        and _speaks_of(words.get(one.happening.card, ""), wanted.topic)
        and (wanted.first is None or one.happening.extent.end > wanted.first)
        and (wanted.last is None or one.happening.extent.start < wanted.last + 1)
    )
    return Timeline(title, found[:MOST], actors, len(found))


def chosen_map(
    title: str, ties: "Iterable[Tie]", words: Mapping[CardId, str], wanted: Wanted
) -> AgreementsMap:
    """What is wanted of ties; the order is that of the cards, so that a new one moves nothing."""
    every = sorted(ties, key=lambda one: min(one.bond.cards, default=""))
    found = tuple(
        one
        for one in every
        if (not wanted.actor or wanted.actor in one.bond.parties)
        and any(_speaks_of(words.get(card, ""), wanted.topic) for card in one.bond.cards)
    )
    return AgreementsMap(title, found, _by_frequency(one.bond.parties for one in every))


def _by_frequency(names: Iterable[Sequence[str]]) -> tuple[str, ...]:
    counted: dict[str, int] = {}
    for several in names:
        for name in several:
            counted[name] = counted.get(name, 0) + 1
    return tuple(sorted(counted, key=lambda name: (-counted[name], name)))


def _speaks_of(words: str, topic: str) -> bool:
    """Whether every word of the topic stands on the card."""
    return all(word in words for word in topic.casefold().split())


def _words(card: Card) -> str:
    texts = (card.prompt or "", *(point.text for point in card.points), *card.tags)
    return " ".join(texts).casefold()
