"""What the learner taught marking, as a fold over the journal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.clock import Instant
from learnt.ids import EventId
from learnt.journal import (
    Event,
    Outcome,
    Rating,
    Review,
    Undo,
    VerdictKind,
    Wordings,
    merge,
    reviews,
    wordings,
    wordings_of,
)
from learnt.journal.wordings import MOST
from tests.journal.strategies import CARDS, ME, POINTS, START, journals, numbered

COVERED, MISSING, CONFLICT, UNSURE = VerdictKind
SAID, NOT_SAID = Rating.GOOD, Rating.AGAIN
POINT = POINTS[0]


def outcome(
    rating: Rating, proposed: VerdictKind | None, wording: str | None = "it rose"
) -> Outcome:
    return Outcome(POINT, rating, proposed, wording)


def review(number: int, *outcomes: Outcome) -> Review:
    return Review(
        EventId(numbered(number)), ME, CARDS[0], Instant(START + number), Rating.GOOD, outcomes
    )


@pytest.mark.parametrize(
    ("rating", "proposed", "taught"),
    [
        (SAID, COVERED, None),
        (SAID, MISSING, "accepted"),
        (SAID, CONFLICT, "accepted"),
        (SAID, UNSURE, "accepted"),
        (Rating.HARD, MISSING, "accepted"),
        (NOT_SAID, COVERED, "refused"),
        (NOT_SAID, UNSURE, "refused"),
        (NOT_SAID, MISSING, None),
        (NOT_SAID, CONFLICT, None),
        (SAID, None, None),
        (NOT_SAID, None, None),
    ],
)
def test_only_what_was_said_otherwise_teaches(
    rating: Rating, proposed: VerdictKind | None, taught: str | None
) -> None:
    expected = {} if taught is None else {POINT: Wordings(**{taught: ("it rose",)})}
    assert wordings([outcome(rating, proposed)]) == expected


def test_without_words_nothing_is_taught() -> None:
    assert wordings([outcome(SAID, MISSING, None), outcome(NOT_SAID, UNSURE, None)]) == {}


def test_the_last_word_on_a_wording_holds_whatever_its_case_and_spacing() -> None:
    said = [
        outcome(SAID, MISSING, "It  Rose"),
        outcome(SAID, MISSING, "up it went"),
        outcome(NOT_SAID, COVERED, "it rose"),
    ]
    assert wordings(said) == {POINT: Wordings(("up it went",), ("it rose",))}
    assert wordings([*said, outcome(SAID, UNSURE, "IT ROSE")]) == {
        POINT: Wordings(("up it went", "IT ROSE"), ())
    }


def test_the_latest_wordings_are_kept() -> None:
    said = [outcome(SAID, MISSING, f"wording {number}") for number in range(MOST + 5)]
    kept = wordings(said)[POINT].accepted
    assert kept == tuple(f"wording {number}" for number in range(5, MOST + 5))


def test_an_undo_takes_a_correction_back() -> None:
    first = review(1, outcome(SAID, MISSING, "it rose"))
    second = review(2, outcome(NOT_SAID, COVERED, "it rose"))
    undo = Undo(EventId(numbered(3)), ME, second.id, Instant(START + 3))
    assert wordings_of([first, second])[POINT].refused == ("it rose",)
    assert wordings_of([undo, second, first])[POINT] == Wordings(("it rose",))


@given(st.data())
def test_devices_merge_to_the_same_corrections(data: st.DataObject) -> None:
    journal: tuple[Event, ...] = data.draw(journals())
    delivered = data.draw(st.permutations([*journal, *journal[::2]]))
    assert wordings_of(delivered) == wordings_of(journal)
    standing = [one for review in reviews(journal) for one in review.outcomes]
    assert wordings_of(journal) == wordings(standing)
    for point, found in wordings_of(merge(journal)).items():
        folded = [{text.casefold() for text in side} for side in (found.accepted, found.refused)]
        assert folded[0].isdisjoint(folded[1]), point
