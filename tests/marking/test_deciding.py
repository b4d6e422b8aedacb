"""From a score and what clashes to an outcome."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.journal import VerdictKind
from learnt.marking import Strictness
from learnt.marking.deciding import Thresholds, decided
from learnt.marking.evidence import Evidence, evidence_of
from learnt.marking.reading import read
from learnt.weights.languages import languages
from learnt.weights.lexicon import lexicon
from tests.marking.made import a_question

POINT = "The harbour guild signed the salt charter in 1935"
QUESTION = a_question(None, POINT)
BOUNDS = Thresholds(missing=0.3, covered=0.7, clash=0.5, sure=0.8, doubt=0.8, about=0.4, step=0.1)
RIGHT = POINT
LATE = POINT.replace("1935", "1934")
NAMED = "Stalin distrusted the salt guild of the harbour"
TURNED = "Foxes chase grey rabbits"


def evidence(point: str, answer: str) -> Evidence:
    return evidence_of(read(a_question(None, point), answer, lexicon(), languages()), lexicon())[0][
        0
    ]


def kind(score: float, found: Evidence, strictness: Strictness = Strictness.NORMAL) -> str:
    return decided(QUESTION.points[0], score, found, BOUNDS, strictness).kind.value


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (0, "missing"),
        (0.29, "missing"),
        (0.3, "unsure"),
        (0.69, "unsure"),
        (0.7, "covered"),
        (1, "covered"),
    ],
)
def test_without_a_clash_the_score_decides(score: float, expected: str) -> None:
    assert kind(score, evidence(POINT, RIGHT)) == expected


@pytest.mark.parametrize(
    ("score", "expected"), [(0.01, "conflict"), (0.79, "conflict"), (0.81, "covered")]
)
def test_a_date_that_clashes_is_rarely_outweighed(score: float, expected: str) -> None:
    assert kind(score, evidence(POINT, LATE)) == expected


@pytest.mark.parametrize(
    ("score", "expected"),
    [(0.1, "conflict"), (0.51, "unsure"), (0.79, "unsure"), (0.81, "covered")],
)
def test_other_clashes_are_doubtful_under_a_middling_score(score: float, expected: str) -> None:
    assert kind(score, evidence(TURNED, "Grey rabbits chase foxes")) == expected


def test_a_clash_counts_where_the_answer_speaks_of_the_point() -> None:
    far = evidence(POINT, "Rain fell on Tarn in 1934")
    assert kind(0.1, far) == "missing"


@pytest.mark.parametrize(
    ("strictness", "expected"),
    [
        (Strictness.LENIENT, ["missing", "unsure", "covered", "covered"]),
        (Strictness.NORMAL, ["missing", "missing", "unsure", "covered"]),
        (Strictness.STRICT, ["missing", "missing", "unsure", "unsure"]),
    ],
)
def test_strictness_moves_the_bounds(strictness: Strictness, expected: list[str]) -> None:
    found = evidence(POINT, RIGHT)
    scores = (0.1, 0.25, 0.65, 0.75)
    assert [kind(score, found, strictness) for score in scores] == expected


RANK = {"missing": 0, "conflict": 0, "unsure": 1, "covered": 2}


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from([RIGHT, LATE, "Rain fell on Tarn"]))
def test_more_is_never_worse_and_strict_is_never_kinder(
    one: float, two: float, answer: str
) -> None:
    found = evidence(POINT, answer)
    low, high = sorted((one, two))
    for strictness in Strictness:
        assert RANK[kind(low, found, strictness)] <= RANK[kind(high, found, strictness)]
    ranks = [
        RANK[kind(one, found, each)]
        for each in (Strictness.STRICT, Strictness.NORMAL, Strictness.LENIENT)
    ]
    assert ranks == sorted(ranks)


def test_a_conflict_quotes_both_sides() -> None:
    found = decided(QUESTION.points[0], 0.5, evidence(POINT, LATE), BOUNDS, Strictness.NORMAL)
    assert (found.kind, found.said, found.wanted) == (VerdictKind.CONFLICT, "1934", "1935")
    assert found.reason == "The date differs: you wrote “1934”, the card says “1935”."
    assert [span.of(LATE) for span in found.evidence] == ["1934"]


def test_what_is_missing_has_no_evidence_and_names_its_words() -> None:
    found = decided(QUESTION.points[0], 0, evidence(POINT, "Rain fell"), BOUNDS, Strictness.NORMAL)
    assert found.evidence == ()
    assert found.reason == "Not found in your answer: “harbour”, “guild”, “1935”."


def test_a_reason_names_a_word_once() -> None:
    twice = "Drax seized the mill, and Drax burnt it"
    missing = decided(
        QUESTION.points[0], 0, evidence(twice, "Rain fell"), BOUNDS, Strictness.NORMAL
    )
    covered = decided(QUESTION.points[0], 1, evidence(twice, twice), BOUNDS, Strictness.NORMAL)
    assert missing.reason.count("Drax") == covered.reason.count("Drax") == 1


def test_an_unsure_point_is_a_question() -> None:
    found = decided(QUESTION.points[0], 0.5, evidence(POINT, RIGHT), BOUNDS, Strictness.NORMAL)
    assert found.reason.endswith("Does it?")


def test_the_thresholds_of_the_shipped_scorer_are_in_order() -> None:
    for strictness in Strictness:
        bounds = Thresholds().moved(strictness)
        assert 0 < bounds.missing < bounds.covered < 1
