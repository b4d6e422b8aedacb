"""A deck as one JSON object, without loss: `{"learnt": 1, "deck": {…}}`, ids included.

The number is the version of this form. Checked against the types of `learnt.deck` on the way in.
"""

import re
from dataclasses import dataclass

import msgspec

from learnt.deck import Deck
from learnt.errors import Unreadable

VERSION = 1
_CUT = re.compile(rb'\s*(?:\[\s*)?\{\s*"[^"\n]{1,80}"\s*:\s*["\[{\d]')


@dataclass(frozen=True, slots=True)
class _File:
    learnt: int
    deck: Deck


@dataclass(frozen=True, slots=True)
class _Marker:
    learnt: int


def deck_to_json(deck: Deck) -> bytes:
    """The deck as JSON in UTF-8, indented so that a person can look at it."""
    return msgspec.json.format(msgspec.json.encode(_File(VERSION, deck)), indent=2) + b"\n"


def deck_from_json(data: bytes) -> Deck:
    """The deck of `deck_to_json`; raises Unreadable where it is none, saying where it breaks."""
    if not is_own_json(data):
        raise Unreadable(
            'This JSON is no deck of learnt: it does not begin with {"learnt": 1, "deck": …}. '
            "Export the deck again, or read it in another form (.txt, .csv)."
        )
    try:
        found = msgspec.json.decode(data, type=_File)
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise Unreadable(
            f"This learnt deck in JSON is damaged: {error}. Put that place right, or export again."
        ) from None
    if found.learnt != VERSION:
        raise Unreadable(
            f"This deck was written in form {found.learnt}, and this learnt reads form {VERSION}. "
            "Update learnt, or export the deck as .txt."
        )
    _check_ids(found.deck)
    return found.deck


def is_own_json(data: bytes) -> bool:
    """Whether the data is, or was meant to be, a deck of ours."""
    try:
        msgspec.json.decode(data, type=_Marker)
    except (msgspec.MsgspecError, RecursionError, ValueError):
        return data.lstrip()[:40].replace(b" ", b"").replace(b"\n", b"").startswith(b'{"learnt":')
    return True


def is_json(data: bytes) -> bool:
    """Whether the data is a JSON object or list of any kind, or was one before it was cut."""
    if _CUT.match(data[:2000]):
        return True
    if data.lstrip()[:1] not in (b"{", b"["):
        return False
    try:
        msgspec.json.decode(data, type=msgspec.Raw)
    except (msgspec.MsgspecError, RecursionError, ValueError):
        return False
    return True


def _check_ids(deck: Deck) -> None:
    ids = [str(deck.id)]
    for card in deck.cards:
        ids += [str(card.id), *(str(point.id) for point in card.points)]
    if "" in ids or len(set(ids)) != len(ids):
        raise Unreadable(
            "This learnt deck in JSON has an id that is empty or stands twice, so its history "
            "could not be told apart. Export the deck again."
        )
