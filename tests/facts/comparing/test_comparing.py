"""Cards held against each other: what clashes, and what only looks as if it did."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.collection import compared
from learnt.facts.comparing import Comparison
from tests.facts.made import read

Front = str | None
FILLING = (
    ("What is osmosis?", "Water moves through a membrane to where more is dissolved"),
    ("What did Keynes argue?", "Governments should spend in a slump to raise demand"),
    ("What is a sonnet?", "A poem of fourteen lines with a fixed rhyme"),
)


def held(a: tuple[Front, str], b: tuple[Front, str]) -> Comparison:
    """Two cards among others that have nothing to do with them."""
    return compared(read(*FILLING, a), read(b, ("Rivers", "A delta is built of silt")))


def clash(a: tuple[Front, str], b: tuple[Front, str]) -> tuple[str, str, str] | None:
    found = held(a, b).conflicts
    assert len(found) <= 1
    return (found[0].about.value, found[0].a_says, found[0].b_says) if found else None


@pytest.mark.parametrize(
    ("one", "two", "wanted"),
    [
        (
            "The Treaty of Utrecht was signed in April 1713",
            "Utrecht: the treaty was signed in May 1714",
            ("date", "April 1713", "May 1714"),
        ),
        (
            "The Bastille was stormed on 14 July 1789",
            "The storming of the Bastille, 14 July 1791",
            ("date", "14 July 1789", "14 July 1791"),
        ),
        (
            "The jury at Salem hanged 19 people",
            "At Salem 29 people were hanged",
            ("number", "19 people", "29 people"),
        ),
        (
            "The telephone was patented by Alexander Bell in 1876",
            "In 1876 Elisha Gray patented the telephone",
            ("actor", "Alexander Bell", "Elisha Gray"),
        ),
        (
            "The senate of Ruritania accepted the charter in 1901",
            "The senate of Ruritania rejected the charter in 1901",
            ("outcome", "accepted", "rejected"),
        ),
        # what is denied ends the other way; a verb and its particle stand apart
        (
            "Franz Lindner refused to accept the crown of Ruritania in 1849",
            "Franz Lindner accepted the crown of Ruritania in 1849",
            ("outcome", "refused to accept", "accepted"),
        ),
        (
            "The Senate of Ruritania approved the Treaty of Zenda in 1920",
            "The Senate of Ruritania turned the Treaty of Zenda down in 1920",
            ("outcome", "approved", "turned the Treaty of Zenda down"),
        ),
        # two of one name
        (
            "The soldiers of the Salem Massacre were defended by John Adams",
            "The soldiers of the Salem Massacre were defended by Samuel Adams",
            ("actor", "John Adams", "Samuel Adams"),
        ),
    ],
)
def test_what_cannot_both_be_right(one: str, two: str, wanted: tuple[str, str, str]) -> None:
    assert clash((None, one), (None, two)) == wanted
    turned = clash((None, two), (None, one))
    assert turned == (wanted[0], wanted[2], wanted[1])


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # a date that holds the other, or lies about it
        ("The Treaty of Utrecht was signed in April 1713", "The Treaty of Utrecht, 1713"),
        ("The siege of Candia, 1648-1669", "The siege of Candia went on in 1660"),
        ("Potosi was founded around 1545", "Potosi was founded in 1546"),
        # one day in two calendars
        (
            "The strike in Petrograd began on 8 March 1917 by the western calendar",
            "The strike in Petrograd began on 23 February 1917, old style",
        ),
        # steps of one thing
        ("The Jay Treaty was signed in 1794", "The Jay Treaty was ratified in 1795"),
        ("Greece joined the union in 1981", "Britain left the union in 2020"),
        ("The pact of Tilsit was negotiated in June 1807", "The pact of Tilsit was signed in 1809"),
        ("Matilda was born in 1102", "Matilda was crowned in 1104"),
        # first and second, one and another
        ("The first Reform Act was passed in 1832", "The second Reform Act was passed in 1834"),
        ("The Treaty of Tordesillas, 1494", "The Treaty of Alcacovas, 1492"),
        ("Peru declared independence in 1821", "Mexico declared independence in 1822"),
        # rounding and units
        ("The plague of Marseille killed 49,800 people", "Marseille: 50,000 people died of plague"),
        ("The siege of Malta lasted four months", "The siege of Malta lasted 118 days"),
        ("The tower of Pisa is about 56 metres high", "The tower of Pisa: over 55 metres"),
        ("Ethanol boils at 78 °C", "Ethanol has its boiling point at 351 kelvin"),
        ("The crown of Ruritania cost 132 bn marks", "Ruritania paid 132,000 million marks"),
        ("The wall of Zenda is 118 km long", "The wall of Zenda is eighty Roman miles long"),
        ("The fever of Zenda reaches 37 °C", "The fever of Zenda reaches 98.6 °F"),
        ("In Zenda 25 % of workers had no job", "In Zenda one worker in four had no job"),
        ("The Zenda Act left 92 peers in their seats", "The Zenda Act left ninety-two peers"),
        # a number that is the name of a part
        ("Section 15 of the Salt Act forbids smuggling", "Section 16 of the Salt Act: smuggling"),
        # other counts of one subject
        ("Iceland has 130 volcanoes", "Iceland has 11 national football grounds"),
        # a policy that changed
        ("Until 1971 the dollar was worth 35 per ounce", "Again in 1973 it was worth 42 per ounce"),
    ],
)
def test_what_only_looks_like_it(one: str, two: str) -> None:
    assert clash((None, one), (None, two)) is None
    assert clash((None, two), (None, one)) is None


def test_the_same_is_suggested_with_its_reason() -> None:
    found = held(
        ("The Alamo", "Santa Anna took the Alamo in March 1836 after a siege of 13 days"),
        ("Texas", "The Alamo fell to Santa Anna on 6 March 1836"),
    )
    assert found.conflicts == ()
    (same,) = found.same
    assert "Alamo" in same.why
    assert "dates agree" in same.why


def test_a_long_point_is_compared_sentence_by_sentence() -> None:
    long = (
        "The country had been poor for a long time, and bread was dear in every town of it. "
        "Many people had left their villages for the harbours of the west, and few came back. "
        "The Treaty of Utrecht was signed in April 1713."
    )
    found = held((None, long), (None, "The Treaty of Utrecht was signed in May 1714"))
    (conflict,) = found.conflicts
    assert conflict.a.text == long
    assert conflict.a_says == "April 1713"


def test_one_deck_is_held_against_itself_but_no_card() -> None:
    one = read(
        ("Utrecht", "The Treaty of Utrecht was signed in April 1713"),
        ("Peace", "The Treaty of Utrecht was signed in May 1714"),
        ("Lists", "The Bastille fell in July 1789", "The Bastille fell in July 1789"),
    )
    found = compared(one, None)
    assert len(found.conflicts) == 1
    assert all(same.a.card != same.b.card for same in found.same)


def test_empty_decks() -> None:
    assert compared((), ()) == Comparison()
    assert compared((), None) == Comparison()
    assert compared(read((None, "…")), read(("?", "!"), (" ", "—"))) == Comparison()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.text(max_size=30)),
            st.text(max_size=60).filter(lambda text: any(letter.isalnum() for letter in text)),
        ),
        max_size=4,
    )
)
def test_any_text_can_be_compared(cards: list[tuple[Front, str]]) -> None:
    deck, other = read(*cards), read(*FILLING, *FILLING, *FILLING)
    found = compared(deck, other)
    assert found == compared(deck, other)
    for one in found.conflicts:
        assert one.a_says
        assert one.b_says


def test_the_signs_of_pictures_are_no_words() -> None:
    one = ('What is shown? <img data-card alt="danube map" src="danube.png">', "A river in Romania")
    two = ('What pumps? <img data-card alt="danube map" src="danube.png">', "The heart pumps blood")
    assert held(one, two) == held((None, one[1]), (None, two[1])) == Comparison((), ())
