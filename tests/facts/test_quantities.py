"""How many and how much."""

import pytest

from tests.facts.made import facts_of, quantities

ONE = {
    "over 100,000 troops": (100_000, "troops", ">"),
    "more than 40 villages": (40, "villages", ">"),
    "fewer than 12 ships": (12, "ships", "<"),
    "under 5 kg": (5, "kg", "<"),
    "at least 300 men": (300, "men", ">="),
    "a minimum of 40 votes": (40, "votes", ">="),
    "up to 20 years": (20, "years", "<="),
    "no more than 6 delegates": (6, "delegates", "<="),
    "about 1,500 prisoners": (1500, "prisoners", "~"),
    "nearly 2 million people": (2_000_000, "people", "~"),
    "some 40 villages": (40, "villages", "~"),
    "75 %": (75, "%", "="),
    "75%": (75, "%", "="),
    "12 per cent": (12, "%", "="),
    "£1.5 million": (1_500_000, "£", "="),
    "$132 billion": (132e9, "$", "="),
    "€30": (30, "€", "="),
    "$1.50": (1.5, "$", "="),
    "132bn marks": (132e9, "marks", "="),
    "ten years": (10, "years", "="),
    "five hundred ships": (500, "ships", "="),
    "two million men": (2_000_000, "men", "="),
    "twenty-five soldiers": (25, "soldiers", "="),
    "two hundred and fifty men": (250, "men", "="),
    "half a million people": (500_000, "people", "="),
    "6.25 litres": (6.25, "litres", "="),
    "3,5 kg": (3.5, "kg", "="),
    "1.000.000 marks": (1_000_000, "marks", "="),
    "1.234,5 km": (1234.5, "km", "="),
    "20 000 men": (20_000, "men", "="),
    "20\u00a0000 men": (20_000, "men", "="),
    "37 °C": (37, "°C", "="),
    "300,000 square miles": (300_000, "square miles", "="),
    "0 degrees": (0, "degrees", "="),
}

NONE = (
    *("page 40", "Article 16", "room 12", "two of the kings", "300 of them", "the second year"),
    *(
        "in 1936",
        "3 May 1808",
        "Henry the 8th",
        "100000000000000000000 men",
        "no numbers",
        "1.2.3.4",
    ),
)


@pytest.mark.parametrize("phrase", ONE)
@pytest.mark.parametrize("frame", ["{}", "They had {}.", "({})"])
def test_one_quantity(phrase: str, frame: str) -> None:
    ((span, *rest),) = quantities(facts_of(frame.format(phrase)))
    assert tuple(rest) == ONE[phrase]
    assert span in (phrase, phrase.removeprefix("a "))


@pytest.mark.parametrize("text", NONE)
def test_no_quantity(text: str) -> None:
    assert quantities(facts_of(text)) == []


@pytest.mark.parametrize(
    ("text", "value", "to", "unit"),
    [
        ("10-15 miles", 10, 15, "miles"),
        ("10,000–12,000 men", 10_000, 12_000, "men"),
        ("3 to 5 days", 3, 5, "days"),
        ("5 to 10 %", 5, 10, "%"),
        ("£20–£30", 20, 30, "£"),
        ("between 200 and 300 people", 200, 300, "people"),
        ("between 30 and 45%", 30, 45, "%"),
    ],
)
def test_ranges(text: str, value: float, to: float, unit: str) -> None:
    (one,) = facts_of(f"It took {text}.").quantities
    assert (one.value, one.to, one.unit) == (value, to, unit)


def test_several_and_dates_among_them() -> None:
    facts = facts_of("In 1936 forty ships, 300 guns and 20 tanks were lost on 3 May.")
    assert [(value, unit) for _, value, unit, _ in quantities(facts)] == [
        (40, "ships"),
        (300, "guns"),
        (20, "tanks"),
    ]


def test_the_years_of_a_pact_are_no_date() -> None:
    facts = facts_of("It was to last for 10 years.")
    assert facts.dates == ()
    assert quantities(facts) == [("10 years", 10, "years", "=")]
