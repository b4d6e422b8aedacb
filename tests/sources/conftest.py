"""A test's docstring is its page: `page` is the Reading of it."""

import inspect

import pytest

from learnt.ids import MakeId
from learnt.sources import Reading, read


@pytest.fixture
def page(request: pytest.FixtureRequest, make_id: MakeId) -> Reading:
    """The docstring of the test, read as a page called notes.txt."""
    text = inspect.cleandoc(request.function.__doc__ or "")
    return read(text.encode(), "notes.txt", make_id)
