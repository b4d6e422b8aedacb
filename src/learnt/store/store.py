"""The one door to the database: transactions, migrations and backups."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, Engine, make_url, text

from learnt.clock import DAY_MS, Instant
from learnt.errors import NotFound, StoreError
from learnt.store.backup import (
    DAILY,
    KEPT,
    Backup,
    backups_in,
    restore_backup,
    to_drop,
    write_backup,
)
from learnt.store.bases import Bases
from learnt.store.caches import Caches
from learnt.store.connect import (
    engine_for_file,
    engine_for_url,
    told_plainly,
    wait_for_others,
)
from learnt.store.contents import MEDIA_FILE_NAME, Contents, bring
from learnt.store.corrections import Corrections
from learnt.store.days import Days
from learnt.store.decks import Decks
from learnt.store.drafts import Drafts
from learnt.store.fits import Fits
from learnt.store.journal import Journal
from learnt.store.media import Media
from learnt.store.migrations import MIGRATIONS, migrate, version
from learnt.store.people import Learners
from learnt.store.places import Places
from learnt.store.settlements import Settlements
from learnt.store.shapes import Shapes
from learnt.store.trash import Trash
from learnt.store.windows import Windows

FILE_NAME = "collection.db"


@dataclass(frozen=True)
class Transaction:
    """What can be read and written within one transaction, sorted by what it is about."""

    connection: Connection

    @cached_property
    def decks(self) -> Decks:
        """Decks, cards and points."""
        return Decks(self.connection)

    @cached_property
    def windows(self) -> Windows:
        """Parts of decks, for pages that show them."""
        return Windows(self.connection)

    @cached_property
    def places(self) -> Places:
        """The order of cards in their decks."""
        return Places(self.connection)

    @cached_property
    def bases(self) -> Bases:
        """What the sources of decks said of their cards."""
        return Bases(self.connection)

    @cached_property
    def drafts(self) -> Drafts:
        """Pages that are being checked."""
        return Drafts(self.connection)

    @cached_property
    def shapes(self) -> Shapes:
        """What was said of the shapes of pages."""
        return Shapes(self.connection)

    @cached_property
    def journal(self) -> Journal:
        """Reviews, holds and undos."""
        return Journal(self.connection)

    @cached_property
    def corrections(self) -> Corrections:
        """What learners said of the facts on cards."""
        return Corrections(self.connection)

    @cached_property
    def settlements(self) -> Settlements:
        """What learners decided of points that were compared."""
        return Settlements(self.connection)

    @cached_property
    def caches(self) -> Caches:
        """Memories and schedules."""
        return Caches(self.connection)

    @cached_property
    def days(self) -> Days:
        """Finished days, and what is due by the day."""
        return Days(self.connection)

    @cached_property
    def learners(self) -> Learners:
        """Learners and their settings."""
        return Learners(self.connection)

    @cached_property
    def fits(self) -> Fits:
        """What memory models were fitted to."""
        return Fits(self.connection)

    @cached_property
    def media(self) -> Media:
        """The names of pictures and sounds."""
        return Media(self.connection)

    @cached_property
    def trash(self) -> Trash:
        """What was deleted."""
        return Trash(self.connection)


_NO_BACKUP = (
    "A backup is made first, and it cannot be written to {}: {}. Nothing was changed. Make room "
    "there, or make it a folder that can be written."
)
_LOCK = "SELECT pg_advisory_xact_lock(7305, hashtext(current_schema()))"


class Store:
    """A database that holds one collection. Open it with `Store.open`.

    `contents` has the bytes of its pictures and sounds, `kept_contents` a second copy of them,
    which belongs to all backups.
    """

    def __init__(self, engine: Engine, where: str, backups: Path) -> None:
        self.engine = engine
        self.where = where
        self.backup_folder = backups
        if engine.dialect.name == "sqlite":
            self.contents = Contents.in_file(backups.parent / MEDIA_FILE_NAME)
        else:
            self.contents = Contents(engine, where)
        self.kept_contents = Contents.in_file(backups / MEDIA_FILE_NAME)
        self._writer = engine.execution_options(learnt_writes=True)

    @classmethod
    def open(cls, home: Path, url: str | None, now: Instant) -> "Store":
        """Open, or make, the collection in a folder; its rows are at `url` where one is given.

        A collection of an earlier format is backed up and then migrated. Raises StoreError and
        those below it.
        """
        if url is None:
            _make_folder(home)
            engine, where = engine_for_file(home / FILE_NAME), str(home / FILE_NAME)
        else:
            engine = engine_for_url(url)
            where = make_url(url).render_as_string(hide_password=True)
        store = cls(engine, where, home / "backups")
        try:
            store._bring_up_to_date(now)
        except BaseException:
            store.close()
            raise
        return store

    @property
    def url(self) -> str | None:
        """The database's address with its password; None where it is the folder's own file."""
        if self.engine.dialect.name == "sqlite":
            return None
        return self.engine.url.render_as_string(hide_password=False)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()
        self.contents.close()
        self.kept_contents.close()

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A transaction that sees one moment of the collection and changes nothing."""
        with told_plainly(self.where), self.engine.connect() as connection:
            yield Transaction(connection)

    @contextmanager
    def writing(self, *, alone: bool = True) -> Iterator[Transaction]:
        """A transaction that is on the disk when the `with` block has ended, or not at all.

        What it reads stays true until then, for no other writes meanwhile. Several that are not
        `alone` may write at once: they leave decks and cards as they are, and lock their learner.
        """
        with told_plainly(self.where), self._writer.begin() as connection:
            wait_for_others(connection, alone=alone)
            yield Transaction(connection)

    def back_up(self, now: Instant, why: str = KEPT) -> Backup:
        """Make a backup now, and let those go that have had their time."""
        try:
            if why != "before-migration":  # of an earlier format, it may have no pictures to keep
                bring(self.contents, self.kept_contents, self._named())
            with told_plainly(self.where):
                made = write_backup(self.engine, self.backup_folder, now, why)
        except OSError as error:
            raise StoreError(_NO_BACKUP.format(self.backup_folder, error.strerror)) from error
        for old in to_drop(self.backups(), now):
            old.path.unlink(missing_ok=True)
        return made

    def back_up_daily(self, now: Instant) -> Backup | None:
        """Make the day's backup, unless one is less than a day old.

        One that is dated in the future does not count: the clock was set back since.
        """
        if any(one.why == DAILY and 0 <= now - one.at < DAY_MS for one in self.backups()):
            return None
        return self.back_up(now, DAILY)

    def backups(self) -> tuple[Backup, ...]:
        """All backups, the latest first."""
        return backups_in(self.backup_folder)

    def backup(self, name: str, now: Instant) -> Backup:
        """A backup by its file name, or the `latest` that is not dated in the future.

        Raises NotFound.
        """
        known = self.backups()
        if name == "latest":
            known = tuple(one for one in known if one.at <= now) or known
        chosen = next((one for one in known if name in (one.name, "latest")), None)
        if chosen is None:
            raise NotFound(f"There is no backup named {name}. `learnt restore` lists them.")
        return chosen

    def restore(self, name: str, now: Instant) -> Backup:
        """Bring a backup back; what is there now is backed up first, so this can be undone.

        `name` is a backup's file name, or `latest`. Raises NotFound and StoreDamaged.
        """
        chosen = self.backup(name, now)
        self.back_up(now, "before-restore")
        with told_plainly(self.where):
            restore_backup(self.engine, chosen.path, now)
        self._bring_up_to_date(now)
        bring(self.kept_contents, self.contents, self._named())
        return chosen

    def faults(self) -> tuple[str, ...]:
        """What the database's own checks find wrong; nothing where it is sound."""
        if self.engine.dialect.name != "sqlite":
            return ()
        with self.reading() as transaction:
            checks = ("PRAGMA integrity_check", "PRAGMA foreign_key_check")
            rows = [row for check in checks for row in transaction.connection.execute(text(check))]
        return tuple(str(row[0]) for row in rows if row[0] != "ok")

    def _named(self) -> tuple[str, ...]:
        with self.reading() as transaction:
            return transaction.media.digests()

    def _bring_up_to_date(self, now: Instant) -> None:
        with told_plainly(self.where), self.engine.connect() as connection:
            done = version(connection)
        if done == MIGRATIONS[-1].number:
            return
        if done:
            self.back_up(now, "before-migration")
        with told_plainly(self.where), self._writer.begin() as connection:
            if connection.dialect.name != "sqlite":  # two programs may start at once
                connection.execute(text(_LOCK))
            migrate(connection, now)


def _make_folder(home: Path) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The folder {home} cannot be made: {error.strerror}. "
            "Choose another one with --home, or with LEARNT_HOME."
        ) from error
