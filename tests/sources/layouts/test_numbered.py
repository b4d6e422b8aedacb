"""Pages that count their cards. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards, whys


def test_a_number_alone_above_every_card(page: Reading) -> None:
    """Glaciers

    1

    What is a moraine?

    Rock that ice has carried and dropped

    2

    What is a corrie?

    A hollow on a mountainside
    where a glacier began

    3

    Name two ways in which ice erodes

    - Plucking
    - Abrasion
    """
    assert page.layout == "numbered"
    assert page.deck.title == "Glaciers"
    assert page.problems == ()
    assert [prompt for prompt, _ in cards(page)] == [
        "What is a moraine?",
        "What is a corrie?",
        "Name two ways in which ice erodes",
    ]
    assert cards(page)[2][1] == ["Plucking", "Abrasion"]
    assert page.furniture == (3, 9, 16)
    assert page.deck.cards[0].source_lines == (3, 7)


def test_an_answer_that_is_a_number(page: Reading) -> None:
    """Small numbers
    1
    How many hearts has an octopus?
    3
    2
    How many legs has a spider?
    8
    3
    How many bones has a human neck?
    7
    4
    How many chambers has the heart of a bird?
    4
    """
    assert cards(page) == [
        ("How many hearts has an octopus?", ["3"]),
        ("How many legs has a spider?", ["8"]),
        ("How many bones has a human neck?", ["7"]),
        ("How many chambers has the heart of a bird?", ["4"]),
    ]


def test_a_number_before_every_front(page: Reading) -> None:
    """Optics quiz
    1) What does a convex lens do to parallel rays?
    It brings them together at its focus
    2) Which colour of light is bent most by a prism?
    Violet
    3) What are the three kinds of cone for?
    - Long waves
    - Middle waves
    - Short waves
    """
    assert page.deck.title == "Optics quiz"
    assert cards(page) == [
        ("What does a convex lens do to parallel rays?", ["It brings them together at its focus"]),
        ("Which colour of light is bent most by a prism?", ["Violet"]),
        ("What are the three kinds of cone for?", ["Long waves", "Middle waves", "Short waves"]),
    ]
    assert [card.source_lines for card in page.deck.cards] == [(2, 3), (4, 5), (6, 9)]


def test_headings_under_the_numbers(page: Reading) -> None:
    """Tides Flashcards

    1
    ## What pulls the water?
    ### The Moon, and less strongly the Sun

    2
    ## What is a spring tide?
    ### A high tide at new or full moon

    3
    ## What is a neap tide?
    ### A weak tide at half moon
    """
    assert cards(page) == [
        ("What pulls the water?", ["The Moon, and less strongly the Sun"]),
        ("What is a spring tide?", ["A high tide at new or full moon"]),
        ("What is a neap tide?", ["A weak tide at half moon"]),
    ]


def test_a_side_that_was_lost(page: Reading) -> None:
    """Bones
    1
    What is the femur?
    The bone of the thigh
    2
    What is the scapula?
    3
    What is the patella?
    The cap of the knee
    4
    What is the sternum?
    The bone of the breast
    5
    What is the ulna?
    The longer bone of the forearm
    """
    assert [prompt for prompt, _ in cards(page)] == [
        "What is the femur?",
        "What is the patella?",
        "What is the sternum?",
        "What is the ulna?",
    ]
    assert [line for line, _ in whys(page)] == [6]


def test_a_number_left_out(page: Reading) -> None:
    """Muscles
    1
    biceps
    bends the elbow
    2
    triceps
    straightens it
    4
    diaphragm
    draws in breath
    5
    masseter
    closes the jaw
    """
    assert [prompt for prompt, _ in cards(page)] == ["biceps", "triceps", "diaphragm", "masseter"]
    assert page.problems == ()


def test_a_numbered_answer_is_no_list_of_cards(page: Reading) -> None:
    """How is paper made?
    1. Wood is broken down to fibres
    2. The fibres are mixed with water
    3. The pulp is spread on a mesh
    4. The sheet is pressed and dried
    """
    assert page.layout != "numbered"
    assert len(page.deck.cards) == 1
    assert len(page.deck.cards[0].points) == 4


def test_what_the_site_says_below_the_last_card(page: Reading) -> None:
    """Vitamins

    1

    Which vitamin prevents scurvy?
    Vitamin C

    2

    Which vitamin is made in sunlit skin?
    Vitamin D

    3

    Which vitamin helps blood to clot?
    Vitamin K

    Study the whole list with our app today
    """
    assert cards(page)[-1] == ("Which vitamin helps blood to clot?", ["Vitamin K"])
    assert 18 in page.furniture


def test_new_cards_below_a_tool_bar(page: Reading) -> None:
    """Bones of the arm Flashcards
    1/2
    Looks like no tags are added yet.
    Name | Mastery | Learn | Test | Matching | Spaced |
    ---|---|---|---|---|---
    No study sessions yet.
    3 Terms

    1
    New cards

    humerus

    upper arm

    2
    New cards

    radius

    forearm, on the side of the thumb

    3
    New cards

    ulna

    forearm, on the side of the little finger
    """
    assert page.deck.title == "Bones of the arm"
    assert page.declared == 3
    assert page.problems == ()
    assert cards(page) == [
        ("humerus", ["upper arm"]),
        ("radius", ["forearm, on the side of the thumb"]),
        ("ulna", ["forearm, on the side of the little finger"]),
    ]


def test_words_broken_at_the_margin(page: Reading) -> None:
    """1. What is photosyn-
    thesis?
    The making of sugar with the help of sun-
    light
    2. What is respiration?
    The release of energy from sugar
    3. What is transpiration?
    The loss of water from leaves
    """
    assert cards(page)[0] == (
        "What is photosynthesis?",
        ["The making of sugar with the help of sunlight"],
    )


def test_right_to_left(page: Reading) -> None:
    """מילים
    1. שלום
    peace
    2. ספר
    book
    3. מים
    water
    """
    assert page.deck.title == "מילים"
    assert cards(page) == [("שלום", ["peace"]), ("ספר", ["book"]), ("מים", ["water"])]


def test_answers_that_are_questions(page: Reading) -> None:
    """1. What does Descartes ask?
    Can I doubt that I am?
    2. What does Pilate ask?
    What is truth?
    3. What does Cain ask?
    Am I my brother's keeper?
    """
    assert [points for _, points in cards(page)] == [
        ["Can I doubt that I am?"], ["What is truth?"], ["Am I my brother's keeper?"],
    ]  # fmt: skip
