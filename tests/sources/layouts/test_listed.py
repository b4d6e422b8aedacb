"""Lists whose items are fronts, with their backs deeper. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards, whys


def test_a_back_under_every_item(page: Reading) -> None:
    """Photosynthesis
    Cards (3)
      • Where do the light reactions happen?
        In the thylakoids
      • What do they make?

        • ATP
        • NADPH
        • Oxygen
      • What fixes carbon dioxide?

        Rubisco
    """
    assert page.layout == "listed"
    assert page.deck.title == "Photosynthesis"
    assert page.declared == 3
    assert page.problems == ()
    assert cards(page) == [
        ("Where do the light reactions happen?", ["In the thylakoids"]),
        ("What do they make?", ["ATP", "NADPH", "Oxygen"]),
        ("What fixes carbon dioxide?", ["Rubisco"]),
    ]
    assert [card.source_lines for card in page.deck.cards] == [(3, 4), (5, 9), (10, 12)]


def test_a_front_that_was_broken_at_the_margin(page: Reading) -> None:
    """Sound
    • What decides how loud we hear a note that is played on the string of a violin,
      or on any other string?
      The amplitude
    • What decides its pitch?
      The frequency
    """
    assert cards(page)[0] == (
        (
            "What decides how loud we hear a note that is played on the string of a violin, or on "
            "any other string?"
        ),
        ["The amplitude"],
    )


def test_pairs_on_one_line_and_statements_among_them(page: Reading) -> None:
    """Sleep
    Cards (5)
      • REM sleep
        Sleep with quick movements of the eyes
      • Melatonin
        A hormone of the pineal gland
      • Circadian rhythm - a cycle of about a day
      • Adults need seven hours or more
      • Cortisol
        A hormone that rises before waking
    """
    assert ("Circadian rhythm", ["a cycle of about a day"]) in cards(page)
    assert ("REM sleep", ["Sleep with quick movements of the eyes"]) in cards(page)
    texts = [text for card in cards(page) for text in card[1]]
    assert "Adults need seven hours or more" in texts + [text for _, text in _said(page)]


def _said(page: Reading) -> list[tuple[int | None, str]]:
    return [(problem.line, problem.text) for problem in page.problems]


def test_a_back_that_was_lost(page: Reading) -> None:
    """Gods of Rome
    • Mars
      War
    • Neptune
      The sea
    • Ceres
      The harvest
    • Vesta
    • Minerva
      Wisdom
    • Vulcan
      Fire
    """
    assert [prompt for prompt, _ in cards(page)] == [
        "Mars",
        "Neptune",
        "Ceres",
        "Minerva",
        "Vulcan",
    ]
    assert [line for line, _ in whys(page)] == [8]


def test_bullets_under_a_question_are_its_points(page: Reading) -> None:
    """Why did the Vikings settle in Iceland?
    - Land was scarce at home
    - Harald Fairhair ruled harshly
    - Good pasture lay empty there
    """
    assert page.layout != "listed"
    assert len(page.deck.cards) == 1
