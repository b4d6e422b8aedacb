"""A card on each line, with a sign between its sides. Each docstring is a page."""

import pytest

from learnt.ids import MakeId
from learnt.sources import Reading, read
from tests.sources.pages import cards, whys

PAIRS = [
    ("anode", "the electrode where oxidation happens"),
    ("cathode", "the electrode where reduction happens"),
    ("electrolyte", "a liquid that conducts because its ions move"),
    ("salt bridge", "what lets ions pass between two half cells"),
]


@pytest.mark.parametrize(
    "form",
    [
        "{}: {}", "{} - {}", "{} – {}", "{} — {}", "{} = {}", "{} -> {}", "{} → {}", "- {}: {}",
        "• {} – {}", "**{}** {}", "**{}**: {}", "- **{}** - {}", "{} ........ {}", "· {} = {}",
        "{} -- {}",
    ],
)  # fmt: skip
def test_every_sign(form: str, make_id: MakeId) -> None:
    text = "Cells\n" + "\n".join(form.format(*pair) for pair in PAIRS)
    page = read(text.encode(), "cells.txt", make_id)
    assert cards(page) == [(front, [back]) for front, back in PAIRS]
    assert page.layout == "inline"
    assert page.deck.title == "Cells"
    assert page.separator
    assert page.problems == ()
    assert [card.source_lines for card in page.deck.cards] == [(2, 2), (3, 3), (4, 4), (5, 5)]


def test_wrapped_lines_and_deeper_items(page: Reading) -> None:
    """Forces
    - Weight: the pull of gravity
    - Friction: a force between surfaces
      that rub on each other
    - Drag depends on three things: these
      - speed
      - area
      - density
    - Upthrust: the push of a fluid
    """
    assert cards(page)[1] == ("Friction", ["a force between surfaces that rub on each other"])
    assert cards(page)[2][1][-3:] == ["speed", "area", "density"]
    assert len(page.deck.cards) == 4
    assert page.deck.cards[1].source_lines == (3, 4)


def test_sounds_and_other_alphabets(page: Reading) -> None:
    """Greek words
    - βιβλίο (vivlío) – book
    - ψωμί (psomí) – bread
    - νερό (neró) – water
    - καλημέρα (kaliméra) – good morning
    """
    assert cards(page)[0] == ("βιβλίο (vivlío)", ["book"])
    assert cards(page)[3] == ("καλημέρα (kaliméra)", ["good morning"])


def test_right_to_left(page: Reading) -> None:
    """مفردات
    كتاب = book
    باب = door
    بيت = house
    شمس = sun
    """
    assert cards(page) == [
        ("كتاب", ["book"]),
        ("باب", ["door"]),
        ("بيت", ["house"]),
        ("شمس", ["sun"]),
    ]
    assert page.deck.title == "مفردات"


def test_a_line_without_the_sign_is_said(page: Reading) -> None:
    """Weather words
    front: where two masses of air meet
    isobar: a line of equal pressure
    dew point: the temperature at which water condenses
    see the map in the atlas
    trough: a long stretch of low pressure
    ridge: a long stretch of high pressure
    """
    assert len(page.deck.cards) == 5
    assert [line for line, _ in whys(page)] == [5]


def test_a_title_with_a_colon_is_no_card(page: Reading) -> None:
    """Rivers and coasts: key terms

    spit: sand that reaches out from a coast
    delta: land that a river builds at its mouth
    levee: a bank beside a river
    estuary: a river mouth where tides come in
    """
    assert page.deck.title == "Rivers and coasts: key terms"
    assert [prompt for prompt, _ in cards(page)] == ["spit", "delta", "levee", "estuary"]


def test_points_of_one_question_are_no_cards(page: Reading) -> None:
    """What did the Romans bring to Britain?
    - Roads: straight, and paved where they had to be
    - Baths: heated from below
    - Towns: laid out on a grid
    """
    assert page.layout != "inline"
    assert len(page.deck.cards) == 1


def test_people_who_talk_are_no_terms(page: Reading) -> None:
    """At the market
    Anna: Good morning!
    Boris: Good morning. What may I get you?
    Anna: Two pounds of apples.
    Boris: Red or green?
    Anna: Green, please.
    Boris: Here you are.
    """
    assert page.layout != "inline"
    assert all(card.confidence < 0.8 for card in page.deck.cards)


def test_formulas_and_several_terms(page: Reading) -> None:
    r"""Physics
    - $E = mc^2$ : mass and energy
    - $F = ma$ : force
    - $v = f \lambda$ : waves
    - speed / velocity : metres per second
    """
    assert cards(page)[2] == (r"$v = f \lambda$", ["waves"])
    assert cards(page)[3] == ("speed / velocity", ["metres per second"])
    assert len(page.deck.cards) == 4


def test_lines_broken_at_the_margin(page: Reading) -> None:
    """anode: the electrode at which
    oxidation happens
    cathode: the electrode at which
    reduction happens
    salt bridge: what lets ions pass from
    one half cell to the other
    """
    assert cards(page) == [
        ("anode", ["the electrode at which oxidation happens"]),
        ("cathode", ["the electrode at which reduction happens"]),
        ("salt bridge", ["what lets ions pass from one half cell to the other"]),
    ]
