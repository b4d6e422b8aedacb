"""Numbered migrations, each a function run once, in order, in one transaction.

A migration is never changed after it was released: it is what made the tables people have.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, inspect, text

from learnt.clock import Instant
from learnt.errors import StoreDamaged, StoreTooNew
from learnt.store.contents import parts

_SQLITE = {
    "id": "TEXT",
    "instant": "INTEGER",
    "number": "REAL",
    "strict": "STRICT",
    "strict_by_key": "STRICT, WITHOUT ROWID",
}
_POSTGRES = {
    "id": "UUID",
    "instant": "BIGINT",
    "number": "DOUBLE PRECISION",
    "strict": "",
    "strict_by_key": "",
}

_FIRST = """
CREATE TABLE learner (id {id} PRIMARY KEY NOT NULL, name TEXT NOT NULL, settings TEXT NOT NULL,
    at {instant} NOT NULL) {strict};
CREATE TABLE deck (id {id} PRIMARY KEY NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL,
    question TEXT, tags TEXT NOT NULL, source TEXT, at {instant} NOT NULL) {strict};
CREATE TABLE card (id {id} PRIMARY KEY NOT NULL, deck {id} NOT NULL REFERENCES deck (id),
    position INTEGER NOT NULL, prompt TEXT, ordered INTEGER NOT NULL, directions TEXT NOT NULL,
    wrong_options TEXT NOT NULL, hint TEXT, note TEXT, tags TEXT NOT NULL, media TEXT NOT NULL,
    first_line INTEGER, last_line INTEGER, confidence {number} NOT NULL) {strict};
CREATE INDEX card_by_deck ON card (deck, position);
CREATE TABLE point (id {id} PRIMARY KEY NOT NULL, card {id} NOT NULL REFERENCES card (id),
    position INTEGER NOT NULL, text TEXT NOT NULL, accepted TEXT NOT NULL, refused TEXT NOT NULL,
    weight {number} NOT NULL) {strict};
CREATE INDEX point_by_card ON point (card, position);
CREATE TABLE review (id {id} PRIMARY KEY NOT NULL, learner {id} NOT NULL REFERENCES learner (id),
    card {id} NOT NULL, direction TEXT NOT NULL, at {instant} NOT NULL,
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4), exercise TEXT NOT NULL, answer TEXT,
    duration_ms INTEGER NOT NULL) {strict_by_key};
CREATE INDEX review_by_card ON review (card, learner);
CREATE INDEX review_by_time ON review (learner, at);
CREATE TABLE outcome (review {id} NOT NULL REFERENCES review (id), point {id} NOT NULL,
    position INTEGER NOT NULL, rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
    PRIMARY KEY (review, point)) {strict_by_key};
CREATE TABLE hold (id {id} PRIMARY KEY NOT NULL, learner {id} NOT NULL REFERENCES learner (id),
    card {id} NOT NULL, at {instant} NOT NULL, until {instant} NOT NULL) {strict};
CREATE INDEX hold_by_time ON hold (learner, at);
CREATE TABLE undo (id {id} PRIMARY KEY NOT NULL, learner {id} NOT NULL REFERENCES learner (id),
    event {id} NOT NULL, at {instant} NOT NULL) {strict};
CREATE INDEX undo_by_event ON undo (event);
CREATE TABLE memory (learner {id} NOT NULL REFERENCES learner (id), point {id} NOT NULL,
    stability {number} NOT NULL, difficulty {number} NOT NULL, last {instant} NOT NULL,
    reviews INTEGER NOT NULL, lapses INTEGER NOT NULL, parameters INTEGER NOT NULL,
    PRIMARY KEY (learner, point)) {strict_by_key};
CREATE TABLE schedule (learner {id} NOT NULL REFERENCES learner (id), card {id} NOT NULL,
    direction TEXT NOT NULL, due {instant} NOT NULL, first {instant} NOT NULL,
    last {instant} NOT NULL, rating INTEGER NOT NULL, reviews INTEGER NOT NULL,
    lapses INTEGER NOT NULL, difficulty {number} NOT NULL,
    PRIMARY KEY (learner, card, direction)) {strict_by_key};
CREATE INDEX schedule_by_due ON schedule (learner, due);
CREATE TABLE trash (id {id} PRIMARY KEY NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
    at {instant} NOT NULL, content TEXT NOT NULL) {strict};
"""

_DRAFTS_AND_DAYS = """
CREATE TABLE draft (id {id} PRIMARY KEY NOT NULL, learner {id} NOT NULL REFERENCES learner (id),
    at {instant} NOT NULL, title TEXT NOT NULL, cards INTEGER NOT NULL, reading TEXT NOT NULL,
    edited TEXT NOT NULL) {strict};
CREATE INDEX draft_by_time ON draft (learner, at);
CREATE TABLE day (learner {id} NOT NULL REFERENCES learner (id), day INTEGER NOT NULL,
    answers INTEGER NOT NULL, asked_again INTEGER NOT NULL, kept INTEGER NOT NULL,
    duration_ms {instant} NOT NULL, PRIMARY KEY (learner, day)) {strict_by_key};
ALTER TABLE card ADD COLUMN points INTEGER NOT NULL DEFAULT 0;
UPDATE card SET points = (SELECT count(*) FROM point WHERE point.card = card.id);
DROP INDEX card_by_deck;
CREATE INDEX card_by_deck ON card (deck, position, id, points, directions);
"""

_SHAPES = """
CREATE TABLE shape (learner {id} NOT NULL REFERENCES learner (id), shape TEXT NOT NULL,
    said TEXT NOT NULL, at {instant} NOT NULL, PRIMARY KEY (learner, shape)) {strict_by_key};
"""

_CORRECTIONS = """
CREATE TABLE correction (id {id} PRIMARY KEY NOT NULL, learner {id} NOT NULL
    REFERENCES learner (id), card {id} NOT NULL, point {id}, at {instant} NOT NULL,
    action TEXT NOT NULL, kind TEXT NOT NULL, quote TEXT NOT NULL, place INTEGER NOT NULL,
    said TEXT NOT NULL) {strict};
CREATE INDEX correction_by_card ON correction (card, learner);
"""

_WORDINGS = """
ALTER TABLE outcome ADD COLUMN proposed TEXT;
ALTER TABLE outcome ADD COLUMN wording TEXT;
CREATE INDEX outcome_by_wording ON outcome (point) WHERE wording IS NOT NULL;
"""

_FITS = """
ALTER TABLE learner ADD COLUMN model TEXT NOT NULL DEFAULT '';
ALTER TABLE learner ADD COLUMN folded TEXT NOT NULL DEFAULT '';
ALTER TABLE memory DROP COLUMN parameters;
ALTER TABLE memory ADD COLUMN trace {number} NOT NULL DEFAULT 0;
ALTER TABLE memory ADD COLUMN doubts {number} NOT NULL DEFAULT 0;
ALTER TABLE memory ADD COLUMN first INTEGER NOT NULL DEFAULT 0;
CREATE TABLE parameters (id {id} PRIMARY KEY NOT NULL, learner {id} NOT NULL
    REFERENCES learner (id), at {instant} NOT NULL, model TEXT NOT NULL, numbers TEXT NOT NULL,
    targets INTEGER NOT NULL, comparison TEXT NOT NULL, adopted INTEGER NOT NULL) {strict};
CREATE INDEX parameters_by_learner ON parameters (learner, at);
"""

_MEDIA_AND_KNOWN = """
CREATE TABLE known (id {id} PRIMARY KEY NOT NULL, learner {id} NOT NULL REFERENCES learner (id),
    card {id} NOT NULL, direction TEXT NOT NULL, at {instant} NOT NULL, points TEXT NOT NULL,
    days {number} NOT NULL, difficulty {number}, ease {number}, reviews INTEGER NOT NULL,
    lapses INTEGER NOT NULL) {strict};
CREATE INDEX known_by_card ON known (card, learner);
CREATE TABLE media (name TEXT PRIMARY KEY NOT NULL, digest TEXT NOT NULL, size {instant} NOT NULL,
    kind TEXT NOT NULL, at {instant} NOT NULL) {strict};
CREATE INDEX media_by_digest ON media (digest);
CREATE TABLE media_source (source TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL
    REFERENCES media (name)) {strict_by_key};
"""

_SOURCES = """
CREATE TABLE source (id {id} PRIMARY KEY NOT NULL, deck {id} NOT NULL, name TEXT NOT NULL,
    at {instant} NOT NULL) {strict};
CREATE INDEX source_by_deck ON source (deck);
CREATE TABLE base (card {id} NOT NULL, source {id} NOT NULL, said TEXT NOT NULL,
    PRIMARY KEY (card, source)) {strict_by_key};
CREATE INDEX base_by_source ON base (source);
ALTER TABLE card ADD COLUMN origin {id};
"""

_HISTORIES = """
CREATE TABLE history (id {id} PRIMARY KEY NOT NULL, learner {id} NOT NULL REFERENCES learner (id),
    card {id} NOT NULL, direction TEXT NOT NULL, first {instant} NOT NULL, last {instant} NOT NULL,
    points TEXT NOT NULL, answers TEXT NOT NULL) {strict};
CREATE INDEX history_by_card ON history (card, learner);
CREATE INDEX history_by_time ON history (learner, last);
"""

_KEPT_SQLITE = """
CREATE TRIGGER {table}_is_kept_{action} BEFORE {action} ON {table}
BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END
"""
_REFUSE_POSTGRES = """
CREATE FUNCTION journal_is_kept() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the journal is only ever added to'; END $$
"""
_KEPT_POSTGRES = """
CREATE TRIGGER {table}_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION journal_is_kept()
"""


def _run(connection: Connection, statements: str) -> None:
    words = _SQLITE if connection.dialect.name == "sqlite" else _POSTGRES
    for statement in statements.format_map(words).split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)


def _keep(connection: Connection, *tables: str) -> None:
    """Refuse to change, to delete and to empty what is only ever added to."""
    for table in tables:
        if connection.dialect.name == "sqlite":
            for action in ("UPDATE", "DELETE"):
                connection.exec_driver_sql(_KEPT_SQLITE.format(table=table, action=action))
        else:
            connection.exec_driver_sql(_KEPT_POSTGRES.format(table=table))


def _first_tables(connection: Connection) -> None:
    _run(connection, _FIRST)
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_REFUSE_POSTGRES)
    _keep(connection, "review", "outcome", "hold", "undo")


def _drafts_and_days(connection: Connection) -> None:
    _run(connection, _DRAFTS_AND_DAYS)


def _shapes(connection: Connection) -> None:
    _run(connection, _SHAPES)


def _corrections(connection: Connection) -> None:
    _run(connection, _CORRECTIONS)
    _keep(connection, "correction")


def _wordings(connection: Connection) -> None:
    _run(connection, _WORDINGS)


def _fits(connection: Connection) -> None:
    _run(connection, _FITS)
    _keep(connection, "parameters")


def _media_and_known(connection: Connection) -> None:
    _run(connection, _MEDIA_AND_KNOWN)
    _keep(connection, "known")


def _sources(connection: Connection) -> None:
    _run(connection, _SOURCES)


def _histories(connection: Connection) -> None:
    _run(connection, _HISTORIES)
    _keep(connection, "history")


@dataclass(frozen=True)
class Migration:
    """One step from one schema to the next."""

    number: int
    name: str
    apply: Callable[[Connection], None]


MIGRATIONS = (
    Migration(1, "first tables", _first_tables),
    Migration(2, "drafts and finished days", _drafts_and_days),
    Migration(3, "shapes of pages", _shapes),
    Migration(4, "corrections of facts", _corrections),
    Migration(5, "what marking proposed, and of which words", _wordings),
    Migration(6, "fitted memory models", _fits),
    Migration(7, "pictures and sounds, and what other programs knew", _media_and_known),
    Migration(8, "what the sources of decks said", _sources),
    Migration(9, "histories of other programs, a row for each card", _histories),
)


def version(connection: Connection) -> int:
    """The number of the last migration that was run; 0 for an empty database.

    Raises StoreTooNew for a number this program does not know, and StoreDamaged for a database
    that holds something else.
    """
    tables = set(inspect(connection).get_table_names()) - {parts.name}
    if "migration" not in tables:
        if tables:
            raise StoreDamaged(
                "This database holds something other than a learnt collection "
                f"(a table named {min(tables)!r}). Choose another folder or database."
            )
        return 0
    number = int(connection.scalar(text("SELECT max(number) FROM migration")) or 0)
    refuse_later("This collection", number)
    return number


def refuse_later(what: str, number: int) -> None:
    """Raise StoreTooNew where `number` is that of a migration this program does not know."""
    if number > MIGRATIONS[-1].number:
        raise StoreTooNew(
            f"{what} was written by a later version of learnt (format {number}; "
            f"this program knows up to {MIGRATIONS[-1].number}). Install the newer learnt."
        )


def migrate(connection: Connection, now: Instant, to: int | None = None) -> None:
    """Run what has not been run, up to number `to` (all by default), in this transaction."""
    done = version(connection)
    if done == 0:
        words = _SQLITE if connection.dialect.name == "sqlite" else _POSTGRES
        connection.exec_driver_sql(
            "CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY NOT NULL, "
            "name TEXT NOT NULL, at {instant} NOT NULL) {strict}".format_map(words)
        )
    for migration in MIGRATIONS:
        if done < migration.number <= (to or MIGRATIONS[-1].number):
            migration.apply(connection)
            connection.execute(
                text("INSERT INTO migration (number, name, at) VALUES (:number, :name, :at)"),
                {"number": migration.number, "name": migration.name, "at": now},
            )
