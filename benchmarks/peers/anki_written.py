"""Packages that learnt wrote, in Anki's hands: run by benchmarks/packages_written.py.

take    each package imported into a collection of its own, twice; what Anki then holds, what its
        check of the database says, its own exports in every format, and what becomes of a card that
        is answered
speed   a large collection that learnt wrote, imported, and the milliseconds that exporting it takes
edit    a package imported, some of its notes edited in Anki's way, and exported
"""

import hashlib
import json
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

LOGGED = ("new", "updated", "duplicate", "conflicting")


def main() -> None:
    """Do what the request says; one line of JSON."""
    request = json.loads(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        work = {"take": take, "speed": speed, "edit": edit}[request["do"]]
        print(json.dumps(work(request, Path(name))))


def take(request: dict[str, Any], folder: Path) -> list[dict[str, Any]]:
    """For each package what Anki made of it."""
    return [
        taken(Path(path), Path(request["folder"]), folder / str(place))
        for place, path in enumerate(request["paths"])
    ]


def taken(path: Path, out: Path, home: Path) -> dict[str, Any]:
    """One package: imported, checked, imported again, exported and answered."""
    home.mkdir()
    col = Collection(str(home / "collection.anki2"))
    col.set_config("fsrs", val=True)
    first = imported(col, path)
    said, sound = col.fix_integrity()
    held = holds(col, home)
    again = imported(col, path)
    same = holds(col, home) == held
    exports = []
    for legacy in (True, False):
        target = out / f"{path.stem}-back-{'older' if legacy else 'latest'}.apkg"
        col.export_anki_package(out_path=str(target), limit=None, options=options(legacy=legacy))
        exports.append(str(target))
    target = out / f"{path.stem}-back.colpkg"
    col.export_collection_package(str(target), include_media=True, legacy=True)
    exports.append(str(target))
    col.reopen()
    answers = answered(col)
    empty = len(col.get_empty_cards().notes)
    col.close()
    return {
        "first": first,
        "again": again,
        "same": same,
        "check": said if not sound else "",
        "empty": empty,
        "exports": exports,
        "answers": answers,
        **held,
    }


def imported(col: Collection, path: Path) -> dict[str, int]:
    """What the log of an import says."""
    options_ = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
    request = ImportAnkiPackageRequest(package_path=str(path), options=options_)
    log = col.import_anki_package(request).log
    return {name: len(getattr(log, name)) for name in LOGGED}


def options(*, legacy: bool) -> ExportAnkiPackageOptions:
    """Everything that an export can take along."""
    return ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
    )


def holds(col: Collection, home: Path) -> dict[str, Any]:
    """Notes, cards with their due dates, the log and the media."""
    guids = dict(col.db.execute("select id, guid from notes"))
    names = {one.id: one.name for one in col.decks.all_names_and_ids()}
    today = datetime.fromtimestamp(time.time(), UTC).astimezone() - timedelta(hours=4)
    cards = []
    keys = {}
    for row in col.db.execute(
        "select id, nid, did, ord, type, queue, due, ivl, reps, lapses, flags, data from cards"
    ):
        number, note, deck, place, kind, queue, due, interval, reps, lapses, flag, data = row
        keys[number] = [guids[note], place]
        in_days = due - col.sched.today
        cards.append(
            {
                "key": keys[number],
                "deck": names[deck],
                "type": kind,
                "queue": queue,
                "due": str((today + timedelta(days=in_days)).date()) if kind == 2 else due,
                "interval": interval,
                "reps": reps,
                "lapses": lapses,
                "flag": flag & 7,
                "data": json.loads(data or "{}"),
            }
        )
    return {
        "notes": [
            [guid, fields.split("\x1f"), sorted(tags.split())]
            for guid, fields, tags in col.db.execute("select guid, flds, tags from notes")
        ],
        "cards": cards,
        "log": [
            [*keys[row[1]], row[0], *row[2:]]
            for row in col.db.execute(
                "select id, cid, ease, ivl, lastIvl, factor, time, type from revlog"
            )
        ],
        "media": {
            one.name: hashlib.sha256(one.read_bytes()).hexdigest()
            for one in (home / "collection.media").glob("*")
        },
    }


def answered(col: Collection) -> list[dict[str, Any]]:
    """The first cards of each deck that have something to ask, answered Good."""
    found = []
    for deck in col.decks.all_names_and_ids():
        col.decks.select(deck.id)
        for _ in range(3):
            card = col.sched.getCard()
            if card is None:
                break
            before = [card.type, card.reps, card.ivl]
            card.start_timer()
            col.sched.answerCard(card, 3)
            card.load()
            found.append(
                {"before": before, "after": [card.type, card.reps, card.ivl], "queue": card.queue}
            )
    return found


def speed(request: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The milliseconds of exports of all that a package holds, and of the processor's work."""
    col = Collection(str(folder / "collection.anki2"))
    first = imported(col, Path(request["path"]))
    found: dict[str, Any] = {"new": first["new"]}
    for name, legacy in (("older", True), ("latest", False)):
        times, busy = [], []
        for _ in range(request["turns"]):
            began, before = time.perf_counter(), time.process_time()
            col.export_anki_package(
                out_path=str(folder / "out.apkg"), limit=None, options=options(legacy=legacy)
            )
            times.append((time.perf_counter() - began) * 1000)
            busy.append((time.process_time() - before) * 1000)
        found[name] = [min(times), min(busy)]
    col.close()
    return found


def edit(request: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Replace texts in the fields of all notes, and export."""
    col = Collection(str(folder / "collection.anki2"))
    imported(col, Path(request["path"]))
    changed = 0
    for note_id in col.find_notes(""):
        note = col.get_note(note_id)
        before = list(note.fields)
        for old, new in request["texts"]:
            note.fields = [one.replace(old, new) for one in note.fields[:2]] + note.fields[2:]
        if note.fields != before:
            col.update_note(note)
            changed += 1
    cards = col.card_count()
    col.export_anki_package(out_path=request["out"], limit=None, options=options(legacy=False))
    col.close()
    return {"changed": changed, "cards": cards}


if __name__ == "__main__":
    main()
