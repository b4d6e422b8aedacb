"""Which titles are questions."""

import pytest

from learnt.sources.question import is_question


@pytest.mark.parametrize(
    "text",
    [
        "Why didn't Napoleon take Moscow",
        "Why the Weimar Republic collapsed",
        "How did Lenin win the civil war",
        "How far was Wolsey to blame for his own fall",
        "How successful was the New Deal",
        "What is law",
        "What caused the Great Depression",
        "What were the terms of the armistice of 1918",
        "What's the difference between mitosis and meiosis",
        "What happens in the light reactions",
        "Which factors affect the rate of photosynthesis",
        "Who won the battle of Lepanto",
        "To what extent was the Tsar a reformer",
        "In what ways did the plague change wages",
        "Was Stalin a realist",
        "Did the Reformation fail in Ireland",
        "Should judges make law",
        "Explain the role of the mitochondria",
        "Describe one study of conformity",
        "Give three reasons for the rise of the Nazis",
        "Outline the structure of the heart",
        "The role of the UN: a success?",
        "Is it fair? (8 marks)",
        "Pourquoi la monarchie est-elle tombée",
        "Qu'est-ce que l'entropie",
        "Quelles sont les causes de la guerre",
        "Warum scheiterte die Revolution von 1848",
        "Was ist Photosynthese",
        "¿Qué es la célula",
        "¿Por qué cayó Roma",
        "Perché cadde Roma",
        "Proč padla monarchie",
        "Почему пал Рим",
    ],
)
def test_questions(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Causes of the First World War",
        "The League of Nations",
        "How the Nazis rose to power",
        "How the heart works",
        "How to revise",
        "What the Romans did for us",
        "What life was like in the trenches",
        "When the lights went out",
        "Where the power lay",
        "Photosynthesis",
        "Will to power",
        "Can openers and other tools",
        "State formation in West Africa",
        "List of English kings",
        "Name reactions in organic chemistry",
        "Is",
        "May 1940",
        "Foreign policy of Bismarck",
        "Was die Römer taten",
        "Definition of a tort",
        "Show trials",
        "Les causes de la guerre",
        "Die Folgen des Krieges",
        "Characters of the Iliad",
    ],
)
def test_other_titles(text: str) -> None:
    assert not is_question(text)
