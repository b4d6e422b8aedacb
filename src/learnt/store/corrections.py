"""What learners said of the facts on their cards. Rows are only ever added, as in the journal.

Taking one back is an `undo` that names it, so that nothing said is ever lost. A correction names
its card and point without a foreign key: it outlives them, and counts again when they come back.
Rows of other kinds are decisions on pairs of points (see settlements).
"""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, Row, exists, insert, select

from learnt.clock import Instant
from learnt.facts import Action, Correction, FactKind
from learnt.ids import CardId, CorrectionId, DeckId, EventId, LearnerId, PointId
from learnt.store.schema import card, correction, undo
from learnt.store.upsert import insert_once


@dataclass(frozen=True)
class Corrections:
    """The corrections of facts, within one transaction."""

    connection: Connection

    def add(self, learner: LearnerId, one: Correction, at: Instant) -> bool:
        """Keep a correction; False where its id is there already, and then nothing is changed."""
        row = {
            "id": one.id,
            "learner": learner,
            "card": one.card,
            "point": one.point,
            "at": at,
            "action": one.action.value,
            "kind": one.kind.value,
            "quote": one.quote,
            "place": one.start,
            "said": json.dumps(dict(one.values), ensure_ascii=False),
        }
        statement = insert_once(self.connection.dialect.name, correction)
        return self.connection.execute(statement, row).rowcount == 1

    def get(self, learner: LearnerId, one: CorrectionId) -> Correction | None:
        """A learner's correction by its id, taken back or not."""
        row = self.connection.execute(
            _OF_FACTS.where(correction.c.id == one, correction.c.learner == learner)
        ).first()
        return None if row is None else _correction(row)

    def of_deck(self, learner: LearnerId, deck: DeckId) -> tuple[Correction, ...]:
        """What a learner said of the cards that are in a deck now and did not take back.

        By time, and then by id.
        """
        statement = _STANDING.join(card, card.c.id == correction.c.card).where(
            correction.c.learner == learner, card.c.deck == deck
        )
        return _in_order(list(self.connection.execute(statement)))

    def take_back(self, learner: LearnerId, one: CorrectionId, event: EventId, at: Instant) -> bool:
        """Let a correction count no more, by an undo with the id `event`.

        False where there is none of this learner's, or it was taken back already.
        """
        mine = _STANDING.where(correction.c.id == one, correction.c.learner == learner)
        if self.connection.execute(mine).first() is None:
            return False
        row = {"id": event, "learner": learner, "event": one, "at": at}
        self.connection.execute(insert(undo), row)
        return True


_OF_FACTS = select(correction).where(correction.c.kind.in_([kind.value for kind in FactKind]))
_STANDING = _OF_FACTS.where(~exists().where(undo.c.event == correction.c.id))


def _in_order(rows: list[Row[tuple[object, ...]]]) -> tuple[Correction, ...]:
    return tuple(map(_correction, sorted(rows, key=lambda row: (row.at, row.id))))


def _correction(row: Row[tuple[object, ...]]) -> Correction:
    return Correction(
        id=CorrectionId(row.id),
        card=CardId(row.card),
        point=None if row.point is None else PointId(row.point),
        action=Action(row.action),
        kind=FactKind(row.kind),
        quote=row.quote,
        start=row.place,
        values=json.loads(row.said),
    )
