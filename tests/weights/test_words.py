"""Every word that a data file lists is handed on, and every list is looked at by `facts`."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

from learnt.facts.dates import DateWords
from learnt.facts.events import EventWords
from learnt.facts.names import NameWords
from learnt.facts.tokens import tokens_of
from learnt.weights.languages import CODES, language
from learnt.weights.names import name_tables
from tests.conftest import ROOT

FOLDER = ROOT / "src" / "learnt" / "weights" / "facts"


class Watched(dict[str, Any]):
    """A table that notes which of its keys are asked for; all of them, where it is gone through."""

    def __init__(self, table: dict[str, Any]) -> None:
        super().__init__(
            (key, Watched(value) if isinstance(value, dict) else value)
            for key, value in table.items()
        )
        self.asked: set[str] = set()

    def __getitem__(self, key: str) -> Any:
        self.asked.add(key)
        return super().__getitem__(key)

    def items(self) -> Any:
        self.asked.update(self)
        return super().items()

    def never_asked(self) -> Iterator[str]:
        yield from set(self) - self.asked
        for key, value in super().items():
            if isinstance(value, Watched) and key == "people":
                yield from (f"{key}.{one}" for one in value.never_asked())


def table(code: str, name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / code / name).read_text("utf-8"))


@pytest.mark.parametrize("code", CODES)
def test_the_keys_for_dates_are_the_fields_of_their_value(code: str) -> None:
    assert set(table(code, "dates.toml")) == {one.name for one in fields(DateWords)}


@pytest.mark.parametrize("code", CODES)
def test_the_keys_for_events_are_the_fields_of_their_value(code: str) -> None:
    assert set(table(code, "events.toml")) == {one.name for one in fields(EventWords)}


@pytest.mark.parametrize("code", CODES)
def test_every_key_for_names_is_asked_for(code: str) -> None:
    watched = Watched(table(code, "names.toml"))
    name_tables(code, watched, frozenset(), frozenset())
    assert set(watched.never_asked()) == set()


def source() -> str:
    """All of the stage but the modules that only list the fields."""
    paths = sorted((ROOT / "src" / "learnt" / "facts").rglob("*.py"))
    return "\n".join(path.read_text("utf-8") for path in paths)


@pytest.mark.parametrize("kind", [DateWords, EventWords, NameWords])
def test_every_field_is_looked_at(kind: Any) -> None:
    text = source()
    names = [one.name for one in fields(kind)]
    assert [name for name in names if not re.search(rf"(?:words|self)\.{name}\b", text)] == []


def test_every_role_of_a_phrase_about_dates_is_looked_for() -> None:
    roles = set(re.findall(r'"(\w+)"', source()))
    assert set(language("en").dates.phrases) - roles == set()


@pytest.mark.parametrize("code", CODES)
def test_no_word_of_a_list_can_never_be_met(code: str) -> None:
    """Words are compared small, token by token: a capital or a space would never be found."""
    words = language(code)
    found = [
        (one.name, word)
        for of in (words.dates, words.words)
        for one in fields(of)
        if isinstance(listed := getattr(of, one.name), frozenset)
        for word in listed
        if [token.low for token in tokens_of(f"x{'' if word[0] == chr(39) else ' '}{word}")[1:]]
        != [word]
    ]
    assert found == []
