"""What every test may ask for: ids, campaigns, the shared folder, a PostgreSQL schema of its own.

`./run test --campaign` runs the long campaigns in full. `LEARNT_TEST_POSTGRES` names the database
to test on. What is missing on a machine is a skip; `LEARNT_REQUIRE="postgres chromium"` makes it a
failure.
"""

import itertools
import os
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from learnt.ids import MakeId, uuid7

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
POSTGRES = (
    "postgresql+psycopg://127.0.0.1:5432/test",
    "postgresql+psycopg://postgres@127.0.0.1:5432/postgres",
    "postgresql+psycopg:///test?host=/var/run/postgresql",
)

settings.register_profile("everyday", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("campaign", deadline=None, max_examples=5000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--campaign", action="store_true", help="run the long campaigns in full")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--campaign"):
        config.option.timeout = 0
        settings.load_profile("campaign")
    else:
        settings.load_profile("ci" if os.environ.get("CI") else "everyday")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what asks for a database; leave out what needs a shared folder that is not there."""
    left_out = []
    for item in items:
        fixtures: list[str] = getattr(item, "fixturenames", [])
        if "postgres_url" in fixtures:
            item.add_marker("postgres")
        if not SHARED.is_dir() and ("shared" in fixtures or item.get_closest_marker("shared")):
            left_out.append(item)
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test ever opens the collection of the person who runs it."""
    home = tmp_path / "learnt-home"
    monkeypatch.setenv("LEARNT_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def nothing_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is served compiles nothing beside the tests; those that fit do so when they need it."""
    monkeypatch.setenv("LEARNT_COMPILE", "later")


@pytest.fixture
def make_id() -> MakeId:
    """Ids that are the same in every run: 1, 2, 3 in the form of a UUIDv7."""
    count = itertools.count(1)

    def make() -> str:
        number = next(count)
        return uuid7(1_700_000_000_000 + number, number)

    return make


@pytest.fixture(scope="session")
def campaign(pytestconfig: pytest.Config) -> Callable[[int, int], int]:
    """`campaign(small, full)`: how often to do a long thing, here and under --campaign."""
    in_full = bool(pytestconfig.getoption("--campaign"))
    return lambda small, full: full if in_full else small


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the checkout; a test that asks for it is left out where there is none."""
    return SHARED


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """The URL of a PostgreSQL database in which schemas may be made."""
    named = os.environ.get("LEARNT_TEST_POSTGRES")
    tried = []
    for url in (named,) if named else POSTGRES:
        engine = create_engine(url, connect_args={"connect_timeout": 3})
        try:
            with engine.connect():
                return url
        except SQLAlchemyError as error:
            tried.append(f"{make_url(url)}: {str(error.__cause__).splitlines()[0]}")
        finally:
            engine.dispose()
    why = "no PostgreSQL that lets us in:\n  " + "\n  ".join(tried)
    if "postgres" in os.environ.get("LEARNT_REQUIRE", ""):
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture
def postgres_schema(postgres_url: str) -> Iterator[str]:
    """The URL of a new, empty schema, dropped afterwards; no other test sees it."""
    name = f"test_{uuid.uuid4().hex}"
    engine = create_engine(postgres_url)
    with engine.begin() as connection:
        connection.execute(text(f"create schema {name}"))
    own = make_url(postgres_url).update_query_dict({"options": f"-csearch_path={name}"})
    yield own.render_as_string(hide_password=False)
    with engine.begin() as connection:
        connection.execute(text("set local lock_timeout = '20s'"))
        connection.execute(text(f"drop schema {name} cascade"))
    engine.dispose()
