"""States: their names, peoples, seats of government, and what they were called once."""

import pytest

from tests.facts.made import facts_of, names, read

STATES = {
    "The French refused.": [("French", "France")],
    "British diplomats waited.": [("British", "Britain")],
    "Soviet troops crossed into Poland.": [("Soviet", "Soviet Union"), ("Poland", "Poland")],
    "The USSR was angry.": [("USSR", "Soviet Union")],
    "The Soviet Union agreed.": [("Soviet Union", "Soviet Union")],
    "In 1934 France and the Soviet Union met.": [
        ("France", "France"),
        ("Soviet Union", "Soviet Union"),
    ],
    "The USA lent money.": [("USA", "United States")],
    "Prussia beat Austria.": [("Prussia", "Prussia"), ("Austria", "Austria")],
    "The Ottoman Empire collapsed.": [("Ottoman Empire", "Ottoman Empire")],
    "The Weimar Republic had no friends.": [("Weimar Republic", "Germany")],
    "Byzantium fell to the Ottomans.": [
        ("Byzantium", "Byzantine Empire"),
        ("Ottomans", "Ottoman Empire"),
    ],
    "Turkey was neutral.": [("Turkey", "Turkey")],
    "turkeys and polish on china": [],
    "The poles of a magnet attract.": [],
}


@pytest.mark.parametrize("text", STATES)
def test_states(text: str) -> None:
    found = names(facts_of(text))
    assert found == [(span, "state", name) for span, name in STATES[text]]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("London refused to help.", "state", "Britain"),
        ("Moscow signed in May.", "state", "Soviet Union"),
        ("The Kremlin was angry.", "state", "Soviet Union"),
        ("He lived in London for a year.", "place", "London"),
        ("He travelled to Moscow.", "place", "Moscow"),
        ("The talks were held near Paris.", "place", "Paris"),
    ],
)
def test_a_seat_is_a_government_where_it_acts_and_else_a_place(
    text: str, kind: str, name: str
) -> None:
    assert [(one[1], one[2]) for one in names(facts_of(text))] == [(kind, name)]


@pytest.mark.parametrize("small", ["france", "germany", "soviet", "british"])
def test_a_state_is_found_without_its_capital(small: str) -> None:
    assert [one[1] for one in names(facts_of(f"what {small} did in 1936"))] == ["state"]


def test_russia_is_the_soviet_union_where_the_deck_speaks_of_that() -> None:
    cards = read((None, "The USSR joined."), (None, "Russia left."))
    assert names(cards[1].texts[0]) == [("Russia", "state", "Soviet Union")]
    (card,) = read((None, "Russia left."))
    assert names(card.texts[0]) == [("Russia", "state", "Russia")]


def test_states_in_german() -> None:
    facts = facts_of("Frankreich und die Sowjetunion schlossen einen Pakt.", code="de")
    assert [one[2] for one in names(facts)] == ["France", "Soviet Union"]
