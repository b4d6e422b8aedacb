"""Cards set aside and released, as rows: which were told before, and which was the last."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, exists, select

from learnt.ids import CardId, LearnerId
from learnt.journal import Hold
from learnt.store.events import hold_of
from learnt.store.schema import hold, undo

_CHUNK = 500


class PastHold(NamedTuple):
    """A card's being set aside, or released, and whether that was taken back."""

    hold: Hold
    taken_back: bool


@dataclass(frozen=True)
class Holds:
    """What was set aside, within one transaction; the journal folds it."""

    connection: Connection

    def ever(self, learner: LearnerId, cards: Sequence[CardId]) -> dict[CardId, list[PastHold]]:
        """How these cards were set aside and released, by time and then by id.

        Most learners set nothing aside, and are not asked after each of their cards.
        """
        found: dict[CardId, list[PastHold]] = defaultdict(list)
        if self.connection.execute(_ANY, {"learner": learner}).first() is None:
            return found
        for start in range(0, len(cards), _CHUNK):
            asked = {"learner": learner, "cards": list(cards[start : start + _CHUNK])}
            for row in self.connection.execute(_EVER, asked).mappings():
                found[CardId(row["card"])].append(PastHold(hold_of(row), row["taken_back"]))
        return found

    def last(
        self, learner: LearnerId, since: int, came: Callable[[Hold], bool] | None
    ) -> Hold | None:
        """The latest that stands, from an instant on and less those that `came`.

        They come the latest first, so that nearly always the first of them says it.
        """
        asked, few_at_a_time = {"learner": learner, "since": since}, {"yield_per": 20}
        with self.connection.execute(_LATEST, asked, execution_options=few_at_a_time) as rows:
            holds = map(hold_of, rows.mappings())
            return next((one for one in holds if came is None or not came(one)), None)


_TAKEN_BACK = exists().where(undo.c.event == hold.c.id)
_EVER = (
    select(hold, _TAKEN_BACK.label("taken_back"))
    .where(
        hold.c.learner == bindparam("learner"),
        hold.c.card.in_(bindparam("cards", expanding=True)),
    )
    .order_by(hold.c.at, hold.c.id)
)
_ANY = select(hold.c.id).where(hold.c.learner == bindparam("learner")).limit(1)
_LATEST = (
    select(hold)
    .where(hold.c.learner == bindparam("learner"), hold.c.at >= bindparam("since"), ~_TAKEN_BACK)
    .order_by(hold.c.at.desc(), hold.c.id.desc())
)
