"""The values of fields: from the words on a line to what a card keeps."""

import re
from collections.abc import Iterable, Sequence

from learnt.deck.card import Direction
from learnt.deck.plain import advice
from learnt.deck.plain.drafts import FieldDraft, Problems
from learnt.deck.tidy import one_line, tidy

ASK = {
    "both ways": (Direction.FORWARD, Direction.BACKWARD),
    "backwards": (Direction.BACKWARD,),
    "forwards": (Direction.FORWARD,),
}
"""What `ask:` may say."""

_LINES = re.compile(r"([0-9]{1,9})(?:\s*[-\u2013]\s*([0-9]{1,9}))?")
_NUMBER = re.compile(r"[-+.0-9e]{1,40}", re.IGNORECASE)


def filled(fields: Iterable[FieldDraft], problems: Problems) -> list[FieldDraft]:
    """The fields that say something; the empty ones become problems."""
    kept = []
    for field in fields:
        if tidy("\n".join(field.lines)):
            kept.append(field)
        else:
            problems.add(field.number, advice.no_value(field.word))
    return kept


def texts(fields: Sequence[FieldDraft], word: str) -> tuple[str, ...]:
    """The values of a field that may be repeated, one line each."""
    return tuple(one_line("\n".join(field.lines)) for field in fields if field.word == word)


def tags(fields: Sequence[FieldDraft]) -> tuple[str, ...]:
    """The tags of all `tags:` lines, which commas separate."""
    return tuple(tag for text in texts(fields, "tags") for tag in text.split(","))


def joined(fields: Sequence[FieldDraft], word: str) -> str | None:
    """The value of a field that may have lines; a second one goes on where the first ended."""
    return "\n".join(tidy("\n".join(field.lines)) for field in fields if field.word == word) or None


def only(fields: Sequence[FieldDraft], word: str, problems: Problems) -> FieldDraft | None:
    """The one field of its name; others become problems."""
    found = [field for field in fields if field.word == word]
    for field in found[1:]:
        problems.add(field.number, advice.second_value(word))
    return found[0] if found else None


def text_of(field: FieldDraft | None) -> str | None:
    """The value of a field on one line; None where there is no field."""
    return None if field is None else one_line("\n".join(field.lines))


def weight(field: FieldDraft | None, problems: Problems) -> float:
    """The weight of a point: above 0, 1 where nothing usable is said."""
    value = _number(field)
    if field is not None and not (value is not None and 0 < value < float("inf")):
        problems.add(field.number, advice.BAD_WEIGHT)
        return 1.0
    return 1.0 if value is None else value


def confidence(field: FieldDraft | None, problems: Problems) -> float:
    """The confidence of a card: from 0 to 1, 1 where nothing usable is said."""
    value = _number(field)
    if field is not None and not (value is not None and 0 <= value <= 1):
        problems.add(field.number, advice.BAD_CONFIDENCE)
        return 1.0
    return 1.0 if value is None else value


def source_lines(field: FieldDraft | None, problems: Problems) -> tuple[int, int] | None:
    """First and last line, from `12-15` or `12`."""
    if field is None:
        return None
    found = _LINES.fullmatch(text_of(field) or "")
    if found is not None:
        first, last = int(found.group(1)), int(found.group(2) or found.group(1))
        if 1 <= first <= last:
            return first, last
    problems.add(field.number, advice.BAD_LINES)
    return None


def directions(field: FieldDraft | None, problems: Problems) -> tuple[Direction, ...]:
    """The directions a card is asked in, forwards where nothing usable is said."""
    if field is None:
        return ASK["forwards"]
    found = ASK.get((text_of(field) or "").lower())
    if found is None:
        problems.add(field.number, advice.BAD_ASK)
    return found or ASK["forwards"]


def _number(field: FieldDraft | None) -> float | None:
    """The number a field says; None for no field and no number."""
    text = text_of(field) or ""
    if _NUMBER.fullmatch(text) is None:
        return None
    try:
        return float(text)
    except ValueError:
        return None
