"""`learnt facts`: the facts of a deck or a page, for people and for programs."""

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from learnt import Collection
from learnt.cli.facts import KINDS
from learnt.collection import fact_cache
from learnt.deck import Deck
from learnt.facts import (
    Action,
    Agreement,
    CardFacts,
    Cause,
    CauseKind,
    Date,
    Event,
    FactKind,
    Name,
    NameKind,
    Quantity,
    Side,
    Span,
    TextFacts,
)
from learnt.sources.intake import decode
from tests.cli.conftest import Learnt
from tests.cli.test_escapes import HOSTILE, PADDING, harmless

Write = Callable[..., Path]
PAGE = """\
# The road to the Anschluss

When did Hitler march into the Rhineland?
- 7 March 1936

What was agreed?
- It was negotiated in December 1934
- It was signed in May 1935 because both feared Germany
"""
TEXT = "It was signed in May 1935 because both feared Germany"


def read_by_hand(deck: Deck, _: object) -> tuple[CardFacts, ...]:
    """One fact of each kind on the first point of the first card; nothing on the others."""
    found = []
    for card in deck.cards:
        facts = TextFacts(
            card.points[0].id,
            card.points[0].text,
            (Date(Span(17, 25), "1935-05"),),
            (Name(Span(46, 53), NameKind.STATE, "Germany", "the rival"),),
            (Quantity(Span(34, 38), 2.0, "states", ">=", 3.0),),
            (
                Event(
                    Span(0, 25), "sign", "agree", Span(7, 13), ("France", "USSR"), "1935-05",
                    Span(17, 25), "Paris", "mutual", "if both ratify", polarity=False,
                ),
            ),
            (Agreement(Span(0, 25), "Pact", ("France",), "1934-12", "1935-05", "five years"),),
            (
                Cause(
                    Span(0, 53), "both feared Germany", "It was signed", CauseKind.CAUSE,
                    Span(26, 33), Side(card.points[0].id, Span(34, 53)), Side(None, Span(0, 13)),
                ),
            ),
        )  # fmt: skip
        found.append(CardFacts(card.id, card.prompt, (facts,) if card is deck.cards[0] else ()))
    return tuple(found)


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch, page: Write) -> Path:
    """A page of a card with every fact and a card with none."""
    monkeypatch.setattr("learnt.collection.facts.read_in_our_languages", read_by_hand)
    return page(f"# Pacts\n\nWhat of the pact?\n- {TEXT}\n\nAnd the other?\n- Nothing\n")


def test_the_kinds_are_those_that_there_are() -> None:
    assert tuple(kind.value for kind in FactKind) == KINDS


def test_a_line_of_json_for_each_fact(learnt: Learnt, by_hand: Path) -> None:
    common = {"front": "What of the pact?", "point": 1, "text": TEXT}
    ended = learnt("facts", by_hand, "--json")
    assert (ended.status, ended.err) == (0, "")
    assert ended.lines == [
        common
        | {"kind": "date", "span": [17, 25], "phrase": "May 1935", "edtf": "1935-05"}
        | {"inherited": False},
        common
        | {"kind": "name", "span": [46, 53], "phrase": "Germany", "name": "Germany"}
        | {"type": "state", "role": "the rival"},
        common
        | {"kind": "quantity", "span": [34, 38], "phrase": "both", "value": 2.0, "to": 3.0}
        | {"unit": "states", "comparator": ">="},
        common
        | {"kind": "event", "span": [0, 25], "edtf": "1935-05", "date": "May 1935"}
        | {"verb": "sign", "actors": ["France", "USSR"], "place": "Paris", "polarity": False}
        | {"qualifier": "mutual", "condition": "if both ratify"},
        common
        | {"kind": "agreement", "span": [0, 25], "name": "Pact", "parties": ["France"]}
        | {"negotiated": "1934-12", "signed": "1935-05", "duration": "five years"}
        | {"condition": None, "qualifier": None},
        common
        | {"kind": "cause", "span": [0, 53], "cause": "both feared Germany"}
        | {"effect": "It was signed", "type": "cause", "marker": "because"}
        | {
            "cause_at": {"point": 1, "span": [34, 53]},
            "effect_at": {"point": None, "span": [0, 13]},
        },
    ]


def test_a_table_for_people(learnt: Learnt, by_hand: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    ended = learnt("facts", by_hand)
    assert ended.status == 0
    said = " ".join(ended.out.split())
    for words in (
        "Pacts", "What of the pact?", "When May 1935 May 1935", "Who Germany Germany, the rival",
        "How many both at least 2 to 3 states", "What happened signed did not sign: France, USSR;",
        "Agreement", "negotiated December 1934; signed May 1935; five years",
        "Because", "both feared Germany → It was signed",
        "And the other? No facts were found on this card.",
    ):  # fmt: skip
        assert words in said, words


def test_only_some_kinds(learnt: Learnt, by_hand: Path) -> None:
    ended = learnt("facts", by_hand, "--json", "--kind", "cause", "--kind", "date")
    assert [line["kind"] for line in ended.lines] == ["date", "cause"]
    assert "Germany, the rival" not in learnt("facts", by_hand, "--kind", "date").out
    assert learnt("facts", by_hand, "--kind", "colour").status == 2


def test_a_page_and_the_deck_it_becomes(learnt: Learnt, page: Write, own_home: Path) -> None:
    path = page(PAGE)
    of_page = learnt("facts", path, "--json", "--kind", "date").lines
    assert not own_home.exists(), "nothing is saved"
    assert [line["edtf"] for line in of_page] == ["1936-03-07", "1934-12", "1935-05"]
    assert [line["point"] for line in of_page] == [1, 1, 2]
    for line in of_page:
        assert line["text"][slice(*line["span"])] == line["phrase"]
    stdin = learnt("facts", "-", "--json", "--kind", "date", stdin=PAGE.encode())
    assert stdin.lines == of_page
    assert learnt("add", path, "--quiet").status == 0
    for deck in ("1", "Anschluss"):
        assert learnt("facts", deck, "--json", "--kind", "date").lines == of_page


def test_a_deck_as_the_learner_corrected_it(learnt: Learnt, page: Write) -> None:
    assert learnt("add", page(PAGE), "--quiet").status == 0
    with Collection.open() as collection:
        card = collection.deck("1").cards[1]
        collection.correct_fact(
            card.id,
            card.points[1].id,
            FactKind.DATE,
            Action.CHANGE,
            "May 1935",
            {"edtf": "c. 1936"},
        )
    dates = learnt("facts", "1", "--json", "--kind", "date").lines
    assert [line["edtf"] for line in dates] == ["1936-03-07", "1934-12", "1936~"]


def test_problems_of_the_page_are_told(learnt: Learnt, page: Write) -> None:
    ended = learnt("facts", page(f"{PAGE}\nWho was there?\n"), "--json", "--kind", "date")
    assert ended.status == 1
    assert len(ended.lines) == 3
    assert "line 10" in ended.err


@pytest.mark.parametrize("asked", ["nothing.txt", "Chemistry", "x" * 5000, "a\x00b", "."])
def test_neither_a_deck_nor_a_page(learnt: Learnt, asked: str) -> None:
    ended = learnt("facts", asked)
    assert (ended.status, ended.out) == (2, "")
    assert "There is no deck" in ended.err
    assert "no file of that name either" in ended.err


def test_a_page_that_cannot_be_read(learnt: Learnt, page: Write) -> None:
    ended = learnt("facts", page(b"\x00\x01\x02" * 999), "--json")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.strip()


def test_a_page_that_is_too_long(
    learnt: Learnt, page: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decode, "LARGEST", 20)
    ended = learnt("facts", page(PAGE))
    assert ended.status == 2
    assert "Save it with `learnt add`" in ended.err


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_nothing_commands_the_terminal(text: str, learnt: Learnt, page: Write) -> None:
    path = page(f"# In{text} 1935\n\nWhen{text}?\n- May{text} 1935 [red]x[/red] [/]\n- {PADDING}\n")
    for flags in ([], ["--json"]):
        ended = learnt("facts", path, *flags)
        harmless(ended.out, ended.err)
        assert ended.status == 0
    harmless(learnt("facts", text).err)


def test_every_field_of_a_fact_is_told(learnt: Learnt, by_hand: Path) -> None:
    """Or left out on purpose: what a verb's class is, and where the verb stands."""
    names = {"kind": "type"}
    for line, kind in zip(
        learnt("facts", by_hand, "--json").lines,
        (Date, Name, Quantity, Event, Agreement, Cause),
        strict=True,
    ):
        own = {one.name for one in fields(kind)} - {"verb_class", "word"}
        assert {names.get(name, name) for name in own} <= set(line), json.dumps(line)


def test_the_cache_reads_as_a_page_is_read(page: Write) -> None:
    """A deck and a page go through the same reading."""
    assert fact_cache.read_in_our_languages(Deck("", "1935"), ()) == ()  # type: ignore[arg-type]  # any id will do
