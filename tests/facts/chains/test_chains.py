"""Chains of causes: which links hang together, which steps are one, and their columns."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.facts import CauseKind
from learnt.facts.chains import Chain, chains_of
from learnt.facts.chains.columns import columns_of, untangled, without_rounds
from tests.facts.made import read
from tests.facts.strategies import any_text
from tests.facts.test_growth import MOST, grows_by

SMALL = frozenset(("the", "a", "of", "did", "was", "happen", "to", "in"))
Numbers = list[tuple[int, int]]


def of(*cards: Sequence[str | None]) -> tuple[Chain, ...]:
    return chains_of(read(*cards), SMALL)


def told(chain: Chain) -> list[tuple[str, str, str]]:
    """Each arrow as its two texts and the words at it."""
    return [
        (chain.steps[one.cause].text, chain.steps[one.effect].text, one.label)
        for one in chain.arrows
    ]


def test_the_effect_of_one_is_the_cause_of_the_next() -> None:
    (chain,) = of((None, "The rains failed, so the crops died.", "This led to famine."))
    assert told(chain) == [
        ("The rains failed", "the crops died", "so"),
        ("the crops died", "famine", "led to"),
    ]
    assert [one.column for one in chain.steps] == [0, 1, 2]


def test_what_says_the_same_on_another_card_is_the_same_step() -> None:
    (chain,) = of(
        ("Why did hyperinflation happen?", "Too much money was printed"),
        ("What were the effects of the hyperinflation?", "Savers lost all"),
    )
    assert [one.text for one in chain.steps] == [
        "Too much money was printed",
        "Why did hyperinflation happen?",
        "Savers lost all",
    ]


def test_a_short_word_is_another_thing_on_another_card() -> None:
    assert len(of((None, "Debts led to war."), (None, "War led to hunger."))) == 2
    (chain,) = of((None, "Debts led to war.", "War led to hunger."))
    assert chain.columns == 3


def test_a_point_is_a_reason_by_what_it_comes_to() -> None:
    (chain,) = of(("Why did the king fall?", "The harvest failed, so the peasants rose"))
    assert told(chain) == [
        ("The harvest failed", "the peasants rose", "so"),
        ("the peasants rose", "Why did the king fall?", ""),
    ]


def test_the_words_of_a_reason_given_after_are_not_at_the_arrow() -> None:
    (chain,) = of((None, "The army lost because it was cold."))
    assert told(chain) == [("it was cold", "The army lost", "")]
    assert chain.arrows[0].words == "because"


def test_a_condition_has_its_word() -> None:
    (chain,) = of((None, "If France acts, Moscow will help."))
    assert told(chain) == [("France acts", "Moscow will help", "if")]
    assert chain.arrows[0].kind is CauseKind.CONDITION


def test_what_goes_round_is_drawn_back() -> None:
    (chain,) = of((None, "Debt led to hunger.", "Hunger led to revolt.", "Revolt led to debt."))
    assert [one.back for one in chain.arrows] == [False, False, True]
    assert [one.column for one in chain.steps] == [0, 1, 2]


def test_the_longest_comes_first_and_chains_about_the_same_together() -> None:
    found = of(
        ("Spain", "Debts led to hunger in Spain."),
        ("Rome", "Rain led to mud.", "Debts led to hunger.", "Hunger led to flight."),
    )
    assert [(one.about, one.columns) for one in found] == [("Rome", 3), ("Rome", 2), ("Spain", 2)]


def test_what_a_learner_added_has_no_place_and_is_left_out() -> None:
    assert of((None, "Nothing of the kind.")) == ()
    assert of() == ()


CARDS = st.lists(st.tuples(st.none() | any_text(), any_text(), any_text()), max_size=4)


@given(CARDS)
def test_the_laws_of_any_chain(cards: list[tuple[str | None, str, str]]) -> None:
    found = of(*cards)
    assert found == of(*cards)
    for chain in found:
        assert chain.steps
        assert chain.arrows
        ends = {end for one in chain.arrows for end in (one.cause, one.effect)}
        assert ends == set(range(len(chain.steps)))
        assert [one.column for one in chain.steps] == sorted(one.column for one in chain.steps)
        assert {one.column for one in chain.steps} == set(range(chain.columns))
        for one in chain.arrows:
            before = chain.steps[one.cause].column < chain.steps[one.effect].column
            assert before is not one.back
            assert one.cause != one.effect
        assert all(one.text.strip() for one in chain.steps)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda two: two[0] != two[1]))
)
def test_whatever_goes_round_the_columns_do_not(arrows: Numbers) -> None:
    numbers = sorted({end for one in arrows for end in one})
    forward = without_rounds(numbers, arrows)
    columns = columns_of(numbers, forward)
    assert set(columns) == set(numbers)
    assert all(columns[cause] < columns[effect] for cause, effect in forward)
    assert all(one in forward or one in arrows for one in arrows)
    if columns:
        assert min(columns.values()) == 0
        assert sorted(untangled(columns, forward)) == numbers


@pytest.mark.parametrize("shape", ["long", "wide", "apart"])
def test_a_deck_takes_time_for_its_links(shape: str, campaign: Callable[[int, int], int]) -> None:
    def cards(size: int) -> list[tuple[str | None, ...]]:
        if shape == "long":
            return [(None, *(f"Tarn{nth} led to Tarn{nth + 1}." for nth in range(size)))]
        if shape == "wide":
            return [("Why did Zorb fall?", *(f"Reason Tarn{nth}" for nth in range(size)))]
        return [(None, f"Tarn{nth} led to Zorb{nth}.") for nth in range(size)]

    size = campaign(300, 1_500)
    small, large = read(*cards(size)), read(*cards(4 * size))
    assert grows_by(lambda: chains_of(small, SMALL), lambda: chains_of(large, SMALL)) < MOST
