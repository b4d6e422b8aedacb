"""What a person says a fact is: one form of it is kept, and what cannot be is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.collection.fact_checks import NEEDED, checked, date_from, is_edtf
from learnt.errors import UsageError
from learnt.facts import FIELDS, Action, FactKind
from learnt.weights.languages import languages

SAID = {
    "1935-05": "1935-05",
    " 1934/1936 ": "1934/1936",
    "1933/..": "1933/..",
    "193X/..": "193X/..",
    "../193X": "../193X",
    "193X~": "193X~",
    "1938-22": "1938-22",
    "-0043": "-0043",
    "May 1935": "1935-05",
    "may 1935": "1935-05",
    "c. 1934": "1934~",
    "from 1922 to 1933": "1922/1933",
    "1929-1932": "1929/1932",
    "summer 1938": "1938-22",
    "the 17th century": "16XX",
    "44 bc": "-0043",
    "30 September 1938": "1938-09-30",
    "before May 1940": "../1940-05",
}


@pytest.mark.parametrize(("typed", "kept"), SAID.items())
def test_a_date_is_kept_as_edtf(typed: str, kept: str) -> None:
    assert date_from(typed, languages()) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "May 1935x", "yesterday", "", "1935-13", "1935-02-30", "1936/1934", "..", "../..", "/",
        "1934 and 1936", "1934/1935/1936", "1" * 5000, "[1934, 1935]", "Y-17000", "\x00", "1934–x",
        "29 February 1939", "193X-05", "1939-25", "1938-22-01",
    ],
)  # fmt: skip
def test_what_is_no_date_is_told_with_what_to_write(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UsageError, match=r"is no date that can be kept\. Write 1935-05"):
        date_from(typed, languages())
    assert capsys.readouterr() == ("", "")


@given(st.text(st.sampled_from("0129X-/.~?%XY[], aM")) | st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    """Whatever is typed, the validator neither fails nor prints."""
    if is_edtf(text):
        assert date_from(text, languages()) == " ".join(text.split())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1,500", "1500"), ("2.50", "2.5"), ("1 500 000", "1500000"), ("-3", "-3"), ("1e3", "1000")],
)
def test_a_number_is_kept_as_one(typed: str, kept: str) -> None:
    found = checked(FactKind.QUANTITY, Action.ADD, {"value": typed}, languages())
    assert found == {"value": kept}


@pytest.mark.parametrize(
    ("kind", "values", "why"),
    [
        (FactKind.QUANTITY, {"value": "many"}, "is no number"),
        (FactKind.QUANTITY, {"value": "nan"}, "is no number"),
        (FactKind.QUANTITY, {"value": "1e999"}, "is no number"),
        (FactKind.QUANTITY, {"value": "3", "comparator": "≈"}, "Choose one of"),
        (FactKind.QUANTITY, {"unit": "men"}, "needs its “value”"),
        (FactKind.NAME, {"name": "France", "kind": "land"}, "Choose one of: state"),
        (FactKind.NAME, {"name": "France"}, "needs its “kind”"),
        (FactKind.NAME, {"name": "x" * 501, "kind": "state"}, "too long"),
        (FactKind.EVENT, {"verb": "sign", "edtf": "soon"}, "no date"),
        (FactKind.EVENT, {"verb": "sign", "polarity": "perhaps"}, "“yes” or “no”"),
        (FactKind.AGREEMENT, {"name": "Pact", "signed": "then"}, "no date"),
        (FactKind.CAUSE, {"cause": "rain"}, "needs its “effect”"),
        (FactKind.DATE, {"edtf": "1935", "verb": "sign"}, "There is no “verb”"),
        (FactKind.DATE, {}, "needs its “edtf”"),
    ],
)
def test_what_cannot_be_kept(kind: FactKind, values: dict[str, str], why: str) -> None:
    with pytest.raises(UsageError, match=why):
        checked(kind, Action.ADD, values, languages())


def test_a_change_says_what_is_other_and_leaves_the_rest() -> None:
    said = checked(FactKind.EVENT, Action.CHANGE, {"edtf": "May 1935", "place": ""}, languages())
    assert said == {"edtf": "1935-05", "place": ""}
    with pytest.raises(UsageError, match="Nothing was said"):
        checked(FactKind.EVENT, Action.CHANGE, {}, languages())
    with pytest.raises(UsageError, match="needs its “verb”"):
        checked(FactKind.EVENT, Action.CHANGE, {"verb": " "}, languages())


def test_lists_are_tidied() -> None:
    values = {"name": "Pact", "parties": " France;;  Soviet\nUnion ; France"}
    found = checked(FactKind.AGREEMENT, Action.ADD, values, languages())
    assert found["parties"] == "France; Soviet Union"


def test_a_rejection_says_nothing_else_and_a_merge_with_what() -> None:
    assert checked(FactKind.NAME, Action.REJECT, {"name": "x"}, languages()) == {}
    into = {"into": " Soviet  Union ", "name": "USSR", "role": "x"}
    found = checked(FactKind.NAME, Action.MERGE, into, languages())
    assert found == {"into": "Soviet Union", "name": "USSR"}
    with pytest.raises(UsageError, match="into"):
        checked(FactKind.NAME, Action.MERGE, {}, languages())


def test_what_is_needed_can_be_said() -> None:
    assert all(set(NEEDED[kind]) <= set(FIELDS[kind]) for kind in FactKind)
