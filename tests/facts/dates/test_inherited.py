"""What a date takes from the prompt, the title's century and what was said before it."""

import pytest

from tests.facts.made import dates, facts_of, read

CASES = [
    # text, prompt, points before, what is read
    ("In September it fell.", "What happened in 1936?", (), [("September", "1936-09")]),
    ("In September it fell.", None, ("The war began in 1936.",), [("September", "1936-09")]),
    (
        "In September it fell.",
        None,
        ("In 1936 it began. More.", "Then a lull."),
        [("September", "1936-09")],
    ),
    (
        "In September it fell.",
        "What of 1936?",
        ("Until 1938 nothing.",),
        [("September", "1938-09")],
    ),
    ("on 3 May", "The Dutch rising of 1672", (), [("3 May", "1672-05-03")]),
    ("In the spring they landed", "Italy in 1944", (), [("the spring", "1944-21")]),
    (
        "from March to May",
        "The Dutch rising of 1672",
        (),
        [("from March to May", "1672-03/1672-05")],
    ),
    ("On the 9th he fled.", None, ("On 7 October 1849 he knew.",), [("9th", "1849-10-09")]),
    (
        "In June of that year it fell",
        None,
        ("In 1936 it began",),
        [("June of that year", "1936-06")],
    ),
    (
        "In June of the following year it fell",
        None,
        ("In 1936 it began",),
        [("June of the following year", "1937-06")],
    ),
    ("In 1936 it rose, and in May it fell.", None, (), [("1936", "1936"), ("May", "1936-05")]),
    ("It came back in '36.", "What was lost in 1805?", (), [("'36", "1836")]),
    ("It came back in '36.", None, (), [("'36", "1936")]),
    (
        "In October he fled; in '49 he was back.",
        "Rome, 1848",
        (),
        [("October", "1848-10"), ("'49", "1849")],
    ),
    ("March", "When in 1938 was the Anschluss?", (), [("March", "1938-03")]),
    ("May", "When in 1935 was it signed?", (), [("May", "1935-05")]),
    # nothing to take it from
    ("In September it fell.", None, (), []),
    ("In September it fell.", None, ("It lasted from 1936 to 1939.",), []),
    ("In September it fell.", "What happened in the 1930s?", (), []),
    ("On the 9th he fled.", None, ("In 1849 he knew.",), []),
]


@pytest.mark.parametrize(("text", "prompt", "before", "expected"), CASES)
def test_what_a_date_takes_from_before(
    text: str, prompt: str | None, before: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    facts = facts_of(text, prompt=prompt, before=before)
    assert dates(facts) == expected


def test_a_date_says_that_it_took_a_part() -> None:
    facts = facts_of("It rose in May 1936 and fell in June.")
    assert [one.inherited for one in facts.dates] == [False, True]


def test_a_card_takes_nothing_from_the_card_before() -> None:
    facts = read((None, "In 1936 it began."), (None, "In September it fell."))
    assert dates(facts[1].texts[0]) == []


def test_a_prompt_may_lean_on_nothing_and_its_points_on_it() -> None:
    (card,) = read(("The May of 1848", "in June", "in July 1849", "in August"))
    assert [dates(text) for text in card.texts] == [
        [("The May of 1848", "1848-05")],
        [("June", "1848-06")],
        [("July 1849", "1849-07")],
        [("August", "1849-08")],
    ]


def test_the_title_tells_the_century_alone() -> None:
    facts = facts_of("In '36 it fell, in May.", title="Ireland, 1798")
    assert dates(facts) == [("'36", "1736"), ("May", "1736-05")]
