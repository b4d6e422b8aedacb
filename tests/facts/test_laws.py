"""What holds of every text: nothing is raised, every span lies in it, every date is one."""

import math
import re
from collections.abc import Callable
from itertools import pairwise

import edtf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from learnt.facts import Action, Correction, Event, Fact, FactKind, Span, TextFacts, read_facts
from learnt.weights.languages import language, languages
from tests.facts.made import deck_of, facts_of, read, say
from tests.facts.strategies import PIECES, any_text, notes

DAY = r"(-?\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
MOMENT = rf"(?:{DAY}|-?\d{{4}}(?:-(?:0[1-9]|1[0-2]|2[1-4]))?|\d{{3}}X|\d\dXX)[?~%]?|Y-?\d{{5,}}"
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_level_1(value: str) -> bool:
    """One moment, or two with a slash; an open end has another that is a moment."""
    ends = value.split("/")
    moments = [one for one in ends if one != ".."]
    fits = all(re.fullmatch(MOMENT, one, re.ASCII) and is_a_day(one) for one in moments)
    return fits and bool(moments) and len(ends) <= 2 and (len(ends) == 2 or moments == ends)


def is_a_day(moment: str) -> bool:
    """Whether the month has that day; February a 29th in leap years alone, also before Christ."""
    found = re.match(DAY, moment, re.ASCII)
    if found is None:
        return True
    year, month, day = (int(one) for one in found.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day <= DAYS[month - 1] - (month == 2 and not leap)


def test_what_level_1_is_here() -> None:
    for good in (
        "1938-09-30",
        "-0043",
        "193X~",
        "16XX",
        "../1933-05",
        "1933/..",
        "1939-24",
        "1904-02-29",
    ):
        assert is_level_1(good), good
    for bad in (
        "",
        "..",
        "../..",
        "1938-13",
        "1900-02-29",
        "38",
        "1938-1",
        "193X/..x",
        "1/2/3",
        "1938-00",
    ):
        assert not is_level_1(bad), bad


def phrase_of(fact: Fact) -> Span:
    return fact.word or fact.span if isinstance(fact, Event) else fact.span


def spans_of(fact: Fact) -> list[Span]:
    return [one for name in ("span", "word", "date") if (one := getattr(fact, name, None))]


def values_of(facts: TextFacts) -> list[str]:
    told = [one.edtf for one in facts.events]
    told += [one for pact in facts.agreements for one in (pact.negotiated, pact.signed)]
    return [one.edtf for one in facts.dates] + [one for one in told if one is not None]


def in_order(facts: TextFacts) -> bool:
    kinds = (
        facts.dates,
        facts.names,
        facts.quantities,
        facts.events,
        facts.agreements,
        facts.causes,
    )
    for found in kinds:
        places = [phrase_of(one).start for one in found]
        if places != sorted(places):
            return False
    return True


def holds(facts: TextFacts) -> None:
    """The laws of one text."""
    for _, fact in facts.all():
        for span in spans_of(fact):
            assert 0 <= span.start < span.end <= len(facts.text), fact
            assert span.of(facts.text).strip(), fact
    assert in_order(facts)
    for quantity in facts.quantities:
        assert math.isfinite(quantity.value), quantity
        assert quantity.to is None or math.isfinite(quantity.to), quantity
        assert quantity.unit, quantity
    for value in values_of(facts):
        assert is_level_1(value), value
        edtf.parse_edtf(value)


CARDS = st.lists(st.tuples(st.none() | any_text(), any_text(), any_text()), min_size=1, max_size=3)


@given(CARDS, any_text(), st.sampled_from(("en", "de")))
@example([("When in 1936?", "On 29 February", "and 29 February 1900")], "1938", "en")
@example([(None, "the 00s BC", "0000 and 0 BC, 1/1/0000 to AD 0")], "c. 0", "en")
@example(
    [(None, "99999 BC-AD 99999", "10000 BC, the 100th century, the 99th century BC")], "", "en"
)
@example([(None, "since since 1934 until until 1936", "by before after 1934")], "", "en")
@example([(None, "²³ ١٩٣٤ Ⅳ ½ İ ß ŉ", "١٩٣٤-٠٩-٣٠")], "İ", "en")
def test_the_laws_hold_of_any_deck(
    cards: list[tuple[str | None, str, str]], title: str, code: str
) -> None:
    found = read(*cards, title=title, code=code)
    assert read(*cards, title=title, code=code) == found
    for card in found:
        for facts in card.texts:
            holds(facts)


def test_the_laws_hold_of_pairs(campaign: Callable[[int, int], int]) -> None:
    """Each piece before others; under --campaign before all, and each pair before some."""
    step = campaign(16, 1)
    for place, first in enumerate(PIECES):
        pairs = [f"{first} {second}." for second in PIECES[place % step :: step]]
        threes = [f"{pair} {third}" for pair in pairs for third in PIECES[place % 9 :: 9]]
        for card in read(*((None, text) for text in (pairs if step > 1 else pairs + threes))):
            holds(card.texts[0])


NUMERALS = (
    "two" + " million" * 99 + " men",
    "9" + " million" * 99 + " men",
    "192.168.1.1",
    "1.000.5",
    "1,000,50 men",
    "4.200.12",
    "1.000.0001 men",
    "1,2,3",
    "1..2",
)


@pytest.mark.parametrize("text", NUMERALS)
def test_a_number_that_is_none_breaks_nothing(text: str) -> None:
    holds(facts_of(f"The address was {text} then."))


FAR = (
    "99999 BC",
    "12000 BC",
    "since 12000 BC",
    "99999 AD",
    "May 99999 AD",
    "AD 99999",
    "the year 12000",
)
DOUBTED = (
    "possibly spring 1934",
    "about the summer of 1934",
    "c. May 1934",
    "perhaps the 1930s",
    "summer 1934?",
)


@pytest.mark.parametrize("text", [*FAR, *DOUBTED])
def test_a_year_far_away_and_a_season_in_doubt_are_written_as_edtf_wants_it(text: str) -> None:
    holds(facts_of(f"It was in {text} then."))


@given(notes())
@example("In Brown v Smith v Jones the court, and Tarn v Zorb v R, said so.")
@example("1.000.000 over 0 was 0000 or over 7 men")
def test_facts_of_a_kind_do_not_cross(text: str) -> None:
    """Dates and quantities share no letter; names do with the authors of a study alone."""
    facts = facts_of(text)
    for spans in ([one.span for one in facts.dates], [one.span for one in facts.quantities]):
        assert all(one.end <= other.start for one, other in pairwise(spans))
    for one in facts.names:
        for other in facts.names:
            inside = one.span.covers(other.span) or other.span.covers(one.span)
            assert one is other or not one.span.meets(other.span) or inside


VALUES = {
    "edtf": "1900",
    "name": "Zorbia",
    "kind": "state",
    "into": "France",
    "value": "7",
    "unit": "ships",
    "actors": "Italy; Spain",
    "cause": "rain",
    "effect": "mud",
}


def said() -> st.SearchStrategy[Correction]:
    return st.builds(
        lambda action, kind, quote, point, start: say(
            action, kind, quote, VALUES, point=point, start=start
        ),
        st.sampled_from(Action),
        st.sampled_from(FactKind),
        st.sampled_from(PIECES) | notes(),
        st.sampled_from((None, 0)),
        st.integers(0, 60),
    )


@given(notes(), notes(), st.lists(said(), max_size=4))
def test_the_laws_hold_whatever_was_said(
    prompt: str, text: str, corrections: list[Correction]
) -> None:
    (card,) = read((prompt, text), said=corrections)
    for facts in card.texts:
        holds(facts)


@given(notes())
def test_a_deck_in_either_language(text: str) -> None:
    deck = deck_of((None, text))
    one_of = [read_facts(deck, (language(code),)) for code in ("en", "de")]
    assert read_facts(deck, languages()) in one_of
