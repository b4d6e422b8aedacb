"""Anki packages as learnt reads them, held against what Anki itself holds of them.

    .venv/bin/python benchmarks/packages.py [PACKAGE…]     compare, card by card
    .venv/bin/python benchmarks/packages.py --speed 5000 50000  and measure both with so many notes

Without packages it compares those of ../shared/decks, where that folder is there, and always those
that Anki makes here in every format it writes. Anki runs in an environment of its own.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from machine import disk, machine
from worker import HERE, PEERS, peer_python, tell

from learnt.deck import Card, Direction
from learnt.deck.showing import as_plain
from learnt.sources.packages import PackageReading, map_package, media_file, open_package

ANKI = "anki==26.9.3"
DECKS = HERE.parent.parent / "shared" / "decks"
SIDES = ("notes", "fields", "tags", "note types", "cards", "decks", "state", "answers", "media")
ANSWERS = 8
SET_BY_HAND = 4  # a row of Anki's log with this type, or one above it, is no answer
COLUMNS = (
    "Anki ms", "learnt ms", "ratio", "Anki processor ms", "learnt processor ms", "ratio",
    "Anki MiB at most", "learnt MiB at most",
)  # fmt: skip
STATE = ("interval", "reps", "lapses", "suspended", "buried", "flag")
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
        "--speed", type=int, nargs="+", metavar="NOTES", help="import so many notes with history"
    )
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--alone", action="store_true", help="measure and compare nothing")
    asked = parser.parse_args()
    print("\n".join([*machine(), f"- {ANKI}", ""]))
    if not asked.alone:
        compare(asked.packages)
    if asked.speed:
        print(f"\n{disk(PEERS)}; {ANSWERS} answers a note, the best of {asked.turns} turns\n")
        print("| notes | answers |", " | ".join(COLUMNS), "|")
        print("| --- | --- |", " | ".join("---" for _ in COLUMNS), "|")
        for notes in asked.speed:
            print(measure(notes, asked.turns), flush=True)


def compare(packages: Sequence[Path]) -> None:
    """Print a line for each package: these or the shared ones, and those that Anki makes."""
    with tempfile.TemporaryDirectory() as name:
        made = [Path(one) for one in anki({"do": "make", "folder": name})]
        paths = [*(packages or sorted(DECKS.glob("*.apkg"))), *made]
        found = anki({"do": "dump", "paths": [str(path) for path in paths]})
        print("| package | format |", " | ".join((*SIDES, "fronts", "backs", "not read")), "|")
        print("| --- | --- |", " | ".join("---" for _ in (*SIDES, 1, 2, 3)), "|")
        for path, held in zip(paths, found, strict=True):
            print(row(path, held))


def anki(request: Mapping[str, object], peer: str | Path = "peers/anki_packages.py") -> Any:  # noqa: ANN401 - whatever the peer said
    """What the peer answers."""
    return worked(peer_python("anki", ANKI), peer, request)


def worked(python: Path, script: str | Path, request: Mapping[str, object]) -> Any:  # noqa: ANN401 - as `anki`
    """The last line of what a process of its own says; Python is compiled once, as installed."""
    command = [str(python), str(HERE / script), json.dumps(request)]
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(PEERS / "compiled")}
    done = subprocess.run(
        command, stdout=subprocess.PIPE, text=True, check=True, env=os.environ | compiled
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
            (*cards[card], at, rating, took)
            for card, answers in package.answers.items()
            if card in cards
            for at, rating, took in answers
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
        "answers": [
            (guid, place, at, ease, took)
            for guid, place, at, ease, _, _, _, took, kind in held["log"]
            if ease and kind < SET_BY_HAND
        ],
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


def measure(notes: int, turns: int) -> str:
    """Both programs in turn, from the same package to a collection that is closed."""
    answers = notes * ANSWERS
    theirs: list[dict[str, float]] = []
    ours: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory(dir=PEERS) as name:
        path = Path(name) / "large.apkg"
        anki({"do": "large", "path": str(path), "notes": notes, "answers": ANSWERS})
        for turn in range(turns):
            theirs.append(anki({"do": "speed", "path": str(path)}))
            request = {"path": str(path), "folder": str(Path(name) / f"home-{turn}")}
            made = worked(Path(sys.executable), "peers/learnt_packages.py", request)
            if (made["notes"], made["answers"]) != (notes, answers):
                raise ValueError(f"{made} is not what was in the package")
            ours.append(made)
            tell(f"{notes:,} notes, turn {turn + 1}: Anki {theirs[-1]}, learnt {ours[-1]}")
    cells = [f"{notes:,}", f"{answers:,}"]
    for what in ("ms", "processor_ms"):
        a, b = (min(one[what] for one in some) for some in (theirs, ours))
        cells += [f"{a:,.0f}", f"{b:,.0f}", f"{b / a:.1f}"]
    cells += [f"{max(one['mib'] for one in some):,.0f}" for some in (theirs, ours)]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
