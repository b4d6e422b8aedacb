"""Many values made at once, without Python looking for rings among them again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def many_values() -> Iterator[None]:
    """While a page becomes cards, or decks are compared: no rings, and looking takes a quarter.

    What was made goes to the values that have been there for long: else the next value of all,
    whose ever it is, would have Python look at every one of these.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
