"""Values of dataclasses from tables of TOML, each field by its type."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, get_args, get_origin

from learnt.facts.words import Phrases, phrases_of

T = TypeVar("T")


def made(kind: type[T], table: Mapping[str, Any], **ready: object) -> T:
    """A value of a dataclass: fields that are `ready`, and the rest from the table.

    Lists become what the field says, phrases are sorted by their first words, and a field that is
    a dataclass is made from the table of its name.
    """
    if not is_dataclass(kind):
        raise TypeError(f"{kind} is no dataclass. Give the class of the value that is wanted.")
    rest = [one for one in fields(kind) if one.name not in ready]
    values = {one.name: _value(one.type, table[one.name]) for one in rest}
    return kind(**values, **ready)


def _value(kind: Any, listed: Any) -> Any:  # noqa: ANN401 - a type, and what TOML holds for it
    """What a field of a type holds, from what TOML has for it."""
    if kind == Phrases:
        return phrases_of(listed)
    if kind == Mapping[str, Phrases]:
        return {role: phrases_of(them) for role, them in listed.items()}
    if get_origin(kind) is frozenset:
        of_phrases = get_origin(*get_args(kind)) is tuple
        return frozenset(tuple(one.split()) for one in listed) if of_phrases else frozenset(listed)
    if get_origin(kind) is tuple:
        return tuple(listed)
    return made(kind, listed) if is_dataclass(kind) and isinstance(kind, type) else listed
