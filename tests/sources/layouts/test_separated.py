"""Pages of rows: tabs, pipes, CSV. Each docstring is a page, `→` standing for a tab."""

import pytest

from learnt.ids import MakeId
from learnt.sources import Reading, read
from tests.sources.pages import cards, whys

PAIRS = [("el perro", ["the dog"]), ("el gato", ["the cat"]), ("la vaca", ["the cow"])]


@pytest.mark.parametrize("separator", ["\t", " | ", "|", ";", ","])
def test_every_separator(separator: str, make_id: MakeId) -> None:
    text = "\n".join(f"{front}{separator}{back[0]}" for front, back in PAIRS)
    reading = read(text.encode(), "animals.txt", make_id)
    assert reading.layout == "separated"
    assert cards(reading) == PAIRS
    assert reading.problems == ()
    assert reading.deck.title == "animals"
    assert [card.source_lines for card in reading.deck.cards] == [(1, 1), (2, 2), (3, 3)]


def test_csv_with_quotes_lines_and_a_header(make_id: MakeId) -> None:
    text = (
        'front,back,tags\r\n"What, in short, is ""habeas corpus""?","a writ\r\nagainst unlawful '
        'detention","law, latin"\r\nobiter dictum,said by the way,\r\n'
    )
    reading = read(text.encode(), "law.csv", make_id)
    assert cards(reading) == [
        ('What, in short, is "habeas corpus"?', ["a writ", "against unlawful detention"]),
        ("obiter dictum", ["said by the way"]),
    ]
    assert reading.deck.cards[0].tags == ("law", "latin")
    assert [card.source_lines for card in reading.deck.cards] == [(2, 3), (4, 4)]
    assert reading.problems == ()


def test_semicolons_and_foreign_names(page: Reading) -> None:
    """Frage;Antwort
    Hauptstadt von Estland;Tallinn
    Hauptstadt von Lettland;Riga, an der Düna
    """
    assert cards(page) == [
        ("Hauptstadt von Estland", ["Tallinn"]),
        ("Hauptstadt von Lettland", ["Riga, an der Düna"]),
    ]


def test_columns_by_name(page: Reading) -> None:
    """id,answer,question,tags,hint
    1,Oslo,Capital of Norway,north,fjord
    2,Rome,Capital of Italy,south,seven hills
    """
    assert cards(page) == [("Capital of Norway", ["Oslo"]), ("Capital of Italy", ["Rome"])]
    assert page.deck.cards[1].tags == ("south",)
    assert page.deck.cards[1].hint == "seven hills"
    assert [line for line, _ in whys(page)] == [2]
    assert page.problems[0].text == "id"


def test_an_unknown_header_and_unused_columns(page: Reading) -> None:
    """element,symbol,symbol:la
    Iron,Fe,ferrum
    Gold,Au,aurum
    Lead,Pb,plumbum
    """
    assert cards(page) == [("Iron", ["Fe"]), ("Gold", ["Au"]), ("Lead", ["Pb"])]
    assert "column 3" in page.problems[0].why


def test_anki_headers(make_id: MakeId) -> None:
    text = (
        "#separator:tab\n#html:true\n#tags:exam\n#notetype column:1\n#tags column:4\n"
        "Basic\tthree laws\tinertia<br>F = ma<br>action and reaction\tphysics newton\n"
    )
    reading = read(text.encode(), "export.txt", make_id)
    assert cards(reading) == [("three laws", ["inertia", "F = ma", "action and reaction"])]
    assert reading.deck.cards[0].tags == ("physics", "newton")
    assert reading.deck.tags == ("exam",)
    assert reading.problems == ()


def test_anki_header_with_a_comma(page: Reading) -> None:
    """#separator:Comma
    #deck:Birds
    Which bird is flightless, and runs?,ostrich
    """
    assert page.deck.title == "Birds"
    assert len(page.deck.cards) == 1
    assert [problem.text for problem in page.problems] == ["ostrich"]


def test_a_markdown_table(page: Reading) -> None:
    """Logic gates
    | Gate | Output is 1 when |
    |------|:----------------|
    | AND  | both inputs are 1 |
    | XOR  | the inputs differ |
    """
    assert page.deck.title == "Logic gates"
    assert cards(page) == [("AND", ["both inputs are 1"]), ("XOR", ["the inputs differ"])]
    assert page.problems == ()


def test_lines_that_are_no_rows(page: Reading) -> None:
    """Chemistry
    acid | gives away a proton
    base | takes a proton
    remember the litmus colours!
    salt | what is left with water
    buffer |
    """
    assert page.deck.title == "Chemistry"
    assert len(page.deck.cards) == 3
    assert [line for line, _ in whys(page)] == [4, 6]


def test_more_separators_than_columns(page: Reading) -> None:
    """mean | sum over n
    median | the middle one
    P(A | B) | the chance of A given B
    mode | the commonest
    """
    assert ("mode", ["the commonest"]) in cards(page)
    assert page.deck.cards[2].back == "B) | the chance of A given B"
    assert [line for line, _ in whys(page)] == [3]


def test_a_stray_quote_swallows_nothing(page: Reading) -> None:
    """front,back
    "to be,Hamlet
    all the world,As You Like It
    if music,Twelfth Night
    """
    assert len(page.deck.cards) == 3
    assert cards(page)[0] == ('"to be', ["Hamlet"])


def test_items_in_a_cell(make_id: MakeId) -> None:
    text = 'question,answer\n"Which gases?","- oxygen\n- nitrogen\n  most of it"\nWhy?,1. a\n'
    reading = read(text.encode(), "gases.csv", make_id)
    assert cards(reading) == [
        ("Which gases?", ["oxygen", "nitrogen\nmost of it"]),
        ("Why?", ["1. a"]),
    ]


def test_commas_in_prose_are_no_csv(page: Reading) -> None:
    """What did the Romans bring, in the end?
    Roads, baths and laws
    What did they take, besides taxes?
    Grain, and young men
    """
    assert page.layout == "alternating"
    assert len(page.deck.cards) == 2


def test_a_statement_has_an_empty_front(make_id: MakeId) -> None:
    reading = read(b"front,back,tags\n,Water expands when it freezes,\n", "x.csv", make_id)
    assert cards(reading) == [(None, ["Water expands when it freezes"])]


def test_two_tabs_for_one(make_id: MakeId) -> None:
    text = "".join(f"{front}\t\t{back[0]}\n" for front, back in PAIRS)
    reading = read(text.encode(), "animals.txt", make_id)
    assert cards(reading) == PAIRS
    assert reading.problems == ()


def test_a_space_after_each_comma(make_id: MakeId) -> None:
    pairs = [*PAIRS, ("la oveja", ["the sheep"])]
    text = "".join(f"{front}, {back[0]}\n" for front, back in pairs)
    assert cards(read(text.encode(), "animals.txt", make_id)) == pairs


def test_verse_with_commas_is_no_csv(page: Reading) -> None:
    """The wind is up, the sails are set,
    The anchor weighed, the decks are wet,
    And all along the harbour wall, they wave,
    To those who go, and those who stay.
    """
    assert page.layout != "separated"


def test_a_counter_that_says_more_is_told(page: Reading) -> None:
    """100 | tide | rise and fall of the sea | 0
    101 | neap | a weak tide | 1
    102 | ebb | a falling tide | 2
    see p. 9 | flood | a rising tide | 3
    104 | surge | water driven by wind | 4
    """
    assert [prompt for prompt, _ in cards(page)] == ["tide", "neap", "ebb", "flood", "surge"]
    assert [(one.line, one.text) for one in page.problems] == [(4, "see p. 9")]


def test_a_row_that_was_cut_keeps_its_sides(page: Reading) -> None:
    """100 | tide | rise and fall of the sea | 0
    101 | neap | a weak tide | 1
    102
    | ebb | a falling tide | 2
    103 | flood | a rising tide | 3
    104 | surge | water driven by wind | 4
    """
    assert ("ebb", ["a falling tide"]) in [(str(p).strip("| "), a) for p, a in cards(page)]


def test_rows_of_several_anki_decks(make_id: MakeId) -> None:
    rows = ("Sea\ttide\trise and fall", "Sea\tebb\ta falling tide", "Sky\tcirrus\thigh and thin")
    text = "#separator:tab\n#deck column:1\n" + "\n".join(rows)
    deck = read(text.encode(), "notes.txt", make_id).deck
    assert deck.title == "Sea"
    assert [card.tags for card in deck.cards] == [(), (), ("Sky",)]
