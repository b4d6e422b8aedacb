"""The verbs that look back on what was done, and ahead to what is coming."""

from collections.abc import Iterator
from contextlib import contextmanager

from learnt.collection.base import Base
from learnt.collection.daily import WEEKS, Daily
from learnt.errors import UsageError
from learnt.journal import Activity
from learnt.plan import DueForecast
from learnt.store import Transaction

_DAYS = 366


class Looking(Base):
    """What a collection's learner has done, and what will fall due, day by day."""

    def activity(self, weeks: int = 26) -> Activity:
        """What was done on each day of these weeks, the last of which is this one.

        Finished days are kept in rows: what it costs does not grow with the journal. At most 53
        weeks can be looked back on; raises UsageError for more.
        """
        if not 1 <= weeks <= WEEKS:
            raise UsageError(f"Choose from 1 to {WEEKS} weeks to look back on.")
        while True:
            with self._daily() as daily:
                if not daily.is_behind():
                    return daily.activity(weeks)
            with self.store.writing(alone=False) as transaction:
                self.learner = transaction.learners.lock(self.learner.id)
                self._daily_in(transaction).catch_up()

    def forecast_due(self, days: int = 30) -> DueForecast:
        """How many cards fall due today and on the days that follow, if none is answered.

        `days` counts today in. Raises UsageError for less than one day or more than a year.
        """
        if not 1 <= days <= _DAYS:
            raise UsageError(f"Choose from 1 to {_DAYS} days to look ahead to.")
        with self._daily() as daily:
            return daily.forecast(days)

    @contextmanager
    def _daily(self) -> Iterator[Daily]:
        with self.store.reading() as transaction:
            self.learner = transaction.learners.get(self.learner.id)
            yield self._daily_in(transaction)

    def _daily_in(self, transaction: Transaction) -> Daily:
        return Daily(transaction, self.learner, self.now())
