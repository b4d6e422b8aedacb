"""What every store must do with memory models, and with the fits of them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from learnt.clock import Instant
from learnt.ids import PointId
from learnt.memory import MemoryModel, MemoryState, PointMemory, fingerprint, model_named
from learnt.plan import Settings
from learnt.store import Store
from learnt.store.fits import KeptFit
from tests.memory.strategies import any_model
from tests.store.values import ME, NOW, YOU, an_id

FSRS, SBD = model_named("fsrs6"), model_named("sbd")
on_a_store = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,  # each example writes over what the last one wrote
        HealthCheck.differing_executors,  # the suite runs on each database
        HealthCheck.too_slow,
    ],
)
numbers = st.floats(allow_nan=False, allow_infinity=False, allow_subnormal=False)
states = st.builds(MemoryState, numbers, numbers, numbers, numbers, st.integers(0, 3))


def a_fit(
    number: int, at: int = NOW, model: MemoryModel = FSRS, *, adopted: bool = True
) -> KeptFit:
    told: dict[str, object] = {"reason": "better", "before": 0.25, "after": None, "“x”": [number]}
    return KeptFit(an_id(900_000_000 + number), Instant(at), model, 10 * number, told, adopted)


class ModelConformance:
    """The part of the suite on memory models."""

    def test_a_learner_begins_with_the_usual_model(self, learned: Store) -> None:
        with learned.reading() as transaction:
            assert [one.model for one in transaction.learners.list()] == [model_named()] * 2
            assert not any(one.stale for one in transaction.learners.list())
            written = transaction.connection.execute(text("SELECT model FROM learner")).all()
            assert {row[0] for row in written} == {""}  # so that it follows what comes with learnt

    @on_a_store
    @given(any_model())
    def test_a_model_comes_back_with_every_digit(self, learned: Store, model: MemoryModel) -> None:
        with learned.writing() as transaction:
            learners = transaction.learners
            learners.remember_by(ME.id, model_named())
            learners.folded(ME.id, model_named())
            learners.remember_by(ME.id, model)
            changed = replace(ME, model=model, stale=model != model_named())
            assert learners.get(ME.id) == learners.lock(ME.id) == changed
            learners.folded(ME.id, model)
        with learned.reading() as transaction:
            assert transaction.learners.list() == (replace(ME, model=model), YOU)
            assert transaction.learners.get(ME.id).model.parameters == model.parameters

    def test_a_learner_may_be_added_with_a_model(self, store: Store) -> None:
        mine = replace(ME, model=SBD)
        with store.writing() as transaction:
            transaction.learners.add(mine, NOW)
            assert transaction.learners.get(ME.id) == mine

    def test_caches_are_stale_until_they_are_folded_by_the_model(self, learned: Store) -> None:
        with learned.writing() as transaction:
            learners = transaction.learners
            learners.remember_by(ME.id, FSRS)
            assert learners.get(ME.id).stale
            learners.folded(ME.id, SBD)
            assert learners.get(ME.id).stale
            learners.set(ME.id, Settings(new_a_day=1))
            assert learners.get(ME.id).stale
            learners.folded(ME.id, FSRS)
            assert not learners.get(ME.id).stale
            learners.remember_by(ME.id, model_named("fsrs6", (0.2, *FSRS.parameters[1:])))
            assert learners.get(ME.id).stale
            assert not learners.get(YOU.id).stale

    def test_no_two_models_that_remember_otherwise_look_alike(self) -> None:
        nearly = model_named("sbd", (SBD.parameters[0] + 1e-15, *SBD.parameters[1:]))
        told = [fingerprint(one) for one in (FSRS, SBD, nearly, model_named())]
        assert len(set(told)) == 4
        assert fingerprint(model_named("sbd")) == told[1]

    @on_a_store
    @given(st.lists(states, min_size=1, max_size=4))
    def test_all_five_numbers_of_a_memory_come_back(
        self, learned: Store, found: list[MemoryState]
    ) -> None:
        memories = {
            PointId(an_id(2_000 + place)): PointMemory(one, Instant(NOW + place), place + 1, place)
            for place, one in enumerate(found)
        }
        with learned.writing() as transaction:
            transaction.caches.clear(ME.id)
            transaction.caches.put_memories(ME.id, memories)
        with learned.writing() as transaction:
            assert transaction.caches.all_memories(ME.id) == memories
            assert transaction.caches.memories(ME.id, list(memories)) == memories
            turned = {
                point: one._replace(state=MemoryState(1.5, 2.5, 3.5, 4.5, 2))
                for point, one in memories.items()
            }
            transaction.caches.put_memories(ME.id, turned)
            assert transaction.caches.all_memories(ME.id) == turned

    def test_fits_come_back_the_latest_first_and_each_learners_own(self, learned: Store) -> None:
        made = [
            a_fit(1),
            a_fit(2, NOW + 5, SBD, adopted=False),
            a_fit(3, NOW + 5, model_named()),
            a_fit(4, NOW - 9),
        ]
        with learned.writing() as transaction:
            for one in made:
                transaction.fits.add(ME.id, one)
            transaction.fits.add(YOU.id, a_fit(5, NOW + 50))
        with learned.reading() as transaction:
            first, second, third, fourth = made
            assert transaction.fits.list(ME.id) == (third, second, first, fourth)
            assert transaction.fits.list(YOU.id) == (a_fit(5, NOW + 50),)

    def test_a_fit_is_kept_once(self, learned: Store) -> None:
        with learned.writing() as transaction:
            transaction.fits.add(ME.id, a_fit(1))
        with pytest.raises(Exception, match=r"(?i)unique"), learned.writing() as transaction:
            transaction.fits.add(ME.id, replace(a_fit(1), adopted=False))
        with learned.reading() as transaction:
            assert transaction.fits.list(ME.id) == (a_fit(1),)

    def test_a_restore_brings_back_fits_and_models(
        self, learned: Store, open_store: Callable[..., Store]
    ) -> None:
        with learned.writing() as transaction:
            transaction.fits.add(ME.id, a_fit(1))
            transaction.learners.remember_by(ME.id, FSRS)
            transaction.learners.folded(ME.id, FSRS)
        backup = learned.back_up(NOW)
        with learned.writing() as transaction:
            transaction.fits.add(ME.id, a_fit(2))
            transaction.learners.remember_by(ME.id, SBD)
        learned.restore(backup.name, Instant(NOW + 5))
        with open_store().writing() as transaction:
            assert transaction.fits.list(ME.id) == (a_fit(1),)
            assert transaction.learners.get(ME.id) == replace(ME, model=FSRS)
        with (
            pytest.raises(Exception, match="only ever added"),
            learned.writing() as transaction,
        ):
            transaction.connection.execute(text("DELETE FROM parameters"))
