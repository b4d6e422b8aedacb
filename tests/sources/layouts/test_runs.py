"""All cards in one paragraph. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards, whys


def test_words_in_a_row(page: Reading) -> None:
    """Dutch for the kitchen

    mes - knife, vork - fork, lepel - spoon, bord - plate, kom - bowl
    """
    assert page.layout == "runs"
    assert page.deck.title == "Dutch for the kitchen"
    assert cards(page) == [
        ("mes", ["knife"]),
        ("vork", ["fork"]),
        ("lepel", ["spoon"]),
        ("bord", ["plate"]),
        ("kom", ["bowl"]),
    ]
    assert {card.source_lines for card in page.deck.cards} == {(3, 3)}
    assert any("guess" in why for _, why in whys(page))


def test_questions_in_one_paragraph(page: Reading) -> None:
    """What is a glacier? Ice that flows downhill under its own weight. What is firn? Snow that has"""
    assert all(card.confidence < 0.8 for card in page.deck.cards)


def test_questions_and_answers_in_a_row(page: Reading) -> None:
    """What is a glacier? Ice that flows downhill under its own weight. What is firn? Snow that has outlived a summer. What is an erratic? A rock that ice has carried far from where it was formed. Which sound does a crevasse make? None"""
    assert [prompt for prompt, _ in cards(page)] == [
        "What is a glacier?", "What is firn?", "What is an erratic?",
        "Which sound does a crevasse make?",
    ]  # fmt: skip
    assert cards(page)[1][1] == ["Snow that has outlived a summer."]
    assert all(card.confidence < 0.5 for card in page.deck.cards)


def test_a_sentence_with_commas_is_no_deck(page: Reading) -> None:
    """We sailed at dawn, past the lighthouse, and by noon, with a fair wind, had lost sight of land."""
    assert page.deck.cards == ()
    assert len(whys(page)) == 1
