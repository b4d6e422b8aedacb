"""What vectors of whole sentences add to what the scorer weighs; made here from a few words."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from learnt.facts.lexical.lexicon import Matrix
from learnt.facts.values import Span
from learnt.marking import Question
from learnt.marking.evidence import NAMES, Evidence, evidence_of
from learnt.marking.forest import Forest, Scorer
from learnt.marking.nearness import NAMES as NEAR
from learnt.marking.nearness import nearness, weighed
from learnt.marking.reading import Read, read
from learnt.weights.languages import languages
from learnt.weights.lexicon import lexicon
from tests.marking.made import a_leaf, a_question, scored

MEANINGS = (("ships", "vessels", "steamers"), ("grain", "corn", "wheat"), ("flood", "deluge"))
QUAYS = a_question("Why did Tarn decline?", "Ships grew deeper", "Grain went by rail instead")


class Meanings:
    """Vectors with a dimension for each meaning; `begun` are the texts that were told ahead."""

    def __init__(self) -> None:
        self.begun: list[str] = []

    def begin(self, text: str) -> None:
        self.begun.append(text)

    def parts(self, text: str, spans: Sequence[Span]) -> Matrix:
        parts = [one.of(text).lower() for one in spans]
        counted = [[sum(word in part for word in words) for words in MEANINGS] for part in parts]
        made = np.array(counted, dtype=np.float32)
        lengths = np.linalg.norm(made, axis=1, keepdims=True)
        made /= np.where(lengths > 0, lengths, 1)
        return made

    known = parts


def looked(question: Question, answer: str) -> tuple[Read, tuple[tuple[Evidence, ...], ...]]:
    both = read(question, answer, lexicon(), languages())
    return both, evidence_of(both, lexicon())


def near(question: Question, answer: str) -> list[dict[str, float]]:
    """By wording: the features by their names."""
    rows = nearness(*looked(question, answer), Meanings())
    return [dict(zip(NEAR, row.tolist(), strict=True)) for row in rows]


def test_the_nearest_segment_is_found_whatever_its_words() -> None:
    ships, grain = near(QUAYS, "The vessels were too big. The old town slept.")
    assert ships["near_best"] == pytest.approx(1)
    assert grain["near_best"] == pytest.approx(0)
    assert ships["near_others"] == pytest.approx(1)
    assert grain["near_others"] == pytest.approx(-1)


def test_a_segment_that_speaks_of_another_point_is_told_from_ones_own() -> None:
    ships, grain = near(QUAYS, "The vessels were too big. The corn left on trains.")
    assert ships["near_contest"] == pytest.approx(1)
    assert grain["near_contest"] == pytest.approx(1)
    assert ships["near_whole"] == pytest.approx(0.5**0.5)


def test_words_of_the_point_are_heard_in_others_of_their_meaning() -> None:
    ships, grain = near(QUAYS, "The vessels were too big. The old town slept.")
    assert ships["heard_whole"] > 0.3 > grain["heard_whole"]
    assert ships["heard_new"] == ships["heard_whole"]
    assert ships["heard_least"] > 0  # nothing is said of deeper
    assert ships["backed_best"] > grain["backed_best"]


def test_words_of_the_prompt_are_not_new_and_numbers_are_left_to_the_slots() -> None:
    asked = a_question("What did ships bring?", "Ships brought 300 sacks of grain")
    (found,) = near(asked, "300 sacks of corn.")
    assert found["heard_new"] > found["heard_whole"]
    (other,) = near(asked, "100 sacks of corn.")
    assert other["heard_whole"] == pytest.approx(found["heard_whole"])


def test_a_point_alone_has_nobody_to_be_compared_with() -> None:
    (only,) = near(a_question("Why?", "Ships grew deeper"), "Vessels became bigger then.")
    assert (only["near_contest"], only["near_others"]) == (0, 0)


def test_every_wording_has_a_row_and_wordings_of_a_point_do_not_compete() -> None:
    point = replace(QUAYS.points[0], accepted=("Vessels needed more water",))
    both, evidence = looked(replace(QUAYS, points=(point, QUAYS.points[1])), "Steamers grew.")
    rows = nearness(both, evidence, Meanings())
    assert rows.shape == (3, len(NEAR))
    assert rows[:, NEAR.index("near_contest")].tolist() == pytest.approx([1, 1, -1])


def test_without_vectors_the_scorer_weighs_what_it_always_did() -> None:
    both, evidence = looked(QUAYS, "The vessels were too big.")
    plain, more = weighed(both, evidence, None), weighed(both, evidence, Meanings())
    assert plain.tolist() == [one.features.tolist() for them in evidence for one in them]
    assert more.shape == (2, len(NAMES) + len(NEAR))
    assert (more[:, : len(NAMES)] == plain).all()


def test_a_marker_with_vectors_hears_what_no_word_of_the_card_says() -> None:
    place = len(NAMES) + NEAR.index("near_best")
    split = Forest(
        np.array([[place, -1, -1]], dtype=np.int32), np.array([[0.5, 0, 0]]),
        np.array([[1, 0, 0]], dtype=np.int32), np.array([[0, 0.01, 0.99]]), 0.0, 1,
    )  # fmt: skip
    scorer = Scorer((*NAMES, *NEAR), a_leaf(0.0), split)
    meanings = Meanings()
    marker = replace(scored(0.5), scorer=scorer, sentences=meanings)
    answer = "Vessels of a bigger size were built everywhere."
    ships, grain = marker.mark(QUAYS, answer)
    assert (ships.score > 0.7, grain.score < 0.3) == (True, True)
    assert meanings.begun == [answer]
    marker.mark(a_question("Which sea?", "the North Sea"), answer)
    assert meanings.begun == [answer]  # a short point asks for no vectors
