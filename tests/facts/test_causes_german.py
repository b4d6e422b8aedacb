"""What led to what, told in German: verbs whose last part ends the clause, and clauses turned."""

import pytest

from tests.facts.made import facts_of

CAUSES = {
    # the verb in two parts, and in one
    "Der Mord löste einen Krieg aus.": ("Der Mord", "einen Krieg"),
    "Die Preise lösten in der Stadt Proteste aus Not aus.": (
        "Die Preise",
        "in der Stadt Proteste aus Not",
    ),
    "Der Streik löste Angst aus, die lange blieb.": ("Der Streik", "Angst"),
    "Die Zensur rief Proteste hervor.": ("Die Zensur", "Proteste"),
    "Die Krise hatte hohe Arbeitslosigkeit zur Folge.": ("Die Krise", "hohe Arbeitslosigkeit"),
    "Die Reform hatte zur Folge, dass viele Bauern frei wurden.": (
        "Die Reform",
        "viele Bauern frei wurden",
    ),
    "Die Eisenbahn brachte neue Städte mit sich.": ("Die Eisenbahn", "neue Städte"),
    "Der Frost trug zur Niederlage bei.": ("Der Frost", "Niederlage"),
    "Der Frost trug dazu bei, dass das Heer umkehrte.": ("Der Frost", "das Heer umkehrte"),
    "Der Sturm verursachte große Schäden.": ("Der Sturm", "große Schäden"),
    "Rauchen verursacht Krebs.": ("Rauchen", "Krebs"),
    "Hoher Druck bewirkt, dass das Gas flüssig wird.": ("Hoher Druck", "das Gas flüssig wird"),
    "Die Steuern bewirkten einen Aufstand.": ("Die Steuern", "einen Aufstand"),
    "Die Inflation führte dazu, dass das Geld wertlos wurde.": (
        "Die Inflation",
        "das Geld wertlos wurde",
    ),
    "Der Börsenkrach führte 1929 zu einer Krise.": ("Der Börsenkrach", "einer Krise"),
    "Der Friede führte in Deutschland bald zum Streit der Parteien.": (
        "Der Friede",
        "Streit der Parteien",
    ),
    "Die Dürre hat zu einer Hungersnot geführt.": ("Die Dürre", "einer Hungersnot"),
    "Das Beben hat eine Flut ausgelöst.": ("Das Beben", "eine Flut"),
    # the verb at the end of a clause that tells more
    "Die Pest tötete viele, was zu einem Mangel an Arbeitern führte.": (
        "Die Pest tötete viele",
        "einem Mangel an Arbeitern",
    ),
    "Der König erhöhte die Steuern, was einen Aufstand auslöste.": (
        "Der König erhöhte die Steuern",
        "einen Aufstand",
    ),
    "Es kam zu einer Dürre, die eine Hungersnot zur Folge hatte.": (
        "Es kam zu einer Dürre",
        "eine Hungersnot",
    ),
    # what is brought about stands first
    "Der Aufstand wurde durch hohe Steuern ausgelöst.": ("hohe Steuern", "Der Aufstand"),
    "Die Flut wurde von einem Beben verursacht.": ("einem Beben", "Die Flut"),
    # because and so
    "Weil das Heer verlor, floh der König.": ("das Heer verlor", "floh der König"),
    "Da die Ernte schlecht war, stiegen die Brotpreise.": (
        "die Ernte schlecht war",
        "stiegen die Brotpreise",
    ),
    "Die Brotpreise stiegen, da die Ernte verdarb.": (
        "die Ernte verdarb",
        "Die Brotpreise stiegen",
    ),
    "Da die Ernte verdarb, stiegen die Preise.": ("die Ernte verdarb", "stiegen die Preise"),
    "Da viele Bauern ihr Land verloren, zogen sie fort.": (
        "viele Bauern ihr Land verloren",
        "zogen sie fort",
    ),
    "Der Mord am 28. Juni 1914 löste einen Krieg aus.": (
        "Der Mord am 28. Juni 1914",
        "einen Krieg",
    ),
    "Die Schulden hatten Armut, Hunger und Streiks zur Folge.": (
        "Die Schulden",
        "Armut, Hunger und Streiks",
    ),
    "Der König floh, denn das Heer hatte verloren.": ("das Heer hatte verloren", "Der König floh"),
    "Der König floh, denn Paris fiel.": ("Paris fiel", "Der König floh"),
    "Wegen der schlechten Ernte stiegen die Brotpreise.": (
        "der schlechten Ernte",
        "stiegen die Brotpreise",
    ),
    "Aufgrund des Krieges in Polen fehlten Arbeiter, und viele hungerten.": (
        "des Krieges in Polen",
        "fehlten Arbeiter, und viele hungerten",
    ),
    "Dank der Hilfe der Flotte siegte er.": ("der Hilfe der Flotte", "siegte er"),
    "Die Ernte war schlecht, daher stiegen die Preise.": (
        "Die Ernte war schlecht",
        "stiegen die Preise",
    ),
    "Es regnete. Deshalb trat der Fluss über die Ufer.": (
        "Es regnete",
        "trat der Fluss über die Ufer",
    ),
    "Die Felder lagen brach. Aus diesem Grund wanderten viele aus.": (
        "Die Felder lagen brach",
        "wanderten viele aus",
    ),
    "Der Staat zerfiel. Das löste eine Flucht aus.": ("Der Staat zerfiel", "eine Flucht"),
}
NONE = [
    "Der Vertrag löste den alten Pakt ab.",
    "Der Bund löste sich auf.",
    "Er hatte viele Freunde.",
    "Der Mord löste keinen Krieg aus.",
    "Die Reform hatte nicht den Sturz zur Folge.",
    "Der Sturm verursachte keine Schäden.",
    "Die Reform führte in Preußen nicht zu einem Aufstand.",
    "Er führte das Heer zu einem Fluss.",
    "Er wurde durch das Tor geführt.",
    "Das Haus wurde von einem Maurer gebaut.",
    "Der Bauer brachte Brot mit.",
    "Er trug einen Sack zur Mühle.",
    "Da war ein Haus.",
    "Da war es still, und er schlief.",
    "Da lachte er, und alle gingen.",
    "Da kam Peter, der Müller.",
    "Er ging da hin.",
    "Das ist besser denn je.",
    "Was ist denn das?",
    "Die Krise ist da, wo niemand sie sucht.",
    "Die Schäden hat niemand verursacht, die Kosten trägt er.",
]
TURNED = [
    "Im Sommer löste der Mord einen Krieg aus.",
    "1914 löste der Mord einen Krieg aus.",
    "Im Herbst verursachte der Sturm große Schäden.",
]
"""What stands before the verb says when: which of the two nouns behind it did it is not known."""


@pytest.mark.parametrize(("text", "sides"), CAUSES.items())
def test_both_sides(text: str, sides: tuple[str, str]) -> None:
    (one,) = facts_of(text, code="de").causes
    assert (one.cause, one.effect) == sides


@pytest.mark.parametrize("text", [*NONE, *TURNED])
def test_what_tells_no_cause(text: str) -> None:
    assert facts_of(text, code="de").causes == ()


def test_where_the_words_of_a_link_stand() -> None:
    text = "Der Mord löste einen Krieg aus."
    (one,) = facts_of(text, code="de").causes
    assert one.marker is not None
    assert one.marker.of(text) == "löste"
    assert one.effect_at is not None
    assert one.effect_at.span.of(text) == "einen Krieg"
