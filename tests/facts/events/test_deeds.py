"""Who did what, when, and whether it happened."""

from dataclasses import dataclass

import pytest

from tests.facts.made import events, facts_of, read

Told = list[tuple[str, tuple[str, ...], str | None]]

DEEDS: dict[str, Told] = {
    "Germany invaded Poland in September 1939.": [("invade", ("Germany", "Poland"), "1939-09")],
    "Germany invades Poland in September 1939.": [("invade", ("Germany", "Poland"), "1939-09")],
    "France was invaded by Germany in May 1940.": [("invade", ("Germany", "France"), "1940-05")],
    "Kirov was shot in December 1934.": [("shoot", ("Kirov",), "1934-12")],
    "Britain and Germany met in Geneva in 1932.": [("meet", ("Britain", "Germany"), "1932")],
    "War broke out in 1914.": [("break", (), "1914")],
    "War had broken out by August 1914.": [("break", (), "../1914-08")],
    "Soviet troops withdrew in 1989.": [("withdraw", ("Soviet Union",), "1989")],
    "The pact ended in 1941.": [("end", (), "1941")],
    # two dated verbs of one sentence
    "Germany left the League in 1933 and Italy joined it in 1937.": [
        ("leave", ("Germany", "League of Nations"), "1933"),
        ("join", ("Italy",), "1937"),
    ],
    "The Allies landed in Sicily in July 1943, took Rome in June 1944 and won in May 1945.": [
        ("land", ("Allies",), "1943-07"),
        ("take", ("Allies",), "1944-06"),
        ("win", ("Allies",), "1945-05"),
    ],
    "Spain joined the League in 1920, but Brazil had left it in 1926.": [
        ("join", ("Spain", "League of Nations"), "1920"),
        ("leave", ("Brazil",), "1926"),
    ],
    "It was drafted in December 1934 and signed in May 1935.": [
        ("draft", (), "1934-12"),
        ("sign", (), "1935-05"),
    ],
    "Kirov was arrested in 1933 and shot in 1934.": [
        ("arrest", ("Kirov",), "1933"),
        ("shoot", ("Kirov",), "1934"),
    ],
    # one date in front of both
    "In 1936 Germany occupied the Rhineland and Italy annexed Abyssinia.": [
        ("occupy", ("Germany",), "1936"),
        ("annex", ("Italy", "Abyssinia"), "1936"),
    ],
    "In March 1938 German troops crossed the border, and Austria surrendered.": [
        ("cross", ("Germany",), "1938-03"),
        ("surrender", ("Austria",), "1938-03"),
    ],
    # clauses
    "When Germany attacked in June 1941, Stalin was in his dacha.": [
        ("attack", ("Germany",), "1941-06")
    ],
    "Litvinov, who was dismissed in May 1939, wanted collective security.": [
        ("dismiss", ("Litvinov",), "1939-05"),
        ("want", ("Litvinov",), None),
    ],
    "After the fall of France, Britain fought alone from June 1940.": [
        ("fight", ("Britain",), "1940-06/..")
    ],
    # no deed
    "Germany is weak.": [],
    "Ireland has two coasts.": [],
    # no verb, but a date: it is told when
    "Germany was weak in 1923.": [("", ("Germany",), "1923")],
    "Summer camp, 1923": [("", (), "1923")],
    # no verb: the noun stands for it
    "German attack on France, May 1940": [("attack", ("Germany", "France"), "1940-05")],
    "Death of Lenin, 1924": [("die", ("Lenin",), "1924")],
    "Invasion of Poland, September 1939": [("invade", ("Poland",), "1939-09")],
}


@pytest.mark.parametrize("text", DEEDS)
def test_deeds(text: str) -> None:
    assert [one for one in events(facts_of(text)) if one[0] != "be"] == DEEDS[text]


ASKED = [
    ("When did France sign the pact?", "May 1935", [("sign", ("France",), "1935-05")]),
    ("When was Harold killed?", "In 1066.", [("kill", ("Harold",), "1066")]),
    ("When did Germany occupy the Rhineland?", "1936", [("occupy", ("Germany",), "1936")]),
    ("Who signed it in 1904?", "France and Britain", [("sign", ("France", "Britain"), "1904")]),
    # the prompt's date
    ("What happened in 1936?", "Hitler occupied the Rhineland", [("occupy", ("Hitler",), "1936")]),
    ("What happened in 1936?", "In 1940 Norway fell", [("fall", ("Norway",), "1940")]),
    (
        "What happened from 1936 to 1938, and in 1940?",
        "Italy fought",
        [("fight", ("Italy",), None)],
    ),
    # pronouns
    ("What did Litvinov do in 1933?", "He travelled.", [("travel", ("Litvinov",), "1933")]),
    ("Who was Elizabeth I?", "She was crowned in 1559.", [("crown", ("Elizabeth I",), "1559")]),
    (
        "What did Germany do next?",
        "It left the League in 1933.",
        [("leave", ("Germany", "League of Nations"), "1933")],
    ),
    (
        "How did Britain and Spain get on?",
        "They quarrelled in 1948.",
        [("quarrel", ("Britain", "Spain"), "1948")],
    ),
    ("What do you know of Attlee?", "Resigned in 1951", [("resign", ("Attlee",), "1951")]),
]


@pytest.mark.parametrize(("prompt", "text", "expected"), ASKED)
def test_what_a_prompt_gives_to_its_points(prompt: str, text: str, expected: Told) -> None:
    assert events(facts_of(text, prompt=prompt)) == expected


def test_a_pronoun_stands_for_whom_the_sentence_before_names() -> None:
    facts = facts_of("Lenin died in 1924. He was buried in Moscow.")
    assert events(facts) == [("die", ("Lenin",), "1924"), ("bury", ("Lenin",), None)]


def test_a_title_tells_who_is_meant() -> None:
    facts = facts_of("He signed it in 1939.", title="Foreign policy under Stalin")
    assert events(facts) == [("sign", ("Stalin",), "1939")]


def test_a_prompt_that_asks_tells_of_no_event_and_one_that_states_does() -> None:
    for prompt, told in (("When did France sign in 1904?", 0), ("France signed in 1904", 1)):
        (card,) = read((prompt, "x"))
        assert len(card.texts[0].events) == told


@dataclass(frozen=True)
class Denied:
    text: str
    verb: str
    actors: tuple[str, ...]
    edtf: str | None = None


@pytest.mark.parametrize(
    "denied",
    [
        Denied("Stalin was not invited to Munich in 1938.", "invite", ("Stalin",), "1938"),
        Denied("Stalin wasn't invited.", "invite", ("Stalin",)),
        Denied("Poland refused to sign in 1939.", "sign", ("Poland",), "1939"),
        Denied("The United States declined to join in 1920.", "join", ("United States",), "1920"),
        Denied("Halifax declined in 1940.", "decline", ("Halifax",), "1940"),
        Denied("Italy failed to take Egypt.", "take", ("Italy", "Egypt")),
        Denied("Britain never ratified it.", "ratify", ("Britain",)),
        Denied("Turkey hadn’t joined by 1940.", "join", ("Turkey",), "../1940"),
        Denied("Sweden did not fight in 1940.", "fight", ("Sweden",), "1940"),
        Denied("No state protested in 1936.", "protest", (), "1936"),
        Denied("Nobody was invited.", "invite", ()),
        Denied("The committee has not met since 1990.", "meet", (), "1990/.."),
    ],
    ids=lambda one: one.text,
)
def test_what_did_not_happen(denied: Denied) -> None:
    found = {one.verb: one for one in facts_of(denied.text).events}
    one = found[denied.verb]
    assert (one.polarity, one.actors, one.edtf) == (False, denied.actors, denied.edtf)


@pytest.mark.parametrize(
    "text",
    ["Not only France signed.", "France signed, not Spain.", "France did sign."],
)
def test_a_not_elsewhere_denies_nothing(text: str) -> None:
    assert {one.verb: one.polarity for one in facts_of(text).events}["sign"] is True


def test_not_until_happened_then() -> None:
    (event,) = facts_of("The war did not end until 1918.").events
    assert (event.verb, event.edtf) == ("end", "1918")


@pytest.mark.parametrize(
    ("text", "verb", "condition"),
    [
        ("France would help if Britain acted first.", "help", "if Britain acted first"),
        ("Hungary will fight only if Austria is attacked.", "fight", "only if Austria is attacked"),
        ("If Germany attacked, Spain would fight.", "fight", "If Germany attacked"),
        ("They agreed to help unless France was at war.", "agree", "unless France was at war"),
        ("France helped.", "help", None),
    ],
)
def test_conditions(text: str, verb: str, condition: str | None) -> None:
    found = {one.verb: one.condition for one in facts_of(text).events}
    assert found[verb] == condition


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Germany signed a non-aggression pact with Latvia.", "non-aggression"),
        ("France signed a mutual assistance pact with Spain.", "mutual assistance"),
        ("France signed a pact with Spain.", None),
    ],
)
def test_qualifiers(text: str, qualifier: str | None) -> None:
    (event,) = facts_of(text).events
    assert event.qualifier == qualifier


def test_place_word_date_and_clause() -> None:
    text = "Britain and Germany met in Geneva in 1932, and nothing came of it."
    event = facts_of(text).events[0]
    assert event.place == "Geneva"
    assert event.word is not None
    assert event.date is not None
    assert (event.word.of(text), event.date.of(text)) == ("met", "1932")
    assert event.span.of(text).startswith("Britain and Germany met in Geneva in 1932")


def test_american_spelling_is_the_same_verb() -> None:
    for text in ("Japan modernised in 1890.", "Japan modernized in 1890."):
        assert [one.verb for one in facts_of(text).events] == ["modernise"]


def test_a_verb_that_no_table_knows_is_guessed() -> None:
    (event,) = facts_of("Germany zorbified Poland in 1939.").events
    assert (event.verb, event.verb_class, event.actors) == (
        "zorbify",
        "other",
        ("Germany", "Poland"),
    )


def test_german_tells_an_event_for_each_date() -> None:
    facts = facts_of("1933 verließ Deutschland den Völkerbund, 1938 folgte München.", code="de")
    assert [one.edtf for one in facts.events] == ["1933", "1938"]
