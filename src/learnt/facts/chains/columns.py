"""In which column a step stands, and in which order the steps of a column do."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

Ends = tuple[int, int]
"""The numbers of the steps that an arrow goes from and to."""


def without_rounds(numbers: Sequence[int], arrows: Sequence[Ends]) -> Sequence[Ends]:
    """The arrows without those that lead back to a step on their own way."""
    leading = _by_cause(arrows)
    state: dict[int, int] = {}
    back: set[Ends] = set()
    for root in numbers:
        if root in state:
            continue
        state[root] = 1
        way = [(root, iter(leading[root]))]
        while way:
            step, rest = way[-1]
            then = next(rest, None)
            if then is None:
                state[step] = 2
                way.pop()
            elif state.get(then) == 1:
                back.add((step, then))
            elif then not in state:
                state[then] = 1
                way.append((then, iter(leading[then])))
    return [one for one in arrows if one not in back]


def columns_of(numbers: Sequence[int], arrows: Sequence[Ends]) -> dict[int, int]:
    """By step: how many stand before it at most; a first cause stands right before its effect.

    The arrows go round nowhere.
    """
    leading = _by_cause(arrows)
    waiting: dict[int, int] = defaultdict(int)
    for _, effect in arrows:
        waiting[effect] += 1
    firsts = [one for one in numbers if not waiting[one]]
    column = dict.fromkeys(firsts, 0)
    ready = list(firsts)
    for step in ready:
        for effect in leading[step]:
            column[effect] = max(column.get(effect, 0), column[step] + 1)
            waiting[effect] -= 1
            if not waiting[effect]:
                ready.append(effect)
    for step in firsts:
        column[step] = min(column[effect] for effect in leading[step]) - 1
    return column


def untangled(columns: Mapping[int, int], arrows: Sequence[Ends]) -> Sequence[int]:
    """The steps column by column, each column in the order of what it leads to and comes of."""
    listed: dict[int, list[int]] = defaultdict(list)
    for step in sorted(columns):
        listed[columns[step]].append(step)
    place = {step: float(nth) for them in listed.values() for nth, step in enumerate(them)}
    effects, causes = _by_cause(arrows), _by_cause([(effect, cause) for cause, effect in arrows])
    last = max(listed)
    for neighbours, order in ((effects, range(last, -1, -1)), (causes, range(last + 1))):
        for column in order:
            listed[column].sort(key=lambda one: _middle(one, neighbours[one], place))
            place.update((step, float(nth)) for nth, step in enumerate(listed[column]))
    return [step for column in range(last + 1) for step in listed[column]]


def _middle(step: int, neighbours: Sequence[int], place: Mapping[int, float]) -> float:
    if not neighbours:
        return place[step]
    return sum(place[one] for one in neighbours) / len(neighbours)


def _by_cause(arrows: Sequence[Ends]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for cause, effect in arrows:
        found[cause].append(effect)
    return found
