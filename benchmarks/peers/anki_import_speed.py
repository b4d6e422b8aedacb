"""A file of text imported by Anki: run by benchmarks/importing.py with the Python that has `anki`.

The calls of its own import screen: `get_csv_metadata`, then `import_csv` into the Basic note type.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from anki.buildinfo import version
from anki.collection import Collection, CsvMetadata, ImportCsvRequest


def main() -> None:
    """For each line on standard input, import the page it names into a fresh collection."""
    request = json.loads(sys.argv[1])
    folder = Path(request["folder"])
    col = Collection(str(folder / "first.anki2"))
    about = {
        "version": version,
        "synchronous": col.db.scalar("pragma synchronous"),
        "journal_mode": col.db.scalar("pragma journal_mode"),
    }
    col.close()
    print(json.dumps(about), flush=True)
    for line in sys.stdin:
        count, path = json.loads(line)
        print(json.dumps([import_ms(Path(path), folder) for _ in range(count)]), flush=True)


def import_ms(path: Path, folder: Path) -> float:
    """Milliseconds from the file to a collection that is closed; every note must be new."""
    with tempfile.TemporaryDirectory(dir=folder) as home:
        col = Collection(str(Path(home) / "collection.anki2"))
        basic = col.models.by_name("Basic")["id"]
        began = time.perf_counter()
        metadata = col.get_csv_metadata(path=str(path), delimiter=CsvMetadata.Delimiter.TAB)
        metadata.global_notetype.id = basic
        done = col.import_csv(ImportCsvRequest(path=str(path), metadata=metadata))
        col.close()
        took = (time.perf_counter() - began) * 1000
    if len(done.log.new) != int(path.stem.split("-")[-1]):
        raise ValueError(f"{len(done.log.new)} notes of {path.name} came in")
    return took


if __name__ == "__main__":
    main()
