"""A note becomes cards of ours.

basic, typed                  one card: the front's field, the points of the back's
reversed, optional reversed   one card, asked in the directions that the package has cards for
cloze                         a card a number: the text with gaps, and what belongs in them
other                         one card, of its first two fields or of those that are chosen
learnt                        the card that we wrote, with what was changed of it since
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from learnt.deck import Card, Direction, Point
from learnt.sources.packages.clozes import gaps_of, is_occlusion
from learnt.sources.packages.fields import FieldText, each_once, text_of
from learnt.sources.packages.identity import card_id, key_of, point_id
from learnt.sources.packages.kinds import Sides, sides_of
from learnt.sources.packages.own import FIELDS, FLAGS, Returned, returned
from learnt.sources.packages.values import AnkiCard, Kind, Note, NoteType

NO_FRONT = "Nothing stands on the front"
NO_BACK = "Nothing stands on the back"
NO_GAP = "The cloze that this card asks is not in its text"
OCCLUSION = "What is hidden are places on a picture, which learnt does not ask"
OTHER_SIDES = "Its note type makes several cards, and only the first was read"
_NOTHING = FieldText("")
_FORWARD, _BACKWARD = Direction  # to look them up anew for each note takes longer


class Origin(NamedTuple):
    """A card of Anki's, and the direction in which it asks ours."""

    direction: Direction
    card: AnkiCard


class Made(NamedTuple):
    """A card of ours and those it comes from; in place of one, why there is none.

    `said` is what else is to be said of the note; `returned` is there for a card that we wrote.
    """

    card: Card | None
    origins: tuple[Origin, ...]
    said: str = ""
    returned: Returned | None = None


_origin: Callable[[tuple[Direction, AnkiCard]], Origin] = partial(tuple.__new__, Origin)
_new: Callable[[tuple[Card, tuple[Origin, ...], str, None]], Made] = partial(tuple.__new__, Made)
"""Half as long as calling them, of tens of thousands."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The fields of a note type that make a card: two sides, and what is shown beside the back."""

    front: str
    back: str
    beside: tuple[str, ...] = ()

    def used(self) -> frozenset[str]:
        """All fields that go into a card."""
        return frozenset({self.front, self.back, *self.beside})


@lru_cache(maxsize=1000)
def fields_by_default(note_type: NoteType) -> Chosen:
    """The fields that its templates show, or its first two."""
    sides = [sides_of(one, note_type.fields) for one in note_type.templates]
    first = sides[0] if sides else Sides((), ())
    if note_type.kind is Kind.OURS:
        prompt, points, *beside = FIELDS
        return Chosen(prompt, points, tuple(beside))
    if note_type.kind is Kind.CLOZE:
        return Chosen(first.cloze[0], "", tuple(x for x in first.back if x != first.cloze[0]))
    if note_type.kind is not Kind.OTHER:
        return Chosen(first.front[0], first.back[0], first.back[1:])
    front, back = (*note_type.fields, "", "")[:2]
    return Chosen(front, back)


def cards_of(
    note: Note, note_type: NoteType, anki: Sequence[AnkiCard], chosen: Chosen
) -> list[Made]:
    """The cards of a note, of which the package has these (at least one, by their `ord`)."""
    texts = dict(zip(note_type.fields, note.fields, strict=False))
    if note_type.kind is Kind.OURS and (chosen.front, chosen.back) == FIELDS[:2]:
        return [_ours(note, texts, anki)]
    if note_type.kind is Kind.CLOZE and not chosen.back:
        return [_cloze(note, one, texts, chosen) for one in anki]
    both = note_type.kind is Kind.REVERSED or note_type.kind is Kind.OPTIONAL_REVERSED
    used = anki if both else anki[:1]
    ways = [_BACKWARD if both and one.ord == 1 else _FORWARD for one in used]
    origins = tuple(map(_origin, zip(ways, used, strict=True)))
    front, back = text_of(texts.get(chosen.front, "")), text_of(texts.get(chosen.back, ""))
    if not front.text or not back.text:
        return [Made(None, origins, NO_BACK if front.text else NO_FRONT)]
    card = _card(note, 0, front, back.points, origins, _beside(texts, chosen), back.media)
    return [_new((card, origins, OTHER_SIDES if len(used) < len(anki) else "", None))]


def _cloze(note: Note, one: AnkiCard, texts: dict[str, str], chosen: Chosen) -> Made:
    origins = (Origin(Direction.FORWARD, one),)
    html = texts.get(chosen.front, "")
    if is_occlusion(html):
        return Made(None, origins, OCCLUSION)
    gaps = gaps_of(html, one.ord + 1)
    hidden = [text_of(text) for text in gaps.hidden]
    points = each_once([text.text for text in hidden])
    if not points:
        return Made(None, origins, NO_GAP)
    media = tuple(name for text in hidden for name in text.media)
    hint = "; ".join(each_once([text_of(text).text for text in gaps.hints])) or None
    beside, asked = _beside(texts, chosen), text_of(gaps.asked)
    return Made(_card(note, one.ord, asked, points, origins, beside, media, hint), origins)


def _ours(note: Note, texts: dict[str, str], anki: Sequence[AnkiCard]) -> Made:
    """A card that we wrote, as it is by now."""
    asked = (Direction.FORWARD, Direction.BACKWARD)
    origins = tuple(Origin(asked[one.ord], one) for one in anki if 0 <= one.ord < len(asked))
    if not origins:
        return Made(None, (), NO_GAP)
    found = returned(note, texts, [(one.direction, one.card.flag) for one in origins])
    if found is None:
        return Made(None, origins, NO_BACK)
    return Made(found.card, origins, found.said, found if found.known else None)


def _beside(texts: dict[str, str], chosen: Chosen) -> FieldText:
    """What the back shows besides, as one text."""
    if not chosen.beside:
        return _NOTHING
    found = [text_of(texts.get(name, "")) for name in chosen.beside]
    text = "\n".join(one.text for one in found if one.text)
    return FieldText(text, tuple(name for one in found for name in one.media))


def _card(  # noqa: PLR0917 - the parts of a card, in the order they were read
    note: Note,
    place: int,
    front: FieldText,
    points: Sequence[str],
    origins: Sequence[Origin],
    beside: FieldText,
    media: Sequence[str],
    hint: str | None = None,
) -> Card:
    key = key_of(note, place)
    flags = [f"flag::{FLAGS[flag]}" for one in origins if (flag := one.card.flag)]
    return Card(
        card_id(note, place),
        front.text,
        tuple([Point(point_id(key, text), text) for text in points]),
        directions=tuple([one.direction for one in origins]),
        hint=hint,
        note=beside.text or None,
        tags=(*note.tags, *flags),
        media=(*front.media, *media, *beside.media),
    )
