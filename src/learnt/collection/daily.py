"""What was done and what is coming, day by day, within one transaction.

A day is finished when an answer of a later day is in the journal: only then may it be folded
into a row, for nothing that is answered from now on can change it. An undo, a late arrival or a
new time zone drops the rows it may concern, and they are folded again when they are looked at.
"""

from bisect import bisect_right
from dataclasses import dataclass

from learnt.clock import Instant, StudyDay, day_start, study_day, week_start
from learnt.journal import Activity, DayDone, days_done, every_day
from learnt.plan import DueForecast
from learnt.store import Learner, Transaction

WEEKS = 53
"""So many weeks, and no more, are folded and can be looked back on."""

_PIECE = 28
"""Days folded in one transaction: the learner's other programs need not wait long."""


@dataclass(frozen=True)
class Daily:
    """The days of a learner, as they are at an instant."""

    transaction: Transaction
    learner: Learner
    now: Instant

    @property
    def today(self) -> StudyDay:
        """The study day that it is now."""
        return study_day(self.now, self._zone)

    def is_behind(self) -> bool:
        """Whether there are finished days without a row, or rows of days that are not finished."""
        span = self._span()
        return span is not None and span[0] != span[1]

    def catch_up(self) -> None:
        """Fold some more finished days into rows."""
        span = self._span()
        if span is None:
            return
        days, me = self.transaction.days, self.learner.id
        first, end = span
        if first > end:  # the clock was set back: what seemed finished was not
            days.drop_from(me, end)
            return
        last = days.last(me)
        if last is not None and last + 1 < first:  # after more than a year without an answer
            days.clear(me)
        days.put(me, self._folded(first, StudyDay(min(first + _PIECE, end) - 1)))

    def activity(self, weeks: int) -> Activity:
        """The days of so many weeks, the last of which is this one; a week begins on Monday."""
        first = StudyDay(week_start(self.today) - 7 * (weeks - 1))
        known = self.transaction.days.between(self.learner.id, first, self.today)
        since = StudyDay(known[-1].day + 1) if known else first
        days = {one.day: one for one in (*known, *self._folded(since, self.today))}
        return Activity(self.today, every_day(days, first, self.today))

    def forecast(self, days: int) -> DueForecast:
        """How many cards fall due today and on the days after it, so many in all.

        A card set aside comes when it comes back; one that is suspended does not.
        """
        borders = [day_start(StudyDay(self.today + one), self._zone) for one in range(days + 1)]
        counts = self.transaction.days.due_counts(self.learner.id, borders)
        holds = self.transaction.journal.holds(self.learner.id)
        aside = {card: until for card, until in holds.items() if until > self.now}
        for card, due in self.transaction.days.first_due(self.learner.id, aside).items():
            for instant, change in ((due, -1), (max(due, aside[card]), 1)):
                place = bisect_right(borders, instant)
                if place < len(counts):
                    counts[place] += change
        overdue, today, *later = counts
        return DueForecast(self.today, (overdue + today, *later), overdue)

    def wrong(self) -> int:
        """How many rows are not what the journal says; 0 is as it should be."""
        kept = {one.day: one for one in self.transaction.days.between(self.learner.id)}
        if not kept:
            return 0
        told = {one.day: one for one in self._folded(min(kept), max(kept))}
        return sum(told[day] != kept.get(day) for day in told)

    @property
    def _zone(self) -> str:
        return self.learner.settings.time_zone

    def _span(self) -> tuple[StudyDay, StudyDay] | None:
        """The first day that needs a row and the first that must have none yet.

        None where nothing was ever answered.
        """
        days, me = self.transaction.days, self.learner.id
        latest = days.last_answer(me)
        if latest is None:
            return None
        end = study_day(min(latest, self.now), self._zone)
        last = days.last(me)
        first = end if last is None else last + 1
        if last is None and (earliest := days.first_answer(me)) is not None:
            first = min(study_day(earliest, self._zone), end)
        longest_ago = min(self.today - 7 * WEEKS, end)
        return StudyDay(max(first, longest_ago)), end

    def _folded(self, first: StudyDay, last: StudyDay) -> tuple[DayDone, ...]:
        """Days from the first to the last, from the journal itself."""
        zone = self._zone
        start, end = day_start(first, zone), day_start(StudyDay(last + 1), zone)
        reviews = self.transaction.journal.reviews_since(self.learner.id, start, end)
        asked = {(review.card, review.direction) for review in reviews}
        firsts = self.transaction.days.first_asked(self.learner.id, asked)
        return every_day(days_done(reviews, firsts, zone), first, last)
