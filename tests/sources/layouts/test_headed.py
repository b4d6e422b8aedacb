"""Headings with a body. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards, whys


def test_headings_with_items_and_paragraphs(page: Reading) -> None:
    """# The kidney

    ## What does the nephron do?
    - filters the blood
    - takes back what is useful

    ## What does ADH do?
    It makes the collecting duct let water through.

    ## What leaves in the urine?
    - urea
    - salts
      - sodium above all
    """
    assert page.layout == "headed"
    assert page.deck.title == "The kidney"
    assert page.problems == ()
    assert cards(page) == [
        ("What does the nephron do?", ["filters the blood", "takes back what is useful"]),
        ("What does ADH do?", ["It makes the collecting duct let water through."]),
        ("What leaves in the urine?", ["urea", "salts", "sodium above all"]),
    ]
    assert [card.source_lines for card in page.deck.cards] == [(3, 5), (7, 8), (10, 13)]


def test_only_headings_of_the_first_level(page: Reading) -> None:
    """# anode
    where oxidation happens

    # cathode
    where reduction happens

    # electrolyte
    what conducts between them
    """
    assert [prompt for prompt, _ in cards(page)] == ["anode", "cathode", "electrolyte"]


def test_a_chapter_and_a_heading_that_stands_twice(page: Reading) -> None:
    """# Economics

    ## Markets

    ### Supply
    ### Supply
    - what sellers offer at each price

    ### Demand
    - what buyers take at each price
    """
    assert cards(page) == [
        ("Supply", ["what sellers offer at each price"]),
        ("Demand", ["what buyers take at each price"]),
    ]
    assert {3, 5} <= set(page.furniture)


def test_pairs_under_a_heading(page: Reading) -> None:
    """# Sailing

    ## On board
    - port - the left side
    - starboard - the right side
    - bow - the front

    ## Sails
    - jib - the sail before the mast
    - boom - the spar at the foot of the mainsail
    """
    assert cards(page) == [
        ("port", ["the left side"]),
        ("starboard", ["the right side"]),
        ("bow", ["the front"]),
        ("jib", ["the sail before the mast"]),
        ("boom", ["the spar at the foot of the mainsail"]),
    ]


def test_org(page: Reading) -> None:
    """#+TITLE: Seas and winds
    * What is the trade wind? :drill:
    :PROPERTIES:
    :ID: 7
    :END:
    A steady wind towards the equator
    ** Answer
    It comes from the east
    * What is a monsoon? :drill:
    A wind that turns with the seasons
    """
    assert page.deck.title == "Seas and winds"
    assert [prompt for prompt, _ in cards(page)] == [
        "What is the trade wind?",
        "What is a monsoon?",
    ]
    assert cards(page)[1][1] == ["A wind that turns with the seasons"]
    assert {1, 3, 4, 5} <= set(page.furniture)


def test_the_last_heading_is_empty(page: Reading) -> None:
    """## Verbs
    words for what is done
    ## Nouns
    words for things
    ## Adverbs
    """
    assert [prompt for prompt, _ in cards(page)] == ["Verbs", "Nouns"]
    assert [line for line, _ in whys(page)] == [5]


def test_hash_signs_that_head_nothing(page: Reading) -> None:
    """Musical keys
    F# : the seventh note of G major
    C# : the leading note of D minor
    G# : the leading note of A minor
    """
    assert page.layout != "headed"
    assert [prompt for prompt, _ in cards(page)] == ["F#", "C#", "G#"]


def test_org_tags_are_tags(page: Reading) -> None:
    """* What does a glacier carry?     :drill:ice:rock:
    moraine
    * What does a river carry?        :drill:
    silt
    """
    assert [card.tags for card in page.deck.cards] == [("ice", "rock"), ()]
