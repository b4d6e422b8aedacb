"""Learners and their settings."""

import json
from dataclasses import asdict, dataclass, field, fields
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select, update

from learnt.clock import Instant
from learnt.errors import NotFound
from learnt.ids import LearnerId
from learnt.memory import MemoryModel, fingerprint, model_named
from learnt.plan import Settings
from learnt.store.prepared import rows
from learnt.store.schema import learner


@dataclass(frozen=True, slots=True)
class Learner:
    """A person who studies.

    `model` is the memory model with the parameters that their memories are folded with; `stale`
    says that those in the caches were folded with another.
    """

    id: LearnerId
    name: str
    settings: Settings
    model: MemoryModel = field(default_factory=model_named)
    stale: bool = False


@dataclass(frozen=True)
class Learners:
    """The learners of a collection, within one transaction."""

    connection: Connection

    def list(self) -> tuple[Learner, ...]:
        """All learners, the first added first."""
        found = self.connection.execute(select(learner).order_by(learner.c.at, learner.c.id))
        return tuple(
            _learner(LearnerId(row.id), row.name, row.settings, row.model, row.folded)
            for row in found
        )

    def add(self, new: Learner, at: Instant) -> None:
        """Add a learner."""
        self.connection.execute(
            learner.insert(),
            {
                "id": new.id,
                "name": new.name,
                "settings": _json(new.settings),
                "model": _written(new.model),
                "folded": fingerprint(new.model),
                "at": at,
            },
        )

    def set(self, one: LearnerId, settings: Settings) -> None:
        """Change a learner's settings; what a later version has put beside them stays."""
        there = self.connection.scalar(select(learner.c.settings).where(learner.c.id == one))
        others = _parts(there)[1] if there else {}
        self.connection.execute(
            update(learner).where(learner.c.id == one).values(settings=_json(settings, others))
        )

    def remember_by(self, one: LearnerId, model: MemoryModel) -> None:
        """Say by which model a learner's memories are folded; the caches are stale until then."""
        self.connection.execute(
            update(learner).where(learner.c.id == one).values(model=_written(model))
        )

    def folded(self, one: LearnerId, model: MemoryModel) -> None:
        """Say that a learner's caches have been folded with a model."""
        self.connection.execute(
            update(learner).where(learner.c.id == one).values(folded=fingerprint(model))
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
        return _learner(one, *found[0])


_KNOWN = frozenset(field.name for field in fields(Settings))
_BY_ID = select(learner.c.name, learner.c.settings, learner.c.model, learner.c.folded).where(
    learner.c.id == bindparam("learner")
)


def _learner(one: LearnerId, name: str, settings: str, model: str, folded: str) -> Learner:
    read, of_it = _model(model)
    return Learner(one, name, _settings(settings), read, folded != of_it)


@lru_cache(maxsize=1024)
def _model(text: str) -> tuple[MemoryModel, str]:
    """A model from what `_written` made of it, and its fingerprint; many learners may share one."""
    model = model_named(**json.loads(text)) if text else model_named()
    return model, fingerprint(model)


def _written(model: MemoryModel) -> str:
    """A model as text; '' for the one that comes with the program."""
    if model == model_named():
        return ""
    return json.dumps({"name": model.name, "parameters": model.parameters})


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
