"""Multiple choice. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards, whys


def wrong(page: Reading) -> list[tuple[str, ...]]:
    return [card.wrong_options for card in page.deck.cards]


def test_letters_and_an_answer_below(page: Reading) -> None:
    """Measures

    1. What is the unit of force?
    a) joule
    b) newton
    c) watt
    Answer: b

    2. What is the unit of power?
    a) joule
    b) newton
    c) watt
    Answer: c) watt
    """
    assert page.layout == "choices"
    assert page.deck.title == "Measures"
    assert page.problems == ()
    assert cards(page) == [
        ("What is the unit of force?", ["newton"]),
        ("What is the unit of power?", ["watt"]),
    ]
    assert wrong(page) == [("joule", "watt"), ("joule", "newton")]
    assert [card.source_lines for card in page.deck.cards] == [(3, 7), (9, 13)]


def test_marks_on_the_right_option(page: Reading) -> None:
    """1. Which planet is the largest?
    A. Mars
    B. Jupiter (correct)
    C. Venus
    2. Which is the hottest?
    A. Mars
    B. Jupiter
    C. Venus (correct)
    """
    assert cards(page) == [
        ("Which planet is the largest?", ["Jupiter"]),
        ("Which is the hottest?", ["Venus"]),
    ]
    assert wrong(page) == [("Mars", "Venus"), ("Mars", "Jupiter")]


def test_keys_at_the_end_of_the_page(page: Reading) -> None:
    """Shakespeare quiz
    1. Who kills Macbeth?
    a) Banquo
    b) Macduff
    c) Malcolm
    2. Whose ghost comes to the feast?
    a) Banquo
    b) Duncan
    c) Macduff
    Answers
    1. b
    2. a
    """
    assert cards(page) == [
        ("Who kills Macbeth?", ["Macduff"]),
        ("Whose ghost comes to the feast?", ["Banquo"]),
    ]
    assert {10, 11, 12} <= set(page.furniture)


def test_options_without_letters_and_an_explanation(page: Reading) -> None:
    """Which gas do plants take in?
    Oxygen
    Carbon dioxide
    Nitrogen
    Answer: Carbon dioxide
    Explanation: they build sugar from it

    Which gas do they give off by day?
    Oxygen
    Carbon dioxide
    Nitrogen
    Answer: Oxygen
    """
    assert cards(page) == [
        ("Which gas do plants take in?", ["Carbon dioxide"]),
        ("Which gas do they give off by day?", ["Oxygen"]),
    ]
    assert wrong(page)[0] == ("Oxygen", "Nitrogen")
    assert page.deck.cards[0].note == "they build sugar from it"


def test_options_on_one_line(page: Reading) -> None:
    """Biology quiz

    The powerhouse of the cell is: a) nucleus b) ribosome c) mitochondrion
    Answer: c

    Genes are kept in the: a) nucleus b) ribosome c) vacuole
    Answer: a
    """
    assert cards(page) == [
        ("The powerhouse of the cell is:", ["mitochondrion"]),
        ("Genes are kept in the:", ["nucleus"]),
    ]
    assert wrong(page) == [("nucleus", "ribosome"), ("ribosome", "vacuole")]


def test_a_question_without_a_key_is_no_card(page: Reading) -> None:
    """1. Which river runs through Vienna?
    a) Rhine
    b) Danube
    Answer: b
    2. Which river runs through Cologne?
    a) Rhine
    b) Danube
    3. Which river runs through Rome?
    a) Tiber
    b) Arno
    Answer: a
    """
    assert [prompt for prompt, _ in cards(page)] == [
        "Which river runs through Vienna?",
        "Which river runs through Rome?",
    ]
    assert {line for line, _ in whys(page)} == {5, 6, 7}


def test_an_answer_of_lettered_points_is_no_choice(page: Reading) -> None:
    """Q: What are the duties of a bailee?
    A:
    a) to keep the goods safe
    b) to give them back
    Q: What is bailment?
    A: Holding the goods of another
    """
    assert page.layout != "choices"
    assert cards(page)[0][1] == ["to keep the goods safe", "to give them back"]


def test_an_outline_is_no_quiz(page: Reading) -> None:
    """The English Civil War
    I. Causes
    A. Ship money
    B. Religion
    II. Course
    A. Edgehill, 1642
    B. Naseby, 1645
    """
    assert page.layout != "choices"
    assert not any("right is not on the page" in why for _, why in whys(page))


def test_true_or_false(page: Reading) -> None:
    """1. The Sun is a star.
    True
    False
    Answer: True
    2. The Moon makes its own light.
    True
    False
    Answer: False
    """
    assert cards(page) == [
        ("The Sun is a star.", ["True"]),
        ("The Moon makes its own light.", ["False"]),
    ]
    assert wrong(page) == [("False",), ("True",)]


def test_boxes_and_bold(page: Reading) -> None:
    """**1. Which number is a prime?**
    [ ] 4
    [x] 5
    [ ] 6
    **2. Which number is a square?**
    [ ] 8
    [x] 9
    [ ] 10
    """
    assert cards(page) == [
        ("Which number is a prime?", ["5"]),
        ("Which number is a square?", ["9"]),
    ]


def test_broken_stems_and_options(page: Reading) -> None:
    """1. The Treaty of Versailles was signed
    in the year
    A) 1918
    B) 1919, in the
    hall of mirrors
    C) 1920
    Correct answer: B
    2. The League of Nations first met in
    A) 1920
    B) 1925
    C) 1930
    Correct answer: A
    """
    assert cards(page)[0] == (
        "The Treaty of Versailles was signed in the year",
        ["1919, in the hall of mirrors"],
    )
    assert wrong(page) == [("1918", "1920"), ("1925", "1930")]


def test_keys_on_one_line(page: Reading) -> None:
    """1. Largest ocean?
    a) Atlantic
    b) Pacific
    2. Longest river of Europe?
    a) Volga
    b) Danube
    3. Highest peak of the Alps?
    a) Eiger
    b) Mont Blanc
    Answers: 1b 2a 3b
    """
    assert [points for _, points in cards(page)] == [["Pacific"], ["Volga"], ["Mont Blanc"]]
    assert page.problems == ()
