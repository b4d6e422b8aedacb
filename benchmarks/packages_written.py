"""Packages that learnt writes, held against what Anki makes of them, there and back.

    .venv/bin/python benchmarks/packages_written.py [PACKAGE…]      through Anki and back
    .venv/bin/python benchmarks/packages_written.py --speed 5000    and measure both exporting

Every package is read by learnt, answered here, exported, imported by Anki, checked, imported once
more, exported by Anki in three formats, and each of these read by learnt again: into the collection
it came from, where nothing may be new, and into an empty one, where nothing may be missing. Made
collections have cards of several points, both directions, clozes, cards set aside, answers undone.
"""

import argparse
import hashlib
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any
from unicodedata import normalize

from machine import machine
from packages import ANKI, DECKS
from packages import anki as ask_anki
from worker import HERE, PEERS, tell

from learnt import Collection
from learnt.clock import DAY_MS, MINUTE_MS, Instant, study_day
from learnt.collection import system_now
from learnt.deck import Card, Deck, Direction, Point
from learnt.deck.showing import as_plain
from learnt.ids import CardId, DeckId, EventId, PointId
from learnt.journal import BriefReview, Rating, Review, outcomes_of
from learnt.plan import Schedule
from learnt.sources.packages import Packed, archive, map_package, open_package
from learnt.sources.packages.database import opened_database
from learnt.sources.packages.unpacking import form_of, write_database

PEER = HERE / "peers/anki_written.py"
LOG = ("cid", "id", "ease", "ivl", "lastIvl", "factor", "time", "type")
ZONE = "UTC"
CHECKS = (
    "notes", "fields", "tags", "cards", "decks", "due", "log", "media", "again", "check", "empty",
    "answered", "back", "fresh", "edited",
)  # fmt: skip
WORDS = (
    *("<b>not bold</b> & **bold**", "H<sub>2</sub>O", "{{c1::no cloze}}", "x < y > z", "东京"),
    *("two\nlines", "  indented\n    code()", '"quoted"', "[sound:rain.mp3]", "e\u0301cole"),
    *('<img data-card alt="a weir" src="weir.png">', "a  b", "\\( x^2 \\)", "- dash", "1. one"),
)
MEDIA = {"weir.png": b"\x89PNG a weir", "rain.mp3": b"ID3 rain"}


@dataclass(frozen=True)
class Written:
    """A collection's export, and what it was made of."""

    name: str
    home: Path
    packed: Packed
    path: Path
    decks: tuple[Deck, ...]
    schedules: dict[tuple[CardId, Direction], Schedule]
    reviews: dict[CardId, list[BriefReview]]
    held: dict[CardId, Instant]


class WithMedia(Collection):
    """A collection whose pictures and sounds are at hand."""

    def picture_or_sound(self, name: str) -> bytes | None:
        """One of a few files."""
        return MEDIA.get(name)


def main() -> None:
    """Compare, print the table, and measure where it is asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("packages", nargs="*", type=Path)
    parser.add_argument("--made", type=int, default=4, help="collections that are made, by seeds")
    parser.add_argument("--speed", type=int, metavar="CARDS", help="export so many, 8 answers each")
    parser.add_argument("--turns", type=int, default=3)
    asked = parser.parse_args()
    print("\n".join([*machine(), f"- {ANKI}", ""]))
    with tempfile.TemporaryDirectory(dir=PEERS) as name:
        folder = Path(name)
        homes = [
            *(
                from_package(path, folder)
                for path in asked.packages or sorted(DECKS.glob("*.apkg"))
            ),
            *(made(seed, folder) for seed in range(asked.made)),
        ]
        written = [export(home, folder) for home in homes]
        request: dict[str, object] = {
            "do": "take",
            "paths": [str(one.path) for one in written],
            "folder": name,
        }
        found = ask_anki(request, PEER)
        print("| package |", " | ".join(CHECKS), "|")
        print("| --- |", " | ".join("---" for _ in CHECKS), "|")
        for one, held in zip(written, found, strict=True):
            print(row(one, held, folder))
        if asked.speed:
            measure(asked.speed, asked.turns, folder)


def from_package(path: Path, folder: Path) -> Path:
    """A collection with a package's decks, some of whose cards were answered."""
    home = folder / f"home-{path.stem}"
    with opened(home) as collection:
        collection.add_package(path)
        study(collection, Random(1), most=300)
    return home


def made(seed: int, folder: Path) -> Path:
    """A collection with cards of every kind and some weeks of answers."""
    home, chance = folder / f"home-made-{seed}", Random(seed)
    with opened(home) as collection:
        for place, title in enumerate(("Made", "Made::Deep::Er", "made::deep", f"Ö ﬁ {seed}")):
            cards = [a_card(collection, chance) for _ in range(chance.randrange(4, 40))]
            question = "Why is it so?" if place == 1 else None
            deck = Deck(
                DeckId(collection.make_id()), title, tuple(cards), question, ("of deck",), "p.txt"
            )
            collection.add(deck)
        study(collection, chance, most=200)
        set_aside(collection, chance)
    return home


def a_card(collection: Collection, chance: Random) -> Card:
    """Any card at all."""

    def text() -> str:
        return " ".join(chance.choices((*WORDS, "slate", "was", "mud", "once"), k=3))

    points = tuple(
        Point(
            PointId(collection.make_id()),
            text(),
            tuple(chance.choices(("mudstone", "clay"), k=chance.randrange(2))),
            tuple(chance.choices(("granite",), k=chance.randrange(2))),
            chance.choice((1.0, 1.0, 2.5)),
        )
        for _ in range(chance.choice((1, 1, 2, 3, 7)))
    )
    some, both = chance.random, tuple(Direction)
    return Card(
        CardId(collection.make_id()),
        None if some() < 0.2 else text(),
        points,
        ordered=some() < 0.3,
        directions=chance.choice((both, both[:1], both[:1], both[1:])),
        wrong_options=("chalk",) if some() < 0.2 else (),
        hint=text() if some() < 0.3 else None,
        note=text() if some() < 0.3 else None,
        tags=tuple(chance.sample(("geo::rock", "two words", "flag::red", "Émile"), k=2)),
        media=("weir.png",) if some() < 0.2 else (),
        source_lines=(3, 9) if some() < 0.5 else None,
        confidence=chance.choice((1.0, 0.75)),
    )


def study(collection: Collection, chance: Random, most: int) -> None:
    """Some weeks of answers, the last of them a moment ago; every tenth is taken back."""
    now = system_now()
    cards = [card for head in collection.titles() for card in collection.deck(head.id).cards]
    events = []
    for card in chance.sample(cards, k=min(len(cards), most)):
        for direction in card.directions:
            at = now - chance.randrange(40, 90) * DAY_MS
            for _ in range(chance.choice((0, 1, 3, 6))):
                at += chance.choice((2 * MINUTE_MS, DAY_MS, 9 * DAY_MS)) + chance.randrange(10**6)
                events.append(answer(collection, card, direction, Instant(min(at, now)), chance))
            if chance.random() < 0.1:
                soon = Instant(now - chance.randrange(5 * MINUTE_MS))
                events.append(answer(collection, card, direction, soon, chance))
    collection.merge(events)
    for one in events[::10]:
        collection.undo(one.id)


def answer(
    collection: Collection, card: Card, direction: Direction, at: Instant, chance: Random
) -> Review:
    """One answer, in which each point fares by itself."""
    points = card.asked(direction)
    said = [one.id for one in points if chance.random() < 0.7]
    rating = Rating(chance.choice((1, 2, 3, 3, 3, 4)))
    said = [one.id for one in points] if rating is Rating.EASY else said
    return Review(
        EventId(collection.make_id()),
        collection.learner.id,
        card.id,
        at,
        rating,
        outcomes_of(points, said, rating),
        direction,
        duration_ms=chance.randrange(60_000),
    )


def set_aside(collection: Collection, chance: Random) -> None:
    """Some cards suspended, some left for tomorrow."""
    cards = [card for head in collection.titles() for card in collection.deck(head.id).cards]
    some = chance.sample(cards, k=min(8, len(cards)))
    for place, card in enumerate(some):
        (collection.suspend if place % 2 else collection.bury)(card.id)
    collection.release([some[1].id])


def opened(home: Path) -> Collection:
    """A collection of a learner in UTC, as this machine's Anki is."""
    collection = WithMedia.open(home)
    collection.set(replace(collection.learner.settings, time_zone=ZONE))
    return collection


def export(home: Path, folder: Path) -> Written:
    """All decks of a collection as a package."""
    with opened(home) as collection:
        name = home.name.removeprefix("home-")
        path = folder / f"{name}.apkg"
        decks = tuple(collection.deck(head.id) for head in collection.titles())
        packed = collection.export_package([deck.id for deck in decks], path)
        return Written(name, home, packed, path, decks, *studied(collection))


def studied(collection: Collection) -> tuple[Any, Any, Any]:
    """Schedules, reviews and what is set aside."""
    me = collection.learner.id
    with collection.store.reading() as transaction:
        ids = [deck.id for deck in transaction.decks.list()]
        schedules = transaction.caches.all_schedules(me)
        return (
            {(one.card, one.direction): one for one in schedules},
            dict(transaction.journal.reviews_of_decks(me, ids)),
            transaction.journal.holds(me),
        )


def row(one: Written, held: dict[str, Any], folder: Path) -> str:
    """One line of the table."""
    with one.path.open("rb") as file:
        package = open_package(file, one.name)
    guids = {note.id: note.guid for note in package.notes}
    keys = {card.id: (guids[card.note], card.ord) for card in package.cards}
    homes = {deck.id: deck.name for deck in package.decks}
    due = dict(due_dates(one))
    cells = [
        same(one, "notes", [note.guid for note in package.notes], [n[0] for n in held["notes"]]),
        same(
            one,
            "fields",
            [(note.guid, *map(as_one, note.fields)) for note in package.notes],
            [(guid, *fields) for guid, fields, _ in held["notes"]],
        ),
        same(
            one,
            "tags",
            [(note.guid, *sorted(map(as_one, note.tags))) for note in package.notes],
            [(guid, *tags) for guid, _, tags in held["notes"]],
        ),
        same(one, "cards", list(keys.values()), [tuple(card["key"]) for card in held["cards"]]),
        same(
            one,
            "decks",
            [(*keys[card.id], homes[card.deck]) for card in package.cards],
            [(*card["key"], card["deck"]) for card in held["cards"]],
        ),
        same(
            one,
            "due",
            [(*key, due.get(key)) for key in keys.values() if key in due],
            [
                (*card["key"], *stand_of(card))
                for card in held["cards"]
                if card["type"] or card["queue"] < 0
            ],
        ),
        same(
            one,
            "log",
            [(*keys[card], *rest) for card, *rest in log_of(one.path)],
            [tuple(x) for x in held["log"]],
        ),
        same(
            one,
            "media",
            [(x.name, hashlib.sha256(MEDIA[x.name]).hexdigest()) for x in package.media],
            list(held["media"].items()),
        ),
    ]
    again = held["again"]
    clean = held["same"] and again["duplicate"] == len(package.notes) and not again["updated"]
    cells += ["all there" if clean else str(again), held["check"] or "ok", str(held["empty"])]
    wrong = [x for x in held["answers"] if x["after"][1] != x["before"][1] + 1]
    cells.append(f"{len(held['answers'])}" + (f" ({len(wrong)} not)" if wrong else ""))
    paths = [Path(path) for path in held["exports"]]
    cells += [back_home(one, paths), afresh(one, paths, folder), edited_there(one, folder)]
    return f"| {one.name} | {' | '.join(cells)} |"


def log_of(path: Path) -> list[tuple[int, ...]]:
    """The rows of a package's log with all that is written there; reading wants a part of it."""
    with (
        path.open("rb") as file,
        archive.opened(file, path.name) as packed,
        tempfile.TemporaryDirectory() as folder,
    ):
        database = Path(folder) / "collection"
        with database.open("wb") as target:
            write_database(packed, form_of(packed), target)
        with opened_database(database, path.name) as found:
            return list(found.rows("revlog", *LOG))


def as_one(text: str) -> str:
    """Anki writes letters with their accents as one."""
    return normalize("NFC", text)


def stand_of(card: dict[str, Any]) -> tuple[Any]:
    """When a card comes, and whether it is set aside: one value to compare."""
    return ((card["due"] if card["type"] else "new", min(0, card["queue"])),)


def due_dates(one: Written) -> Iterator[tuple[tuple[str, int], Any]]:
    """What Anki should say of each card that was asked or set aside, by learnt's own schedule."""
    from learnt.sources.packages.guids import guid_of

    now = system_now()
    for deck in one.decks:
        for card in deck.cards:
            until = one.held.get(card.id, 0)
            aside = 0 if until <= now else -1 if until > now + 2 * DAY_MS else -3
            for direction in card.directions:
                key = (guid_of(card.id), int(direction is Direction.BACKWARD))
                schedule = one.schedules.get((card.id, direction))
                if schedule is None:
                    if aside:
                        yield key, ("new", aside)
                    continue
                day = study_day(schedule.due, ZONE)
                learning = day <= study_day(schedule.last, ZONE)
                due = schedule.due // 1000 if learning else str(date.fromordinal(day))
                yield key, (due, aside)


def back_home(one: Written, paths: Sequence[Path]) -> str:
    """Anki's exports read into the collection that they came from: what is new there."""
    told = []
    for path in paths:
        with opened(one.home) as collection:
            added = collection.add_package(path)
            new = sum(deck.new for deck in added.decks)
            updated = sum(deck.updated for deck in added.decks)
            if (new, updated, added.reviews, added.holds) != (0, 0, 0, 0):
                told.append(f"{new}+{updated} cards, {added.reviews} answers, {added.holds} holds")
            if tuple(collection.deck(deck.id) for deck in one.decks) != one.decks:
                told.append("decks differ")
            if studied(collection)[:2] != (one.schedules, one.reviews):
                told.append("schedules differ")
    return "; ".join(told) or f"nothing new ×{len(paths)}"


def afresh(one: Written, paths: Sequence[Path], folder: Path) -> str:
    """Anki's exports read into an empty collection: what is lost."""
    told = []
    for path in paths:
        with opened(folder / f"fresh-{path.stem}{path.suffix}") as collection:
            collection.add_package(path)
            decks = {deck.id: deck for deck in (collection.deck(h.id) for h in collection.titles())}
            for deck in one.decks:
                if decks.get(deck.id) != deck:
                    told.append(f"“{deck.title}” differs")
                    tell_difference(deck, decks.get(deck.id))
            schedules, reviews, holds = studied(collection)
            mine = one.schedules
            if mine != schedules:
                lost = {key for key in {*mine, *schedules} if mine.get(key) != schedules.get(key)}
                told.append(f"{len(lost)} schedules differ")
                tell(f"{one.name}: {[(mine.get(k), schedules.get(k)) for k in list(lost)[:2]]}")
            if reviews != one.reviews:
                lost_cards = [c for c in one.reviews if one.reviews[c] != reviews.get(c)]
                told.append(f"answers of {len(lost_cards)} cards differ")
                for card in lost_cards[:1]:
                    tell(f"{one.reviews[card]}\n{reviews.get(card)}")
            now = system_now()
            if {k for k, v in holds.items() if v > now} != {
                k for k, v in one.held.items() if v > now
            }:
                told.append("other cards are set aside")
            if collection.doctor().differences:
                told.append("the doctor finds differences")
    return "; ".join(told) or f"nothing lost ×{len(paths)}"


def edited_there(one: Written, folder: Path) -> str:
    """How many of the points whose texts Anki changed are here as they were changed there."""
    out = folder / f"{one.name}-edited.apkg"
    old, new = "mud", "silt and mud"
    request: dict[str, object] = {"do": "edit", "path": str(one.path), "out": str(out)}
    found = ask_anki(request | {"texts": [[old, new]]}, PEER)
    with opened(one.home) as collection:
        added = collection.add_package(out)
        updated = sum(deck.updated for deck in added.decks)
        if updated != found["changed"]:
            tell(f"{one.name}: Anki changed {found['changed']} notes, {updated} cards are updated")
        before = [point for deck in one.decks for card in deck.cards for point in card.points]
        now = {
            point.id: point
            for deck in one.decks
            for card in collection.deck(deck.id).cards
            for point in card.points
        }
    alike = sum(
        replace(there, text=as_seen(there.text))
        == replace(point, text=as_seen(point.text.replace(old, new)))
        for point in before
        if (there := now.get(point.id))
    )
    for point in before:
        there, text = now.get(point.id), point.text.replace(old, new)
        if there is None or as_seen(there.text) != as_seen(text):
            tell(f"{one.name}: edited: {text!r} is {there and there.text!r}")
    return f"{alike} of {len(before)} ({updated} cards)"


def as_seen(text: str) -> str:
    """A text without what a field of Anki's cannot tell: how wide a gap is, what lowers a sign."""
    return as_one(" ".join(as_plain(text).split()))


def tell_difference(mine: Deck, theirs: Deck | None) -> None:
    """The first difference between two decks."""
    if theirs is None:
        tell("the deck is not there")
        return
    head = replace(mine, cards=()), replace(theirs, cards=())
    if head[0] != head[1]:
        tell(f"{head[0]}\n{head[1]}")
    for a, b in zip(mine.cards, theirs.cards, strict=False):
        if a != b:
            tell(f"{a}\n{b}")
            return


def same(one: Written, side: str, ours: Sequence[Any], theirs: Sequence[Any]) -> str:
    """How many are the same, of how many there are."""
    a, b = Counter(ours), Counter(theirs)
    for missing in list((a - b).items())[:2]:
        tell(f"{one.name}: {side}: only we have {str(missing)[:400]}")
    for more in list((b - a).items())[:2]:
        tell(f"{one.name}: {side}: only Anki has {str(more)[:400]}")
    alike = sum((a & b).values())
    return f"{alike} of {len(ours)}" + (f" (+{len(theirs) - alike})" if len(theirs) > alike else "")


def measure(cards: int, turns: int, folder: Path) -> None:
    """Both programs from a collection that is open to a package."""
    home, answers, chance = folder / "home-large", 8, Random(7)
    with opened(home) as collection:
        made_ = [
            Card(
                CardId(collection.make_id()),
                f"What is number {place}?",
                tuple(
                    Point(PointId(collection.make_id()), f"It is {place}, and the {nth}th of it")
                    for nth in range(1 + place % 2)
                ),
            )
            for place in range(cards)
        ]
        collection.add(Deck(DeckId(collection.make_id()), "Large", tuple(made_)))
        start = system_now() - 200 * DAY_MS
        collection.merge(
            answer(
                collection,
                card,
                Direction.FORWARD,
                Instant(start + (turn * turn + 1) * DAY_MS + place * 100),
                chance,
            )
            for place, card in enumerate(made_)
            for turn in range(answers)
        )
        path, ours, cpu = folder / "large.apkg", [], []
        packed = collection.pack("Large")  # what is loaded once is no part of it
        for _ in range(turns):
            began, busy = time.perf_counter(), time.process_time()
            packed = collection.export_package("Large", path, overwrite=True)
            ours.append((time.perf_counter() - began) * 1000)
            cpu.append((time.process_time() - busy) * 1000)
    theirs = ask_anki({"do": "speed", "path": str(path), "turns": turns}, PEER)
    if (theirs["new"], packed.reviews) != (cards, cards * answers):
        raise ValueError(f"{theirs} is not what was in the package")
    with path.open("rb") as file:
        map_package(open_package(file, "large"))
    print(f"\n{cards:,} cards with {cards * answers:,} answers ({len(packed.data) / 1e6:.1f} MB)\n")
    print("| | time, ms | processor, ms | times Anki's (older format) |")
    print("| --- | --- | --- | --- |")
    older = theirs["older"]
    for name, (took, busy_) in {
        "Anki, older format": older,
        "Anki, latest format": theirs["latest"],
        "learnt": (min(ours), min(cpu)),
    }.items():
        ratios = f"{took / older[0]:.1f} (processor {busy_ / older[1]:.1f})"
        print(f"| {name} | {took:,.0f} | {busy_:,.0f} | {ratios} |")


if __name__ == "__main__":
    main()
