"""What is worked out for many pairs at once is what it would be pair by pair."""

from collections import defaultdict
from heapq import nlargest
from math import inf
from types import SimpleNamespace
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.facts.comparing.beside import likeliest_beside, others_best
from learnt.facts.comparing.candidates import Pairs, candidates
from learnt.facts.comparing.clashing import NO_CLASH, likeliest_clash, likely_clashes
from learnt.facts.comparing.clashing.doubts import DOUBTS, doubts
from learnt.facts.comparing.clashing.judging import seeming_clashes
from learnt.facts.comparing.counting import Counted
from learnt.facts.comparing.dating import Dated
from learnt.facts.comparing.leads import leads_of
from learnt.facts.comparing.likeness import Likeness, Shared
from learnt.facts.comparing.piece import pieces_of
from learnt.facts.comparing.ragged import distinct, means, ragged
from learnt.facts.comparing.scoring import Scored, scored
from learnt.facts.comparing.values import About
from learnt.facts.comparing.weighed import Stems
from learnt.facts.comparing.weights import Judgement, Weights
from learnt.weights.comparing import known
from tests.facts.made import read

small = st.integers(0, 4)
weights = st.sampled_from([0.0, 0.25, 0.5, 1.0])


def test_short_rows_are_filled_up() -> None:
    rows = ragged(np.array([1, 2, 3, 4, 5, 6], dtype=np.int32), [2, 0, 1, 3])
    assert rows.padded(np.array([3, 1, 0]), 9).tolist() == [[4, 5, 6], [9, 9, 9], [1, 2, 9]]
    assert rows.padded(np.array([1]), 9).shape == (1, 0)
    assert rows.row(3).tolist() == [4, 5, 6]


@given(st.lists(small))
def test_each_once_and_in_order(numbers: list[int]) -> None:
    assert distinct(np.array(numbers, dtype=np.intp)).tolist() == sorted(set(numbers))


@given(st.lists(st.lists(st.integers(0, 2), max_size=4), max_size=5))
def test_means_are_as_long_as_one(rows: list[list[int]]) -> None:
    vectors = np.array([[1, 0], [0, 1], [-1, 0]], dtype=np.float32)
    flat = np.array([one for row in rows for one in row], dtype=np.int32)
    found = means(ragged(flat, [len(row) for row in rows]), vectors)
    for row, mean in zip(rows, found, strict=True):
        wanted = vectors[row].sum(axis=0) if row else np.zeros(2)
        length = np.linalg.norm(wanted)
        np.testing.assert_allclose(mean, wanted / length if length else wanted, atol=1e-6)


@given(st.lists(st.tuples(small, weights)))
def test_the_best_of_others(pairs: list[tuple[int, float]]) -> None:
    places = np.array([place for place, _ in pairs], dtype=np.intp)
    found = others_best(places, np.array([weight for _, weight in pairs], dtype=np.float64))
    for nth, (place, _) in enumerate(pairs):
        others = [w for at, (p, w) in enumerate(pairs) if p == place and at != nth]
        assert found[nth] == max(others, default=0.0)


@given(st.lists(st.tuples(small, small), unique=True), st.data())
def test_the_likeliest_beside(pairs: list[tuple[int, int]], data: st.DataObject) -> None:
    """Pieces 0 and 1 are one card's, so are 2 and 3."""
    pairs = sorted(pairs)
    odds = data.draw(st.lists(weights, min_size=len(pairs), max_size=len(pairs)))
    rows, columns = (np.array([one[side] for one in pairs], dtype=np.intp) for side in (0, 1))
    side = SimpleNamespace(cards=np.array([0, 0, 1, 1, 2]))
    both: Any = SimpleNamespace(a=side, b=side)
    found = likeliest_beside(both, Pairs(rows, columns), np.array(odds))
    for (row, column), best in zip(pairs, found.tolist(), strict=True):
        others = [
            one
            for (r, c), one in zip(pairs, odds, strict=True)
            if (r // 2, c // 2) == (row // 2, column // 2) and r != row and c != column
        ]
        assert best == max(others, default=-inf)


def test_pairs_of_long_decks_share_rare_words() -> None:
    """Looked for one after the other: each piece's rarest leads lead to the first pieces alone."""
    names = [f"Zorb{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(350)]
    mine = [
        (None, f"{name} met {names[n // 2]} at {names[n // 50]}") for n, name in enumerate(names)
    ]
    yours = [
        (None, f"{name} wrote to {names[n // 3]} in 19{n % 90 + 10}")
        for n, name in enumerate(names)
    ]
    mine += [(None, f"In 19{n % 90 + 10} nobody wrote of {name}") for n, name in enumerate(names)]
    yours += [(None, f"{name} was at {names[n // 50]}, it is told") for n, name in enumerate(names)]
    stems = Stems(pieces_of(read(*mine), known()), pieces_of(read(*yours), known()))
    a, b = leads_of(stems)
    posted: dict[int, list[int]] = defaultdict(list)
    for piece, lead in zip(b.pieces.tolist(), b.leads.tolist(), strict=True):
        if len(posted[lead]) < 40:
            posted[lead].append(piece)
    likeness: Any = None  # these decks are too long to be held together whole
    pairs = candidates(stems, likeness, within=False)
    wanted = []
    for row in range(len(stems.a.pieces)):
        found: dict[int, float] = defaultdict(float)
        for lead, weight in zip(a.leads[a.pieces == row], a.weights[a.pieces == row], strict=True):
            for column in posted[int(lead)]:
                found[column] += weight
        best = nlargest(6, found.items(), key=lambda one: (one[1], -one[0]))
        likely = sorted(column for column, weight in best if weight >= 0.9)
        wanted += [(row, column) for column in likely if column != row]  # one card on both sides
    assert list(zip(pairs.rows.tolist(), pairs.columns.tolist(), strict=True)) == wanted
    assert len(wanted) > len(names)


@given(
    st.floats(-4, 4),
    st.dictionaries(st.sampled_from([*DOUBTS, "alike"]), st.floats(-3, 3)),
    st.floats(-8, 5),
)
@settings(max_examples=50, deadline=None)
def test_nothing_changes_where_no_more_is_asked_than_needed(
    bias: float, signs: dict[str, float], least: float
) -> None:
    """Odds are those of all that is weighed, or surely below the least that is asked for."""
    (one,), (two,) = (
        tuple(pieces_of(read((None, text)), known()))
        for text in ("Austria won the war of 1866", "Prussia won the war of 1871")
    )
    weights = Weights(bias, signs)
    nothing = Weights(0.0, {})
    judgement = Judgement(nothing, nothing, dict.fromkeys(About, weights))
    pair = Scored((0, 0), Shared(1, 1, 0, 0), 0.5, Dated(), Counted(), 2.0, 1.0, 0.0)
    found = likeliest_clash(pair, one, two, known(), judgement, least)
    wanted = weights.odds({"alike": 2.0, **doubts(one, two, known())})
    assert seeming_clashes(pair, one, two, known())
    if wanted > least + 1e-6:
        assert abs(found.odds - wanted) < 1e-6
    elif wanted < least - 1e-6:
        assert found == NO_CLASH


def test_no_clash_is_overlooked_where_many_pairs_are_looked_at() -> None:
    """What is found at a glance leaves out no pair that would clash, looked at by itself."""
    told = [
        "Austria won the war of 1866 against Prussia",
        "Prussia lost the war of 1867 and never got Holstein",
        "The treaty of 5 May 1867 bound Austria to Prussia, and Saxony to Bavaria",
        "The treaty of 5 May 1867 bound Austria to Saxony, and Prussia to Bavaria",
        "Insulin is made in the pancreas from 51 acids",
        "Insulin is made in the liver from 57 acids",
        "Prices rose and were never low",
        "Prices fell and were always high",
        "The senate accepted it, and has done so since 2002",
        "In 2004 the senate refused it",
        "Bell patented the telephone; the envoys of Watson received nothing",
        "Gray did not patent the telephone, and the envoys of Hughes received it",
        "An alliance of Germany and Austria was signed in 1879",
        "Germany and Austria signed an alliance in 1881",
    ]
    stems = Stems(pieces_of(read(*((None, one) for one in told)), known()), None)
    pieces = stems.a.pieces
    rows, columns = (np.array(one, dtype=np.intp) for one in np.triu_indices(len(pieces), 1))
    likeness = Likeness(stems, known().lexicon.vectors)
    odds = scored(stems, likeness, Pairs(rows, columns), known())
    places, least = np.arange(len(rows)), np.full(len(rows), -8.0)
    judgement = known().judgement
    found = dict(likely_clashes(odds, stems, known(), judgement, places, least))
    wanted = {
        place: likeliest_clash(
            one, pieces[one.pair[0]], pieces[one.pair[1]], known(), judgement, -8.0
        )
        for place, one in odds.each(places)
    }
    assert found == {place: one for place, one in wanted.items() if one is not NO_CLASH}
    abouts = {one.clash.about for one in found.values() if one.clash}
    assert abouts == set(About)
    assert len(found) < len(places) / 2
