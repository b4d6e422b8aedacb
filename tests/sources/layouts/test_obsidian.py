"""Notes with :: between the sides, a ? between blocks, or hidden words. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards, whys


def test_every_kind_of_card(page: Reading) -> None:
    """#flashcards/wood

    # Trees

    Where does a tree grow in thickness?::In the cambium
    Xylem:::carries water up
    Phloem;;carries sugar

    What do the rings tell?
    ?
    The age of the tree
    And which years were dry
    <!--SR:!2031-04-01,3,250-->

    The wood of conifers is called ==softwood==
    """
    assert page.layout == "obsidian"
    assert page.deck.title == "Trees"
    assert cards(page) == [
        ("Where does a tree grow in thickness?", ["In the cambium"]),
        ("Xylem", ["carries water up"]),
        ("Phloem", ["carries sugar"]),
        ("What do the rings tell?", ["The age of the tree", "And which years were dry"]),
        (None, ["The wood of conifers is called [softwood]"]),
    ]
    assert page.separator == "::"
    assert {1, 13} <= set(page.furniture)
    assert page.deck.cards[0].source_lines == (5, 5)


def test_a_schedule_at_the_end_of_a_line(page: Reading) -> None:
    """Hydrogen::H <!--SR:!2031-04-01,3,250-->
    Sodium::Na <!--SR:!2031-05-01,3,250!2031-06-01,4,270-->
    Iron::Fe
    """
    assert cards(page) == [("Hydrogen", ["H"]), ("Sodium", ["Na"]), ("Iron", ["Fe"])]
    assert page.problems == ()


def test_clozes_with_hints(page: Reading) -> None:
    """The capital of Canada is {{c1::Ottawa}}.
    The largest city of Canada is {{c1::Toronto::on Lake Ontario}}.
    """
    assert [points for _, points in cards(page)] == [
        ["The capital of Canada is [Ottawa]."],
        ["The largest city of Canada is [Toronto]."],
    ]
    assert [card.hint for card in page.deck.cards] == [None, "on Lake Ontario"]


def test_text_between_the_cards_is_said(page: Reading) -> None:
    """Water::H2O
    Ammonia::NH3

    We did this in the second week.

    Methane::CH4
    """
    assert [prompt for prompt, _ in cards(page)] == ["Water", "Ammonia", "Methane"]
    assert [line for line, _ in whys(page)] == [4]


def test_names_of_a_program_are_no_cards(page: Reading) -> None:
    """What prints a line in C++?
    std::cout << "hello";
    What holds a list that grows?
    std::vector<int> v;
    What sorts it?
    std::sort(v.begin(), v.end());
    """
    assert page.layout != "obsidian"
    assert cards(page)[0] == ("What prints a line in C++?", ['std::cout << "hello";'])


def test_a_schedule_joins_no_words(page: Reading) -> None:
    """talc ::: Mohs 1 <!--SR:!2026-03-20,85,250--> <!--SR:!2026-03-22,8,250-->
    quartz ::: Mohs 7 <!--SR:!2026-03-20,85,250--> in granite
    """
    assert cards(page) == [("talc", ["Mohs 1"]), ("quartz", ["Mohs 7 in granite"])]


def test_a_line_between_the_points_of_a_card(page: Reading) -> None:
    """speed :: metres
    per second
      - a scalar
    mass :: kilograms
    """
    assert cards(page) == [
        ("speed", ["metres\nper second", "a scalar"]),
        ("mass", ["kilograms"]),
    ]
