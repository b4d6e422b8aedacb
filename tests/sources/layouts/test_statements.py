"""Pages of statements under a title. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards, whys


def test_a_title_that_is_a_question_makes_one_card(page: Reading) -> None:
    """Why did the Roman Republic fall

    Cards (3)

      • The Gracchi were killed, and violence became a means of politics
      • Armies were loyal to the generals who paid them. Sulla marched on Rome in 88 BC
      • Caesar crossed the Rubicon in 49 BC
    """
    assert page.layout == "statements"
    assert page.declared == 3
    assert page.deck.title == page.deck.question == "Why did the Roman Republic fall"
    assert cards(page) == [
        (
            "Why did the Roman Republic fall",
            [
                "The Gracchi were killed, and violence became a means of politics",
                "Armies were loyal to the generals who paid them. Sulla marched on Rome in 88 BC",
                "Caesar crossed the Rubicon in 49 BC",
            ],
        )
    ]
    assert page.problems == ()
    assert page.deck.cards[0].source_lines == (1, 7)
    assert page.deck.cards[0].confidence > 0.8


def test_another_title_makes_a_card_of_each_statement(page: Reading) -> None:
    """Causes of the French Revolution
    Cards (3)
    • The crown was bankrupt after the American war
    • Bread was dear after the bad harvest of 1788
    • The Third Estate paid nearly all of the taxes
    """
    assert page.deck.question is None
    assert cards(page) == [
        (None, ["The crown was bankrupt after the American war"]),
        (None, ["Bread was dear after the bad harvest of 1788"]),
        (None, ["The Third Estate paid nearly all of the taxes"]),
    ]
    assert [card.source_lines for card in page.deck.cards] == [(3, 3), (4, 4), (5, 5)]


def test_without_a_count_and_with_dashes(page: Reading) -> None:
    """How do vaccines work?
    - They show the immune system a harmless part of a germ
    - Memory cells remain
    -A second dose makes them more
    """
    assert cards(page) == [
        (
            "How do vaccines work?",
            [
                "They show the immune system a harmless part of a germ",
                "Memory cells remain",
                "A second dose makes them more",
            ],
        )
    ]


def test_broken_and_nested_statements(page: Reading) -> None:
    """What were the aims of the Meiji reformers

    Cards (3)

      • A rich country with a strong army, so that
        the unequal treaties could be ended
      • One state in place of the domains
        • the lords gave up their land in 1869
        • prefectures followed in 1871
      • Learning from the West without becoming Western
    """
    assert page.problems == ()
    assert cards(page)[0][1] == [
        "A rich country with a strong army, so that the unequal treaties could be ended",
        "One state in place of the domains",
        "the lords gave up their land in 1869",
        "prefectures followed in 1871",
        "Learning from the West without becoming Western",
    ]


def test_a_statement_that_has_lost_its_bullet(page: Reading) -> None:
    """Why was the League of Nations weak?

    Cards (4)

    • The United States never joined
    It had no army of its own and had to ask its members for one.
    • Decisions had to be unanimous
    • Sanctions hurt those who imposed them
    """
    assert len(page.deck.cards) == 1
    assert len(page.deck.cards[0].points) == 4
    assert page.problems == ()


def test_points_with_headings_of_their_own(page: Reading) -> None:
    """What were the effects of the railways?
    • Economic: goods became cheaper
    • Social: people moved to the towns
    • Political: newspapers reached every county
    """
    assert len(page.deck.cards) == 1
    assert page.deck.cards[0].confidence > 0.8


def test_a_spanish_title(page: Reading) -> None:
    """¿Por qué cayó el Imperio azteca?
    Cards (2)
    • Las enfermedades mataron a gran parte de la población
    • Los tlaxcaltecas lucharon al lado de Cortés
    """
    assert page.deck.question == "¿Por qué cayó el Imperio azteca?"
    assert len(page.deck.cards) == 1


def test_lines_above_the_list_are_said(page: Reading) -> None:
    """Features of rainforests
    From the lesson on Tuesday
    • The canopy shades the ground
    • Nutrients are held in the plants rather than in the soil
    • Epiphytes grow on the branches of trees
    """
    assert page.deck.title == "Features of rainforests"
    assert len(page.deck.cards) == 3
    assert [line for line, _ in whys(page)] == [2]


def test_bare_lines_that_the_count_says_are_cards(page: Reading) -> None:
    """Photoreceptors Flashcards
    (4 cards)
    Rods work in dim light and see no colour
    Cones need more light and come in three kinds
    The fovea holds cones only
    There are no receptors where the nerve leaves the eye
    """
    assert [prompt for prompt, _ in cards(page)] == [None] * 4


def test_the_same_statement_twice(page: Reading) -> None:
    """Properties of metals
    - They conduct
    - They can be beaten into sheets
    - They conduct
    """
    assert len(page.deck.cards) == 2
    assert [line for line, _ in whys(page)] == [4]


def test_content_that_looks_like_furniture_stays(page: Reading) -> None:
    """How many parts has the brain?
    Cards (4)
    • Learn
    • 6 terms
    • Test
    • View source
    """
    assert cards(page)[0][1] == ["Learn", "6 terms", "Test", "View source"]


def test_one_statement_under_a_marked_title_is_a_card(page: Reading) -> None:
    """# The heart
    - The left ventricle pumps blood round the body
    """
    assert page.deck.title == "The heart"
    assert cards(page) == [(None, ["The left ventricle pumps blood round the body"])]
