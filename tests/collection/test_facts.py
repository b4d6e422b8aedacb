"""The facts of decks, what the learner says of them, and what waits for its words."""

from dataclasses import replace
from time import process_time

import pytest

from learnt import Collection
from learnt.collection import Corrected, fact_cache, facts_of, text_with
from learnt.deck import Deck
from learnt.errors import NotFound, UsageError
from learnt.facts import Action, CardFacts, Correction, Date, FactKind
from learnt.ids import CardId
from tests.collection.conftest import OpenCollection
from tests.collection.world import a_card, a_deck, an_id, check, journal

TREATY = a_card(
    1,
    ["It was negotiated in December 1934", "It was signed in May 1935, and again\nin May  1936"],
    prompt="What was agreed between France and the USSR?",
)
ANSCHLUSS = a_card(2, ["March 1938"], prompt="When was the Anschluss?")


@pytest.fixture
def deck(collection: Collection) -> str:
    return collection.add(a_deck(1, [TREATY, ANSCHLUSS], "Foreign policy")).deck


def dates(facts: tuple[CardFacts, ...]) -> list[str]:
    return [date.edtf for card in facts for text in card.texts for date in text.dates]


def say(collection: Collection, quote: str = "May 1935", **more: object) -> Correction:
    asked: dict[str, object] = {
        "card_id": TREATY.id,
        "point": TREATY.points[1].id,
        "kind": FactKind.DATE,
        "action": Action.CHANGE,
        "values": {"edtf": "June 1935"},
    }
    return collection.correct_fact(**asked | {"quote": quote} | more)  # type: ignore[arg-type] # by name


def test_the_facts_of_a_deck(collection: Collection, deck: str) -> None:
    for asked in ("1", "Foreign", deck):
        facts = collection.facts(asked)
        assert [one.card for one in facts] == [TREATY.id, ANSCHLUSS.id]
        assert dates(facts) == ["1934-12", "1935-05", "1936-05", "1938-03"]
    with pytest.raises(NotFound, match="no deck"):
        collection.facts("Chemistry")


def test_the_facts_on_some_cards(collection: Collection, deck: str) -> None:
    assert dates(collection.facts_on(deck, [ANSCHLUSS.id])) == ["1938-03"]
    both = collection.facts_on(deck, [ANSCHLUSS.id, CardId(an_id(7)), TREATY.id])
    assert [one.card for one in both] == [ANSCHLUSS.id, TREATY.id]
    with pytest.raises(NotFound, match="deck"):
        collection.facts_on(an_id(3), [])


def test_the_facts_of_a_page_that_is_not_saved(collection: Collection) -> None:
    reading = collection.read_data(b"The Anschluss\n\nWhen was it?\n- March 1938\n", "page.txt")
    assert dates(facts_of(reading)) == dates(collection.facts_of(reading.deck)) == ["1938-03"]
    assert collection.decks() == ()


def test_a_deck_is_read_once_until_something_changes(
    collection: Collection,
    open_collection: OpenCollection,
    deck: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    times: list[Deck] = []

    def read(read_deck: Deck, said: tuple[Correction, ...]) -> tuple[CardFacts, ...]:
        times.append(read_deck)
        return fact_cache.read_in_our_languages(read_deck, said)

    monkeypatch.setattr(collection._kept_facts, "read", read)
    for _ in range(3):
        collection.facts(deck)
        collection.facts_on(deck, [TREATY.id])
    assert len(times) == 1
    other = open_collection()  # another program
    other.change(replace(ANSCHLUSS, points=(replace(ANSCHLUSS.points[0], text="April 1938"),)))
    assert dates(collection.facts_on(deck, [ANSCHLUSS.id])) == ["1938-04"]
    said = say(other)
    collection.facts(deck)
    assert len(times) == 3
    other.take_back_fact(said.id)
    collection.facts(deck)
    assert len(times) == 4


def test_few_decks_are_kept(collection: Collection) -> None:
    for number in range(1, 8):
        collection.facts(collection.add(a_deck(number, [a_card(number)])).deck)
    assert len(collection._kept_facts._kept) == fact_cache._DECKS


def test_a_correction_is_kept(
    collection: Collection, open_collection: OpenCollection, deck: str
) -> None:
    said = say(collection)
    assert said.values == {"edtf": "1935-06"}
    assert said.start == TREATY.points[1].text.index("May 1935")
    assert open_collection().corrections(deck) == Corrected((said,), ())
    check(collection)


def test_the_phrase_may_be_typed_otherwise(collection: Collection, deck: str) -> None:
    """Small letters, other spaces: what is kept is what stands on the card."""
    assert say(collection, "  may 1936 ").quote == "May  1936"
    assert say(collection, "and again in").quote == "and again\nin"


def test_of_several_phrases_the_nearest_is_meant(collection: Collection, deck: str) -> None:
    text = TREATY.points[1].text
    for start in (0, len(text)):
        found = say(collection, "in", start=start)
        assert found.start == (text.index("in May") if start == 0 else text.rindex("in "))


def test_a_correction_sent_twice_is_kept_once(collection: Collection, deck: str) -> None:
    first = say(collection, correction_id=an_id(77))
    assert say(collection, correction_id=an_id(77), values={"edtf": "nonsense"}) == first
    assert collection.corrections(deck).standing == (first,)
    assert collection.take_back_fact(first.id) is True
    assert collection.take_back_fact(first.id) is False
    assert say(collection, correction_id=an_id(77)) == first
    assert collection.corrections(deck) == Corrected()


@pytest.mark.parametrize(
    ("more", "error", "why"),
    [
        ({"card_id": an_id(99)}, NotFound, "not in the collection"),
        ({"card_id": "nonsense"}, NotFound, "not in the collection"),
        ({"point": an_id(99)}, NotFound, "point is not on the card"),
        ({"point": ANSCHLUSS.points[0].id}, NotFound, "point is not on the card"),
        ({"quote": "May 1939"}, UsageError, "does not stand in this text"),
        ({"quote": "ay 1935"}, UsageError, "does not stand in this text"),
        ({"quote": " "}, UsageError, "No words were named"),
        ({"quote": "May " * 900}, UsageError, "does not stand"),
        ({"point": None}, UsageError, "does not stand in this text"),
        ({"values": {"edtf": "soon"}}, UsageError, "no date that can be kept"),
        ({"values": {}}, UsageError, "Nothing was said"),
        ({"correction_id": "1"}, UsageError, "UUID"),
    ],
)
def test_what_cannot_be_corrected_changes_nothing(
    collection: Collection, deck: str, more: dict[str, object], error: type[Exception], why: str
) -> None:
    with pytest.raises(error, match=why):
        say(collection, **{"quote": "May 1935"} | more)  # type: ignore[arg-type] # by name
    assert collection.corrections(deck) == Corrected()


def test_taking_back_what_was_never_said(collection: Collection) -> None:
    for odd in (an_id(5), "nonsense"):
        with pytest.raises(NotFound, match="no such correction"):
            collection.take_back_fact(odd)


def test_taking_back_undoes_no_answer(collection: Collection, deck: str) -> None:
    collection.ask()
    collection.answer(rating=3)
    said = say(collection)
    before = journal(collection)
    collection.take_back_fact(said.id)
    assert collection.last_event() == before[0]
    assert collection.undo() == before[0]
    check(collection)


def test_a_correction_sleeps_while_its_words_are_gone(collection: Collection, deck: str) -> None:
    said = say(collection)
    other = replace(TREATY.points[1], text="It was signed in spring")
    collection.change(replace(TREATY, points=(TREATY.points[0], other)))
    assert collection.corrections(deck) == Corrected((), (said,))
    moved = replace(other, text="Both sides came to Paris, where it was signed in May 1935")
    collection.change(replace(TREATY, points=(TREATY.points[0], moved)))
    assert collection.corrections(deck) == Corrected((said,), ())
    collection.change(replace(TREATY, points=TREATY.points[:1]))
    assert collection.corrections(deck) == Corrected((), (said,))


def test_corrections_go_with_their_card_and_come_back_with_it(
    collection: Collection, deck: str
) -> None:
    said = say(collection)
    elsewhere = collection.new_deck("Elsewhere")
    collection.move_cards([TREATY.id], elsewhere)
    assert collection.corrections(deck) == Corrected()
    assert collection.corrections(elsewhere).standing == (said,)
    collection.delete_cards([TREATY.id])
    assert collection.corrections(elsewhere) == Corrected()
    collection.bring_back("1")
    assert collection.corrections(elsewhere).standing == (said,)


def test_a_backup_brings_corrections_back(collection: Collection, deck: str) -> None:
    said = say(collection)
    backup = collection.back_up()
    collection.take_back_fact(said.id)
    collection.restore(backup.name)
    assert collection.corrections(deck).standing == (said,)
    check(collection)


def test_which_text_of_a_card_says_a_phrase() -> None:
    card = TREATY
    assert text_with(card, "France") is None
    assert text_with(card, "december 1934") == card.points[0].id
    assert text_with(card, "in May 1936") == card.points[1].id
    with pytest.raises(UsageError, match="does not stand on this card"):
        text_with(card, "Germany")


def test_a_date_is_a_span_of_its_text(collection: Collection, deck: str) -> None:
    for card in collection.facts(deck):
        for text in card.texts:
            for kind, fact in text.all():
                assert isinstance(fact, Date) == (kind is FactKind.DATE)
                assert fact.span.of(text.text).strip()


def test_a_phrase_is_looked_for_in_no_time(collection: Collection) -> None:
    """In a text that has the words a thousand times, small where they were typed as capitals."""
    card = a_card(1, ["the end " * 20_000])
    collection.add(a_deck(1, [card]))
    started = process_time()
    said = collection.correct_fact(
        card.id, card.points[0].id, FactKind.DATE, Action.REJECT, "THE END", start=80_003
    )
    assert (said.quote, said.start) == ("the end", 80_000)
    assert process_time() - started < 2
