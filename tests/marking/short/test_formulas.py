"""Formulas, compared sign by sign."""

import pytest

from learnt.marking.short.formulas import formula_in, is_formula, same_formula


@pytest.mark.parametrize("text", ["H₂SO₄", "CO2", "E = mc²", "(a+b)²", "F = ma", "A → B", "x^2"])
def test_a_formula(text: str) -> None:
    assert is_formula(text)


@pytest.mark.parametrize("text", ["water", "1935", "the force", "force = mass", "", "May 1935"])
def test_no_formula(text: str) -> None:
    assert not is_formula(text)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("x²", "x^2"),
        ("x²", "x2"),
        ("a + b = c", "b+a=c"),
        ("E = mc²", "mc² = E"),
        ("A → B", "A -> B"),
        ("F = m · a", "F=m*a"),
        ("2H₂ + O₂ → 2H₂O", "O2 + 2H2 => 2H2O"),
        ("x − y", "x - y"),
    ],
)
def test_the_same(one: str, two: str) -> None:
    assert same_formula(one, two)
    assert same_formula(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [("x²", "x³"), ("A → B", "B → A"), ("a + b", "a - b"), ("CO2", "CO"), ("E = mc²", "E = mc")],
)
def test_another(one: str, two: str) -> None:
    assert not same_formula(one, two)


def test_in_a_sentence() -> None:
    assert formula_in("H2O", "it is H₂O.")
    assert not formula_in("H2O", "it is H₂O2.")
