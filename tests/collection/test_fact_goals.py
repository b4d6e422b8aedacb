"""Two facts of a card that are one: what is kept, what is refused, and that it lasts."""

from dataclasses import replace

import pytest

from learnt import Collection
from learnt.collection import Corrected
from learnt.errors import NotFound, UsageError
from learnt.facts import Action, Correction, FactKind
from tests.collection.conftest import OpenCollection
from tests.collection.world import a_card, a_deck, an_id, check

CARD = a_card(
    1,
    ["It was signed in May 1935", "In May 1935 and in  June 1935 they met, and again in May 1935"],
    prompt="What was agreed in 1935?",
)
FIRST, SECOND = CARD.points[0].id, CARD.points[1].id
TEXT = CARD.points[1].text


@pytest.fixture
def deck(collection: Collection) -> str:
    return collection.add(a_deck(1, [CARD], "Foreign policy")).deck


def same(collection: Collection, into: str, quote: str = "May 1935", **more: str) -> Correction:
    return collection.correct_fact(
        CARD.id, SECOND, FactKind.DATE, Action.MERGE, quote, {"into": into, **more}, start=0
    )


def dates(collection: Collection, deck: str) -> list[list[str]]:
    return [[date.edtf for date in text.dates] for text in collection.facts(deck)[0].texts]


@pytest.mark.parametrize(
    ("into", "more", "kept"),
    [
        ("june 1935", {}, ("June 1935", SECOND, TEXT.index("June"))),
        ("May 1935", {}, ("May 1935", SECOND, TEXT.rindex("May"))),
        ("signed", {}, ("signed", FIRST, 7)),
        ("agreed", {}, ("agreed", "", 9)),
        ("May 1935", {"into_point": FIRST}, ("May 1935", FIRST, 17)),
        ("in  1935", {"into_point": "", "into_start": "3"}, ("in 1935", "", 16)),
        (
            "May 1935",
            {"into_point": SECOND, "into_start": "99"},
            ("May 1935", SECOND, TEXT.rindex("May")),
        ),
    ],
)
def test_the_words_are_found_on_the_card(
    collection: Collection, deck: str, into: str, more: dict[str, str], kept: tuple[str, str, int]
) -> None:
    said = same(collection, into, **more)
    assert said.values == {"into": kept[0], "into_point": kept[1], "into_start": str(kept[2])}
    assert collection.corrections(deck) == Corrected((said,), ())


def test_two_dates_are_one_until_that_is_taken_back(
    collection: Collection, open_collection: OpenCollection, deck: str
) -> None:
    before = dates(collection, deck)
    assert before == [["1935"], ["1935-05"], ["1935-05", "1935-06", "1935-05"]]
    said = same(collection, "May 1935", into_point=FIRST)
    for one in (collection, open_collection()):
        assert dates(one, deck) == [["1935"], ["1935-05"], ["1935-06", "1935-05"]]
    collection.take_back_fact(said.id)
    assert dates(collection, deck) == before
    check(collection)


def test_it_waits_while_the_words_of_the_other_are_gone(collection: Collection, deck: str) -> None:
    said = same(collection, "May 1935", into_point=FIRST)
    other = replace(CARD.points[0], text="It was signed in April 1935")
    collection.change(replace(CARD, points=(other, CARD.points[1])))
    assert collection.corrections(deck) == Corrected((), (said,))
    assert dates(collection, deck)[2] == ["1935-05", "1935-06", "1935-05"]
    back = replace(other, text="In Paris it was signed, in May 1935")
    collection.change(replace(CARD, points=(back, CARD.points[1])))
    assert collection.corrections(deck) == Corrected((said,), ())
    assert dates(collection, deck)[2] == ["1935-06", "1935-05"]


@pytest.mark.parametrize(
    ("into", "more", "error", "why"),
    [
        ("", {}, UsageError, "needs its “into”"),
        ("June 1936", {}, UsageError, "“June 1936” does not stand on this card"),
        ("June 1935", {"into_point": FIRST}, UsageError, "does not stand in this text"),
        ("May 1935", {"into_point": an_id(99)}, NotFound, "point is not on the card"),
        ("May 1935", {"into_point": "nonsense"}, NotFound, "point is not on the card"),
        ("May 1935", {"into_point": SECOND, "into_start": "0"}, UsageError, "as itself already"),
        ("May 1935", {"into_point": FIRST, "into_start": "-1"}, UsageError, "whole number"),
        ("May 1935", {"into_point": FIRST, "into_start": "9" * 99}, UsageError, "whole number"),
    ],
)
def test_what_cannot_be_the_same_is_not_kept(
    collection: Collection,
    deck: str,
    into: str,
    more: dict[str, str],
    error: type[Exception],
    why: str,
) -> None:
    with pytest.raises(error, match=why):
        same(collection, into, **more)
    assert collection.corrections(deck) == Corrected()


def test_the_only_place_of_some_words_is_the_fact_itself(collection: Collection, deck: str) -> None:
    with pytest.raises(UsageError, match="as itself already"):
        same(collection, "june 1935", quote="June 1935")
