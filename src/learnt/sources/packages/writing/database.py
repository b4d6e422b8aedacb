"""The collection of a package: schema 11, the one that every Anki reads, in a file of SQLite's."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from itertools import chain
from typing import Any

from learnt.clock import Instant, day_start, study_day
from learnt.sources.packages.own import TYPE_ID, model
from learnt.sources.packages.writing.homes import Home, decks_json
from learnt.sources.packages.writing.log import Row
from learnt.sources.packages.writing.notes import Rows

_SCHEMA = """
CREATE TABLE col (
  id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL,
  conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL,
  tags text NOT NULL
);
CREATE TABLE notes (
  id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL,
  csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL
);
CREATE TABLE cards (
  id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL,
  due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
  lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL
);
CREATE TABLE revlog (
  id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
  type integer NOT NULL
);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
"""
_INDEXES = """
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
"""
_VARIABLES = 999  # that a statement may have in any SQLite
_NO_PRESET = {
    "id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": True, "timer": 0,
    "replayq": True, "dyn": False,
    "new": {
        "bury": False, "delays": [1.0, 10.0], "initialFactor": 2500, "ints": [1, 4, 0],
        "order": 1, "perDay": 20,
    },
    "rev": {
        "bury": False, "ease4": 1.3, "ivlFct": 1.0, "maxIvl": 36500, "perDay": 200,
        "hardFactor": 1.2,
    },
    "lapse": {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0},
}  # fmt: skip
"""Every collection has this preset, and the learner's own stays as it is."""


def counted_from(at: Instant, zone: str) -> Instant:
    """The beginning of the study day of an instant: Anki counts its days from such a one."""
    return day_start(study_day(at, zone), zone)


def database(rows: Rows, homes: Sequence[Home], first: Instant, now: Instant, west: int) -> bytes:
    """The bytes of the database; `west` is by how many minutes the zone was behind at `first`."""
    settings = {
        "activeDecks": [1],
        "addToCur": True,
        "collapseTime": 1200,
        "creationOffset": west,
        "curDeck": 1,
        "curModel": TYPE_ID,
        "dayLearnFirst": False,
        "dueCounts": True,
        "estTimes": True,
        "newSpread": 0,
        "nextPos": len(rows.notes) + 1,
        "rollover": 4,
        "sched2021": True,
        "schedVer": 2,
        "sortBackwards": False,
        "sortType": "noteFld",
        "timeLim": 0,
    }
    values = (
        1, first // 1000, now, now, 11, 0, 0, 0, _json(settings),
        _json({str(TYPE_ID): model()}), _json(decks_json(homes, now // 1000)),
        _json({"1": _NO_PRESET}), "{}",
    )  # fmt: skip
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        _insert(connection, "col", [values])
        _insert(connection, "notes", rows.notes)
        _insert(connection, "cards", rows.cards)
        _insert(connection, "revlog", rows.log)
        connection.execute("COMMIT")
        connection.executescript(_INDEXES)  # quicker than row by row
        return connection.serialize()


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    """Rows into a table, many in a statement: of small ones each statement takes as long."""
    columns = connection.execute("SELECT count(*) FROM pragma_table_info(?)", (table,)).fetchone()[
        0
    ]
    one = f"({', '.join('?' * columns)})"
    at_once = _VARIABLES // columns
    whole = len(rows) - len(rows) % at_once
    many = f"INSERT INTO {table} VALUES {', '.join([one] * at_once)}"  # noqa: S608 - ours
    places = range(0, whole, at_once)
    connection.executemany(
        many, (tuple(chain.from_iterable(rows[at : at + at_once])) for at in places)
    )
    connection.executemany(f"INSERT INTO {table} VALUES {one}", rows[whole:])  # noqa: S608 - ours
