"""Every form of a date in the guide to the gold (tests/gold/README.md), and what is none."""

import pytest

from tests.facts.made import dates, facts_of

WHOLE = {
    # days
    "30 September 1938": "1938-09-30",
    "September 30th, 1938": "1938-09-30",
    "the 3rd of May, 1808": "1808-05-03",
    "Monday, 3 April 1916": "1916-04-03",
    "30/09/1938": "1938-09-30",
    "5/3/1946": "1946-03-05",
    "12/25/1991": "1991-12-25",
    "09.11.1989": "1989-11-09",
    "1945-05-08": "1945-05-08",
    # months and seasons
    "December 1934": "1934-12",
    "Sept. 1934": "1934-09",
    "sept 1934": "1934-09",
    "spring 1938": "1938-21",
    "the summer of 1938": "1938-22",
    "autumn 1938": "1938-23",
    "the winter of 1939-40": "1939-24",
    # years, decades, centuries
    "1066": "1066",
    "the year 1000": "1000",
    "early 1938": "1938",
    "mid-1938": "1938",
    "the end of 1938": "1938",
    "the 1930s": "193X",
    "the early 1930s": "193X",
    "the roaring twenties": "192X",
    "the nineteen thirties": "193X",
    "the 17th century": "16XX",
    "the late seventeenth century": "16XX",
    # before and after Christ
    "44 BC": "-0043",
    "1 BC": "0000",
    "44 B.C.": "-0043",
    "AD 79": "0079",
    "79 AD": "0079",
    "79 CE": "0079",
    "264-241 BC": "-0263/-0240",
    "from 431 to 404 BC": "-0430/-0403",
    "the 5th century BC": "-0499/-0400",
    "the 2nd millennium BC": "-1999/-1000",
    # from and to
    "1929-1932": "1929/1932",
    "1935-36": "1935/1936",
    "1935–36": "1935/1936",
    "1914—1918": "1914/1918",
    "1940/41": "1940/1941",
    "from 1922 to 1933": "1922/1933",
    "between 1936 and 1939": "1936/1939",
    "May - September 1939": "1939-05/1939-09",
    "Feb–Oct 1917": "1917-02/1917-10",
    "between May and July 1940": "1940-05/1940-07",
    "from July 1936 until April 1939": "1936-07/1939-04",
    "1 September - 6 October 1939": "1939-09-01/1939-10-06",
    "3-9 November 1923": "1923-11-03/1923-11-09",
    "28 June to 4 August 1914": "1914-06-28/1914-08-04",
    # about and perhaps
    "c. 1934": "1934~",
    "circa 1934": "1934~",
    "around 1934": "1934~",
    "about 1934": "1934~",
    "possibly 1923": "1923?",
    "1923?": "1923?",
    "probably c. 1340": "1340%",
    # open ends
    "since 1933": "1933/..",
    "after 1933": "1933/..",
    "from 1933": "1933/..",
    "from 1933 on": "1933/..",
    "1933 onwards": "1933/..",
    "1648 to the present": "1648/..",
    "before 1917": "../1917",
    "until 1941": "../1941",
    "by May 1940": "../1940-05",
    "since the 1960s": "1960/..",
    "until the 1960s": "../1969",
    "not until 1991": "1991",
}
"""The whole phrase is the date."""

SHORTER = {
    "in 476": [("476", "0476")],
    "in '36": [("'36", "1936")],
    "on 26, 27 and 28 May 1940": [
        ("26", "1940-05-26"),
        ("27", "1940-05-27"),
        ("28 May 1940", "1940-05-28"),
    ],
    "in 1914, 1917 and 1919": [("1914", "1914"), ("1917", "1917"), ("1919", "1919")],
    "490 and 480 BC": [("490", "-0489"), ("480 BC", "-0479")],
    "the eighteenth and nineteenth centuries": [
        ("eighteenth", "17XX"),
        ("nineteenth centuries", "18XX"),
    ],
    "the Theft Act 1968": [("1968", "1968")],
    "Asch (1951)": [("1951", "1951")],
    "the Genoa conference of 1922": [("1922", "1922")],
    "the Locarno treaty (1925)": [("1925", "1925")],
    "did not end until 1991": [("until 1991", "1991")],
    "was not signed until May 1955": [("until May 1955", "1955-05")],
    "31 April 1940": [("April 1940", "1940-04")],
}
"""A part of the phrase is a date, or several are."""

NONE = (
    *("1900 tanks", "1812 days", "1,984 people", "£1850", "1984 dollars", "1066.5", "2000 km"),
    *("page 1848", "section 1914", "Article 1815", "room 1789", "flight 1918", "Channel 1984"),
    *("for ten years", "a five-year plan", "the second year", "a year later", "aged 45"),
    *("at 19:45", "at 10.30 am", "today", "recently", "on Monday", "now"),
    *("It may rain.", "They march to Rome.", "an august house", "the fall of Rome"),
    *("Orwell's novel 1984", "call 0161 4960", "31.4.1940", "13/13/1940", "0/0/1940", "II", "½"),
)


@pytest.mark.parametrize("phrase", WHOLE)
@pytest.mark.parametrize("frame", ["{}", "It was so {}.", "({}): more of it", "Once; {}!"])
def test_a_phrase_that_is_a_date(phrase: str, frame: str) -> None:
    if frame.endswith("!") and phrase.endswith("?"):
        frame = "Once; {}"
    facts = facts_of(frame.format(phrase))
    ((read, edtf),) = dates(facts)
    assert edtf == WHOLE[phrase]
    assert read == phrase


@pytest.mark.parametrize("text", SHORTER)
def test_a_phrase_with_dates_in_it(text: str) -> None:
    assert dates(facts_of(text)) == SHORTER[text]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date(text: str) -> None:
    assert dates(facts_of(text)) == []
    assert dates(facts_of(f"The note tells of {text}")) == []


@pytest.mark.parametrize(
    ("day", "edtf"),
    [
        ("29 February 1936", "1936-02-29"),
        ("29 February 1900", "1900-02"),
        ("29 February 1933", "1933-02"),
        ("February 30, 1933", "1933-02"),
        ("November 31, 1938", "1938-11"),
    ],
)
def test_a_leap_day_is_one_in_a_leap_year_only(day: str, edtf: str) -> None:
    ((_, read),) = dates(facts_of(f"It fell on {day}."))
    assert read == edtf


@pytest.mark.parametrize("space", [" ", "\u00a0", "\n", "  ", "\u2009"])
def test_any_space_is_a_space(space: str) -> None:
    assert [edtf for _, edtf in dates(facts_of(f"on{space}3{space}May{space}1808"))] == [
        "1808-05-03"
    ]


@pytest.mark.parametrize("dash", "-–—−‐‑")
def test_any_dash_is_a_dash(dash: str) -> None:
    assert dates(facts_of(f"1914{dash}18")) == [(f"1914{dash}18", "1914/1918")]


@pytest.mark.parametrize(
    ("prompt", "edtf"), [("When did it happen, 1923?", "1923"), ("It happened in 1923?", "1923?")]
)
def test_the_mark_of_a_question_doubts_no_date(prompt: str, edtf: str) -> None:
    facts = facts_of("x" if prompt.startswith("When") else prompt, prompt=prompt)
    if prompt.startswith("When"):
        assert dates(facts) == []
    else:
        assert dates(facts)[0][1] == edtf
