"""The field Id: everything of a card that the other fields cannot say, in letters that stay.

    id     = cloze+ " learnt1." letters
    cloze  = "{{c1::forward}}" | "{{c2::backward}}"
    letters = base 64 (of URLs) of zlib of MessagePack of a `Record`

It holds the card as it was written, so that what changed in Anki is known from what did not. zlib
has a check sum: a field that was damaged is known to be.
"""

import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Iterable, Sequence

from msgspec import MsgspecError, Struct, msgpack

from learnt.deck import Card, Direction, Point
from learnt.ids import CardId, DeckId, PointId
from learnt.sources.packages.own.before import Before
from learnt.sources.packages.own.packed import id_text, packed_id

CLOZES = {Direction.FORWARD: "{{c1::forward}}", Direction.BACKWARD: "{{c2::backward}}"}
_CLOZES = {direction.value: written for direction, written in CLOZES.items()}
_VERSION = 1
_FOUND = re.compile(r"learnt(\d{1,3})\.([A-Za-z0-9_-]{10,1000000})")
_LARGEST = 4_000_000


class _Point(Struct, array_like=True, frozen=True):
    id: bytes
    text: str
    accepted: tuple[str, ...]
    refused: tuple[str, ...]
    weight: float


class _Card(Struct, array_like=True, frozen=True):
    id: bytes
    prompt: str | None
    points: tuple[_Point, ...]
    ordered: bool
    directions: tuple[str, ...]
    wrong_options: tuple[str, ...]
    hint: str | None
    note: str | None
    tags: tuple[str, ...]
    media: tuple[str, ...]
    lines: tuple[int, int] | None
    confidence: float


class Past(Struct, array_like=True, frozen=True, gc=False):
    """An answer that Anki's log has: the row it is, by how much that is late, its id here.

    `ratings` are those of the points, in the order of the card's and then of `Record.gone`, 0 for
    one that was not asked; none where all have the card's.
    """

    row: int
    late: int
    id: bytes
    ratings: bytes = b""


class DeckKept(Struct, array_like=True, frozen=True):
    """The deck of a card: its id, and in a deck's first card what Anki has no place for.

    `name` is the deck's name in Anki.
    """

    id: bytes
    name: str = ""
    title: str = ""
    question: str | None = None
    tags: tuple[str, ...] = ()
    source: str | None = None


class Record(Struct, array_like=True, frozen=True):
    """A card, its deck and its answers as they were written.

    `asked` is what stood as the prompt of a card that has none; `held` until when it was set
    aside; `gone` are points that were answered and are no more; `before` is what its memory began
    with. Who wrote it may not have known of the last ones.
    """

    card: _Card
    deck: DeckKept
    asked: str = ""
    past: tuple[Past, ...] = ()
    gone: tuple[bytes, ...] = ()
    held: int = 0
    before: tuple[Before, ...] = ()


class NewerRecord(ValueError):
    """The field was written by a later version of learnt."""


def record_of(
    card: Card,
    deck: DeckKept,
    asked: str = "",
    past: Sequence[Past] = (),
    gone: Sequence[PointId] = (),
    *,
    held: int = 0,
    before: Iterable[Before] = (),
) -> Record:
    """What the field says of a card, with the answers to it; raises ValueError for an odd id."""
    points = tuple(
        [
            _Point(packed_id(one.id), one.text, one.accepted, one.refused, one.weight)
            for one in card.points
        ]
    )
    kept = _Card(
        packed_id(card.id),
        card.prompt,
        points,
        card.ordered,
        tuple(card.directions),
        card.wrong_options,
        card.hint,
        card.note,
        card.tags,
        card.media,
        card.source_lines,
        card.confidence,
    )
    went = tuple(map(packed_id, gone))
    return Record(kept, deck, asked, tuple(past), went, held, tuple(before))


def id_field(record: Record) -> str:
    """The field Id."""
    clozes = "".join([_CLOZES[one] for one in record.card.directions])
    packed = urlsafe_b64encode(zlib.compress(_ENCODER.encode(record))).rstrip(b"=")
    return f"{clozes} learnt{_VERSION}.{packed.decode()}"


def record_in(field: str) -> Record | None:
    """What a field Id says; None where there is nothing, or it is damaged. Raises NewerRecord."""
    found = _FOUND.search(field)
    if found is None:
        return None
    if int(found[1]) > _VERSION:
        raise NewerRecord
    try:
        unpacker = zlib.decompressobj()
        letters = found[2] + "=" * (-len(found[2]) % 4)
        data = unpacker.decompress(urlsafe_b64decode(letters), _LARGEST)
        return _DECODER.decode(data) if unpacker.eof else None
    except (zlib.error, Base64Error, MsgspecError, ValueError, RecursionError):
        return None


def card_in(record: Record) -> Card:
    """The card as it was written. Raises ValueError where there can be no such card."""
    one = record.card
    return Card(
        CardId(id_text(one.id)),
        one.prompt,
        tuple(
            Point(PointId(id_text(each.id)), each.text, each.accepted, each.refused, each.weight)
            for each in one.points
        ),
        ordered=one.ordered,
        directions=tuple(map(Direction, one.directions)),
        wrong_options=one.wrong_options,
        hint=one.hint,
        note=one.note,
        tags=one.tags,
        media=one.media,
        source_lines=one.lines,
        confidence=one.confidence,
    )


def refuse_odd_ids(record: Record | None) -> None:
    """Raise ValueError where an id besides those of the card is none."""
    if record is not None:
        for one in (record.deck.id, *record.gone, *(past.id for past in record.past)):
            id_text(one)


def deck_id_in(record: Record) -> DeckId:
    """The id of the card's deck. Raises ValueError."""
    return DeckId(id_text(record.deck.id))


_ENCODER = msgpack.Encoder()
_DECODER = msgpack.Decoder(Record)
