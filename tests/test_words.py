"""Numbers, times and dates as they are read."""

import pytest

from learnt.facts.dates import Anchor, read_dates
from learnt.facts.tokens import tokens_of
from learnt.weights.languages import language
from learnt.words import count, date, megabytes, span

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 cards"), (1, "1 card"), (2, "2 cards"), (1200, "1,200 cards")],
)
def test_a_count(number: int, said: str) -> None:
    assert count(number, "card") == said


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "1 kB"),
        (80_400, "80 kB"),
        (994_999, "995 kB"),
        (995_000, "1 MB"),
        (1_440_000, "1.4 MB"),
        (9_951_000, "10 MB"),
        (1_250_000_000, "1,250 MB"),
    ],
)
def test_a_size(size: int, said: str) -> None:
    assert megabytes(size) == said


def test_a_plural_of_its_own() -> None:
    assert count(2, "entry", "entries") == "2 entries"


@pytest.mark.parametrize(
    ("milliseconds", "said"),
    [
        (0, "1 min"),
        (10 * MINUTE, "10 min"),
        (59 * MINUTE + 40_000, "1 h"),
        (5 * HOUR, "5 h"),
        (23 * HOUR + 40 * MINUTE, "1 day"),
        (DAY, "1 day"),
        (3 * DAY, "3 days"),
        (29.6 * DAY, "1 month"),
        (76 * DAY, "2.5 months"),
        (61 * DAY, "2 months"),
        (366 * DAY, "1 year"),
        (438 * DAY, "1.2 years"),
    ],
)
def test_a_length_of_time(milliseconds: float, said: str) -> None:
    assert span(round(milliseconds)) == said


DATES = {
    "1935": "1935",
    "1935-05": "May 1935",
    "1938-09-30": "30 September 1938",
    "1934~": "about 1934",
    "1935-05?": "possibly May 1935",
    "1934%": "possibly about 1934",
    "1922/1933": "from 1922 to 1933",
    "1933/..": "after 1933",
    "../1940-05": "before May 1940",
    "1938-22": "summer 1938",
    "1939-24": "winter 1939",
    "193X": "the 1930s",
    "193X~": "about the 1930s",
    "16XX": "the 17th century",
    "20XX": "the 21st century",
    "11XX": "the 12th century",
    "0079": "AD 79",
    "0000": "1 BC",
    "-0043": "44 BC",
    "-0043-03-15": "15 March 44 BC",
    "-0499/-0400": "the 5th century BC",
    "-0099/0000": "the 1st century BC",
    "-0499/-0403": "from 500 to 404 BC",
    "-0043/0014": "from 44 BC to AD 14",
    "1939-05/1939-09": "from May to September 1939",
    "1939-09-01/1939-09-06": "from 1 to 6 September 1939",
    "1939-09-01/1939-10-06": "from 1 September to 6 October 1939",
    "1939-05/1939-06-03": "from May 1939 to 3 June 1939",
    "1936-12/1937-01": "from December 1936 to January 1937",
    "1938-21/1938-22": "from spring to summer 1938",
    "1922~/1933~": "from about 1922 to about 1933",
}


@pytest.mark.parametrize(("edtf", "said"), DATES.items())
def test_a_date(edtf: str, said: str) -> None:
    assert date(edtf) == said


@pytest.mark.parametrize("edtf", DATES)
def test_a_date_in_words_is_read_as_the_date_it_was(edtf: str) -> None:
    """So that a form may show the words, and what is typed over them is understood."""
    words = date(edtf)
    (found,), _ = read_dates(tokens_of(words), language("en").dates, Anchor())
    assert (found.edtf, found.span.of(words)) == (edtf, words)


@pytest.mark.parametrize(
    "odd", ["", "/", "../..", "1935-13", "1935-44", "soon", "[1934,1935]", "1/2/3"]
)
def test_what_is_no_date_of_this_kind_stays_as_it_is(odd: str) -> None:
    assert date(odd) == odd
