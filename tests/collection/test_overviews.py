"""What decks tell together: filtered, with what is known of it, and read once."""

from collections.abc import Sequence

import pytest

from learnt import Collection
from learnt.collection import Wanted, facts_of, map_of, timeline_of
from learnt.errors import NotFound
from learnt.facts import Action, FactKind
from tests.collection.world import Clock, a_card, a_deck

UNION = [
    a_card(1, ["The Treaty of Kiel was signed in January 1814"], prompt=None),
    a_card(2, ["26 October 1905"], prompt="When was the Karlstad Treaty signed?"),
    a_card(
        3,
        ["Norway and Sweden would pull down forts if Norway kept the peace"],
        prompt="What did Norway and Sweden promise in the Karlstad Treaty?",
    ),
    a_card(4, ["Norway made a constitution in May 1814"], prompt=None),
]
TRADE = [a_card(5, ["The Hanse met for the last time in 1669"], prompt=None)]


@pytest.fixture
def two(collection: Collection) -> Collection:
    collection.add(a_deck(1, UNION, "The union"))
    collection.add(a_deck(2, TRADE, "Trade"))
    return collection


def dates(collection: Collection, asked: str | None = None, **wanted: object) -> list[str]:
    found = collection.timeline(asked, Wanted(**wanted))  # type: ignore[arg-type] # as asked
    return [one.happening.edtf for one in found.moments]


def test_a_deck_and_all_decks(two: Collection) -> None:
    assert dates(two, "The union") == ["1814-01", "1814-05", "1905-10-26"]
    assert dates(two) == ["1669", "1814-01", "1814-05", "1905-10-26"]
    assert two.timeline().title == "All decks"
    assert two.timeline("Trade").moments[0].deck == "Trade"
    with pytest.raises(NotFound):
        two.timeline("Nonsense")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"actor": "Norway"}, ["1814-05", "1905-10-26"]),
        ({"topic": "CONSTITUTION norway"}, ["1814-05"]),
        ({"first": 1900}, ["1905-10-26"]),
        ({"first": 1814, "last": 1814}, ["1814-01", "1814-05"]),
        ({"last": 1813}, []),
        ({"topic": "constitution", "actor": "Sweden"}, []),
    ],
)
def test_what_is_wanted(two: Collection, wanted: dict[str, object], found: Sequence[str]) -> None:
    assert dates(two, "The union", **wanted) == found
    assert two.timeline("The union", Wanted(**wanted)).actors[0] == "Norway"  # type: ignore[arg-type] # as asked


def test_how_well_it_is_known(two: Collection, clock: Clock) -> None:
    assert {one.known for one in two.timeline("The union").moments} == {None}
    two.ask("The union")
    two.answer([1])
    known = [one.known for one in two.timeline("The union").moments if one.known is not None]
    assert len(known) == 1
    clock.pass_by(days=60)
    later = [one.known for one in two.timeline("The union").moments if one.known is not None]
    assert 0 < later[0] < known[0] <= 1


def test_a_correction_moves_an_event(two: Collection) -> None:
    card = UNION[0]
    two.correct_fact(
        card.id, card.points[0].id, FactKind.DATE, Action.CHANGE, "January 1814", {"edtf": "1815"}
    )
    assert dates(two, "The union") == ["1814-05", "1815", "1905-10-26"]


def test_the_map_of_a_deck(two: Collection) -> None:
    found = two.agreements_map("The union")
    told = {tie.bond.name: tie for tie in found.ties}
    karlstad = told["Karlstad Treaty"]
    assert set(karlstad.bond.parties) == {"Norway", "Sweden"}
    assert karlstad.bond.when == "1905-10-26"
    assert len(karlstad.bond.cards) == 2
    assert karlstad.known is None
    assert "Norway" in found.actors
    assert [one.bond.name for one in two.agreements_map(None, Wanted(actor="Sweden")).ties] == [
        "Karlstad Treaty"
    ]
    assert two.agreements_map("The union", Wanted(topic="nonsense")).ties == ()


def test_a_deck_is_read_once_until_it_changes(
    two: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dates(two)
    monkeypatch.setattr(two._kept_told, "read", None)
    monkeypatch.setattr(two._kept_facts, "read", None)
    assert dates(two) == before
    two.agreements_map()


def test_a_page_needs_no_collection() -> None:
    deck = a_deck(1, UNION, "The union")
    facts = facts_of(deck)
    assert [one.happening.edtf for one in timeline_of(deck, facts).moments][:1] == ["1814-01"]
    assert map_of(deck, facts, Wanted(actor="Sweden")).ties[0].deck == "The union"
