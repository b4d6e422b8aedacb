"""Anki's text import: run by benchmarks/reading.py with the Python that has `anki`.

Each page goes the way of Anki's own import screen: `get_csv_metadata`, which finds a separator
where none is named, then `import_csv` into the Basic note type. Its notes are the cards.
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from anki.collection import Collection, CsvMetadata, ImportCsvRequest


def main() -> None:
    """Import every page of the request and print the cards of each as one line of JSON."""
    request = json.loads(sys.argv[1])
    folder = Path(request["folder"])
    with tempfile.TemporaryDirectory() as name:
        col = Collection(str(Path(name) / "collection.anki2"))
        made = [
            cards(col, folder / f"{place}.txt", guess=request["guess"])
            for place in range(request["pages"])
        ]
        col.close()
    print(json.dumps(made))


def cards(col: Collection, path: Path, *, guess: bool) -> list[dict[str, Any]]:
    """The notes that one page becomes; none where Anki refuses it."""
    tab = None if guess else CsvMetadata.Delimiter.TAB
    try:
        metadata = col.get_csv_metadata(path=str(path), delimiter=tab)
        metadata.dupe_resolution = CsvMetadata.DupeResolution.DUPLICATE
        if metadata.WhichOneof("notetype") == "global_notetype":
            metadata.global_notetype.id = col.models.by_name("Basic")["id"]
        col.import_csv(ImportCsvRequest(path=str(path), metadata=metadata))
    except Exception as error:  # noqa: BLE001 - a page that a peer cannot read counts as unread
        print(f"{path.name}: {error}", file=sys.stderr)
        return []
    made = []
    found = list(col.find_notes(""))
    for note in map(col.get_note, sorted(found)):
        front, back = (*note.fields, "", "")[:2]
        lines = [line for line in back.replace("<br>", "\n").split("\n") if line.strip()]
        made.append({"front": front, "back": "\n".join(lines), "points": lines})
    col.remove_notes(found)
    return made


if __name__ == "__main__":
    main()
