"""From a package to decks of ours, with the way back from each card to those it comes from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from learnt.deck import Card, Deck, Problem
from learnt.deck.files import as_name
from learnt.deck.tidy import one_line
from learnt.errors import NotFound, UsageError
from learnt.ids import CardId
from learnt.sources.packages.answers import Answers
from learnt.sources.packages.cards import Chosen, Made, Origin, cards_of, fields_by_default
from learnt.sources.packages.history import is_known
from learnt.sources.packages.identity import deck_id
from learnt.sources.packages.own import Returned, own_decks
from learnt.sources.packages.values import (
    AnkiCard,
    AnkiDeck,
    AnkiPackage,
    Kind,
    Note,
    NoteType,
)

Fields = Mapping[str, tuple[str, str]]
"""Which fields of a note type, by its name, are a card's front and back."""

_NO_TYPE = -1
_MOST_CARDS = 500
"""Of one note; Anki's clozes have no greater number."""
_MOST_WORK = 500_000_000
"""Letters to be looked at, where each card of a note looks at all of its text."""
_TOO_MUCH = "The note has more cards, or more text for each of them, than any honest one"
_NAMELESS = "Default"
_UNUSED = "These fields of the note type “{}” went into no card. To read others, choose two."
_NO_LOG = (
    "Of {} of the cards that were begun in Anki the package has neither answers nor an interval: "
    "they begin as new. Export it with “include scheduling information”."
)
_KNOWN = (
    "Of {} of the cards the package has an interval and no answers: they begin with what Anki "
    "expected. If it was not you who learnt them, add the package with --as-new."
)
_ONE_WAY = "{} cards are set aside in one direction only in Anki; here they are asked in both."
_LOST = "{} notes have no card in the package, and {} cards no note; they were left out."


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is in the decks that were chosen; `notes` and `cards` are Anki's."""

    notes: int
    cards: int
    reviews: int
    suspended: int
    buried: int
    media: int
    media_bytes: int


@dataclass(frozen=True)
class PackageReading:
    """A package as decks, to be looked at before it is saved.

    `returned` are the cards that we wrote ourselves, as they were written and as they are by now.
    """

    package: AnkiPackage
    decks: tuple[Deck, ...]
    origins: Mapping[CardId, tuple[Origin, ...]]
    log: Answers
    counts: Counts
    problems: tuple[Problem, ...]
    returned: Mapping[CardId, Returned] = field(default_factory=dict)

    @property
    def scheduled(self) -> bool:
        """Whether it was exported with what was learnt, and what was set aside, in it."""
        return any(one.reps or one.suspended or one.buried for one in self.package.cards)


def map_package(
    package: AnkiPackage, decks: Iterable[str] = (), fields: Fields | None = None
) -> PackageReading:
    """The package's decks, or those named and what is below them.

    `fields` choose a note type's front and back. Raises NotFound for a deck, and UsageError for a
    note type or a field, that is not there.
    """
    chosen = _chosen_fields(package.note_types, fields or {})
    homes = _homes(package.decks, list(decks))
    cards = [one for one in package.cards if not homes.only or one.deck in homes.names]
    log = {one.id: its for one in cards if (its := package.answers.get(one.id))}
    made, problems = _made(package, cards, chosen)
    origins = {one.card.id: one.origins for one in made if one.card}
    found = _decks(package.file, made, homes)
    named = {name for deck in found for card in deck.cards for name in card.media}
    media = [one for one in package.media if as_name(one.name) in named]
    return PackageReading(
        package,
        found,
        origins,
        log,
        Counts(
            len({one.note for one in cards}),
            len(cards),
            sum(
                len(log[one.card.id])
                for its in origins.values()
                for one in its
                if one.card.id in log
            ),
            sum(one.suspended for one in cards),
            sum(one.buried for one in cards),
            len(media),
            sum(one.size for one in media),
        ),
        (*package.problems, *problems, *_about_history(made, log)),
        {one.card.id: one.returned for one in made if one.card and one.returned},
    )


@dataclass(frozen=True, slots=True)
class _Homes:
    names: Mapping[int, AnkiDeck]
    only: bool


def _homes(decks: Sequence[AnkiDeck], asked: Sequence[str]) -> _Homes:
    """The decks that are wanted, by their ids."""
    if not asked:
        return _Homes({one.id: one for one in decks}, only=False)
    found: dict[int, AnkiDeck] = {}
    for name in map(one_line, asked):
        key = name.casefold()
        below = [
            one for one in decks if f"{one_line(one.name)}::".casefold().startswith(f"{key}::")
        ]
        if not below:
            there = ", ".join(f"“{one_line(one.name)}”" for one in decks[:20])
            raise NotFound(f"There is no deck “{name}” in this package. It has {there}.")
        found.update((one.id, one) for one in below)
    return _Homes(found, only=True)


def _chosen_fields(types: Sequence[NoteType], fields: Fields) -> dict[int, Chosen]:
    found = {one.id: fields_by_default(one) for one in types}
    for name, (front, back) in fields.items():
        named = [one for one in types if one.name.casefold() == name.casefold()]
        if not named:
            there = ", ".join(f"“{one.name}”" for one in types)
            raise UsageError(f"There is no note type “{name}” in this package. It has {there}.")
        for one in named:
            for asked in (front, back):
                if asked not in one.fields:
                    raise UsageError(
                        f"The note type “{one.name}” has no field “{asked}”. It has "
                        f"{', '.join(one.fields)}."
                    )
            found[one.id] = Chosen(front, back)
    return found


def _made(
    package: AnkiPackage, cards: Sequence[AnkiCard], chosen: Mapping[int, Chosen]
) -> tuple[list[Made], list[Problem]]:
    """The cards of all notes, and one Problem for each reason why some gave none."""
    types = {one.id: one for one in package.note_types}
    by_note: dict[int, list[AnkiCard]] = defaultdict(list)
    for one in cards:
        by_note[one.note].append(one)
    said: dict[str, list[str]] = defaultdict(list)
    unused = _Unused()
    made: list[Made] = []
    cardless = work = 0
    seen: set[CardId] = set()
    for note in package.notes:
        its = by_note.pop(note.id, [])
        if not its:
            cardless += 1
            continue
        its.sort(key=attrgetter("ord"))
        note_type = types.get(note.type)
        if note_type is None or len(note_type.fields) < min(2, len(note.fields)):
            note_type = _unknown(note)
        fields = chosen.get(note_type.id) or fields_by_default(note_type)
        work += len(its) * sum(map(len, note.fields))
        if len(its) > _MOST_CARDS or work > _MOST_WORK:
            said[_TOO_MUCH].append(note.fields[0])
            continue
        for new in cards_of(note, note_type, its, fields):
            if new.said:
                said[new.said].append(note.fields[0])
            if new.card and new.card.id not in seen:  # a broken file may have a guid twice
                seen.add(new.card.id)
                made.append(new)
        unused.look(note, note_type, fields)
    problems = [
        Problem(None, one_line(texts[0]), f"{why} ({len(texts)} in this package).")
        for why, texts in said.items()
    ]
    problems += [
        Problem(
            None,
            ", ".join(x for x in types[key].fields if x in names),
            _UNUSED.format(types[key].name),
        )
        for key, names in unused.names.items()
    ]
    noteless = sum(map(len, by_note.values()))
    if noteless or (cardless and len(cards) == len(package.cards)):
        problems.append(Problem(None, package.file, _LOST.format(cardless, noteless)))
    return made, problems


def _unknown(note: Note) -> NoteType:
    names = tuple(f"Field {place}" for place in range(1, len(note.fields) + 1))
    return NoteType(_NO_TYPE, "an unknown note type", Kind.OTHER, names, ())


@dataclass
class _Unused:
    """The fields, by the note type, that have a text and go into no card."""

    names: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    _places: dict[int, list[tuple[int, str]]] = field(default_factory=dict)

    def look(self, note: Note, note_type: NoteType, chosen: Chosen) -> None:
        key = note_type.id
        if key == _NO_TYPE:
            return
        places = self._places.get(key)
        if places is None:
            used = chosen.used()
            places = [one for one in enumerate(note_type.fields) if one[1] not in used]
            self._places[key] = places
        for place, name in places:
            if place < len(note.fields) and note.fields[place].strip():
                self.names[key].add(name)


def _decks(file: str, made: Iterable[Made], homes: _Homes) -> tuple[Deck, ...]:
    """The decks that have cards, by their names."""
    cards: dict[int, list[Card]] = defaultdict(list)
    returned: dict[int, list[Returned]] = defaultdict(list)
    for one in made:
        if one.card:
            key = one.origins[0].card.deck
            cards[key].append(one.card)
            if one.returned:
                returned[key].append(one.returned)
    in_anki = {key: homes.names.get(key) or AnkiDeck(key, _NAMELESS) for key in cards}
    ours = own_decks({key: (in_anki[key].name, its) for key, its in returned.items()})
    found = []
    for key, its in cards.items():
        home = in_anki[key]
        deck = ours.get(key) or Deck(deck_id(home), home.name or _NAMELESS, source=file)
        found.append(replace(deck, cards=tuple(its)))
    return tuple(sorted(found, key=lambda deck: deck.title.casefold()))


def _about_history(made: Sequence[Made], log: Answers) -> list[Problem]:
    """What is to be said of a history that does not come over as it was."""
    anki = [one.card for its in made if its.card for one in its.origins]
    known = sum(is_known(one, log) for one in anki)
    logless = sum(one.reps > 0 and one.id not in log for one in anki) - known
    one_way = sum(
        len({one.card.suspended or one.card.buried for one in its.origins}) == 2 for its in made
    )
    told = [(known, _KNOWN), (logless, _NO_LOG), (one_way, _ONE_WAY)]
    return [Problem(None, "", why.format(count)) for count, why in told if count]
