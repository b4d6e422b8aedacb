"""Dates in German."""

import pytest

from tests.facts.made import dates, facts_of

WHOLE = {
    "3. Oktober 1990": "1990-10-03",
    "30.09.1938": "1938-09-30",
    "3.10.1990": "1990-10-03",
    "Dezember 1934": "1934-12",
    "Sept. 1934": "1934-09",
    "März 1938": "1938-03",
    "Jänner 1919": "1919-01",
    "Sommer 1914": "1914-22",
    "1914–1918": "1914/1918",
    "1914-18": "1914/1918",
    "von 1933 bis 1945": "1933/1945",
    "zwischen 1936 und 1939": "1936/1939",
    "seit 1933": "1933/..",
    "ab 1949": "1949/..",
    "nach 1945": "1945/..",
    "vor 1914": "../1914",
    "bis 1989": "../1989",
    "um 1500": "1500~",
    "ca. 1348": "1348~",
    "vermutlich 1923": "1923?",
    "das 17. Jahrhundert": "16XX",
    "Mitte des 19. Jahrhunderts": "18XX",
    "44 v. Chr.": "-0043",
    "79 n. Chr.": "0079",
    "Anfang 1938": "1938",
    "Ende 1938": "1938",
    "erst 1991": "1991",
}


@pytest.mark.parametrize("phrase", WHOLE)
def test_a_phrase_that_is_a_date(phrase: str) -> None:
    assert dates(facts_of(phrase, code="de")) == [(phrase, WHOLE[phrase])]
    assert [edtf for _, edtf in dates(facts_of(f"Damals ({phrase}) war es so.", code="de"))] == [
        WHOLE[phrase]
    ]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("die 1930er Jahre", ["193X"]),
        ("die dreißiger Jahre", ["193X"]),
        ("am 9. und 10. November 1938", ["1938-11-09", "1938-11-10"]),
        ("Am 9. November 1918 rief er die Republik aus.", ["1918-11-09"]),
        ("Im Winter 1941/42 stand die Front.", ["1941-24"]),
    ],
)
def test_dates_in_a_text(text: str, edtf: list[str]) -> None:
    assert [one for _, one in dates(facts_of(text, code="de"))] == edtf


@pytest.mark.parametrize(
    "text",
    [
        "1900 Panzer",
        "1812 Tage",
        "Seite 1848",
        "Zimmer 1789",
        "im zweiten Jahr",
        "heute",
        "Im Mai",
        "zehn Jahre lang",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates(facts_of(text, code="de")) == []


def test_the_year_is_taken_from_the_prompt() -> None:
    facts = facts_of("Im September begann der Krieg.", prompt="Was geschah 1939?", code="de")
    assert [edtf for _, edtf in dates(facts)] == ["1939-09"]
