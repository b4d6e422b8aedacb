"""Who reads the pages: learnt, Anki's text import, and a few lines of code that anyone would write.

Each takes the pages and gives the cards of each, in the form that the scorer takes.
"""

import itertools
import json
import re
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from reading_pages import Cards, Labelled
from worker import HERE, peer_python

from learnt.errors import Unreadable
from learnt.ids import MakeId
from learnt.sources import Reading, read

ANKI = "anki==26.9.3"
_PARTED = re.compile(r"\t|\s\|\s|\s::\s|;;|\s=\s")


def ids() -> MakeId:
    """Ids that count up: a benchmark saves nothing."""
    count = itertools.count()
    return lambda: f"id{next(count)}"


def readings(pages: Sequence[Labelled]) -> list[Reading | None]:
    """What learnt reads on each page, None where it says that it is no page."""
    made: list[Reading | None] = []
    for page in pages:
        try:
            made.append(read(page.data, page.name, ids()))
        except Unreadable:
            made.append(None)
    return made


def cards_of(reading: Reading | None) -> Cards:
    """The cards of a reading as the scorer takes them."""
    if reading is None:
        return []
    return [
        {
            "front": card.prompt,
            "back": card.back,
            "points": [point.text for point in card.points],
            "confidence": card.confidence,
        }
        for card in reading.deck.cards
    ]


def naive(page: Labelled) -> Cards:
    """A line with a separator is a card; one that ends in "?" asks, and the rest answers."""
    cards: Cards = []
    for line in page.data.decode(errors="replace").splitlines():
        text = line.strip().lstrip("-•*· ").strip()
        if not text:
            continue
        if parted := _PARTED.split(text, 1)[1:]:
            cards.append({"front": _PARTED.split(text, 1)[0], "back": parted[0], "points": []})
        elif text.endswith("?"):
            cards.append({"front": text, "back": "", "points": []})
        elif cards:
            cards[-1]["points"].append(text)
            cards[-1]["back"] = "\n".join(cards[-1]["points"])
    return [card for card in cards if card["back"]]


def anki(pages: Sequence[Labelled], *, guess: bool) -> list[Cards]:
    """The notes that Anki makes of each page, with its own guess of a separator or by tabs."""
    python = peer_python("anki", ANKI)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for place, page in enumerate(pages):
            (folder / f"{place}.txt").write_bytes(page.data)
        request = {"folder": name, "pages": len(pages), "guess": guess}
        command = [str(python), str(HERE / "peers" / "anki_import.py"), json.dumps(request)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    made: list[Cards] = json.loads(done.stdout)
    return made
