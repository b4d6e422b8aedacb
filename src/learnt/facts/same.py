"""What the learner says is the same as another, taken to its end; names all through a deck."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from learnt.facts.corrections import Action, Correction
from learnt.facts.values import FactKind

One = TypeVar("One", bound=Hashable)


def same_names(said: Iterable[Correction]) -> dict[str, str]:
    """By name: the one that the learner says it stands for."""
    return ends(
        (one.values.get("name", one.quote), one.values["into"])
        for one in said
        if one.action is Action.MERGE and one.kind is FactKind.NAME and one.values.get("into")
    )


def named_as_said(said: Sequence[Correction]) -> list[Correction]:
    """What was said, each name that the learner wrote being the one it was later said to be."""
    later: dict[str, str] = {}
    found: list[Correction] = []
    for one in reversed(said):
        name = one.values.get("name", one.quote)
        if one.kind is FactKind.NAME and one.action is Action.MERGE:
            into = one.values.get("into", name)
            later[name] = later.get(into, into)
        elif one.kind is FactKind.NAME and one.values.get("name") in later:
            found.append(replace(one, values={**one.values, "name": later[name]}))
            continue
        found.append(one)
    return found[::-1]


def ends(pairs: Iterable[tuple[One, One]]) -> dict[One, One]:
    """What each of several things stands for in the end, where the last word counts.

    Of "a is b, b is c" both are c. Of "a is b, b is a" both are a.
    """
    same: dict[One, One] = {}
    for one, other in pairs:
        if one == other:
            continue
        same.pop(one, None)
        if _end(other, same) == one:  # the other stands for itself from now on
            del same[other]
        same[one] = other
    return {one: _end(one, same) for one in same}


def _end(one: One, same: Mapping[One, One]) -> One:
    while one in same:
        one = same[one]
    return one
