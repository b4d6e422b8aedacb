"""What led to what, within a sentence."""

import pytest

from learnt.facts import Cause, CauseKind
from tests.facts.made import facts_of

CAUSES = {
    "Because the harvest failed, the peasants rose.": ("the harvest failed", "the peasants rose"),
    "The peasants rose because the harvest failed.": ("the harvest failed", "The peasants rose"),
    "The army lost due to a lack of food.": ("a lack of food", "The army lost"),
    "The army lost mainly because of hunger.": ("hunger", "The army lost"),
    "He resigned because of ill health.": ("ill health", "He resigned"),
    "As a result of the war, taxes rose sharply.": ("the war", "taxes rose sharply"),
    "Since the king was weak, nobles ruled.": ("the king was weak", "nobles ruled"),
    "They were glad since in May 1935, Spain signed it.": (
        "in May 1935, Spain signed it",
        "They were glad",
    ),
    "It was never built as it cost too much.": ("it cost too much", "It was never built"),
    "The king was weak, so the nobles took over.": ("The king was weak", "the nobles took over"),
    "no nucleus bc it makes room": ("it makes room", "no nucleus"),
    "The king fled, therefore the republic was proclaimed.": (
        "The king fled",
        "the republic was proclaimed",
    ),
    "He was so weak that he fell.": ("He was so weak", "he fell"),
    "The tax on salt led to riots in Paris.": ("The tax on salt", "riots in Paris"),
    "The harvest failed, which in turn led to riots.": ("The harvest failed", "riots"),
    "The salt tax was the main cause of the revolt.": ("The salt tax", "the revolt"),
    "The army lost. The reason for this was that it had no food.": (
        "it had no food",
        "The army lost",
    ),
    "Landlords sell up, which cuts supply.": ("Landlords sell up", "supply"),
    "Debts may cause a crisis.": ("Debts", "a crisis"),
    "The tax on salt made the king unpopular.": ("The tax on salt", "the king unpopular"),
    "The state collapsed, which meant that nobody was paid.": (
        "The state collapsed",
        "nobody was paid",
    ),
    "France did nothing weakening their faith in pacts.": (
        "France did nothing",
        "their faith in pacts",
    ),
    "The river retreats, creating a gorge.": ("The river retreats", "a gorge"),
    "Although he won, he was hurt, so the army left.": ("he was hurt", "the army left"),
    "She was ill but they feared her, so they left.": ("they feared her", "they left"),
    "Prices rose (so wages fell) in May.": ("Prices rose", "wages fell"),
    "more light → a faster rate": ("more light", "a faster rate"),
    "The bank failed. As a result, many people lost money.": (
        "The bank failed",
        "many people lost money",
    ),
    "The bank failed. Many people lost money as a result.": (
        "The bank failed",
        "Many people lost money",
    ),
    "The risk was small. The club was therefore not liable.": (
        "The risk was small",
        "The club was therefore not liable",
    ),
    "Contracts are fixed. That is why prices stay.": ("Contracts are fixed", "prices stay"),
    "The walls leak; this leads to swelling.": ("The walls leak", "swelling"),
    "The harvest failed. So the peasants rose in arms.": (
        "The harvest failed",
        "the peasants rose in arms",
    ),
}
CONDITIONS = {
    "If France acted, Moscow would help.": ("France acted", "Moscow would help"),
    "Moscow would help if France acted.": ("France acted", "Moscow would help"),
    "If it is too cold then the plant dies.": ("it is too cold", "the plant dies"),
    "If it is too cold the plant will die.": ("it is too cold", "the plant will die"),
    "Unless it has stored starch it will die.": ("it has stored starch", "it will die"),
    "The ships left on condition that he kept out.": ("he kept out", "The ships left"),
}
NONE = (
    "Since 1933 the party was banned.",
    "The party has been banned since the king died.",
    "Athens fell in 404 BC, Sparta won.",
    "There was so much snow.",
    "He left so that he could raise an army.",
    "Sweden stayed neutral so as not to offend its neighbours.",
    "He marched north in order to save Rome.",
    "So far nothing is known of it.",
    "So the peasants rose.",
    "It acts as a barrier that is high.",
    "They came as soon as it was dark.",
    "He stayed although it was cold.",
    "They came even if it was cold.",
    "They asked if he was ill.",
    "It did not lead to a war.",
    "It was not because of the war.",
    "Soviet forces prevented the seizure of Madrid.",
    "The main cause of it was known.",
    "Forced labour was used.",
    "The trimmed mean drops both ends.",
    "It is seen as an upper bound that costs time.",
    "the formula SO₂ is known",
    "Because of it",
    "because",
    "They met and talked.",
)


def pair(one: Cause) -> tuple[str, str]:
    return one.cause, one.effect


@pytest.mark.parametrize("text", CAUSES)
def test_causes(text: str) -> None:
    (one,) = facts_of(text).causes
    assert pair(one) == CAUSES[text]
    assert one.kind is CauseKind.CAUSE
    assert one.cause in one.span.of(text)
    assert one.effect in one.span.of(text)


@pytest.mark.parametrize("text", CONDITIONS)
def test_conditions(text: str) -> None:
    (one,) = facts_of(text).causes
    assert pair(one) == CONDITIONS[text]
    assert one.kind is CauseKind.CONDITION


@pytest.mark.parametrize("text", NONE)
def test_no_cause(text: str) -> None:
    assert facts_of(text).causes == ()


def test_one_for_each_clause() -> None:
    facts = facts_of("The rains failed, so the crops died. The crops died, so people left.")
    assert [one.effect for one in facts.causes] == ["the crops died", "people left"]
    facts = facts_of("no oxygen used -> lactic acid -> tired legs")
    assert [pair(one) for one in facts.causes] == [
        ("no oxygen used", "lactic acid"),
        ("lactic acid", "tired legs"),
    ]


def test_a_reason_in_the_middle_is_not_the_reason_of_what_follows() -> None:
    facts = facts_of("The army lost because it was cold, so the king fell.")
    assert {pair(one) for one in facts.causes} == {
        ("it was cold", "The army lost"),
        ("The army lost", "the king fell"),
    }


def test_a_link_says_where_its_sides_and_its_words_stand() -> None:
    text = "The army lost, which meant that nobles ruled."
    (one,) = facts_of(text).causes
    assert one.cause_at is not None
    assert one.effect_at is not None
    assert one.marker is not None
    assert one.cause_at.span.of(text) == "The army lost"
    assert one.effect_at.span.of(text) == "nobles ruled"
    assert one.marker.of(text) == "meant that"


def test_german() -> None:
    (one,) = facts_of("Der König floh, weil das Heer verlor.", code="de").causes
    assert pair(one) == ("das Heer verlor", "Der König floh")
