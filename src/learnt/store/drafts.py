"""Drafts: pages that were read and are being checked, kept until they are saved."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from learnt.clock import Instant
from learnt.ids import DraftId, LearnerId
from learnt.store.schema import draft
from learnt.store.upsert import insert_or_update


@dataclass(frozen=True, slots=True)
class DraftHead:
    """A draft in a list: `cards` are those that would be saved, `at` is its last change."""

    id: DraftId
    title: str
    cards: int
    at: Instant


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft as it is kept: what was `read` and what was `edited` since, each as JSON."""

    head: DraftHead
    reading: str
    edited: str


@dataclass(frozen=True)
class Drafts:
    """The drafts of the learners, within one transaction."""

    connection: Connection

    def put(self, learner: LearnerId, row: DraftRow) -> None:
        """Write a draft over the one with its id, or add it."""
        head = row.head
        self.connection.execute(
            insert_or_update(self.connection.dialect.name, draft),
            {
                "id": head.id,
                "learner": learner,
                "at": head.at,
                "title": head.title,
                "cards": head.cards,
                "reading": row.reading,
                "edited": row.edited,
            },
        )

    def get(self, learner: LearnerId, one: DraftId, *, lock: bool = False) -> DraftRow | None:
        """A draft; with `lock` its other writers wait until the transaction ends.

        SQLite has one writer at a time as it is; the lock is for PostgreSQL.
        """
        statement = select(draft).where(draft.c.id == one, draft.c.learner == learner)
        if lock:
            statement = statement.with_for_update()
        row = self.connection.execute(statement).first()
        if row is None:
            return None
        head = DraftHead(DraftId(row.id), row.title, row.cards, Instant(row.at))
        return DraftRow(head, row.reading, row.edited)

    def list(self, learner: LearnerId) -> tuple[DraftHead, ...]:
        """A learner's drafts without what they hold, the latest first."""
        rows = self.connection.execute(
            select(draft.c.id, draft.c.title, draft.c.cards, draft.c.at)
            .where(draft.c.learner == learner)
            .order_by(draft.c.at.desc(), draft.c.id.desc())
        )
        return tuple(DraftHead(DraftId(row[0]), row[1], row[2], Instant(row[3])) for row in rows)

    def remove(self, one: DraftId) -> None:
        """Take a draft out: it was saved, or is in the trash."""
        self.connection.execute(delete(draft).where(draft.c.id == one))
