"""Anki's ids, which are milliseconds: of things that were made at once, each has the next one."""

_FIRST = 1_500_000_000_000
"""Where a thing has no time that Anki would take for one."""


class Numbers:
    """Ids that rise, so that the order in which they were asked for is that of the ids."""

    def __init__(self) -> None:
        self._last = 0

    def next(self, at: int) -> int:
        """The next free id from a time on."""
        self._last = max(at if at >= 10**12 else _FIRST, self._last + 1)
        return self._last
