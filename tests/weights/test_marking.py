"""What marking is given: the words of English and a scorer that fits the features there are."""

import json
import tomllib
import warnings
from collections import Counter
from collections.abc import Iterator

import numpy as np
import pytest

from learnt.facts.lexical.words import american
from learnt.marking import Strictness
from learnt.marking.deciding import Thresholds
from learnt.marking.evidence import NAMES
from learnt.weights.lexicon import _MANY, OPPOSITES, _Rarities, lexicon
from learnt.weights.marking import marker
from tests.conftest import ROOT

FOLDER = ROOT / "src" / "learnt" / "weights" / "marking"
TABLES = sorted(path.name for path in (FOLDER / "en").glob("*.tsv"))


def rows(name: str) -> Iterator[list[str]]:
    for line in (FOLDER / "en" / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def test_the_tables_are_those_that_are_read() -> None:
    assert [*OPPOSITES[:2], "stems.tsv", "synonyms.tsv", OPPOSITES[2], "verbs.tsv"] == TABLES


@pytest.mark.parametrize("name", TABLES)
def test_no_line_stands_twice(name: str) -> None:
    counted = Counter(tuple(sorted(row)) for row in rows(name))
    assert [row for row, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_where_it_is_from_and_nothing_stands_around_its_words(name: str) -> None:
    text = (FOLDER / "en" / name).read_text("utf-8")
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert [one for row in rows(name) for one in row if not one or one != one.strip()] == []
    assert all(len(row) > 1 for row in rows(name))


@pytest.mark.parametrize("name", OPPOSITES)
def test_no_word_is_its_own_opposite(name: str) -> None:
    assert [row for row in rows(name) if len(set(row)) < len(row)] == []
    known = lexicon()
    alike = [word for word, others in known.opposites.items() if word in others]
    assert alike == []


def test_the_stems_of_opposites_are_those_that_are_found_today() -> None:
    words = {word for name in OPPOSITES for row in rows(name) for word in row}
    stem = lexicon().stem
    stems = {word: stem(american(word)) for word in words}
    assert dict(rows("stems.tsv")) == stems, "python benchmarks/make_word_tables.py --stems"


def test_words_are_of_one_sort() -> None:
    words = tomllib.loads((FOLDER / "en" / "words.toml").read_text("utf-8"))
    small, negators = words["small"].split(), words["negators"].split()
    for listed in (small, negators, words["refusing"].split()):
        assert max(Counter(listed).values()) == 1
    assert set(small).isdisjoint(negators)
    assert all(one.isdigit() for one in words["numbers"].values())
    for name in ("numbers", "initials", "plurals"):
        assert all(one == one.lower() for one in words[name])


def test_a_plural_is_its_singular() -> None:
    known = lexicon()
    assert known.stem(american("hypotheses")) == known.stem(american("hypothesis"))
    assert known.stem("mice") == known.stem("mouse")


def test_the_scorer_fits_the_features_and_says_whose_it_is() -> None:
    saved = json.loads((FOLDER / "scorer.json").read_bytes())
    assert tuple(saved["features"]) == NAMES, "python benchmarks/learn_marking.py --write"
    assert "SemEval-2013" in saved["notice"]
    assert "CC BY-SA" in saved["notice"]
    bounds = Thresholds(**saved["thresholds"])
    for strictness in Strictness:
        assert 0 < bounds.moved(strictness).missing < bounds.moved(strictness).covered < 1


@pytest.mark.parametrize("points", ["several", "alone"])
def test_scores_are_shares_and_all_features_are_weighed(points: str) -> None:
    scorer = marker().alone if points == "alone" else marker().scorer
    assert scorer
    samples = np.random.default_rng(1).uniform(-1, 3, (50, len(scorer.features)))
    scores = scorer.score(samples)
    assert np.all((scores >= 0) & (scores <= 1))
    assert len(set(scores.tolist())) > 1
    for forest in filter(None, (scorer.boosted, scorer.averaged)):
        assert forest.feature.max() < len(scorer.features)
        assert forest.depth < 60


def test_the_marker_is_loaded_once() -> None:
    assert marker() is marker()


def test_vectors_have_the_length_1_and_those_of_nothing_0() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = lexicon().vectors(["river", "", "the river froze", "river"])
    assert np.linalg.norm(found, axis=1).tolist() == pytest.approx([1, 0, 1, 1])
    assert (found[0] == found[3]).all()


def test_vectors_of_very_many_are_those_of_each() -> None:
    some = ["river", "", "the river froze", "antidisestablishmentarianism", "zqx", " "]
    vectors = lexicon().vectors
    many = vectors([*some, *(f"word {number}" for number in range(4_000)), "river"])
    np.testing.assert_allclose(many[: len(some)], vectors(some), atol=1e-6)
    assert (many[0] == many[-1]).all()


def test_words_are_as_rare_when_very_many_are_asked_for() -> None:
    table = b"# made up\nbridge -30\nriver -40\nzebra -70\n"
    few, many = _Rarities(table), _Rarities(table)
    assert all(many(f"word{number}") == 1 for number in range(_MANY + 1))
    words = ("bridge", "river", "zebra", "made", "", "#", "riv", "\ud800")
    assert [many(one) for one in words] == [few(one) for one in words]
    assert many("river") == pytest.approx(1 / 3)


def test_every_word_of_the_table_is_found_as_rare_as_it_says() -> None:
    lines = (FOLDER / "en" / "frequencies.txt").read_text("utf-8").splitlines()
    told = [line.split() for line in lines if not line.startswith("#")]
    assert told == sorted(told)
    rarity = lexicon().rarity
    for word, step in [told[0], *told[1:-1:97], told[-1]]:
        assert rarity(word) == min(max((-20 - int(step)) / 60, 0), 1)
        assert rarity(word + "zqx") == 1
    assert [rarity(one) for one in ("", "#", "# A", "\n", "\ud800")] == [1] * 5


def test_what_is_rare() -> None:
    known = lexicon()
    assert known.rarity("the") == 0
    assert known.rarity("river") < known.rarity("chlorophyll") < known.rarity("zzyzzq") == 1
