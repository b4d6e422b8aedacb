"""The learnt table and the features it weighs name the same things."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.sources.alternation.cues import features_of, manner_of
from learnt.sources.alternation.weights import (
    CHAIN,
    FRONT,
    FRONT2,
    TITLE,
    WEIGHTS,
    Weights,
    emissions,
)
from learnt.sources.page import page_of
from learnt.sources.site.furniture import remove_furniture

LAYOUTS = Path(__file__).parents[3] / "src" / "learnt" / "sources" / "alternation"
LINES = st.lists(
    st.one_of(
        st.text(min_size=1, max_size=60),
        st.sampled_from(
            [
                "",
                "What is a spline?",
                "- a curve in pieces",
                "1. first",
                "2. second",
                "    A deeper line.",
                "Causes of the war: 1914, 1939",
                "It ended in 1918. It began again.",
                "rate = distance / time",
            ]
        ),
    ),
    min_size=1,
    max_size=30,
)


def test_every_row_has_a_weight_for_every_state() -> None:
    for name, row in WEIGHTS.items():
        assert len(row) == 5, name
        assert all(abs(weight) < 20 for weight in row), name


def test_what_cannot_follow_stays_impossible() -> None:
    assert [cost is None for cost in CHAIN.start] == [False, False, True, True, True]
    assert CHAIN.end[TITLE] is None
    assert CHAIN.move[FRONT][FRONT] is not None  # an answer may be lost
    for before, row in enumerate(CHAIN.move):
        assert (row[TITLE] is None) == (before != TITLE)
        assert (row[FRONT2] is None) == (before not in (FRONT, FRONT2))


@given(LINES, st.integers(1, 20))
def test_every_feature_has_a_row(lines: list[str], declared: int) -> None:
    page = remove_furniture(page_of("\n".join(lines), "page"))
    features = features_of(page.lines, manner_of(page.lines, declared))
    assert len(emissions(features)) == len(page.lines)
    for one in features:
        assert {name for name, _ in one} <= WEIGHTS.keys()


@pytest.mark.parametrize("name", sorted(WEIGHTS))
def test_every_row_can_be_given(name: str) -> None:
    source = "".join(
        (LAYOUTS / f"{one}.py").read_text(encoding="utf-8") for one in ("cues", "look")
    )
    stem = re.sub(r"(?<=_than_)(?:before|after)$", "", name)
    assert f'"{stem}"' in source, f"no line is given {name}"


def test_rows_are_sums_and_no_two_lines_share_one() -> None:
    table: Weights = {"any": (1.0, 2.0, 3.0, 4.0, 5.0), "item": (0.5, 0.0, 0.0, 0.0, 0.0)}
    line = [("any", 1.0), ("item", 2.0)]
    rows = emissions([line, line, [("any", 1.0)]], table)
    assert rows == [[2.0, 2.0, 3.0, 4.0, 5.0]] * 2 + [[1.0, 2.0, 3.0, 4.0, 5.0]]
    rows[0][0] = -1e9
    assert rows[1][0] == 2.0
