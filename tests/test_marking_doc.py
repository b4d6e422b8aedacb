"""docs/marking.md: what its tables say of an answer is how it is marked."""

import re

import pytest

from learnt.deck import Point
from learnt.journal import VerdictKind
from learnt.marking import Question
from learnt.marking.slots.clash import ClashKind
from learnt.marking.slots.clashes import clashes_of
from learnt.weights.marking import marker
from tests.conftest import ROOT
from tests.marking.made import a_question, beside, scored
from tests.tables import tables_of

table = tables_of("marking.md")
SHORT = table("| on the card | typed | mark |")
LISTS = table("| on the card | typed | marks |")
CLASHES = table("| on the card | typed | what differs |")
NO_CLASHES = table("| on the card | typed |")


def test_the_tables_are_there() -> None:
    assert len(SHORT) > 20
    assert min(len(LISTS), len(CLASHES), len(NO_CLASHES)) > 3
    assert [row[0] for row in table("| mark | what it means |")] == [
        "covered", "missing", "conflict", "unsure",
    ]  # fmt: skip
    assert {row[0] for row in table("| mark | what it means |")} == set(VerdictKind)


@pytest.mark.parametrize(("card", "typed", "mark"), SHORT)
def test_a_short_answer(card: str, typed: str, mark: str) -> None:
    """No score has a say: it is the same with the least and the greatest."""
    for score in (0.01, 0.99):
        (found,) = scored(score).mark(a_question("Which is it?", card), typed)
        assert found.kind.value == mark


@pytest.mark.parametrize(("card", "typed", "marks"), LISTS)
def test_a_list(card: str, typed: str, marks: str) -> None:
    question = a_question("Name them.", *card.split("; "))
    found = scored(0.5).mark(question, typed)
    assert [one.kind.value for one in found] == marks.split("; ")


@pytest.mark.parametrize(("card", "typed", "differs"), CLASHES)
def test_a_clash(card: str, typed: str, differs: str) -> None:
    assert ClashKind(differs) in {one.kind for one in clashes_of(beside(card, typed))}
    (found,) = scored(0.4).mark(a_question(None, card), typed)
    assert found.kind is VerdictKind.CONFLICT


@pytest.mark.parametrize(("card", "typed"), NO_CLASHES)
def test_no_clash(card: str, typed: str) -> None:
    assert clashes_of(beside(card, typed)) == ()


def test_the_python_says_what_the_page_says() -> None:
    page = (ROOT / "docs" / "marking.md").read_text("utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    said: list[str] = []
    exec(  # noqa: S102 - the page's own example
        code, {"Question": Question, "Point": Point, "marker": marker, "print": said.append}
    )
    assert said == [code.partition("# ")[2].strip()]


def test_what_was_accepted_is_the_same_in_words_of_another_case() -> None:
    card = Point(
        a_question(None, "x").points[0].id, "The guild dammed the river", ("they built a weir",)
    )
    (found,) = scored(0.01).mark(Question("What?", (card,)), "Rain fell. They built a weir!")
    assert found.kind is VerdictKind.COVERED
