"""The fits of memory models there were, adopted or not."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, select

from learnt.clock import Instant
from learnt.ids import LearnerId
from learnt.memory import MemoryModel, model_named
from learnt.store.schema import parameters


@dataclass(frozen=True, slots=True)
class KeptFit:
    """One fit: the model with its parameters, and why it was adopted or not.

    `targets`: how many judged reviews it was fitted to; 0 for parameters that came with the
    program. `comparison`: what it was compared by, for those who show it.
    """

    id: str
    at: Instant
    model: MemoryModel
    targets: int
    comparison: dict[str, object]
    adopted: bool


@dataclass(frozen=True)
class Fits:
    """A learner's fits, within one transaction. They are only ever added to."""

    connection: Connection

    def add(self, learner: LearnerId, fit: KeptFit) -> None:
        """Keep a fit."""
        self.connection.execute(
            parameters.insert(),
            {
                "id": fit.id,
                "learner": learner,
                "at": fit.at,
                "model": fit.model.name,
                "numbers": json.dumps(fit.model.parameters),
                "targets": fit.targets,
                "comparison": json.dumps(fit.comparison),
                "adopted": int(fit.adopted),
            },
        )

    def list(self, learner: LearnerId) -> tuple[KeptFit, ...]:
        """All fits of a learner, the latest first."""
        rows = self.connection.execute(
            select(parameters)
            .where(parameters.c.learner == learner)
            .order_by(parameters.c.at.desc(), parameters.c.id.desc())
        )
        return tuple(_fit(row) for row in rows.mappings())


def _fit(row: RowMapping) -> KeptFit:
    return KeptFit(
        str(row["id"]),
        Instant(row["at"]),
        model_named(row["model"], json.loads(row["numbers"])),
        row["targets"],
        json.loads(row["comparison"]),
        bool(row["adopted"]),
    )
