"""Large tables are built in less time: beside each other, and without looking for garbage."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing is collected meanwhile; what is there at the end is never looked through again.

    Building makes hundreds of thousands of values and no garbage, and all of them stay: looking
    through them would take a tenth of the time, and as much again among the first answers.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collects:
            gc.enable()


class Beside(Generic[T]):
    """A value that is made in a thread of its own, while its maker does other work.

    The program may end before it is there.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._made: list[T] = []
        self._wrong: list[BaseException] = []
        self._thread = Thread(target=self._run, args=(make,), name="learnt builds", daemon=True)
        self._thread.start()

    def result(self) -> T:
        """The value, as soon as it is there. Raises what went wrong while it was made."""
        self._thread.join()
        if self._wrong:
            raise self._wrong[0]
        return self._made[0]

    def _run(self, make: Callable[[], T]) -> None:
        try:
            self._made.append(make())
        except BaseException as wrong:  # noqa: BLE001 - it is raised where the value is wanted
            self._wrong.append(wrong)
