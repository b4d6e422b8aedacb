"""What learners decided of two points that were compared, in the table of corrections.

A decision is a correction of its own kind: a row that is only ever added, and that an `undo` takes
back. Its card and point are those of the one side, and the rest is in what was said.
"""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, Row, exists, insert, select

from learnt.clock import Instant
from learnt.facts.comparing.settling import Choice, Settlement, Side
from learnt.ids import CardId, CorrectionId, EventId, LearnerId, PointId
from learnt.store.schema import correction, undo
from learnt.store.upsert import insert_once

KIND = "pair"


@dataclass(frozen=True)
class Settlements:
    """Decisions on pairs of points, within one transaction."""

    connection: Connection

    def add(self, learner: LearnerId, one: Settlement, at: Instant) -> bool:
        """Keep a decision; False where its id is there already, and then nothing is changed."""
        said = {
            "card": one.b.card,
            "point": one.b.point,
            "text": one.b.text,
            "right": one.right,
            "note": one.note,
        }
        row = {
            "id": one.id,
            "learner": learner,
            "card": one.a.card,
            "point": one.a.point,
            "at": at,
            "action": one.choice.value,
            "kind": KIND,
            "quote": one.a.text,
            "place": 0,
            "said": json.dumps(said, ensure_ascii=False),
        }
        statement = insert_once(self.connection.dialect.name, correction)
        return self.connection.execute(statement, row).rowcount == 1

    def get(self, learner: LearnerId, one: CorrectionId) -> Settlement | None:
        """A learner's decision by its id, taken back or not."""
        mine = _PAIRS.where(correction.c.id == one, correction.c.learner == learner)
        row = self.connection.execute(mine).first()
        return None if row is None else _settlement(row)

    def all(self, learner: LearnerId) -> tuple[Settlement, ...]:
        """What a learner decided and did not take back, the latest first."""
        rows = self.connection.execute(_STANDING.where(correction.c.learner == learner))
        return tuple(
            _settlement(row) for row in sorted(rows, key=lambda row: (row.at, row.id), reverse=True)
        )

    def take_back(self, learner: LearnerId, one: CorrectionId, event: EventId, at: Instant) -> bool:
        """Let a decision count no more; False where it does not count already."""
        mine = _STANDING.where(correction.c.id == one, correction.c.learner == learner)
        if self.connection.execute(mine).first() is None:
            return False
        row = {"id": event, "learner": learner, "event": one, "at": at}
        self.connection.execute(insert(undo), row)
        return True


_PAIRS = select(correction).where(correction.c.kind == KIND)
_STANDING = _PAIRS.where(~exists().where(undo.c.event == correction.c.id))


def _settlement(row: Row[tuple[object, ...]]) -> Settlement:
    said = json.loads(row.said)
    right = said["right"]
    return Settlement(
        CorrectionId(row.id),
        Side(CardId(row.card), PointId(row.point), row.quote),
        Side(CardId(said["card"]), PointId(said["point"]), said["text"]),
        Choice(row.action),
        None if right is None else PointId(right),
        said["note"],
    )
