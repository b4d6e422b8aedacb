"""What stands above the first card."""

from learnt.sources.layouts.heading import Heading, heading_of
from learnt.sources.page import page_of


def heading(text: str) -> Heading:
    page = page_of(text, "x")
    return heading_of(page, page.lines)


def test_nothing() -> None:
    assert heading("") == Heading()


def test_a_title() -> None:
    assert heading("Waves") == Heading("Waves")
    assert heading("# Waves") == Heading("Waves")
    assert heading("Waves Flashcards") == Heading("Waves")


def test_words_of_a_site_are_no_title() -> None:
    found = heading("Created by: Mira\nWaves\nShare\n12\nYear 10")
    assert found.title == "Waves"
    assert found.furniture == {1, 3, 4, 5}
    assert found.problems == ()


def test_what_someone_wrote_is_said() -> None:
    found = heading(
        "Waves\nThese cards go with the second lesson on light; the first one is on another page."
    )
    assert found.title == "Waves"
    assert [problem.line for problem in found.problems] == [2]


def test_a_line_without_a_bullet_is_rather_the_title() -> None:
    found = heading("• mine\nWaves")
    assert found.title == "Waves"
    assert found.furniture == {1}
