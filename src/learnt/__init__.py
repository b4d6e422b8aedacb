"""Study software for subjects that must be explained.

>>> from learnt import Collection
>>> with Collection.open("my-studies") as collection:    # doctest: +SKIP
...     collection.add("page.txt")
...     print(collection.ask().prompt)
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from learnt.collection import Collection as Collection

__version__ = "0.1.0"
__all__ = ["Collection", "__version__"]


def __getattr__(name: str) -> object:
    """Load the collection only when it is asked for, so that `learnt --help` answers at once."""
    if name == "Collection":
        from learnt.collection import Collection

        return Collection
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
