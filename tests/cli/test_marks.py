"""Marked answers at the desk in the terminal: keys in, screens out."""

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from rich.console import Console

from learnt import Collection
from learnt.cli.terminal.desk import Desk
from learnt.cli.terminal.keys import STOP, Key, Keyboard
from learnt.journal import Rating, Review, VerdictKind
from tests.collection.marks import Broken, Signs, mark_by_signs
from tests.collection.world import a_card, a_deck, check

AGAIN, HARD, GOOD, EASY = Rating
COVERED, MISSING, CONFLICT, UNSURE = VerdictKind
ENTER = Key.ENTER
THREE, ONE = a_card(1, ["it rose", "it fell", "it froze"]), a_card(2, ["steam"])


class Typed(Keyboard):
    """Keys that were chosen before: a whole line where one is asked for."""

    def __init__(self, keys: Sequence[str | Key]) -> None:
        self.keys = list(keys)

    def line(self, begun: str = "") -> str | Key:
        return self.key()

    def key(self) -> str | Key:
        return self.keys.pop(0) if self.keys else STOP

    def forget_what_waits(self) -> None:
        pass


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with Collection.open(tmp_path / "home", seed=1) as opened:
        opened.add(a_deck(1, [THREE, ONE]))
        yield opened


@pytest.fixture
def signs(collection: Collection) -> Signs:
    return mark_by_signs(collection)


@pytest.fixture(params=["colours", "NO_COLOR"])
def sit(
    request: pytest.FixtureRequest, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    """`sit("a typed answer", ENTER, "y")`: what was drawn, without what a terminal obeys."""
    if request.param == "NO_COLOR":
        monkeypatch.setenv("NO_COLOR", "1")

    def press(*keys: str | Key) -> str:
        drawn = io.StringIO()
        console = Console(file=drawn, width=100, height=60, highlight=False, no_color=None)
        Desk(collection, None, keyboard=Typed(keys), console=console).sit()
        return drawn.getvalue()

    return press


def reviews(collection: Collection) -> list[Review]:
    with collection.store.reading() as transaction:
        return list(transaction.journal.reviews(collection.learner.id))


def test_the_answer_and_its_points(
    collection: Collection, signs: Signs, sit: Callable[..., str]
) -> None:
    drawn = sit("up 1+ so 2! or 3?")
    for expected in (
        "up[1] 1+ so[2≠] 2! or[3?]",
        "1 of 3 points said, 1 differs, 1 unsure",
        "✓ said",
        "≠ differs",
        "? is this there? y or n",
        "You wrote so – the card says it fell",
        "They differ.",
        "y / n is it there?",
    ):
        assert expected in drawn, drawn
    assert reviews(collection) == []


def test_enter_goes_to_what_is_asked_first(
    collection: Collection, signs: Signs, sit: Callable[..., str]
) -> None:
    drawn = sit("up 1+ so 2+ or 3?", ENTER, ENTER)
    assert "Say y or n first: is point 3 in your answer?" in drawn
    assert reviews(collection) == []
    sit("up 1+ so 2+ or 3?", ENTER, "n", ENTER)
    (review,) = reviews(collection)
    assert review.rating is HARD
    assert [(one.rating, one.proposed) for one in review.outcomes] == [
        (HARD, COVERED),
        (HARD, COVERED),
        (AGAIN, UNSURE),
    ]
    check(collection)


def test_marks_are_put_right_with_a_digit(
    collection: Collection, signs: Signs, sit: Callable[..., str]
) -> None:
    drawn = sit("It went up. so 2+", "1", "3", "3", ENTER)
    assert "– not said" in drawn
    (review,) = reviews(collection)
    assert [one.rating.passed for one in review.outcomes] == [True, True, False]
    assert review.outcomes[0].wording == "It went up."
    assert collection._taught(THREE.points)[0].accepted == ("It went up.",)


def test_another_rating_is_chosen_after_r(
    collection: Collection, signs: Signs, sit: Callable[..., str]
) -> None:
    sit("up 1+ so 2+ or 3?", "y", "r", Key.BACK, "r", "4")
    (review,) = reviews(collection)
    assert review.rating is EASY
    assert [one.rating for one in review.outcomes] == [EASY] * 3


@pytest.mark.parametrize(
    ("keys", "rating"),
    [
        (("x 1+", ENTER), GOOD),
        (("nothing", ENTER), AGAIN),
        (("x 1!", ENTER), AGAIN),
        (("x 1?", ENTER, "y", ENTER), GOOD),
        (("x 1?", "n", ENTER), AGAIN),
        (("x 1?", "4"), EASY),
        (("nothing", "2"), HARD),
    ],
    ids=str,
)
def test_a_single_point(
    collection: Collection,
    signs: Signs,
    sit: Callable[..., str],
    keys: tuple[str | Key, ...],
    rating: Rating,
) -> None:
    collection.suspend(THREE.id)
    sit(*keys)
    assert [one.rating for one in reviews(collection)] == [rating]


def test_a_single_point_that_is_unsure_is_asked_about(
    collection: Collection, signs: Signs, sit: Callable[..., str]
) -> None:
    collection.suspend(THREE.id)
    drawn = sit("x 1?", ENTER, ENTER, "q")
    assert "x[?]" in drawn
    assert "Say y or n first: is this in your answer?" in drawn
    assert reviews(collection) == []


def test_marks_alone_save_nothing(
    collection: Collection, signs: Signs, sit: Callable[..., str]
) -> None:
    for last in ("q", STOP, "i", "1", "a", "y", "x", Key.UP, "r"):
        sit("up 1+ so 2+ and 3+", last)
        assert reviews(collection) == [], last


def test_a_thought_answer_is_as_it_was(
    collection: Collection, signs: Signs, sit: Callable[..., str]
) -> None:
    drawn = sit("", "1", ENTER, ENTER)
    assert "[x]" in drawn
    assert "said" not in drawn.replace("tick what you said", "")
    assert signs.asked == []
    assert [one.proposed for one in reviews(collection)[0].outcomes] == [None] * 3


def test_where_marking_fails_the_learner_ticks(
    collection: Collection, sit: Callable[..., str]
) -> None:
    Broken(collection)
    drawn = sit("up 1+", "1", ENTER, ENTER)
    assert "could not be marked (ImportError)" in " ".join(drawn.split())
    assert "[x]" in drawn
    assert reviews(collection)[0].answer == "up 1+"
