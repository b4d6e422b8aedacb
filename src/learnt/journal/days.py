"""What was done day by day, as a fold over the reviews that stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from learnt.clock import Instant, StudyDay, study_day
from learnt.deck import Direction
from learnt.ids import CardId
from learnt.journal.events import Review

Asked = tuple[CardId, Direction]
"""A card and the direction in which it is asked."""


@dataclass(frozen=True, slots=True)
class DayDone:
    """One study day in numbers.

    `answers` are its reviews. `asked_again` are the points of cards that had been asked, in the
    same direction, on an earlier study day; of each card only the day's first answer counts, for
    what follows on that day is still fresh. `kept` says how many of those were remembered.
    """

    day: StudyDay
    answers: int = 0
    asked_again: int = 0
    kept: int = 0
    duration_ms: int = 0


@dataclass(frozen=True, slots=True)
class Activity:
    """The days of a range that ends with `today`, ascending; none of them is left out."""

    today: StudyDay
    days: tuple[DayDone, ...]

    @property
    def answers(self) -> int:
        """How many answers were given in all."""
        return sum(one.answers for one in self.days)

    @property
    def streak(self) -> int:
        """Days in a row with an answer, up to today, or to yesterday while today has none."""
        days = self.days if self.days and self.days[-1].answers else self.days[:-1]
        for length, one in enumerate(reversed(days)):
            if not one.answers:
                return length
        return len(days)

    @property
    def longest(self) -> int:
        """The longest row of days with an answer."""
        best = length = 0
        for one in self.days:
            length = length + 1 if one.answers else 0
            best = max(best, length)
        return best


def days_done(
    reviews: Iterable[Review], first: Mapping[Asked, Instant], zone: str
) -> dict[StudyDay, DayDone]:
    """The days on which these reviews were, in the time zone; days without any are left out.

    The reviews are those that stand of whole days, in order. `first` holds the instant of the
    first standing review of each card and direction among them, on whatever day that was.
    """
    first_days = {asked: study_day(at, zone) for asked, at in first.items()}
    done: dict[StudyDay, DayDone] = {}
    met: set[tuple[StudyDay, Asked]] = set()
    for review in reviews:
        day, asked = study_day(review.at, zone), (review.card, review.direction)
        counts = first_days[asked] < day and (day, asked) not in met
        met.add((day, asked))
        before = done.get(day, DayDone(day))
        points = review.outcomes if counts else ()
        done[day] = DayDone(
            day,
            before.answers + 1,
            before.asked_again + len(points),
            before.kept + sum(point.rating.passed for point in points),
            before.duration_ms + review.duration_ms,
        )
    return done


def every_day(
    done: Mapping[StudyDay, DayDone], first: StudyDay, last: StudyDay
) -> tuple[DayDone, ...]:
    """Each day from the first to the last, with zeros where nothing was done."""
    days = map(StudyDay, range(first, last + 1))
    return tuple(done.get(day) or DayDone(day) for day in days)
