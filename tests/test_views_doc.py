"""docs/views.md: what its tables say is shown is what is shown."""

import re

import pytest

from learnt.collection import facts_of, map_of, timeline_of
from learnt.deck import Card, Deck, Point
from learnt.ids import CardId, DeckId, PointId
from learnt.plots.timeline import timeline
from tests.tables import tables_of

table = tables_of("views.md")
EVENTS = table("| prompt | point | event | mark |")
AGREEMENTS = table("| prompt | point | agreement | between | when | condition |")
_MARKS = {"bar": "tl-edge", "circle": "tl-ring", "hatched": "tl-doubt", "arrow": "tl-open"}


def deck(prompt: str, text: str) -> Deck:
    card = Card(CardId("1"), prompt or None, (Point(PointId("1"), text),))
    return Deck(DeckId("1"), "A deck", (card,))


def test_the_tables_are_there() -> None:
    assert len(EVENTS) > 8
    assert len(AGREEMENTS) > 1


@pytest.mark.parametrize(("prompt", "point", "event", "marks"), EVENTS)
def test_an_event(prompt: str, point: str, event: str, marks: str) -> None:
    one = deck(prompt, point)
    (found,) = timeline_of(one, facts_of(one)).moments
    assert f"{found.when}: {found.happening.label}" == event
    drawn = timeline("", [found]).svg.split("tl-legend")[0]
    kinds = set(re.findall(r'class="(tl-[a-z]+)', drawn))
    drawn_marks = {mark for mark, kind in _MARKS.items() if kind in kinds}
    legend = {"circle"} if "bar" in marks else set()
    assert drawn_marks - legend == set(marks.split(", "))


@pytest.mark.parametrize(("prompt", "point", "name", "parties", "when", "condition"), AGREEMENTS)
def test_an_agreement(
    prompt: str, point: str, name: str, parties: str, when: str, condition: str
) -> None:
    one = deck(prompt, point)
    (found,) = map_of(one, facts_of(one)).ties
    assert (found.name, ", ".join(found.bond.parties), found.when) == (name, parties, when)
    assert "; ".join(found.bond.conditions) == condition
