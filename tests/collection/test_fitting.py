"""The learner's memory model: chosen, fitted, adopted or not, and never at the journal's cost."""

import random
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from math import isnan
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import memory_learners
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from learnt import Collection
from learnt.clock import DAY_MS, Instant
from learnt.collection.folding import rebuild
from learnt.deck import Card, Deck, Point
from learnt.errors import UsageError
from learnt.ids import CardId, DeckId, EventId, LearnerId, PointId
from learnt.journal import Outcome, Rating, Review
from learnt.memory import MODELS, MemoryModel, fingerprint, model_named
from learnt.memory.fitting.adopting import Reason
from learnt.store import migrations
from learnt.store import store as store_module
from tests.collection.conftest import OpenCollection
from tests.collection.world import (
    Clock,
    Life,
    a_card,
    a_deck,
    an_id,
    check,
    finish,
    journal,
    local,
    remember_by,
    simple_deck,
    state,
)
from tests.memory.strategies import any_model, model_drawn
from tests.store.values import append_in_the_fourth_format, deck_in_the_second_format

REVIEWS, SEED = 600, 7
"""A made-up learner who is far from the usual one (see benchmarks/memory_learners.py)."""
AFTER = local("2026-03-02T18:00")
models = st.sampled_from(sorted(MODELS))


# switching


def a_fresh_one_of(
    collection: Collection, folder: str | Path, clock: Clock, chance: random.Random
) -> Collection:
    """Another collection with the same decks, journal and settings, and the same model at last.

    Its events came from another device: all at once, in any order.
    """
    fresh = Collection.open(folder, now=clock, seed=99)
    for row in collection.decks():
        fresh.add(collection.deck(row.id))
    fresh.set(collection.learner.settings)
    events = [replace(event, learner=fresh.learner.id) for event in journal(collection)]
    chance.shuffle(events)
    assert fresh.merge(events) == len(events)
    remember_by(fresh, collection.model)
    return fresh


class Device:
    """What a learner does with one device and another, and with the models."""

    def __init__(self, collection: Collection, clock: Clock) -> None:
        self.life = Life(collection, clock)
        self.life.add(1)
        self.life.add(2)
        self.collection = collection

    def do(self, deed: tuple[str, int, MemoryModel]) -> None:
        kind, number, model = deed
        life, ratings = self.life, list(Rating)
        events = journal(self.collection)
        fits = self.collection.fits()
        if kind == "use":
            chosen = self.collection.use_model(model.name)
            assert self.collection.model == chosen
        elif kind == "adopt":
            life.switch(model)
        elif kind == "refuse":
            before = state(self.collection)
            self.collection._keep(model, 3, {"reason": "no_better"}, adopt=False)
            assert state(self.collection) == before
        elif kind == "answer":
            life.ask(practise=True)
            life.answer(ratings[number % 4], number)
        elif kind == "undo":
            life.undo()
        elif kind == "arrive":
            life.arrive(number, ratings[number % 4], 37 * number, backward=number % 3 == 0)
        else:
            life.wait(600 * (number % 9))
        after = journal(self.collection)
        if kind in ("use", "adopt", "refuse"):
            assert after == events
            known = self.collection.fits()
            assert known[len(known) - len(fits) :] == fits
            assert len(known) > len(fits)
        else:
            assert set(events) <= set(after)


deeds = st.tuples(
    st.sampled_from(("use", "adopt", "refuse", "answer", "answer", "undo", "arrive", "wait")),
    st.integers(0, 60),
    any_model(),
)


@settings(
    max_examples=max(15, settings.default.max_examples // 5) if settings.default else 20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(deeds, min_size=1, max_size=15), models, st.randoms(use_true_random=False))
def test_after_any_switches_all_is_as_if_it_had_always_been_so(
    zone: str, done: list[tuple[str, int, MemoryModel]], last: str, chance: random.Random
) -> None:
    """Of answers, undos, arrivals and models in any order, only the journal and the last count."""
    clock = Clock()
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        with Collection.open(one, now=clock, seed=1) as collection:
            device = Device(collection, clock)
            for deed in done:
                device.do(deed)
            collection.use_model(last)
            check(collection)
            with a_fresh_one_of(collection, other, clock, chance) as fresh:
                check(fresh)
                assert state(fresh) == state(collection)
        with Collection.open(one, now=clock, seed=2) as again:
            assert again.model.name == last
            check(again)


def test_a_long_walk_through_the_models_on_every_database(
    anywhere: Collection, clock: Clock, tmp_path: Path, campaign: Callable[[int, int], int]
) -> None:
    chance = random.Random(3)
    device = Device(anywhere, clock)
    kinds = ("use", "adopt", "refuse", "answer", "answer", "answer", "undo", "arrive", "wait")
    for _ in range(campaign(60, 900)):
        model = model_drawn(chance.choice(sorted(MODELS)), chance)
        device.do((chance.choice(kinds), chance.randrange(60), model))
    check(anywhere)
    with a_fresh_one_of(anywhere, tmp_path / "fresh", clock, chance) as fresh:
        assert state(fresh) == state(anywhere)


def test_going_back_brings_back_what_was_adopted_last(collection: Collection) -> None:
    """With its parameters, and with how many answers they were fitted to."""
    mine = replace_first(model_named("fsrs6"), 0.5)
    collection._keep(mine, 250, {"reason": "better"}, adopt=True)
    collection._keep(replace_first(mine, 0.6), 300, {"reason": "no_better"}, adopt=False)
    assert collection.use_model("sbd") == model_named("sbd")
    assert collection.use_model("fsrs6") == mine
    assert collection.fits()[0].targets == 250
    assert collection.use_model("blend") == model_named()
    assert [one.adopted for one in collection.fits()] == [True, True, True, False, True]


def replace_first(model: MemoryModel, first: float) -> MemoryModel:
    return model_named(model.name, (first, *model.parameters[1:]))


@pytest.mark.parametrize("name", ["", "fsrs", "FSRS6", "anki"])
def test_a_model_that_is_not_known_is_refused_and_nothing_changes(
    collection: Collection, name: str
) -> None:
    for verb in (collection.use_model, collection.fit):
        if name or verb == collection.use_model:
            with pytest.raises(UsageError, match="blend, fsrs6, sbd"):
                verb(name)
    assert collection.fits() == ()
    assert collection.model == model_named()


def test_the_database_refuses_to_change_what_was_fitted(anywhere: Collection) -> None:
    anywhere.use_model("sbd")
    before = anywhere.fits()
    for statement in ("UPDATE parameters SET adopted = 0", "DELETE FROM parameters"):
        with (
            pytest.raises(Exception, match="only ever added"),
            anywhere.store.writing() as transaction,
        ):
            transaction.connection.execute(text(statement))
    assert anywhere.fits() == before


def test_the_longest_intervals_there_are_have_a_date(collection: Collection, clock: Clock) -> None:
    """A model of slow forgetting, and a card that is always easy: it is due within the calendar."""
    slow = (1.0, 8.0, 6.0, -6.0, 1.5, -8.0, -8.0)
    collection.add(simple_deck(1, points=1))
    remember_by(collection, model_named("sbd", slow))
    for _ in range(6):
        finish(collection, collection.begin(practise=True), Rating.EASY)
        clock.pass_by(days=400)
    check(collection)
    (report,) = collection.report(collection.deck("1").cards)
    assert report.due is not None
    assert report.due < clock() + 1_100_000 * DAY_MS


# other programs, and other versions


def test_another_program_reads_and_answers_by_the_model_that_was_chosen(
    anywhere: Collection, open_collection: OpenCollection, clock: Clock, home: Path
) -> None:
    """What it shows is of the new model at once, and what it saves keeps the caches right."""
    anywhere.add(simple_deck(3))
    finish(anywhere, anywhere.begin(), Rating.GOOD)
    where = anywhere.store.engine.url
    url = None if where.drivername == "sqlite" else where.render_as_string(hide_password=False)
    for name in ("fsrs6", "sbd", "blend"):
        other = open_collection(home, url)
        other.begin()
        anywhere.use_model(name)
        clock.pass_by(days=3)
        cards = other.deck("1").cards
        assert other.report(cards) == anywhere.report(cards)
        assert other.model == anywhere.model
        assert other.memory_report().fits == anywhere.memory_report().fits
        assert other.memory_report().model == anywhere.model
    other = open_collection(home, url)
    for name in ("sbd", "fsrs6", "blend"):
        sitting = other.begin(practise=True)
        anywhere.use_model(name)
        table = sitting.reveal(None, clock())
        shown = other.previews(table.toggle(1, clock()).toggle(2, clock()).weigh(clock()))
        finish(other, sitting, Rating.GOOD)
        assert sitting.exercise is not None
        (report,) = other.report([sitting.exercise.card])
        assert report.due == shown[Rating.GOOD].due
        check(anywhere)
        check(other)
        clock.pass_by(days=2)


def test_the_answer_of_another_program_is_looked_at_by_the_model_that_was_chosen(
    collection: Collection, open_collection: OpenCollection, clock: Clock
) -> None:
    collection.add(simple_deck(1))
    finish(collection, collection.begin(), Rating.GOOD)
    other = open_collection()
    sitting = other.begin(practise=True)
    assert sitting.exercise is not None
    table = sitting.exercise
    collection.use_model("sbd")
    clock.pass_by(days=2)
    assert (
        other.look(table.card_id, table.direction).previews
        == collection.look(table.card_id, table.direction).previews
    )


def test_a_backup_keeps_the_model_and_the_fits(collection: Collection, clock: Clock) -> None:
    collection.add(simple_deck(2))
    finish(collection, collection.begin(), Rating.GOOD)
    collection.use_model("fsrs6")
    mine = replace_first(model_named("sbd"), -3.0)
    remember_by(collection, mine)
    before, fits = state(collection), collection.fits()
    collection.back_up()
    clock.pass_by(minutes=1)
    collection.use_model("blend")
    assert state(collection) != before
    collection.restore("latest")
    assert (collection.model, collection.fits(), state(collection)) == (mine, fits, before)
    check(collection)


CARDS = [a_card(number, 2) for number in range(1, 5)]


def test_a_collection_from_before_there_were_models_is_folded_anew(
    tmp_path: Path,
    clock: Clock,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    database: str | None,
) -> None:
    """Its memories were those of FSRS-6 alone; every answer of it counts for the new model."""
    me = LearnerId(an_id(1))
    given = [
        Review(
            EventId(an_id(5000 + number)),
            me,
            card.id,
            Instant(AFTER + number * DAY_MS - 20 * DAY_MS),
            Rating(1 + number % 4),
            tuple(Outcome(point.id, Rating(1 + number % 4)) for point in card.points),
        )
        for number, card in enumerate(CARDS * 4)
    ]
    with monkeypatch.context() as earlier:
        for module in (migrations, store_module):
            earlier.setattr(module, "MIGRATIONS", migrations.MIGRATIONS[:5])
        store = store_module.Store.open(tmp_path / "old", database, AFTER)
        with store.writing() as transaction:
            add = transaction.connection.execute
            add(
                text("INSERT INTO learner (id, name, settings, at) VALUES (:me, 'me', :how, 1)"),
                {"me": me, "how": '{"time_zone": "Europe/Athens", "from_later": 7}'},
            )
            deck_in_the_second_format(transaction.connection, a_deck(1, CARDS), AFTER)
            for review in given:
                append_in_the_fourth_format(transaction.connection, review)
            add(
                text(
                    "INSERT INTO memory (learner, point, stability, difficulty, last, reviews,"
                    " lapses, parameters) VALUES (:me, :point, 3.5, 5.5, 1, 4, 1, 1)"
                ),
                [{"me": me, "point": point.id} for card in CARDS for point in card.points],
            )
        store.close()
    with Collection.open(tmp_path / "old", database=database, now=clock, seed=1) as collection:
        assert collection.learner.id == me
        assert not collection.learner.stale
        assert collection.model == model_named()
        assert collection.model.name == "blend"
        assert journal(collection) == tuple(given)
        assert [one.why for one in collection.backups()] == ["before-migration"]
        assert collection.fits() == ()
        memories, schedules = state(collection)
        assert isinstance(memories, dict)
        assert memories.keys() == {point.id for card in CARDS for point in card.points}
        assert all(one.state.trace > 0 for one in memories.values())
        assert isinstance(schedules, set)
        assert len(schedules) == len(CARDS)
        check(collection)
        finish(collection, collection.begin(practise=True), Rating.GOOD)
        check(collection)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> str | None:
    """Where a collection has its rows: None in its folder."""
    if request.param == "sqlite":
        return None
    url: str = request.getfixturevalue("postgres_schema")
    return url


@pytest.mark.parametrize("said", ["", "0 blend 1.0 2.0", fingerprint(model_named("sbd"))])
def test_caches_of_other_formulas_are_folded_anew_when_opened(
    collection: Collection, open_collection: OpenCollection, said: str
) -> None:
    collection.add(simple_deck(2))
    finish(collection, collection.begin(), Rating.GOOD)
    before = state(collection)
    with collection.store.writing() as transaction:
        transaction.connection.execute(text("UPDATE learner SET folded = :said"), {"said": said})
        transaction.connection.execute(text("UPDATE memory SET stability = 77, trace = 77"))
        assert transaction.learners.get(collection.learner.id).stale
    assert collection.doctor().differences == 2
    again = open_collection()
    assert not again.learner.stale
    assert state(again) == before
    check(again)


def test_caches_of_the_model_in_use_are_left_as_they_are(
    collection: Collection, open_collection: OpenCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A start folds nothing: it is quick however long the journal is."""
    collection.add(simple_deck(2))
    finish(collection, collection.begin(), Rating.GOOD)
    collection.use_model("sbd")

    def no_rebuild(*_: object) -> int:
        raise AssertionError("the whole journal was folded")

    monkeypatch.setattr("learnt.collection.base.rebuild", no_rebuild)
    assert open_collection().model.name == "sbd"
    monkeypatch.setattr("learnt.collection.fitting.rebuild", no_rebuild)
    collection.use_model("sbd")  # it is by this one already
    with pytest.raises(AssertionError):
        collection.use_model("blend")
    assert collection.model.name == "sbd"  # nothing was half done
    check(collection)


# fitting


@lru_cache
def made_up() -> memory_learners.Log:
    return memory_learners.study(memory_learners.draw_parameters(SEED), REVIEWS, SEED)


def point_of(card: int) -> PointId:
    return PointId(an_id(10_000 + 10 * card + 1))


def reviews_of(log: memory_learners.Log, learner: LearnerId, first: Instant) -> list[Review]:
    return [
        Review(
            EventId(an_id(10_000_000 + number)),
            learner,
            CardId(an_id(10_000 + 10 * card)),
            Instant(first + at),
            Rating(rating),
            (Outcome(point_of(card), Rating(rating)),),
        )
        for number, (card, rating, at) in enumerate(
            zip(log.cards, log.ratings, log.times, strict=True)
        )
    ]


def a_deck_for(log: memory_learners.Log) -> Deck:
    return Deck(
        DeckId(an_id(1)),
        "Made up",
        tuple(
            Card(CardId(an_id(10_000 + 10 * card)), f"q {card}", (Point(point_of(card), "a"),))
            for card in sorted(set(log.cards))
        ),
    )


def studied(collection: Collection, clock: Clock, count: int = REVIEWS) -> None:
    """The made-up learner's first answers, the last of them an hour ago."""
    log = made_up()
    collection.add(a_deck_for(log))
    first = Instant(clock() - log.times[-1] - 3_600_000)
    events = reviews_of(log, collection.learner.id, first)[:count]
    with collection.store.writing() as transaction:
        for event in events:
            assert transaction.journal.append(event)
        rebuild(transaction, collection.learner)


def test_a_new_collection_has_too_little_to_fit(collection: Collection) -> None:
    before = collection.model
    found = collection.fit()
    assert (found.adopted, found.comparison.reason) == (False, Reason.TOO_FEW)
    assert (found.reviews, found.targets, found.comparison.tested) == (0, 0, 0)
    assert found.model.bounds == before.bounds
    assert all(
        low <= one <= high
        for one, (low, high) in zip(found.model.parameters, before.bounds, strict=True)
    )
    assert (collection.model, collection.learner.model) == (before, before)
    report = collection.memory_report()
    assert (report.reviews, report.targets, report.calibration, report.lately) == (0, 0, [], 0.0)
    assert isnan(report.loss)
    assert report.fitted_at is None
    (kept,) = report.fits
    assert (kept.adopted, kept.comparison["reason"]) == (False, "too_few")
    assert kept.comparison["before"] is None


def test_a_better_fit_is_adopted_and_all_is_folded_by_it(
    anywhere: Collection, clock: Clock, tmp_path: Path
) -> None:
    studied(anywhere, clock)
    before, events, states = anywhere.memory_report(), journal(anywhere), state(anywhere)
    assert before.fitted_at is None
    found = anywhere.fit()
    assert (found.adopted, found.comparison.reason) == (True, Reason.BETTER)
    assert anywhere.model == found.model != before.model
    assert found.comparison.new < found.comparison.current
    assert found.loss < found.loss_before
    assert found.loss_before == pytest.approx(before.loss, rel=1e-9)
    assert journal(anywhere) == events
    assert state(anywhere) != states
    check(anywhere)
    report = anywhere.memory_report()
    assert report.fitted_at == clock()
    assert (report.reviews, report.targets) == (REVIEWS, found.targets)
    assert report.loss == pytest.approx(found.loss, rel=1e-9)
    assert sum(one.count for one in report.calibration) == report.targets
    assert [one.expected for one in report.calibration] == sorted(
        one.expected for one in report.calibration
    )
    assert -0.9 < report.lately < 0.1
    with a_fresh_one_of(anywhere, tmp_path / "fresh", clock, random.Random(1)) as fresh:
        assert state(fresh) == state(anywhere)

    again = anywhere.fit()  # the same answers say nothing new of parameters fitted to them
    assert (again.adopted, again.comparison.reason) == (False, Reason.TOO_FEW)
    assert again.comparison.tested == 0
    assert anywhere.model == found.model
    assert [one.adopted for one in anywhere.fits()] == [False, True]
    assert anywhere.memory_report().fitted_at == report.fitted_at


def test_going_back_and_forth_after_a_fit_keeps_it(collection: Collection, clock: Clock) -> None:
    studied(collection, clock, 300)
    untouched = state(collection)
    fitted = collection.fit().model
    states = state(collection)
    assert collection.model == fitted
    collection.use_model("sbd")
    assert collection.memory_report().fitted_at is None
    assert collection.use_model("blend") == fitted
    assert state(collection) == states
    remember_by(collection, model_named())
    assert state(collection) == untouched


def test_a_fit_that_foretells_no_better_changes_nothing_and_says_why(
    collection: Collection, clock: Clock
) -> None:
    """Nothing foretells the made-up learner better than the numbers they were made with."""
    studied(collection, clock)
    truth = model_named("fsrs6", memory_learners.draw_parameters(SEED))
    remember_by(collection, truth)
    states = state(collection)
    for model in (None, "blend"):
        found = collection.fit(model)
        assert found.comparison.reason is Reason.NO_BETTER
        assert found.comparison.new >= found.comparison.current
        assert not found.adopted
        assert (collection.model, state(collection)) == (truth, states)
        kept = collection.fits()[0]
        assert (kept.adopted, kept.comparison["reason"]) == (False, "no_better")
        assert kept.comparison["after"] == found.comparison.new


def test_the_model_that_another_program_chose_is_the_one_to_beat(
    collection: Collection, open_collection: OpenCollection, clock: Clock
) -> None:
    other = open_collection()
    studied(collection, clock)
    remember_by(collection, model_named("fsrs6", memory_learners.draw_parameters(SEED)))
    found = other.fit("blend")
    assert found.comparison.reason is Reason.NO_BETTER
    assert other.model == collection.model


def test_a_log_for_a_fit_has_what_stands_point_by_point(
    collection: Collection, clock: Clock
) -> None:
    """Undone answers are left out, and points of one card are items of their own."""
    collection.add(a_deck(1, [a_card(1, 3), a_card(2, 1)]))
    first = finish(collection, collection.begin(), Rating.HARD, [1])
    finish(collection, first, Rating.GOOD)
    clock.pass_by(days=1)
    sitting = finish(collection, collection.begin(practise=True), Rating.EASY)
    before = collection.review_log()
    clock.pass_by(days=1)
    sitting = finish(collection, collection.begin(practise=True), Rating.AGAIN, [])
    assert len(collection.review_log()) > len(before)
    collection.undo_in(sitting)
    after = collection.review_log()
    assert (after.ratings.tolist(), after.times.tolist()) == (
        before.ratings.tolist(),
        before.times.tolist(),
    )
    asked: dict[PointId, list[tuple[int, int]]] = {}
    with collection.store.reading() as transaction:
        standing = transaction.journal.reviews(collection.learner.id)
    for review in standing:
        for outcome in review.outcomes:
            asked.setdefault(outcome.point, []).append((review.at, int(outcome.rating)))
    found = [
        list(zip(times.tolist(), ratings.tolist(), strict=True))
        for times, ratings in zip(
            np.split(after.times, after.starts[1:-1]),
            np.split(after.ratings, after.starts[1:-1]),
            strict=True,
        )
    ]
    assert sorted(found) == sorted(asked.values())
    assert len(after.items) == len(set(after.items.tolist())) == len(asked) == 4


def test_what_is_told_of_a_fit_can_be_kept_as_json(collection: Collection, clock: Clock) -> None:
    """No NaN: the database on the server refuses it, and so do other programs."""
    studied(collection, clock, 40)
    collection.fit()
    told: Any = collection.fits()[0].comparison
    assert told == {"reason": "too_few", "tested": told["tested"], "before": None, "after": None}
