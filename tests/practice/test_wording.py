"""Which words of an answer a proposal was about, and the answer cut into pieces to be drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.facts import Span
from learnt.ids import PointId
from learnt.journal import VerdictKind
from learnt.marking import Verdict
from learnt.practice import pieces
from learnt.practice.wording import LONGEST, wording_of

COVERED, MISSING, CONFLICT, UNSURE = VerdictKind
ANSWER = "Steam lifts the lid. The kettle sang; then it was quiet.\n- Nobody came in 1.5 hours"


def span_of(words: str, answer: str = ANSWER) -> Span:
    at = answer.index(words)
    return Span(at, at + len(words))


def test_the_evidence_is_joined_in_the_order_of_the_answer() -> None:
    evidence = [span_of("quiet"), span_of("lifts the lid")]
    for said in (True, False):
        assert wording_of(ANSWER, evidence, [], "a point", said=said) == "lifts the lid quiet"


def test_what_was_neither_found_nor_said_has_no_words() -> None:
    assert wording_of(ANSWER, [], [], "Steam lifts", said=False) is None


@pytest.mark.parametrize(
    ("text", "elsewhere", "words"),
    [
        ("the singing kettle", [], "The kettle sang;"),
        ("It took hours for nobody to come", [], "Nobody came in 1.5 hours"),
        ("The lid of the kettle", ["Steam"], "The kettle sang;"),
        ("silence", ["Steam", "sang", "Nobody"], "then it was quiet."),
        (
            "silence",
            [],
            "Steam lifts the lid. The kettle sang; then it was quiet. - Nobody came in 1.5 hours",
        ),
    ],
)
def test_without_evidence_the_sentence_that_fits_best(
    text: str, elsewhere: list[str], words: str
) -> None:
    spans = [span_of(one) for one in elsewhere]
    assert wording_of(ANSWER, [], spans, text, said=True) == words


def test_an_essay_is_no_wording() -> None:
    long = "word " * LONGEST
    assert wording_of(long, [], [], "silence", said=True) is None
    assert wording_of(long, [Span(0, len(long))], [], "silence", said=True) is None
    assert wording_of("...", [], [], "silence", said=True) == "..."


def test_marks_may_overlap() -> None:
    verdicts = [
        Verdict(PointId("a"), COVERED, 1.0, (Span(0, 5),), ""),
        Verdict(PointId("b"), CONFLICT, 0.0, (Span(3, 8), Span(9, 99)), ""),
        Verdict(PointId("c"), MISSING, 0.0, (), ""),
    ]
    one, two = (1, COVERED), (2, CONFLICT)
    drawn = [(piece.text, piece.marks, piece.ends) for piece in pieces("0123456789", verdicts)]
    assert drawn == [
        ("012", (one,), ()),
        ("34", (one, two), (one,)),
        ("567", (two,), (two,)),
        ("8", (), ()),
        ("9", (two,), (two,)),
    ]


spans = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda ends: Span(*ends))


@given(st.text(max_size=10), st.lists(st.lists(spans, max_size=3), max_size=4))
def test_pieces_are_the_whole_answer_whatever_the_spans(
    answer: str, evidence: list[list[Span]]
) -> None:
    verdicts = [
        Verdict(PointId(str(place)), UNSURE, 0.5, tuple(some), "")
        for place, some in enumerate(evidence)
    ]
    cut = pieces(answer, verdicts)
    assert "".join(piece.text for piece in cut) == answer
    assert all(piece.text for piece in cut)


@given(st.text(max_size=60), st.text(max_size=20), st.lists(spans, max_size=3))
def test_a_wording_is_short_and_on_one_line(answer: str, text: str, elsewhere: list[Span]) -> None:
    words = wording_of(answer, [], elsewhere, text, said=True)
    assert words is None or (0 < len(words) <= LONGEST and words == " ".join(words.split()))
