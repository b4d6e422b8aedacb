"""Which words of the learner count, and where their phrase stands now."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.facts import FIELDS, Action, Correction, FactKind, found_again, sleeping, standing
from tests.facts.made import card_id, point_id, say

CHANGE, ADD, REJECT, MERGE = Action.CHANGE, Action.ADD, Action.REJECT, Action.MERGE
DATE, NAME = FactKind.DATE, FactKind.NAME


def actions(said: tuple[Correction, ...]) -> list[tuple[str, dict[str, str]]]:
    return [(one.action.value, dict(one.values)) for one in said]


def test_the_last_word_counts() -> None:
    said = [
        say(CHANGE, DATE, "1934", number=1, edtf="1935"),
        say(CHANGE, DATE, "1934", number=2, edtf="1936"),
    ]
    assert actions(standing(said)) == [("change", {"edtf": "1936"})]
    assert standing(said)[0].id == said[1].id


def test_a_later_change_adds_to_an_earlier_one() -> None:
    said = [
        say(CHANGE, NAME, "Tarn", name="Ivo Tarn", kind="person"),
        say(CHANGE, NAME, "Tarn", role="painter"),
    ]
    assert actions(standing(said)) == [
        ("change", {"name": "Ivo Tarn", "kind": "person", "role": "painter"})
    ]


def test_what_was_added_and_then_changed_is_still_added() -> None:
    said = [say(ADD, DATE, "the day", edtf="1935"), say(CHANGE, DATE, "the day", edtf="1936")]
    assert actions(standing(said)) == [("add", {"edtf": "1936"})]


def test_a_rejection_is_forgotten_by_a_later_change_and_the_other_way_round() -> None:
    change, reject = say(CHANGE, DATE, "1934", edtf="1935"), say(REJECT, DATE, "1934")
    assert standing([change, reject]) == (reject,)
    assert standing([reject, change]) == (change,)


def test_a_merge_stands_beside_the_rest() -> None:
    change, merge = (
        say(CHANGE, NAME, "Tarn", role="painter"),
        say(MERGE, NAME, "Tarn", into="Ivo Tarn"),
    )
    assert standing([change, merge]) == (change, merge)


def test_other_phrases_points_kinds_and_places_are_other_facts() -> None:
    said = (
        say(CHANGE, DATE, "1934", edtf="1935"),
        say(CHANGE, DATE, "1935", edtf="1935"),
        say(CHANGE, DATE, "1934", point=1, edtf="1935"),
        say(CHANGE, DATE, "1934", point=None, edtf="1935"),
        say(CHANGE, DATE, "1934", card=1, edtf="1935"),
        say(CHANGE, DATE, "1934", start=9, edtf="1935"),
        say(CHANGE, FactKind.EVENT, "1934", edtf="1935"),
    )
    assert standing(said) == said


def corrections() -> st.SearchStrategy[Correction]:
    return st.builds(
        say,
        st.sampled_from(Action),
        st.sampled_from(FactKind),
        st.sampled_from(("a", "b")),
        point=st.sampled_from((None, 0)),
        number=st.integers(1, 9),
        **{name: st.sampled_from("xyz") for name in ("edtf", "name", "into")},
    )


@given(st.lists(corrections(), max_size=8), st.lists(corrections(), max_size=8))
def test_it_does_not_matter_whether_the_words_come_at_once(
    first: list[Correction], then: list[Correction]
) -> None:
    once = standing([*first, *then])
    assert standing(once) == once
    assert standing([*standing(first), *then]) == once


def test_a_phrase_is_found_where_it_stands_nearest() -> None:
    text = "1934 or 1934, not 19345 or x1934"
    assert [found_again("1934", start, text) for start in (0, 3, 5, 99)] == [
        found_again("1934", 0, text),
        found_again("1934", 0, text),
        found_again("1934", 8, text),
        found_again("1934", 8, text),
    ]
    span = found_again("1934", 99, text)
    assert span is not None
    assert (span.start, span.end) == (8, 12)


def test_a_phrase_is_not_found_within_a_word_or_where_it_is_gone() -> None:
    assert found_again("art", 0, "the party") is None
    assert found_again("art", 0, "") is None
    assert found_again("", 0, "the party") is None
    assert found_again("(art)", 0, "p(art)y") is not None


@given(
    st.text("ab 1.", min_size=1, max_size=4),
    st.integers(-3, 40),
    st.text("ab 1.", max_size=12),
    st.text("ab 1.", max_size=12),
)
def test_what_is_found_is_the_phrase(quote: str, start: int, before: str, after: str) -> None:
    text = before + quote + after
    span = found_again(quote, start, text)
    if span is not None:
        assert span.of(text) == quote
        assert all(
            abs(span.start - start) <= abs(place - start)
            for place in range(len(text))
            if (other := found_again(quote, place, text)) is not None and other.start == place
        )
    assert found_again(quote, start, f"{before} {quote} {after}") is not None


def test_what_sleeps_is_what_is_in_no_text() -> None:
    said = (
        say(CHANGE, DATE, "May 1935", edtf="1935-06"),
        say(CHANGE, DATE, "May 1936", edtf="1936-06"),
        say(REJECT, DATE, "1904", point=None),
        say(REJECT, DATE, "1904", card=7),
    )
    texts = {(card_id(0), point_id(0, 0)): "in May 1935", (card_id(0), None): "When, in 1904?"}
    assert sleeping(said, texts) == (said[1], said[3])
    assert sleeping(said, {}) == said


def test_every_kind_has_its_fields() -> None:
    assert set(FIELDS) == set(FactKind)
    assert all(FIELDS[kind] for kind in FactKind)
