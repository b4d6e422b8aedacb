"""Learners and their settings."""

import json
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, select, update

from learnt.clock import Instant
from learnt.ids import LearnerId
from learnt.plan import Settings
from learnt.store.schema import learner


@dataclass(frozen=True, slots=True)
class Learner:
    """A person who studies."""

    id: LearnerId
    name: str
    settings: Settings


@dataclass(frozen=True)
class Learners:
    """The learners of a collection, within one transaction."""

    connection: Connection

    def list(self) -> tuple[Learner, ...]:
        """All learners, the first added first."""
        rows = self.connection.execute(select(learner).order_by(learner.c.at, learner.c.id))
        return tuple(
            Learner(LearnerId(row.id), row.name, Settings(**json.loads(row.settings)))
            for row in rows
        )

    def add(self, new: Learner, at: Instant) -> None:
        """Add a learner."""
        self.connection.execute(
            learner.insert(),
            {"id": new.id, "name": new.name, "settings": _json(new.settings), "at": at},
        )

    def set(self, one: LearnerId, settings: Settings) -> None:
        """Change a learner's settings."""
        self.connection.execute(
            update(learner).where(learner.c.id == one).values(settings=_json(settings))
        )

    def lock(self, one: LearnerId) -> None:
        """Make other writers of this learner's answers wait until the transaction ends.

        SQLite has one writer at a time as it is; this is for PostgreSQL.
        """
        if self.connection.dialect.name != "sqlite":
            self.connection.execute(
                select(learner.c.id).where(learner.c.id == one).with_for_update()
            )


def _json(settings: Settings) -> str:
    return json.dumps(asdict(settings))
