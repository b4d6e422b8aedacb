"""What is furniture, and what only looks like it."""

import pytest

from learnt.sources.page import Page, page_of
from learnt.sources.site.furniture import remove_furniture


def bare(text: str) -> Page:
    return remove_furniture(page_of(text, "x.txt"))


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("(24 cards)", 24),
        ("Cards (8)", 8),
        ("cards (8):", 8),
        ("12 Cards in this Set", 12),
        ("Flashcards in Optics Deck (31):", 31),
        ("Terms in this set (40)", 40),
        ("17 Terms", 17),
        ("34 flashcards", 34),
        ("Learn faster with 9 flashcards.", 9),
    ],
)
def test_declared_counts(line: str, count: int) -> None:
    page = bare(f"Optics\n{line}\nfocus\nwhere rays meet\n")
    assert page.declared == count
    assert page.title is not None
    assert page.title.body == "Optics"
    assert [one.text for one in page.lines] == ["focus", "where rays meet"]
    assert 2 in page.aside


@pytest.mark.parametrize("end", [" Flashcards (24 cards)", " (24 cards)", " [24 terms]"])
def test_a_count_at_the_end_of_the_title(end: str) -> None:
    page = bare(f"Optics{end}\nfocus\nwhere rays meet\n")
    assert page.declared == 24
    assert page.title is not None
    assert page.title.body == "Optics"
    assert [one.text for one in page.lines] == ["focus", "where rays meet"]


def test_one_over_n_above_a_tool_bar() -> None:
    page = bare("1/14\nLooks like no tags are added yet.\nNo study sessions yet.\na\nb\n")
    assert page.declared == 15
    assert [cards for cards in range(20) if page.agrees(cards)] == [14, 15]
    assert [one.text for one in page.lines] == ["a", "b"]


def test_counting_up() -> None:
    page = bare("a\nb\n1 of 3\nc\nd\n2 of 3\ne\nf\n3 of 3\n")
    assert page.declared == 3
    assert len(page.lines) == 6


@pytest.mark.parametrize(
    "text",
    [
        "How many parts?\n1/2\n",
        "How many terms did he serve?\n4 terms\n",
        "Which part?\n2 of 3\n",
        "Score\n6\n",
        "Verb\nLearn\n",
        "Exam\nTest\nShare\nView source\n",
    ],
)
def test_content_that_looks_like_furniture_stays(text: str) -> None:
    page = bare(text)
    assert [one.text for one in page.lines] == text.split("\n")[:-1]
    assert page.declared is None


def test_titles() -> None:
    assert (page := bare("Cell division Flashcards\na\nb\n")).title is not None
    assert page.title.body == "Cell division"
    assert bare("Flashcards\na\nb\n").title is None
    assert [one.text for one in bare("Flashcards\na\nb\n").lines] == ["Flashcards", "a", "b"]


def test_the_words_of_a_tool_bar_go_only_above_a_count() -> None:
    page = bare("Save\nBonds\nShare\nLearn\nCreated by\nA pupil\nCards (2)\nLearn\nto take in\n")
    assert page.title is not None
    assert page.title.body == "Bonds"
    assert [one.text for one in page.lines] == ["Learn", "to take in"]


def test_the_buttons_that_rate_a_card() -> None:
    rating = "How well did you know this?\n1\nNot at all\n2\n3\n4\n5\nPerfectly"
    page = bare(f"1\nQ\nHow many arms has a starfish?\nA\n5\n{rating}\n2\nQ\nb\nA\nc\n{rating}")
    texts = [one.text for one in page.lines]
    assert texts[:5] == ["1", "Q", "How many arms has a starfish?", "A", "5"]
    assert "Perfectly" not in texts
    assert texts.count("5") == 1


def test_a_rating_that_was_cut() -> None:
    page = bare("Q\na\nA\nb\nHow well did you know this?\n1\nNot at all")
    assert [one.text for one in page.lines] == ["Q", "a", "A", "b"]


def test_the_names_of_two_columns() -> None:
    page = bare("Front\nBack\nneap\nweak\nspring\nstrong")
    assert [one.text for one in page.lines] == ["neap", "weak", "spring", "strong"]
    assert page.aside == {1, 2}


def test_a_front_that_is_called_front_stays() -> None:
    text = "neap\nweak\nspring\nstrong\nFront\nBack\nUp\nDown"
    assert [one.text for one in bare(text).lines] == text.split("\n")


def test_buttons_under_every_card_end_it() -> None:
    page = bare("a\nb\nView source\nc\nd\nView source\ne\nf\nView source")
    assert [one.text for one in page.lines] == ["a", "b", "c", "d", "e", "f"]
    assert page.ends == {2, 5, 8}
    assert page.aside == {3, 6, 9}


def test_two_buttons_may_be_answers() -> None:
    text = "anzeigen\nShow answer\nfragen\nto ask\nwieder zeigen\nShow answer"
    assert [one.text for one in bare(text).lines] == text.split("\n")


def test_rules_and_comments_go_and_numbers_of_the_lines_stay() -> None:
    page = bare("Waves Flashcards\n=====\n<!-- week 3 -->\ncrest\nthe top")
    assert [(one.number, one.text) for one in page.lines] == [(4, "crest"), (5, "the top")]
    assert page.aside == {1, 2, 3}
