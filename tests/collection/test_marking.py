"""Marks are proposed, the learner has the last word, and what they say is learnt from."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from threading import Event, current_thread

import pytest

from learnt import Collection
from learnt.collection import Given, KeptMarker
from learnt.deck import Direction
from learnt.errors import NotMarked, UsageError
from learnt.ids import PointId
from learnt.journal import Outcome, Rating, Review
from learnt.marking import Strictness
from learnt.plan import Settings
from learnt.practice import Phase, Sitting
from tests.collection.marks import COVERED, MISSING, UNSURE, Broken, Signs, mark_by_signs
from tests.collection.world import FORWARD, Clock, a_card, a_deck, check, journal

AGAIN, HARD, GOOD, EASY = Rating
THREE, ONE = a_card(1, ["it rose", "it fell", "it froze"]), a_card(2, ["steam"])


@pytest.fixture
def signs(collection: Collection) -> Signs:
    collection.add(a_deck(1, [THREE, ONE]))
    return mark_by_signs(collection)


def reviews(collection: Collection) -> list[Review]:
    return [event for event in journal(collection) if isinstance(event, Review)]


def answered(collection: Collection, text: str, said: list[int] | None = None) -> Review:
    """Answer the card of three points; its ticks as proposed, or those said."""
    sitting = collection.mark(on_three(collection).reveal(text, collection.now()))
    if said is not None:
        sitting = sitting.tick_only(said, collection.now())
    sitting = sitting.weigh(collection.now())
    collection.save(sitting, sitting.proposed)
    return reviews(collection)[-1]


def on_three(collection: Collection) -> Sitting:
    return collection.put(Sitting(collection.queue()), THREE.id, Direction.FORWARD)


def test_the_ticks_begin_as_marking_proposes(collection: Collection, signs: Signs) -> None:
    sitting = collection.mark(on_three(collection).reveal("up 1+ so 2! or 3?", collection.now()))
    assert sitting.phase is Phase.TICKING
    assert sitting.ticked == {THREE.points[0].id}
    assert sitting.open == (3,)
    (question, answer, strictness) = signs.asked[0]
    assert (question.prompt, question.title, answer) == ("prompt 1", "Deck 1", "up 1+ so 2! or 3?")
    assert (question.points, strictness) == (THREE.points, Strictness.NORMAL)
    assert reviews(collection) == []


def test_a_bare_statement_and_a_card_asked_backwards(collection: Collection) -> None:
    """A statement is asked by its deck's title; backwards, the prompt is the one point."""
    statement = a_card(3, ["Otters hold hands"], prompt=None)
    both = a_card(4, 2, tuple(Direction))
    collection.add(a_deck(1, [statement, both], "What do otters do?"))
    signs = mark_by_signs(collection)
    collection.look(statement.id, FORWARD, answer="x 1+")
    question = signs.asked[-1][0]
    assert (question.prompt, question.title) == (None, "What do otters do?")
    look = collection.look(both.id, Direction.BACKWARD, answer="x 1+")
    question = signs.asked[-1][0]
    assert question.prompt == both.back
    assert [point.text for point in question.points] == [both.prompt]
    assert look.proposed is GOOD


def test_what_was_proposed_and_of_which_words_is_kept(collection: Collection, signs: Signs) -> None:
    review = answered(collection, "up 1+ so 2! or 3?", [1, 3])
    assert review.rating is HARD
    kept = [(one.rating, one.proposed, one.wording) for one in review.outcomes]
    assert [one[2] for one in kept] == ["up", "so", "or"]
    assert [one[0] for one in kept] == [HARD, AGAIN, HARD]
    check(collection)


def test_a_correction_is_learnt_from_and_an_undo_takes_it_back(
    collection: Collection, signs: Signs
) -> None:
    text = "The kettle sang. Then out 2+."
    assert answered(collection, text, [1]).outcomes[:2] == (
        Outcome(THREE.points[0].id, GOOD, MISSING, "The kettle sang."),
        Outcome(THREE.points[1].id, AGAIN, COVERED, "out"),
    )
    sitting = collection.mark(on_three(collection).reveal("the kettle sang.", collection.now()))
    assert sitting.ticked == {THREE.points[0].id}
    question = signs.asked[-1][0]
    assert question.points[0].accepted == ("The kettle sang.",)
    assert question.points[1].refused == ("out",)
    collection.undo()
    sitting = collection.mark(on_three(collection).reveal("the kettle sang.", collection.now()))
    assert sitting.ticked == frozenset()
    assert signs.asked[-1][0].points == THREE.points


def test_the_last_word_on_a_wording_holds(
    collection: Collection, signs: Signs, clock: Clock
) -> None:
    answered(collection, "It went up.", [1])
    clock.pass_by(minutes=1)
    assert answered(collection, "It went up.", []).outcomes[0].proposed is COVERED
    points = collection._taught(THREE.points)
    assert (points[0].accepted, points[0].refused) == ((), ("It went up.",))


def test_a_learners_word_goes_before_the_cards_own(collection: Collection, signs: Signs) -> None:
    own = replace(THREE.points[0], accepted=("it climbed",), refused=("it sank",))
    collection.change(replace(THREE, points=(own, *THREE.points[1:])))
    answered(collection, "It climbed", [])
    answered(collection, "it sank", [1])
    points = collection._taught((own,))
    assert (points[0].accepted, points[0].refused) == (("it sank",), ("It climbed",))


def test_the_text_of_a_point_is_never_refused(collection: Collection, signs: Signs) -> None:
    """Who wrote exactly that, and rated it Again, has not said that it is wrong."""
    own = PointId(ONE.points[0].id)
    sitting = collection.put(Sitting(collection.queue()), ONE.id, FORWARD)
    collection.save(collection.mark(sitting.reveal("steam 1+", collection.now())), AGAIN)
    assert reviews(collection)[-1].outcomes == (Outcome(own, AGAIN, COVERED, "steam"),)
    assert collection._taught(ONE.points) == ONE.points


@pytest.mark.parametrize(
    ("typed", "proposed", "is_open"),
    [
        ("x 1+", GOOD, False),
        ("x 1!", AGAIN, False),
        ("nothing", AGAIN, False),
        ("x 1?", None, True),
    ],
)
def test_a_single_point_is_proposed_as_it_was_marked(
    collection: Collection, signs: Signs, typed: str, proposed: Rating | None, is_open: bool
) -> None:
    look = collection.look(ONE.id, FORWARD, answer=typed)
    assert look.proposed is proposed
    assert look.marks
    assert bool(look.marks.open) is is_open
    settled = collection.look(ONE.id, FORWARD, [ONE.points[0].id], typed, [ONE.points[0].id])
    assert settled.proposed is GOOD


def test_an_answer_that_was_only_thought_is_as_it_always_was(
    collection: Collection, signs: Signs
) -> None:
    sitting = on_three(collection).reveal("  ", collection.now())
    assert collection.mark(sitting) == sitting
    look = collection.look(THREE.id, FORWARD)
    assert (look.said, look.marks, look.proposed, look.problem) == (None, None, GOOD, None)
    assert signs.asked == []


def test_where_marking_cannot_be_loaded_the_learner_marks(collection: Collection) -> None:
    collection.add(a_deck(1, [THREE]))
    Broken(collection)
    sitting = on_three(collection).reveal("up 1+", collection.now())
    with pytest.raises(NotMarked, match=r"\(ImportError\).*say yourself"):
        collection.mark(sitting)
    look = collection.look(THREE.id, FORWARD, answer="up 1+")
    assert (look.said, look.marks, look.proposed) == (None, None, GOOD)
    assert look.problem
    assert "could not be marked" in look.problem
    collection.save(sitting.toggle(1, collection.now()).weigh(collection.now()), AGAIN)
    assert reviews(collection)[0].outcomes[0].proposed is None


def test_what_marks_is_loaded_beside_other_work_once(collection: Collection) -> None:
    collection.add(a_deck(1, [ONE]))
    loaded: list[str] = []
    begin = Event()

    def load() -> Signs:
        begin.wait(10)
        loaded.append(current_thread().name)
        return Signs()

    collection.marker = KeptMarker(load)
    for _ in range(3):
        collection.marker.warm()
    assert loaded == []
    begin.set()
    assert collection.look(ONE.id, FORWARD, answer="x 1+").marks
    assert loaded == ["learnt marker"]


def test_a_failure_while_it_is_loaded_is_told_with_the_answer(collection: Collection) -> None:
    collection.add(a_deck(1, [ONE]))
    Broken(collection)
    collection.marker.warm()
    assert collection.look(ONE.id, FORWARD, answer="x 1+").problem


def test_strictness_is_a_choice_of_the_learners(collection: Collection, signs: Signs) -> None:
    collection.set(Settings("Europe/Athens", marking="strict"))
    collection.look(ONE.id, FORWARD, answer="x")
    collection.set(Settings("Europe/Athens", marking="lenient"))
    collection.look(ONE.id, FORWARD, answer="x")
    assert [one[2] for one in signs.asked] == [Strictness.STRICT, Strictness.LENIENT]
    with pytest.raises(ValueError, match="no way of marking"):
        Settings(marking="harsh")


def test_a_page_that_was_marked_is_marked_once(collection: Collection, signs: Signs) -> None:
    for _ in range(3):
        collection.look(THREE.id, FORWARD, answer="up 1+ or 2?")
    give(collection, "up 1+ or 2?", said=[1], unsettled=[2])
    assert len(signs.asked) == 1


def give(
    collection: Collection, text: str, said: list[int], unsettled: list[int], **shown: object
) -> Review:
    """What a page sends that has shown the marks."""
    sitting = on_three(collection)
    assert sitting.event
    ids = [point.id for point in THREE.points]
    marks = collection.look(THREE.id, FORWARD, answer=text).marks
    assert marks
    given = Given(
        event=sitting.event,
        card=THREE.id,
        direction=FORWARD,
        asked=collection.now(),
        rating=HARD,
        shown=tuple(ids),
        said=frozenset(ids[number - 1] for number in said),
        answer=text,
        proposed={one.point: one.kind for one in marks.verdicts} | shown,  # type: ignore[arg-type] # another kind, in one test
        unsettled=frozenset(ids[number - 1] for number in unsettled),
    )
    collection.give(sitting, given)
    return reviews(collection)[-1]


def test_a_question_that_was_not_answered_teaches_nothing(
    collection: Collection, signs: Signs
) -> None:
    review = give(collection, "up 1+ or 2? then 3?", said=[1, 3], unsettled=[2])
    assert [(one.proposed, one.wording) for one in review.outcomes] == [
        (COVERED, "up"),
        (UNSURE, None),
        (UNSURE, "then"),
    ]
    with collection.store.reading() as transaction:
        taught = transaction.journal.wordings(collection.learner.id, [p.id for p in THREE.points])
    assert list(taught) == [THREE.points[2].id]


def test_only_what_the_page_has_shown_is_kept(collection: Collection, signs: Signs) -> None:
    """It was made before a restart, say, and marking has learnt since."""
    review = give(collection, "up 1+", [1], [], **{THREE.points[0].id: UNSURE})
    assert [one.proposed for one in review.outcomes] == [None, MISSING, MISSING]


# ask, propose, answer


def test_propose_saves_nothing_and_answer_keeps_what_was_proposed(
    collection: Collection, signs: Signs
) -> None:
    exercise = collection.ask()
    assert exercise
    assert exercise.card.id == THREE.id
    kinds = [one.kind for one in collection.propose("up 1+ or 2?")]
    assert kinds == [COVERED, UNSURE, MISSING]
    assert reviews(collection) == []
    collection.answer([1, 2], text="up 1+ or 2?")
    (review,) = reviews(collection)
    assert [one.proposed for one in review.outcomes] == kinds
    assert [one.wording for one in review.outcomes] == ["up", "or", None]
    assert review.rating is HARD


def test_no_typed_answer_is_rated_without_a_word_of_the_learners(
    collection: Collection, signs: Signs
) -> None:
    collection.ask()
    for text in ("up 1+ so 2+ and 3+", "nothing"):
        with pytest.raises(UsageError, match="last word"):
            collection.answer(text=text)
    collection.propose("up 1+ so 2+ and 3+")
    with pytest.raises(UsageError, match="last word"):
        collection.answer(text="up 1+ so 2+ and 3+")
    assert reviews(collection) == []
    collection.answer(rating=EASY, text="another text")
    assert [one.proposed for one in reviews(collection)[0].outcomes] == [None] * 3


def test_opening_and_thinking_load_no_marker(tmp_path: Path) -> None:
    code = (
        "import sys; from learnt import Collection\n"
        "with Collection.open(sys.argv[1]) as one:\n"
        "    one.ask(); one.look\n"
        "assert not {'learnt.weights.marking', 'learnt.marking', 'rapidfuzz'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)
