"""A deck, card by card."""

from dataclasses import replace

import pytest

from learnt.facts import Action, FactKind, read_facts
from learnt.facts.reading import language_of
from learnt.weights.languages import language, languages
from tests.facts.made import DECK, card_id, dates, deck_of, events, point_id, read, say

ENGLISH = ("What happened in 1936?", "The king was sent away in May", "and then he fled")
GERMAN = ("Was geschah 1936?", "Im Mai wurde der König verbannt", "und dann floh er in die Berge")


def test_a_card_is_its_prompt_and_its_points() -> None:
    first, second = read(ENGLISH, (None, "In 1940 it ended."))
    assert (first.card, first.front) == (card_id(0), ENGLISH[0])
    assert [one.point for one in first.texts] == [None, point_id(0, 0), point_id(0, 1)]
    assert [one.text for one in first.texts] == list(ENGLISH)
    assert second.front is None
    assert [one.point for one in second.texts] == [point_id(1, 0)]


def test_a_deck_without_cards_has_no_facts() -> None:
    assert read_facts(deck_of(), languages()) == ()


def test_all_facts_of_a_text_with_their_kinds() -> None:
    (card,) = read(
        (None, "Because Spain fell, over 100 ships left in 1936. They made a pact with Italy.")
    )
    kinds = [kind for kind, _ in card.texts[0].all()]
    assert kinds == sorted(kinds, key=list(FactKind).index)
    assert set(kinds) == set(FactKind)


@pytest.mark.parametrize(
    ("card", "code"), [(ENGLISH, "en"), (GERMAN, "de"), ((None, "1936"), "en")]
)
def test_the_language_is_that_of_the_deck(card: tuple[str, ...], code: str) -> None:
    deck = deck_of(card)
    assert language_of(deck, languages()).code == code
    (read_with_all,) = read_facts(deck, languages())
    (read_with_one,) = read_facts(deck, (language(code),))
    assert read_with_all == read_with_one


def test_a_german_deck_has_german_dates() -> None:
    (card,) = read_facts(deck_of(GERMAN), languages())
    assert [dates(one) for one in card.texts] == [[("1936", "1936")], [("Im Mai", "1936-05")], []]


def test_the_question_of_a_deck_is_its_title() -> None:
    deck = replace(deck_of((None, "He signed it in 1939.")), question="What did Attlee do?")
    (card,) = read_facts(deck, (language("en"),))
    assert events(card.texts[0]) == [("sign", ("Attlee",), "1939")]


def test_the_order_of_cards_changes_no_fact() -> None:
    cards = [
        ENGLISH,
        (None, "Ivo Tarn led the Zorbian League."),
        (None, "then tarn left the zorbian league"),
    ]
    there = read(*cards)
    back = read(*reversed(cards))
    assert [[one.all() for one in card.texts] for card in there] == [
        [one.all() for one in card.texts] for card in reversed(back)
    ]


def test_a_card_alone_reads_as_in_its_deck_where_nothing_is_named() -> None:
    (alone,) = read(ENGLISH)
    among = read(ENGLISH, (None, "In 1940 it rained."))
    assert among[0] == alone


def test_what_links_events_need_not_be_read() -> None:
    deck = deck_of(
        ("Why did Spain fall in 1936?", "Because the king fled, over 100 ships left."),
        (None, "They made a pact with Italy in May 1936, and so the navy mutinied."),
    )
    whole = read_facts(deck, (language("en"),))
    loose = read_facts(deck, (language("en"),), linked=False)
    assert any(one.causes for card in whole for one in card.texts)
    assert any(one.agreements for card in whole for one in card.texts)
    assert [card.texts for card in loose] == [
        tuple(replace(one, causes=(), agreements=()) for one in card.texts) for card in whole
    ]


def test_a_prompt_of_two_cards_is_read_once_unless_it_was_corrected() -> None:
    again = (ENGLISH[0], "The queen stayed")
    first, second = read(ENGLISH, again)
    assert first.texts[0] is second.texts[0]
    assert read(again)[0].texts[0] == second.texts[0]
    wrong = say(Action.REJECT, FactKind.DATE, "1936", point=None, start=17)
    first, second = read(ENGLISH, again, said=[wrong])
    assert (dates(first.texts[0]), dates(second.texts[0])) == ([], [("1936", "1936")])


def test_a_text_without_words() -> None:
    for text in ("?", "…", "()", "\u200b", "👩‍👩‍👧", "—", "0"):
        (card,) = read((text, text))
        assert not any(one.names or one.events for one in card.texts), text


def test_ids_are_handed_through() -> None:
    assert deck_of().id == DECK
