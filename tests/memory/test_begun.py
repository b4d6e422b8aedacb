"""What another program knew, as a memory of each model: recall falls to 0.9 when it said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.clock import DAY_MS, Instant
from learnt.ids import CardId, EventId, LearnerId
from learnt.journal import Known, Rating
from learnt.memory import MODELS, MemoryModel, begun, model_named, step
from learnt.memory.fsrs6 import DEFAULT_PARAMETERS, begin

NOW = Instant(1_760_000_000_000)
models = st.sampled_from(sorted(MODELS)).map(model_named)
days = st.floats(1, 10_000)


def known(
    days: float, lapses: int = 0, difficulty: float | None = None, ease: float | None = None
) -> Known:
    return Known(
        EventId("k"), LearnerId("l"), CardId("c"), NOW, (), days, difficulty, ease, 9, lapses
    )


@given(models, days, st.integers(0, 200), st.none() | st.floats(1.1, 5))
def test_it_is_recalled_by_nine_in_ten_after_its_days(
    model: MemoryModel, days: float, lapses: int, ease: float | None
) -> None:
    memory = begun(model, known(days, lapses, ease=ease))
    assert model.recall(memory.state, days) == pytest.approx(0.9, abs=1e-6)
    assert memory.stability(model) == pytest.approx(days, rel=1e-4)
    assert (memory.last, memory.reviews, memory.lapses) == (NOW, 9, lapses)


@given(models, days)
def test_an_answer_goes_on_from_there(model: MemoryModel, days: float) -> None:
    memory = begun(model, known(days))
    at = Instant(NOW + round(days * DAY_MS))
    good = step(model, memory, Rating.GOOD, at)
    again = step(model, memory, Rating.AGAIN, at)
    assert good.stability(model) > days > again.stability(model)
    assert (good.reviews, again.lapses) == (10, 1)


@given(st.floats(1, 1_000), st.floats(1.1, 4))
def test_what_grew_slowly_is_harder(days: float, ease: float) -> None:
    slow, fast = (begin(DEFAULT_PARAMETERS, days, None, one)[1] for one in (ease, ease + 0.3))
    assert 1 <= fast <= slow <= 10


def test_ease_says_how_an_interval_grows() -> None:
    """A Good on time makes it as much longer as SM-2 would have."""
    model = model_named("fsrs6")
    memory = begun(model, known(30, ease=2.3))
    after = step(model, memory, Rating.GOOD, Instant(NOW + 30 * DAY_MS))
    assert after.state.stability == pytest.approx(30 * 2.3, rel=1e-6)


def test_what_fsrs_said_is_taken_as_it_is() -> None:
    model = model_named("fsrs6")
    assert begun(model, known(44.5, difficulty=7.25, ease=2.5)).state[:2] == (44.5, 7.25)
    assert begun(model, known(44.5)).state.difficulty == model.start(Rating.GOOD).difficulty
