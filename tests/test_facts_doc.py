"""docs/facts.md: what its tables say is read is what is read."""

import pytest

from learnt.deck import Card, Deck, Point
from learnt.facts import TextFacts, read_facts
from learnt.ids import CardId, DeckId, PointId
from learnt.weights.languages import languages
from tests.tables import tables_of

table = tables_of("facts.md")
DATES = table("| in the text | value | in words |")
NO_DATES = table("| in the text |")
NAMES = table("| in the text | name | kind |")
EVENTS = table("| in the text | events |")


def read(text: str) -> TextFacts:
    card = Card(CardId("1"), None, (Point(PointId("1"), text),))
    return read_facts(Deck(DeckId("1"), "A deck", (card,)), languages())[0].texts[0]


def test_the_tables_are_there() -> None:
    assert len(DATES) > 15
    assert min(len(NO_DATES), len(NAMES), len(EVENTS)) > 3


@pytest.mark.parametrize(("text", "value"), [row[:2] for row in DATES])
def test_a_date(text: str, value: str) -> None:
    assert [date.edtf for date in read(text).dates] == [value]


@pytest.mark.parametrize("text", [row[0] for row in NO_DATES])
def test_no_date(text: str) -> None:
    assert read(text).dates == ()


@pytest.mark.parametrize(("text", "name", "kind"), NAMES)
def test_a_name(text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(one.name, one.kind.value) for one in read(text).names]


@pytest.mark.parametrize(("text", "events"), EVENTS)
def test_events(text: str, events: str) -> None:
    told = [
        " ".join(filter(None, ("" if one.polarity else "not", one.verb, one.edtf)))
        for one in read(text).events
    ]
    assert told == events.split("; ")
