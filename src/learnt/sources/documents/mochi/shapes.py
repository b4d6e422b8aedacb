"""The parts of a collection as values of known kinds; what is of another kind is taken for none."""

from collections.abc import Mapping
from typing import cast

Shape = Mapping[str, object]
NOTHING: Shape = {}


def shape(value: object) -> Shape:
    """A map, or an empty one."""
    return cast("Shape", value) if isinstance(value, dict) else NOTHING


def shapes(value: object) -> list[Shape]:
    """The maps in a list, or among the values of a map."""
    listed = list(value.values()) if isinstance(value, dict) else value
    return (
        [shape(one) for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    )


def text(value: object) -> str:
    """A text, or an empty one."""
    return value if isinstance(value, str) else ""


def texts(value: object) -> tuple[str, ...]:
    """The texts in a list."""
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()
