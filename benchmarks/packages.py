"""Anki packages as learnt reads them, held against what Anki itself holds of them.

    .venv/bin/python benchmarks/packages.py [PACKAGE…]     compare, card by card
    .venv/bin/python benchmarks/packages.py --speed 50000  and measure both with so many notes

Without packages it compares those of ../shared/decks, where that folder is there, and always those
that Anki makes here in every format it writes. Anki runs in an environment of its own.
"""

import argparse
import json
import re
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from machine import machine
from worker import HERE, PEERS, peer_python, tell

from learnt import Collection
from learnt.deck import Card, Direction
from learnt.deck.showing import as_plain
from learnt.sources.packages import PackageReading, map_package, media_file, open_package

ANKI = "anki==26.9.3"
DECKS = HERE.parent.parent / "shared" / "decks"
SIDES = ("notes", "fields", "tags", "note types", "cards", "decks", "state", "answers", "media")
STATE = ("interval", "reps", "lapses", "suspended", "buried", "flag")
ANSWER = ("id", "ease", "interval", "last_interval", "factor", "duration_ms", "type")
_CLOZE = re.compile(r'<span class="cloze"[^>]*>.*?</span>', re.DOTALL)
_OUT_OF_SIGHT = re.compile(
    r"<(style|script)\b.*?</\1>|<input[^>]*>|<img[^>]*>|\[anki:play:[^\]]*\]|\[sound:[^\]]*\]"
    r"|\[picture[^\]]*\]",
    re.DOTALL,
)
_TAG = re.compile(r"<[^<>]*>")


def main() -> None:
    """Compare, print the table, and measure where it is asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("packages", nargs="*", type=Path)
    parser.add_argument(
        "--speed", type=int, metavar="NOTES", help="import so many notes with history"
    )
    parser.add_argument("--turns", type=int, default=3)
    asked = parser.parse_args()
    print("\n".join([*machine(), f"- {ANKI}", ""]))
    with tempfile.TemporaryDirectory() as name:
        made = [Path(one) for one in anki({"do": "make", "folder": name})]
        paths = [*(asked.packages or sorted(DECKS.glob("*.apkg"))), *made]
        found = anki({"do": "dump", "paths": [str(path) for path in paths]})
        print("| package | format |", " | ".join((*SIDES, "fronts", "backs", "not read")), "|")
        print("| --- | --- |", " | ".join("---" for _ in (*SIDES, 1, 2, 3)), "|")
        for path, held in zip(paths, found, strict=True):
            print(row(path, held))
    if asked.speed:
        measure(asked.speed, asked.turns)


def anki(request: dict[str, object], peer: Path = HERE / "peers/anki_packages.py") -> Any:  # noqa: ANN401 - whatever the peer said
    """What the peer answers."""
    command = [str(peer_python("anki", ANKI)), str(peer)]
    done = subprocess.run(
        [*command, json.dumps(request)], stdout=subprocess.PIPE, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def row(path: Path, held: dict[str, Any]) -> str:
    """One line of the table: how many of each are the same, of how many there are."""
    with path.open("rb") as file:
        package = open_package(file, str(path))
        for picture in package.media:
            media_file(file, package, picture)  # every one can be unpacked
    reading = map_package(package)
    ours = as_anki_has_it(reading)
    cells = []
    for side in SIDES:
        theirs = anki_side(held, side)
        same = sum((Counter(ours[side]) & Counter(theirs)).values())
        cells.append(
            f"{same} of {len(theirs)}" + (f" (+{more})" if (more := len(ours[side]) - same) else "")
        )
        for one in list((Counter(theirs) - Counter(ours[side])).items())[:3]:
            tell(f"{path.name}: {side}: only Anki has {one}")
        for one in list((Counter(ours[side]) - Counter(theirs)).items())[:3]:
            tell(f"{path.name}: {side}: only we have {one}")
    fronts, backs, total = texts_alike(reading, held, path.name)
    lost = len(held["cards"]) - total
    cells += [f"{fronts} of {total}", f"{backs} of {total}", str(lost)]
    return f"| {path.name} | {package.form} | {' | '.join(cells)} |"


def as_anki_has_it(reading: PackageReading) -> dict[str, list[Any]]:
    """Our package in the words of the peer's dump."""
    package = reading.package
    guids = {note.id: note.guid for note in package.notes}
    types = {one.id: one.name for one in package.note_types}
    decks = {one.id: one.name for one in package.decks}
    cards = {card.id: (guids.get(card.note, ""), card.ord) for card in package.cards}
    return {
        "notes": [note.guid for note in package.notes],
        "fields": [(note.guid, note.fields) for note in package.notes],
        "tags": [(note.guid, tuple(sorted(note.tags))) for note in package.notes],
        "note types": [(note.guid, types.get(note.type, "")) for note in package.notes],
        "cards": list(cards.values()),
        "decks": [(*cards[one.id], decks.get(one.deck, "")) for one in package.cards],
        "state": [
            (*cards[one.id], *(getattr(one, name) for name in STATE)) for one in package.cards
        ],
        "answers": [
            (*cards[one.card], *(getattr(one, name) for name in ANSWER))
            for one in package.log
            if one.card in cards
        ],
        "media": [one.name for one in package.media],
    }  # fmt: skip


def anki_side(held: dict[str, Any], side: str) -> list[Any]:
    """One side of the peer's dump, in the same words."""
    notes, cards = held["notes"], held["cards"]
    # Importing puts a "+" behind the name of a note type where another of that name is there.
    found: dict[str, list[Any]] = {
        "notes": [one["guid"] for one in notes],
        "fields": [(one["guid"], tuple(one["fields"])) for one in notes],
        "tags": [(one["guid"], tuple(sorted(one["tags"]))) for one in notes],
        "note types": [(one["guid"], one["type"].rstrip("+")) for one in notes],
        "cards": [(one["guid"], one["ord"]) for one in cards],
        "decks": [(one["guid"], one["ord"], one["deck"]) for one in cards],
        "state": [(one["guid"], one["ord"], *(one[name] for name in STATE)) for one in cards],
        "answers": [tuple(one) for one in held["log"]],
        "media": held["media"],
    }
    return found[side]


def texts_alike(reading: PackageReading, held: dict[str, Any], name: str) -> tuple[int, int, int]:
    """How many of our cards ask what Anki asks, and say nothing that its back does not."""
    theirs = {(one["guid"], one["ord"]): one for one in held["cards"]}
    guids = {note.id: note.guid for note in reading.package.notes}
    fronts = backs = total = 0
    for card, direction, note, place in asked_cards(reading):
        shown = theirs.get((guids[note], place))
        if shown is None:
            tell(f"{name}: Anki has no card {guids[note]} {place}")
            continue
        total += 1
        points = [point.text for point in card.points]
        ask, answer = ([card.prompt or ""], points)
        if direction is Direction.BACKWARD:
            ask, answer = answer, ask
        front = letters(_CLOZE.sub("", shown["front"]))
        alike = letters("".join(as_plain(one) for one in ask)) == front
        fronts += alike
        if not alike:
            tell(f"{name}: front: Anki {front[:120]!r}, we {letters(''.join(ask))[:120]!r}")
        back = letters(shown["back"])
        alike = all(letters(as_plain(one)) in back for one in (*answer, card.note or ""))
        backs += alike
        if not alike:
            tell(f"{name}: back: Anki {back[:160]!r}, we {answer} {card.note!r}")
    return fronts, backs, total


def asked_cards(reading: PackageReading) -> Iterator[tuple[Card, Direction, int, int]]:
    """Each of our cards in each direction, with the note and the place that it comes from."""
    for deck in reading.decks:
        for card in deck.cards:
            for origin in reading.origins[card.id]:
                yield card, origin.direction, origin.card.note, origin.card.ord


def letters(html: str) -> str:
    """The letters and digits that are seen; raised and lowered ones as level ones are."""
    import unicodedata

    seen = unescape(_TAG.sub("", _OUT_OF_SIGHT.sub("", html)))
    return "".join(one for one in unicodedata.normalize("NFKC", seen) if one.isalnum())


def measure(notes: int, turns: int) -> None:
    """Both programs from the same package to a collection that is closed."""
    answers = 8
    with tempfile.TemporaryDirectory(dir=PEERS) as name:
        path = Path(name) / "large.apkg"
        theirs = anki(
            {"do": "speed", "path": str(path), "notes": notes, "answers": answers, "turns": turns}
        )["times"]
        ours = []
        for turn in range(turns):
            began = time.perf_counter()
            with Collection.open(Path(name) / f"home-{turn}") as collection:
                added = collection.add_package(path)
            ours.append((time.perf_counter() - began) * 1000)
            if (sum(one.new for one in added.decks), added.reviews) != (notes, notes * answers):
                raise ValueError(f"{added} is not what was in the package")
    times = f"Anki {min(theirs):,.0f} ms, learnt {min(ours):,.0f} ms"
    ratio = min(ours) / min(theirs)
    print(
        f"\n{notes:,} notes with {notes * answers:,} answers: {times}, {ratio:.1f} times as long."
    )


if __name__ == "__main__":
    main()
