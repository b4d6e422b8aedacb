"""Amounts in the unit of their measure."""

import pytest

from learnt.facts.quantities.amounts import agrees, amount
from learnt.facts.values import Quantity, Span


def of(value: float, unit: str = "", comparator: str = "=", to: float | None = None) -> Quantity:
    return Quantity(Span(0, 1), value, unit, comparator, to)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (of(75, "%"), of(3, "quarters")),
        (of(50, "per cent"), of(1, "half")),
        (of(3, "km"), of(3000, "metres")),
        (of(2, "weeks"), of(14, "days")),
        (of(10, "years"), of(1, "decade")),
        (of(1.5, "kg"), of(1500, "g")),
        (of(100_000, "people"), of(100_000, "people")),
        (of(3, "", to=5), of(4)),
        (of(100, "people", ">"), of(90, "people", "=", 110)),
        (of(100, "people", "~"), of(108, "people")),
    ],
)
def test_the_same(one: Quantity, two: Quantity) -> None:
    assert agrees(amount(one), amount(two))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (of(100_000, "people"), of(10_000, "people")),
        (of(75, "%"), of(57, "%")),
        (of(3, "km"), of(3, "m")),
        (of(1935), of(1953)),
        (of(3, "", to=5), of(3, "", to=6)),
        (of(0), of(1)),
    ],
)
def test_another(one: Quantity, two: Quantity) -> None:
    assert not agrees(amount(one), amount(two))
    assert not agrees(amount(two), amount(one))
