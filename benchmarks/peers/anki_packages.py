"""Packages as Anki holds them: run by benchmarks/packages.py with the Python that has `anki`.

make    a collection with a note of every kind, answered by Anki's scheduler, exported in every
        format that this Anki writes
dump    packages imported into a collection of their own; what it then holds, as JSON
large   a large collection with history, exported
speed   a package imported into a new collection: what that took
"""

import json
import re
import resource
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from anki.collection import (
    Collection,
    DeckIdLimit,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

NOTES = {
    "Basic": (
        'What is a weir? <img src="weir.png">',
        "a low dam<ul><li>of stone</li><li>of wood</li></ul>",
    ),
    "Basic (and reversed card)": ("ford", "a place to walk <b>through</b> a river"),
    "Basic (optional reversed card)": ("bank", "the side of a river", "y"),
    "Basic (type in the answer)": ("Which river flows through Vienna?", "the Danube"),
    "Cloze": (
        "{{c1::Erosion::what?}} and {{c2::deposition}} shape a {{c1::valley}}.",
        "See the chapter. [sound:rain.mp3]",
    ),
}  # fmt: skip
_TYPED = re.compile(r"\[\[type:(.+?)\]\]")
EASES = (3, 1, 3, 4, 2, 3)


def main() -> None:
    """Do what the request says; one line of JSON."""
    request = json.loads(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        work = {"make": make, "dump": dump, "large": large, "speed": speed}[request["do"]]
        print(json.dumps(work(request, Path(name))))


def make(request: dict[str, Any], folder: Path) -> list[str]:
    """The paths of the packages that were made."""
    col = Collection(str(folder / "made.anki2"))
    fill(col)
    out = Path(request["folder"])
    for legacy in (False, True):
        kind = "older" if legacy else "latest"
        col.export_anki_package(
            out_path=str(out / f"anki-{kind}.apkg"), limit=None, options=options(legacy=legacy)
        )
        one = out / f"anki-{kind}-deck.apkg"
        limit = DeckIdLimit(col.decks.id("Land::Rivers"))
        col.export_anki_package(out_path=str(one), limit=limit, options=options(legacy=legacy))
        path = out / f"anki-{kind}.colpkg"
        col.export_collection_package(str(path), include_media=True, legacy=legacy)
        col.reopen()
    col.close()
    return sorted(str(path) for path in out.glob("anki-*"))


def fill(col: Collection) -> None:
    """Notes of every kind in two decks, answers, a filtered deck, cards set aside, media."""
    col.media.write_data("weir.png", b"\x89PNG a weir")
    col.media.write_data("rain.mp3", b"rain")
    for name, fields in NOTES.items():
        note_type = col.models.by_name(name)
        for copy in range(12):
            note = col.new_note(note_type)
            for place, text in enumerate(fields):
                note.fields[place] = text if not copy else f"{text} ({copy})"
            note.tags = ["geo::water", f"copy{copy}"]
            deck = "Land::Rivers" if copy % 2 else "Words"
            col.add_note(note, col.decks.id(deck))
    settings = col.decks.get_config(1)
    settings["new"]["perDay"] = 999
    col.decks.save(settings)
    for deck in ("Land::Rivers", "Words"):
        col.decks.select(col.decks.id(deck))
        for turn in range(40):
            card = col.sched.getCard()
            if card is None:
                break
            card.start_timer()
            col.sched.answerCard(card, EASES[turn % len(EASES)])
            time.sleep(0.002)  # a row of its log is known by its millisecond
    cards = col.find_cards("")
    col.sched.suspend_cards(cards[3:6])
    col.sched.bury_cards(cards[8:10])
    col.set_user_flag_for_cards(4, cards[10:12])
    made = col.sched.get_or_create_filtered_deck(deck_id=0)
    made.config.search_terms[0].search = "tag:copy7"
    made.allow_empty = True
    col.sched.add_or_update_filtered_deck(made)


def options(*, legacy: bool) -> ExportAnkiPackageOptions:
    """Everything that an export can take along."""
    return ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
    )


def dump(request: dict[str, Any], folder: Path) -> list[dict[str, Any]]:
    """For each package, what Anki holds after importing it."""
    return [holds(Path(path), folder / str(place)) for place, path in enumerate(request["paths"])]


def holds(path: Path, home: Path) -> dict[str, Any]:
    """One package imported into an empty collection, or put in place of one."""
    home.mkdir()
    target = home / "collection.anki2"
    if path.suffix == ".colpkg":
        Collection(str(target)).close()
        bare = Collection(str(home / "other.anki2"))
        bare.close()  # its backend is wanted, with no collection open
        bare._backend.import_collection_package(  # noqa: SLF001 - Anki's own window calls it so
            col_path=str(target),
            backup_path=str(path),
            media_folder=str(home / "collection.media"),
            media_db=str(home / "collection.media.db2"),
        )
        col = Collection(str(target))
    else:
        col = Collection(str(target))
        col.import_anki_package(request_of(path))
    notes = {
        note_id: (guid, fields, tags.split(), note_type)
        for note_id, guid, fields, tags, note_type in col.db.execute(
            "select id, guid, flds, tags, mid from notes"
        )
    }
    names = {one.id: one.name for one in col.decks.all_names_and_ids()}
    cards = []
    guids: dict[int, tuple[str, int]] = {}
    for card_id in col.find_cards(""):
        card = col.get_card(card_id)
        guid = notes[card.nid][0]
        guids[card_id] = (guid, card.ord)
        cards.append(
            {
                "guid": guid,
                "ord": card.ord,
                "deck": names[card.odid or card.did],
                "interval": card.ivl,
                "reps": card.reps,
                "lapses": card.lapses,
                "suspended": card.queue == -1,
                "buried": card.queue in (-2, -3),
                "flag": card.user_flag(),
                "front": _TYPED.sub("", card.question()),
                "back": with_typed(card.answer(), dict(col.get_note(card.nid).items())),
            }
        )
    log = [
        [*guids[row[1]], row[0], *row[2:]]
        for row in col.db.execute(
            "select id, cid, ease, ivl, lastIvl, factor, time, type from revlog"
        )
        if row[1] in guids
    ]
    made = {
        "notes": [
            {
                "guid": guid,
                "fields": fields.split("\x1f"),
                "tags": tags,
                "type": col.models.get(kind)["name"],
            }
            for guid, fields, tags, kind in notes.values()
        ],
        "cards": cards,
        "log": log,
        "media": sorted(path.name for path in (home / "collection.media").glob("*")),
    }  # fmt: skip
    col.close()
    return made


def with_typed(back: str, fields: dict[str, str]) -> str:
    """A back with the field that is to be typed: Anki's window puts it there."""
    return _TYPED.sub(lambda one: fields[one[1]], back)


def large(request: dict[str, Any], folder: Path) -> int:
    """Make a package of many notes with answers; how many bytes it has."""
    path = Path(request["path"])
    build(path, request["notes"], request["answers"], folder)
    return path.stat().st_size


def speed(request: dict[str, Any], folder: Path) -> dict[str, float]:
    """Import a package as a whole, as benchmarks/peers/learnt_packages.py does."""
    began, used = time.perf_counter(), time.process_time()
    col = Collection(str(folder / "new.anki2"))
    col.import_anki_package(request_of(Path(request["path"])))
    col.close()
    took, used = time.perf_counter() - began, time.process_time() - used
    return {
        "ms": took * 1000,
        "processor_ms": used * 1000,
        "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def build(path: Path, notes: int, answers: int, folder: Path) -> None:
    """A deck of notes, each with so many answers, exported in the latest format."""
    col = Collection(str(folder / "large.anki2"))
    basic, deck = col.models.by_name("Basic"), col.decks.id("Large")
    for place in range(notes):
        note = col.new_note(basic)
        note.fields = [f"What is number {place}?", f"It is {place}<br>and no other than {place}"]
        col.add_note(note, deck)
    start = 1_700_000_000_000
    rows = []
    for place, card_id in enumerate(col.find_cards("deck:Large")):
        for turn in range(answers):
            at = start + (turn * turn + 1) * 86_400_000 + place * 100 + turn
            ease = 1 if (place + turn) % 9 == 0 else 3
            rows.append((at, card_id, -1, ease, turn + 1, turn, 2500, 5000, 1 if turn else 0))
    col.close()
    with closing(sqlite3.connect(folder / "large.anki2")) as raw:  # Anki's own way takes minutes
        raw.executemany("insert into revlog values (?,?,?,?,?,?,?,?,?)", rows)
        raw.execute(
            "update cards set type=2, queue=2, ivl=30, reps=?, due=20, factor=2500", [answers]
        )
        raw.commit()
    col = Collection(str(folder / "large.anki2"))
    col.export_anki_package(
        out_path=str(path), limit=DeckIdLimit(deck), options=options(legacy=False)
    )
    col.close()


def request_of(path: Path) -> ImportAnkiPackageRequest:
    """Import everything, as its own dialog does with all boxes ticked."""
    wanted = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
    return ImportAnkiPackageRequest(package_path=str(path), options=wanted)


if __name__ == "__main__":
    main()
