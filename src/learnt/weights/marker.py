"""The marker with all that was learnt for it, loaded once."""

from functools import cache

from learnt.marking import Marker


@cache
def marker() -> Marker:
    """The marker that ships with learnt; about half a second at the first call."""
    return Marker()
