"""A note of ours that comes back: the card as it was written, and as it is by now.

A field that stands as it was written is not read at all: the record has its text to the letter. In
one that was edited, points that stayed are known by their text, and those that were edited by their
place between them, or by how alike they are; only the others are new.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from unicodedata import normalize

from learnt.deck import Card, Direction, Point
from learnt.deck.tidy import each_once
from learnt.ids import DeckId, PointId
from learnt.sources.packages.fields import text_of
from learnt.sources.packages.guids import guid_of
from learnt.sources.packages.identity import card_id, key_of, point_id
from learnt.sources.packages.own.before import Before
from learnt.sources.packages.own.markup import (
    as_read,
    points_field,
    points_in,
    prompt_field,
    prompt_in,
)
from learnt.sources.packages.own.note_type import ID, POINTS, PROMPT
from learnt.sources.packages.own.packed import id_text
from learnt.sources.packages.own.record import (
    DeckKept,
    NewerRecord,
    Past,
    card_in,
    deck_id_in,
    record_in,
    refuse_odd_ids,
)
from learnt.sources.packages.own.tags import tags_now
from learnt.sources.packages.values import Note

DAMAGED = (
    "The field Id, by which learnt knows a card, is damaged or empty: the card is read by its text"
)
NEWER = "A newer learnt wrote this card: what this one does not know of it was left out"
_ALIKE = 0.6
"""Two wordings at least this alike (difflib's ratio) are the same point, edited."""
_MOST_COMPARED = 400  # points, of two lists that are compared each with each


@dataclass(frozen=True, slots=True)
class Returned:
    """A card of ours that comes back from Anki.

    `card` is the card by now and `base` as it was written; they are the same where nobody edited
    it. `past` are the answers that went with it, by their rows in Anki's log, and `gone` those of
    their points that were no more. `held` is until when it was set aside, 0 for never, and `before`
    what it began with. Not `known` is a note that was copied, or whose record is lost: a card of
    its own.
    """

    card: Card
    base: Card
    deck: DeckId | None = None
    kept: DeckKept | None = None
    past: Mapping[int, Past] = field(default_factory=dict)
    gone: tuple[PointId, ...] = ()
    held: int = 0
    before: tuple[Before, ...] = ()
    known: bool = True
    said: str = ""


def returned(
    note: Note, texts: Mapping[str, str], cards: Sequence[tuple[Direction, int]]
) -> Returned | None:
    """A note of ours as a card; `cards` are the directions it is asked in, each with its flag.

    None where no point stands on it.
    """
    said = ""
    try:
        record = record_in(texts.get(ID, ""))
        base = card_in(record) if record else None
        refuse_odd_ids(record)
    except NewerRecord:
        record, base, said = None, None, NEWER
    except ValueError:
        record, base = None, None
    if record is None or base is None:
        return _stranger(note, texts, cards, said or DAMAGED)
    now = _now(note, texts, cards, base, record.asked)
    if now is None:
        return None
    if guid_of(base.id) != note.guid:  # Anki copies a note with all its fields
        return Returned(_under_other_ids(note, now), base, known=False)
    return Returned(
        now,
        base,
        deck_id_in(record),
        record.deck,
        {one.row: one for one in record.past},
        tuple(PointId(id_text(one)) for one in record.gone),
        record.held,
        record.before,
    )


def _now(
    note: Note,
    texts: Mapping[str, str],
    cards: Sequence[tuple[Direction, int]],
    base: Card,
    asked: str,
) -> Card | None:
    prompt, hint, points, its_note = base.prompt, base.hint, base.points, base.note
    html = texts.get(PROMPT, "")
    was_prompt = written = prompt_field(base.prompt or asked, base.hint)
    if not _same(html, written):
        now, before = prompt_in(html), prompt_in(written)
        prompt = base.prompt if _same(now[0], before[0]) else now[0] or None
        hint = base.hint if _same(now[1], before[1]) else now[1]
    html, written = texts.get(POINTS, ""), points_field(base)
    if not _same(html, written):
        read, was = points_in(html), points_in(written)
        if not read.points:
            return None
        points = tuple(_points_now(note, read.points, base.points))
        its_note = base.note if _same(read.note, was.note) else read.note
    return replace(
        base,
        prompt=prompt,
        hint=hint,
        points=points,
        note=its_note,
        directions=tuple(one for one, _ in cards),
        tags=tags_now(base.tags, note.tags, [flag for _, flag in cards]),
        media=_media_now(texts, {PROMPT: was_prompt, POINTS: written}, base),
    )


def _points_now(note: Note, texts: Sequence[str], base: Sequence[Point]) -> list[Point]:
    """The points that a list says by now, those that were there under their ids."""
    before = list(map(_normal, as_read([point.text for point in base])))
    after = list(map(_normal, texts))
    pairs: dict[int, int] = {}
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, a, a_end, b, b_end in matcher.get_opcodes():
        if what == "equal" or a_end - a == b_end - b:
            pairs.update(zip(range(b, b_end), range(a, a_end), strict=True))
    left = [place for place in range(len(base)) if place not in pairs.values()]
    for place, text in enumerate(after):
        if place not in pairs and len(left) <= _MOST_COMPARED:
            near = next((one for one in left if _alike(before[one], text)), None)
            if near is not None:
                pairs[place] = near
                left.remove(near)
    key = key_of(note, 0)
    found = []
    for place, text in enumerate(texts):
        if place not in pairs:
            found.append(Point(PointId(point_id(key, text)), text))
            continue
        was = base[pairs[place]]
        found.append(was if before[pairs[place]] == after[place] else replace(was, text=text))
    return found


def _stranger(
    note: Note, texts: Mapping[str, str], cards: Sequence[tuple[Direction, int]], said: str
) -> Returned | None:
    """A note of our type without what we know a card by: written by hand, or damaged."""
    prompt, hint = prompt_in(texts.get(PROMPT, ""))
    read = points_in(texts.get(POINTS, ""))
    if not read.points:
        return None
    key = key_of(note, 0)
    card = Card(
        card_id(note, 0),
        prompt or None,
        tuple(Point(point_id(key, text), text) for text in each_once(read.points)),
        directions=tuple(one for one, _ in cards),
        hint=hint,
        note=read.note,
        tags=tags_now((), note.tags, [flag for _, flag in cards]),
        media=_named(texts),
    )
    return Returned(card, card, known=False, said=said)


def _under_other_ids(note: Note, card: Card) -> Card:
    key = key_of(note, 0)
    points = tuple(replace(one, id=point_id(key, one.id)) for one in card.points)
    return replace(card, id=card_id(note, 0), points=points)


def _media_now(texts: Mapping[str, str], written: Mapping[str, str], base: Card) -> tuple[str, ...]:
    """The pictures and sounds of the card, with those that were put in and no one taken out."""
    if all(texts.get(name) == html for name, html in written.items()):
        return base.media
    now, before = _named(texts), _named(written)
    gone = set(before) - set(now)
    return (
        *(name for name in base.media if name not in gone),
        *(name for name in now if name not in before),
    )


def _named(texts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for one in (PROMPT, POINTS) for name in text_of(texts.get(one, "")).media)


def _same(one: str | None, other: str | None) -> bool:
    return one == other or _normal(one or "") == _normal(other or "")


def _normal(text: str) -> str:
    """Anki writes letters with their accents as one."""
    return normalize("NFC", text)


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
