"""Decks that other programs write as JSON: objects with a front and a back somewhere inside.

    card  = an object with a key for each side, such as "question" and "answer"
          | a note of CrowdAnki: {"fields": [front, back, …], "guid": …}

The objects may stand at any depth. Where the file was cut, those that are whole are read.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import cast

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.tables.cells import points_in_cell

NAME = "json"
_FRONT = ("front", "question", "term", "prompt", "q", "word", "clue", "frage", "vorderseite")
_BACK = (
    "back",
    "points",
    "answers",
    "answer",
    "definition",
    "response",
    "a",
    "meaning",
    "translation",
    "antwort",
    "rückseite",
)
_TITLE = ("deck_name", "title", "name", "deck", "set_name")
_OTHERS = frozenset({"tags", "hint", "note", "explanation", "fields", "guid", "__type__"})
_UNUSED = (
    "The cards of this file have these further fields, which went into no card. To keep one, call "
    "it hint, note or tags."
)
_OPENS = re.compile(r"[{\[]")
_TRIES = 50  # openings that may fail to decode: a cut file has a few around each card


def foreign_deck(text: str) -> Proposal | None:
    """The cards of a JSON text, None where it holds none."""
    decoder = json.JSONDecoder()
    drafts: list[Draft] = []
    title: str | None = None
    unused: dict[str, None] = {}
    at, failed, line, counted = 0, 0, 1, 0
    while (at := _opening(text, at)) >= 0 and failed < _TRIES:
        line, counted = line + text.count("\n", counted, at), at
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            failed += 1
            at += 1
            continue
        title = title or _title(value)
        drafts += _placed(list(_cards(value, unused)), text, (at, end), line)
        at = end
    if not drafts:
        return None
    if title is None:
        title = _cut_title(text)
    told = (Problem(drafts[0].first, ", ".join(unused), _UNUSED),) if unused else ()
    return Proposal(NAME, 0.97, tuple(drafts), title, problems=told)


def _opening(text: str, at: int) -> int:
    found = _OPENS.search(text, at)
    return found.start() if found else -1


def _placed(drafts: list[Draft], text: str, span: tuple[int, int], line: int) -> list[Draft]:
    """The cards of a value with the line their front stands on; else with all of its lines."""
    found: list[Draft] = []
    at, counted = span[0], span[0]
    last = line + text.count("\n", *span)
    for draft in drafts:
        place = _find(draft.prompt or "", text, at, span[1])
        if place < 0:
            found.append(_at(draft, line, last))
            continue
        line += text.count("\n", counted, place)
        at = counted = place
        found.append(_at(draft, line, line))
    return found


def _find(front: str, text: str, start: int, end: int) -> int:
    """Where a text stands in JSON, with its letters as they are or escaped."""
    for plain in (False, True):
        written = json.dumps(front, ensure_ascii=plain)
        if (place := text.find(written, start, end)) >= 0:
            return place
    return -1


def _at(draft: Draft, first: int, last: int) -> Draft:
    return Draft(draft.prompt, draft.points, first, last, 0.95, draft.tags, draft.hint, draft.note)


def _cards(value: object, unused: dict[str, None], depth: int = 0) -> Iterator[Draft]:
    """The cards within a value; the names of their fields that go nowhere are put in `unused`."""
    if depth > 50:
        return
    if isinstance(value, list):
        for one in value:
            yield from _cards(one, unused, depth + 1)
    elif isinstance(value, dict):
        named = {str(key).strip().lower(): one for key, one in value.items()}
        draft = _note(named) or _pair(named)
        if draft is not None:
            used = {_key(named, _FRONT), _key(named, _BACK)} | _OTHERS
            unused.update((name, None) for name in named if name not in used and named[name])
            yield draft
            return
        for one in value.values():
            yield from _cards(one, unused, depth + 1)


def _pair(named: Mapping[str, object]) -> Draft | None:
    front, back = _first(named, _FRONT), _first(named, _BACK)
    if front is None or back is None:
        return None
    points = _points(back)
    tags = named.get("tags")
    words = tuple(str(tag) for tag in tags) if isinstance(tags, list) else ()
    hint = named.get("hint")
    note = named.get("note") or named.get("explanation")
    if not points or not isinstance(front, str) or not front.strip():
        return None
    return Draft(
        front, points, 1, 1, 0.95, words,
        hint if isinstance(hint, str) else None, note if isinstance(note, str) else None,
    )  # fmt: skip


def _note(named: Mapping[str, object]) -> Draft | None:
    fields = named.get("fields")
    if not isinstance(fields, list) or "guid" not in named:
        return None
    texts = [one for one in fields if isinstance(one, str) and one.strip()]
    points = points_in_cell(texts[1]) if len(texts) > 1 else ()
    return Draft(texts[0], points, 1, 1, 0.9) if points else None


def _points(back: object) -> tuple[str, ...]:
    if isinstance(back, list):
        return tuple(one for one in back if isinstance(one, str) and one.strip())
    if not isinstance(back, str) or not (text := back.strip()):
        return ()
    return points_in_cell(back) or (text,)  # a lone dash is an answer, and no bullet


def _first(named: Mapping[str, object], keys: tuple[str, ...]) -> object | None:
    return named.get(_key(named, keys))


def _key(named: Mapping[str, object], keys: tuple[str, ...]) -> str:
    return next((key for key in keys if named.get(key)), "")


def _title(value: object) -> str | None:
    if not isinstance(value, dict):
        return None
    named = {str(key).lower(): one for key, one in cast("dict[object, object]", value).items()}
    found = _first(named, _TITLE)
    return found if isinstance(found, str) and _pair(named) is None else None


def _cut_title(text: str) -> str | None:
    """The title near the beginning of a file whose end is lost."""
    for key in _TITLE:
        at = text.find(f'"{key}"', 0, 2000)
        if at >= 0 and (start := text.find('"', text.find(":", at))) > 0:
            try:
                value, _ = json.JSONDecoder().raw_decode(text, start)
            except ValueError:
                continue
            return value if isinstance(value, str) else None
    return None
