"""What a note type asks, told from its templates: which fields stand on which side.

template = (text | "{{" (filter ":")* field "}}" | "{{" ("#" | "^" | "/") field "}}")*
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from learnt.sources.packages.own.note_type import is_ours
from learnt.sources.packages.values import Kind, NoteType, Template

_REFERENCE = re.compile(r"\{\{([^{}]{1,500})\}\}")
_CONDITIONS = ("#", "^", "/", "!")
_OF_ANKI = frozenset({"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"})


@dataclass(frozen=True, slots=True)
class Sides:
    """The fields on the front and those that the back adds, and those that are typed."""

    front: tuple[str, ...]
    back: tuple[str, ...]
    typed: tuple[str, ...] = ()
    cloze: tuple[str, ...] = ()


def sides_of(template: Template, fields: Sequence[str]) -> Sides:
    """The fields of a template by side, each once, in the order in which they are shown."""
    shown = list(_shown(template.front, fields))
    front = tuple(dict.fromkeys(name for name, filters in shown if "type" not in filters))
    typed = tuple(dict.fromkeys(name for name, filters in shown if "type" in filters))
    back = [name for name, _ in _shown(template.back, fields) if name not in front]
    cloze = tuple(dict.fromkeys(name for name, filters in shown if "cloze" in filters))
    return Sides(front, tuple(dict.fromkeys((*typed, *back))), typed, cloze)


def kind_of(templates: Sequence[Template], fields: Sequence[str], *, cloze: bool) -> Kind:
    """The kind of a note type; `cloze` is what Anki says of it."""
    sides = [sides_of(one, fields) for one in templates]
    if cloze:
        return Kind.CLOZE if sides and sides[0].cloze else Kind.OTHER
    if not sides or len(sides[0].front) != 1 or not sides[0].back:
        return Kind.OTHER
    if len(sides) == 1:
        return Kind.TYPED if sides[0].typed else Kind.BASIC
    if len(sides) > 2 or sides[1].front != sides[0].back[:1] or not sides[1].back:
        return Kind.OTHER
    if sides[1].back[0] != sides[0].front[0]:
        return Kind.OTHER
    return Kind.OPTIONAL_REVERSED if "{{#" in templates[1].front else Kind.REVERSED


def with_kind(note_type: NoteType, *, cloze: bool) -> NoteType:
    """A note type that knows its kind."""
    kind = kind_of(note_type.templates, note_type.fields, cloze=cloze)
    if cloze and is_ours(note_type):
        kind = Kind.OURS
    return NoteType(note_type.id, note_type.name, kind, note_type.fields, note_type.templates)


def _shown(template: str, fields: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """The fields that a side shows, with the filters before them."""
    found = []
    for one in _REFERENCE.finditer(template):
        *filters, name = (part.strip() for part in one[1].split(":"))
        if one[1].lstrip()[:1] not in _CONDITIONS and name in fields and name not in _OF_ANKI:
            found.append((name, tuple(filters)))
    return found
