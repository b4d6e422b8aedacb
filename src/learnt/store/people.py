"""Learners and their settings."""

import json
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select, update

from learnt.clock import Instant
from learnt.errors import NotFound
from learnt.ids import LearnerId
from learnt.plan import Settings
from learnt.store.prepared import rows
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
        found = self.connection.execute(select(learner).order_by(learner.c.at, learner.c.id))
        return tuple(Learner(LearnerId(row.id), row.name, _settings(row.settings)) for row in found)

    def add(self, new: Learner, at: Instant) -> None:
        """Add a learner."""
        self.connection.execute(
            learner.insert(),
            {"id": new.id, "name": new.name, "settings": _json(new.settings), "at": at},
        )

    def set(self, one: LearnerId, settings: Settings) -> None:
        """Change a learner's settings; what a later version has put beside them stays."""
        there = self.connection.scalar(select(learner.c.settings).where(learner.c.id == one))
        others = _parts(there)[1] if there else {}
        self.connection.execute(
            update(learner).where(learner.c.id == one).values(settings=_json(settings, others))
        )

    def get(self, one: LearnerId) -> Learner:
        """A learner as they are now: another program may have changed the settings."""
        return self._one(_BY_ID, one)

    def lock(self, one: LearnerId) -> Learner:
        """A learner as they are now, whose other writers wait until the transaction ends.

        SQLite has one writer at a time as it is; the lock is for PostgreSQL.
        """
        sqlite = self.connection.dialect.name == "sqlite"
        return self._one(_BY_ID if sqlite else _BY_ID.with_for_update(), one)

    def _one(self, statement: Select[tuple[Any, ...]], one: LearnerId) -> Learner:
        found = rows(self.connection, statement, {"learner": one})
        if not found:
            raise NotFound("This learner is not in the collection any more. Open it anew.")
        name, settings = found[0]
        return Learner(one, name, _settings(settings))


_KNOWN = frozenset(field.name for field in fields(Settings))
_BY_ID = select(learner.c.name, learner.c.settings).where(learner.c.id == bindparam("learner"))


@lru_cache(maxsize=1024)
def _settings(text: str) -> Settings:
    return Settings(**_parts(text)[0])


def _parts(text: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The settings this program knows, and those of a later one."""
    found: dict[str, Any] = json.loads(text)
    known = {name: value for name, value in found.items() if name in _KNOWN}
    return known, {name: value for name, value in found.items() if name not in _KNOWN}


def _json(settings: Settings, others: dict[str, Any] | None = None) -> str:
    return json.dumps(asdict(settings) | (others or {}))
