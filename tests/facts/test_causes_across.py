"""What led to what across the texts of a card: from point to point, and from points to a prompt."""

import pytest

from learnt.facts import CardFacts, Cause
from tests.facts.made import read

Pair = tuple[int, str, int, str]


def links(card: CardFacts) -> list[Pair]:
    """Each link as the number of the text and the words of its cause, and of its effect."""
    shift = 0 if card.front else 1
    number = {text.point: place for place, text in enumerate(card.texts, shift)}

    def told(one: Cause) -> Pair:
        assert one.cause_at is not None
        assert one.effect_at is not None
        return number[one.cause_at.point], one.cause, number[one.effect_at.point], one.effect

    return [told(one) for text in card.texts for one in text.causes]


def of(*card: str | None) -> list[Pair]:
    (found,) = read(card)
    return links(found)


@pytest.mark.parametrize(
    "begins",
    [
        "This meant",
        "So",
        "As a result",
        "That led to",
        "which caused",
        "leads to",
        "Consequently,",
        "→",
        "Because of this",
    ],
)
def test_a_point_goes_on_from_the_one_before(begins: str) -> None:
    assert of(None, "The army lost.", f"{begins} the king fell.") == [
        (1, "The army lost", 2, "the king fell")
    ]


def test_it_stands_for_what_the_card_is_about() -> None:
    assert of("The salt tax", "Set in 1930.", "It led to riots.") == [
        (0, "The salt tax", 2, "riots")
    ]


def test_the_reason_of_what_was_said_before() -> None:
    assert of(None, "The king fell.", "This was because he had no army.") == [
        (2, "he had no army", 1, "The king fell")
    ]


@pytest.mark.parametrize(
    ("prompt", "about"),
    [
        ("Why did the king fall?", "the king fall"),
        ("Why was the king weak?", "the king weak"),
        ("Why didn't the king flee?", "didn't the king flee"),
        ("The king fell. Why?", "The king fell"),
        ("Explain why the king fell", "the king fell"),
        ("What caused the king's fall?", "the king's fall"),
        ("What led to the war?", "the war"),
        ("What were the causes of the war?", "the war"),
        ("Reasons for the war", "the war"),
        ("Factors that led to the war", "the war"),
        ("The war - causes", "The war"),
        ("What is drift due to?", "drift"),
    ],
)
def test_the_points_of_a_prompt_that_asks_why_are_reasons(prompt: str, about: str) -> None:
    assert of(prompt, "The army was gone.", "Nobles hated him.") == [
        (1, "The army was gone", 0, about),
        (2, "Nobles hated him", 0, about),
    ]


@pytest.mark.parametrize(
    ("prompt", "about"),
    [
        ("What were the effects of the war?", "the war"),
        ("Consequences of the war", "the war"),
        ("The war: results", "The war"),
        ("What did the war lead to?", "the war"),
        ("What did the war cause?", "the war"),
        ("What problems did the war cause?", "the war"),
        ("What effects did the war have?", "the war"),
        ("What happened as a result of the war?", "the war"),
    ],
)
def test_the_points_of_a_prompt_that_asks_what_came_of_it_are_effects(
    prompt: str, about: str
) -> None:
    assert of(prompt, "Prices rose.", "Many died.") == [
        (0, about, 1, "Prices rose"),
        (0, about, 2, "Many died"),
    ]


@pytest.mark.parametrize(
    "prompt",
    [
        "Who was the king?",
        "Why is the king important?",
        "What were the results of the experiment?",
        "How did the war end?",
        "That is why the king fell",
    ],
)
def test_other_prompts_ask_for_neither(prompt: str) -> None:
    assert of(prompt, "The army was gone.", "Nobles hated him.") == []


def test_an_answer_that_begins_with_because_is_the_reason() -> None:
    assert of("Why did the king fall?", "Because he had no army") == [
        (1, "he had no army", 0, "the king fall")
    ]
    assert of("What did the king do?", "Due to the cold.") == [
        (1, "the cold", 0, "What did the king do")
    ]


@pytest.mark.parametrize(
    "point",
    [
        "As a result, Rome burnt",
        "So Rome burnt.",
        "However, he was loved.",
        "For example, Spain",
        "He fell in January 49 BC.",
        "On 5 May 1936 Rome burnt.",
        "He was later a monk.",
    ],
)
def test_not_every_point_is_a_reason(point: str) -> None:
    found = of("Why did the king fall?", "The army was gone.", point)
    assert [one for one in found if one[0] == 2] == []


def test_a_point_has_its_own_links_beside_the_prompts() -> None:
    assert set(of("Why did the king fall?", "The harvest failed, so the peasants rose")) == {
        (1, "The harvest failed, so the peasants rose", 0, "the king fall"),
        (1, "The harvest failed", 1, "the peasants rose"),
    }


def test_every_link_of_a_text_is_known_by_a_phrase_of_its_own() -> None:
    (card,) = read(("Why did it fall?", "A rain fell so B rose so C sank because D came"))
    spans = [one.span for one in card.texts[1].causes]
    assert len(spans) == len(set(spans)) == 4
