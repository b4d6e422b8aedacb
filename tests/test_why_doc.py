"""docs/why-chains.md: what its tables say is read is what is read."""

import pytest

from learnt.facts import Cause, CauseKind
from learnt.facts.chains import chains_of
from tests.facts.made import facts_of, read
from tests.tables import tables_of

table = tables_of("why-chains.md")
CAUSES = table("| on the card | cause | effect |")
CONDITIONS = table("| on the card | condition | what comes of it |")
PROMPTS = table("| the prompt | its points are |")
NONE = table("| on the card |")


def test_the_tables_are_there() -> None:
    assert min(len(CAUSES), len(PROMPTS), len(NONE)) > 6
    assert len(CONDITIONS) > 2


def pair(one: Cause) -> tuple[str, str]:
    return one.cause, one.effect


@pytest.mark.parametrize(("text", "cause", "effect"), CAUSES)
def test_a_cause(text: str, cause: str, effect: str) -> None:
    (one,) = facts_of(text).causes
    assert (pair(one), one.kind) == ((cause, effect), CauseKind.CAUSE)


@pytest.mark.parametrize(("text", "cause", "effect"), CONDITIONS)
def test_a_condition(text: str, cause: str, effect: str) -> None:
    (one,) = facts_of(text).causes
    assert (pair(one), one.kind) == ((cause, effect), CauseKind.CONDITION)


@pytest.mark.parametrize(("prompt", "points"), PROMPTS)
def test_a_prompt(prompt: str, points: str) -> None:
    one, other = facts_of("Nobody was paid.", prompt=prompt).causes[0].sides
    assert one
    assert other
    asked = other if points == "causes" else one
    assert asked.point is None


@pytest.mark.parametrize("text", [row[0] for row in NONE])
def test_none(text: str) -> None:
    assert facts_of(text).causes == ()


def test_a_long_word_is_the_same_everywhere_and_a_short_one_is_not() -> None:
    def chains(word: str) -> int:
        cards = read((None, f"Debts led to {word}."), (None, f"{word} led to hunger."))
        return len(chains_of(cards, frozenset()))

    assert (chains("hyperinflation"), chains("war")) == (1, 2)
