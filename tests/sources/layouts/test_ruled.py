"""Pages with lines drawn across them. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards, whys


def test_a_rule_between_the_sides_and_a_break_between_cards(page: Reading) -> None:
    """What is a haiku?
    ---
    A poem of seventeen syllables
    ***
    What is a sonnet?
    ---
    - fourteen lines
    - a turn towards the end
    ***
    What is a ballad?
    ---
    A poem that tells a story
    """
    assert page.layout == "ruled"
    assert page.problems == ()
    assert cards(page) == [
        ("What is a haiku?", ["A poem of seventeen syllables"]),
        ("What is a sonnet?", ["fourteen lines", "a turn towards the end"]),
        ("What is a ballad?", ["A poem that tells a story"]),
    ]
    assert {2, 4, 6, 9, 11} <= set(page.furniture)
    assert [card.source_lines for card in page.deck.cards] == [(1, 3), (5, 8), (10, 12)]


def test_the_rule_between_whole_cards(page: Reading) -> None:
    """iamb

    a weak and a strong syllable

    ---

    trochee

    a strong and a weak one

    ---

    spondee

    two strong ones
    """
    assert cards(page) == [
        ("iamb", ["a weak and a strong syllable"]),
        ("trochee", ["a strong and a weak one"]),
        ("spondee", ["two strong ones"]),
    ]


def test_blocks_in_turn(page: Reading) -> None:
    """# Who wrote Faust?
    ---
    Goethe
    ---
    # Who wrote The Robbers?
    ---
    Schiller
    """
    assert cards(page) == [
        ("Who wrote Faust?", ["Goethe"]),
        ("Who wrote The Robbers?", ["Schiller"]),
    ]


def test_a_card_without_a_back(page: Reading) -> None:
    """stanza
    ---
    a group of lines
    ***
    refrain
    ***
    couplet
    ---
    two lines that rhyme
    ***
    foot
    ---
    the unit of a metre
    """
    assert [prompt for prompt, _ in cards(page)] == ["stanza", "couplet", "foot"]
    assert [line for line, _ in whys(page)] == [5]


def test_a_rule_under_the_title_is_a_line(page: Reading) -> None:
    """Weights
    ---
    What is a stone?
    Fourteen pounds
    What is an ounce?
    A sixteenth of a pound
    What is a ton?
    A thousand kilograms, or about that
    """
    assert page.layout != "ruled"
    assert [prompt for prompt, _ in cards(page)] == [
        "What is a stone?", "What is an ounce?", "What is a ton?",
    ]  # fmt: skip
