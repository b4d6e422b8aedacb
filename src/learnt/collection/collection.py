"""The object every face talks to."""

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from learnt.clock import Instant
from learnt.collection.activity import Looking
from learnt.collection.causes import Causing
from learnt.collection.drafting import Drafting
from learnt.collection.editing import Editing
from learnt.collection.fitting import Fitting
from learnt.collection.ids import id_maker, system_now
from learnt.collection.keeping import Keeping
from learnt.collection.overviews import Overviews
from learnt.collection.packaging import Packaging
from learnt.collection.packing import Packing
from learnt.collection.places import database_url, home_folder
from learnt.collection.questioning import Questioning
from learnt.collection.resuming import Resuming
from learnt.collection.retraining import Retraining
from learnt.collection.settling import Settling
from learnt.store import Store


class Collection(
    Resuming,
    Questioning,
    Drafting,
    Packaging,
    Packing,
    Editing,
    Settling,
    Causing,
    Overviews,
    Retraining,
    Fitting,
    Keeping,
    Looking,
):
    """Everything one installation holds. Make one with `Collection.open`.

        with Collection.open("my-studies") as collection:
            collection.add("page.txt")
            exercise = collection.ask()
            collection.answer([1, 3])

    Every verb is one transaction: when it returns, what it did is on the disk.
    """

    @classmethod
    def open(
        cls,
        home: str | Path | None = None,
        *,
        database: str | None = None,
        now: Callable[[], Instant] = system_now,
        seed: int | None = None,
    ) -> Self:
        """Open the collection in a folder, or make it there.

        `home` is LEARNT_HOME or the platform's data folder by default; `database` a PostgreSQL
        URL (or LEARNT_DATABASE) to keep the rows there. `now` and `seed` fix time and chance.
        Raises StoreError and those below it.
        """
        store = Store.open(home_folder(home), database_url(database), now())
        return cls(store, now, id_maker(now, seed), seed)

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
