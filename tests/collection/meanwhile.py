"""Another program that does something just before this one begins to write."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from learnt import Collection
from learnt.store import Transaction


@contextmanager
def just_before_writing(
    collection: Collection, monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]
) -> Iterator[None]:
    """Within, what `collection` has read before its first write is old by the time of it."""
    real = collection.store.writing
    acts = [act]

    @contextmanager
    def writing(**how: bool) -> Iterator[Transaction]:
        while acts:
            acts.pop()()
        with real(**how) as transaction:
            yield transaction

    with monkeypatch.context() as patched:
        patched.setattr(collection.store, "writing", writing)
        yield
    assert not acts
