"""Journals: reviews, holds and undos of a few cards, at times that often coincide."""

from collections.abc import Callable

from hypothesis import strategies as st

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import CardId, EventId, LearnerId, PointId, uuid7
from learnt.journal import (
    Answered,
    Event,
    History,
    Hold,
    Outcome,
    Rating,
    Review,
    Undo,
    VerdictKind,
)

START = 1_750_000_000_000
ratings = st.sampled_from(Rating)
proposals = st.none() | st.sampled_from(VerdictKind)
worded = st.none() | st.sampled_from(["in May", "In  MAY", "it did — Ω", "by the sea"])


def numbered(number: int) -> str:
    return uuid7(START, number)


CARDS = tuple(CardId(numbered(number)) for number in range(1, 5))
POINTS = tuple(PointId(numbered(number)) for number in range(11, 17))
ME = LearnerId(numbered(99))


@st.composite
def journals(
    draw: st.DrawFn, learner: LearnerId = ME, name: Callable[[int], str] = numbered
) -> tuple[Event, ...]:
    """Events with different ids; an undo may come before, after or without what it takes back."""
    count = draw(st.integers(0, 14))
    ids = [EventId(name(1000 + number)) for number in range(count)]
    moments = st.integers(START, START + 5).map(Instant)
    events: list[Event] = []
    for own in ids:
        at, card = draw(moments), draw(st.sampled_from(CARDS))
        kind = draw(st.integers(0, 4))
        if kind <= 2:
            points = draw(st.lists(st.sampled_from(POINTS), max_size=3, unique=True))
            events.append(
                Review(
                    own,
                    learner,
                    card,
                    at,
                    draw(ratings),
                    tuple(
                        Outcome(point, draw(ratings), draw(proposals), draw(worded))
                        for point in points
                    ),
                    draw(st.sampled_from(Direction)),
                    answer=draw(st.none() | st.just("what I wrote — Ω")),
                    duration_ms=draw(st.integers(0, 90_000)),
                )
            )
        elif kind == 3:
            events.append(Hold(own, learner, card, at, draw(moments)))
        else:
            taken_back = draw(st.sampled_from([*ids, EventId(name(7))]))
            events.append(Undo(own, learner, taken_back, at))
    return tuple(events)


@st.composite
def histories(draw: st.DrawFn, learner: LearnerId = ME, first: int = 1) -> tuple[History, ...]:
    """Answers of another program to these cards, at the same times."""
    moments = st.lists(st.integers(START, START + 5), min_size=1, max_size=4, unique=True)
    return tuple(
        History(
            EventId(uuid7(0, first + number)),
            learner,
            draw(st.sampled_from(CARDS)),
            draw(st.sampled_from(Direction)),
            tuple(draw(st.lists(st.sampled_from(POINTS), min_size=1, max_size=3, unique=True))),
            tuple(
                Answered(Instant(at), draw(ratings), draw(st.integers(0, 90_000)))
                for at in sorted(draw(moments))
            ),
        )
        for number in range(draw(st.integers(0, 3)))
    )
