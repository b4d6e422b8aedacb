"""What the learner says of a fact is heard while the text is read."""

from dataclasses import replace
from typing import Any

import pytest

from learnt.deck import Deck, Point
from learnt.facts import Action, Correction, FactKind, TextFacts, read_facts, sleeping
from learnt.weights.languages import language
from tests.facts.made import card_id, dates, deck_of, events, facts_of, names, point_id, read, say

CHANGE, ADD, REJECT, MERGE = Action.CHANGE, Action.ADD, Action.REJECT, Action.MERGE
TEXT = (
    "Because Spain was weak, France signed the Zorbian pact with Italy in May 1935, "
    "and over 100 ships sailed."
)
QUOTES = {
    FactKind.DATE: "May 1935",
    FactKind.NAME: "France",
    FactKind.QUANTITY: "over 100 ships",
    FactKind.EVENT: "signed",
    FactKind.AGREEMENT: "Zorbian pact",
    FactKind.CAUSE: TEXT,
}
VALUES: dict[FactKind, tuple[dict[str, str], dict[str, Any]]] = {
    FactKind.DATE: ({"edtf": "1935-06"}, {"edtf": "1935-06"}),
    FactKind.NAME: (
        {"name": "Gaul", "kind": "place", "role": "a land"},
        {"name": "Gaul", "kind": "place", "role": "a land"},
    ),
    FactKind.QUANTITY: (
        {"value": "90", "to": "110", "unit": "boats", "comparator": "~"},
        {"value": 90.0, "to": 110.0, "unit": "boats", "comparator": "~"},
    ),
    FactKind.EVENT: (
        {
            "verb": "burn",
            "edtf": "1936",
            "actors": "Spain; Italy",
            "place": "Rome",
            "qualifier": "naval",
            "condition": "if it rained",
            "polarity": "no",
        },
        {
            "verb": "burn",
            "edtf": "1936",
            "actors": ("Spain", "Italy"),
            "place": "Rome",
            "qualifier": "naval",
            "condition": "if it rained",
            "polarity": False,
        },
    ),
    FactKind.AGREEMENT: (
        {
            "name": "Pact of Zorb",
            "parties": "Italy;France",
            "negotiated": "1934",
            "signed": "1936",
            "duration": "ten years",
            "condition": "if both agreed",
            "qualifier": "naval",
        },
        {
            "name": "Pact of Zorb",
            "parties": ("Italy", "France"),
            "negotiated": "1934",
            "signed": "1936",
            "duration": "ten years",
            "condition": "if both agreed",
            "qualifier": "naval",
        },
    ),
    FactKind.CAUSE: ({"cause": "rain", "effect": "mud"}, {"cause": "rain", "effect": "mud"}),
}


def of(facts: TextFacts, kind: FactKind, quote: str) -> list[Any]:
    found = [fact for one, fact in facts.all() if one is kind]
    return [
        one for one in found if (getattr(one, "word", None) or one.span).of(facts.text) == quote
    ]


def heard(*said: Correction) -> TextFacts:
    return facts_of(TEXT, said=said)


def test_every_kind_of_fact_is_read_here() -> None:
    for kind, quote in QUOTES.items():
        assert len(of(facts_of(TEXT), kind, quote)) == 1, kind


@pytest.mark.parametrize("kind", FactKind)
def test_a_fact_is_changed(kind: FactKind) -> None:
    values, expected = VALUES[kind]
    (one,) = of(heard(say(CHANGE, kind, QUOTES[kind], values)), kind, QUOTES[kind])
    assert {name: getattr(one, name) for name in expected} == expected


@pytest.mark.parametrize("kind", FactKind)
def test_what_is_not_named_stays(kind: FactKind) -> None:
    (before,) = of(facts_of(TEXT), kind, QUOTES[kind])
    for name, value in VALUES[kind][0].items():
        (after,) = of(heard(say(CHANGE, kind, QUOTES[kind], {name: value})), kind, QUOTES[kind])
        own = {name} | ({"date"} if name == "edtf" and kind is FactKind.EVENT else set())
        assert replace(after, **{one: getattr(before, one) for one in own}) == before


@pytest.mark.parametrize("kind", FactKind)
def test_a_fact_is_rejected(kind: FactKind) -> None:
    facts = heard(say(REJECT, kind, QUOTES[kind]))
    assert of(facts, kind, QUOTES[kind]) == []
    assert len(facts.all()) < len(facts_of(TEXT).all())


@pytest.mark.parametrize("kind", FactKind)
def test_a_fact_is_added(kind: FactKind) -> None:
    text = "Nothing is told of that day by the river."
    values, expected = VALUES[kind]
    facts = facts_of(text, said=[say(ADD, kind, "that day", values)])
    (one,) = of(facts, kind, "that day")
    assert {name: getattr(one, name) for name in expected} == expected


def test_what_is_added_takes_the_place_of_what_it_touches() -> None:
    facts = heard(say(ADD, FactKind.DATE, "in May 1935", edtf="1936"))
    assert dates(facts) == [("in May 1935", "1936")]


def test_an_empty_value_takes_one_away() -> None:
    event = say(CHANGE, FactKind.EVENT, "signed", edtf="", actors="", condition="")
    (one,) = of(heard(event), FactKind.EVENT, "signed")
    assert (one.edtf, one.actors, one.condition, one.date) == (None, (), None, None)
    assert dates(heard(say(CHANGE, FactKind.DATE, "May 1935", edtf=""))) == []


def test_a_mended_date_is_that_of_what_is_told_with_it() -> None:
    facts = heard(say(CHANGE, FactKind.DATE, "May 1935", edtf="1935-06"))
    assert ("sign", ("France", "Italy"), "1935-06") in events(facts)
    assert [one.signed for one in facts.agreements] == ["1935-06"]


def test_a_date_that_is_none_is_nobodys() -> None:
    facts = heard(say(REJECT, FactKind.DATE, "May 1935"))
    assert {one.edtf for one in facts.events} == {None}
    assert {one.signed for one in facts.agreements} <= {None}


def test_an_added_date_is_that_of_its_verb() -> None:
    text = "The king fled on the ides."
    facts = facts_of(text, said=[say(ADD, FactKind.DATE, "the ides", edtf="-0043-03-15")])
    assert events(facts) == [("flee", (), "-0043-03-15")]


def test_a_mended_name_acts() -> None:
    said = say(CHANGE, FactKind.NAME, "France", name="Gaul", kind="state")
    assert ("sign", ("Gaul", "Italy"), "1935-05") in events(heard(said))
    added = say(ADD, FactKind.NAME, "zorbs", name="Zorbia", kind="state")
    facts = facts_of("In 1936 zorbs attacked Spain.", said=[added])
    assert events(facts) == [("attack", ("Zorbia", "Spain"), "1936")]


def test_a_prompt_is_corrected_and_its_points_follow() -> None:
    said = [say(CHANGE, FactKind.DATE, "1936", point=None, edtf="1937")]
    (card,) = read(("What happened in 1936?", "Italy fought."), said=said)
    assert events(card.texts[1]) == [("fight", ("Italy",), "1937")]


def test_names_that_are_the_same_are_so_all_through_the_deck() -> None:
    said = [say(MERGE, FactKind.NAME, "Zorbia", into="Zorb Union", name="Zorbia")]
    cards = read(
        (None, "Then Zorbia attacked Spain."),
        (None, "In 1936 the land of Zorbia was small."),
        (None, "It was signed by Zorbia in 1938."),
        said=said,
    )
    assert {name for card in cards for _, _, name in names(card.texts[0]) if name != "Spain"} == {
        "Zorb Union"
    }
    assert events(cards[0].texts[0])[0][1][0] == "Zorb Union"


def test_two_facts_of_a_text_that_are_one() -> None:
    text = "Italy attacked. It had invaded in 1936."
    said = [say(MERGE, FactKind.EVENT, "invaded", into="attacked")]
    (one,) = facts_of(text, said=said).events
    assert (one.verb, one.edtf) == ("attack", "1936")


@pytest.mark.parametrize("into", ["nothing here", "", "invaded"])
def test_a_merge_into_nothing_loses_nothing(into: str) -> None:
    text = "Italy attacked. It had invaded in 1936."
    said = [say(MERGE, FactKind.EVENT, "invaded", into=into)]
    assert facts_of(text, said=said).events == facts_of(text).events


@pytest.mark.parametrize("kind", FactKind)
@pytest.mark.parametrize("action", Action)
def test_what_is_said_of_words_that_are_not_there_changes_nothing(
    action: Action, kind: FactKind
) -> None:
    said = say(action, kind, "no such words", VALUES[kind][0], into="France")
    assert heard(said) == facts_of(TEXT)


def with_text(deck: Deck, text: str) -> Deck:
    (card,) = deck.cards
    return replace(deck, cards=(replace(card, points=(Point(card.points[0].id, text),)),))


def test_a_correction_outlives_edits_sleeps_and_wakes() -> None:
    said = (say(CHANGE, FactKind.DATE, "May 1935", start=TEXT.index("May"), edtf="1935-06"),)
    deck = deck_of((None, TEXT))

    def read_with(text: str) -> list[tuple[str, str]]:
        (card,) = read_facts(with_text(deck, text), (language("en"),), said)
        return dates(card.texts[0])

    def asleep(text: str) -> bool:
        return sleeping(said, {(card_id(0), point_id(0, 0)): text}) == said

    edited = "In the end, as all know: " + TEXT.replace("France", "Portugal") + " It was late."
    assert read_with(TEXT) == read_with(TEXT) == [("May 1935", "1935-06")]
    assert read_with(edited) == [("May 1935", "1935-06")]
    assert not asleep(edited)
    gone = TEXT.replace("May 1935", "April 1935")
    assert read_with(gone) == [("April 1935", "1935-04")]
    assert asleep(gone)
    assert read_with(TEXT + " Yes.") == [("May 1935", "1935-06")]


def test_of_two_equal_phrases_the_nearest_is_meant() -> None:
    text = "Signed in 1935, broken in 1935."
    for start, expected in ((0, ["1936", "1935"]), (len(text), ["1935", "1936"])):
        said = [say(CHANGE, FactKind.DATE, "1935", start=start, edtf="1936")]
        assert [edtf for _, edtf in dates(facts_of(text, said=said))] == expected


def test_the_same_words_on_another_card_are_left_alone() -> None:
    said = [say(CHANGE, FactKind.DATE, "1935", card=1, edtf="1936")]
    first, second = read((None, "in 1935"), (None, "in 1935"), said=said)
    assert dates(first.texts[0]) == [("1935", "1935")]
    assert dates(second.texts[0]) == [("1935", "1936")]
