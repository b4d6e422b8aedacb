"""The data files are what their first lines say, and the code reads all of them."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from learnt.facts import Language, NameKind
from learnt.weights.languages import CODES, language, languages
from learnt.weights.tables import rows_of
from tests.conftest import ROOT

FOLDER = ROOT / "src" / "learnt" / "weights" / "facts"
COLUMNS = {
    "en/states.tsv": 6,
    "en/leaders.tsv": 5,
    "en/organisations.tsv": 2,
    "en/places.tsv": 3,
    "en/happenings.tsv": 4,
    "en/biology.tsv": 3,
    "en/verbs.tsv": 4,
    "en/not_names.tsv": 1,
    "de/states.tsv": 4,
}
SPELLINGS = {
    "en/states.tsv": (0, 1, 2, 3),
    "en/leaders.tsv": (0, 1),
    "en/organisations.tsv": (0, 1),
    "en/places.tsv": (0, 1),
    "en/happenings.tsv": (0, 1),
    "en/biology.tsv": (0, 1),
    "en/verbs.tsv": (0,),
    "en/not_names.tsv": (0,),
    "de/states.tsv": (0,),
}
"""The columns of each table in which something is spelt."""
FILES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.*"))


def lines_of(file: str) -> Iterator[list[str]]:
    for line in (FOLDER / file).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def listed(column: str) -> list[str]:
    return [one for one in column.split("; ") if one]


def test_there_is_a_folder_for_every_language_and_no_other() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(CODES)
    assert [one.code for one in languages()] == list(CODES)
    assert language("en") is languages()[0], "read once"


def test_every_table_is_known_here() -> None:
    assert {file for file in FILES if file.endswith(".tsv")} == set(COLUMNS)


@pytest.mark.parametrize("code", CODES)
def test_a_language_has_words_of_every_sort(code: str) -> None:
    read: Language = language(code)
    assert len(set(read.dates.months.values())) == 12
    assert set(read.dates.seasons.values()) == {21, 22, 23, 24}
    assert read.names.gazetteer.spellings
    assert len(read.frequent) > 50


@pytest.mark.parametrize("file", FILES)
def test_a_file_says_in_its_first_lines_where_it_is_from(file: str) -> None:
    text = (FOLDER / file).read_text("utf-8")
    head = re.match(r"(?:#.*\n)+", text)
    assert head, "begins with remarks"
    assert re.search(r"Source: \w", head[0])
    assert text.endswith("\n")


@pytest.mark.parametrize("file", COLUMNS)
def test_every_line_has_its_columns(file: str) -> None:
    short = [line for line in lines_of(file) if len(line) != COLUMNS[file]]
    assert short == []


@pytest.mark.parametrize("file", COLUMNS)
def test_nothing_stands_around_what_is_written(file: str) -> None:
    parts = [one for line in lines_of(file) for column in line for one in column.split("; ")]
    assert [one for one in parts if one != one.strip() or ";" in one] == []
    assert all(line[0] for line in lines_of(file)), "the first column is never empty"


@pytest.mark.parametrize("file", COLUMNS)
def test_no_spelling_stands_on_two_lines(file: str) -> None:
    counted = Counter(
        one
        for line in lines_of(file)
        for one in {one for column in SPELLINGS[file] for one in listed(line[column])}
    )
    assert [spelling for spelling, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("file", ["en/happenings.tsv", "en/biology.tsv"])
def test_kinds_are_kinds_of_names(file: str) -> None:
    assert {line[2] for line in lines_of(file)} <= set(NameKind)


def test_years_are_from_and_to() -> None:
    years = re.compile(r"(?:-?\d+--?\d*)?")
    for file, column in (("en/states.tsv", 4), ("en/leaders.tsv", 3)):
        assert [line for line in lines_of(file) if not years.fullmatch(line[column])] == []


def test_people_and_places_are_of_states_that_are_listed() -> None:
    states = {line[0] for line in lines_of("en/states.tsv")}
    for file in ("en/leaders.tsv", "en/places.tsv"):
        assert {line[2] for line in lines_of(file)} - {""} - states == set()


def test_german_names_go_to_names_of_the_english_table() -> None:
    states = {line[0] for line in lines_of("en/states.tsv")}
    assert {line[0] for line in lines_of("de/states.tsv")} - states == set()


def test_verbs_are_of_the_classes_that_the_table_names() -> None:
    head = (FOLDER / "en/verbs.tsv").read_text("utf-8").partition("# Classes: ")[2]
    named = set(head.partition(".")[0].replace("#", " ").split())
    assert {line[1] for line in lines_of("en/verbs.tsv")} == named


def test_what_a_line_leaves_out_is_empty() -> None:
    assert rows_of("en", "no such table.tsv", 3) == []
    ((first, *_), *_) = rows_of("en", "not_names.tsv", 3)
    assert first
    assert {row[1:] for row in rows_of("en", "not_names.tsv", 3)} == {((), ())}


def test_every_toml_file_is_there_in_every_language() -> None:
    def tomls(code: str) -> set[str]:
        return {path.name for path in (FOLDER / code).glob("*.toml")}

    assert {code: tomls(code) for code in CODES} == dict.fromkeys(CODES, tomls("en"))


def keys_of(path: Path) -> set[str]:
    """The keys of a file, and those of its tables that the code asks for by name."""
    table = tomllib.loads(path.read_text("utf-8"))
    inner = {f"{name}.{key}" for name in ("phrases", "people") for key in table.get(name, {})}
    return set(table) | inner


@pytest.mark.parametrize("name", ["dates.toml", "events.toml", "names.toml"])
def test_both_languages_have_the_same_keys(name: str) -> None:
    english, german = (keys_of(FOLDER / code / name) for code in CODES)
    assert english ^ german == set()
