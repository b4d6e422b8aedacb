"""Pages read and saved by learnt: run by benchmarks/importing.py, by the public Collection."""

import json
import sys
import tempfile
import time
from pathlib import Path

from learnt import Collection, __version__


def main() -> None:
    """For each line on standard input, import the page it names into a fresh collection."""
    request = json.loads(sys.argv[1])
    with Collection.open(Path(request["folder"]) / "first") as collection:
        about = {"version": __version__} | pragmas(collection)
    print(json.dumps(about), flush=True)
    for line in sys.stdin:
        count, path = json.loads(line)
        took = [import_ms(Path(path), Path(request["folder"])) for _ in range(count)]
        print(json.dumps(took), flush=True)


def pragmas(collection: Collection) -> dict[str, object]:
    """What SQLite was asked to promise."""
    with collection.store.reading() as transaction:
        driver = transaction.connection.exec_driver_sql
        asked = ("synchronous", "journal_mode")
        return {name: driver(f"PRAGMA {name}").scalar() for name in asked}


def import_ms(path: Path, folder: Path) -> float:
    """Milliseconds from the file to a collection that is closed; every card must be new."""
    with tempfile.TemporaryDirectory(dir=folder) as home:
        collection = Collection.open(home)
        began = time.perf_counter()
        added = collection.add(path)
        collection.close()
        took = (time.perf_counter() - began) * 1000
    if added.new != int(path.stem.split("-")[-1]):
        raise ValueError(f"{added.new} cards of {path.name} came in")
    return took


if __name__ == "__main__":
    main()
