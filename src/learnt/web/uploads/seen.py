"""What a package holds, as its page shows it: counts of all, and the first cards of each deck."""

from collections import Counter
from dataclasses import dataclass, replace

from learnt.deck import Card, Problem
from learnt.sources.packages import PackageReading
from learnt.sources.packages.cards import fields_by_default
from learnt.web.uploads.upload import Choice, Fields

SAMPLE = 6
"""Cards of each deck that are kept to be shown."""

_MOST_PROBLEMS, _MOST_SAMPLES = 200, 300
_LONGEST = 2_000
"""Letters of a point or a prompt that is shown: a sample of a hostile package is small too."""


@dataclass(frozen=True, slots=True)
class DeckSeen:
    """A deck of a package that has cards. `cards` are ours, `answers` those that come with them."""

    id: str
    title: str
    cards: int
    answers: int
    sample: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class TypeSeen:
    """A note type that has notes: the fields that are its cards' front and back.

    The usual ones are those of its templates. A back is empty where there are gaps in its place.
    """

    name: str
    kind: str
    fields: tuple[str, ...]
    notes: int
    front: str
    back: str
    usual_front: str
    usual_back: str


@dataclass(frozen=True, slots=True)
class PackageSeen:
    """A package, read with these fields. Numbers are of the whole of it."""

    fields: Fields
    decks: tuple[DeckSeen, ...]
    types: tuple[TypeSeen, ...]
    notes: int
    anki_cards: int
    answers: int
    set_aside: int
    media: int
    media_bytes: int
    problems: tuple[Problem, ...]

    def chosen(self, choice: Choice) -> tuple[DeckSeen, ...]:
        """The decks that are chosen."""
        return tuple(deck for deck in self.decks if choice.takes(deck.id))

    def first_cards(self, choice: Choice, most: int) -> list[tuple[DeckSeen, list[Card]]]:
        """The first cards of the chosen decks; of many decks a few each, of few more."""
        decks = self.chosen(choice)[:most]
        each = max(1, most // max(1, len(decks)))
        return [(deck, list(deck.sample[:each])) for deck in decks]


def seen_of(reading: PackageReading, fields: Fields) -> PackageSeen:
    """What is to be shown of a package that was read with these fields."""
    counts = reading.counts
    return PackageSeen(
        fields,
        tuple(_deck(reading, place) for place in range(len(reading.decks))),
        _types(reading, fields),
        counts.notes,
        counts.cards,
        counts.reviews,
        counts.suspended + counts.buried,
        counts.media,
        counts.media_bytes,
        tuple(
            replace(one, text=_whole(one.text), why=_whole(one.why))
            for one in reading.problems[:_MOST_PROBLEMS]
        ),
    )


def _whole(text: str) -> str:
    """The text without halves of characters, which no file keeps."""
    return text.encode(errors="replace").decode()


def _deck(reading: PackageReading, place: int) -> DeckSeen:
    deck = reading.decks[place]
    origins = (one for card in deck.cards for one in reading.origins[card.id])
    answers = sum(len(reading.log.get(one.card.id, ())) for one in origins)
    few = deck.cards[: 10 * SAMPLE] if place < _MOST_SAMPLES else ()
    short = [card for card in few if _letters(card) <= _LONGEST]
    return DeckSeen(deck.id, deck.title, len(deck.cards), answers, tuple(short[:SAMPLE]))


def _letters(card: Card) -> int:
    return len(card.prompt or "") + sum(len(point.text) for point in card.points)


def _types(reading: PackageReading, fields: Fields) -> tuple[TypeSeen, ...]:
    """Each name once: fields are chosen by it."""
    notes = Counter(note.type for note in reading.package.notes)
    found: dict[str, TypeSeen] = {}
    for one in reading.package.note_types:
        if not notes[one.id] or one.name in found:
            continue
        by_default = fields_by_default(one)
        usual = (by_default.front, by_default.back)
        chosen = fields.get(one.name, usual)
        name, names = _whole(one.name), tuple(map(_whole, one.fields))
        sides = map(_whole, (*chosen, *usual))
        found[one.name] = TypeSeen(name, one.kind.value, names, notes[one.id], *sides)
    return tuple(sorted(found.values(), key=lambda one: -one.notes))
