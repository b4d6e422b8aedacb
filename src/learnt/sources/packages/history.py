"""The review log and the cards set aside, as events of ours with ids that are always the same."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from learnt.clock import Instant, day_end
from learnt.deck import Card, Direction
from learnt.ids import EventId, LearnerId, PointId, at_time
from learnt.journal import FOREVER, History, Hold, Known, Outcome, Rating, Review
from learnt.sources.packages.answers import LATEST, Answers
from learnt.sources.packages.cards import Origin
from learnt.sources.packages.identity import answers_id, hold_id, known_id, release_id
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


def holds_of(
    card: Card, origins: Sequence[Origin], learner: LearnerId, zone: str
) -> Iterator[Hold]:
    """The card's being set aside, where Anki has set aside all that it comes from."""
    anki = [one.card for one in origins]
    if not _aside(origins):
        return
    last = max(anki, key=lambda one: (one.suspended, one.changed))
    at = _changed(last)
    until = FOREVER if last.suspended else day_end(at, zone)
    yield Hold(hold_id(learner, card, last, at), learner, card.id, at, until)


def holds_since(
    card: Card,
    origins: Sequence[Origin],
    learner: LearnerId,
    zone: str,
    back: Returned,
    *,
    is_new: bool,
) -> Iterator[Hold]:
    """What was set aside in Anki, or taken back, since a card of ours went there.

    A card that is new here is set aside as it was when it went.
    """
    aside = _aside(origins)
    last = max((one.card for one in origins), key=lambda one: one.changed)
    at = _changed(last)
    if aside and not back.held:
        yield from holds_of(card, origins, learner, zone)
    elif aside and is_new:
        until = Instant(min(back.held, FOREVER))
        yield Hold(hold_id(learner, card, last, at), learner, card.id, at, until)
    elif not aside and back.held >= FOREVER and not is_new:
        yield Hold(release_id(learner, card, at), learner, card.id, at, at)


def _aside(origins: Sequence[Origin]) -> bool:
    return all(one.card.suspended or one.card.buried for one in origins)


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


def _changed(card: AnkiCard) -> Instant:
    return Instant(min(max(card.changed, 1) * 1000, LATEST))
