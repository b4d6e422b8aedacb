"""`value` and `lazy`: what a text needs by the hundred, without what costs most of its making.

A frozen dataclass sets each field past its own guard, which takes five times as long as to set it,
and `cached_property` takes a lock in Python 3.11. The type checker sees the originals here, so a
value is frozen for the checker, which reads all of the code, though not for the running program.
What leaves the stage (`learnt.facts.values`) is frozen for both.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as value
    from functools import cached_property as lazy
else:
    from dataclasses import dataclass

    def value(*, frozen: bool, slots: bool = False) -> Callable[[type], type]:
        """A dataclass that is compared and hashed as a frozen one is."""
        return dataclass(slots=slots, unsafe_hash=frozen)

    class _Lazy:
        """What is found out when it is first asked for, and kept."""

        def __init__(self, find: Callable[[Any], Any]) -> None:
            self.find, self.__doc__ = find, find.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self.name = name

        def __get__(self, one: object, owner: type) -> object:
            """Asked only once: what is kept under the name is looked at before."""
            found = one.__dict__[self.name] = self.find(one)
            return found

    lazy = _Lazy

__all__ = ["lazy", "value"]
