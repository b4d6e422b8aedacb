"""CrowdAnki's JSON, a deck of Anki's as a file that is kept under version control.

    deck = {"__type__": "Deck", "name", "crowdanki_uuid", "children": [deck…], "notes": [note…],
            "note_models": [{"crowdanki_uuid", "name", "type", "flds": […], "tmpls": […]}…]}
    note = {"guid", "fields": [html…], "tags": […], "note_model_uuid"}

It has no cards and no history; the cards are those that the note types make. Ids are made of the
same guids as those of a package, so that the same note is the same card, whichever way it came.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import msgspec

from learnt.errors import Unreadable
from learnt.sources.packages.clozes import numbers_in
from learnt.sources.packages.kinds import with_kind
from learnt.sources.packages.values import (
    AnkiCard,
    AnkiDeck,
    AnkiPackage,
    Form,
    Kind,
    Note,
    NoteType,
    Template,
)

_DEEPEST = 50
_CLOZE = 1
_FIRST = 10**12  # ids of Anki are times; what is made up for it looks like one
_DAMAGED = "{} is damaged: it is no whole JSON ({}). Export it from CrowdAnki again."

_Values = dict[str, Any]


def crowd_package(data: bytes, name: str) -> AnkiPackage:
    """The decks, note types and notes of a file. Raises Unreadable."""
    try:
        whole = msgspec.json.decode(data)
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise Unreadable(_DAMAGED.format(name, error)) from None
    tree = list(_decks(whole if isinstance(whole, dict) else {}, "", 0))
    types: dict[str, NoteType] = {}
    for _, deck in tree:
        for model in _dicts(deck.get("note_models")):
            made = _note_type(model, len(types) + 1)
            types.setdefault(str(model.get("crowdanki_uuid")), made)
    notes: list[Note] = []
    cards: list[AnkiCard] = []
    decks: list[AnkiDeck] = []
    for title, deck in tree:
        home = AnkiDeck(_number(str(deck.get("crowdanki_uuid") or title)), title)
        decks.append(home)
        for value in _dicts(deck.get("notes")):
            of = types.get(str(value.get("note_model_uuid")))
            note = _note(value, _FIRST + len(notes), of.id if of else 0)
            notes.append(note)
            for place in _places(note, of):
                cards.append(AnkiCard(_FIRST + len(cards), note.id, home.id, place))
    types_made = tuple(types.values())
    return AnkiPackage(
        name, Form.LEGACY_1, types_made, tuple(decks), tuple(notes), tuple(cards), {}
    )


def _decks(value: _Values, above: str, depth: int) -> Iterator[tuple[str, _Values]]:
    """The decks of the tree, each under the names of those above it."""
    if depth > _DEEPEST:
        return
    title = "::".join(filter(None, (above, str(value.get("name") or "Untitled"))))
    yield title, value
    for child in _dicts(value.get("children")):
        yield from _decks(child, title, depth + 1)


def _note_type(model: _Values, number: int) -> NoteType:
    fields = tuple(str(one.get("name", "")) for one in _dicts(model.get("flds")))
    templates = tuple(
        Template(str(one.get("name", "")), str(one.get("qfmt", "")), str(one.get("afmt", "")))
        for one in _dicts(model.get("tmpls"))
    )
    made = NoteType(number, str(model.get("name", "")), Kind.OTHER, fields, templates)
    return with_kind(made, cloze=model.get("type") == _CLOZE)


def _note(value: _Values, number: int, of: int) -> Note:
    tags = value.get("tags")
    fields = value.get("fields")
    return Note(
        number,
        str(value.get("guid", "")),
        of,
        tuple(map(str, fields)) if isinstance(fields, list) and fields else ("",),
        tuple(map(str, tags)) if isinstance(tags, list) else (),
    )


def _places(note: Note, of: NoteType | None) -> list[int]:
    """The templates, or the numbers of clozes, that make a card of a note."""
    kind = of.kind if of else Kind.OTHER
    if kind is Kind.CLOZE:
        return sorted(number - 1 for number in numbers_in("\n".join(note.fields)) if number)
    third = "".join(note.fields[2:3]).strip()
    both = kind is Kind.REVERSED or (kind is Kind.OPTIONAL_REVERSED and third)
    return [0, 1] if both else [0]


def _number(text: str) -> int:
    """A number for a name, always the same."""
    return _FIRST + int.from_bytes(sha256(text.encode(errors="replace")).digest()[:5])


def _dicts(value: object) -> list[_Values]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
