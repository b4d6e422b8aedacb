"""Facts and corrections as the page words them."""

import pytest

from learnt.collection import FACT_LABELS, Corrected, fact_told, fact_values
from learnt.facts import (
    FIELDS,
    Action,
    Agreement,
    CardFacts,
    Cause,
    Correction,
    Date,
    Event,
    Fact,
    FactKind,
    Name,
    NameKind,
    Quantity,
    Span,
    TextFacts,
)
from learnt.ids import CardId, CorrectionId, PointId
from learnt.web.fact_fields import NAME_KINDS, fields_of
from learnt.web.fact_rows import card_row, row_at, said_in_words

CARD, POINT = CardId("card"), PointId("point")
WHOLE = Span(0, 5)
TOLD: dict[str, Fact] = {
    "about 1934": Date(WHOLE, "1934~"),
    "Joseph Stalin, leader": Name(WHOLE, NameKind.PERSON, "Joseph Stalin", "leader"),
    "1,500 troops": Quantity(WHOLE, 1500.0, "troops"),
    "at least 2.5 to 3 million": Quantity(WHOLE, 2.5, "million", ">=", 3.0),
    "sign: France, Italy; May 1935; in Paris; secret; on condition: if both": Event(
        WHOLE, "sign", "agree", None, ("France", "Italy"), "1935-05", None, "Paris", "secret", "if both"
    ),
    "did not sign": Event(WHOLE, "sign", "agree", None, polarity=False),
    "did not happen: 1935": Event(WHOLE, "", "be", None, edtf="1935", polarity=False),
    "Pact: France; negotiated 1934; signed May 1935; five years; secret": Agreement(
        WHOLE, "Pact", ("France",), "1934", "1935-05", "five years", None, "secret"
    ),
    "Pact": Agreement(WHOLE, "Pact"),
    "rain → mud": Cause(WHOLE, "rain", "mud"),
}  # fmt: skip


@pytest.mark.parametrize(("told", "fact"), TOLD.items())
def test_a_fact_in_words(told: str, fact: Fact) -> None:
    assert fact_told(fact) == told


def test_every_kind_has_its_word_and_every_name_its_own() -> None:
    assert set(FACT_LABELS) == set(FactKind)
    assert set(NAME_KINDS) == set(NameKind)


@pytest.mark.parametrize("kind", FactKind)
def test_every_value_has_a_field(kind: FactKind) -> None:
    assert [one.name for one in fields_of(kind)] == list(FIELDS[kind])
    assert all(one.label for one in fields_of(kind))


def test_the_fields_hold_what_was_read() -> None:
    event = Event(WHOLE, "sign", "agree", None, ("France", "Italy"), "1935-05", polarity=False)
    values = fact_values(FactKind.EVENT, event)
    assert values == {
        "verb": "sign",
        "edtf": "May 1935",
        "actors": "France; Italy",
        "place": "",
        "qualifier": "",
        "condition": "",
        "polarity": "no",
    }
    number = fact_values(FactKind.QUANTITY, Quantity(WHOLE, 1500.0, "men", "~", 2.5))
    assert number == {"value": "1500", "unit": "men", "comparator": "~", "to": "2.5"}


SAID = {
    "“1934” (When): May 1935": (Action.CHANGE, FactKind.DATE, {"edtf": "1935-05"}),
    "“1934” is not a fact (How many)": (Action.REJECT, FactKind.QUANTITY, {}),
    "“1934” is the same as “France”": (Action.MERGE, FactKind.NAME, {"into": "France"}),
    "“1934” was missing (Who): Full name: Paris; What it is: a place": (
        Action.ADD, FactKind.NAME, {"name": "Paris", "kind": "place"},
    ),
    "“1934” (When) is the same as “May 1935”": (
        Action.MERGE, FactKind.DATE, {"into": "May 1935", "into_point": POINT, "into_start": "9"},
    ),
    "“1934” (When) is the same as the other “1934”": (
        Action.MERGE, FactKind.DATE, {"into": "1934", "into_point": POINT, "into_start": "9"},
    ),
    "“1934” (When) is the same as “1934” in the prompt": (
        Action.MERGE, FactKind.DATE, {"into": "1934", "into_point": "", "into_start": "0"},
    ),
    "“1934” (When) is the same as “1934” in point 2": (
        Action.MERGE, FactKind.DATE, {"into": "1934", "into_point": "point1", "into_start": "0"},
    ),
    "“1934” (When) is the same as “1934” in a point that is gone": (
        Action.MERGE, FactKind.DATE, {"into": "1934", "into_point": "x", "into_start": "0"},
    ),
    "“1934” (What happened): Where: nothing; When: before 1940": (
        Action.CHANGE, FactKind.EVENT, {"place": "", "edtf": "../1940"},
    ),
    "“1934” (How many): How exactly: about": (
        Action.CHANGE, FactKind.QUANTITY, {"comparator": "~"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("words", "said"), SAID.items())
def test_a_correction_in_words(words: str, said: tuple[Action, FactKind, dict[str, str]]) -> None:
    action, kind, values = said
    assert said_in_words(a_correction(action, kind, values), a_card_of("1934", "1935")) == words


def a_card_of(*texts: str, prompt: str | None = None) -> CardFacts:
    """A card whose points are a date each, and so is its prompt."""
    said = [(None, prompt)] if prompt else []
    points = [PointId("point"), *(PointId(f"point{number}") for number in range(1, len(texts)))]
    found = (
        TextFacts(point, text, (Date(Span(0, len(text)), text),))
        for point, text in [*said, *zip(points, texts, strict=True)]
    )
    return CardFacts(CARD, prompt, tuple(found))


def a_correction(action: Action, kind: FactKind, values: dict[str, str]) -> Correction:
    return Correction(CorrectionId("1"), CARD, POINT, action, kind, "1934", 3, values)


def test_a_card_with_its_facts_and_what_was_said() -> None:
    text = "1934: 1934 saw France"
    dates = (Date(Span(0, 4), "1934"), Date(Span(6, 10), "1935", inherited=True))
    names = (Name(Span(15, 21), NameKind.STATE, "French Republic"),)
    prompt = TextFacts(None, "When **was** it?")
    facts = CardFacts(CARD, prompt.text, (prompt, TextFacts(POINT, text, dates, names)))
    said = a_correction(Action.REJECT, FactKind.DATE, {})
    other = Correction(CorrectionId("2"), CardId("x"), None, Action.REJECT, FactKind.DATE, "a", 0)
    row = card_row(facts, Corrected((said, other), (said,)))
    assert row.label == "When was it?"
    assert [one.point for one in row.texts] == [None, POINT]
    assert row.texts[0].text == "When <b>was</b> it?"
    rows = row.texts[1].rows
    assert [(one.shown, one.told, one.exactly) for one in rows] == [
        ("", "1934", "1934"),
        ("1934", "1935", "1935"),
        ("France", "French Republic", "a country or state"),
    ]
    assert [(one.start, one.inherited, one.name) for one in rows] == [
        (0, False, ""),
        (6, True, ""),
        (15, False, "French Republic"),
    ]
    assert [(one.correction.id, one.sleeping) for one in row.said] == [("1", False), ("1", True)]
    for near, found in ((0, dates[0]), (9, dates[1])):
        assert row_at(facts, FactKind.DATE, POINT, "1934", near) == found
    assert row_at(facts, FactKind.NAME, POINT, "1934", 0) is None
    assert row_at(facts, FactKind.DATE, None, "1934", 0) is None
