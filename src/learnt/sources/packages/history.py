"""The review log and the cards set aside, as events of ours with ids that are always the same."""

from collections.abc import Iterator, Mapping, Sequence

from learnt.clock import Instant, day_end
from learnt.deck import Card
from learnt.ids import LearnerId
from learnt.journal import FOREVER, Answered, History, Hold, Rating
from learnt.sources.packages.cards import Origin
from learnt.sources.packages.identity import hold_id, review_ids
from learnt.sources.packages.values import AnkiCard, LogRow

_SET_BY_HAND = 4
_LATEST = 32_503_680_000_000  # the year 3000: a time after that is damage
_LONGEST_MS = 3_600_000
_RATINGS = {one.value: one for one in Rating}  # a call for each of many rows is slower


def counts_as_answer(row: LogRow) -> bool:
    """Whether someone answered; other rows say that the schedule was set by hand."""
    return 1 <= row.ease <= 4 and 0 <= row.type < _SET_BY_HAND and 0 < row.id < _LATEST


def histories_of(
    card: Card, origins: Sequence[Origin], log: Mapping[int, Sequence[LogRow]], learner: LearnerId
) -> Iterator[History]:
    """The answers to a card, as it is in the collection: each point has the rating of its card."""
    for origin in origins:
        rows = log.get(origin.card.id)
        if rows:
            points = tuple(point.id for point in card.asked(origin.direction))
            event_id = review_ids(learner, card, origin.card)
            answers = [
                Answered(
                    Instant(row.id),
                    event_id(row.id),
                    _RATINGS[row.ease],
                    max(0, min(row.duration_ms, _LONGEST_MS)),
                )
                for row in rows
            ]
            yield History(learner, card.id, origin.direction, points, tuple(answers))


def holds_of(
    card: Card, origins: Sequence[Origin], learner: LearnerId, zone: str
) -> Iterator[Hold]:
    """The card's being set aside, where Anki has set aside all that it comes from."""
    anki = [one.card for one in origins]
    if not all(one.suspended or one.buried for one in anki):
        return
    last = max(anki, key=lambda one: (one.suspended, one.changed))
    at = _changed(last)
    until = FOREVER if last.suspended else day_end(at, zone)
    yield Hold(hold_id(learner, card, last, at), learner, card.id, at, until)


def _changed(card: AnkiCard) -> Instant:
    return Instant(min(max(card.changed, 1) * 1000, _LATEST))
