"""Agreements, conferences, wars, organisations, places, cases, statutes, studies, and bodies."""

import pytest

from tests.facts.made import facts_of, names, read

KINDS = {
    "The Treaty of Rapallo was signed.": [("Treaty of Rapallo", "agreement")],
    "They broke the Rapallo treaty.": [("Rapallo treaty", "agreement")],
    "the franco-soviet pact": [("franco-soviet pact", "agreement")],
    "The Gandhi-Irwin pact held.": [("Gandhi-Irwin pact", "agreement")],
    "The treaties of Berlin and Rapallo held.": [
        ("treaties of Berlin", "agreement"),
        ("Rapallo", "agreement"),
    ],
    "The Stresa Conference failed.": [("Stresa Conference", "conference")],
    "The Congress of Vienna met.": [("Congress of Vienna", "conference")],
    "The Thirty Years' War began.": [("Thirty Years' War", "war")],
    "The Battle of Hastings was lost.": [("Battle of Hastings", "war")],
    "the spanish civil war": [("spanish civil war", "war")],
    "the Cuban Missile Crisis": [("Cuban Missile Crisis", "war")],
    "the October Revolution": [("October Revolution", "war")],
    "The Red Army crossed the Vistula.": [("Red Army", "organisation"), ("Vistula", "place")],
    "The League of Nations was weak.": [("League of Nations", "organisation")],
    "The French Communist Party grew.": [("French Communist Party", "organisation")],
    "NATO was founded.": [("NATO", "organisation")],
    "They swam in Lake Nasser.": [("Lake Nasser", "place")],
    "Carlill v Carbolic Smoke Ball Co was about an offer.": [
        ("Carlill v Carbolic Smoke Ball Co", "case")
    ],
    "In R v Brown the court was split.": [("R v Brown", "case")],
    "In R v Brown the Lords disagreed.": [("R v Brown", "case"), ("Lords", "organisation")],
    "In Donoghue v Stevenson the House of Lords found a duty.": [
        ("Donoghue v Stevenson", "case"),
        ("House of Lords", "organisation"),
    ],
    "The Theft Act 1968 says so.": [("Theft Act 1968", "law")],
    "the Human Rights Act": [("Human Rights Act", "law")],
    "The Stanford Prison Experiment was stopped.": [("Stanford Prison Experiment", "study")],
    "The treaty was signed after the war.": [],
    "The revolution broke out in the party.": [],
}


@pytest.mark.parametrize("text", KINDS)
def test_kinds(text: str) -> None:
    assert [(span, kind) for span, kind, _ in names(facts_of(text))] == KINDS[text]


@pytest.mark.parametrize(
    ("text", "study"),
    [
        ("Asch (1951) used lines.", "Asch (1951)"),
        ("Loftus and Palmer (1974) showed films.", "Loftus and Palmer (1974)"),
        ("Bandura et al. (1961) used a doll.", "Bandura et al. (1961)"),
    ],
)
def test_a_year_in_brackets_makes_people_a_study(text: str, study: str) -> None:
    assert [span for span, kind, _ in names(facts_of(text)) if kind == "study"] == [study]


def test_nothing_is_named_within_a_longer_name() -> None:
    facts = facts_of(
        "The French Communist Party left the League of Nations after the Battle of Britain."
    )
    for one in facts.names:
        assert [other for other in facts.names if other.span.meets(one.span)] == [one]


CELL = (
    ("What do mitochondria do?", "They release energy in the cell."),
    ("What is osmosis?", "Water moves through the membrane."),
)
HISTORY = [
    (f"What did {one} do in 1936?", f"{one} did nothing.") for one in ("France", "Italy", "Spain")
]


def test_parts_of_bodies_are_names_in_a_deck_of_biology() -> None:
    found = [names(text) for card in read(*CELL, title="Cells") for text in card.texts]
    assert ("mitochondria", "structure", "mitochondrion") in found[0]
    assert ("osmosis", "process", "osmosis") in found[2]


def test_and_common_words_elsewhere() -> None:
    deck = read(*HISTORY, (None, "The party met cell by cell, and its growth was slow."))
    assert names(deck[-1].texts[0]) == []
