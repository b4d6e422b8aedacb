"""The decks that Anki's own column names: one is the deck's title, the others are tags."""

from collections import Counter
from collections.abc import Sequence

from learnt.sources.tables.anki_header import AnkiHeader
from learnt.sources.tables.rows import Row


def decks_of(rows: Sequence[Row], header: AnkiHeader) -> tuple[str | None, dict[int, str]]:
    """The deck that most rows name, and by line the one of each row that names another."""
    place = header.own.get("deck", -1)
    if place < 0:
        return None, {}
    named = {row.first: row.cells[place] for row in rows if place < len(row.cells)}
    names = Counter(name for name in named.values() if name)
    if not names:
        return None, {}
    most = max(names, key=lambda name: names[name])
    return most, {line: name for line, name in named.items() if name and name != most}
