"""Pages on which pictures say which side a line is. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards, whys


def test_two_signs_in_turn(page: Reading) -> None:
    """Bees
    ❓ What do worker bees feed a queen larva?
    ✅ Royal jelly
    ❓ What does the waggle dance tell?
    ✅ - the direction
    - the distance
    ❓ Who are the drones?
    ✅ The males
    """
    assert page.layout == "signed"
    assert page.deck.title == "Bees"
    assert page.problems == ()
    assert cards(page) == [
        ("What do worker bees feed a queen larva?", ["Royal jelly"]),
        ("What does the waggle dance tell?", ["the direction", "the distance"]),
        ("Who are the drones?", ["The males"]),
    ]
    assert [card.source_lines for card in page.deck.cards] == [(2, 3), (4, 6), (7, 8)]


def test_an_answer_is_missing(page: Reading) -> None:
    """🌑 new moon
    💡 the Moon is dark
    🌑 full moon
    🌑 half moon
    💡 half of it is lit
    🌑 crescent
    💡 less than half of it is lit
    🌑 gibbous moon
    💡 more than half of it is lit
    🌑 blood moon
    💡 the Moon in the Earth's shadow
    """
    assert len(page.deck.cards) == 5
    assert [line for line, _ in whys(page)] == [3]


def test_signs_that_do_not_take_turns(page: Reading) -> None:
    """Signs of the weather
    ☀ sun
    ☁ cloud
    ☂ rain
    ❄ snow
    """
    assert page.layout != "signed"
