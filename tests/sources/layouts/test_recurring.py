"""Labels and buttons in words that no site is known for. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards, whys


def test_two_labels_of_a_site(page: Reading) -> None:
    """Bridges
    Side one
    arch
    Side two
    carries its load as thrust
    Side one
    beam
    Side two
    rests on two supports
    Side one
    cantilever
    Side two
    - held at one end
    - free at the other
    Side one
    suspension bridge
    Side two
    hangs from cables
    """
    assert page.layout == "recurring"
    assert page.deck.title == "Bridges"
    assert page.problems == ()
    assert cards(page) == [
        ("arch", ["carries its load as thrust"]),
        ("beam", ["rests on two supports"]),
        ("cantilever", ["held at one end", "free at the other"]),
        ("suspension bridge", ["hangs from cables"]),
    ]
    assert {2, 4, 6, 8, 10, 12, 15, 17} <= set(page.furniture)


def test_a_button_under_every_card(page: Reading) -> None:
    """Metals
    What is steel?
    Iron with some carbon
    Rate your recall
    What is brass?
    Copper and zinc
    Rate your recall
    What is bronze?
    Copper and tin
    Rate your recall
    What is pewter?
    Mostly tin
    Rate your recall
    """
    assert cards(page) == [
        ("What is steel?", ["Iron with some carbon"]),
        ("What is brass?", ["Copper and zinc"]),
        ("What is bronze?", ["Copper and tin"]),
        ("What is pewter?", ["Mostly tin"]),
    ]


def test_a_label_a_button_and_a_number(page: Reading) -> None:
    """Cloud types
    Item 1
    cirrus
    Turn over
    thin and high
    Item 2
    stratus
    Turn over
    a low grey sheet
    Item 3
    cumulus
    Turn over
    heaped, with a flat base
    Item 4
    nimbostratus
    Turn over
    dark, and it rains
    """
    assert cards(page) == [
        ("cirrus", ["thin and high"]),
        ("stratus", ["a low grey sheet"]),
        ("cumulus", ["heaped, with a flat base"]),
        ("nimbostratus", ["dark, and it rains"]),
    ]


def test_a_back_that_was_lost(page: Reading) -> None:
    """Side one
    hull
    Side two
    the body of a ship
    Side one
    keel
    Side two
    Side one
    mast
    Side two
    carries the sails
    Side one
    rudder
    Side two
    steers
    Side one
    anchor
    Side two
    holds the ship
    Side one
    galley
    Side two
    the kitchen
    Side one
    bilge
    Side two
    the lowest part inside
    """
    assert [prompt for prompt, _ in cards(page)] == [
        "hull", "mast", "rudder", "anchor", "galley", "bilge",
    ]  # fmt: skip
    assert [line for line, _ in whys(page)] == [6]


def test_answers_that_are_the_same_three_times(page: Reading) -> None:
    """Fish or mammal? Flashcards
    (6 cards)
    shark
    fish
    dolphin
    mammal
    tuna
    fish
    whale
    mammal
    ray
    fish
    seal
    mammal
    """
    assert page.layout != "recurring"
    assert cards(page)[0] == ("shark", ["fish"])
    assert cards(page)[5] == ("seal", ["mammal"])
