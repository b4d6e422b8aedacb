"""What a deck writes with a capital, it names, with small letters too and on every card."""

from tests.facts.made import names, read


def test_a_known_name_is_found_small() -> None:
    _, second = read(
        (None, "In Moscow the Comintern met."), (None, "then the comintern changed its line")
    )
    assert names(second.texts[0]) == [("comintern", "organisation", "Comintern")]


def test_so_is_one_that_only_the_deck_knows() -> None:
    _, second = read(
        ("Who led the Zorbian League?", "The Zorbian League was led by Ivo Tarn."),
        (None, "soon tarn left the zorbian league"),
    )
    assert names(second.texts[0])[-1] == ("zorbian league", "organisation", "Zorbian League")


def test_not_where_the_word_is_a_common_one_here() -> None:
    _, second, _ = read(
        (None, "They fled to Haven, and when Haven fell they left."),
        (None, "it was a safe haven"),
        (None, "no haven at all"),
    )
    assert names(second.texts[0]) == []


def test_a_later_card_names_for_an_earlier_one() -> None:
    first, _ = read((None, "soon the zorbian league fell"), (None, "The Zorbian League rose."))
    assert [one[1] for one in names(first.texts[0])] == ["organisation"]


def test_a_longer_name_of_the_deck_is_found_where_a_known_one_begins_it() -> None:
    first, second, _ = read(
        (None, "then the comintern youth league changed its line"),
        (None, "then the comintern changed its line"),
        (None, "In Moscow the Comintern Youth League met."),
    )
    league = ("comintern youth league", "organisation", "Comintern Youth League")
    assert names(first.texts[0]) == [league]
    assert names(second.texts[0]) == [("comintern", "organisation", "Comintern")]


def test_another_deck_knows_nothing_of_it() -> None:
    (card,) = read((None, "soon the zorbs fell"))
    assert names(card.texts[0]) == []


def test_a_heading_in_capitals_names_nobody_new() -> None:
    capitals = "THE QUICK BROWN FOXES JUMPED OVER THESE LAZY HOUNDS"
    (card,) = read((capitals, capitals.title()))
    assert [names(text) for text in card.texts] == [[], []]
