"""Everything in one packed file: the collection, what version it is, and the media by numbers.

    meta                 08 02: legacy 2, which every Anki since 2.1 imports
    collection.anki21    the database
    media                {"0": "pic.png", …}; each file under its number

Times in it are fixed, so that the same values give the same bytes.
"""

import io
import json
import zipfile
from collections.abc import Iterator

from learnt.clock import Instant, minutes_west
from learnt.deck import Problem
from learnt.sources.packages.guids import is_later_gap
from learnt.sources.packages.own.markup import files_shown
from learnt.sources.packages.writing.database import counted_from, database
from learnt.sources.packages.writing.homes import homes_of
from learnt.sources.packages.writing.notes import rows_of
from learnt.sources.packages.writing.values import Media, Outgoing, Packed

META = b"\x08\x02"
_LEVEL = 1  # of 9: a tenth larger than the usual one, in a quarter of the time
_WHEN = (1980, 1, 1, 0, 0, 0)  # the first that a packed file can have
_MISSING = (
    "{} not there, so the package has no such file. Its cards are in it; put the file into Anki's "
    "media folder, or into the deck, under the same name."
)


def no_media(_name: str) -> None:
    """For decks without pictures and sounds."""


def write_package(outgoing: Outgoing, media: Media = no_media) -> Packed:
    """The decks as the bytes of a package.

    `media` is asked for each picture and sound by its name. Raises ValueError where an id of a
    deck, card or point is none (see `learnt.ids`).
    """
    cards = [card for deck in outgoing.decks for card in deck.cards]
    firsts = [its[0].at for its in outgoing.studied.reviews.values() if its]
    zone, earliest = outgoing.settings.time_zone, min([outgoing.now, *firsts])
    first = counted_from(Instant(max(0, earliest)), zone)
    homes = homes_of(outgoing.decks)
    rows = rows_of(outgoing, homes, first)
    entries = {
        "meta": META,
        "collection.anki21": database(
            rows, list(homes.values()), first, outgoing.now, minutes_west(first, zone)
        ),
    }
    named = sorted({name for card in cards for name in (*card.media, *files_shown(card))})
    files = {name: data for name in named if (data := media(name)) is not None}
    listed = {str(place): name for place, name in enumerate(files)}
    entries["media"] = json.dumps(listed, ensure_ascii=False).encode()
    entries |= {str(place): data for place, data in enumerate(files.values())}
    return Packed(
        _packed(entries),
        decks=len(outgoing.decks),
        notes=len(rows.notes),
        cards=len(rows.cards),
        reviews=len(rows.log),
        media=len(files),
        several=sum([len(card.points) > 1 for card in cards]),
        gaps=sum([is_later_gap(card.id) for card in cards]),
        problems=tuple(_missing([name for name in named if name not in files])),
    )


def _missing(names: list[str]) -> Iterator[Problem]:
    if names:
        what = "This file is" if len(names) == 1 else f"These {len(names)} files are"
        yield Problem(None, ", ".join(names[:5]), _MISSING.format(what))


def _packed(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name, _WHEN)
            # pictures and sounds are packed by themselves
            entry.compress_type = zipfile.ZIP_STORED if name.isdecimal() else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            file.writestr(entry, data, compresslevel=_LEVEL)
    return out.getvalue()
