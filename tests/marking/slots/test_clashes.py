"""What an answer says otherwise than the card, and what only looks as if it did."""

import pytest

from learnt.marking.slots.clash import Clash, ClashKind
from learnt.marking.slots.clashes import clashes_of
from tests.marking.made import beside


def clashes(point: str, answer: str, *others: str, prompt: str | None = None) -> dict[str, Clash]:
    return {one.kind.value: one for one in clashes_of(beside(point, answer, prompt, others))}


CLASHES = [
    ("date", "The pact was signed in 1935", "The pact was signed in 1934", "1934", "1935"),
    ("date", "The bridge opened in May 1808", "The bridge opened in June 1808", "June 1808", "May 1808"),
    ("number", "The bridge is 3 km long", "The bridge is 4 km long", "4 km", "3 km"),
    ("number", "The bridge is 3 km long", "The bridge is 3 m long", "3 m", "3 km"),
    ("number", "More than 100,000 people fled", "More than 10,000 people fled", "10,000", "100,000"),
    ("number", "The siege took eleven months", "The siege took eleven days", "eleven days", "eleven months"),
    ("number", "He left 154 sonnets, printed in Leeds", "He left 145 sonnets, printed in Leeds", "145 sonnets", "154 sonnets"),
    ("number", "It covers 75 % of the land", "It covers 57 % of the land", "57 %", "75 %"),
    ("name", "Germany left the League", "Italy left the League", "Italy", "Germany"),
    ("name", "Stalin distrusted the envoys", "Hitler distrusted the envoys", "Hitler", "Stalin"),
    ("term", "Prices rose", "Prices fell", "fell", "rose"),
    ("term", "The skin is permeable to salt", "The skin is impermeable to salt", "impermeable", "permeable"),
    ("term", "The xylem carries the sap", "The phloem carries the sap", "phloem", "xylem"),
    ("term", "The soil loses nitrate", "The soil loses nitrite", "nitrite", "nitrate"),
    ("polarity", "The pact was signed", "The pact was not signed", "not signed", "signed"),
    ("polarity", "The valve opens under pressure", "The valve does not open under pressure", "not open", "opens"),
    ("polarity", "Rain makes the river rise", "Rain makes no difference to the river", "no difference", "Rain"),
    ("polarity", "The guild did not admit weavers", "The guild admitted weavers", "admitted", "not admit"),
    ("polarity", "Plums contain iron", "Plums contain no iron", "no iron", "iron"),
    ("polarity", "The guild could fine a weaver", "The guild had no power to fine a weaver", "no power to", "fine"),
    ("roles", "Foxes chase rabbits", "Rabbits chase foxes", "Rabbits chase foxes", "Foxes chase rabbits"),
    ("roles", "Germany invaded Poland", "Poland invaded Germany", "Poland invaded Germany", "Germany"),
    (
        "roles",
        "The lower layers are older than the upper layers",
        "The upper layers are older than the lower layers",
        "upper layers",
        "lower layers",
    ),
    (
        "roles",
        "The judge decides the law and the jury decides the facts",
        "The judge decides the facts and the jury decides the law",
        "judge decides the facts",
        "judge decides the law",
    ),
]  # fmt: skip


HARMLESS = [
    ("Roots take up water", "Without roots no water would be taken up"),
    ("The mill failed in 1901 for want of water", "The mill did not fail because of the weavers"),
    ("The dam stops the salmon from returning", "The salmon do not return"),
    ("Ada wrote the first song of the guild", "No song of the guild was there before Ada"),
    ("The tower was built without a frame", "The tower was built with no frame"),
]


@pytest.mark.parametrize(("point", "answer"), HARMLESS)
def test_a_denial_that_denies_nothing_of_the_point(point: str, answer: str) -> None:
    assert "polarity" not in clashes(point, answer)


@pytest.mark.parametrize(("kind", "point", "answer", "said", "wanted"), CLASHES)
def test_a_clash(kind: str, point: str, answer: str, said: str, wanted: str) -> None:
    found = clashes(point, answer)
    assert kind in found
    assert said in found[kind].said.of(answer)
    assert wanted in found[kind].wanted


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("The pact was signed in 1935", "The pact was signed in May 1935"),
        ("The pact was signed in 1935", "The pact was signed not in 1934 but in 1935"),
        ("The pact was signed in 1935", "The pact was not signed in 1934 but in 1935"),
        ("The pact was signed in 1935", "It was signed in 1935, not 1934"),
        ("The pact was signed in the 1930s", "The pact was signed in 1935"),
        ("The bridge is 3 km long", "The bridge is 3,000 metres long"),
        ("The bridge is 3 km long", "the bridge, three kilometres long"),
        ("It covers 75 % of the land", "It covers three quarters of the land"),
        ("More than 100,000 people fled", "Over a hundred thousand people fled"),
        ("It took two weeks", "It took 14 days"),
        ("Germany left the League", "The Germans left the League"),
        ("Stalin distrusted the envoys", "Stalin, not Hitler, distrusted the envoys"),
        ("Enzymes cannot work without salts", "Without them being present enzymes cannot work"),
        ("The French did not act", "The French did nothing"),
        ("The police refused to help", "The police did not help"),
        ("The valve is not open", "The valve is closed"),
        ("It is unstable", "It is not stable"),
        ("Foxes chase rabbits", "Rabbits are chased by foxes"),
        ("Germany invaded Poland", "Poland was invaded by Germany"),
        ("France signed a pact with Spain", "Spain signed a pact with France"),
        ("Spain met France", "France met Spain"),
        ("Rabbits and hares eat grass", "Hares and rabbits eat grass"),
    ],
)
def test_no_clash(point: str, answer: str) -> None:
    assert clashes(point, answer) == {}


@pytest.mark.parametrize("row", CLASHES, ids=lambda row: row[1])
def test_nothing_clashes_with_itself(row: tuple[str, str, str, str, str]) -> None:
    for text in row[1:3]:
        assert clashes(text, text) == {}
        assert clashes(text, f"{text.lower()}.") == {}


def test_a_date_of_the_prompt_holds_for_its_points() -> None:
    prompt = "What happened in March 1936?"
    point = "Germany remilitarised the Rhineland"
    wrong = "Germany remilitarised the Rhineland in 1938"
    found = clashes(point, wrong, prompt=prompt)
    assert found["date"].said.of(wrong) == "1938"
    assert found["date"].wanted == "March 1936"
    assert clashes(point, "Germany remilitarised the Rhineland in 1936", prompt=prompt) == {}


def test_what_another_point_says_in_the_place_of_this_one() -> None:
    point, other = "The atrium receives blood", "The ventricle pumps blood"
    found = clashes(point, "The ventricle receives blood", other)
    assert found["exchange"].wanted == "atrium"
    assert clashes(point, "The atrium receives blood. The ventricle pumps blood", other) == {}


def test_a_clash_in_another_clause_is_not_this_points() -> None:
    found = clashes(
        "The pact was signed in 1935", "The pact was signed in 1935. The king died in 1934."
    )
    assert found == {}


def test_at_most_one_clash_of_each_kind() -> None:
    found = clashes_of(
        beside("It cost 5 tonnes and 7 litres in 1935", "It cost 6 tonnes and 8 litres in 1934")
    )
    assert len({one.kind for one in found}) == len(found)
    assert {one.kind for one in found} >= {ClashKind.DATE, ClashKind.NUMBER}
