"""The facts that another can be the same as: listed by their words and place, and chosen."""

import pytest

from learnt.errors import UsageError
from learnt.facts import CardFacts, Cause, Date, FactKind, Name, NameKind, Span, TextFacts
from learnt.ids import CardId, PointId
from learnt.web.fact_same import Others, chosen

ONE, TWO = PointId("1"), PointId("2")
TEXT = "It was signed at the castle in 1935,\nand signed again in 1936 as all know"
AT = TEXT.index("1935"), TEXT.index("1936")
DATES = tuple(Date(Span(place, place + 4), TEXT[place : place + 4]) for place in AT)
PROMPT = TextFacts(None, "What was signed in 1934?", (Date(Span(19, 23), "1934"),))
NAMES = (Name(Span(0, 2), NameKind.PERSON, "It"), Name(Span(3, 6), NameKind.PERSON, "Was"))
CARD = CardFacts(
    CardId("card"),
    PROMPT.text,
    (
        PROMPT,
        TextFacts(ONE, TEXT, DATES, NAMES),
        TextFacts(TWO, "1936", (Date(Span(0, 4), "1936"),)),
    ),
)


def test_the_others_of_a_card_by_their_words_and_place() -> None:
    assert Others(CARD).than(FactKind.DATE, DATES[0], ONE) == (
        ("19 - 1934", "1934 – the prompt: “… was signed in 1934?”"),
        (f"{AT[1]} 1 1936", "1936 – point 1: “… signed again in 1936 as all know”"),
        ("0 2 1936", "1936 – point 2: “1936”"),
    )


def test_names_are_not_listed_by_card() -> None:
    assert Others(CARD).than(FactKind.NAME, NAMES[0], ONE) == ()


def test_a_fact_alone_has_no_others() -> None:
    alone = CardFacts(CARD.card, None, (TextFacts(ONE, TEXT, DATES[:1]),))
    assert Others(alone).than(FactKind.DATE, DATES[0], ONE) == ()


def test_where_a_card_is_one_text_its_place_is_not_told() -> None:
    alone = CardFacts(CARD.card, None, (TextFacts(ONE, TEXT, DATES),))
    ((_, words),) = Others(alone).than(FactKind.DATE, DATES[1], ONE)
    assert words == "1935 – “… the castle in 1935, and signed …”"


def test_long_facts_are_cut() -> None:
    text = "word " * 200
    causes = tuple(Cause(Span(place, len(text)), text, text) for place in (0, 5))
    (((_, words),)) = Others(
        CardFacts(CARD.card, None, (TextFacts(ONE, text, causes=causes),))
    ).than(FactKind.CAUSE, causes[0], ONE)
    assert len(words) < 140


def test_of_many_the_nearest_are_listed() -> None:
    dates = tuple(Date(Span(place, place + 1), "1935") for place in range(500))
    many = Others(CardFacts(CARD.card, None, (TextFacts(ONE, "x" * 600, dates),)))
    for place, first in ((0, 1), (250, 230), (499, 459)):
        found = many.than(FactKind.DATE, dates[place], ONE)
        assert len(found) == 40
        assert found[0][0] == f"{first} 1 x"


def test_what_was_chosen() -> None:
    assert chosen("19 - in 1934") == {"into": "in 1934", "into_point": "", "into_start": "19"}
    assert chosen("0 2 1936") == {"into": "1936", "into_point": "2", "into_start": "0"}


@pytest.mark.parametrize(
    ("value", "why"), [("", "Choose"), ("1", "out of date"), ("1 2", "out of date")]
)
def test_what_is_no_choice(value: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        chosen(value)
