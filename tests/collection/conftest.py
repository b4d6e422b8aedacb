"""Collections with a clock of their own, in one time zone on every machine."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from learnt import Collection
from learnt.collection import base
from tests.collection.world import Clock

OpenCollection = Callable[..., Collection]


@pytest.fixture(autouse=True)
def zone(monkeypatch: pytest.MonkeyPatch) -> str:
    """New collections are those of a learner in Athens, wherever the tests run."""
    monkeypatch.setattr(base, "local_zone", lambda: "Europe/Athens")
    return "Europe/Athens"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def open_collection(home: Path, clock: Clock) -> Iterator[OpenCollection]:
    """Opens the same collection again and again; ids differ each time."""
    opened: list[Collection] = []

    def open_it(where: Path = home, url: str | None = None) -> Collection:
        opened.append(Collection.open(where, database=url, now=clock, seed=len(opened)))
        opened[-1]._seed = ""  # the day's order is everyone's own, as it is without a seed
        return opened[-1]

    yield open_it
    for collection in opened:
        collection.close()


@pytest.fixture
def collection(open_collection: OpenCollection) -> Collection:
    return open_collection()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def anywhere(request: pytest.FixtureRequest, open_collection: OpenCollection) -> Collection:
    if request.param == "sqlite":
        return open_collection()
    return open_collection(url=request.getfixturevalue("postgres_schema"))
