"""The trash: what was deleted, and earlier wordings of what was edited, whole and dated."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from learnt.clock import Instant
from learnt.store.schema import trash


@dataclass(frozen=True, slots=True)
class Trashed:
    """One thing in the trash. `kind` is deck, cards or wording; `content` a deck as JSON."""

    id: str
    kind: str
    title: str
    at: Instant
    content: str


@dataclass(frozen=True)
class Trash:
    """The trash of a collection, within one transaction."""

    connection: Connection

    def put(self, thing: Trashed) -> None:
        """Keep what is about to be deleted or changed."""
        self.connection.execute(
            trash.insert(),
            {
                "id": thing.id,
                "kind": thing.kind,
                "title": thing.title,
                "at": thing.at,
                "content": thing.content,
            },
        )

    def list(self) -> tuple[Trashed, ...]:
        """Everything in it, the latest first."""
        rows = self.connection.execute(select(trash).order_by(trash.c.at.desc(), trash.c.id.desc()))
        return tuple(
            Trashed(row.id, row.kind, row.title, Instant(row.at), row.content) for row in rows
        )

    def remove(self, thing: str) -> None:
        """Take a thing out: it is back where it was."""
        self.connection.execute(delete(trash).where(trash.c.id == thing))
