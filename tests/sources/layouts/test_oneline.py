"""Both sides on one line with nothing between. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards, whys


def test_questions_and_their_answers(page: Reading) -> None:
    """Seas

    Which sea lies between Italy and Croatia? The Adriatic
    Which sea has no outlet and lies lowest? The Dead Sea
    Which sea is named after its weed? The Sargasso
    """
    assert page.layout == "oneline"
    assert page.deck.title == "Seas"
    assert cards(page) == [
        ("Which sea lies between Italy and Croatia?", ["The Adriatic"]),
        ("Which sea has no outlet and lies lowest?", ["The Dead Sea"]),
        ("Which sea is named after its weed?", ["The Sargasso"]),
    ]
    assert [card.source_lines for card in page.deck.cards] == [(3, 3), (4, 4), (5, 5)]


def test_terms_are_a_guess_and_said_to_be(page: Reading) -> None:
    """Question Answer
    osmosis The movement of water through a membrane
    diffusion The spreading of particles
    active transport The use of energy to move against a gradient
    What is turgor? The pressure inside a plant cell
    """
    assert ("osmosis", ["The movement of water through a membrane"]) in cards(page)
    assert ("active transport", ["The use of energy to move against a gradient"]) in cards(page)
    assert all(card.confidence < 0.8 for card in page.deck.cards[:3])  # the last has its “?”
    assert 1 in page.furniture


def test_a_list_of_questions_alone(page: Reading) -> None:
    """Which sea lies between Italy and Croatia?
    Which sea has no outlet and lies lowest?
    Which sea is named after its weed?
    """
    assert page.layout != "oneline"
    assert whys(page)
