"""Pages with blank lines between cards, and in some between the sides. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards, whys


def test_tight_and_spaced_cards_in_one_page(page: Reading) -> None:
    """Learn the eye Flashcards
    6 Cards in this Set

    Cornea
    The clear window at the front of the eye.

    Iris

    The coloured ring that opens and closes.

    Pupil
    The hole through which the light comes in.

    Lens

    The body that bends light to a focus.

    Retina
    The layer of cells that take up the light.

    Optic nerve

    The bundle of fibres that leads to the brain.
    """
    assert page.declared == 6
    assert page.problems == ()
    assert cards(page) == [
        ("Cornea", ["The clear window at the front of the eye."]),
        ("Iris", ["The coloured ring that opens and closes."]),
        ("Pupil", ["The hole through which the light comes in."]),
        ("Lens", ["The body that bends light to a focus."]),
        ("Retina", ["The layer of cells that take up the light."]),
        ("Optic nerve", ["The bundle of fibres that leads to the brain."]),
    ]
    assert page.deck.cards[1].source_lines == (7, 9)


def test_questions_without_a_count(page: Reading) -> None:
    """Volcanoes

    What is magma?
    Molten rock below the ground

    What is lava?

    Molten rock that has come out

    What is a caldera?
    The hollow left where a volcano has fallen in

    What is tephra?

    Whatever is thrown out and falls

    What is a fumarole?
    A vent that gives off gas
    """
    assert page.deck.title == "Volcanoes"
    assert [prompt for prompt, _ in cards(page)] == [
        "What is magma?", "What is lava?", "What is a caldera?", "What is tephra?",
        "What is a fumarole?",
    ]  # fmt: skip
    assert cards(page)[3][1] == ["Whatever is thrown out and falls"]


def test_paragraphs_of_an_article_are_not_surely_cards(page: Reading) -> None:
    """The town began as a crossing of the river, long before there was a bridge.

    Merchants came with salt from the coast. They paid a toll at the gate.

    In the spring the water rose. Then nobody could cross for weeks.

    A bridge was built in the end. It was of wood, and burnt down twice.

    The third one was of stone. It stands to this day.

    On market days it is still crowded. Few ask who built it.
    """
    assert all(card.confidence < 0.8 for card in page.deck.cards)
    assert whys(page)


def test_a_set_of_words_with_its_count(page: Reading) -> None:
    """Words of the sky
    Terms in this set (4)

    la lune

    the moon

    le soleil

    the sun

    l'étoile
    the star

    le ciel
    the sky
    """
    assert page.deck.title == "Words of the sky"
    assert cards(page) == [
        ("la lune", ["the moon"]),
        ("le soleil", ["the sun"]),
        ("l'étoile", ["the star"]),
        ("le ciel", ["the sky"]),
    ]
