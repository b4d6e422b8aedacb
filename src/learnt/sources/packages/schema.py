r"""Note types and decks, in the two ways in which the databases of packages keep them.

schema 11   two values of JSON in the one row of `col`
schema 18   tables, with what is not a name in messages; levels of decks joined by \x1f
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping

from learnt.deck import Problem
from learnt.errors import Unreadable
from learnt.sources.packages.database import Database
from learnt.sources.packages.kinds import with_kind
from learnt.sources.packages.protobuf import fields_of, number_in, text_in
from learnt.sources.packages.values import AnkiDeck, Kind, NoteType, Template

_FILTERED = 2  # the field of a deck's message that is there where it is a filtered one
_CLOZE = 1
_BROKEN = "This note type is damaged ({}); its notes are read by their first two fields."


def note_types_of(database: Database) -> tuple[NoteType, ...]:
    """The note types of a package."""
    if "notetypes" in database.tables:
        return tuple(_types_18(database))
    return tuple(_types_11(database))


def decks_of(database: Database) -> tuple[AnkiDeck, ...]:
    """The decks of a package, levels joined by `::`."""
    if "decks" in database.tables:
        return tuple(_decks_18(database))
    return tuple(_decks_11(database))


def _types_11(database: Database) -> Iterator[NoteType]:
    for key, value in _json(database, "models").items():
        if not isinstance(value, dict):
            continue
        fields = tuple(str(one.get("name", "")) for one in _dicts(value.get("flds")))
        templates = tuple(
            Template(str(one.get("name", "")), str(one.get("qfmt", "")), str(one.get("afmt", "")))
            for one in _dicts(value.get("tmpls"))
        )
        made = NoteType(_number(key), str(value.get("name", "")), Kind.OTHER, fields, templates)
        yield with_kind(made, cloze=value.get("type") == _CLOZE)


def _decks_11(database: Database) -> Iterator[AnkiDeck]:
    for key, value in _json(database, "decks").items():
        if isinstance(value, dict):
            filtered = bool(value.get("dyn"))
            yield AnkiDeck(_number(key), _joined(str(value.get("name", ""))), filtered)


def _types_18(database: Database) -> Iterator[NoteType]:
    fields: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for type_id, place, name in database.rows("fields", "ntid", "ord", "name"):
        fields[type_id].append((_place(place), str(name)))
    templates: dict[int, list[tuple[int, Template]]] = defaultdict(list)
    for type_id, place, name, config in database.rows("templates", "ntid", "ord", "name", "config"):
        try:
            made = Template(str(name), text_in(config, 1), text_in(config, 2))
        except (Unreadable, TypeError) as error:
            database.problems.append(Problem(None, str(name), _BROKEN.format(error)))
            made = Template(str(name), "", "")
        templates[type_id].append((_place(place), made))
    for type_id, name, config in database.rows("notetypes", "id", "name", "config"):
        try:
            cloze = number_in(config, 1) == _CLOZE
        except (Unreadable, TypeError) as error:
            database.problems.append(Problem(None, str(name), _BROKEN.format(error)))
            cloze = False
        names = tuple(one for _, one in sorted(fields[type_id], key=lambda pair: pair[0]))
        its = tuple(one for _, one in sorted(templates[type_id], key=lambda pair: pair[0]))
        yield with_kind(NoteType(type_id, str(name), Kind.OTHER, names, its), cloze=cloze)


def _decks_18(database: Database) -> Iterator[AnkiDeck]:
    for deck_id, name, kind in database.rows("decks", "id", "name", "kind"):
        try:
            filtered = any(number == _FILTERED for number, _ in fields_of(kind))
        except (Unreadable, TypeError):
            filtered = False
        yield AnkiDeck(deck_id, _joined(str(name)), filtered)


def _json(database: Database, column: str) -> Mapping[str, object]:
    """A value of JSON in the row that there is one of."""
    for (text,) in database.rows("col", column, most=1):
        try:
            found = json.loads(text)
        except (ValueError, TypeError, RecursionError) as error:
            why = f"The {column} of this package are damaged ({error})."
            database.problems.append(Problem(None, column, why))
            continue
        if isinstance(found, dict):
            return found
    return {}


def _dicts(value: object) -> list[dict[str, object]]:
    """The objects of a list, by their `ord` where they have one."""
    found = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    return sorted(found, key=lambda one: one["ord"] if isinstance(one.get("ord"), int) else 0)


def _joined(name: str) -> str:
    return "::".join(part.strip() for part in name.replace("\x1f", "::").split("::"))


def _place(told: object) -> int:
    """Where a field or a template stands; a damaged file may say anything."""
    return told if isinstance(told, int) else 0


def _number(text: str) -> int:
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 20 else 0
