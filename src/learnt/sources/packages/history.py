"""The review log, and what was known without it, as events with ids that are always the same."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from learnt.clock import Instant
from learnt.deck import Card, Direction
from learnt.ids import EventId, LearnerId, PointId, at_time
from learnt.journal import History, Known, Outcome, Rating, Review
from learnt.sources.packages.answers import LATEST, Answers
from learnt.sources.packages.cards import Origin
from learnt.sources.packages.identity import answers_id, known_id
from learnt.sources.packages.own import Past, Returned
from learnt.sources.packages.own.before import LONGEST_DAYS, MOST_COUNTED, known_in
from learnt.sources.packages.own.packed import id_text
from learnt.sources.packages.values import AnkiCard


def histories_of(
    card: Card, origins: Sequence[Origin], log: Answers, learner: LearnerId
) -> Iterator[History]:
    """The answers to a card, as it is in the collection: each point has the rating of its card."""
    for origin in origins:
        answers = log.get(origin.card.id)
        if answers:
            yield History(
                answers_id(learner, card, origin.card),
                learner,
                card.id,
                origin.direction,
                tuple([point.id for point in card.asked(origin.direction)]),
                tuple(answers),
            )


def reviews_of(
    card: Card,
    origins: Sequence[Origin],
    log: Answers,
    learner: LearnerId,
    back: Returned,
) -> Iterator[Review]:
    """The answers to a card of ours that comes back: each point has the rating of its card.

    Those that went to Anki from here are the ones they were, point by point.
    """
    went = back.past if back.base.id == card.id else {}
    for origin in origins:
        points = card.asked(origin.direction)
        id_of_all = answers_id(learner, card, origin.card)
        for at, rating, took in log.get(origin.card.id, ()):
            made = Review(
                EventId(at_time(id_of_all, at)),
                learner,
                card.id,
                at,
                rating,
                tuple(Outcome(point.id, rating) for point in points),
                origin.direction,
                duration_ms=took,
            )
            past = went.get(at)
            yield _as_it_was(made, past, back) if past else made


def _as_it_was(made: Review, past: Past, back: Returned) -> Review:
    if made.direction is Direction.FORWARD:
        points = (*(point.id for point in back.base.points), *back.gone)
    else:
        points = (PointId(back.base.id),)
    usual = bytes([made.rating] * (len(back.base.points) if len(points) > 1 else 1))
    rated = zip(points, past.ratings or usual, strict=False)
    outcomes = tuple(Outcome(point, Rating(one)) for point, one in rated if 1 <= one <= 4)
    at = Instant(min(max(1, made.at - past.late), LATEST))
    return replace(made, id=EventId(id_text(past.id)), at=at, outcomes=outcomes)


def known_of(
    card: Card, origins: Sequence[Origin], log: Answers, learner: LearnerId
) -> Iterator[Known]:
    """What Anki knew of a card whose answers the package does not have."""
    for origin in origins:
        anki = origin.card
        if not is_known(anki, log):
            continue
        at = Instant(min((anki.asked or max(anki.changed, 1)) * 1000, LATEST))
        yield Known(
            known_id(learner, card, anki, at),
            learner,
            card.id,
            at,
            tuple(point.id for point in card.asked(origin.direction)),
            min(anki.stability or float(anki.interval), LONGEST_DAYS),
            min(max(anki.difficulty, 1.0), 10.0) if anki.difficulty else None,
            anki.factor / 1000 if anki.factor > 1000 else None,
            min(anki.reps, MOST_COUNTED),
            min(max(anki.lapses, 0), MOST_COUNTED),
            origin.direction,
        )


def known_before(card: Card, learner: LearnerId, back: Returned) -> Iterator[Known]:
    """What a card of ours began with when it was written."""
    if back.base.id == card.id:
        yield from filter(None, (known_in(one, learner, card.id) for one in back.before))


def is_known(card: AnkiCard, log: Answers) -> bool:
    """Whether Anki has an interval of days for a card, and the package no answer to it."""
    return card.reps > 0 and card.interval > 0 and card.id not in log
