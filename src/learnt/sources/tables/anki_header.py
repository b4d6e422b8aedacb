"""The header lines of Anki's text files, such as `#separator:tab` and `#tags column:5`.

Source: the "File Headers" of the Anki manual's page on importing text files. Keys that say
nothing about the cards' text are skipped.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_LINE = re.compile(r"#([a-z][a-z ]{0,30}):(.*)", re.IGNORECASE)
_KNOWN = frozenset(
    {
        *("separator", "html", "tags", "columns", "notetype", "deck", "if matches", "name"),
        *("notetype column", "deck column", "tags column", "guid column"),
    }
)
_NAMES = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AnkiHeader:
    """What the header says; columns count from 0, -1 is none; `lines` is its length."""

    lines: int = 0
    separator: str = ""
    html: bool = False
    title: str | None = None
    tags: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    tags_column: int = -1
    own: dict[str, int] = field(default_factory=dict)

    def plain(self, text: str) -> str:
        """A cell with its line breaks as line ends, where the file says it is HTML."""
        return _BREAK.sub("\n", text).strip() if self.html else text


def anki_header(raw: Sequence[str]) -> AnkiHeader:
    """The header of the lines of a file; an empty one where the first line is no header."""
    keys: dict[str, str] = {}
    count = 0
    for line in raw[:40]:
        found = _LINE.fullmatch(line.rstrip())
        if found is None or (not keys and found[1].lower() not in _KNOWN):
            break
        keys[found[1].lower()] = found[2].strip() or found[2]
        count += 1
    if not keys:
        return AnkiHeader()
    named = keys.get("separator", "").strip().lower()
    separator = _NAMES.get(named, named if len(named) == 1 else "")
    columns = keys.get("columns", "")
    own = {key.split()[0]: _place(value) for key, value in keys.items() if key.endswith(" column")}
    return AnkiHeader(
        count,
        separator,
        keys.get("html", "").lower() == "true",
        keys.get("name") or keys.get("deck"),
        tuple(keys.get("tags", "").split()),
        tuple(columns.split(separator or "\t")) if columns else (),
        own.pop("tags", -1),
        {key: place for key, place in own.items() if place >= 0},
    )


def _place(value: str) -> int:
    return int(value) - 1 if value.isdecimal() and len(value) < 5 else -1
