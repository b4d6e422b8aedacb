"""Where a card stands, in the terms of Anki's scheduler.

A card is due when its expected mark falls below the target, whatever the number of its points.
What comes back on the day of its last answer is being learnt, all else is in review.
"""

from dataclasses import dataclass
from typing import NamedTuple

from learnt.clock import Instant, StudyDay, day_end, study_day
from learnt.deck import Card, Direction
from learnt.journal import FOREVER
from learnt.plan import Schedule, Settings
from learnt.sources.packages.writing.log import Replayed
from learnt.sources.packages.writing.values import Studied

_NEW, _LEARNING, _REVIEW, _RELEARNING = 0, 1, 2, 3
_SUSPENDED, _BURIED = -1, -3
_LEAST_STABILITY, _MOST_STABILITY = 0.01, 36_500.0
_MOST_DAYS = 36_500


class Stand(NamedTuple):
    """The columns of a card that say when it comes: as Anki has them, `data` as JSON."""

    type: int = _NEW
    queue: int = _NEW
    due: int = 0
    interval: int = 0
    ease: int = 0
    reps: int = 0
    lapses: int = 0
    left: int = 0
    data: str = "{}"


@dataclass(frozen=True, slots=True)
class Scheduler:
    """Cards of one learner at one instant; `first` is the day that Anki counts from."""

    settings: Settings
    studied: Studied
    now: Instant
    first: StudyDay
    decay: float

    def stand(self, card: Card, direction: Direction, replayed: Replayed, place: int) -> Stand:
        """Where a card stands; one that was never asked waits at its place."""
        schedule = self.studied.schedules.get((card.id, direction))
        aside = self._aside(card)
        reps = len(replayed.rows) + replayed.before
        if schedule is None or not reps:
            return Stand(queue=aside or _NEW, due=place, data=f'{{"pos":{place}}}')
        zone = self.settings.time_zone
        day, last = study_day(schedule.due, zone), study_day(schedule.last, zone)
        ahead = min(day - last, _MOST_DAYS)
        lapses, data = replayed.lapses, self._memory(schedule, replayed, place)
        if ahead > 0:
            due, ease = last + ahead - self.first, replayed.ease
            return Stand(_REVIEW, aside or _REVIEW, due, ahead, ease, reps, lapses, 0, data)
        due = schedule.due // 1000
        queue = aside or _LEARNING
        if replayed.passed:
            return Stand(_RELEARNING, queue, due, 1, replayed.ease, reps, lapses, 1, data)
        return Stand(_LEARNING, queue, due, 0, 0, reps, lapses, 1, data)

    def _aside(self, card: Card) -> int:
        """The queue of a card that is set aside, 0 for any other."""
        until = self.studied.held.get(card.id, 0)
        if until <= self.now:
            return 0
        today = day_end(self.now, self.settings.time_zone)
        return _BURIED if until <= today and until < FOREVER else _SUSPENDED

    def _memory(self, schedule: Schedule, replayed: Replayed, place: int) -> str:
        stability = min(max(replayed.stability, _LEAST_STABILITY), _MOST_STABILITY)
        # as `json.dumps` writes it, in a tenth of the time
        return (
            f'{{"pos":{place},"s":{round(stability, 4)},"d":{round(replayed.difficulty, 3)},'
            f'"dr":{self.settings.desired_retention},"decay":{self.decay},'
            f'"lrt":{schedule.last // 1000}}}'
        )
