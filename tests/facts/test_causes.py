"""What led to what."""

import pytest

from tests.facts.made import facts_of

CAUSES = {
    "Because the harvest failed, the peasants rose.": ("the harvest failed", "the peasants rose"),
    "The peasants rose because the harvest failed.": ("the harvest failed", "The peasants rose"),
    "The army lost due to a lack of food.": ("a lack of food", "The army lost"),
    "He resigned because of ill health.": ("ill health", "He resigned"),
    "As a result of the war, taxes rose sharply.": ("the war", "taxes rose sharply"),
    "Since the king was weak, nobles ruled.": ("the king was weak", "nobles ruled"),
    "The king was weak, so the nobles took over.": ("The king was weak", "the nobles took over"),
    "The king fled, therefore the republic was proclaimed.": (
        "The king fled",
        "the republic was proclaimed",
    ),
    "The tax on salt led to riots in Paris.": ("The tax on salt", "riots in Paris"),
    "The state collapsed, which meant that nobody was paid.": (
        "The state collapsed",
        "nobody was paid",
    ),
    "The bank failed. As a result, many people lost money.": (
        "The bank failed",
        "many people lost money",
    ),
    "The harvest failed. So the peasants rose in arms.": (
        "The harvest failed",
        "the peasants rose in arms",
    ),
}


@pytest.mark.parametrize("text", CAUSES)
def test_causes(text: str) -> None:
    (one,) = facts_of(text).causes
    assert (one.cause, one.effect) == CAUSES[text]
    assert one.cause in one.span.of(text)
    assert one.effect in one.span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Since 1933 the party was banned.",
        "There was so much snow.",
        "Sweden stayed neutral so as not to offend its neighbours.",
        "So the peasants rose.",
        "Because of it",
        "because",
        "They met and talked.",
    ],
)
def test_no_cause(text: str) -> None:
    assert facts_of(text).causes == ()


def test_one_for_each_sentence() -> None:
    facts = facts_of("The rains failed, so the crops died. The crops died, so people left.")
    assert [one.effect for one in facts.causes] == ["the crops died", "people left"]
