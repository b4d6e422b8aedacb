"""A whole answer, marked point by point.

What a statement scores is learnt anew with every change of the data, so these say near copies and
far nonsense, or let a marker judge whose scores are all the same.
"""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from learnt.deck.tidy import tidy
from learnt.marking import Question, Strictness, Verdict
from learnt.marking.marker import _MOST
from tests.marking.made import a_point, a_question, kinds, mark, scored
from tests.strategies import raw_texts

SAILS = a_question(
    "Why did the harbour of Tarn decline?",
    "The river mouth silted up after the great flood",
    "Steamships needed deeper water than the old quays offered",
    "The railway took the grain trade away in 1871",
)
COPY = (
    "The river mouth silted up after the great flood. Steamships needed deeper water than the old "
    "quays offered. The railway took the grain trade away in 1871."
)
NONSENSE = "My aunt keeps three parrots and a very small piano in her kitchen."


def test_a_copy_of_the_card_is_covered() -> None:
    assert kinds(SAILS, COPY) == ["covered"] * 3
    assert kinds(SAILS, COPY.upper()) == ["covered"] * 3


def test_a_copy_is_covered_whatever_its_score() -> None:
    for one in scored(0.01).mark(SAILS, COPY):
        assert (one.kind.value, one.reason) == ("covered", "These are the card's own words.")
    denied = "It is wrong that the river mouth silted up after the great flood."
    assert scored(0.01).mark(SAILS, denied)[0].kind.value == "missing"


def test_nonsense_earns_nothing() -> None:
    assert kinds(SAILS, NONSENSE) == ["missing"] * 3


@pytest.mark.parametrize("answer", ["", "   ", "\n", "?", "…", "\x00", "\u200b", "🙂"])
def test_an_answer_without_words_is_missing(answer: str) -> None:
    for found in mark(SAILS, answer):
        assert (found.kind.value, found.score, found.evidence) == ("missing", 0.0, ())
        assert found.reason == "Nothing was typed."


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("1871", "1817"), ("1871", "1872"), ("1871", "1971")],
)
def test_a_wrong_year_is_a_conflict_that_says_both(right: str, wrong: str) -> None:
    found = mark(SAILS, f"The railway took the grain trade away in {wrong}")[2]
    if found.kind.value != "covered":  # a score over all doubt would be an error of its own
        assert (found.said, found.wanted) == (wrong, right)
    assert found.kind.value == "conflict"


def test_swapped_roles_are_not_covered() -> None:
    question = a_question("What happened?", "The grain guild sued the tin guild")
    assert kinds(question, "The tin guild sued the grain guild") != ["covered"]
    question = a_question("What happened?", "Germany invaded Poland with two armies")
    assert kinds(question, "Poland invaded Germany with two armies") != ["covered"]


def test_a_denial_is_not_covered() -> None:
    question = a_question("What happened?", "The governor signed the salt charter")
    assert kinds(question, "The governor did not sign the salt charter") != ["covered"]


def test_a_list_of_keywords_earns_no_whole_card() -> None:
    words = "river, mouth, flood, steamships, water, quays, railway, grain, trade"
    assert "covered" not in kinds(SAILS, words)


def test_the_words_of_the_prompt_alone_say_nothing() -> None:
    assert "covered" not in kinds(SAILS, "Why did the harbour of Tarn decline?")


def test_an_accepted_wording_is_covered_whatever_its_score() -> None:
    point = a_point(0, "The river mouth silted up", accepted=["Mud choked the way in."])
    for answer in ("mud choked the way in", "Rain fell. Mud choked the way in."):
        (found,) = scored(0.01).mark(a_question("Why?", point), answer)
        assert (found.kind.value, found.score) == ("covered", 1.0)
        assert found.reason == "These words are accepted for this point."
        assert [one.of(answer).strip(".").lower() for one in found.evidence] == [
            "mud choked the way in"
        ]


def test_a_refused_wording_is_missing_whatever_its_score() -> None:
    point = a_point(0, "The river mouth silted up", refused=["it got full"])
    (found,) = scored(0.99).mark(a_question("Why?", point), "It got full!")
    assert (found.kind.value, found.evidence) == ("missing", ())
    assert found.reason == "You said before that these words do not say it."
    (found,) = scored(0.99).mark(a_question("Why?", point), "It got full of mud")
    assert found.kind.value == "covered"


def test_accepted_goes_before_refused() -> None:
    point = a_point(0, "Mud", accepted=["silt"], refused=["silt"])
    assert scored(0.01).mark(a_question("Why?", point), "silt")[0].kind.value == "covered"


def test_an_accepted_wording_that_is_a_statement_is_scored_too() -> None:
    point = a_point(
        0, "Mud choked it", accepted=["The river mouth silted up after the great flood"]
    )
    question = a_question("Why did it decline?", point)
    assert kinds(question, "the river mouth silted up after that great flood") == ["covered"]


def test_a_bare_statement_and_a_title() -> None:
    question = a_question(None, "The river mouth silted up after the great flood", title="Tarn")
    assert kinds(question, "The river mouth silted up after the great flood") == ["covered"]


def test_evidence_is_told_of_the_answer_as_it_was_typed() -> None:
    typed = f"  \r\n\t{NONSENSE}\r\n\r\n  The railway took the grain trade away in 1817.  "
    found = mark(SAILS, typed)[2]
    assert [one.of(typed) for one in found.evidence] == ["1817"]


def test_the_same_answer_twice() -> None:
    assert mark(SAILS, COPY) == mark(SAILS, COPY)


def test_what_clashes_does_not_hang_on_the_order_of_the_points() -> None:
    """Where a point stands among the others has a say in its score, and in nothing else."""
    answer = "The railway took the grain trade in 1817. Ships needed deeper water, and mud came."
    straight = scored(0.5).mark(SAILS, answer)
    turned = scored(0.5).mark(Question(SAILS.prompt, SAILS.points[::-1]), answer)
    assert [(one.kind, one.reason) for one in turned[::-1]] == [
        (one.kind, one.reason) for one in straight
    ]


def test_short_points_and_statements_on_one_card() -> None:
    question = a_question(
        "Which town, and why?", "Tarn", "The river mouth silted up after the great flood"
    )
    answer = "Tarn. The river mouth silted up after the great flood."
    assert kinds(question, answer) == ["covered", "covered"]


def test_strictness_is_passed_on() -> None:
    marker = scored(0.7)
    question = a_question("Why did it decline?", SAILS.points[0])
    found = [
        marker.mark(question, f"{COPY[:20]} got full.", one)[0].kind.value for one in Strictness
    ]
    assert found == ["covered", "covered", "unsure"]


def test_a_card_of_one_point_may_have_a_scorer_of_its_own() -> None:
    marker = replace(scored(0.1), alone=scored(0.9).scorer)
    (only,) = marker.mark(a_question("Why?", "Ships grew deeper"), "Vessels were bigger then.")
    both = marker.mark(
        a_question("Why?", "Ships grew deeper", "The railway took the grain trade away"),
        "Vessels were big.",
    )
    assert only.score == pytest.approx(0.9)
    assert [one.score for one in both] == pytest.approx([0.1, 0.1])


def test_a_long_answer_may_have_a_marker_of_its_own() -> None:
    marker = replace(scored(0.1), for_long=lambda: scored(0.9))
    asked = a_question("Why?", "Ships grew deeper", "Rails came")
    assert marker.mark(asked, "Vessels. " * 100)[0].score == pytest.approx(0.1)
    assert marker.mark(asked, "Vessels. " * 1000)[0].score == pytest.approx(0.9)
    assert marker.trials(asked, "Vessels. " * 1000, [True, True]) == []


def test_what_is_typed_beyond_all_measure_is_not_read() -> None:
    question = a_question("Why?", a_point(0, "The river mouth silted up", accepted=["mud came"]))
    kinds = [
        scored(0.01).mark(question, "parrot. " * times + "Mud came.")[0].kind.value
        for times in (10, _MOST // 8 + 1)
    ]
    assert kinds == ["covered", "missing"]


TEXTS = st.one_of(
    raw_texts(),
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            [
                "not", "1935", "in", "May", "the", "France", "signed", "because", "3 km", "75 %",
                "Spain", "H2O", "or", ",", ".", "\n", "-", "pact", "with", "never", "was", "by",
            ]
        ),
        max_size=20,
    ).map(" ".join),
)  # fmt: skip


def checked(verdict: Verdict, answer: str) -> None:
    assert 0 <= verdict.score <= 1
    assert verdict.reason
    for span in verdict.evidence:
        assert 0 <= span.start < span.end <= len(answer)
        assert span.of(answer).strip()
    if verdict.kind.value == "conflict":
        assert verdict.said
        assert verdict.wanted


@settings(max_examples=200)
@given(
    st.none() | TEXTS,
    st.none() | TEXTS,
    st.lists(TEXTS.filter(tidy), min_size=1, max_size=4),
    TEXTS,
    st.booleans(),
    st.sampled_from(Strictness),
)
@example(None, None, ["5"], "-", False, Strictness.NORMAL)
@example("", "", ["the"], "the", False, Strictness.STRICT)
@example("?", None, ["H2O", "1/2", "10-20"], "1/2 \x00\r\n-5", True, Strictness.LENIENT)
def test_any_text_can_be_marked(
    prompt: str | None,
    title: str | None,
    points: list[str],
    answer: str,
    ordered: bool,
    strictness: Strictness,
) -> None:
    question = a_question(prompt, *points, title=title, ordered=ordered)
    found = mark(question, answer, strictness)
    assert [one.point for one in found] == [one.id for one in question.points]
    for one in found:
        checked(one, answer)


def test_bounds_are_fitted_to_statements_that_they_decide_alone() -> None:
    text, other = "The mill wheel turned the heavy stones.", "Steam freed the mills from rivers."
    points = (a_point(1, text, accepted=["the wheel did it"]), a_point(2, other))
    asked, by = a_question("Why?", *points), scored(0.4)
    tried = by.trials(asked, "the mill turned its stones. engines came", [True, False])
    assert [(round(one.score, 6), one.said) for one in tried] == [(0.4, True), (0.4, False)]
    known = by.trials(asked, f"the wheel did it. {other}", [True, True])
    assert known == []
    assert by.trials(asked, "", [False, False]) == []
