"""Reading a page, with what the learner said of an earlier page of the same shape."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from learnt.collection.base import Base
from learnt.collection.places import read_bytes
from learnt.collection.quiet import many_values
from learnt.deck import Problem
from learnt.sources import Correction, Progress, Reading, merged
from learnt.store import Transaction


class Remembering(Base):
    """Pages are read as the learner corrected the last one like them."""

    def read(self, path: str | Path) -> Reading:
        """Read a page; nothing is saved. Raises Unreadable and NotFound."""
        return self.read_data(read_bytes(Path(path)), str(path))

    def read_data(
        self,
        data: bytes,
        name: str,
        progress: Progress | None = None,
        told: Sequence[Problem] = (),
    ) -> Reading:
        """Read a page's bytes under a name; nothing is saved. Raises Unreadable.

        `progress` is told how many pages of a document were read, and how many it has; `told` is
        what is known already that could not be read.
        """
        from learnt.sources import read, read_again

        with many_values():
            reading = read(data, name, self.make_id, progress=progress, told=told)
        if not reading.shape:
            return reading
        with self.store.reading() as transaction:
            said = self._said_of(transaction, reading.shape)
        if not said:
            return reading
        return replace(read_again(reading, self.make_id, said), remembered=said)

    def correct(self, reading: Reading, corrections: tuple[Correction, ...]) -> Reading:
        """Read a page again, of which something else is said now; nothing is saved."""
        from learnt.sources import read_again

        return read_again(reading, self.make_id, corrections)

    def _said_of(self, transaction: Transaction, shape: str) -> tuple[Correction, ...]:
        said = transaction.shapes.get(self.learner.id, shape)
        return msgspec.json.decode(said, type=tuple[Correction, ...]) if said else ()

    def _remember_in(self, transaction: Transaction, reading: Reading) -> None:
        """Keep what was said of a page that is saved, and forget what was taken back."""
        if not reading.shape or reading.corrections == reading.remembered:
            return
        there = self._said_of(transaction, reading.shape)
        now = merged(there, reading.remembered, reading.corrections)
        if now == there:
            return
        if now:
            said = msgspec.json.encode(now).decode()
            transaction.shapes.put(self.learner.id, reading.shape, said, self.now())
        else:
            transaction.shapes.forget(self.learner.id, reading.shape)
