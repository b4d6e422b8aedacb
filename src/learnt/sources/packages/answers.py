"""What was answered of each card of Anki's, from the rows of the review log."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from learnt.journal import Answered, Rating

COLUMNS = ("id", "cid", "ease", "time", "type")
"""Those of the log that are read; `id` is the millisecond in which a row was written, `cid` the
card, `time` how many milliseconds the answer took.

`ease` is 1-4, or 0 where no one answered; `type` is 0 learn, 1 review, 2 relearn, 3 filtered,
4 and above where the schedule was set by hand."""

Row = tuple[int, int, int, int, int]
Answers = Mapping[int, Sequence[Answered]]
"""What was answered of each card of Anki's that has an answer, in order."""

LATEST = 32_503_680_000_000  # the year 3000: a time after that is damage
_SET_BY_HAND = 4
_LONGEST_MS = 3_600_000
_RATINGS = {one.value: one for one in Rating}  # a call for each of many rows is slower


def answers_of(pieces: Iterable[Iterable[Row]]) -> Answers:
    """The rows in which someone answered a card."""
    found: dict[int, list[Answered]] = defaultdict(list)
    before, in_order, ratings = 0, True, _RATINGS
    for piece in pieces:
        for at, card, ease, took, kind in piece:
            if ease in ratings and 0 <= kind < _SET_BY_HAND and 0 < at < LATEST:
                if not 0 <= took <= _LONGEST_MS:
                    took = min(max(took, 0), _LONGEST_MS)  # noqa: PLW2901 - as it is kept
                found[card].append(_answered((at, ratings[ease], took)))
                in_order = in_order and at > before
                before = at
    return found if in_order else {card: _each_once(its) for card, its in found.items()}


_answered: Callable[[tuple[int, Rating, int]], Answered] = partial(tuple.__new__, Answered)
"""Twice as quick as calling it, and there are hundreds of thousands."""


def _each_once(answers: Iterable[Answered]) -> list[Answered]:
    """In order; of several in one millisecond, which no honest log has, the least rated."""
    return sorted({one.at: one for one in sorted(answers, reverse=True)}.values())
