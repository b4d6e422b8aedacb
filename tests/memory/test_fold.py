"""A point's memory is the fold of its outcomes, and the fold is its steps."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.clock import DAY_MS, Instant
from learnt.ids import CardId, EventId, LearnerId, PointId, uuid7
from learnt.journal import Answered, Outcome, Rating, Review, merge
from learnt.journal import reviews as standing_reviews
from learnt.memory import Fsrs6, PointMemory, fold, fold_alike, step
from tests.journal.strategies import POINTS, START, journals
from tests.memory.strategies import models

AGAIN, HARD, GOOD, EASY = Rating


def review(number: int, day: float, **points: Rating) -> Review:
    """The review on a day, outcomes named by `p0`, `p1` and so on."""
    return Review(
        EventId(uuid7(START, number)),
        LearnerId("me"),
        CardId("card"),
        Instant(START + round(day * DAY_MS)),
        GOOD,
        tuple(Outcome(PointId(name), rating) for name, rating in points.items()),
    )


def test_each_point_has_its_own_memory() -> None:
    model = Fsrs6()
    memories = fold(
        model, [review(1, 0, p0=GOOD, p1=AGAIN), review(2, 3, p0=AGAIN, p1=GOOD, p2=EASY)]
    )
    assert set(memories) == {"p0", "p1", "p2"}
    assert memories[PointId("p0")].lapses == 1
    assert memories[PointId("p1")].lapses == 0  # the first Again is no lapse: nothing was known
    assert memories[PointId("p1")].reviews == 2
    assert memories[PointId("p2")].state == model.start(EASY)
    assert memories[PointId("p0")].last == START + 3 * DAY_MS


@given(
    models(), st.lists(st.tuples(st.integers(0, 90 * DAY_MS), st.sampled_from(Rating)), min_size=1)
)
def test_a_point_rated_as_its_card_always_was_is_folded_alike(
    model: Fsrs6, answers: list[tuple[int, Rating]]
) -> None:
    reviews = [
        review(number, ago / DAY_MS, p0=rating)
        for number, (ago, rating) in enumerate(sorted(answers))
    ]
    rated = [Answered(one.at, one.outcomes[0].rating, 0) for one in reviews]
    assert fold_alike(model, rated) == fold(model, reviews).get(PointId("p0"))


@given(models(), journals(), st.data())
def test_the_fold_is_its_steps_one_after_the_other(
    model: Fsrs6, journal: tuple[Review, ...], data: st.DataObject
) -> None:
    reviews = standing_reviews(journal)
    by_steps: dict[PointId, PointMemory] = {}
    for one in reviews:
        for outcome in one.outcomes:
            memory = by_steps.get(outcome.point)
            by_steps[outcome.point] = step(model, memory, outcome.rating, one.at)
    assert fold(model, reviews) == by_steps

    cut = data.draw(st.integers(0, len(reviews)))
    by_parts = fold(model, reviews[:cut])
    for one in reviews[cut:]:
        for outcome in one.outcomes:
            memory = by_parts.get(outcome.point)
            by_parts[outcome.point] = step(model, memory, outcome.rating, one.at)
    assert by_parts == by_steps


@given(journals(), st.data())
def test_memories_do_not_depend_on_the_order_of_delivery(
    journal: tuple[Review, ...], data: st.DataObject
) -> None:
    model = Fsrs6()
    delivered = data.draw(st.permutations(journal))
    assert fold(model, standing_reviews(merge(delivered))) == fold(model, standing_reviews(journal))


def test_recall_counts_from_the_last_review() -> None:
    model = Fsrs6()
    memory = fold(model, [review(1, 0, p0=GOOD)])[PointId("p0")]
    assert memory.recall(model, Instant(START)) == 1.0
    assert memory.recall(model, Instant(START - DAY_MS)) == 1.0
    later = Instant(START + 5 * DAY_MS)
    assert memory.recall(model, later) == model.recall(memory.state, 5)
    assert POINTS[0] not in fold(model, [])
