"""Reviews as rows of Anki's log, with the intervals that the memory they made would give."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from learnt.deck import Card, Direction
from learnt.journal import BriefReview, Known, Rating
from learnt.memory import Fsrs6, MemoryState
from learnt.plan.schedule import AGAIN_MINUTES
from learnt.sources.packages.writing.replay import UNKNOWN, States, replayed, stability_at

Row = tuple[int | str, ...]
UNSENT = -1
"""The `usn` of what no server has seen yet."""
_LONGEST_MS = 3_600_000
_LEARN, _REVIEW, _RELEARN = 0, 1, 2
_EASE, _LEAST_EASE = 2500, 1300
_EASE_BY = (0, -200, -150, 0, 150)  # by the rating, which is 1-4
_SOON = -60 * AGAIN_MINUTES  # seconds are counted below 0


@dataclass(slots=True)
class Replayed:
    """A card of Anki's after its answers: rows of the log, and what the card carries of them.

    `ease` is SM-2's, in thousandths; `interval` as in the log; `passed` says that it has ever been
    in review; `stability` is in days, `difficulty` between 1 and 10. `before` counts the answers
    that are not at hand.
    """

    rows: list[Row] = field(default_factory=list)
    ease: int = _EASE
    interval: int = 0
    lapses: int = 0
    passed: bool = False
    stability: float = 0.0
    difficulty: float = UNKNOWN[1]
    before: int = 0


def late_rows(reviews: Iterable[BriefReview]) -> dict[str, int]:
    """The rows of reviews that have not their own millisecond, but the next that no other has."""
    last = 0
    found: dict[str, int] = {}
    for one in sorted(reviews, key=attrgetter("at", "id")):
        last = max(one.at, last + 1)
        if last > one.at:
            found[one.id] = last
    return found


class Replay:
    """All cards of one learner, one after the other; `late` are the rows of `late_rows`."""

    def __init__(self, fsrs: Fsrs6, target: float, late: Mapping[str, int]) -> None:
        self._fsrs, self._late = fsrs, late
        self._days = float(fsrs.interval(MemoryState(1.0), target))  # of a stability of one day

    def card(
        self,
        number: int,
        card: Card,
        direction: Direction,
        reviews: Sequence[BriefReview],
        known: Known | None = None,
    ) -> Replayed:
        """The answers of one direction, for the card of Anki's with this number.

        `known` is what was known of it before them.
        """
        if not (reviews or known):
            return Replayed()
        weights = {point.id: point.weight for point in card.asked(direction)}
        begin, made = _as_known(known, self._fsrs.begun(known)) if known else ({}, Replayed())
        course = replayed(self._fsrs, weights, begin, reviews)
        self._log(made, number, reviews, course.after)
        if course.after:
            made.difficulty = course.after[-1][1]
        last = reviews[-1] if reviews else known
        if last is not None:
            made.stability = stability_at(self._fsrs, weights, course.states, last.at)
        return made

    def _log(
        self,
        made: Replayed,
        number: int,
        reviews: Sequence[BriefReview],
        after: Sequence[tuple[float, float]],
    ) -> None:
        """Add the rows of answers with stability and difficulty after each of them."""
        late, days, again = self._late, self._days, Rating.AGAIN
        before, passed = made.interval, made.passed
        for (own, at, rating, _, took, _), (stability, difficulty) in zip(
            reviews, after, strict=True
        ):
            kind = _REVIEW if before > 0 else _RELEARN if passed else _LEARN
            if kind == _REVIEW:
                made.lapses += rating is again
                made.ease = max(_LEAST_EASE, made.ease + _EASE_BY[rating])
            interval = _SOON if rating is again else round(stability * days) or 1
            factor = round(1000 * (0.1 + (difficulty - 1) / 9))  # as Anki writes FSRS's
            duration = min(took, _LONGEST_MS)
            row = late.get(own, at) if late else at
            made.rows.append(
                (row, number, UNSENT, int(rating), interval, before, factor, duration, kind)
            )
            before, passed = interval, passed or rating is not again
        made.interval, made.passed = before, passed


def _as_known(known: Known, state: MemoryState) -> tuple[States, Replayed]:
    """What was known of a card before its answers, as memory and as Anki has it."""
    return dict.fromkeys(known.points, (state[0], state[1], known.at)), Replayed(
        ease=round(1000 * known.ease) if known.ease else _EASE,
        interval=max(1, round(known.days)),
        lapses=known.lapses,
        passed=True,
        difficulty=state.difficulty,
        before=known.reviews,
    )
