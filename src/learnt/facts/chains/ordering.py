"""The chains of a deck: what hangs together, and each of them from left to right."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from learnt.facts.chains.chain import Arrow, Chain
from learnt.facts.chains.columns import columns_of, untangled, without_rounds
from learnt.facts.chains.joining import Pairs, pairs_of
from learnt.facts.values import CardFacts


def chains_of(cards: Sequence[CardFacts], small: Collection[str]) -> tuple[Chain, ...]:
    """The chains of some cards: those with most steps in a row first, else in the deck's order.

    Chains about the same stand together. `small` are words that say nothing by themselves.
    """
    pairs = pairs_of(cards, small)
    leaders = _leaders(pairs)
    arrows: dict[int, list[Arrow]] = defaultdict(list)
    for arrow in pairs.arrows:
        arrows[leaders[arrow.cause]].append(arrow)
    numbers: dict[int, list[int]] = defaultdict(list)
    for number, leader in enumerate(leaders):
        if leader in arrows:
            numbers[leader].append(number)
    found = [_chain(pairs, them, arrows[leader]) for leader, them in numbers.items()]
    longest: dict[str, int] = defaultdict(int)
    for one in found:
        longest[one.about] = max(longest[one.about], one.columns)
    first = {about: nth for nth, about in enumerate(longest)}
    return tuple(
        sorted(found, key=lambda one: (-longest[one.about], first[one.about], -one.columns))
    )


def _leaders(pairs: Pairs) -> Sequence[int]:
    """By step: the first of those that it hangs together with."""
    leader = list(range(len(pairs.steps)))

    def of(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for arrow in pairs.arrows:
        a, b = of(arrow.cause), of(arrow.effect)
        leader[max(a, b)] = min(a, b)
    return [of(number) for number in range(len(leader))]


def _chain(pairs: Pairs, numbers: Sequence[int], arrows: Sequence[Arrow]) -> Chain:
    """Steps that hang together, column by column."""
    forward = without_rounds(numbers, [(one.cause, one.effect) for one in arrows])
    columns = columns_of(numbers, forward)
    order = untangled(columns, forward)
    place: Mapping[int, int] = {number: nth for nth, number in enumerate(order)}
    return Chain(
        tuple(replace(pairs.steps[one], column=columns[one]) for one in order),
        tuple(
            replace(
                one,
                cause=place[one.cause],
                effect=place[one.effect],
                back=columns[one.cause] >= columns[one.effect],
            )
            for one in arrows
        ),
    )
