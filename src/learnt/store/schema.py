"""The tables, as SQLAlchemy sees them. `migrations` makes them; a test holds the two together.

The same on SQLite and PostgreSQL: ids are UUIDs (text on SQLite), instants are milliseconds
since 1970 in UTC, lists are JSON text. `review`, `outcome`, `hold`, `known` and `undo` are the
journal: rows are only ever added, and triggers refuse anything else. They name cards and points
without a foreign key, since an answer outlives the card it was given to and may arrive before it.
`correction` is kept like the journal: what a learner said of a fact, which an `undo` takes back.
`media` names pictures and sounds, whose bytes are in `contents`; a name is never given to others.
`memory`, `schedule` and `day` are caches: folds over the journal that can be thrown away. In
`learner`, `model` is the memory model with its parameters and `folded` the one that the caches are
of; `parameters` has every fit there was, and is only added to as well. A card's
`origin` is the `source` of its deck that says just what the card says; `base` has what others said,
and what an origin said before the card was changed. Its rows outlive their cards, which may come
back from the trash.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    Uuid,
)
from sqlalchemy.dialects.sqlite import REAL
from sqlalchemy.types import TypeEngine

metadata = MetaData()

ID = Uuid(as_uuid=False).with_variant(Text(), "sqlite")
INSTANT = BigInteger().with_variant(Integer(), "sqlite")
NUMBER: TypeEngine[float] = Double().with_variant(REAL(), "sqlite")

migration = Table(
    "migration",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("at", INSTANT, nullable=False),
)

learner = Table(
    "learner",
    metadata,
    Column("id", ID, primary_key=True),
    Column("name", Text, nullable=False),
    Column("settings", Text, nullable=False),
    Column("at", INSTANT, nullable=False),
    Column("model", Text, nullable=False),
    Column("folded", Text, nullable=False),
)

deck = Table(
    "deck",
    metadata,
    Column("id", ID, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("question", Text),
    Column("tags", Text, nullable=False),
    Column("source", Text),
    Column("at", INSTANT, nullable=False),
)

card = Table(
    "card",
    metadata,
    Column("id", ID, primary_key=True),
    Column("deck", ID, ForeignKey("deck.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("prompt", Text),
    Column("ordered", Integer, nullable=False),
    Column("directions", Text, nullable=False),
    Column("wrong_options", Text, nullable=False),
    Column("hint", Text),
    Column("note", Text),
    Column("tags", Text, nullable=False),
    Column("media", Text, nullable=False),
    Column("first_line", Integer),
    Column("last_line", Integer),
    Column("confidence", NUMBER, nullable=False),
    Column("points", Integer, nullable=False),
    Column("origin", ID),
)

point = Table(
    "point",
    metadata,
    Column("id", ID, primary_key=True),
    Column("card", ID, ForeignKey("card.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("accepted", Text, nullable=False),
    Column("refused", Text, nullable=False),
    Column("weight", NUMBER, nullable=False),
)

review = Table(
    "review",
    metadata,
    Column("id", ID, primary_key=True),
    Column("learner", ID, ForeignKey("learner.id"), nullable=False),
    Column("card", ID, nullable=False),
    Column("direction", Text, nullable=False),
    Column("at", INSTANT, nullable=False),
    Column("rating", Integer, nullable=False),
    Column("exercise", Text, nullable=False),
    Column("answer", Text),
    Column("duration_ms", Integer, nullable=False),
)

outcome = Table(
    "outcome",
    metadata,
    Column("review", ID, ForeignKey("review.id"), primary_key=True),
    Column("point", ID, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("rating", Integer, nullable=False),
    Column("proposed", Text),
    Column("wording", Text),
)

history = Table(
    "history",
    metadata,
    Column("id", ID, primary_key=True),
    Column("learner", ID, ForeignKey("learner.id"), nullable=False),
    Column("card", ID, nullable=False),
    Column("direction", Text, nullable=False),
    Column("first", INSTANT, nullable=False),
    Column("last", INSTANT, nullable=False),
    Column("points", Text, nullable=False),
    Column("answers", Text, nullable=False),
)

hold = Table(
    "hold",
    metadata,
    Column("id", ID, primary_key=True),
    Column("learner", ID, ForeignKey("learner.id"), nullable=False),
    Column("card", ID, nullable=False),
    Column("at", INSTANT, nullable=False),
    Column("until", INSTANT, nullable=False),
)

known = Table(
    "known",
    metadata,
    Column("id", ID, primary_key=True),
    Column("learner", ID, ForeignKey("learner.id"), nullable=False),
    Column("card", ID, nullable=False),
    Column("direction", Text, nullable=False),
    Column("at", INSTANT, nullable=False),
    Column("points", Text, nullable=False),
    Column("days", NUMBER, nullable=False),
    Column("difficulty", NUMBER),
    Column("ease", NUMBER),
    Column("reviews", Integer, nullable=False),
    Column("lapses", Integer, nullable=False),
)

undo = Table(
    "undo",
    metadata,
    Column("id", ID, primary_key=True),
    Column("learner", ID, ForeignKey("learner.id"), nullable=False),
    Column("event", ID, nullable=False),
    Column("at", INSTANT, nullable=False),
)

memory = Table(
    "memory",
    metadata,
    Column("learner", ID, ForeignKey("learner.id"), primary_key=True),
    Column("point", ID, primary_key=True),
    Column("stability", NUMBER, nullable=False),
    Column("difficulty", NUMBER, nullable=False),
    Column("last", INSTANT, nullable=False),
    Column("reviews", Integer, nullable=False),
    Column("lapses", Integer, nullable=False),
    Column("trace", NUMBER, nullable=False),
    Column("doubts", NUMBER, nullable=False),
    Column("first", Integer, nullable=False),
)

parameters = Table(
    "parameters",
    metadata,
    Column("id", ID, primary_key=True),
    Column("learner", ID, ForeignKey("learner.id"), nullable=False),
    Column("at", INSTANT, nullable=False),
    Column("model", Text, nullable=False),
    Column("numbers", Text, nullable=False),
    Column("targets", Integer, nullable=False),
    Column("comparison", Text, nullable=False),
    Column("adopted", Integer, nullable=False),
)

schedule = Table(
    "schedule",
    metadata,
    Column("learner", ID, ForeignKey("learner.id"), primary_key=True),
    Column("card", ID, primary_key=True),
    Column("direction", Text, primary_key=True),
    Column("due", INSTANT, nullable=False),
    Column("first", INSTANT, nullable=False),
    Column("last", INSTANT, nullable=False),
    Column("rating", Integer, nullable=False),
    Column("reviews", Integer, nullable=False),
    Column("lapses", Integer, nullable=False),
    Column("difficulty", NUMBER, nullable=False),
)

day = Table(
    "day",
    metadata,
    Column("learner", ID, ForeignKey("learner.id"), primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("answers", Integer, nullable=False),
    Column("asked_again", Integer, nullable=False),
    Column("kept", Integer, nullable=False),
    Column("duration_ms", INSTANT, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("id", ID, primary_key=True),
    Column("learner", ID, ForeignKey("learner.id"), nullable=False),
    Column("at", INSTANT, nullable=False),
    Column("title", Text, nullable=False),
    Column("cards", Integer, nullable=False),
    Column("reading", Text, nullable=False),
    Column("edited", Text, nullable=False),
)

shape = Table(
    "shape",
    metadata,
    Column("learner", ID, ForeignKey("learner.id"), primary_key=True),
    Column("shape", Text, primary_key=True),
    Column("said", Text, nullable=False),
    Column("at", INSTANT, nullable=False),
)

correction = Table(
    "correction",
    metadata,
    Column("id", ID, primary_key=True),
    Column("learner", ID, ForeignKey("learner.id"), nullable=False),
    Column("card", ID, nullable=False),
    Column("point", ID),
    Column("at", INSTANT, nullable=False),
    Column("action", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("said", Text, nullable=False),
)

source = Table(
    "source",
    metadata,
    Column("id", ID, primary_key=True),
    Column("deck", ID, nullable=False),
    Column("name", Text, nullable=False),
    Column("at", INSTANT, nullable=False),
)

base = Table(
    "base",
    metadata,
    Column("card", ID, primary_key=True),
    Column("source", ID, primary_key=True),
    Column("said", Text, nullable=False),
)

trash = Table(
    "trash",
    metadata,
    Column("id", ID, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("at", INSTANT, nullable=False),
    Column("content", Text, nullable=False),
)

media = Table(
    "media",
    metadata,
    Column("name", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("size", INSTANT, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", INSTANT, nullable=False),
)

media_source = Table(
    "media_source",
    metadata,
    Column("source", Text, primary_key=True),
    Column("name", Text, ForeignKey("media.name"), nullable=False),
)
