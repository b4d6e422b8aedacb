"""Facts that the learner says are one: told once on their card, with what both of them say."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.facts import Action, Correction, Fact, FactKind, TextFacts, sleeping
from learnt.facts.correcting import phrase_of
from learnt.facts.same import ends
from learnt.ids import CardId, PointId
from tests.facts.made import card_id, dates, events, facts_of, names, point_id, read, say

CHANGE, ADD, REJECT, MERGE = Action.CHANGE, Action.ADD, Action.REJECT, Action.MERGE
DATE, NAME, EVENT = FactKind.DATE, FactKind.NAME, FactKind.EVENT
FIRST = (
    "The Zorbian pact was negotiated by France in December 1934, so over 100 ships sailed "
    "because Spain was weak."
)
SECOND = (
    "Italy signed the pact of Zorb in May 1935 if Spain agreed, and again in spring 1935, "
    "and 100 ships sailed because Spain was so weak."
)
TEXTS = (FIRST, SECOND)
MERGED = {
    DATE: ("spring 1935", "May 1935"),
    FactKind.QUANTITY: ("100 ships", "over 100 ships"),
    EVENT: ("signed", "negotiated"),
    FactKind.AGREEMENT: ("pact of Zorb", "Zorbian pact"),
    FactKind.CAUSE: (SECOND, FIRST),
}
"""By kind: the phrase of what is merged, on the second point, and of what stays."""


def same(
    kind: FactKind, quote: str, into: str, *, at: int = 1, to: int | None = 0, start: int = 0
) -> Correction:
    place = "" if to is None else point_id(0, to)
    return say(MERGE, kind, quote, into=into, into_point=place, into_start=str(start), point=at)


def heard(*said: Correction, texts: tuple[str, ...] = TEXTS) -> tuple[TextFacts, ...]:
    return read((None, *texts), said=said)[0].texts


def at(facts: TextFacts, kind: FactKind, quote: str) -> list[Any]:
    return [fact for fact in facts.of(kind) if phrase_of(fact).of(facts.text) == quote]


def one_of(kind: FactKind) -> Correction:
    quote, into = MERGED[kind]
    return same(kind, quote, into, to=1 if kind is DATE else 0)


@pytest.mark.parametrize("kind", MERGED)
def test_of_two_facts_that_are_one_the_other_stays(kind: FactKind) -> None:
    quote, into = MERGED[kind]
    stays = 1 if kind is DATE else 0
    before, after = heard(), heard(one_of(kind))
    assert len(at(before[1], kind, quote)) == len(at(before[stays], kind, into)) == 1
    assert at(after[1], kind, quote) == []
    assert len(at(after[stays], kind, into)) == 1
    told = [len(text.of(kind)) for text in before]
    told[1] -= 1
    assert [len(text.of(kind)) for text in after] == told


def test_an_event_takes_what_it_lacks() -> None:
    (event,) = at(heard(one_of(EVENT))[0], EVENT, "negotiated")
    assert (event.verb, event.actors, event.edtf) == ("negotiate", ("France", "Italy"), "1934-12")
    assert event.condition == "if Spain agreed"


def test_an_event_takes_a_date_from_another_text_but_not_its_place_there() -> None:
    texts = ("Italy attacked.", "It had invaded in 1936.")
    first, second = heard(same(EVENT, "invaded", "attacked"), texts=texts)
    assert [(one.edtf, one.date) for one in first.events] == [("1936", None)]
    assert second.events == ()


def test_an_agreement_takes_what_it_lacks() -> None:
    (pact,) = at(heard(one_of(FactKind.AGREEMENT))[0], FactKind.AGREEMENT, "Zorbian pact")
    assert (pact.negotiated, pact.signed) == ("1934-12", "1935-05")
    assert {"France", "Italy"} <= set(pact.parties)
    assert pact.condition == "if Spain agreed"


def test_a_quantity_takes_a_unit() -> None:
    texts = ("There were 100 of them.", "It was 100 ships.")
    said = (
        say(ADD, FactKind.QUANTITY, "100 of them", value="100"),
        same(FactKind.QUANTITY, "100 ships", "100 of them"),
    )
    (one,) = heard(*said, texts=texts)[0].quantities
    assert (one.value, one.unit) == (100.0, "ships")


def test_what_is_told_with_a_date_follows_it() -> None:
    text = "France signed in May 1935, and Italy joined in 1936."
    joined = same(DATE, "1936", "May 1935", at=0)
    (facts,) = heard(joined, texts=(text,))
    assert ("join", ("Italy",), "1935-05") in events(facts)
    assert dates(facts) == [("May 1935", "1935-05")]
    places = {date.span for date in facts.dates}
    assert {one.date for one in facts.events if one.date} <= places
    apart = heard(same(DATE, "1936", "1935"), texts=("War came in 1935.", "Italy joined in 1936."))
    assert events(apart[1]) == [("join", ("Italy",), "1935")]
    assert apart[1].dates == ()
    assert apart[1].events[0].date is None


def test_a_date_may_be_the_same_as_one_that_comes_later() -> None:
    texts = ("Italy joined in 1936.", "War came in 1935.")
    first, second = heard(same(DATE, "1936", "1935", at=0, to=1), texts=texts)
    assert events(first) == [("join", ("Italy",), "1935")]
    assert dates(second) == [("1935", "1935")]


def test_the_prompt_is_a_text_like_others() -> None:
    said = [say(MERGE, DATE, "1936", into="1935", into_point="", into_start="0")]
    (card,) = read(("What happened in 1935?", "Italy fought in 1936."), said=said)
    assert [dates(text) for text in card.texts] == [[("1935", "1935")], []]
    assert events(card.texts[1]) == [("fight", ("Italy",), "1935")]


def test_what_the_learner_said_of_the_one_that_stays_holds() -> None:
    change = say(CHANGE, EVENT, "negotiated", actors="Spain", condition="")
    for said in ((change, one_of(EVENT)), (one_of(EVENT), change)):
        (event,) = at(heard(*said)[0], EVENT, "negotiated")
        assert (event.actors, event.condition) == (("Spain",), None)


def test_what_was_said_of_the_one_that_goes_is_taken_along() -> None:
    change = say(CHANGE, EVENT, "signed", point=1, place="Zorb")
    (event,) = at(heard(change, one_of(EVENT))[0], EVENT, "negotiated")
    assert event.place == "Zorb"


@pytest.mark.parametrize("kind", MERGED)
def test_two_that_are_one_and_no_fact_are_both_none(kind: FactKind) -> None:
    _, into = MERGED[kind]
    stays = 1 if kind is DATE else 0
    facts = heard(one_of(kind), say(REJECT, kind, into, point=stays))
    assert at(facts[1], kind, MERGED[kind][0]) == at(facts[stays], kind, into) == []


def test_three_that_are_one() -> None:
    texts = ("Italy attacked.", "It had invaded in 1936.", "It struck in Zorb.")
    said = (same(EVENT, "struck", "invaded", at=2, to=1), same(EVENT, "invaded", "attacked"))
    for both in (said, said[::-1]):
        facts = heard(*both, texts=texts)
        assert [len(text.events) for text in facts] == [1, 0, 0]
        assert facts[0].events[0].edtf == "1936"


def test_of_two_that_are_each_the_other_the_last_word_counts() -> None:
    texts = ("It was in 1936.", "It was in 1935.")
    there, back = same(DATE, "1936", "1935", at=0, to=1), same(DATE, "1935", "1936")
    assert [dates(one) for one in heard(there, back, texts=texts)] == [[("1936", "1936")], []]
    assert [dates(one) for one in heard(back, there, texts=texts)] == [[], [("1935", "1935")]]


def test_equal_words_are_told_apart_by_their_place() -> None:
    text = "Signed in 1935, broken in 1935."
    (facts,) = heard(same(DATE, "1935", "1935", at=0, start=len(text)), texts=(text,))
    assert [date.span.start for date in facts.dates] == [text.rindex("1935")]
    (facts,) = heard(same(DATE, "1935", "1935", at=0), texts=(text,))
    assert len(facts.dates) == 2, "a fact is the same as itself anyway"


def by_place(texts: tuple[str, ...]) -> dict[tuple[CardId, PointId | None], str]:
    return {(card_id(0), point_id(0, place)): text for place, text in enumerate(texts)}


def test_it_outlives_edits_and_sleeps_while_one_of_the_two_is_gone() -> None:
    said = (same(DATE, "1936", "1935"),)
    long = ("In the end war came, as all know, in 1935.", "Then, at last, Italy joined in 1936.")
    assert heard(*said, texts=long)[1].dates == ()
    assert sleeping(said, by_place(long)) == ()
    for gone in (("War came.", long[1]), (long[0], "Italy joined.")):
        assert sleeping(said, by_place(gone)) == said
        assert heard(*said, texts=gone) == heard(texts=gone)


def test_names_are_one_also_where_both_stand_in_a_text() -> None:
    text = "Zorbia attacked Spain, and the Zorb Union fled."
    said = [
        say(ADD, NAME, "Zorbia", name="Zorbia", kind="state"),
        say(ADD, NAME, "Zorb Union", name="Zorb Union", kind="state"),
        say(MERGE, NAME, "Zorbia", name="Zorbia", into="Zorb Union"),
    ]
    facts = facts_of(text, said=said)
    assert [name for _, _, name in names(facts)] == ["Zorb Union", "Spain", "Zorb Union"]
    assert events(facts)[0] == ("attack", ("Zorb Union", "Spain"), None)


def test_a_name_that_is_the_same_as_one_that_is_the_same_as_a_third() -> None:
    said = [
        say(MERGE, NAME, "France", name="France", into="Gaul"),
        say(MERGE, NAME, "France", card=1, name="Gaul", into="Francia"),
    ]
    cards = read((None, "France fell."), (None, "France rose."), said=said)
    assert [names(card.texts[0])[0][2] for card in cards] == ["Francia", "Francia"]


def test_a_person_may_be_called_by_the_shorter_name() -> None:
    said = [say(MERGE, NAME, "Ivo Tarn", name="Ivo Tarn", into="Tarn")]
    cards = read((None, "Mr Ivo Tarn left."), (None, "Then Tarn left."), said=said)
    assert {name for card in cards for _, _, name in names(card.texts[0])} == {"Tarn"}


PAIRS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=8)


@given(PAIRS)
def test_what_stands_for_another_ends_at_what_stands_for_itself(
    pairs: list[tuple[str, str]],
) -> None:
    found = ends(pairs)
    assert not set(found) & set(found.values())
    if pairs and pairs[-1][0] != pairs[-1][1]:
        assert found[pairs[-1][0]] == found.get(pairs[-1][1], pairs[-1][1])


def test_every_fact_is_found_by_its_kind() -> None:
    facts = heard()[0]
    assert facts.all() == tuple((kind, fact) for kind in FactKind for fact in facts.of(kind))
    one: Fact = facts.dates[0]
    assert facts.having(DATE, [one]) == facts
