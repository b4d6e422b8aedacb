"""Whatever a learner does, and in whatever order, the caches are what the journal says."""

import tempfile
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from learnt import Collection
from learnt.collection import base
from learnt.journal import Rating
from learnt.memory import MemoryModel
from tests.collection.world import Clock, Life, check, state
from tests.memory.strategies import any_model

few = st.integers(0, 30)
ratings = st.sampled_from(Rating)


class Lives(RuleBasedStateMachine):
    """Answers, edits, deletions and late arrivals in any order, on a file."""

    life: Life

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = Clock()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(base, "local_zone", lambda: "Europe/Athens")

    @initialize(shape=few)
    def open(self, shape: int) -> None:
        self.life = Life(Collection.open(self.folder.name, now=self.clock, seed=1), self.clock)
        self.life.add(shape)

    @rule(minutes=st.sampled_from((1, 11, 600, 1440, 20_000)))
    def wait(self, minutes: int) -> None:
        self.life.wait(minutes)

    @rule(shape=few)
    def add(self, shape: int) -> None:
        self.life.add(shape)

    @rule(practise=st.booleans())
    def ask(self, practise: bool) -> None:
        self.life.ask(practise)

    @rule(rating=ratings, said=few)
    def answer(self, rating: Rating, said: int) -> None:
        self.life.answer(rating, said)

    @rule(which=few, how=few)
    def move(self, which: int, how: int) -> None:
        self.life.move(which, how)

    @rule(which=few, how=few)
    def add_again(self, which: int, how: int) -> None:
        self.life.add_again(which, how)

    @rule(practise=st.booleans(), rating=ratings, said=few)
    def ask_and_answer(self, practise: bool, rating: Rating, said: int) -> None:
        self.life.ask(practise)
        self.life.answer(rating, said)

    @rule()
    def undo(self) -> None:
        self.life.undo()

    @rule(which=few, how=few)
    def edit(self, which: int, how: int) -> None:
        self.life.edit(which, how)

    @rule(which=few, whole=st.booleans())
    def delete(self, which: int, whole: bool) -> None:
        self.life.delete(which, whole)

    @rule(which=few)
    def bring_back(self, which: int) -> None:
        self.life.bring_back(which)

    @rule(which=few, how=few)
    def set_aside(self, which: int, how: int) -> None:
        self.life.set_aside(which, how)

    @rule(which=few, rating=ratings, minutes=st.integers(0, 9000), backward=st.booleans())
    def arrive(self, which: int, rating: Rating, minutes: int, backward: bool) -> None:
        self.life.arrive(which, rating, minutes, backward)

    @rule(which=few)
    def arrive_again(self, which: int) -> None:
        self.life.arrive_again(which)

    @rule(retention=st.sampled_from((0.75, 0.9, 0.97)))
    def want(self, retention: float) -> None:
        self.life.want(retention)

    @rule(model=any_model())
    def switch(self, model: MemoryModel) -> None:
        self.life.switch(model)

    @rule()
    def look_back(self) -> None:
        self.life.look_back()

    @invariant()
    def the_caches_are_the_fold(self) -> None:
        if hasattr(self, "life"):
            check(self.life.collection)

    def teardown(self) -> None:
        if hasattr(self, "life"):
            self.life.collection.close()
        self.patch.undo()
        self.folder.cleanup()


TestLives = Lives.TestCase
TestLives.settings = settings(
    max_examples=max(12, settings.default.max_examples // 8) if settings.default else 12,
    stateful_step_count=25,
    deadline=None,
)


def test_a_long_life_refolds_to_the_same_values(
    anywhere: Collection, clock: Clock, campaign: Callable[[int, int], int]
) -> None:
    """On both databases; the caches are held against the journal now and then, and rebuilt."""
    chance, life = Random(7), Life(anywhere, clock)
    done: list[Any] = []
    for number in range(campaign(150, 2_000)):
        done.append(life.step(chance))
        if number % 25 == 0:
            check(anywhere)
    check(anywhere)
    before = state(anywhere)
    health = anywhere.doctor(rebuild_caches=True)
    assert (health.faults, health.differences) == ((), 0)
    assert state(anywhere) == before
    assert {"answer", "undo", "edit", "delete", "bring back", "arrive", "switch"} <= set(done)
