"""Pages with lines that only say which side follows. Each docstring is a page."""

import pytest

from learnt.ids import MakeId
from learnt.sources import Reading, read
from tests.sources.pages import cards, whys


def test_question_and_answer_on_lines_of_their_own(page: Reading) -> None:
    """The Moon
    Question
    Why does the Moon show phases?
    Answer
    We see more or less of its lit half as it moves round the Earth
    Question
    What happens in an eclipse of the Moon?
    Answer
    - The Earth stands between the Sun and the Moon
    - Its shadow falls on the Moon
    Question
    How long is the month from new moon to new moon?
    Answer
    29.5 days
    """
    assert page.layout == "labelled"
    assert page.deck.title == "The Moon"
    assert page.problems == ()
    assert cards(page) == [
        (
            "Why does the Moon show phases?",
            ["We see more or less of its lit half as it moves round the Earth"],
        ),
        (
            "What happens in an eclipse of the Moon?",
            ["The Earth stands between the Sun and the Moon", "Its shadow falls on the Moon"],
        ),
        ("How long is the month from new moon to new moon?", ["29.5 days"]),
    ]
    assert page.furniture == (2, 4, 6, 8, 11, 13)
    assert [card.source_lines for card in page.deck.cards] == [(2, 5), (6, 10), (11, 14)]
    assert all(card.confidence > 0.8 for card in page.deck.cards)


@pytest.mark.parametrize(
    ("ask", "answer"),
    [("front {}", "back {}"), ("Term", "Definition"), ("Frage", "Antwort"), ("Q", "A")],
)
def test_labels_of_every_kind(ask: str, answer: str, make_id: MakeId) -> None:
    pairs = [("ductus", "a duct"), ("pons", "a bridge"), ("sella", "a saddle")]
    lines = ["Latin in anatomy"]
    for number, (front, back) in enumerate(pairs, 1):
        lines += [ask.format(number), front, answer.format(number), back]
    page = read("\n".join(lines).encode(), "latin.txt", make_id)
    assert cards(page) == [(front, [back]) for front, back in pairs]
    assert page.layout == "labelled"


def test_an_answer_that_looks_like_its_label(page: Reading) -> None:
    """Blood groups
    Q
    Which group has only the antigen A on its red cells?
    A
    A
    Q
    Which group can be given to nearly everyone?
    A
    O negative
    Q
    Which group has both antigens?
    A
    AB
    """
    assert cards(page) == [
        ("Which group has only the antigen A on its red cells?", ["A"]),
        ("Which group can be given to nearly everyone?", ["O negative"]),
        ("Which group has both antigens?", ["AB"]),
    ]


def test_counters_and_buttons_between_the_cards(page: Reading) -> None:
    """Keys and scales Flashcards
    Card 1concept
    Front
    tonic
    Tap to reveal
    Back
    the first note of a scale
    Tap to reveal
    Card 2concept
    Front
    dominant
    Tap to reveal
    Back
    the fifth note of a scale
    Tap to reveal
    Card 3fact
    Front
    subdominant
    Tap to reveal
    Back
    the fourth note of a scale
    Tap to reveal
    """
    assert cards(page) == [
        ("tonic", ["the first note of a scale"]),
        ("dominant", ["the fifth note of a scale"]),
        ("subdominant", ["the fourth note of a scale"]),
    ]
    assert page.deck.title == "Keys and scales"
    assert {2, 5, 8, 9, 12, 15, 16, 19, 22} <= set(page.furniture)


def test_a_side_that_is_missing_is_said(page: Reading) -> None:
    """Rocks
    Front
    granite
    Back
    cooled slowly, deep in the crust
    Front
    obsidian
    Back
    Front
    basalt
    Back
    cooled fast, at the surface
    Front
    marble
    Back
    limestone changed by heat and pressure
    """
    assert cards(page) == [
        ("granite", ["cooled slowly, deep in the crust"]),
        ("basalt", ["cooled fast, at the surface"]),
        ("marble", ["limestone changed by heat and pressure"]),
    ]
    assert 7 in [line for line, _ in whys(page)]


def test_words_that_are_only_labels_elsewhere(page: Reading) -> None:
    """German nouns Flashcards
    (5 cards)
    Question
    die Frage
    Number
    die Zahl
    Answer
    die Antwort
    Page
    die Seite
    Word
    das Wort
    """
    assert page.layout != "labelled"
    assert ("Question", ["die Frage"]) in cards(page)
    assert ("Answer", ["die Antwort"]) in cards(page)


def test_numbers_and_ratings_around_every_card(page: Reading) -> None:
    """Plants Flashcards (2 cards)
    1
    Q
    What do roots do?
    A
      1. hold the plant
      2. take up water
    How well did you know this?
    1
    Not at all
    2
    3
    4
    5
    Perfectly
    2
    Q
    How many seed leaves has a bean?
    A
    2
    How well did you know this?
    1
    Not at all
    2
    3
    4
    5
    Perfectly
    """
    assert cards(page) == [
        ("What do roots do?", ["hold the plant", "take up water"]),
        ("How many seed leaves has a bean?", ["2"]),
    ]
    assert page.declared == 2
    assert page.problems == ()
    assert {2, 3, 5, *range(8, 18), 19, *range(21, 29)} <= set(page.furniture)


def test_a_title_that_the_site_names(page: Reading) -> None:
    """Shared Flashcard Set
    Details
    Title
    Sea words
    Description
    by the coast

    Term
    spit
    Definition
    sand that reaches out
    Term
    bar
    Definition
    sand across a bay
    """
    assert page.deck.title == "Sea words"
    assert cards(page) == [("spit", ["sand that reaches out"]), ("bar", ["sand across a bay"])]


def test_a_deck_that_stands_there_twice(page: Reading) -> None:
    """Q
    Who sailed round Africa?
    A
    Vasco da Gama
    Q
    Who sailed to Brazil?
    A
    Cabral
    Q
    Who sailed round Africa?
    A
    Vasco da Gama
    Q
    Who sailed to Brazil?
    A
    Cabral
    """
    assert len(page.deck.cards) == 2
    assert len(page.problems) == 1
