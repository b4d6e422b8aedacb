"""Treaties, pacts and alliances: who, when, for how long, on what condition."""

from dataclasses import fields
from typing import Any

import pytest

from learnt.facts import Agreement
from tests.facts.made import facts_of

ASKED = "What was the Franco-Soviet pact?"
BOTH = ("France", "Soviet Union")

TOLD: list[tuple[str | None, str, dict[str, Any]]] = [
    (
        None,
        "The Anglo-Italian pact was negotiated in December 1934 and signed in May 1935.",
        {"parties": ("Britain", "Italy"), "negotiated": "1934-12", "signed": "1935-05"},
    ),
    (
        None,
        "Germany made a non-aggression pact with Romania in 1934.",
        {
            "name": "non-aggression pact with Romania",
            "parties": ("Germany", "Romania"),
            "signed": "1934",
            "qualifier": "non-aggression",
        },
    ),
    (
        None,
        "Germany signed a non-aggression pact with Poland in January 1934 for ten years.",
        {
            "parties": ("Poland", "Germany"),
            "signed": "1934-01",
            "duration": "ten years",
            "qualifier": "non-aggression",
        },
    ),
    (
        None,
        "The pact between Italy and Spain was signed in Rome in 1926.",
        {"name": "pact between Italy and Spain", "parties": ("Italy", "Spain"), "signed": "1926"},
    ),
    (
        None,
        "A treaty of mutual assistance between France and Spain was signed in May 1935.",
        {
            "name": "treaty of mutual assistance between France and Spain",
            "parties": ("France", "Spain"),
            "signed": "1935-05",
            "qualifier": "mutual assistance",
        },
    ),
    (
        None,
        "A ten-year non-aggression pact was signed by Germany and Latvia in 1939.",
        {"parties": ("Germany", "Latvia"), "signed": "1939", "duration": "ten-year"},
    ),
    (
        None,
        "Spain and Portugal signed a treaty of friendship in March 1939, to last for ten years.",
        {"parties": ("Spain", "Portugal"), "signed": "1939-03", "duration": "ten years"},
    ),
    (
        None,
        "The Anglo-German Naval Agreement was signed in June 1935.",
        {"parties": ("Britain", "Germany"), "signed": "1935-06", "qualifier": "naval"},
    ),
    (
        None,
        "The Gandhi-Irwin pact of 1931 ended it.",
        {"parties": ("Gandhi", "Irwin"), "signed": "1931"},
    ),
    (
        None,
        "An alliance with Italy was made in 1882 by Germany and Austria-Hungary.",
        {"parties": ("Germany", "Austria-Hungary", "Italy"), "signed": "1882"},
    ),
    (
        None,
        "Sweden would join the pact provided that Norway signed first.",
        {"name": "pact", "condition": "provided that Norway signed first", "signed": None},
    ),
    (
        None,
        "Nixon and Brezhnev signed a treaty in 1972.",
        {"parties": ("United States", "Soviet Union", "Nixon", "Brezhnev"), "signed": "1972"},
    ),
    # the prompt names it, the point does not
    (
        ASKED,
        "It was signed in May 1935.",
        {"name": "Franco-Soviet pact", "parties": BOTH, "signed": "1935-05"},
    ),
    (
        ASKED,
        "Each would help the other if Germany attacked",
        {
            "name": "Franco-Soviet pact",
            "parties": BOTH,
            "condition": "if Germany attacked",
            "signed": None,
        },
    ),
    (
        ASKED,
        "Negotiated in December 1934 and signed in May 1935",
        {"parties": BOTH, "negotiated": "1934-12", "signed": "1935-05"},
    ),
]


@pytest.mark.parametrize(("prompt", "text", "expected"), TOLD, ids=[one[1] for one in TOLD])
def test_agreements(prompt: str | None, text: str, expected: dict[str, Any]) -> None:
    (one,) = facts_of(text, prompt=prompt).agreements
    assert {name: getattr(one, name) for name in expected} == expected
    assert {*expected} <= {field.name for field in fields(Agreement)}


@pytest.mark.parametrize(
    "text",
    ["The pact was weak.", "Treaties are hard to read.", "France agreed in 1904.", "", "peace"],
)
def test_what_tells_of_no_agreement(text: str) -> None:
    assert facts_of(text or " x").agreements == ()


def test_what_was_not_signed_has_no_date_of_signing() -> None:
    for one in facts_of("Spain did not sign the pact in 1934.").agreements:
        assert one.signed is None


def test_two_sentences_tell_of_one() -> None:
    (one,) = facts_of(
        "The Anglo-Italian pact was negotiated in 1937. The Anglo-Italian pact was signed in 1938."
    ).agreements
    assert (one.negotiated, one.signed) == ("1937", "1938")


@pytest.mark.parametrize("joint", [". It signed", ", and signed", " and"])
def test_two_agreements_of_one_text(joint: str) -> None:
    facts = facts_of(
        f"Germany signed the Rapallo treaty in 1922{joint} the Locarno treaty in 1925."
    )
    assert [(one.name, one.signed) for one in facts.agreements] == [
        ("Rapallo treaty", "1922"),
        ("Locarno treaty", "1925"),
    ]
