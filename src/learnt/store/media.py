"""The names of pictures and sounds, and what each of them names. A name is never given away.

The bytes are in `contents`, under their digest; two names may name the same. `media_source` says
under which name something came that a package described so, so that it need not be read again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from learnt.clock import Instant
from learnt.store.prepared import rows
from learnt.store.schema import card, media, media_source
from learnt.store.upsert import insert_once

_SOME = 500
_BY_NAME = select(media).where(media.c.name == bindparam("name"))


@dataclass(frozen=True, slots=True)
class MediaRow:
    """A picture or sound: its name, the SHA-256 and the size of its bytes, and since when.

    `kind` is its media type, such as image/png; '' where it is none that is shown.
    """

    name: str
    digest: str
    size: int
    kind: str
    at: Instant


@dataclass(frozen=True)
class Media:
    """The pictures and sounds of a collection, within one transaction."""

    connection: Connection

    def get(self, name: str) -> MediaRow | None:
        """What a name names."""
        found = rows(self.connection, _BY_NAME, {"name": name})
        return MediaRow(*found[0]) if found else None

    def all(self) -> tuple[MediaRow, ...]:
        """All of them, by their names."""
        found = self.connection.execute(select(media).order_by(media.c.name))
        return tuple(MediaRow(*row) for row in found)

    def digests(self) -> tuple[str, ...]:
        """The digests that are named, each once."""
        return tuple(self.connection.scalars(select(media.c.digest).distinct()))

    def named(self, names: Iterable[str]) -> Mapping[str, MediaRow]:
        """What each of these names; those that name nothing are left out."""
        return {
            row.name: MediaRow(*row)
            for some in _chunks(names)
            for row in self.connection.execute(select(media).where(media.c.name.in_(some)))
        }

    def add(self, new: MediaRow) -> bool:
        """Name something; False, and nothing is changed, where the name is taken."""
        statement = insert_once(self.connection.dialect.name, media)
        row = dict(zip(media.columns.keys(), _values(new), strict=True))
        return self.connection.execute(statement, row).rowcount == 1

    def came_from(self, source: str, name: str) -> None:
        """Keep under which name something came that was described so."""
        statement = insert_once(self.connection.dialect.name, media_source)
        self.connection.execute(statement, {"source": source, "name": name})

    def from_sources(self, sources: Iterable[str]) -> Mapping[str, str]:
        """The names under which what is described so has come, by what describes it."""
        found: dict[str, str] = {}
        for some in _chunks(sources):
            known = self.connection.execute(
                select(media_source.c.source, media_source.c.name).where(
                    media_source.c.source.in_(some)
                )
            )
            found.update((source, name) for source, name in known)
        return found

    def on_cards(self) -> Iterator[str]:
        """What cards say of their media, as the JSON lists that they are kept as."""
        return iter(
            self.connection.scalars(select(card.c.media).where(card.c.media != "[]").distinct())
        )


def _values(one: MediaRow) -> tuple[object, ...]:
    return one.name, one.digest, one.size, one.kind, one.at


def _chunks(texts: Iterable[str]) -> Iterator[list[str]]:
    asked = list(texts)
    return (asked[start : start + _SOME] for start in range(0, len(asked), _SOME))
