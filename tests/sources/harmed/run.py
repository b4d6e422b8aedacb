"""`python -m tests.sources.harmed.run FIRST LAST`: read the files of these seeds, within bounds.

A line of JSON for each file that broke a rule, and one at the end with what was counted:

    refused or read     no exception but one of `errors.py` comes out, and its message says what is up
    bounded             a file takes no more than MEMORY bytes and SECONDS seconds of work
    storable            what was read is saved, and is the same after it was written and read again
"""

import io
import json
import resource
import signal
import sys
import time
import traceback
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from learnt.collection import Collection
from learnt.collection.matching import with_ids_of_their_own
from learnt.deck import Deck, plain
from learnt.errors import LearntError
from learnt.ids import DeckId, LearnerId, uuid7
from learnt.sources import deck_from_json, deck_to_json, pages_in, read
from learnt.sources.packages import histories_of, map_package, media_file, open_package
from tests.sources.harmed.harming import harmed

MEMORY = 400_000_000
"""Bytes that one small file may take beyond what the program has before."""
SECONDS = 20
_WAITED = 400  # seconds on the clock, where another process does the work
SAVED = 20
"""One file of so many is saved in a collection as well."""

_PEAK = Path("/proc/self/status")
_FORGET = Path("/proc/self/clear_refs")


def main(first: int, last: int) -> None:
    """Read the files, and tell."""
    signal.signal(signal.SIGALRM, _too_long)
    signal.signal(signal.SIGPROF, _too_long)
    harmed(0)
    taken("x.docx", harmed(0)[1], keep=True)  # so that all is loaded that is needed
    counted: dict[str, dict[str, int]] = {}
    slowest, largest = (0.0, 0), (0, 0)
    for seed in range(first, last):
        name, data = harmed(seed)
        before = _forget_peak()
        begun = time.process_time()
        signal.alarm(_WAITED)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        _bound(_bytes_of("VmSize") + MEMORY)
        try:
            outcome = taken(name, data, keep=seed % SAVED == 0)
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is told
            outcome = "broken"
            where = traceback.format_exc(limit=-4)
            print(json.dumps({"seed": seed, "name": name, "why": repr(error)[:300], "at": where}))
        finally:
            signal.alarm(0)
            signal.setitimer(signal.ITIMER_PROF, 0)
            _bound(resource.RLIM_INFINITY)  # what makes the next file may take what it likes
        slowest = max(slowest, (round(time.process_time() - begun, 2), seed))
        largest = max(largest, ((_bytes_of("VmHWM") - before) // 1_000_000, seed))
        of_kind = counted.setdefault(name, {})
        of_kind[outcome] = of_kind.get(outcome, 0) + 1
    told = {"counted": counted, "slowest": slowest, "largest": largest}
    print(json.dumps(told), flush=True)


def taken(name: str, data: bytes, *, keep: bool) -> str:
    """Read a file as the faces do, and look at what was read: "read", "nothing" or "refused"."""
    try:
        decks = _package(name, data) if name.endswith(".apkg") else _pages(name, data)
    except LearntError as error:
        if len(str(error)) < 20:
            raise AssertionError(f"refused without a word: {error}") from error
        return "refused"
    for deck in decks:
        storable(deck)
    if keep:
        _save(decks)
    return "read" if any(deck.cards for deck in decks) else "nothing"


def storable(deck: Deck) -> None:
    """Check that a deck is the same after it was written and read again."""
    if deck_from_json(deck_to_json(deck)) != deck:
        raise AssertionError("JSON gives another deck back")
    # what has no id of the usual form is given one when it is saved
    made = count(1)
    cards = with_ids_of_their_own(deck.cards, lambda: uuid7(6, next(made)))
    deck = replace(deck, id=DeckId(uuid7(7, 7)), cards=tuple(cards))
    again, problems = plain.parse(plain.write(deck), _no_new_id)
    if again != deck or problems:
        raise AssertionError(f"the plain text gives another deck back: {problems[:2]}")


def _pages(name: str, data: bytes) -> list[Deck]:
    number = count(1)
    return [
        read(one.data, one.name, lambda: uuid7(5, next(number)), told=one.problems).deck
        for one in pages_in(data, name)
    ]


def _package(name: str, data: bytes) -> list[Deck]:
    file = io.BytesIO(data)
    package = open_package(file, name)
    reading = map_package(package)
    for one in package.media[:20]:
        try:
            media_file(file, package, one)
        except LearntError:
            continue
    for deck in reading.decks:
        for card in deck.cards:
            list(histories_of(card, reading.origins[card.id], reading.log, LearnerId(uuid7(1, 1))))
    return list(reading.decks)


def _save(decks: list[Deck]) -> None:
    with TemporaryDirectory() as home, Collection.open(home) as collection:
        for deck in decks:
            if deck.cards:
                collection.add(deck)


def _no_new_id() -> str:
    raise AssertionError("an id was lost")


def _bound(memory: int) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (memory, hard))


def _too_long(*_: object) -> None:
    raise TimeoutError(f"it takes more than {SECONDS} seconds")


def _forget_peak() -> int:
    """Begin to measure anew; the bytes that are held now."""
    _FORGET.write_text("5")
    return _bytes_of("VmRSS")


def _bytes_of(field: str) -> int:
    lines = _PEAK.read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(field))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
