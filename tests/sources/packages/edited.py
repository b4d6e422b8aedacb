"""A package as Anki would write it again, after what was done to it there."""

import io
from collections.abc import Callable
from dataclasses import replace

from learnt.sources.packages import AnkiPackage, Form, Kind, open_package
from learnt.sources.packages.values import Note
from tests.sources.packages.making import Content, LogRow, Type, package


def content_of(data: bytes) -> Content:
    """What a package holds, to be changed and written again."""
    held: AnkiPackage = open_package(io.BytesIO(data), "a.apkg")
    types = [
        Type(one.id, one.name, one.fields, one.templates, cloze=one.kind is Kind.OURS)
        for one in held.note_types
    ]
    log = [
        LogRow(at, card, rating, 1, 1, 2500, took, 1)
        for card, answers in held.answers.items()
        for at, rating, took in answers
    ]
    return Content(types, held.decks, held.notes, held.cards, sorted(log))


def edited(data: bytes, change: Callable[[Note], Note], form: Form = Form.LATEST) -> bytes:
    """The package with each of its notes changed."""
    content = content_of(data)
    return package(replace(content, notes=[change(note) for note in content.notes]), form)


def with_texts(*pairs: tuple[str, str]) -> Callable[[Note], Note]:
    """Replaces texts in the fields that people see."""

    def change(note: Note) -> Note:
        fields = list(note.fields)
        for old, new in pairs:
            fields[:2] = [one.replace(old, new) for one in fields[:2]]
        return replace(note, fields=tuple(fields))

    return change
