"""A collection of Mochi → its decks, each under the titles of those above it.

sides      the first is the prompt, what the others say are the points
gaps       a card a number: the text with gaps, and what belongs in them
one side   a statement
thrown away in Mochi: left out, and counted. Answers given there are counted and not taken over.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePath

from learnt.deck import Card, Deck, Direction, Point, Problem
from learnt.deck.tidy import one_line, same_text
from learnt.errors import Unreadable
from learnt.ids import CardId, DeckId, PointId, uuid7
from learnt.sources.documents.mochi.edn import from_edn
from learnt.sources.documents.mochi.shapes import Shape, shape, shapes, text, texts
from learnt.sources.documents.mochi.sides import Sides, gaps_in, points_in, sides_of
from learnt.sources.documents.mochi.templates import content_of
from learnt.sources.documents.mochi.transit import from_transit
from learnt.sources.documents.packed import Package
from learnt.sources.documents.several import DeckRead

MEMBERS = ("data.json", "data.edn")
_LARGEST = {"data.json": 60_000_000, "data.edn": 20_000_000}  # bytes
_DEEPEST = 20  # decks within decks
_MOST_GAPS = 500  # numbers in one card, as in a note of Anki
_LONGEST_GAPPED = 20_000  # letters of a card with gaps, each of which repeats all of it
_TOO_LARGE = "{} is too large to be read at once ({} MB of cards). Export its decks one by one."
_DAMAGED = "{} is damaged: its {} cannot be read ({}). Export it from Mochi again."
_NO_CARDS = "{} has no cards. In Mochi, choose a deck that has some, and export that."
_TRASHED = (
    "1 card was in Mochi's trash and was left out.",
    "{} cards were in Mochi's trash and were left out.",
)
_EMPTY = (
    "1 card says nothing that can be asked, and was left out.",
    "{} cards say nothing that can be asked, and were left out.",
)
_ANSWERS = (
    "1 answer given in Mochi is not taken over: the cards begin as new.",
    "{} answers given in Mochi are not taken over: the cards begin as new.",
)
_FILES = (
    "1 picture or sound is named by cards; its name alone is kept.",
    "{} pictures and sounds are named by cards; their names alone are kept.",
)


def is_mochi(package: Package) -> bool:
    """Whether a packed file is a collection of Mochi."""
    return any(member in package.names for member in MEMBERS)


def mochi_decks(package: Package, name: str) -> tuple[DeckRead, ...]:
    """The decks that have cards. Raises Unreadable where it is damaged, or none has any."""
    whole = _whole(package, name)
    decks = {text(one.get("id")) or f"no {place}": one for place, one in _in_order(whole)}
    cards: dict[str, list[Shape]] = defaultdict(list)
    for own, deck in decks.items():
        cards[own] += shapes(deck.get("cards"))
    for card in shapes(whole.get("cards")):
        home = text(card.get("deck-id"))
        cards[home if home in decks else ""].append(card)
    every = [card for its in cards.values() for card in its]
    reader = _Reader(
        {text(one.get("id")): one for one in shapes(whole.get("templates"))},
        {text(one.get("id")): said for one in every if (said := one_line(text(one.get("name"))))},
    )
    homes = [own for own, deck in decks.items() if not deck.get("trashed?")] + [""]
    stem = PurePath(name).stem
    read = [
        reader.deck(own, _title(own, decks) or stem, sorted(cards[own], key=_place))
        for own in homes
        if cards[own]
    ]
    found = tuple(one for one in read if one.deck.cards)
    if not found:
        raise Unreadable(_NO_CARDS.format(name))
    return found


def _whole(package: Package, name: str) -> Shape:
    member = next(one for one in MEMBERS if one in package.names)
    data = package.read(member) or b""
    if len(data) > _LARGEST[member]:
        raise Unreadable(_TOO_LARGE.format(name, len(data) // 1_000_000))
    try:
        if member == "data.json":
            return shape(from_transit(data))
        return shape(from_edn(data.decode("utf-8-sig")))
    except ValueError as error:  # a letter that is none raises it as well
        raise Unreadable(_DAMAGED.format(name, member, error)) from None


def _in_order(whole: Shape) -> Iterator[tuple[int, Shape]]:
    def order(one: Shape) -> float:
        sort = one.get("sort")
        return float(sort) if isinstance(sort, int | float) and abs(sort) < 1e12 else 0.0

    return enumerate(sorted(shapes(whole.get("decks")), key=order))


def _place(card: Shape) -> str:
    return text(card.get("pos"))


def _title(own: str, decks: Mapping[str, Shape]) -> str:
    """The titles of a deck and of those above it; a ring ends where it is too deep."""
    path: list[str] = []
    while own in decks and len(path) < _DEEPEST:
        path.append(one_line(text(decks[own].get("name"))).replace("::", ": ") or "Untitled")
        own = text(decks[own].get("parent-id"))
    return "::".join(reversed(path))


@dataclass
class _Told:
    """What is counted of a deck's cards."""

    trashed: int = 0
    empty: int = 0
    answers: int = 0
    files: set[str] = field(default_factory=set)

    def problems(self, title: str) -> tuple[Problem, ...]:
        counted = (
            (_TRASHED, self.trashed), (_EMPTY, self.empty), (_ANSWERS, self.answers),
            (_FILES, len(self.files)),
        )  # fmt: skip
        return tuple(
            Problem(None, title, said[count > 1].format(count)) for said, count in counted if count
        )


@dataclass(frozen=True)
class _Reader:
    """What cards need of the whole: templates, and the names that links lead to, by their ids."""

    templates: Mapping[str, Shape]
    names: Mapping[str, str]

    def deck(self, own: str, title: str, cards: Sequence[Shape]) -> DeckRead:
        told = _Told()
        found: dict[CardId, Card] = {}
        for card in cards:
            if card.get("trashed?"):
                told.trashed += 1
                continue
            for one in self._cards(own, card, told):
                found.setdefault(one.id, one)
        deck = Deck(DeckId(_id("deck", own or title)), title, tuple(found.values()))
        return DeckRead(deck, told.problems(title))

    def _cards(self, deck: str, card: Shape, told: _Told) -> Iterator[Card]:
        content = content_of(card, self.templates)
        read = sides_of(content, self.names)
        told.answers += sum(len(shapes(card.get(one))) for one in ("reviews", "reverse-reviews"))
        told.answers += sum(len(shapes(one)) for one in shape(card.get("cloze/reviews")).values())
        told.files.update(read.media)
        key = text(card.get("id")) or f"{deck}\x1f{content}"
        made = list(_made(key, card, read))
        told.empty += not made
        yield from made


def _made(key: str, card: Shape, read: Sides) -> Iterator[Card]:
    tags = (*texts(card.get("tags")), *read.tags)
    if not read.sides:
        return
    first, rest = read.sides[0], read.sides[1:]
    gaps = gaps_in(first)[:_MOST_GAPS] if len(first) <= _LONGEST_GAPPED else []
    note = "\n".join(rest) or None
    for number, (asked, hidden) in enumerate(gaps):
        its = f"{key}\x1f{number}"
        yield Card(CardId(_id("card", its)), asked, _points(its, hidden),
                   note=note, tags=tags, media=read.media)  # fmt: skip
    if gaps:
        return
    said = [point for side in rest for point in points_in(side)]
    points = _points(key, said or [first])
    both = bool(card.get("review-reverse?"))
    yield Card(
        CardId(_id("card", key)),
        first if said else None,
        points,
        ordered=len(rest) > 1,  # Mochi turns them over one after the other
        directions=(Direction.FORWARD, Direction.BACKWARD) if both else (Direction.FORWARD,),
        tags=tags,
        media=read.media,
    )


def _points(key: str, said: Sequence[str]) -> tuple[Point, ...]:
    once = {same_text(one): one for one in reversed(said)}
    return tuple(Point(PointId(_id("point", key, one)), one) for one in reversed(once.values()))


def _id(*parts: str) -> str:
    """An id that is always the same, so that a file read again brings the cards that are there."""
    written = "\x1e".join(("mochi", *parts)).encode(errors="surrogatepass")
    return uuid7(0, int.from_bytes(sha256(written).digest()[:10]))
