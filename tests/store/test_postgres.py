"""The suite on PostgreSQL."""

import pytest
from sqlalchemy import text

from learnt.store import Store
from tests.store.conformance import KEPT, StoreConformance
from tests.store.values import everything, fill


class TestPostgres(StoreConformance):
    @pytest.fixture
    def url(self, postgres_schema: str) -> str | None:
        return postgres_schema

    @pytest.mark.parametrize("table", KEPT)
    def test_the_journal_cannot_be_emptied_either(self, store: Store, table: str) -> None:
        """TRUNCATE goes past triggers on rows."""
        fill(store)
        before = everything(store)
        with pytest.raises(Exception, match="only ever added"), store.writing() as transaction:
            transaction.connection.execute(text(f'TRUNCATE "{table}" CASCADE'))
        assert everything(store) == before
