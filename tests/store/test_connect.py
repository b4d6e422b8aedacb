"""Which addresses are databases of ours, and what is said of those that are not."""

from pathlib import Path

import pytest
from sqlalchemy import make_url

from learnt.errors import LearntError, StoreError, UsageError
from learnt.store import Store
from learnt.store.connect import engine_for_url
from tests.store.values import NOW


@pytest.mark.parametrize(
    "url",
    [
        "",
        "my-studies",
        "sqlite:///collection.db",
        "mysql://me:hunter2@localhost/studies",
        "oracle://me@localhost/studies",
        "nonsense://x",
        "http://example.org",
        "postgresql://me:hunter2@localhost:port/studies",
    ],
)
def test_another_kind_of_address_is_refused_with_the_right_form(url: str) -> None:
    with pytest.raises(UsageError, match="postgresql://user:password@host") as told:
        engine_for_url(url)
    assert "hunter2" not in str(told.value)


@pytest.mark.parametrize(
    "url", ["postgresql://me@h/d", "postgresql+psycopg://me@h/d", "postgresql+psycopg2://me@h/d"]
)
def test_every_spelling_of_postgresql_goes_through_psycopg_3(url: str) -> None:
    engine = engine_for_url(url)
    assert (engine.dialect.name, engine.dialect.driver) == ("postgresql", "psycopg")
    engine.dispose()


def test_a_server_that_does_not_answer_is_told_without_the_password(tmp_path: Path) -> None:
    url = "postgresql://me:hunter2@127.0.0.1:1/studies"
    with pytest.raises(
        StoreError, match=r"127\.0\.0\.1:1/studies.*Check that it is running"
    ) as told:
        Store.open(tmp_path, url, NOW)
    assert "hunter2" not in str(told.value)


def test_a_database_that_is_not_there_is_told(tmp_path: Path, postgres_url: str) -> None:
    url = make_url(postgres_url).set(database="no_such_database_here")
    with pytest.raises(LearntError, match="no_such_database_here"):
        Store.open(tmp_path, url.render_as_string(hide_password=False), NOW)
